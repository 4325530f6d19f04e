"""How long people say they would stay: "if I only stay 2 years", "leave after 18 months", "in year one"."""

from __future__ import annotations

import re

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18, "couple of": 2, "a couple of": 2, "a couple": 2,
}  # fmt: skip
_COUNT = rf"\d{{1,2}}(?:\.5)?|(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_SPAN = re.compile(
    rf"\b(?P<count>{_COUNT})[ -]?(?P<unit>years?|yrs?|yr|y|months?|mos?|mths?)\b"
    rf"(?: and (?:(?P<half>a half)|(?P<more>{_COUNT})(?: months?\b)?))?"
)
_HALF = re.compile(r"\b(?:half a year|half year)\b")
_FIRST = re.compile(r"\b(?:(?:the |my )?first (?:year|12 months)|year (?:one|1)|1st year)\b")
_HOW_LONG = re.compile(
    r"\b(?:stay\w{0,3}|leav\w{1,3}|left|quit\w{0,4}|go|resign\w{0,3}|walk|last|over|after|for|in|within|only"
    r"|first|work\w{0,3}|do|plan\w{0,4}|look\w{0,3} at|by|there)\b|\b(?:if|when) i\b"
)
LONGEST = 48.0  # months: years of an offer are counted to four


def stay_months(text: str) -> float | None:
    """The months that words speak of staying, 48 at most; None where they speak of no such time.

    >>> stay_months("if i only stay 2 years"), stay_months("leave after a year and a half")
    (24.0, 18.0)
    """
    low = " ".join(text.lower().replace("\u2019", "'").split())
    if _FIRST.search(low):
        return 12.0
    if not _HOW_LONG.search(low):
        return None
    if _HALF.search(low):
        return 6.0
    found = _SPAN.search(low)
    if found is None:
        return None
    of_years = found["unit"].startswith("y")
    months = number(found["count"]) * (12 if of_years else 1)
    if found["half"]:
        months += 6 if of_years else 0.5
    elif found["more"] and of_years:
        months += number(found["more"])
    return min(months, LONGEST) or None


def number(said: str) -> float:
    """A small count in figures or words: "two" -> 2.0; 1.0 for a word that counts nothing."""
    return float(said) if said[0].isdigit() else float(_NUMBERS.get(said, 1))
