"""The sums of money a text says, with moves "from A to B" parted and negative sums left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from bot.offers.cues import labels
from bot.understand.money import Amount, amounts
from bot.understand.vocab import rows

_FROM = re.compile(r"\bfrom (?:(?:about|around|a|base|salary|of) ){0,3}$")
_TO = re.compile(r" (?:up )?to ")
_ALPHA = re.compile(r"[a-z]+")
# "and a half lakh" goes on with a number before it.
_ARTICLE = re.compile(r"(?<![\w'])(?:(?P<half>half )an? |an? )(?P<unit>lakh|lac|crore)(?![\w])")
_DASHES = re.compile(r"(?:^|\n) {0,4}- ?\S")
# How far after a sum its period stands, in characters.
_NEAR_PERIOD = 20
# How far before a sum "from" and the words of a move ("bump me") are looked for, in characters.
_NEAR_FROM, _NEAR_MOVE = 30, 70


def sums(text: str, low: str) -> Iterator[Amount]:
    """Every sum of the text in order; `low` is its lower-case form, of the same length."""
    dashes = len(_DASHES.findall(text)) > 1
    for amount in amounts(text):
        if not _negative(text, amount.start, dashes):
            yield from _parted(text, low, amount)


def articles(text: str, low: str) -> Iterator[Amount]:
    """The sums said with an article, with the period after them: "a lakh", "half a lakh a month"."""
    for match in _ARTICLE.finditer(low):
        after = f"1 {match['unit']}{text[match.end() : match.end() + _NEAR_PERIOD]}"
        one = amounts(after)[0]
        part = 0.5 if match["half"] else 1.0
        yield replace(
            one,
            low=one.low * part,
            high=one.low * part,
            start=match.start(),
            end=match.end() + one.end - len(match["unit"]) - 2,
        )


@cache
def _move_words() -> frozenset[str]:
    return frozenset(row["phrase"] for row in rows("offer_words") if row["kind"] == "moves")


def leaves(low: str, start: int) -> bool:
    """Whether the sum at a place is where a move starts: "bump me from", "going from"."""
    if not _FROM.search(low, max(0, start - _NEAR_FROM), start):
        return False
    return any(word in _move_words() for word in _ALPHA.findall(low, max(0, start - _NEAR_MOVE), start))


def _parted(text: str, low: str, amount: Amount) -> Iterator[Amount]:
    """The two ends of a move "from 150k to 165k", which is no range; any other amount as it is."""
    link = _TO.search(low, amount.start, amount.end) if amount.low != amount.high else None
    if link is None or not leaves(low, amount.start):
        yield amount
        return
    for start, end in ((amount.start, link.start()), (link.end(), amount.end)):
        for part in amounts(text[start:end]):
            currency = part.currency or amount.currency
            yield replace(part, start=start + part.start, end=start + part.end, currency=currency)


def _negative(text: str, start: int, dashes: bool) -> bool:
    """Whether a minus makes a sum no pay at all; the dash of a list or after a label does not."""
    before = text[max(0, start - _NEAR_FROM) : start]
    if not before.endswith("-"):
        return False
    before = before[:-1]
    line = before.rpartition("\n")[2]
    if not line.strip() and (line != before or start <= _NEAR_FROM):
        return not dashes
    if before[-1:] not in set(" (:$"):
        return False
    last = before.split()[-1].lower()
    return last.endswith((":", "$", "(")) or (last.isalpha() and last not in labels())
