"""How the playbook's own numbers are made, step by step, for a person who asks why.

Nothing is chosen here: each working takes a number that a rule has made and lays out the bounds and the
rounding between which that rule made it. Tests hold each against the number itself. Pure; says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.market.quote import Quote
from bot.offers.offer import Offer
from bot.offers.worth.periods import full_time
from bot.playbook.asks import STEPS, USUAL_LOW, USUAL_MIDDLE, USUAL_TOP, step_for
from bot.playbook.counter import Counter
from bot.playbook.critique import Critique
from bot.playbook.pay_range import PayRange

_MONEY = frozenset({"base", "review", "equity_value", "sign_on"})


@dataclass(frozen=True, slots=True)
class AskWorking:
    """The bounds of a number to ask for, in the unit and period of the ask.

    `percent` of what is offered (`of`) is added to make `low`; `top` is the most that companies usually move.
    `median` and `upper_quarter` are the market's and `floor` the person's, where the number is a base. `step`
    is the round step the number is in, None for a percent of a company.
    """

    percent: int
    of: float | None
    low: float | None
    top: float | None
    median: float | None
    upper_quarter: float | None
    floor: float | None
    step: float | None


def ask_working(plan: Counter, offer: Offer, critique: Critique, quote: Quote | None) -> AskWorking:
    """The working of a counter's number; see the rules of `bot.playbook.counter`."""
    per_year = full_time(offer)
    on_base = plan.lever in ("base", "review")
    percent = USUAL_MIDDLE if plan.rule == "to_usual_middle" else USUAL_LOW
    of = plan.offered
    if plan.lever == "sign_on" and critique.base_high is not None:
        of = None  # a tenth of base, or a fifth more than the one offered: see `package`
    market = quote if on_base and quote is not None else None
    return AskWorking(
        percent=percent,
        of=of,
        low=round(of * (1 + percent / 100), 6) if of else None,
        top=round(of * (1 + USUAL_TOP / 100), 6) if of else None,
        median=market.p50 / per_year if market else None,
        upper_quarter=market.p75 / per_year if market and market.p75 is not None else None,
        floor=critique.floor / per_year if on_base and critique.floor is not None else None,
        step=_step(plan, of),
    )


def _step(plan: Counter, of: float | None) -> float | None:
    if plan.lever not in _MONEY:
        return None
    period = plan.period if plan.lever in ("base", "review") else "year"
    return step_for(of if of else plan.ask, STEPS[period])


@dataclass(frozen=True, slots=True)
class RangeWorking:
    """How a range is made, USD a year: `start` is a median, an estimate or a floor, `top` that and `pct`."""

    start: float
    pct: int
    top: float


def range_working(said: PayRange, quote: Quote, floor: float | None) -> RangeWorking:
    """The working of a range; see `bot.playbook.pay_range`."""
    start = floor if said.from_floor and floor is not None else quote.p50
    return RangeWorking(start, said.top_pct, round(start * (1 + said.top_pct / 100), 6))
