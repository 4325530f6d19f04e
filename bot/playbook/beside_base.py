"""What a counter asks for where the base already stands at the market. Playbook, sections 3 and 5.

Pure rules over values. One ask, of a size that is worth the asking: a fifth more of a grant that is small
is none, and tells a recruiter that nothing is missing.
"""

from __future__ import annotations

from typing import Final

from bot.offers.offer import Offer
from bot.playbook.asks import (
    STEPS,
    USUAL_LOW,
    USUAL_TOP,
    Lever,
    Rule,
    more_at_target,
    round_down,
    round_up,
    step_for,
)
from bot.playbook.open_to import paid_for_results

Sized = tuple[Lever, float, float, Rule]
Asked = tuple[Lever, float, float | None, Rule]

LEAST_GAIN: Final = 5.0  # percent of a year's base: half the sign-on that would be asked for instead
LEAST_SHARE: Final = 0.05  # percent of a company of unknown worth: of less, a fifth more is a sliver


def beside_base(offer: Offer, base: float, *, targeted: bool) -> Asked:
    """The lever, the number to ask for, the one offered and the rule; `base` is the year's as it is paid.

    - Pay at target up 10%, where the offer names it above the base.
    - Equity up 20%, where that is worth asking for (`worth_asking`); never in a job paid for results, which
      is paid in commission first.
    - Else a sign-on: 10% of base, or the one offered up 20% where that is more.
    """
    target = more_at_target(offer)
    if target is not None and target[1] > base:
        return "ote", *target, "ote_up"
    equity = more_equity(offer)
    if equity is not None and not paid_for_results(offer) and worth_asking(offer, base, targeted=targeted):
        return equity
    return "sign_on", _sign_on(offer, base), offer.sign_on or None, "sign_on"


def worth_asking(offer: Offer, base: float, *, targeted: bool) -> bool:
    """Whether a fifth more of the equity offered is worth the one ask.

    In money it comes to `LEAST_GAIN` percent of a year's base, over the whole grant. A bare percent of the
    company is at least `LEAST_SHARE`, unless the employer is of a type whose shares are its pay (`targeted`).
    A number of units says nothing of its worth without a price, and is taken as it is.
    """
    value = offer.equity_value
    if value is None and offer.equity_units and offer.share_price and offer.strike is None:
        value = offer.equity_units * offer.share_price
    if value:
        return value * USUAL_TOP >= LEAST_GAIN * base
    bare = offer.equity_pct is not None and not offer.equity_units
    return not bare or targeted or (offer.equity_pct or 0.0) >= LEAST_SHARE


def more_equity(offer: Offer) -> Sized | None:
    """The equity up by 20%, in the size the offer gives it; None where it gives none."""
    raised = 1 + USUAL_TOP / 100
    if offer.equity_value:
        step = step_for(offer.equity_value, STEPS["year"])
        return "equity_value", round_down(offer.equity_value * raised, step), offer.equity_value, "equity_up"
    if offer.equity_pct:
        return "equity_pct", round(offer.equity_pct * raised, 4), offer.equity_pct, "equity_up"
    if offer.equity_units:
        units = round_down(offer.equity_units * raised, 1)
        return (
            ("equity_units", units, offer.equity_units, "equity_up") if units > offer.equity_units else None
        )
    return None


def _sign_on(offer: Offer, base: float) -> float:
    """10% of base, or the sign-on offered up 20% where that is more."""
    ask = max((offer.sign_on or 0) * (1 + USUAL_TOP / 100), base * USUAL_LOW / 100)
    return round_up(ask, step_for(ask, STEPS["year"]))
