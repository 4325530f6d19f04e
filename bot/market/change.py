"""How a quoted cell has moved from week to week, where two weeks can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from bot.market.database import Market
from bot.market.quote import Quote
from bot.understand.places import place

US: Final = "0000000"
INTERVAL_PCT: Final = 80
_SPANS: Final = ("week", "quarter")
_WEEK_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Change:
    """A change in percent among the same employers' same jobs, with its interval.

    `first` and `last` are the Mondays (ISO dates) of the weeks compared, `weeks` how far they lie
    apart. `verdict` is "none" where the interval reaches across zero.
    """

    span: str
    first: str
    last: str
    weeks: int
    pairs: int
    employers: int
    pct: float
    low_pct: float
    high_pct: float
    verdict: Literal["up", "down", "none"]
    interval_pct: int = INTERVAL_PCT


def changes(market: Market, quote: Quote) -> tuple[Change, ...]:
    """The changes of the very cell quoted, since the week before and over the longer span."""
    if quote.n is None:
        return ()
    where = US if quote.place == place(US).name else quote.asked.place or US
    rows = {row.span: row for row in market.trends(quote.role, where, quote.level, quote.ai)}
    found: dict[str, Change] = {}
    for span in _SPANS:
        row = rows.get(span)
        if row is None or row.first in found:  # with two weeks in all, both spans are the same one
            continue
        verdict: Literal["up", "down", "none"] = "up" if row.low > 0 else "down" if row.high < 0 else "none"
        apart = date.fromisoformat(row.last) - date.fromisoformat(row.first)
        pct, low, high = (round(100 * each, 2) for each in (row.change, row.low, row.high))
        weeks = apart.days // _WEEK_DAYS
        found[row.first] = Change(
            span, row.first, row.last, weeks, row.pairs, row.employers, pct, low, high, verdict
        )
    return tuple(found.values())
