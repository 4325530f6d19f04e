"""One declaration a command: the manifest, the completion, the help and the README read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.market.database import Market
from bot.memory.case import Case
from bot.offers.reader import Reading
from bot.turn import Form, Reply, Where

OptionKind = Literal["role", "place", "level", "flag", "text", "choice"]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a command may be told.

    `kind` says how it is completed and drawn: role, place and level complete from the
    vocabulary, a flag is true or absent, text is free (a number such as "180k" too), and a
    choice is one of `choices`.
    """

    name: str
    kind: OptionKind
    summary: str
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """What a command is handed: its words, or its options by name where a platform has them.

    `spoken` is True when the words are a sentence rather than a command's arguments. `known` is
    the cell of an open question this answers, or of a button pressed (see words.pack). `found` is
    what the offer reader made of the text, where it was asked already.
    """

    text: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    spoken: bool = False
    known: str = ""
    found: Reading | None = None

    @property
    def words(self) -> str:
        """The words, wherever they came from: the text and then each option, flags as `--name`."""
        said = [self.text]
        for name, value in self.options.items():
            said.append(f"--{name}" if value == "true" else "" if value == "false" else value)
        return ", ".join(word for word in said if word.strip())


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds an answer: the benchmarks, the time (UTC), and where it is said."""

    market: Market
    now: datetime
    where: Where


@dataclass(frozen=True, slots=True)
class Outcome:
    """The reply, and the case as it stands afterwards (None: forget it all)."""

    reply: Reply
    case: Case | None


Respond = Callable[[Ask, Case, Setting], Outcome]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it is called, what it may be told, and who answers.

    `clicks` answers the actions its replies carry, by the part after the dot
    ("median.share" -> "share"); the click's value arrives as `Ask.known`. `form` opens when
    the command is called with nothing; its submission arrives as `Ask.options`.
    """

    name: str
    summary: str
    respond: Respond
    options: tuple[Option, ...] = ()
    example: str = ""
    clicks: Mapping[str, Respond] = field(default_factory=dict)
    form: Form | None = None

    @property
    def usage(self) -> str:
        """The arguments as a hint: "ROLE [PLACE] [LEVEL] [COMPANY] [--ai]"."""
        shown = []
        for option in self.options:
            word = f"--{option.name}" if option.kind == "flag" else option.name.upper()
            shown.append(word if option.required else f"[{word}]")
        return " ".join(shown)
