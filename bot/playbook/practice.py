"""A practice talk from its first word to its last: begin, say, take back, stop. Playbook, sections 4, 6, 8.

Pure: the seed draws the budget, the objections and how many lines there are; nothing else is chance.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.market.quote import Quote
from bot.offers.offer import Offer
from bot.offers.worth.periods import full_time
from bot.playbook.counter import USUAL_LOW, Counter, counter
from bot.playbook.critique import critique
from bot.playbook.drill import (
    STEPS,
    Drill,
    EquityUnit,
    Move,
    Opening,
    Style,
    Table,
    Terms,
    budget_of,
    down,
    length_of,
)
from bot.playbook.lines import Line, read
from bot.playbook.recruiter import answer, skip

EXAMPLE_BELOW = 12  # percent under the median: an example offer worth countering
_BEFORE_THE_NUMBER = frozenset({"first_call", "present_pay"})  # openings in which no base was named yet
_YEAR: float = STEPS["year"]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A line and the drill it was said in, before and after."""

    line: Line
    before: Drill
    after: Drill


def terms_of(offer: Offer, quote: Quote | None, job: str) -> Terms | None:
    """The terms of the offer at hand to practise on; None where it names no base."""
    return _terms(offer, quote, job, "offer")


def example_terms(quote: Quote, job: str) -> Terms:
    """A made-up offer: base 12% under the quote's figure, rounded down to the thousand, and nothing else."""
    base = down(quote.p50 * (1 - EXAMPLE_BELOW / 100), _YEAR)
    example = Offer(base_amount=base, base_period="year", currency="USD")
    terms = _terms(example, quote, job, "example")
    if terms is None:
        raise ValueError("an example has a base")
    return terms


def _terms(offer: Offer, quote: Quote | None, job: str, source: str) -> Terms | None:
    judged = critique(offer, quote, None)
    base = offer.base_high if offer.base_amount is None else offer.base_amount
    if not base or base <= 0:
        return None
    period, per_year = offer.base_period or "year", full_time(offer)
    usable = quote if quote and quote.basis != "estimated" and judged.bar is None else None
    unit, equity = _equity(offer)
    return Terms(
        source="example" if source == "example" else "offer",
        start=Table(base, offer.sign_on or 0.0, equity),
        aim=_aim(counter(offer, judged, quote), base, STEPS[period]),
        period=period,
        per_year=per_year,
        currency=offer.currency,
        company=offer.company,
        job=job,
        market=usable.p50 / per_year if usable else None,
        ceiling=usable.p75 / per_year if usable and usable.p75 else None,
        asked=quote.asked if quote else None,
        equity_unit=unit,
    )


def _equity(offer: Offer) -> tuple[EquityUnit, float]:
    if offer.equity_value:
        return "value", offer.equity_value
    if offer.equity_pct:
        return "pct", offer.equity_pct
    return ("units", offer.equity_units) if offer.equity_units else ("", 0.0)


def _aim(plan: Counter | None, base: float, step: float) -> float:
    """The base a counter would ask for; where it would ask for something else, the usual 10% more."""
    if plan is not None and plan.lever == "base" and plan.ask > base:
        return plan.ask
    return max(down(base * (1 + USUAL_LOW / 100), step), base + step)


def begin(style: Style, opening: Opening, terms: Terms, seed: int, at: datetime) -> Drill:
    """A new drill, with the recruiter's first words."""
    drill = Drill(
        style=style,
        opening=opening,
        seed=seed,
        terms=terms,
        budget=budget_of(terms, style, seed),
        most=length_of(style, seed),
        table=terms.start,
        at=at,
        shown=opening not in _BEFORE_THE_NUMBER,
        raised=(opening,),
    )
    return replace(drill, moves=(Move(f"open_{opening}", drill.table),))


def say(drill: Drill, text: str) -> Drill:
    """The drill after a line of the person; one that has ended stays as it is."""
    return drill if drill.ended else answer(drill, text)


def pass_over(drill: Drill) -> Drill:
    """The drill after a line left out."""
    return drill if drill.ended else skip(drill)


def back(drill: Drill) -> Drill:
    """The drill as it stood before the last line."""
    again = _fresh(drill)
    for text in drill.lines[:-1]:
        again = skip(again) if not text else answer(again, text)
    return again


def stop(drill: Drill) -> Drill:
    """The drill, ended by the person."""
    return drill if drill.ended else replace(drill, ended="stopped")


def exchanges(drill: Drill) -> tuple[Exchange, ...]:
    """Every line that was said, with the drill before and after it."""
    found, now = [], _fresh(drill)
    for text in drill.lines:
        after = skip(now) if not text else answer(now, text)
        if text:
            found.append(Exchange(read(text, now.terms, now.offered), now, after))
        now = after
    return tuple(found)


def _fresh(drill: Drill) -> Drill:
    """The same drill at its first word, its budget and length as they were drawn."""
    first = begin(drill.style, drill.opening, drill.terms, drill.seed, drill.at)
    return replace(first, budget=drill.budget, most=drill.most)
