"""Counter once, with one number. Playbook, section 4, step 4.

Pure rules over values. The number comes from the offer, the market and the usual movement, never
from what the person earns today: today's pay is not among the inputs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from bot.market.quote import Quote
from bot.offers.offer import Offer, Period
from bot.offers.worth.periods import full_time
from bot.playbook.critique import AROUND, Critique

Support = Literal["median", "middle_half"]
Lever = Literal["base", "equity_value", "equity_pct", "equity_units", "sign_on"]
Rule = Literal[
    "to_median",
    "to_estimate",
    "to_usual_top",
    "to_usual_low",
    "to_upper_quarter",
    "to_floor",
    "top_of_range",
    "theirs",
    "equity_up",
    "sign_on",
]

USUAL_LOW, USUAL_TOP = 10, 20  # percent: "most companies move 10 to 20%" (playbook, section 4)
EVIDENCE = ("workflow", "eval")  # what an email has room for; portability is for the conversation

# People name pay in round steps of its period; an ask is rounded to one.
_STEPS: dict[Period, float] = {"year": 1000, "month": 100, "biweek": 50, "week": 25, "day": 10, "hour": 1}
# Verdicts after which the one number is a base.
_ON_BASE = frozenset({"below_median", "below_estimate", "inside_estimate", "no_benchmark"})
_ABOVE_FLOOR = 1.05  # a floor is where one stops, so the ask leaves room above it


@dataclass(frozen=True, slots=True)
class Counter:
    """One number and how it was chosen.

    `ask` and `offered` are in the offer's own currency and `period` for base, in money for
    equity value and sign-on, in percent or units for those. `change_pct` is the movement asked
    for, None where nothing is. `market` says which figure of the quote supports the number: the
    median when that reaches it, the middle half when that does, None when neither. An estimate
    supports none: what goes to a recruiter is measured or published. `gaps` are the
    parts of the evidence still missing, most telling first.
    """

    lever: Lever
    ask: float
    offered: float | None
    change_pct: float | None
    period: Period
    rule: Rule
    usual: tuple[int, int]
    beyond_usual: bool
    market: Support | None
    gaps: tuple[str, ...]


def counter(
    offer: Offer,
    critique: Critique,
    quote: Quote | None,
    *,
    wanted: float | None = None,
    evidence: frozenset[str] = frozenset(),
) -> Counter | None:
    """The one number to ask for, or None when the offer's base is not known.

    - A number the person names is theirs to ask for (`wanted`, in the base's period).
    - Below the floor: as below, and at least 5% above the floor where 20% on base reaches that,
      else the floor itself.
    - A range: its top, when the median lies under it; else as below, counted from its top.
    - Below the median: the median, kept within 10 to 20% above the base; where 10% would pass the
      75th percentile, that percentile.
    - No benchmark, a median of all levels for a job that is not a middle one, or contract pay:
      10% on base, the low end of the usual movement.
    - An estimate: under its interval as below a median, toward the estimate; inside it as without a
      benchmark, for it is too wide to judge by.
    - At or above the median, or above an estimate's interval: equity up 20%; with no sized equity on
      the table, a sign-on of 10% of base, or the one offered up 20% where that is more.
    """
    if critique.base_low is None or critique.base_high is None:
        return None
    period, per_year = offer.base_period or "year", full_time(offer)
    offered = critique.base_high  # a range is an offer of its top: to ask for less would be a step back
    aim = _aim(offered, quote)
    target: float | None
    rule: Rule
    if wanted is not None:
        target, rule = wanted * per_year, "theirs"
    elif critique.verdict == "below_floor" and critique.floor is not None:
        target, rule = _toward(offered, critique, aim)
        if target < critique.floor * _ABOVE_FLOOR:
            most = offered * (1 + USUAL_TOP / 100)
            target, rule = max(critique.floor, min(critique.floor * _ABOVE_FLOOR, most)), "to_floor"
    elif critique.base_low < offered and (aim is None or aim.p50 <= offered):
        target, rule = offered, "top_of_range"
    elif critique.verdict in _ON_BASE or critique.bar or _by_contract(offer):
        target, rule = _toward(offered, critique, aim)
    else:
        target, rule = None, "equity_up"
    lever, ask, had, rule = (
        _base(target / per_year, offered / per_year, _STEPS[period], rule)
        if target is not None
        else _package(offer, offered)
    )
    change = 100 * (ask - had) / had if had and ask != had else None
    step = _STEPS[period] * per_year
    return Counter(
        lever=lever,
        ask=ask,
        offered=had,
        change_pct=change,
        period=period,
        rule=rule,
        usual=(USUAL_LOW, USUAL_TOP),
        beyond_usual=lever == "base" and change is not None and change > USUAL_TOP,
        market=_support(ask * per_year, critique, quote, step) if lever == "base" else None,
        gaps=tuple(part for part in EVIDENCE if part not in evidence),
    )


def _aim(offered: float, quote: Quote | None) -> Quote | None:
    """The quote a number on base may aim at: an estimate only from under its interval."""
    if quote is None or quote.basis != "estimated":
        return quote
    return quote if quote.low is not None and offered < quote.low else None


def _by_contract(offer: Offer) -> bool:
    """Contract pay has no equity or sign-on to move to, and carries costs a salary does not."""
    return offer.employment_type == "contract"


def _support(ask_year: float, critique: Critique, quote: Quote | None, step: float) -> Support | None:
    if quote is None or critique.bar or quote.basis == "estimated":
        return None
    if ask_year <= max(quote.p50 * (1 + AROUND), quote.p50 + step):
        return "median"
    return "middle_half" if quote.p75 is not None and ask_year <= quote.p75 else None


def _toward(offered: float, critique: Critique, quote: Quote | None) -> tuple[float, Rule]:
    """The median, kept within the usual movement above what was offered.

    A median of all levels says little for a job that is not a middle one: then it is the low end.
    So it is where the median lies below that, unless the upper quarter begins sooner: a number
    there can still be shown to be paid.
    """
    low, top = offered * (1 + USUAL_LOW / 100), offered * (1 + USUAL_TOP / 100)
    if quote is None or critique.bar:
        return low, "to_usual_low"
    if quote.p50 > low:
        if quote.p50 > top:
            return top, "to_usual_top"
        return quote.p50, "to_estimate" if quote.basis == "estimated" else "to_median"
    if quote.p75 is not None and offered * (1 + AROUND) < quote.p75 < low:
        return quote.p75, "to_upper_quarter"
    return low, "to_usual_low"


def _base(target: float, offered: float, step: float, rule: Rule) -> tuple[Lever, float, float, Rule]:
    """A target in the offer's own period, in a round step that stays within the usual movement."""
    if rule in ("theirs", "top_of_range"):
        return "base", target, offered, rule
    if rule == "to_upper_quarter":
        return "base", max(_round_down(target, step), offered), offered, rule
    ask = _round_up(target, step)
    most = offered * (1 + USUAL_TOP / 100)
    if target <= most < ask:
        ask = max(_round_down(most, step), offered)
    return "base", ask, offered, rule


def _package(offer: Offer, base: float) -> tuple[Lever, float, float | None, Rule]:
    """Base already stands at the market: ask where there is room."""
    raised = 1 + USUAL_TOP / 100
    if offer.equity_value:
        ask = _round_down(offer.equity_value * raised, _STEPS["year"])
        return "equity_value", ask, offer.equity_value, "equity_up"
    if offer.equity_pct:
        return "equity_pct", round(offer.equity_pct * raised, 4), offer.equity_pct, "equity_up"
    if offer.equity_units:
        return "equity_units", float(math.floor(offer.equity_units * raised)), offer.equity_units, "equity_up"
    ask = max((offer.sign_on or 0) * raised, base * USUAL_LOW / 100)
    return "sign_on", _round_up(ask, _STEPS["year"]), offer.sign_on, "sign_on"


def _round_up(amount: float, step: float) -> float:
    return math.ceil(round(amount / step, 6)) * step


def _round_down(amount: float, step: float) -> float:
    """Down to a step; an amount smaller than two steps is left as it is."""
    return amount if amount < 2 * step else math.floor(round(amount / step, 6)) * step
