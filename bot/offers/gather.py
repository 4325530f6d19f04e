"""The gathering place of one offer's terms, filled by `pay`, `grant` and `terms`."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from bot.offers import words
from bot.offers.cues import Found
from bot.offers.figures import Figure
from bot.offers.frames import OF_OFFER
from bot.offers.grouping import Group
from bot.offers.labels import Labelled
from bot.offers.layout import Layout
from bot.understand.money import in_thousands

# A percent nobody named beside the base is a share of the company below this.
MOST_SHARE = 5.0
# How far around a bonus word the words that deny it are looked for, in characters.
_NEAR = 60


class Terms:
    """Gathers the terms of one offer from its part of the text."""

    def __init__(self, layout: Layout, group: Group) -> None:
        """Look at one group of the figures of a text."""
        self.layout = layout
        self.group = group
        self.low = _spoken_of(layout, group)
        self.fields: dict[str, Any] = {}
        self.spans: dict[str, tuple[int, int]] = {}

    def put(self, field: str, value: object, start: int, end: int) -> None:
        """Set a term and where it was read; the first reading stays."""
        if field not in self.fields:
            origin = self.layout.source.origin
            self.fields[field] = value
            self.spans[field] = (origin(start), origin(end))

    def put_figure(self, field: str, value: object, figure: Figure) -> None:
        """Set a term read from a figure."""
        self.put(field, value, figure.start, figure.end)

    def cues(self, role: str) -> list[Found]:
        """The cues of a role that stand in what is said of this offer."""
        first = bisect_left(self.layout.cues.terms, self.group.start, key=lambda cue: cue.start)
        last = bisect_left(self.layout.cues.terms, self.group.end, key=lambda cue: cue.start)
        return [
            cue
            for cue in self.layout.cues.terms[first:last]
            if cue.cue.role == role and self.low[cue.start - self.group.start] != " "
        ]

    def of(self, role: str | None, *kinds: str, frames: frozenset[str] = OF_OFFER) -> list[Labelled]:
        """The figures of a role, of these kinds, that speak of this offer."""
        return [
            entry
            for entry in self.group.figures
            if entry.role == role and entry.figure.kind in kinds and entry.frame in frames
        ]


def _spoken_of(layout: Layout, group: Group) -> str:
    """The lower-case text of a group, with sentences about other pay than the offer's blanked out."""
    low = layout.source.low[group.start : group.end]
    mine: dict[int, bool] = {}
    for entry in group.figures:
        sentence = layout.sentence(entry.figure.start)
        mine[sentence] = mine.get(sentence, False) or entry.frame in OF_OFFER
    pieces, last = [], group.start
    for sentence in (number for number, own in mine.items() if not own):
        start, end = layout.span(sentence)
        start, end = max(start, last), min(end, group.end)
        pieces += [low[last - group.start : start - group.start], " " * (end - start)]
        last = end
    return "".join([*pieces, low[last - group.start :]])


def money(figure: Figure) -> tuple[float, float]:
    """Both ends in plain money: a bare 190 in a list of terms is 190,000."""
    if figure.bare and figure.unit in {None, "year"}:
        return in_thousands(figure.low), in_thousands(figure.high)
    return figure.low, figure.high


def denied(terms: Terms, entry: Labelled) -> bool:
    """Whether the bonus word that named a percent says there is none: "0.3%, no bonus"."""
    if entry.cue is None or entry.figure.low >= MOST_SHARE:
        return False
    at = entry.cue.start - terms.group.start
    return any(
        none.start() <= at < none.end()
        for none in words.NO_BONUS.finditer(terms.low, max(0, at - _NEAR), at + _NEAR)
    )


def beside_base(terms: Terms) -> list[Labelled]:
    """Percents nobody named that stand in the sentence of the base."""
    start, end = terms.spans.get("base_amount") or terms.spans.get("base_low") or (0, 0)
    origin, layout = terms.layout.source.origin, terms.layout
    sentences = {
        layout.sentence(e.figure.start) for e in terms.group.figures if start <= origin(e.figure.start) < end
    }
    unnamed = [*terms.of(None, "percent"), *(e for e in terms.of("bonus", "percent") if denied(terms, e))]
    return [e for e in unnamed if layout.sentence(e.figure.start) in sentences]
