"""A Reply as Discord messages: plain values first, the library's objects at the last moment.

Text goes out as message content, not as embeds or layout components: content is what a person
can select and copy on every client (a letter is there to be copied), it draws Markdown in full,
and splitting it loses nothing. Whatever passes a limit is cut, spread over more messages, or
attached as a file; drawing never fails.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import discord

from adapters.discord import limits
from adapters.discord.limits import clip
from adapters.discord.markdown import split
from bot.turn import Action, Button, Choice, Clicked, Form, Reply, Select
from bot.voice import render

_UNSAFE_IN_NAME = re.compile(r"[^A-Za-z0-9._-]+")
_CLICK = "p|"
_FORM = "f|"


@dataclass(frozen=True, slots=True)
class Key:
    """A component on the wire: what comes back when it is pressed."""

    id: str
    label: str
    primary: bool = False
    choices: tuple[Choice, ...] = ()
    """Empty for a button."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside a message; `alt` says what a picture shows."""

    name: str
    content: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One message: its text, its rows of components, its files."""

    content: str
    rows: tuple[tuple[Key, ...], ...] = ()
    files: tuple[Attachment, ...] = ()


def draw(reply: Reply, *, form_button: bool = False) -> list[Drawn]:
    """Draw a reply as one to five messages; buttons and files stand under the last.

    `form_button` adds a button that opens the reply's form, for where no form can open at once.
    """
    files = _attachments(reply)
    texts = split(reply.text)
    if len(texts) > limits.MESSAGES:
        whole = Attachment("answer.md", reply.text.encode("utf-8", "replace"))
        # The first messages shrink to leave room: the last one says where the rest is.
        texts = [*texts[: limits.MESSAGES - 1], render("discord/whole_answer")]
        files = (whole, *files)
    keys = list(_keys(reply.actions))
    if form_button and reply.form is not None:
        keys.insert(0, Key(_FORM + reply.form.id, render("discord/open_form"), primary=True))
        texts = texts or [render("discord/form_first")]
    if not texts and not files:
        texts = [render("discord/nothing")]
    drawn = [Drawn(text) for text in texts or [""]]
    fitting = tuple(file for file in files if len(file.content) <= limits.FILE_BYTES)
    drawn[-1] = replace(drawn[-1], rows=_rows(keys), files=fitting[: limits.FILES])
    return drawn


def clicked(custom_id: str, chosen: Sequence[str] = ()) -> Clicked | None:
    """Read a component's id back; `chosen` are a select's values. None where the id is not ours."""
    if not custom_id.startswith(_CLICK):
        return None
    action, _, value = custom_id.removeprefix(_CLICK).partition("|")
    return Clicked(action, chosen[0] if chosen else value)


def form_asked(custom_id: str) -> str | None:
    """Read the id of the form a "fill it in" button opens, or None."""
    return custom_id.removeprefix(_FORM) if custom_id.startswith(_FORM) else None


def form_sent(custom_id: str) -> str | None:
    """Read the id of the form a modal carried, or None where the modal is not ours."""
    return custom_id.removeprefix(_CLICK) if custom_id.startswith(_CLICK) else None


def view(rows: Iterable[Sequence[Key]]) -> discord.ui.View:
    """Make the library's view. It is stopped at once: the client keeps nothing of it.

    Presses are answered by their id, so they work after a restart and on another replica.
    """
    made = discord.ui.View(timeout=None)
    for number, row in enumerate(rows):
        for key in row:
            made.add_item(_item(key, number))
    made.stop()
    return made


def modal(form: Form) -> discord.ui.Modal:
    """Make the library's modal of a form (its first five fields: Discord takes no more)."""
    made = discord.ui.Modal(
        title=clip(form.title.strip() or render("discord/open_form"), limits.MODAL_TITLE),
        custom_id=(_CLICK + form.id)[: limits.CUSTOM_ID],
        timeout=None,
    )
    for field in form.fields[: limits.MODAL_FIELDS]:
        entry: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(
            custom_id=field.name[: limits.CUSTOM_ID],
            style=discord.TextStyle.paragraph if field.multiline else discord.TextStyle.short,
            required=field.required,
            placeholder=clip(field.placeholder, limits.INPUT_PLACEHOLDER) or None,
            max_length=max(1, min(field.max_length, limits.INPUT_TEXT)),
        )
        text = clip(field.label.strip() or field.name, limits.INPUT_LABEL)
        made.add_item(discord.ui.Label(text=text, component=entry))
    made.stop()
    return made


def files(attachments: Iterable[Attachment]) -> list[discord.File]:
    """Make the library's files; a file can be sent once, so they are made for each sending."""
    return [
        discord.File(io.BytesIO(file.content), file.name, description=clip(file.alt, limits.FILE_ALT) or None)
        for file in attachments
    ]


def _attachments(reply: Reply) -> tuple[Attachment, ...]:
    found = []
    if reply.chart is not None:
        found.append(Attachment("chart.png", reply.chart.png, reply.chart.alt))
    if reply.file is not None:
        name = _UNSAFE_IN_NAME.sub("-", reply.file.name).strip("-.")[:100] or "parley.txt"
        found.append(Attachment(name, reply.file.content.encode("utf-8", "replace")))
    return tuple(file for file in found if file.content)


def _keys(actions: Iterable[Action]) -> Iterable[Key]:
    """Make keys of the actions Discord can carry, each id once (it refuses a second)."""
    seen = set()
    for action in actions:
        key = _select(action) if isinstance(action, Select) else _button(action)
        if key is not None and key.id not in seen:
            seen.add(key.id)
            yield key


def _button(button: Button) -> Key | None:
    custom_id = f"{_CLICK}{button.action}|{button.value}"
    label = clip(button.label.strip(), limits.BUTTON_LABEL)
    if len(custom_id) > limits.CUSTOM_ID or not label:
        return None
    return Key(custom_id, label, button.primary)


def _select(select: Select) -> Key | None:
    choices: dict[str, Choice] = {}
    for choice in select.choices:
        label = clip(choice.label.strip(), limits.SELECT_LABEL)
        if label and 0 < len(choice.value) <= limits.SELECT_VALUE:
            choices.setdefault(choice.value, Choice(label, choice.value))
    custom_id = f"{_CLICK}{select.action}|"
    if not choices or len(custom_id) > limits.CUSTOM_ID:
        return None
    kept = tuple(choices.values())[: limits.SELECT_OPTIONS]
    return Key(custom_id, clip(select.placeholder, limits.SELECT_PLACEHOLDER), choices=kept)


def _rows(keys: Iterable[Key]) -> tuple[tuple[Key, ...], ...]:
    """Lay keys out in rows: a select takes a row, buttons share one; what passes five rows is left out."""
    rows: list[list[Key]] = []
    for key in keys:
        room = rows and not rows[-1][0].choices and len(rows[-1]) < limits.BUTTONS_A_ROW
        if room and not key.choices:
            rows[-1].append(key)
        else:
            rows.append([key])
    return tuple(tuple(row) for row in rows[: limits.ROWS])


def _item(key: Key, row: int) -> discord.ui.Item[discord.ui.View]:
    if not key.choices:
        style = discord.ButtonStyle.primary if key.primary else discord.ButtonStyle.secondary
        return discord.ui.Button(label=key.label, custom_id=key.id, style=style, row=row)
    options = [discord.SelectOption(label=choice.label, value=choice.value) for choice in key.choices]
    return discord.ui.Select(custom_id=key.id, placeholder=key.label or None, options=options, row=row)
