"""What a check of a draft is handed, and what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from bot.offers.offer import Offer
from bot.playbook.critique import Critique

# The order is the cost of each, dearest first: what gives the number away, what ends the talk, what is
# left unsaid, what weakens it, what is only polish.
Kind = Literal[
    "present_salary",
    "threat",
    "ultimatum",
    "accepts_early",
    "floor",
    "wrong_number",
    "under_rival",
    "company_name",
    "no_ask",
    "vague_ask",
    "range",
    "raise_is_enough",
    "base_alone",
    "no_median",
    "several_asks",
    "competing",
    "entitlement",
    "personal_need",
    "peers",
    "buzzwords",
    "apology",
    "hedging",
    "chatty",
    "gap",
    "too_long",
    "no_thanks",
    "no_close",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
TOO_LONG = 180  # words; a counter longer than this is skimmed

Why = Literal["", "at_median", "fixed", "offered", "below", "no_figure", "no_source", "named", "time"]
Lever = Literal[
    "base",
    "equity",
    "sign_on",
    "bonus",
    "pto",
    "remote",
    "start",
    "title",
    "relocation",
    "allowance",
    "review",
    "severance",
    "time",
    "info",
]
Strength = Literal[
    "", "short", "thanks", "market", "work", "ask", "ask_and_market", "ask_and_work", "ask_last"
]
Purpose = Literal["counter", "accept", "decline", "time", "info"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of mistake: where its words stand (offsets in the draft), why it is one, better words.

    `spans` is empty where the mistake is that something is missing. `better` is empty where the words
    simply go, and where only the person can say what is better.
    """

    kind: Kind
    spans: tuple[Span, ...] = ()
    why: Why = ""
    better: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the draft that go, from `start` to `end`, and what stands there instead."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the draft: the offer at hand and how it stands."""

    offer: Offer | None = None
    critique: Critique | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """The sentences an improved draft may need, ready to stand in a letter.

    `ask` holds "{figure}" where the number goes, `figure` is the number where the draft names none,
    or a marked gap; `other` asks for something else than base; `market` and `work` are a sentence or
    a marked gap. `offered` is the base on the table, as a letter says it, and `others` ask for one number
    of a lever that is not the base. `fallback` asks for something else in case the base has no room.
    """

    thanks: str
    close: str
    ask: str
    figure: str
    other: str
    market: str
    work: str
    offered: str = ""
    others: Mapping[Lever, str] = field(default_factory=dict)
    fallback: str = ""

    @property
    def plain(self) -> str:
        """The ask for a draft without a number: of base, or of what else the plan has a number for."""
        unsure = "[GAP" in self.figure and "[GAP" not in self.other
        return self.other if unsure else self.ask.replace("{figure}", self.figure)


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing the draft asks for: its levers, and the figure of its base as written, if any.

    `start` and `end` are those of the sentence, `figure` the span of the number and `low`/`high` its
    value (equal but for a range), written out: 165000 for "165k".
    `currency` is the one said beside it.
    """

    start: int
    end: int
    levers: tuple[Lever, ...]
    figure: Span | None = None
    low: float | None = None
    high: float | None = None
    vague: Span | None = None
    question: bool = False
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look at a draft found, and the edits that mend it."""

    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]
    asks: tuple[Asked, ...]
    purpose: Purpose
    strong: Strength
    words: int

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds found."""
        return frozenset(finding.kind for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft as read and as mended: `mended` are the kinds the improved draft no longer has."""

    looked: Looked
    improved: str
    improved_words: int
    mended: frozenset[Kind]
