"""An offer valued year by year: the door of this package."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

from bot.offers.offer import Offer
from bot.offers.worth.arithmetic import LEAST, MOST, YEARS, spanning, summed
from bot.offers.worth.equity import equity_currency, equity_lines, kind_of
from bot.offers.worth.pay import cash_lines
from bot.offers.worth.periods import a_year, months_worked, yearly_base
from bot.offers.worth.shapes import Assumption, Figure, Group, Line, Worth
from bot.offers.worth.stakes import stake_of
from bot.offers.worth.vesting import Vesting, vesting

MOST_YEARS = 10  # a table of more is no help
_MOST_OF: dict[str, float] = {
    "equity_pct": 100,
    "bonus_pct": 1000,
    "bonus_pct_low": 1000,
    "bonus_pct_high": 1000,
    "cliff_months": 120,
    "hours_per_week": 100,
    "term_months": 600,
}
_IN_ORDER: tuple[Assumption, ...] = get_args(Assumption)
_NEVER_ZERO = frozenset({"hours_per_week", "term_months"})
_READ = (
    "base_amount", "base_low", "base_high", "base_later", "bonus_pct", "bonus_pct_low", "bonus_pct_high",
    "bonus_amount", "sign_on", "sign_on_y1", "sign_on_y2", "equity_value", "equity_value_low",
    "equity_value_high", "equity_value_per_year", "equity_units", "equity_pct", "strike", "share_price",
    "preferred_price", "shares_outstanding", "valuation", "cliff_months", "relocation", "total_comp",
    "ote_low", "ote_high", "refresh_value", "hours_per_week", "term_months",
)  # fmt: skip


def worth_of(offer: Offer, *, exits: Sequence[float] = (), dilution_pct: float | None = None) -> Worth:
    """Cash and equity of each year, four at least, and what a stake may come to; never raises.

    Sums are in the offer's currency, or in the equity's own; nothing is converted. `exits` (values
    of the whole company) and `dilution_pct` (15 for 15%) are the person's for options and percents;
    without them the scenarios stand on assumptions, and say which.
    """
    offer = _usable(offer)
    made: set[Assumption] = set()
    plan, end, own = vesting(offer), offer.term_months or math.inf, equity_currency(offer)
    years = YEARS if kind_of(offer) in {"none", "unknown"} else _years(plan)
    base = yearly_base(offer, made)
    pay = cash_lines(offer, base, months_worked(offer.term_months, years), made)
    grants = equity_lines(offer, plan, years, end, made)
    stake = stake_of(offer, plan, years, end, exits=exits, dilution_pct=dilution_pct)
    cash = _sum_of(pay, "cash", offer.currency) if any(each.what in {"base", "ote"} for each in pay) else None
    equity = _sum_of(grants, "equity", own)
    total = cash
    if cash is not None and equity is not None and own == offer.currency:
        total = summed([cash, equity], "cash", own)
    if (grants and kind_of(offer) != "none") or (stake is not None and stake.line is not None):
        made.update(plan.assumptions)
    _assume(offer, cash, equity, made)
    return Worth(
        currency=offer.currency,
        equity_currency=own,
        term_months=offer.term_months,
        yearly_base=base,
        later_base=None if offer.base_later is None else _later(offer, offer.base_later),
        lines=(*pay, *grants),
        cash=cash,
        equity=equity,
        total=total,
        stake=stake,
        said_total=offer.total_comp,
        assumptions=tuple([code for code in _IN_ORDER if code in made]),
    )


def _usable(offer: Offer) -> Offer:
    """The offer without figures that can be none: below zero, endless, far too large or too small."""
    wrong: dict[str, Any] = {}
    for name in _READ:
        value = getattr(offer, name)
        if value is None or isinstance(value, str):
            continue
        least = LEAST if value or name in _NEVER_ZERO else 0.0
        if not least <= value <= _MOST_OF.get(name, MOST):
            wrong[name] = None
    return replace(offer, **wrong) if wrong else offer


def _years(plan: Vesting) -> int:
    """The years of the table: four, or as many as the grant vests over, ten at most."""
    return max(YEARS, min(MOST_YEARS, math.ceil(plan.months / 12)))


def _sum_of(lines: Sequence[Line], group: Group, currency: str | None) -> Line | None:
    counted = [each for each in lines if each.group == group]
    return summed(counted, group, currency) if counted else None


def _later(offer: Offer, base: float) -> Figure:
    return a_year(spanning(base, base), offer, set())


def _assume(offer: Offer, cash: Line | None, equity: Line | None, made: set[Assumption]) -> None:
    """What the table as a whole takes for granted."""
    term, kind = offer.term_months, kind_of(offer)
    if term is not None:
        made.add("term_only")
    if cash is not None and (term is None or term > 12):  # noqa: PLR2004 - more than a year
        made.add("no_raise")
        if not offer.refresh_value:
            made.add("refresh_not_sized" if offer.refresh else "no_refresh")
    if offer.base_later is not None:
        made.add("step_up_left_out")
    if cash is None and offer.total_comp is not None:
        made.add("total_as_said")
    if kind in {"options", "percent"}:
        made.add("no_options")
    elif kind == "shares":
        made.add("no_share_price")
    if equity is not None and equity.currency != offer.currency:
        made.add("equity_in_its_currency")
    if offer.other_equity:
        made.add("second_grant_left_out")
