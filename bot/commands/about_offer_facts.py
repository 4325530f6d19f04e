"""The figures that answer a question on the offer at hand, each worked out of its own terms."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from bot.commands.compare_words import Wish
from bot.market.quote import Quote
from bot.offers.offer import Offer
from bot.offers.worth.periods import HOURS_A_WEEK, PERIODS_A_YEAR, WEEKS_A_YEAR
from bot.offers.worth.shapes import Worth
from bot.offers.worth.table import worth_of
from bot.offers.worth.vesting import Vesting, vesting
from bot.playbook.staying import ONE_AND_TWO_YEARS, Leaving, leaving
from bot.understand.offer_pay_asked import Asked
from bot.understand.offer_questions import OfferQuestion

SHARES_OF_TARGET = (50.0, 70.0)  # percents of a quota met that show how much hangs on it; ours, no data
_AS_ASSUMED = Wish()


@dataclass(frozen=True, slots=True)
class AtTarget:
    """Pay where only a part of a quota is met: `paid` a year at `percent` (70 for 70%), base included.

    base + percent x variable / 100: commission in line with the quota from the first sale.
    """

    percent: float
    paid: float


@dataclass(frozen=True, slots=True)
class OfYear:
    """What one year pays (`number` from 1): in cash, and in equity that vests in it."""

    number: int
    cash: float
    equity: float


@dataclass(frozen=True, slots=True)
class AboutOfferFacts:
    """What was asked of the offer and the figures that answer it.

    `base` is the base a full year, `bonus` what is counted on top, `times` what it is divided by for the
    period asked, `pay` what that makes, before tax; with weeks off, `off` is what they cost a year and `pay`
    what is left. `worth` holds the stake and how each figure was made. `leaving` is what is kept after the
    time asked, after one and two years where none was said; `quote` what the pay at target is held
    against, where that figure counts commissions. `variable` is what the targets bring a year, `base_pct`
    (50 for 50%) the base's part of pay at target. `vested` are the units of a stake that have vested by the
    first time asked of, or by the cliff; `of_year` is the pay of the one year that was asked of.
    """

    asked: OfferQuestion
    offer: Offer
    worth: Worth
    base: float | None = None
    bonus: float = 0
    times: float = 1
    off: float = 0
    pay: float | None = None
    leaving: tuple[Leaving, ...] = ()
    vesting: Vesting | None = None
    variable: float | None = None
    base_pct: float | None = None
    vested: int | None = None
    of_year: OfYear | None = None
    at_target: tuple[AtTarget, ...] = ()
    quote: Quote | None = None


def facts_of(
    asked: OfferQuestion, offer: Offer, quote: Quote | None = None, sold: Wish = _AS_ASSUMED
) -> AboutOfferFacts:
    """The figures for a question; `quote` is the market's for the job, to hold pay at target against.

    `sold` says at which values of the whole company, and after which dilution, to value a stake.
    """
    if asked.hours is not None and offer.base_period in ("hour", None):
        offer = replace(offer, hours_per_week=asked.hours)
    worth = worth_of(offer, exits=sold.exits, dilution_pct=sold.dilution_pct)
    facts = AboutOfferFacts(asked, offer, worth, vesting=vesting(offer))
    if asked.about == "leaving":
        after = ONE_AND_TWO_YEARS if asked.leaving is None else (asked.leaving,)
        return replace(facts, leaving=leaving(offer, worth, after), vested=_vested(worth, offer, after[0]))
    if asked.about == "total":
        until = 12.0 * asked.year if asked.year else asked.leaving or 12.0
        return replace(facts, leaving=leaving(offer, worth, (until,)), of_year=_of_year(worth, asked.year))
    if asked.about == "at_target":
        return _at_target(facts, quote)
    if asked.about == "term":
        facts = replace(facts, vested=_vested(worth, offer, vesting(offer).cliff))
    return _paid(facts) if asked.about in ("pay", "term") else facts


def _of_year(worth: Worth, number: int | None) -> OfYear | None:
    if number is None:
        return None

    def sum_of(group: str) -> float:
        return math.fsum(line.years[number - 1].amount for line in worth.lines if line.group == group)

    return OfYear(number, sum_of("cash"), sum_of("equity"))


def _at_target(facts: AboutOfferFacts, quote: Quote | None) -> AboutOfferFacts:
    """Base, variable pay, and what a part of the quota would pay."""
    variable = _yearly(facts.worth, ("variable",))
    base = facts.worth.yearly_base
    if base is None or not variable:
        return replace(facts, base=base.amount if base else None, quote=quote)
    percents = SHARES_OF_TARGET if facts.asked.at_pct is None else (facts.asked.at_pct,)
    rows = tuple(AtTarget(each, base.amount + each * variable / 100) for each in percents)
    part = 100 * base.amount / (base.amount + variable)
    return replace(facts, base=base.amount, variable=variable, base_pct=part, at_target=rows, quote=quote)


def _vested(worth: Worth, offer: Offer, months: float) -> int | None:
    """The units of a stake that have vested after so many months, whole ones only."""
    if worth.stake is None or worth.stake.units is None:
        return None
    worked = min(months, worth.term_months or math.inf)
    return math.floor(worth.stake.units.amount * vesting(offer).by(worked) / 100)


def _paid(facts: AboutOfferFacts) -> AboutOfferFacts:
    """The base by the period asked, with a bonus where that was said, less weeks without pay."""
    asked, worth = facts.asked, facts.worth
    if worth.yearly_base is None:
        return facts
    base = worth.yearly_base.amount
    bonus = _yearly(worth, ("bonus", "variable")) if asked.with_bonus or asked.about == "term" else 0.0
    off = base * min(asked.weeks_off, WEEKS_A_YEAR) / WEEKS_A_YEAR
    times = _times(asked.per, facts.offer)
    return replace(facts, base=base, bonus=bonus, times=times, off=off, pay=(base + bonus - off) / times)


def _yearly(worth: Worth, whats: tuple[str, ...]) -> float:
    """A full year's sum of some lines: of a contract shorter than that its own months."""
    return math.fsum(line.years[0].amount for line in worth.lines if line.what in whats)


def _times(per: Asked, offer: Offer) -> float:
    """How many of a period there are in a year, at the hours of the offer."""
    if per == "hour":
        return (offer.hours_per_week or HOURS_A_WEEK) * WEEKS_A_YEAR
    return PERIODS_A_YEAR[per]
