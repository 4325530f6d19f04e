"""A short line that puts the offer at hand right: "no, it's 190k", "make it staff", "Denver, not Austin"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.memory.case import About, Case
from bot.offers.offer import Offer
from bot.offers.value import PERIODS_A_YEAR
from bot.understand.money import Amount, amounts, read_amount
from bot.understand.question import read

LONGEST = 12  # words; a longer text is not a correction
_NEAR = (0.4, 2.5)  # how far from the base, as a share of it, a corrected base may lie

_DENIED = re.compile(r"\b(?:not|instead of|rather than)\s[^,.;]{1,40}", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:no|actually|sorry|correction|meant?|make it|it'?s|it is|raised|now|change|should be|instead)\b",
    re.IGNORECASE,
)
_OTHER_TERMS = re.compile(
    r"\b(?:sign|signing|bonus|equity|rsus?|options?|stock|shares|relocation|floor|tc|total|ote)\b",
    re.IGNORECASE,
)


def amended(text: str, case: Case) -> Case | None:
    """The case with the offer at hand put right by these words, or None when they change nothing in it.

    A base is taken from a sum near the one offered; a place or a level always, a role only where
    a word of correction stands with it.
    """
    offer = case.offer
    if offer is None or len(text.split()) > LONGEST or "?" in text:
        return None
    said = _DENIED.sub(" ", text)
    if not said.strip():
        return None
    heard = read(said, spoken=True)
    if len([sum_ for sum_ in amounts(said) if not sum_.bare]) > 1 or heard.company:
        return None  # two sums or another company's name: more than a correction
    if heard.unsure or heard.beyond or (heard.role and not _CUE.search(text)):
        return None
    about = About(heard.role, heard.place, heard.level).over(case.offer_about)
    base = None if _OTHER_TERMS.search(said) else _base(offer, read_amount(said))
    if base is None and case.looked_up is not None:
        return None  # the talk has moved on to a median; only a sum can still mean the offer
    if base is not None:
        offer = replace(offer, base_amount=base, base_low=None, base_high=None)
    now = replace(case, offer=offer, offer_about=about, question=None)
    return now if (now.offer, now.offer_about) != (case.offer, case.offer_about) else None


def _base(offer: Offer, amount: Amount | None) -> float | None:
    """The sum as the offer's base in its own period, or None when it can hardly be that."""
    before = offer.base_amount if offer.base_amount is not None else offer.base_high
    if amount is None or before is None or amount.low != amount.high or amount.per == "share":
        return None
    if amount.currency and offer.currency and amount.currency != offer.currency:
        return None
    per_year = PERIODS_A_YEAR[offer.base_period or "year"]
    value = amount.value * PERIODS_A_YEAR[amount.per] / per_year if amount.per else amount.value
    return value if _NEAR[0] <= value / before <= _NEAR[1] else None
