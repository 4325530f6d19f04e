"""A Reply as Slack messages, a Form as a modal: within every limit, by degrading, never by failing.

Text goes into Slack's `markdown` block, which takes standard Markdown (tables, escapes and code
included) and so needs no converter of ours to go wrong; a section's mrkdwn would. Whatever the
text holds, nothing in it can mention anyone.
"""

from __future__ import annotations

import json
import re
from typing import Any

from adapters.slack.limits import LIMITS
from adapters.slack.pages import pages, weight
from bot.turn import Action, Button, Field, Form, Reply
from bot.voice import render

Block = dict[str, Any]
Message = dict[str, Any]

_JOINER = "\u2060"  # invisible; parts "<" or "@" from what would make it a mention
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_BRACKET = re.compile(r"<(?=\S)")
_SHOUT = re.compile(r"@(?=(?:everyone|channel|here)\b)", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_~\[\]|])")
_MARKS = re.compile(r"\*\*|^#{1,6} +|^> ?|^```\w*$", re.MULTILINE)
_RULE = re.compile(r"^\|[-:| ]+\|\n?", re.MULTILINE)
_ROW = re.compile(r"^\|(.*)\|$", re.MULTILINE)
_BAR = re.compile(r"(?<!\\)\|")
_CUT_ESCAPE = re.compile(r"&[a-z]{0,3}\Z")
_MARKUP = 100  # what a block costs beside its text
_PAGES = LIMITS.response_url_uses - 1  # one use stays for a retry
_FILE = 24_000  # in pages: what a reply may take up of Slack's uses of one answer


def inert(text: str) -> str:
    """Markdown in which no mention, broadcast or `<link>` can take effect; it reads the same."""
    text = _CONTROL.sub("", text)
    return _SHOUT.sub(f"@{_JOINER}", _BRACKET.sub(f"<{_JOINER}", text))


def fallback(markdown: str) -> str:
    """The plain text for notifications and screen readers: no marks, nothing Slack would parse."""
    plain = _ESCAPE.sub(r"\1", _MARKS.sub("", _untabled(inert(markdown)))).strip()
    escaped = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if len(escaped) > LIMITS.fallback:
        escaped = _CUT_ESCAPE.sub("", escaped[: LIMITS.fallback - 1]).rstrip() + "…"
    return escaped or "…"


def _untabled(markdown: str) -> str:
    """Markdown whose tables are lines of cells: pipes and rules are nothing to be read aloud."""

    def told(row: re.Match[str]) -> str:
        return "; ".join(cell.strip() for cell in _BAR.split(row[1]))

    return _ROW.sub(told, _RULE.sub("", markdown))


def messages(reply: Reply) -> list[Message]:
    """The reply as one or more message payloads (`text`, `blocks` and what keeps links quiet).

    Buttons and choices stand under the last. A chart is its sketch or its words: a picture would
    need a scope that lets the app write files.
    """
    rows = _rows(reply)
    room = min(LIMITS.markdown, LIMITS.message) - 1_000
    if len(json.dumps(rows)) > LIMITS.message - 3_000:
        rows = []
    last_room = min(room, LIMITS.message - len(json.dumps(rows, ensure_ascii=False)) - 2 * _MARKUP)
    text = inert(_body(reply)).strip()
    parts = pages(text, room) or [""]
    if weight(parts[-1]) > last_room:
        parts[-1:] = pages(parts[-1], last_room)
    if len(parts) > _PAGES:
        parts = [*parts[: _PAGES - 1], parts[_PAGES - 1] + "\n\n…"]
    drawn = [_message(part, []) for part in parts[:-1]]
    return [*drawn, _message(parts[-1], rows)]


def _message(text: str, rows: list[Block]) -> Message:
    blocks: list[Block] = [{"type": "markdown", "text": text}] if text else []
    message: Message = {
        "text": fallback(text),
        "unfurl_links": False,
        "unfurl_media": False,
        "link_names": False,
        "parse": "none",
    }
    if blocks or rows:
        message["blocks"] = [*blocks, *rows]
    return message


def _body(reply: Reply) -> str:
    parts = [reply.text]
    if reply.chart is not None:
        parts.append(f"```\n{reply.chart.sketch}\n```" if reply.chart.sketch else reply.chart.alt)
    if reply.file is not None and not reply.file.shown:
        content = reply.file.content.strip().replace("```", "'''")
        too_long = len(content) > _FILE
        parts.append(render("slack/file_left_out") if too_long else f"```\n{content}\n```")
    return "\n\n".join(part for part in parts if part.strip())


def _rows(reply: Reply) -> list[Block]:
    elements = [
        drawn
        for number, action in enumerate(reply.actions)
        if (drawn := _element(action, number)) is not None
    ]
    step = LIMITS.elements_per_actions
    rows = [{"type": "actions", "elements": elements[at : at + step]} for at in range(0, len(elements), step)]
    return rows[: LIMITS.blocks_per_message - 1]


def _element(action: Action, number: int) -> Block | None:
    """One button or menu; None where a limit leaves nothing a person could use."""
    action_id = f"{action.action}#{number}"
    if len(action_id) > LIMITS.action_id:
        return None
    if isinstance(action, Button):
        label = _plain(action.label, LIMITS.button_text)
        if not label or len(action.value) > LIMITS.button_value:
            return None
        button: Block = {"type": "button", "text": label, "action_id": action_id}
        if action.value:
            button["value"] = action.value
        if action.primary:
            button["style"] = "primary"
        return button
    options = [
        {"text": label, "value": choice.value}
        for choice in action.choices
        if 0 < len(choice.value) <= LIMITS.option_value
        and (label := _plain(choice.label, LIMITS.option_text)) is not None
    ]
    if not options:
        return None
    menu: Block = {"type": "static_select", "action_id": action_id, "options": options[: LIMITS.options]}
    if placeholder := _plain(action.placeholder, LIMITS.placeholder):
        menu["placeholder"] = placeholder
    return menu


def view(form: Form, metadata: str) -> Block:
    """The modal for a form; `metadata` comes back with its submission."""
    return {
        "type": "modal",
        "callback_id": form.id[: LIMITS.callback_id],
        "private_metadata": metadata[: LIMITS.private_metadata],
        "title": _plain(form.title, LIMITS.modal_title) or _plain("Parley", LIMITS.modal_title),
        "submit": _plain(form.submit, LIMITS.modal_button) or _plain("Send", LIMITS.modal_button),
        "blocks": [_input(field) for field in form.fields[: LIMITS.blocks_per_modal]],
    }


def _input(field: Field) -> Block:
    length = max(1, min(field.max_length, LIMITS.input))
    element: Block = {
        "type": "plain_text_input",
        "action_id": field.name,
        "multiline": field.multiline,
        "max_length": length,
    }
    if placeholder := _plain(field.placeholder, LIMITS.placeholder):
        element["placeholder"] = placeholder
    block: Block = {
        "type": "input",
        "block_id": field.name,
        "label": _plain(field.label, LIMITS.label) or _plain(field.name, LIMITS.label),
        "element": element,
        "optional": not field.required,
    }
    if field.multiline and field.max_length >= LIMITS.input:
        block["hint"] = _plain(render("slack/form_hint", limit=LIMITS.input), LIMITS.label)
    return block


def _plain(text: str, limit: int) -> Block | None:
    """A plain-text object of at most `limit` characters, or None for an empty text."""
    text = inert(text).strip()
    if len(text) > limit:
        text = text[: limit - 1].rstrip() + "…"
    return {"type": "plain_text", "text": text, "emoji": False} if text else None
