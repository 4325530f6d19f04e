"""A text that says a job's pay and the band it was posted with: an offer, however like an advertisement."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.commands.insist import read_as_offer
from bot.offers.posted_band import Band, posted_band, with_band
from bot.offers.reader import Reading, read
from bot.understand.money import amounts, as_yearly

# What says that the one sum beside the band is theirs: an offer told, a step or grade of a public scale.
_OFFERED = re.compile(
    r"\b(?:got (?:the|a) job|offer(?:ed|s|ing)?|hired|they (?:gave|pay)|step \w{1,2}|grade \w{1,3})\b",
    re.IGNORECASE,
)
_NOT_OFFERED = re.compile(
    r"\?|\b(?:should|want|hope|hoping|asking|expect|i make|i earn|current(?:ly)?|my (?:salary|pay)"
    r"|i'?m (?:on|at))\b",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"\b(?:of |in )?(?:pay |salary )?(?:range|grade|band) [\dA-Z]{1,3}(?=\W*[$£€\d])", re.IGNORECASE
)


def read_beside_band(text: str) -> Reading:
    """What a text is, the posted band of its one offer told apart from the pay it offers."""
    found, band = read(text), posted_band(text)
    if band is None:
        return found
    if not found.offers and found.other == "nothing":
        found = _told(text, band) or found
    if len(found.offers) != 1:
        return found
    return replace(found, offers=(with_band(found.offers[0], band.said),))


def _told(text: str, band: Band) -> Reading | None:
    """The offer beside a band, where words say that the one other sum is theirs; else None."""
    if _NOT_OFFERED.search(text) or not _OFFERED.search(text):
        return None
    rest = _blank(text, band.start, band.end)
    for step in _STEP.finditer(rest):
        rest = _blank(rest, step.start(), step.end())
    if sum(as_yearly(each) is not None for each in amounts(rest)) != 1:
        return None
    again = read_as_offer(rest)
    named = [each for each in again.offers if each.base_amount is not None and (each.title or each.company)]
    return again if len(named) == len(again.offers) == 1 else None


def _blank(text: str, start: int, end: int) -> str:
    """The text with a part of it blank: what was read keeps its place."""
    return text[:start] + " " * (end - start) + text[end:]
