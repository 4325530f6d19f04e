"""What one offer would have to change to be worth as much as another. Playbook, section 5.

Pure arithmetic over a gap in money. A private stake closes it only at an exit, so that is told as the
value the company would have to be sold for, never as a raise.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

from bot.offers.offer import Offer, Period
from bot.offers.worth.arithmetic import YEARS
from bot.offers.worth.equity import kind_of
from bot.offers.worth.shapes import Worth
from bot.offers.worth.vesting import vesting
from bot.playbook.counter import USUAL_TOP

Over = Literal["first_year", "four_years"]
MatchLever = Literal["base", "sign_on", "equity"]


@dataclass(frozen=True, slots=True)
class Raise:
    """One term raised until the gap is closed. Money is in the offer's currency.

    `more` is what is added (to base: a year), `becomes` what the term is then, `change_pct` the one over
    what was offered, None where nothing was. `of` are the numbers it was made of, the gap first: for base
    the years it is paid in and the percent of bonus that grows with it, for equity the percent that vests.
    `beyond_usual` is True where it is more than the 20% that most companies move. Where the base is not
    by the year, `rate` are `more` and `becomes` in its own period, `per`.
    """

    lever: MatchLever
    more: float
    becomes: float
    change_pct: float | None
    of: tuple[float, ...]
    beyond_usual: bool
    rate: tuple[float, float] | None = None
    per: Period = "year"


@dataclass(frozen=True, slots=True)
class Exit:
    """The exit at which a private stake closes the gap: nothing below it does.

    `value` is what the whole company sells for and `share_price` what a share brings then, None where the
    offer does not say enough. `multiple` is the exit over today's valuation or price. `of` are the gap, the
    percent of the grant vested in four years, and what is held: units and strike, or the percent.
    `strike_paid` is True where the cost to exercise is taken off.
    """

    value: float | None
    share_price: float | None
    multiple: float | None
    dilution_pct: float
    of: tuple[float, ...]
    strike_paid: bool


@dataclass(frozen=True, slots=True)
class Match:
    """What closes a gap over a stretch of time, each by itself; None where a term cannot.

    `gap` is how much less the offer pays, in its currency: nothing is needed where it rounds to zero or less.
    """

    over: Over
    gap: float
    base: Raise | None = None
    sign_on: Raise | None = None
    equity: Raise | None = None
    exit: Exit | None = None


def match(offer: Offer, worth: Worth, gap: float, over: Over, *, dilution_pct: float = 0.0) -> Match:
    """What `offer` needs to be paid `gap` more over the stretch.

    Base: gap / (years paid x (1 + bonus percent / 100)). Sign-on: the gap, once, in the first year.
    Equity that is money: gap x 100 / percent vesting in the stretch. Exit of a private stake, over four
    years: the value or price that pays the gap for what has vested by then.
    """
    if round(gap) <= 0 or worth.cash is None:
        return Match(over, gap)
    return Match(
        over,
        gap,
        base=_base(offer, worth, gap, over),
        sign_on=_raise("sign_on", gap, _said_sign_on(offer), (gap,)),
        equity=_equity(offer, worth, gap, over),
        exit=_exit(offer, worth, gap, dilution_pct) if over == "four_years" else None,
    )


def _raise(lever: MatchLever, more: float, had: float, of: tuple[float, ...]) -> Raise:
    change = 100 * more / had if had else None
    return Raise(lever, more, had + more, change, of, change is not None and change > USUAL_TOP)


def _said_sign_on(offer: Offer) -> float:
    parts = (offer.sign_on_y1 or 0.0) + (offer.sign_on_y2 or 0.0)
    return max(offer.sign_on or 0.0, parts)


def years_paid(worth: Worth, over: Over) -> float:
    """The years of work paid in a stretch: 4 or 1, fewer of a contract that ends before."""
    years = 1.0 if over == "first_year" else float(YEARS)
    return years if worth.term_months is None else min(years, worth.term_months / 12)


def _base(offer: Offer, worth: Worth, gap: float, over: Over) -> Raise | None:
    """On-target earnings are taken to rise with the base, so a bonus grows with it only without them."""
    had = worth.yearly_base
    if had is None or not had.amount:
        return None
    years, percent = years_paid(worth, over), bonus_percent(offer, worth)
    raised = _raise("base", gap / (years * (1 + percent / 100)), had.amount, (gap, years, percent))
    rate, per = offer.base_amount, offer.base_period or "year"
    if rate is None or per == "year":
        return raised
    times = had.amount / rate  # as often as a year pays the rate
    return replace(raised, rate=(raised.more / times, raised.becomes / times), per=per)


def bonus_percent(offer: Offer, worth: Worth) -> float:
    """The percent of base that is paid on top of a raise: the target bonus, where it is one of base."""
    if offer.bonus_amount is not None or not any(line.what == "bonus" for line in worth.lines):
        return 0.0
    low, high = offer.bonus_pct_low, offer.bonus_pct_high
    if offer.bonus_pct is not None:
        return offer.bonus_pct
    return (low + high) / 2 if low is not None and high is not None else 0.0


def _equity(offer: Offer, worth: Worth, gap: float, over: Over) -> Raise | None:
    grant = granted(worth)
    if kind_of(offer) != "stock" or worth.equity_currency != worth.currency or not grant:
        return None
    months = 12.0 * (1 if over == "first_year" else YEARS)
    percent = vesting(offer).by(min(months, worth.term_months or math.inf))
    return _raise("equity", 100 * gap / percent, grant, (gap, percent)) if percent else None


def granted(worth: Worth) -> float:
    """The whole first grant in money, all years of it; 0 where there is none."""
    return math.fsum(
        year.amount
        for line in worth.lines
        if line.what == "grant" and line.group == "equity"
        for year in line.years
    )


def _exit(offer: Offer, worth: Worth, gap: float, dilution_pct: float) -> Exit | None:
    stake = worth.stake
    if stake is None or stake.currency != worth.currency or dilution_pct >= 100:  # noqa: PLR2004 - all of it
        return None
    vested = vesting(offer).by(min(12.0 * YEARS, worth.term_months or math.inf))
    keeps = (100 - dilution_pct) / 100
    if not vested:
        return None
    strike = stake.strike if stake.kind == "options" else 0.0
    if stake.kind != "percent" and stake.units is not None and strike is not None:
        units = stake.units.amount * vested / 100
        price = strike + gap / units
        outstanding = _outstanding(offer, worth)
        value = price * outstanding / keeps if outstanding else None
        today = stake.price.amount if stake.price is not None else None
        if offer.valuation and value is not None:
            multiple: float | None = value / offer.valuation
        else:
            multiple = price / keeps / today if today else None
        of = (gap, vested, stake.units.amount, strike)
        return Exit(value, price, multiple, dilution_pct, of, strike_paid=stake.kind == "options")
    if stake.percent is None or not stake.percent.amount:
        return None
    percent = stake.percent.amount
    value = gap / (vested / 100) / (percent / 100) / keeps
    multiple = value / offer.valuation if offer.valuation else None
    return Exit(value, None, multiple, dilution_pct, (gap, vested, percent), strike_paid=False)


def _outstanding(offer: Offer, worth: Worth) -> float | None:
    """The fully diluted shares, as said or as units over their percent."""
    stake = worth.stake
    if offer.shares_outstanding:
        return offer.shares_outstanding
    if stake is None or stake.units is None or stake.percent is None or not stake.percent.amount:
        return None
    return 100 * stake.units.amount / stake.percent.amount
