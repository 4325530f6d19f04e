"""Numbers written out in words: "one hundred and sixty-five thousand" -> 165000.

Reads whole numbers under a billion, in British or American style. Linear: a number is at most
LONGEST words and every word is looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    "k": 1_000,
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


_DIGITS = "|".join(_ONES[1:10])
# "One fifty" is said for 150 thousand; "two thirty" with an hour's word beside it is a time.
_CLIPPED = re.compile(
    rf"(?<![\w.-])(?<!until )(?<!till )(?<!before )(?<!after )(one|two|three) "
    rf"((?:{'|'.join(_TENS)})(?:[ -](?:{_DIGITS}))?|ten|fifteen)(?:[ ](?:k|grand|thousand))?(?![\w-])"
    r"(?! (?:hundred|million|billion|percent|minutes?|hours?|people|days?|weeks?|am|pm|a\.m|p\.m|o.clock)\b)"
    r"(?! (?:an?|per) (?:hour|hr|day|week|month)\b)",
    re.IGNORECASE,
)
_A_TIME = re.compile(
    r"\b(?:call|meet\w{0,4}|interview|chat|lunch|starts?|o.clock|talk|one)\b[^.!?]{0,30}\bat $", re.IGNORECASE
)
_PART = re.compile(r"[a-z]+", re.IGNORECASE)
# Without one of these beside it no number in words is money.
_WORTH = ("hundred", "thousand", "million", "grand", "lakh", " lac", "crore", "dollar", "euro", "pound")


def spelled(text: str) -> list[Spelled]:
    """Every number the words of a text spell out, in order; two side by side stay two."""
    found = list(_clipped(text))
    for said in found:
        text = text[: said.start] + "." * (said.end - said.start) + text[said.end :]
    low = text.lower()
    if not any(word in low for word in _WORTH):
        return found
    for run in _runs().finditer(text):
        words = [
            (m.group().lower(), m.start(), m.end()) for m in _PART.finditer(text, run.start(), run.end())
        ]
        at = 0
        while at < len(words):
            number, at = _number(words, at)
            if number:
                found.append(number)
    return sorted(found, key=lambda number: number.start)


def _clipped(text: str) -> Iterator[Spelled]:
    """The thousands said by their hundreds and the rest: "one sixty five" -> 165000."""
    for match in _CLIPPED.finditer(text):
        if _A_TIME.search(text, max(0, match.start() - 60), match.start()):
            continue
        rest = sum(_SMALL[word] for word in _PART.findall(match[2].lower()))
        value = float((_SMALL[match[1].lower()] * _HUNDRED + rest) * 1_000)
        yield Spelled(value, match.start(), match.end(), 1_000.0)


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
