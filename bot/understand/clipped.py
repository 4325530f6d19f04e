"""Pay said in a word or two without its thousands: "my minimum is eighty five", "pay me seventy two five".

Looked for where no figure stands in digits, and only beside words of pay: "eighty five people" are none. The
patterns are bounded: a text takes time in proportion to its length.
"""

from __future__ import annotations

import re
from typing import Final

from bot.understand.money import Amount

_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES: Final = {word: n for n, word in enumerate(_ONES, start=1)} | {
    word: 10 * n for n, word in enumerate(_TENS, start=2)
}
_PAY: Final = (
    r"(?:base|salary|pay(?:s|ing)?|paid|offer(?:s|ed|ing)?|floor|minimum|min|target|ask(?:ed|ing)?|make|making"
    r"|earn(?:ing)?|under|below|above|take|accept|counter(?:ed)?|wants?|say|said|number|go|came (?:in|back)"
    r"|up|at|for)"
)
_BETWEEN: Final = r"(?: (?:me|us|is|was|i'd take|it|to|at|with|for|of|around|about|only|just|a|them|in|like))"
_ENDS: Final = (
    r"(?=\s{0,3}(?:[.,;:!?)\n]|\Z)"
    r"|\s(?:a year|base|as|in|for|and|or|but|if|with|plus|total|per year|please|pls|to|max|tops)\b)"
)
_SAID: Final = re.compile(
    rf"\b{_PAY}:?{_BETWEEN}{{0,3}}:? (?P<tens>{'|'.join(_TENS)})"
    rf"(?:[ -](?P<one>{'|'.join(_ONES)}))?(?: (?P<half>five))?"
    rf"(?: (?P<scale>k|grand|thousand))?(?P<hour>(?: dollars| bucks)? (?:an|per) hour)?{_ENDS}",
    re.IGNORECASE,
)
_IN_PAY: Final = re.compile(
    r"\b(?:base|salary|pay|paid|offer\w{0,3}|floor|minimum|target|ask\w{0,3}|mak(?:e|ing)|earn\w{0,3}|counter\w{0,2}|take"
    r"|hour|raise|comp|budget|money|number)\b",
    re.IGNORECASE,
)


def clipped(text: str) -> Amount | None:
    """The pay said in tens and ones: thousands of a year, or dollars where an hour is named."""
    found = _SAID.search(text)
    if found is None or not _IN_PAY.search(text):
        return None
    value = float(_VALUES[found["tens"].lower()] + _VALUES.get((found["one"] or "").lower(), 0))
    if found["half"]:
        value += 0.5
    start, end = found.start("tens"), found.end()
    if found["hour"]:
        return Amount(value, value, start, end, per="hour")
    return Amount(value * 1000, value * 1000, start, end, scale=1000.0)
