"""Which number the words of a counter name: a base, pay at target, a sign-on, a share, a cost to company."""

from __future__ import annotations

import re
from typing import Final

from bot.offers.offer import Offer
from bot.offers.worth.periods import full_time
from bot.playbook.asks import ote_of
from bot.understand.counter_talk import CounterTalk
from bot.understand.money import Amount, is_thousands

# A number this far from the base, as a share of it, is not one to ask for instead of it.
_LEAST, _MOST = 0.5, 3.0
_LEAST_SHARE, _MOST_SHARE = 0.05, 5.0  # percent of a company that a person may be given
_MOST_SIGN_ON = 3.0  # of a year's base; more was misread
_OF_BASE = re.compile(r"\b(?:base|salary|fixed)\b", re.IGNORECASE)
_OF_WHOLE = re.compile(r"\bctc\b|\bcost to company\b", re.IGNORECASE)
_RUPEES: Final = "INR"
_FEW_FIGURES: Final = 3
_ALONE = re.compile(
    r"(?:(?:with|at|for|to|of) )?(?P<rate>\d{1,3}(?:\.\d{1,2})?)(?: please| then| instead)?[.!]?",
    re.IGNORECASE,
)


def is_at_target(amount: Amount | None, talk: CounterTalk, offer: Offer) -> bool:
    """Whether a number that names no base can only be pay at target: no less than the one they offer."""
    had, named = ote_of(offer), wanted(amount, None, offer)
    if amount is None or had is None or named is None or _OF_BASE.search(talk.rest) or talk.wants_sign_on:
        return False
    base = offer.base_amount if offer.base_high is None else offer.base_high
    return base is not None and had > base and named * full_time(offer) >= had


def ote_wanted(amount: Amount | None, percent: float | None, offer: Offer) -> float | None:
    """The pay at target to ask for, a year; None where none was named, or of another size or currency."""
    had = ote_of(offer)
    if percent is not None:
        return round(had * (1 + percent / 100), 2) if had and 0 < percent <= 100 * (_MOST - 1) else None
    if amount is None or (amount.currency and offer.currency and amount.currency != offer.currency):
        return None
    base = offer.base_amount if offer.base_high is None else offer.base_high
    measure = had or (base * full_time(offer) if base is not None else None)
    if measure is None or amount.per not in (None, "", "year"):
        return None
    figures = (amount.high, 1000 * amount.high) if is_thousands(amount) else (amount.high,)
    return next((figure for figure in figures if _LEAST <= figure / measure <= _MOST), None)


def share_wanted(percent: float | None, offer: Offer) -> float | None:
    """The percent of the company to ask for: of a size with the one offered, and none a base is raised by."""
    had = offer.equity_pct
    if percent is None or not had or not _LEAST_SHARE <= percent <= _MOST_SHARE:
        return None
    return percent if _LEAST <= percent / had <= _MOST else None


def wanted(amount: Amount | None, percent: float | None, offer: Offer) -> float | None:
    """The number to ask for, in the period of the base; None where none was named or it fits no base."""
    base = offer.base_amount if offer.base_high is None else offer.base_high
    if base is None:
        return None
    if percent is not None:
        return round(base * (1 + percent / 100), 2) if 0 < percent <= 100 * (_MOST - 1) else None
    if amount is None or (amount.currency and offer.currency and amount.currency != offer.currency):
        return None
    per_year = full_time(offer)
    if amount.per == "share":
        return None
    most = amount.high  # of "210-220k" the number to open with
    in_its_period = most * full_time(offer, amount.per) / per_year if amount.per else most
    figures: list[float] = [in_its_period, most / per_year]
    if offer.base_period in ("hour", "day") and _written_small(amount, less=most / per_year < base):
        figures.insert(0, most / 1000)  # "48", which a salary would have meant in thousands
    if is_thousands(amount):
        figures.append(1000 * most)
    return next((figure for figure in figures if _LEAST <= figure / base <= _MOST), None)


def whole_wanted(amount: Amount | None, talk: CounterTalk, offer: Offer) -> float | None:
    """The fixed pay that makes an Indian offer's cost to company the number named; None where none is meant.

    A number is one of the whole where it says so ("32 LPA CTC"), or where it is no less than theirs and
    does not say that it is fixed pay. The rest of the CTC is taken to stay as it is. In the base's period.
    """
    rest = beside_fixed(offer)
    named = wanted(amount, None, offer)
    if rest is None or named is None or talk.wants_sign_on or talk.scene:
        return None
    of_whole = _OF_WHOLE.search(talk.rest) is not None
    if not of_whole and (_OF_BASE.search(talk.rest) or named * full_time(offer) < (offer.total_comp or 0)):
        return None
    return round((named * full_time(offer) - rest) / full_time(offer), 2)


def beside_fixed(offer: Offer) -> float | None:
    """What an Indian offer's cost to company holds beside the fixed pay, a year; None where it has none."""
    base, whole = offer.base_amount if offer.base_high is None else offer.base_high, ctc_of(offer)
    if base is None or whole is None:
        return None
    rest = whole - base * full_time(offer)
    return rest if rest > 0 else None


def ctc_of(offer: Offer) -> float | None:
    """The cost to company that an offer in rupees names, a year; None for any other."""
    return offer.total_comp or None if offer.currency == _RUPEES else None


def _written_small(amount: Amount, *, less: bool) -> bool:
    """Whether a sum of thousands was written in up to three figures without a mark: "48".

    So may one with cents be, "48.50", where as a year's pay it is less (`less`) than what they offer.
    """
    most = _FEW_FIGURES + 2 if less else _FEW_FIGURES
    return amount.scale == 1.0 and amount.currency is None and amount.end - amount.start <= most


def rate_alone(said: str, offer: Offer) -> Amount | None:
    """A bare number for pay by the hour or day: "17", "with 17"; small ones are no money elsewhere."""
    found = _ALONE.fullmatch(said.strip())
    if found is None or offer.base_period not in ("hour", "day"):
        return None
    rate = float(found["rate"])
    return Amount(rate, rate, found.start("rate"), found.end("rate"), bare=True)


def in_money(amount: Amount | None, offer: Offer) -> float | None:
    """A sign-on, or a sum left behind, in the offer's currency; None where it is another's or too large."""
    base = offer.base_amount if offer.base_high is None else offer.base_high
    if amount is None or base is None:
        return None
    if amount.currency and amount.currency != (offer.currency or "USD"):
        return None
    money = amount.high * 1000 if is_thousands(amount) else amount.high
    return money if 0 < money <= _MOST_SIGN_ON * base * full_time(offer) else None
