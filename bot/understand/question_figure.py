"""The figure of a question: the pay said, with ZIP codes, names and what is counted left aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understand import companies, gazetteer
from bot.understand.clipped import clipped
from bot.understand.money import Amount, amounts, as_yearly
from bot.understand.no_pay import without_counts
from bot.understand.text import Token

_ZIP = re.compile(r"\d{5}")
_ZIP_AFTER = frozenset({"zip", "zipcode", "code", "postcode"})
_CENTS = re.compile(r"\d{2}\.\d{2}")  # "71.50" is an hour's pay, "138.5" is thousands
_LEAST_AN_HOUR = 15.0
_CHANGED = (
    r"\b(?:gone|go|went|up|down|rais\w{1,3}|chang\w{1,3}|mov\w{1,3}|bump\w{0,3}|increas\w{1,3}|lower\w{0,3})"
)
_MOVED = re.compile(
    rf"{_CHANGED}\b(?:[^.!?\d]{{0,30}}\bfrom\s|(?:\s(?:me|it|the base|base))?\s)[$£€]?$",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\s?(?:all the way )?(?:up|down) to\s[$£€]?", re.IGNORECASE)


def zip_codes(text: str, words: Sequence[Token], *, spoken: bool) -> set[int]:
    """Words that are ZIP codes. A round number of five digits is rather a year's pay."""
    found = set()
    for i, word in enumerate(words):
        if not _ZIP.fullmatch(word.raw) or text[max(word.start - 1, 0) : word.start] in ("$", "£", "€", ","):
            continue
        before = words[i - 1].fold if i else ""
        after = words[i + 1].fold if i + 1 < len(words) else ""
        named = before in _ZIP_AFTER or before.upper() in gazetteer.states() or before in ("near", "around")
        paid = after in ("a", "per", "usd", "dollars", "k", "base", "year", "yearly", "salary", "annually")
        if named or (not paid and not word.raw.endswith("00") and (not spoken or before == "in")):
            found.add(i)
    return found


def pay_said(
    text: str, words: Sequence[Token], zips: set[int], named: Sequence[companies.Named]
) -> Amount | None:
    """The figure said, ZIP codes, companies' names ("37signals") and what is counted aside."""
    for i in {*zips, *(i for each in named for i in range(each.first, each.last))}:
        text = text[: words[i].start] + " " * len(words[i].raw) + text[words[i].end :]
    text = without_counts(text)
    paid = ((each, pay) for each in amounts(text) if (pay := _pay(text, each)) is not None)
    said, found = next(paid, (None, None))
    if said is None or found is None:
        return clipped(text)
    after, moved = next(paid, (None, None))
    if after is None or not _UP_TO.fullmatch(text[said.end : after.start]):
        return found
    return moved if _MOVED.search(_before(text, said)) else found  # "went from 120 up to 128"


def _before(text: str, said: Amount) -> str:
    """What stands right before an amount."""
    return text[max(0, said.start - 60) : said.start]


def _pay(text: str, said: Amount) -> Amount | None:
    """An amount as the pay it may be: thousands of a year, cents by the hour, where a change leads to."""
    cents = _CENTS.fullmatch(text[said.start : said.end]) is not None
    if said.bare and said.per is None and cents and said.low >= _LEAST_AN_HOUR:
        return replace(said, per="hour")
    pay = as_yearly(said)
    if pay is not None and pay.low < pay.high and _MOVED.search(_before(text, said)):
        return replace(pay, low=pay.high)
    return pay
