"""Where a base falls among the pay of a cell, from the cell's own percentiles."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bot.market.quote import Quote

_MARKS = ("p10", "p25", "p50", "p75", "p90")


@dataclass(frozen=True, slots=True)
class Percentile:
    """The percent of a cell's pay that lies under a base.

    `percent` is read off the straight line between the two percentiles around it; outside the tenth and
    the ninetieth only `beyond` is known.
    """

    percent: int | None
    beyond: Literal["lowest_tenth", "highest_tenth"] | None = None


def percentile(base: float, quote: Quote) -> Percentile | None:
    """Where a yearly base falls in a cell; None for an estimate, and where a percentile is not known."""
    marks = [getattr(quote, name) for name in _MARKS]
    if quote.basis == "estimated" or any(mark is None for mark in marks):
        return None
    if base < marks[0]:
        return Percentile(None, "lowest_tenth")
    if base > marks[-1]:
        return Percentile(None, "highest_tenth")
    percents = [int(name[1:]) for name in _MARKS]
    for (low, under), (high, over) in pairwise(zip(marks, percents, strict=True)):
        if low <= base <= high:
            share = (base - low) / (high - low) if high > low else 0.5
            return Percentile(round(under + share * (over - under)))
    raise ValueError("the percentiles of a cell are out of order")
