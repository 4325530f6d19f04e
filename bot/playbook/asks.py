"""What can be asked for, by which rule, and in which round steps: the words of a counter's figures."""

from __future__ import annotations

import math
from typing import Final, Literal

from bot.offers.offer import Offer, Period

Support = Literal["median", "upper_quarter"]
Lever = Literal["base", "ote", "equity_value", "equity_pct", "equity_units", "sign_on", "review"]
Rule = Literal[
    "to_median",
    "to_estimate",
    "to_usual_top",
    "to_usual_middle",
    "to_usual_low",
    "to_upper_quarter",
    "to_floor",
    "top_of_range",
    "theirs",
    "equity_up",
    "ote_up",
    "match",
    "sign_on",
    "forfeited",
    "review",
]

USUAL_LOW, USUAL_MIDDLE, USUAL_TOP = 10, 15, 20  # percent: "most companies move 10 to 20%" (section 4)
EVIDENCE: Final = ("workflow", "eval")  # what an email has room for; portability is for the conversation

# People name pay in round steps of its period; an ask is rounded to one.
STEPS: Final[dict[Period, float]] = {
    "year": 1000, "month": 100, "biweek": 50, "week": 25, "day": 10, "hour": 1,
}  # fmt: skip
_COARSEST = 0.1  # of the amount: a step of more would swallow the movement asked for


def step_for(amount: float, step: float) -> float:
    """The step, in tenths of itself until it is at most a tenth of the amount.

    >>> step_for(190_000, 1000), step_for(4_500, 1000)
    (1000, 100.0)
    """
    while amount > 0 and step > _COARSEST * amount:
        step /= 10
    return step


def round_up(amount: float, step: float) -> float:
    """Up to a whole step."""
    return round(math.ceil(round(amount / step, 6)) * step, 6)


def round_down(amount: float, step: float) -> float:
    """Down to a whole step."""
    return round(math.floor(round(amount / step, 6)) * step, 6)


def ote_of(offer: Offer) -> float | None:
    """The pay at target of an offer a year, base included: of a range its top; None where it names none."""
    return offer.ote_low if offer.ote_high is None else offer.ote_high


def more_at_target(offer: Offer) -> tuple[float, float] | None:
    """The OTE to ask for, 10% up in a round step, and the one offered; None where the offer names none."""
    had = ote_of(offer)
    if not had:
        return None
    return round_up(had * (1 + USUAL_LOW / 100), step_for(had, STEPS["year"])), had
