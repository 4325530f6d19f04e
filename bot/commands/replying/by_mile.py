"""Pay by the mile in an answer: "they said 65 cents a mile" is a rate, with the miles of a week a base."""

from __future__ import annotations

from bot.memory.case import Plain
from bot.offers.figures import Figure
from bot.offers.mile_rate import mile_rate
from bot.offers.offer import Offer
from bot.understand.money import amounts


def by_the_mile(low: str, offer: Offer) -> dict[str, Plain]:
    """The rate a mile that folded words name, and the week's pay at the miles of the offer; {} for none.

    The arithmetic is that of `bot.offers.miles`: rate x miles a week.
    """
    if offer.mile_rate is None:
        return {}
    rates = [_rate(low, each.start, each.end, each.high, each.currency) for each in amounts(low)]
    rate = next((each for each in reversed(rates) if each is not None), None)
    if rate is None:
        return {}
    week = offer.miles_per_week
    base: dict[str, Plain] = {"base_amount": round(rate * week, 2), "base_period": "week"} if week else {}
    return {"mile_rate": rate, **base}


def _rate(low: str, start: int, end: int, value: float, currency: str | None) -> float | None:
    return mile_rate(low, Figure("money", start, end, value, value, currency))
