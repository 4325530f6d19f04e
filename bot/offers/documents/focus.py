"""The part of a long document that the terms of an offer stand in."""

from __future__ import annotations

import re
from typing import Final

from bot.offers.documents.document import READ_AT_MOST

_HEAD: Final = 3_000  # names, job and date stand here
_AROUND: Final = 2  # lines before and after one that speaks of pay
_LONG_LINE: Final = 4_000
_PAY: Final = re.compile(
    r"[$€£₹¥][ ]?[0-9]|[0-9][ ]?(?:%|percent\b|k\b|lakhs?\b|lpa\b|crores?\b|shares\b|options\b|rsus?\b)"
    r"|\b(?:usd|eur|gbp|cad|aud|inr|chf|sgd|sek|pln)\b|[0-9]{1,3}(?:[,.][0-9]{2,3}){1,3}\b"
    r"|\b(?:salary|base pay|bonus|sign-?on|equity|vest\w{0,4}|cliff|commission|stipend|relocation|start date"
    r"|position|title|expires?|accept(?:ance)? by|paid time off|vacation)\b",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"[0-9]{2}")


def focused(text: str) -> str:
    """The text, or of a longer one its head and the lines about pay with those around them.

    Lines with figures come before lines with words alone, so that clauses are what is left out.
    """
    if len(text) <= READ_AT_MOST:
        return text
    lines = [line[:_LONG_LINE] for line in text.split("\n")]
    wanted: dict[int, None] = {}
    left = READ_AT_MOST
    for index, line in enumerate(lines):  # the head
        if left < READ_AT_MOST - _HEAD:
            break
        wanted[index] = None
        left -= len(line) + 1
    paying = [index for index, line in enumerate(lines) if _PAY.search(line)]
    with_figures = [index for index in paying if _FIGURE.search(lines[index])]
    for index in (*with_figures, *paying):
        for near in range(max(index - _AROUND, 0), min(index + _AROUND + 1, len(lines))):
            if near not in wanted and len(lines[near]) < left:
                wanted[near] = None
                left -= len(lines[near]) + 1
    return "\n".join(lines[index] for index in sorted(wanted))
