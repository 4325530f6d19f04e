"""Numbers of up to two digits in words, as letters and people say them: "four", "twenty-five"."""

from __future__ import annotations

_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# Patterns of a number under ten, of one from ten to nineteen, of a ten, and of any number in words.
DIGIT, TEEN = "|".join(_ONES[:9]), "|".join(_ONES[9:])
TEN = "|".join(_TENS)
_ANY = "|".join(sorted(_ONES, key=len, reverse=True))
SAID = rf"(?:one hundred|(?:{TEN})(?:[ -](?:{DIGIT}))?|{_ANY})"
# The words a number in words begins with.
FIRST_WORDS = frozenset((*_ONES, *_TENS))


def number(word: str) -> float:
    """A number in digits ("12", "7.5", "7,5") or in the words of SAID."""
    if word[:1].isdigit() or word[:1] == ".":
        return float(word.replace(",", "."))
    if word == "one hundred":
        return 100.0
    tens, _, ones = word.replace("-", " ").partition(" ")
    if tens in _TENS:
        return 20.0 + 10 * _TENS.index(tens) + (1 + _ONES.index(ones) if ones else 0)
    return 1.0 + _ONES.index(word)
