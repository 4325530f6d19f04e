"""The gathering place of one offer's terms, filled by `pay`, `grant` and `terms`."""

from __future__ import annotations

from typing import Any

from bot.offers.figures import Figure
from bot.offers.grouping import Group
from bot.offers.labels import Labelled
from bot.offers.layout import Layout
from bot.understand.money import in_thousands

# The frames that speak of the offer itself, first or last form of it.
MINE = frozenset({"", "offer", "revised", "initial"})


class Terms:
    """Gathers the terms of one offer from its part of the text."""

    def __init__(self, layout: Layout, group: Group) -> None:
        """Look at one group of the figures of a text."""
        self.layout = layout
        self.group = group
        self.low = layout.source.low[group.start : group.end]
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

    def of(self, role: str | None, *kinds: str, frames: frozenset[str] = MINE) -> list[Labelled]:
        """The figures of a role, of these kinds, that speak of this offer."""
        return [
            entry
            for entry in self.group.figures
            if entry.role == role and entry.figure.kind in kinds and entry.frame in frames
        ]


def money(figure: Figure) -> tuple[float, float]:
    """Both ends in plain money: a bare 190 in a list of terms is 190,000."""
    if figure.bare and figure.unit in {None, "year"}:
        return in_thousands(figure.low), in_thousands(figure.high)
    return figure.low, figure.high


def beside_base(terms: Terms) -> list[Labelled]:
    """Percents nobody named that stand in the sentence of the base."""
    start, end = terms.spans.get("base_amount") or terms.spans.get("base_low") or (0, 0)
    origin, layout = terms.layout.source.origin, terms.layout
    sentences = {
        layout.sentence(e.figure.start) for e in terms.group.figures if start <= origin(e.figure.start) < end
    }
    return [e for e in terms.of(None, "percent") if layout.sentence(e.figure.start) in sentences]
