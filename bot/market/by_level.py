"""What stands inside a figure of all levels: the median of each level, and how many titles state none."""

from __future__ import annotations

from dataclasses import dataclass

from bot.market.database import Market
from bot.market.quote import Quote
from bot.understand.levels import levels
from bot.understand.places import place

_US = "0000000"


@dataclass(frozen=True, slots=True)
class LevelPay:
    """The median of one level in the same cell, USD a year, with its evidence."""

    level: str
    p50: int
    n: int
    employers: int


@dataclass(frozen=True, slots=True)
class ByLevel:
    """The levels that stand within a quote of all levels, lowest first.

    `unstated` counts the postings of the quote whose titles state no level, `thin` those of levels with
    too few to quote.
    """

    levels: tuple[LevelPay, ...]
    unstated: int
    thin: int


def by_level(market: Market, quote: Quote) -> ByLevel | None:
    """The levels inside a measured quote of all levels; None where it is of one, or none stands."""
    if not quote.n or quote.level != "all":
        return None
    where = _US if quote.place == place(_US).name else quote.asked.place or _US
    cells = [cell for each in levels() if (cell := market.cell(quote.role, where, each, quote.ai))]
    stand = tuple(
        LevelPay(cell.level, cell.p50, cell.n, cell.employers)
        for cell in cells
        if cell.stands and cell.p50 is not None
    )
    thin = sum(cell.n for cell in cells if not cell.stands)
    unstated = max(0, quote.n - thin - sum(each.n for each in stand))
    return ByLevel(stand, unstated, thin) if stand else None
