"""The figure that "why 25,000?" asks about, found among those of the last reply."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from bot.commands import why_known as look_ups
from bot.commands import why_known_offers as offers
from bot.commands.compare_reply import CompareFacts
from bot.commands.counter_facts import CounterFacts
from bot.commands.decide_facts import DecideFacts
from bot.commands.median import MedianFacts
from bot.commands.package import PackageFacts
from bot.commands.premium import PremiumFacts
from bot.commands.range_facts import RangeFacts
from bot.commands.targets import TargetsFacts
from bot.commands.verdict import OfferFacts
from bot.commands.why_known import Known
from bot.understand.why_words import Why

_THOUSANDS = 1_000  # a bare number under it may be said for thousands: "why 208?"
_CLOSE = 0.06  # percent are shown to a tenth


def figures_of(facts: Any) -> tuple[Known, ...]:
    """Every figure of the facts that has a name, the weightiest first."""
    told = _TOLD.get(type(facts))
    return tuple(each for each in told(facts) if each.value is not None) if told else ()


def named_in(why: Why, facts: Any) -> Known | None:
    """The figure asked about, where the reply showed it; one without a name has the code "other"."""
    if why.figure is None:
        return None
    known = figures_of(facts)
    for same in (_exactly, _in_thousands):
        found = next((each for each in known if same(each, why)), None)
        if found is not None:
            return found
    other = next((each for each in _all(facts) if each == why.figure), None)
    return Known(other, "other", "percent" if why.percent else "count") if other is not None else None


def _exactly(each: Known, why: Why) -> bool:
    size, figure = abs(each.value), why.figure or 0.0
    if each.unit == "percent":
        return abs(size - figure) < _CLOSE
    return not why.percent and (round(size) == figure or round(size, 2) == figure)


def _in_thousands(each: Known, why: Why) -> bool:
    small = why.figure is not None and why.figure < _THOUSANDS and not why.percent
    return (
        small
        and each.unit == "money"
        and why.figure
        in (
            round(abs(each.value) / _THOUSANDS),
            round(abs(each.value) / _THOUSANDS, 1),
        )
    )


def _all(value: Any) -> Iterator[float]:
    """Every number anywhere in the facts, as a reply rounds it."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return
    if isinstance(value, int | float):
        yield from (float(round(abs(value))), round(abs(value), 1), round(abs(value), 2))
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            if each.name not in ("spans", "asked"):
                yield from _all(getattr(value, each.name))
    elif isinstance(value, dict):
        for each in value.values():
            yield from _all(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _all(each)


_TOLD: dict[type, Callable[[Any], Iterator[Known]]] = {
    MedianFacts: look_ups.of_median,
    PremiumFacts: look_ups.of_premium,
    RangeFacts: look_ups.of_range,
    TargetsFacts: look_ups.of_targets,
    OfferFacts: offers.of_offer,
    CounterFacts: offers.of_counter,
    DecideFacts: offers.of_decide,
    PackageFacts: offers.of_package,
    CompareFacts: offers.of_compare,
}
