"""Pay by the hour in a draft, and bare numbers that are meant by the hour as well."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.playbook.check.shapes import Asked
from bot.understand.money import amounts

_RATE = re.compile(r"\brates?\b", re.IGNORECASE)
_A_RATE = 1000.0  # a sum from here on is none by the hour


def rates_in(text: str) -> tuple[float, ...]:
    """The sums by the hour that a draft names."""
    return tuple(
        each.high
        for each in amounts(text)
        if each.per == "hour"
        or (each.high < _A_RATE and _RATE.search(text[max(0, each.start - 40) : each.end]))
    )


def in_their_period(asks: list[Asked], rates: tuple[float, ...]) -> list[Asked]:
    """The asks with a bare number taken by the hour where the draft speaks of hourly pay near it."""
    return [
        replace(each, low=each.low / 1000, high=each.high / 1000)
        if each.low and each.high and any(rate / 3 <= each.high / 1000 <= rate * 3 for rate in rates)
        else each
        for each in asks
    ]
