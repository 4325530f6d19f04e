"""`baseSalary` of a schema.org JobPosting, in every form that careers pages give it.

By the vocabulary it is a MonetaryAmount around a QuantitativeValue; found in the wild are also bare
numbers, amounts in words, lists of amounts, PriceSpecification, and the unit of time one level off.
`estimatedSalary` is not read: it is a guess by whoever publishes the page, not what is offered.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from data.posting import PERIODS, Period, Range
from data.sources import pay_labels
from data.sources.reading import Drop, amount_said, currency, mapping, number, posted_range, text

_LOWEST: Final = ("minValue", "minPrice")
_HIGHEST: Final = ("maxValue", "maxPrice")
_SINGLE: Final = ("value", "price")
_MOST: Final = 50  # amounts of one posting


def pay(job: Mapping[str, Any], drop: Drop) -> tuple[tuple[Range, ...], tuple[str, ...]]:
    """The ranges of a posting, and what is said of pay in words that give no amount to read here."""
    salary = job.get("baseSalary")
    ranges: list[Range] = []
    words: list[str] = []
    for each in (salary if isinstance(salary, list) else [salary])[:_MOST]:
        amount = mapping(each)
        if isinstance(each, str) and number(each) is None:
            read = _said(each)
            ranges += read
            words += [] if read else [each]
            continue
        inner = amount.get("value") if amount else each
        money = amount.get("currency") or amount.get("priceCurrency") or job.get("salaryCurrency")
        for value in (inner if isinstance(inner, list) else [inner])[:_MOST]:
            if isinstance(value, str) and number(value) is None and (read := _said(value, money)):
                ranges += read
                continue
            ranges += _range(amount, value, money or mapping(value).get("currency"), drop)
    return tuple(dict.fromkeys(ranges)), tuple(words)


def _range(amount: Mapping[str, Any], value: Any, money: Any, drop: Drop) -> tuple[Range, ...]:
    inner = mapping(value)
    low, high = _first(inner, amount, names=_LOWEST), _first(inner, amount, names=_HIGHEST)
    if low is None and high is None:
        single = _first(inner, names=_SINGLE) if inner else value
        low = high = _first(amount, names=_SINGLE) if single is None else single
    unit = _first(inner, amount, names=("unitText", "unitCode", "duration"))
    return posted_range(
        (low, high),
        drop,
        money=money,
        interval=unit,
        label=pay_labels.title(text(amount.get("name"))),
    )


def _first(*nodes: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((node[name] for node in nodes for name in names if node.get(name) is not None), None)


def _said(words: str, money: Any = "") -> tuple[Range, ...]:
    """The one amount or range that words say ("£40,000 - £50,000 per annum")."""
    one = amount_said(words[:300])
    if one is None or one.per not in {None, *PERIODS}:
        return ()
    return (Range(one.low, one.high, currency(money) or one.currency or "", cast("Period", one.per or "")),)
