"""Whether a figure of the market stands behind the number a draft asks for."""

from __future__ import annotations

from typing import Literal

from bot.market.quote import Quote
from bot.playbook.check.shapes import Asked
from bot.playbook.counter import USUAL_LOW
from bot.playbook.critique import AROUND
from bot.understand.stand_ins import stands_in

Support = Literal["median", "upper_quarter"]
_A_YEAR = 10_000.0  # below this a sum is no yearly base


def support(asked: Asked | None, quote: Quote | None) -> Support | None:
    """Which figure of the quote reaches the number: the median, the start of the upper quarter, or none.

    As `/counter` has it: no estimate supports a number, nor a median of all levels one for a level, nor the
    wage of an occupation of another name.
    """
    if asked is None or asked.high is None or quote is None or quote.basis == "estimated":
        return None
    if asked.high < _A_YEAR or (quote.level == "all" and quote.asked.level is not None):
        return None
    if quote.occupation is not None and stands_in(quote.role):
        return None
    if asked.high <= quote.p50 * (1 + AROUND):
        return "median"
    return "upper_quarter" if quote.p75 is not None and asked.high <= quote.p75 else None


def below_median(asked: Asked | None, quote: Quote | None) -> float | None:
    """How far the number lies under the median, in percent of it; None where that is not far."""
    if asked is None or asked.high is None or quote is None or not quote.p50:
        return None
    under = 100 * (quote.p50 - asked.high) / quote.p50
    return round(under, 1) if under > USUAL_LOW else None


def wanted_of(asks: tuple[Asked, ...]) -> Asked | None:
    """The ask for base whose number the market has to support; None where none has a figure."""
    return next((each for each in asks if "base" in each.levers and each.high is not None), None)
