"""The counter beside a true offer of another company: its base as the number to reach. Playbook, section 8.

Pure rules over values; whether the other offer is true is the person's word, and none is ever invented.
"""

from __future__ import annotations

from dataclasses import replace

from bot.offers.offer import Offer
from bot.offers.worth.periods import full_time
from bot.playbook.asks import STEPS, USUAL_TOP, round_up, step_for
from bot.playbook.counter import Counter


def rival_base(offer: Offer, other: Offer) -> float | None:
    """The base of another offer in this one's period; None where it has none, or in another currency."""
    base = other.base_amount if other.base_high is None else other.base_high
    if base is None or (other.currency or "USD") != (offer.currency or "USD"):
        return None
    if (other.base_period or "year") == (offer.base_period or "year"):
        return base  # a rate against a rate, whatever the hours
    return base * full_time(other) / full_time(offer)


def pays_more(offer: Offer, other: Offer) -> bool:
    """Whether another offer's base is over this one's."""
    mine, theirs = rival_base(offer, offer), rival_base(offer, other)
    return mine is not None and theirs is not None and theirs > mine


def against(plan: Counter, offer: Offer, other: Offer) -> Counter:
    """The plan where another offer is named: its base, where that is over theirs and over what was asked for.

    A number of the person's own stays, and one the rules set above the other offer's base.
    """
    theirs, mine = rival_base(offer, other), rival_base(offer, offer)
    if theirs is None or mine is None or theirs <= mine or plan.stuck or plan.rule == "theirs":
        return plan
    if plan.lever == "base" and plan.ask >= theirs:
        return plan
    ask = round_up(theirs, step_for(mine, STEPS[plan.period]))
    change = 100 * (ask - mine) / mine
    return replace(
        plan,
        lever="base",
        ask=ask,
        offered=mine,
        change_pct=change,
        rule="match",
        beyond_usual=round(change, 6) > USUAL_TOP,
        market=None,
        lead="evidence",
        base_works=False,
    )


def says_its_base(plan: Counter, offer: Offer, other: Offer) -> bool:
    """Whether the other base helps when said: it is over theirs, and not under what is asked for.

    "I ask for 282, I hold 250" says that 250 is enough.
    """
    theirs = rival_base(offer, other)
    if theirs is None or not pays_more(offer, other):
        return False
    return plan.lever != "base" or theirs >= plan.ask or plan.rule == "match"
