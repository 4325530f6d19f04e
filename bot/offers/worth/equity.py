"""Equity that is money: a grant said as a sum, or shares whose price is known, as it vests; refreshers.

Options and a percent of a company are no money: those are in `stakes`.
"""

from __future__ import annotations

from typing import Literal

from bot.offers.offer import Offer
from bot.offers.worth.arithmetic import ENDED, NONE, NOT_YET, line, single, spanning
from bot.offers.worth.shapes import Assumption, Figure, Group, Line
from bot.offers.worth.vesting import Vesting

Kind = Literal["stock", "shares", "options", "percent", "none", "unknown"]


def kind_of(offer: Offer) -> Kind:
    """What the grant is: stock worth money, shares without a price, options, a percent, none, or not said.

    A strike makes options of anything that is not RSUs.
    """
    kind, money = offer.equity_kind, _in_money(offer)
    if kind == "none":
        return "none"
    if kind == "options" or (kind != "rsu" and offer.strike is not None):
        return "options"
    if kind == "percent" or (not money and offer.equity_units is None and offer.equity_pct is not None):
        return "percent"
    if money:
        return "stock"
    return "unknown" if offer.equity_units is None else "shares"


def _in_money(offer: Offer) -> bool:
    said = (offer.equity_value, offer.equity_value_low, offer.equity_value_high, offer.equity_value_per_year)
    return any(value is not None for value in said) or (
        offer.equity_units is not None and offer.share_price is not None
    )


def equity_currency(offer: Offer) -> str | None:
    """The currency of the grant: its own where the offer says one, else that of the pay."""
    return offer.equity_currency or offer.currency


def equity_lines(offer: Offer, plan: Vesting, years: int, end: float, made: set[Assumption]) -> list[Line]:
    """The grant and its refreshers as they vest, in money; a line of zeros where there is said to be none.

    `end` is the month the job ends in, infinite where it does not. The sum said for options or a
    percent of a company is a line of the group "apart".
    """
    kind, currency = kind_of(offer), equity_currency(offer)
    if kind == "none":
        return [line("grant", "equity", currency, [NONE] * years)]
    group: Group = "apart" if kind in {"options", "percent"} else "equity"
    lines: list[Line] = []
    grant = _grant(offer, plan, kind, made)
    if grant is not None:
        if group == "equity":
            made.add("price_unchanged")
        lines.append(
            line("grant", group, currency, [vested(grant, plan, year, end) for year in range(years)])
        )
    if offer.refresh_value:
        made.add("refresh_each_year")
        yearly = [_refreshed(offer.refresh_value, plan.months, year, end) for year in range(years)]
        lines.append(line("refresh", group, currency, yearly))
    return lines


def _grant(offer: Offer, plan: Vesting, kind: Kind, made: set[Assumption]) -> Figure | None:
    """The whole grant in money: as said, the middle of a range, a year's x years, or units x price."""
    low, high = offer.equity_value_low, offer.equity_value_high
    if offer.equity_value is not None:
        return spanning(offer.equity_value, offer.equity_value)
    if low is not None or high is not None:
        ends = [end for end in (low, high) if end is not None]
        if len(ends) > 1:
            made.add("middle_of_grant")
        return spanning(ends[0], ends[-1])
    if offer.equity_value_per_year is not None:
        made.add("yearly_equity")
        return single("for_years", offer.equity_value_per_year, max(plan.months, 12.0) / 12)
    if kind == "stock" and offer.equity_units is not None and offer.share_price is not None:
        return single("units_price", offer.equity_units, offer.share_price)
    return None


def vested(grant: Figure, plan: Vesting, year: int, end: float) -> Figure:
    """What vests of a grant in a year (0 the first) of a job of `end` months: percent x grant / 100."""
    percent = plan.in_year(year, end)
    if not percent:
        return ENDED if 12 * year >= end else NOT_YET
    figure = single("share", percent, grant.amount, after=grant)
    return Figure(figure.amount, grant.low * percent / 100, grant.high * percent / 100, figure.how)


def _refreshed(value: float, months: float, year: int, end: float) -> Figure:
    """Refreshers vesting in a year: one granted at the start of each year from the second.

    Each vests evenly over as long as the first grant: the percents of all that vest in the year
    are added and taken of one refresh.
    """
    plan = Vesting(max(months, 12.0))
    percent = sum(
        plan.by(min(12 * year + 12, end) - 12 * start) - plan.by(min(12 * year, end) - 12 * start)
        for start in range(1, year + 1)
    )
    if not percent:
        return ENDED if 12 * year >= end else NOT_YET
    return single("share", percent, value)
