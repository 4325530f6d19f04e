"""The gathering place of one offer's terms, filled by `cash`, `grant` and `terms`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.offers.figures import Figure
from bot.offers.judged import NONE, Judged
from bot.offers.layout import Layout
from bot.offers.offer import Doubt

# A term read less surely than this is shown as a question.
SURE = 0.75
_PERIOD_WORDS = {"hour": "hour", "month": "month", "week": "week", "day": "day", "biweek": "biweek"}


@dataclass(frozen=True, slots=True)
class Part:
    """One offer's mentions, and the part `[start, end)` of the readable text that speaks of it.

    `sentences` says for each mention of pay in the text whether an offer's, and in which sentence.
    """

    start: int
    end: int
    entries: tuple[Judged, ...]
    sentences: tuple[tuple[bool, int], ...] = ()


class Terms:
    """Gathers the terms of one offer."""

    def __init__(self, layout: Layout, part: Part) -> None:
        """Look at one offer of a text."""
        self.layout = layout
        self.part = part
        self.fields: dict[str, Any] = {}
        self.spans: dict[str, tuple[int, int]] = {}
        self.doubts: list[Doubt] = []

    def put(self, field: str, value: object, start: int, end: int) -> None:
        """Set a term and where it was read; the first reading stays."""
        if field not in self.fields:
            origin = self.layout.source.origin
            self.fields[field] = value
            self.spans[field] = (origin(start), origin(end))

    def put_entry(self, field: str, value: object, entry: Judged, *, doubt: bool = True) -> None:
        """Set a term read from a mention; where the mention's role is unsure, so is the term."""
        if field in self.fields:
            return
        self.put(field, value, entry.figure.start, entry.figure.end)
        if doubt and entry.sure < SURE:
            instead = None if entry.instead == NONE else entry.instead
            self.doubts.append(Doubt(field, round(entry.sure, 3), instead))

    def has(self, *fields: str) -> bool:
        """Whether any of these fields was read."""
        return any(field in self.fields for field in fields)

    def value(self, field: str) -> object:
        """What was read for a field, None where nothing was."""
        return self.fields.get(field)

    def speaks_of_it(self, position: int) -> bool:
        """Whether a sentence speaks of this offer: not one whose sums are all of other pay."""
        sentence = self.layout.sentence(position)
        inside = [own for own, number in self.part.sentences if number == sentence]
        return any(inside) or not inside

    def of(self, *roles: str) -> list[Judged]:
        """The mentions of these roles, in order."""
        return [entry for entry in self.part.entries if entry.role in roles]

    def said(self, figure: Figure) -> str:
        """The words of a mention, in lower case."""
        return self.layout.source.low[figure.start : figure.end]

    def after(self, figure: Figure) -> str:
        """The lower-case words right after a mention."""
        return self.layout.source.low[figure.end : figure.end + 60]

    def steps_between(self, one: Figure, other: Figure) -> float:
        """How far apart two mentions stand."""
        first, second = sorted((one, other), key=lambda figure: figure.start)
        return self.layout.steps(first.start, second.start)

    def period_near(self, figure: Figure) -> str | None:
        """The period a word beside a sum says: "hourly rate: 55", "monthly 4,200"."""
        near = [
            cue
            for cue in self.layout.cues.terms
            if cue.cue.role == "base"
            and cue.cue.detail in _PERIOD_WORDS
            and self.layout.sentence(cue.start) == self.layout.sentence(figure.start)
        ]
        return near[0].cue.detail if near else None

    def remaining(self, figure: Figure) -> bool:
        """Whether a time of vesting is that of the rest of a grant: "the remainder over 36 months"."""
        low = self.layout.source.low
        after = re.split(r"[.!?;\n]", low[figure.end : figure.end + 50], maxsplit=1)[0]
        near = low[max(0, figure.start - 90) : figure.end] + after
        return any(word in near for word in ("remain", "rest ", "balance", "thereafter", "following", "next"))
