"""What to say when they answer at once: "would you sign at X today?", "this is final".

Playbook, sections 4 and 8. Pure rules over values; figures are in the period of the offer's base
unless they say otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.market.quote import Quote
from bot.offers.offer import Offer
from bot.offers.worth.periods import full_time
from bot.playbook.asks import STEPS, round_up, step_for
from bot.playbook.counter import Counter
from bot.playbook.critique import Critique

SignCode = Literal["yes", "no_more", "under_floor", "ask", "sign_on"]
FinalCode = Literal["walk", "take", "open", "unknown"]


@dataclass(frozen=True, slots=True)
class SignAt:
    """Whether to say yes at `amount`, and on what condition otherwise.

    `median` and `floor` are None where none stands; `condition` is the base at which to say yes instead,
    `beside` the one-time sum that would make a year's pay reach the median. `hourly` pay and the like
    stays in its period; `beside` is money.
    """

    code: SignCode
    amount: float
    median: float | None
    floor: float | None
    condition: float | None = None
    beside: float | None = None


@dataclass(frozen=True, slots=True)
class Final:
    """What a final offer comes to: `gap` is base minus median (a full-time year), None without one."""

    code: FinalCode
    gap: float | None


def sign_at(amount: float, offer: Offer, plan: Counter, critique: Critique, quote: Quote | None) -> SignAt:
    """Yes only where the number reaches the median (the counter's number, without one) and the floor.

    - Under the floor: the counter's base, or the floor where that is more.
    - Less than the offer that lies there already: no.
    - Under the counter's base: that base.
    - At the counter's base but under the median: yes with the rest of one year as a sign-on.
    """
    per_year = full_time(offer)
    step = step_for(amount, STEPS[offer.base_period or "year"])
    median = quote.p50 / per_year if quote is not None and _holds(critique, quote) else None
    floor = critique.floor / per_year if critique.floor is not None else None
    offered = critique.base_low / per_year if critique.base_low is not None else None
    ask = plan.ask if plan.lever == "base" else None
    if floor is not None and amount < floor:
        return SignAt("under_floor", amount, median, floor, max(ask or 0, round_up(floor, step)))
    if offered is not None and amount < offered:
        return SignAt("no_more", amount, median, floor, offered)
    if amount >= (median if median is not None else ask or 0):
        return SignAt("yes", amount, median, floor)
    if ask is not None and amount < ask:
        return SignAt("ask", amount, median, floor, ask)
    year = ((median or 0) - amount) * per_year
    return SignAt("sign_on", amount, median, floor, beside=round_up(year, step_for(year, STEPS["year"])))


def final(critique: Critique) -> Final:
    """Under the floor: walk. At the median or over it: take it. Below: theirs to weigh."""
    gap = critique.gap
    if critique.verdict == "below_floor":
        return Final("walk", gap)
    if critique.verdict in ("around_median", "above_median", "above_estimate") and not critique.bar:
        return Final("take", gap)
    return Final("open" if critique.verdict in ("below_median", "below_estimate") else "unknown", gap)


def _holds(critique: Critique, quote: Quote) -> bool:
    """Whether the quote is a median of this very job: no estimate, none of all levels for a senior."""
    return quote.basis != "estimated" and not critique.bar
