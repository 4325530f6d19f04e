"""Counter once, with one number. Playbook, section 4, step 4.

Pure rules over values. The number comes from the offer, the market, the evidence and the usual
movement, never from what the person earns today: today's pay is not among the inputs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from bot.market.quote import Quote
from bot.offers.offer import Offer, Period
from bot.offers.worth.periods import full_time, yearly_base
from bot.playbook.asks import (
    EVIDENCE,
    STEPS,
    USUAL_LOW,
    USUAL_MIDDLE,
    USUAL_TOP,
    Lever,
    Rule,
    Support,
    round_down,
    round_up,
    step_for,
)
from bot.playbook.beside_base import beside_base
from bot.playbook.critique import AROUND, Critique

__all__ = [
    "EVIDENCE",
    "STEPS",
    "USUAL_LOW",
    "USUAL_TOP",
    "Counter",
    "Lever",
    "Rule",
    "counter",
]

# Verdicts after which the one number is a base.
_ON_BASE: Final = frozenset({"below_median", "below_estimate", "inside_estimate", "no_benchmark"})
_ABOVE_FLOOR = 1.05  # a floor is where one stops, so the ask leaves room above it


@dataclass(frozen=True, slots=True)
class Counter:
    """One number and how it was chosen.

    `ask` and `offered` are in the offer's own currency and `period` for base, in money for equity value,
    sign-on and pay at target (a year), in percent or units for those. `change_pct` is the movement asked
    for, None where nothing is. `market` says which figure of the quote supports the number: the median when
    that reaches it, the start of the upper quarter when that does, None when neither. A range that holds
    their offer as well would prove that offer fair, so none is shown. An estimate supports none, nor does
    the wage of an occupation of another name: what goes to a recruiter is measured or published. `gaps` are
    the parts of the evidence still missing, most telling first. `weak` says that the figure is of an
    occupation of another name, `base_works` that the base reaches a measured median of this very job: only
    then may a letter say so. `options` says that a number of units counts options, not shares.

    `lead` is what the letter argues with first. `stuck` is True where the base is fixed (see
    `bot.playbook.stuck`): `instead_of` is then the base it would have asked for, None for something else.
    `or_equity` ties the sign-on to "or the same in equity"; `forfeited` is what it is set against.
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
    lead: Literal["market", "evidence"] = "evidence"
    stuck: bool = False
    instead_of: float | None = None
    or_equity: bool = False
    forfeited: float | None = None
    weak: bool = False
    base_works: bool = False
    options: bool = False


