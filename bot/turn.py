"""What crosses the engine's door: a Turn comes in, a Reply goes out.

Plain data and nothing else. Adapters build turns and draw replies; the engine
knows no chat platform, and nothing here imports another part of Parley.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Where = Literal["dm", "channel", "terminal"]


@dataclass(frozen=True, slots=True)
class Who:
    """A person as a platform knows them: on Slack ids are per workspace, on Discord global."""

    platform: str
    user: str
    workspace: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Free text, as typed or pasted. A leading `/word` is read as a command."""

    text: str


@dataclass(frozen=True, slots=True)
class Invoked:
    """A command: `text` as one line (Slack, terminal) or `options` by name (Discord)."""

    command: str
    text: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clicked:
    """A button pressed or a choice made: the `action` and `value` of an Action in a reply."""

    action: str
    value: str


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form sent back: the form's id and a value for each field by name."""

    form: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file handed over: its name, MIME type and bytes."""

    name: str
    type: str
    content: bytes


Event = Said | Invoked | Clicked | Submitted | Uploaded


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing one person did, somewhere."""

    who: Who
    where: Where
    event: Event


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a Select, or one suggestion while a person types an option.

    `label` is what a person reads (75 characters at most), `value` what comes back.
    """

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Button:
    """Press to send `Clicked(action, value)`. Action and value together stay under 90 characters."""

    label: str
    action: str
    value: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Select:
    """Choose one of at most 25 to send `Clicked(action, choice.value)`."""

    placeholder: str
    action: str
    choices: tuple[Choice, ...]


Action = Button | Select


@dataclass(frozen=True, slots=True)
class Field:
    """One input of a Form. `name` is the key in Submitted.values."""

    name: str
    label: str
    multiline: bool = False
    required: bool = True
    placeholder: str = ""
    max_length: int = 3000


@dataclass(frozen=True, slots=True)
class Form:
    """A form for the platform to open at once; sending it back is `Submitted(id, values)`.

    Where a platform has no forms (a pipe, a terminal) the reply's text asks instead.
    `title` holds at most 24 characters.
    """

    id: str
    title: str
    fields: tuple[Field, ...]
    submit: str = "Send"


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture (PNG), what it shows in words, and the figures behind it.

    A platform that shows pictures calls `drawn`; the others show the `sketch`, lines of one width for a
    fixed font, or else the words.
    """

    png: bytes
    alt: str
    figures: Mapping[str, float]
    draw: Callable[[], bytes] | None = None
    sketch: str = ""

    def drawn(self) -> Chart:
        """The same with its picture; tens of milliseconds, so never in an event loop."""
        return self if self.png or self.draw is None else replace(self, png=self.draw(), draw=None)


@dataclass(frozen=True, slots=True)
class File:
    """A text for the person to keep, such as the letter to copy; `shown`: the reply's words hold it."""

    name: str
    content: str
    type: str = "text/plain"
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Slots:
    """What was understood of the words. Money is a plain number in the text's currency.

    `role` and `level` are ids of the vocabulary, `place` is the shown name
    ("San Francisco, CA"), `ai` is True when AI-skilled pay was asked for; None where not said.
    """

    role: str | None = None
    place: str | None = None
    level: str | None = None
    ai: bool | None = None
    company: str | None = None
    amount: float | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What Parley says back.

    `text` is Markdown from a template. `facts` is one typed dataclass a command, the
    figures behind the words. `private` means only the asker sees it.
    """

    text: str
    intent: str
    slots: Slots = Slots()
    facts: Any = None
    actions: tuple[Action, ...] = ()
    form: Form | None = None
    chart: Chart | None = None
    file: File | None = None
    private: bool = True
