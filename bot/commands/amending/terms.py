"""The terms of an offer by the names people give them, and what an offer says of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bot.memory.case import Plain
from bot.offers.offer import Offer
from bot.understand.vocab import rows

Kind = Literal["money", "price", "percent", "count", "years", "months", "days", "hours", "words"]


@dataclass(frozen=True, slots=True)
class Term:
    """One term as people speak of it, and the fields of an offer that hold it, the main one first."""

    id: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A term named at `[start, end)` of a text; `value` is what the name itself says ("RSUs": "rsu")."""

    term: str
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What an offer says of a field, as a template draws it: a figure or both ends of one, or words."""

    kind: Kind
    low: float | None = None
    high: float | None = None
    currency: str | None = None
    per: str = ""
    words: str = ""


TERMS: Mapping[str, Term] = {
    term.id: term
    for term in (
        Term("base", ("base_amount", "base_low", "base_high", "base_period")),
        Term("band", ("posted_low", "posted_high")),
        Term("by_mile", ("mile_rate", "miles_per_week")),
        Term("bonus", ("bonus_pct", "bonus_pct_low", "bonus_pct_high", "bonus_amount")),
        Term("sign_on", ("sign_on", "sign_on_y1", "sign_on_y2")),
        Term(
            "equity",
            (
                "equity_value", "equity_value_low", "equity_value_high", "equity_value_per_year",
                "equity_units", "equity_pct", "equity_kind",
            ),
        ),
        Term("strike", ("strike",)),
        Term("share_price", ("share_price",)),
        Term("preferred_price", ("preferred_price",)),
        Term("valuation", ("valuation",)),
        Term("shares_outstanding", ("shares_outstanding",)),
        Term("vesting", ("vest_years",)),
        Term("schedule", ("vest_schedule",)),
        Term("cliff", ("cliff_months",)),
        Term("relocation", ("relocation",)),
        Term("total", ("total_comp",)),
        Term("ote", ("ote_low", "ote_high")),
        Term("base_later", ("base_later",)),
        Term("original_base", ("original_base",)),
        Term("refresh", ("refresh_value",)),
        Term("pto", ("pto_days",)),
        Term("start", ("start_date",)),
        Term("deadline", ("deadline",)),
        Term("hours", ("hours_per_week",)),
        Term("term", ("term_months",)),
        Term("clawback", ("clawback_months",)),
        Term("window", ("exercise_window_months",)),
        Term("company", ("company",)),
        Term("title", ("title",)),
        Term("level", ("level",)),
        Term("currency", ("currency", "currency_explicit")),
    )
}  # fmt: skip
TERM_OF: Mapping[str, str] = {name: term.id for term in TERMS.values() for name in term.fields}

_KINDS: Mapping[str, Kind] = {
    "bonus_pct": "percent",
    "bonus_pct_low": "percent",
    "bonus_pct_high": "percent",
    "equity_pct": "percent",
    "equity_units": "count",
    "shares_outstanding": "count",
    "strike": "price",
    "share_price": "price",
    "preferred_price": "price",
    "vest_years": "years",
    "cliff_months": "months",
    "term_months": "months",
    "clawback_months": "months",
    "exercise_window_months": "months",
    "pto_days": "days",
    "hours_per_week": "hours",
    "mile_rate": "price",
    "miles_per_week": "count",
}
_MONEY = frozenset(
    {
        "base_amount", "base_low", "base_high", "base_later", "original_base", "bonus_amount", "sign_on",
        "sign_on_y1", "sign_on_y2", "equity_value", "equity_value_low", "equity_value_high",
        "equity_value_per_year", "valuation", "relocation", "total_comp", "ote_low", "ote_high",
        "refresh_value", "posted_low", "posted_high",
    }
)  # fmt: skip
# The two ends of a range, the lower one first.
_RANGES = {
    "base_low": "base_high",
    "bonus_pct_low": "bonus_pct_high",
    "equity_value_low": "equity_value_high",
    "ote_low": "ote_high",
    "posted_low": "posted_high",
}
_PRICES = frozenset(name for name, kind in _KINDS.items() if kind == "price")
_IN_EQUITY_CURRENCY = _PRICES | {name for name in _MONEY if name.startswith("equity")}


def kind_of(name: str) -> Kind:
    """What a field of an offer holds."""
    return "money" if name in _MONEY else _KINDS.get(name, "words")


def is_figure(name: str) -> bool:
    """Whether a field holds a number."""
    return kind_of(name) != "words"


def shown(offer: Offer, name: str) -> Shown | None:
    """What an offer says of a field, with its other end where it is a range; None where nothing."""
    return drawn(name, {each: getattr(offer, each) for each in TERMS[TERM_OF[name]].fields}, offer)


def drawn(name: str, values: Mapping[str, Plain], offer: Offer) -> Shown | None:
    """One of these values of an offer's fields as a template draws it, in the offer's currency."""
    value = values.get(name)
    if value is None:
        return None
    kind = kind_of(name)
    if isinstance(value, str):
        return Shown("words", words=value)
    other = values.get(_RANGES.get(name, ""))
    high = float(other) if isinstance(other, int | float) else float(value)
    currency = offer.currency
    if name in _IN_EQUITY_CURRENCY:
        currency = offer.equity_currency or currency
    elif name == "relocation":
        currency = offer.relocation_currency or currency
    per = ""
    if name in ("base_amount", "base_low"):
        period = values.get("base_period")
        per = str(period or "year")
    elif name in ("bonus_amount", "equity_value_per_year", "refresh_value"):
        per = "year"
    return Shown(kind, float(value), high, currency, per)


@cache
def _names() -> Mapping[str, tuple[str, str]]:
    return {row["said"]: (row["term"], row["value"]) for row in rows("offer_term_names")}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"(?<![\w$€£₹])(?:{'|'.join(map(re.escape, names))})(?!\w)")


def named(plain: str) -> list[Named]:
    """The terms named in a text in lower case without hyphens, the longest name at each place."""
    found = []
    for match in _pattern().finditer(plain):
        term, value = _names()[match.group()]
        found.append(Named(term, match.start(), match.end(), value))
    return found
