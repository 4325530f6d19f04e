"""A comparison as a table narrow enough for a phone: a row a sum and a column an offer, or a row an offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from bot.playbook.compare import Side

WIDEST = 3  # offers that stand beside each other; more stand under each other

RowOf = Literal["cash", "equity", "both", "cash_four", "equity_four", "both_four", "leaving", "base"]


@dataclass(frozen=True, slots=True)
class SumRow:
    """One sum of every offer. `first` and `last` are the years it holds for, each of them pays it.

    Of "leaving" they are the years after which a person leaves. None where an offer has no such sum.
    """

    of: RowOf
    first: int
    last: int
    amounts: tuple[float | None, ...]


def sum_rows(sides: Sequence[Side], *, whole: bool = False) -> tuple[SumRow, ...]:
    """The rows: cash by year and over four, equity that is money over four, both, and what leaving gives.

    Years in a row in which every offer pays the same stand together. `whole` adds equity and both by year.
    Where one ends before the others, what a full year's base would be stands first.
    """
    owned = any(side.equity_four for side in sides)
    rows: list[SumRow] = []
    if any("length" in side.barriers for side in sides):
        rows.append(SumRow("base", 1, 1, tuple(side.base for side in sides)))
    rows += [*_by_year("cash", [side.cash for side in sides])]
    rows.append(SumRow("cash_four", 1, 4, tuple(_told(side, side.cash_four) for side in sides)))
    if owned:
        if whole:
            rows += _by_year("equity", [side.equity for side in sides])
        rows.append(SumRow("equity_four", 1, 4, tuple(side.equity_four for side in sides)))
        if whole:
            rows += _by_year("both", [side.both for side in sides])
        rows.append(SumRow("both_four", 1, 4, tuple(_told(side, side.both_four) for side in sides)))
    kept = [(_kept(side, at), sum(side.both[: at + 1])) for side in sides for at in (0, 1)]
    if whole or any(each is not None and each != paid for each, paid in kept):
        rows += [SumRow("leaving", at + 1, at + 1, tuple(_kept(side, at) for side in sides)) for at in (0, 1)]
    return tuple(rows)


def _told(side: Side, amount: float) -> float | None:
    return None if "no_pay" in side.barriers else amount


def _kept(side: Side, at: int) -> float | None:
    return side.leaving[at].kept if side.leaving else None


def _by_year(of: RowOf, amounts: Sequence[Sequence[float]]) -> list[SumRow]:
    """Four years of each offer, years that are alike for all of them as one row."""
    years = list(enumerate(zip(*amounts, strict=True), start=1))
    found = []
    for same, group in groupby(years, key=lambda year: tuple(round(each, 2) for each in year[1])):
        spanned = [year for year, _ in group]
        found.append(SumRow(of, spanned[0], spanned[-1], same))
    return found
