"""Sums a person names, made comparable with the benchmarks: dollars a year."""

from __future__ import annotations

from bot.offers.worth.periods import PERIODS_A_YEAR
from bot.understand.money import Amount

DOLLARS = "USD"


def yearly_dollars(amount: Amount | None, *, low_end: bool = False) -> float | None:
    """A sum as US dollars a year: an hour x 2,080, a month x 12; of a range the middle, or the low end.

    None for other currencies (they are never converted), for the price of a share, and for None.
    """
    if amount is None or amount.currency not in (None, DOLLARS):
        return None
    return yearly(amount, low_end=low_end)


def yearly(amount: Amount, *, low_end: bool = False) -> float | None:
    """The same in the sum's own currency; None for the price of a share."""
    if amount.per == "share":
        return None
    value = amount.low if low_end else amount.value
    return value * PERIODS_A_YEAR[amount.per or "year"]
