"""Sums said short in talk of lakhs: "CTC 28 LPA: fixed 24, variable 2.5" are 24 and 2.5 lakh."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.offers.judged import Judged
from bot.offers.layout import Layout

_LAKH = 100_000.0
# No pay is said as more lakhs than this.
_MOST = 300
_SAYS_LAKHS = re.compile(r"(?:lpa|lakhs?|lacs?|\dl)\b")
# What a number without a scale is a percent of, a time or a count for, and no sum.
_NO_SUM = frozenset(
    {
        "bonus_pct",
        "equity_pct",
        "equity_units",
        "vest_years",
        "cliff",
        "vest_schedule",
        "vest_part",
        "pto",
        "hours",
    }
    | {"term", "clawback", "window", "severance", "split", "share_price", "strike", "none"}
)


def in_lakhs(layout: Layout, judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """The mentions of a text, bare sums in lakhs where others are and none is of another currency."""
    low = layout.source.low
    sums = [figure for figure in layout.figures if figure.kind == "money"]
    if any(figure.currency not in {None, "INR"} for figure in sums) or not any(
        figure.currency == "INR" and _SAYS_LAKHS.search(low, figure.start, figure.end) for figure in sums
    ):
        return tuple(judged)
    return tuple(_in_lakhs(entry) for entry in judged)


def _in_lakhs(entry: Judged) -> Judged:
    figure = entry.figure
    if (
        figure.kind != "money"
        or not figure.bare
        or figure.unit not in {None, "year"}
        or not 0 < figure.high < _MOST
        or entry.role in _NO_SUM
    ):
        return entry
    return entry._replace(
        figure=figure._replace(low=figure.low * _LAKH, high=figure.high * _LAKH, currency="INR", bare=False)
    )