@dataclass(frozen=True, slots=True)
class _Market:
    """The benchmark in the period of the base; `p75` is None where it is not known."""

    p50: float
    p75: float | None
    estimated: bool


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
      75th percentile, that percentile, unless it leaves no 5% above the floor.
    - No benchmark, a median of all levels for a job that is not a middle one, contract pay, or a base below
      the wage of an occupation of another name: 10% on base, the low end of the usual movement.
    - Evidence raises that low end to 15%: one part of it (work, or how one knew it worked) at an employer
      of a target type, which pays for it by habit; both parts anywhere else, where it must be argued.
    - An estimate: under its interval as below a median, toward the estimate; inside it as without a
      benchmark, for it is too wide to judge by.
    - At or above the median, or above an estimate's interval: what `beside_base` asks for (pay at target,
      equity or a sign-on).

    So long as the same thing is asked for, more evidence, a higher median or a higher offer never lowers
    the number. (Two edges are not one scale: a range whose top has passed the median, and the ends of
    an estimate's interval.) The letter leads with the market at a target type below the median, where a
    figure supports the number, and with the evidence elsewhere.
    """
    if critique.base_low is None or critique.base_high is None:
        return None
    period, per_year = offer.base_period or "year", full_time(offer)
    offered = critique.base_high / per_year  # a range is an offer of its top: less would be a step back
    step = step_for(offered, STEPS[period])
    aim = _aim(critique.base_high, quote)
    market = _in_period(aim, per_year) if not (critique.bar or critique.stand_in) else None
    floor = critique.floor / per_year if critique.floor is not None else None
    lever: Lever = "base"
    had: float | None = offered
    rule: Rule
    if wanted is not None:
        ask, rule = wanted, "theirs"
    elif critique.verdict != "below_floor" and critique.base_low < critique.base_high and (
        aim is None or aim.p50 <= critique.base_high
    ):  # fmt: skip
        ask, rule = offered, "top_of_range"
    elif critique.verdict == "below_floor" or _on_base(offer, critique):
        ask, rule = _toward(offered, step, market, _low_end(critique, evidence), floor)
        if critique.verdict == "below_floor" and floor is not None:
            ask, rule = _over_floor(ask, rule, floor, offered, step)
    else:
        base = _paid(offer, critique.base_high)
        lever, ask, had, rule = beside_base(offer, base, targeted=critique.targeted)
    change = 100 * (ask - had) / had if had and ask != had else None
    support = _support(ask * per_year, critique, quote, step * per_year) if lever == "base" else None
    return Counter(
        lever=lever,
        ask=ask,
        offered=had,
        change_pct=change,
        period=period,
        rule=rule,
        usual=(USUAL_LOW, USUAL_TOP),
        beyond_usual=lever == "base" and change is not None and round(change, 6) > USUAL_TOP,
        market=support,
        gaps=tuple(part for part in EVIDENCE if part not in evidence),
        lead="market" if support and critique.targeted and critique.verdict == "below_median" else "evidence",
        weak=critique.stand_in,
        base_works=_base_works(critique),
        options=offer.equity_kind == "options",
    )


def _base_works(critique: Critique) -> bool:
    """Whether the base reaches a measured median of this very job and level."""
    measured = critique.median is not None and not critique.stand_in and critique.bar is None
    return measured and critique.verdict in ("around_median", "above_median")


def _aim(offered_year: float, quote: Quote | None) -> Quote | None:
    """The quote a number on base may aim at: an estimate only from under its interval."""
    if quote is None or quote.basis != "estimated":
        return quote
    return quote if quote.low is not None and offered_year < quote.low else None


def _in_period(aim: Quote | None, per_year: float) -> _Market | None:
    if aim is None:
        return None
    upper = aim.p75 / per_year if aim.p75 is not None else None
    return _Market(aim.p50 / per_year, upper, aim.basis == "estimated")


def _on_base(offer: Offer, critique: Critique) -> bool:
    return critique.verdict in _ON_BASE or critique.bar is not None or offer.by_contract


def _low_end(critique: Critique, evidence: frozenset[str]) -> int:
    """Percent above the base to ask for where the market sets no number."""
    if critique.stand_in:
        return USUAL_LOW
    needed = 1 if critique.targeted else len(EVIDENCE)
    return USUAL_MIDDLE if len(evidence.intersection(EVIDENCE)) >= needed else USUAL_LOW


def _support(ask_year: float, critique: Critique, quote: Quote | None, step: float) -> Support | None:
    if quote is None or critique.bar or critique.stand_in or quote.basis == "estimated":
        return None
    if ask_year <= max(quote.p50 * (1 + AROUND), quote.p50 + step):
        return "median"
    return "upper_quarter" if quote.p75 is not None and ask_year <= quote.p75 else None


def _toward(
    offered: float, step: float, market: _Market | None, percent: int, floor: float | None
) -> tuple[float, Rule]:
    """The median, kept within the usual movement above what was offered, in a round step of its period.

    Where the median lies below the low end, that end, unless the upper quarter begins sooner: a number
    there can still be shown to be paid.
    """
    low, top = offered * (1 + percent / 100), offered * (1 + USUAL_TOP / 100)
    target, rule = low, _at_the_low_end(percent)
    if market is not None and market.p50 > low:
        target = min(market.p50, top)
        rule = "to_usual_top" if market.p50 > top else "to_estimate" if market.estimated else "to_median"
    ask = round_up(target, step)
    if ask > top:
        ask = max(round_down(top, step), offered)
    if market is None or market.p75 is None or market.p75 <= offered * (1 + AROUND):
        return ask, rule
    most = max(round_down(market.p75, step), round_up(market.p50, step))
    if most <= offered:
        most = market.p75
    room = floor is None or most >= round_up(floor * _ABOVE_FLOOR, step)
    return (most, "to_upper_quarter") if most < ask and room else (ask, rule)


def _at_the_low_end(percent: int) -> Rule:
    return "to_usual_middle" if percent > USUAL_LOW else "to_usual_low"


def _over_floor(ask: float, rule: Rule, floor: float, offered: float, step: float) -> tuple[float, Rule]:
    """At least 5% above the floor where 20% on base reaches that; never less than the floor."""
    top = offered * (1 + USUAL_TOP / 100)
    least = max(floor, min(floor * _ABOVE_FLOOR, top))
    raised = min(round_up(least, step), max(round_down(top, step), round_up(floor, step)))
    return (raised, "to_floor") if raised > ask else (ask, rule)


def _paid(offer: Offer, full_time_base: float) -> float:
    """What the base pays in a year at the hours offered: of part-time work less than a full-time year."""
    paid = yearly_base(offer, set())
    return full_time_base if paid is None else paid.high
