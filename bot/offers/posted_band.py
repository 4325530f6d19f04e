"""The band an employer posted for a job, where it stands beside the pay it offers: "band posted 88k - 118k".

What it is in the period of the base says how much room is left, and it is no pay offered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.offers.offer import Offer
from bot.understand.money import Amount, amounts, as_yearly

_LONGEST = 4_000  # characters; a longer text is a letter, and its bands are many things
_BEFORE = re.compile(
    r"\b(?:(?:pay|salary|wage|posted|hiring|their|the|job) )?(?:band|range|scale|schedule|grade|posted|listed"
    r"|advertised)\b[^.;!?\n\d$£€₹]{0,24}$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[^.;!?\n\d]{0,14}\b(?:band|range|scale|posted)\b", re.IGNORECASE)
_FEW = 16  # words
# What wants, asks or offers the range, or counts it as paid.
_NO_BAND = re.compile(
    r"\b(?:i (?:want|need|would|could|can|will|said|told|asked|gave)|should|counter|ask for|my range|my floor"
    r"|offer(?:ed|ing|s)?|base is|salary is|pay is)\b",
    re.IGNORECASE,
)
_AROUND = 60  # characters looked at before and after a sum
_FARTHEST = 3.0  # how far a band may lie from the base, as a multiple, to be of the same pay


@dataclass(frozen=True, slots=True)
class Band:
    """A band and where it stands: `start` to `end` of the text, from the word that names it."""

    said: Amount
    start: int
    end: int


def posted_band(text: str) -> Band | None:
    """The band a text says an employer posted; None where it says none."""
    if len(text) > _LONGEST:
        return None
    for each in amounts(text):
        if each.low >= each.high:
            continue
        before = _BEFORE.search(text, max(0, each.start - _AROUND), each.start)
        after = _AFTER.match(text, each.end, each.end + _AROUND)
        if before:
            return Band(each, before.start(), each.end)
        if after:
            return Band(each, each.start, after.end())
    return None


def band_alone(text: str) -> Band | None:
    """The band of few words that say nothing else of pay: "they say the band is 120-145k"; else None."""
    if len(text.split()) > _FEW or "?" in text or _NO_BAND.search(text):
        return None
    found = posted_band(text)
    return found if found is not None and len(amounts(text)) == 1 else None


def with_band(offer: Offer, said: Amount) -> Offer:
    """The offer with the band in the period of its base; as it is where they can't be of the same pay."""
    base = offer.base_amount
    if base is None or said.currency not in (None, offer.currency):
        return offer
    if (offer.base_period or "year") == "year":
        yearly = as_yearly(said) if said.per in (None, "year") else None
        low, high = (yearly.low, yearly.high) if yearly is not None else (0.0, 0.0)
    elif said.per in (None, offer.base_period):
        low, high = said.low, said.high
    else:
        return offer
    if not (low and base / _FARTHEST <= high and low <= base * _FARTHEST):
        return offer
    return replace(offer, posted_low=low, posted_high=high)
