"""An offer as a sheet: a row a term with what it comes to, and a row a year. Plain data, no words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.offers.offer import Benefit, Offer
from bot.offers.worth.arithmetic import YEARS, single
from bot.offers.worth.equity import kind_of
from bot.offers.worth.pay import bonus_a_year
from bot.offers.worth.shapes import Figure, Line, What, Worth
from bot.offers.worth.vesting import vesting

Term = Literal[
    "base", "ote", "bonus", "sign_on", "equity", "refresh", "relocation", "total", "benefits", "deadline",
    "besides",
]  # fmt: skip
Said: TypeAlias = "float | str | tuple[Benefit, ...]"

# What each row is drawn from. A row stands where one of its fields before the "|" is said.
_FIELDS: dict[Term, str] = {
    "base": "base_amount base_low base_high mile_rate | base_period miles_per_week hours_per_week"
    " original_base base_later",
    "ote": "ote_low ote_high",
    "bonus": "bonus_pct bonus_pct_low bonus_pct_high bonus_amount",
    "sign_on": "sign_on sign_on_y1 sign_on_y2 | clawback_months",
    "equity": "equity_kind equity_value equity_value_low equity_value_high equity_value_per_year equity_units"
    " equity_pct | share_price preferred_price strike vest_years vest_schedule cliff_months"
    " exercise_window_months other_equity shares_outstanding valuation",
    "refresh": "refresh_value refresh",
    "relocation": "relocation",
    "total": "total_comp",
    "benefits": "benefits",
    "deadline": "deadline",
    "besides": "term_months pto_days start_date level remote visa",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A term as the offer says it: `said` are its fields by name, without those it does not say.

    `comes_to` is what they make where that takes arithmetic: a base or bonus a year, a grant in
    all; None where nothing is to be worked out. It is in `currency`, the offer's or the grant's own.
    """

    term: Term
    said: dict[str, Said]
    comes_to: Figure | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class Column:
    """One component of the years, or their sum: "cash" where equity has a currency of its own."""

    what: What | Literal["total", "cash"]
    currency: str | None


@dataclass(frozen=True, slots=True)
class Year:
    """What a year pays, a figure a column: the first year is 1."""

    year: int
    amounts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Years:
    """The offer year by year. `four_years` sums the first four of each column.

    `alike` is True where every year pays the same. `after` is the equity that vests when those
    years are over, 0 where none does. `months` is how long the work lasts, None where no end is said.
    """

    columns: tuple[Column, ...]
    rows: tuple[Year, ...]
    four_years: tuple[float, ...]
    alike: bool
    after: float
    months: float | None


def rows_of(offer: Offer, worth: Worth) -> tuple[Row, ...]:
    """The terms read, in the order a person looks for them; those the offer does not say have no row."""
    found = []
    for term, names in _FIELDS.items():
        needed, _, further = names.partition("|")
        said = _said(offer, needed)
        if said:
            own = term in ("equity", "refresh")
            found.append(
                Row(
                    term,
                    {**said, **_said(offer, further)},
                    _comes_to(term, offer, worth),
                    worth.equity_currency if own else _currency(term, offer),
                )
            )
    return tuple(found)


def _said(offer: Offer, names: str) -> dict[str, Said]:
    values = {name: getattr(offer, name) for name in names.split()}
    return {name: value for name, value in values.items() if value is not None and value != ""}


def _currency(term: Term, offer: Offer) -> str | None:
    moved = offer.relocation_currency if term == "relocation" else None
    return moved or offer.currency


def _comes_to(term: Term, offer: Offer, worth: Worth) -> Figure | None:
    """The arithmetic a row needs: pay a year, a percent in money, units at their price, years of a grant."""
    if term == "base":
        return worth.yearly_base if (offer.base_period or "year") != "year" else None
    if term == "bonus" and offer.bonus_amount is None:
        bonus = bonus_a_year(offer, worth.yearly_base, set())
        return bonus if bonus is not None and bonus.amount else None
    if term == "equity" and kind_of(offer) == "stock" and _size(offer) is None:
        if offer.equity_value_per_year is not None:
            return single("for_years", offer.equity_value_per_year, max(vesting(offer).months, 12.0) / 12)
        if offer.equity_units is not None and offer.share_price is not None:
            return single("units_price", offer.equity_units, offer.share_price)
    return None


def _size(offer: Offer) -> float | None:
    """The grant in money where it is said as a whole."""
    said = (offer.equity_value, offer.equity_value_low, offer.equity_value_high)
    return next((value for value in said if value is not None), None)


def years_of(worth: Worth, *, whole: bool = False) -> Years | None:
    """What each year pays, or None where there is only a base, the same every year.

    Four years, fewer where the work ends before; all that the grant vests in where `whole`.
    """
    lines = [each for each in worth.lines if each.group != "apart" and _pays(each)]
    if not lines:
        return None
    sums = _sums(worth, lines)
    counted = _counted(worth, whole=whole)
    table = [*lines, *(line for _, line in sums)]
    rows = tuple(Year(at + 1, tuple(_cents(each.years[at]) for each in table)) for at in range(counted))
    alike = all(row.amounts == rows[0].amounts for row in rows)
    if len(lines) == 1 and alike and worth.term_months is None:
        return None
    equity = worth.equity
    return Years(
        columns=(
            *(Column(each.what, each.currency) for each in lines),
            *(Column(what, line.currency) for what, line in sums),
        ),
        rows=rows,
        four_years=tuple(_cents(each.four_years) for each in table),
        alike=alike,
        after=round(math.fsum(figure.amount for figure in equity.years[counted:]), 2) if equity else 0.0,
        months=worth.term_months,
    )


def _cents(figure: Figure) -> float:
    return round(figure.amount, 2)


def _pays(line: Line) -> bool:
    return any(figure.amount for figure in line.years)


def _sums(worth: Worth, lines: list[Line]) -> list[tuple[Literal["total", "cash"], Line]]:
    """The column that sums the others; none where one component is all there is in its currency."""
    if worth.total is None:
        return []
    joined = worth.equity is not None and worth.equity.currency == worth.currency
    parts = [each for each in lines if each.group == "cash" or joined]
    apart = worth.equity is not None and not joined and any(each.group == "equity" for each in lines)
    return [("cash" if apart else "total", worth.total)] if len(parts) > 1 else []


def _counted(worth: Worth, *, whole: bool) -> int:
    """The years of the table."""
    years = max((len(each.years) for each in worth.lines), default=YEARS) if whole else YEARS
    if worth.term_months is None:
        return years
    return max(1, min(years, math.ceil(worth.term_months / 12)))
