"""Numbers written out in words: "one hundred and sixty-five thousand" -> 165000.

Reads whole numbers under a billion, in British or American style. Linear: a number is at most
LONGEST words and every word is looked at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

LONGEST = 14

_ONES = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_LARGE = {
    **{"thousand": 1_000, "grand": 1_000, "million": 1_000_000},
    **dict.fromkeys(("lakh", "lakhs", "lac", "lacs"), 100_000),
    **dict.fromkeys(("crore", "crores"), 10_000_000),
}
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words at the characters `[start, end)`; `scale` is the largest multiplier said, or 1."""

    value: float
    start: int
    end: int
    scale: float


@cache
def _runs() -> re.Pattern[str]:
    small = "|".join(sorted(_SMALL, key=len, reverse=True))
    words = "|".join((small, *_LARGE, "hundred"))
    return re.compile(
        rf"(?<![\w.-])(?:an? (?:hundred|thousand|million)|{small})"
        rf"(?:[ -]{{1,2}}(?:and[ ]|an? (?=hundred))?(?:{words})){{0,{LONGEST}}}(?!\w)",
        re.IGNORECASE,
    )


_PART = re.compile(r"[a-z]+", re.IGNORECASE)
# Without one of these beside it no number in words is money.
_WORTH = ("hundred", "thousand", "million", "grand", "lakh", " lac", "crore", "dollar", "euro", "pound")


def spelled(text: str) -> list[Spelled]:
    """Every number the words of a text spell out, in order; two side by side stay two."""
    low = text.lower()
    if not any(word in low for word in _WORTH):
        return []
    found: list[Spelled] = []
    for run in _runs().finditer(text):
        words = [
            (m.group().lower(), m.start(), m.end()) for m in _PART.finditer(text, run.start(), run.end())
        ]
        at = 0
        while at < len(words):
            number, at = _number(words, at)
            if number:
                found.append(number)
    return found


def _number(words: list[tuple[str, int, int]], first: int) -> tuple[Spelled | None, int]:
    """The number that begins at a word, and the word after it."""
    total = part = 0
    limit = 1_000_000_000  # multipliers come in falling order: "one million two thousand"
    largest = 1
    end: int | None = None
    at = first
    for at in range(first, len(words) + 1):
        word = words[at][0] if at < len(words) else ""
        if word in {"a", "an"} and end is None:
            continue
        if word == "and" and end is not None and words[at - 1][0] in {"hundred", *_LARGE}:
            continue
        if word in _SMALL and _fits(part, _SMALL[word], fresh=end is None or words[at - 1][0] != "zero"):
            part += _SMALL[word]
        elif word == "hundred" and part < _HUNDRED:
            part = (part or 1) * _HUNDRED
            largest = max(largest, _HUNDRED)
        elif word in _LARGE and _LARGE[word] < limit and (part or end is None):
            limit = _LARGE[word]
            total += (part or 1) * limit
            largest, part = max(largest, limit), 0
        else:
            break
        end = words[at][2]
    if end is None:
        return None, at + 1
    return Spelled(float(total + part), words[first][1], end, float(largest)), at


def _fits(part: int, small: int, *, fresh: bool) -> bool:
    """Whether a small number may follow what was said: units after tens, anything after hundreds."""
    tens, units = part % 100, part % 10
    if not fresh:
        return False
    return tens == 0 or (0 < small < 10 and units == 0 and tens >= 20)  # noqa: PLR2004
