"""A number somebody wants to get to: "how do i get 62", "could they do 120k?", "get me to 62"."""

from __future__ import annotations

import re

_GET_TO = re.compile(
    r"^(?:(?:ok(?:ay)?|so|and|but|then|hm+)[,]? ){0,3}"
    r"(?:(?:how (?:do|can|could|would|should|might) (?:i|we|you)|how to|(?:can|could) (?:i|you)|help me"
    r"|is there (?:a|any) way to)"
    r" (?:get|push|bring|move|bump|raise|talk|take)|get me|bring me|(?:can|could|would|will|might) they"
    r" (?:do|go|pay|reach|stretch|come))"
    r" (?:(?:them|it|this|that|me|her|him|the (?:base|rate|pay|salary|offer|number)|up|closer|to|at|for"
    r"|as high as) ){0,4}(?P<sum>[$€£₹]?\d[\d,.]*\s?(?:k|lakhs?|lpa)?"
    r"(?:(?: an?|/| per) ?(?:hour|hr|year|yr|month))?)"
    r"(?: base| instead| total)?\s*\??$",
    re.IGNORECASE,
)


def number_to_get_to(text: str) -> str:
    """The sum as it is written in words that only want to get there; "" for all others.

    >>> number_to_get_to("how do i get them up to $62 an hour?"), number_to_get_to("i get 150")
    ('$62 an hour', '')
    """
    found = _GET_TO.match(text.strip())
    return found["sum"] if found else ""
