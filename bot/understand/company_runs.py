"""Runs of words that are one company's name, and the places and jobs hidden inside such names.

"New York Times" is in no question about New York, nor "Sunrise Bakery" in one about Sunrise, Florida.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.understand import known_companies, places, roles
from bot.understand.forgetful import for_a_turn
from bot.understand.text import Token, fold, tokens
from bot.understand.vocab import rows

WIDEST = 5  # words of a known name
POSSESSIVES = ("'s", "’s")
_LONGEST = 60  # characters of a known name
_INSIDE = re.compile(r" ?[-&.]? ?")  # what may stand between two words of one name
_UNKNOWN = "·"  # stands for a word that is part of a company's name: no place, no level
_NO_NAME = frozenset({"market", "usd"})  # "the Denver Market", "Denver USD 90k"


def masked(text: str, words: Sequence[Token]) -> list[Token]:
    """The words, without a known company's name that holds a place or role: "New York Times", "T-Mobile"."""
    kept = list(words)
    for width in range(WIDEST, 1, -1):
        for first in range(len(words) - width + 1):
            said = run_of(text, words, first, width)
            if said is None or not _holds_another_name(said) or kept[first].fold == _UNKNOWN:
                continue
            for i in range(first, first + width):
                kept[i] = Token(_UNKNOWN, words[i].raw, words[i].start, words[i].end)
    for i in range(1, len(words)):
        if not _is_institution(text, words, i) or kept[i].fold == _UNKNOWN:
            continue
        first = i
        while first and kept[first - 1].fold != _UNKNOWN and _in_a_row(text, words, first):
            first -= 1
        for named in places.mentions(kept[first:i]):
            if first + named.last == i:  # "Sunrise Bakery" is in no town called Sunrise
                for at in range(first + named.first, i):
                    kept[at] = Token(_UNKNOWN, words[at].raw, words[at].start, words[at].end)
    return kept


def _is_institution(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a word with a capital says what a name before it is: "Lincoln High", "Sunrise Bakery"."""
    word = words[at]
    if not (word.raw[:1].isupper() and word.fold in _institutions() and _in_a_row(text, words, at)):
        return False
    goes_on = at + 1 < len(words) and words[at + 1].raw[:1].isupper() and _in_a_row(text, words, at + 1)
    return not goes_on  # "Boston Health Data Analyst"


def _in_a_row(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether the word before has a capital too, and one space is between."""
    return words[at - 1].raw[:1].isupper() and text[words[at - 1].end : words[at].start] == " "


@cache
def _institutions() -> frozenset[str]:
    listed = (row["words"] for row in rows("employer_shapes") if row["kind"] in ("ending", "shop", "name"))
    words = (fold(word) for cell in listed for word in cell.split(";"))
    return frozenset(word for word in words if " " not in word) - _NO_NAME


def run_of(text: str, words: Sequence[Token], first: int, width: int) -> str | None:
    """The words as one name, None where what stands between them parts it."""
    for i in range(first, first + width - 1):
        if not _INSIDE.fullmatch(text[words[i].end : words[i + 1].start]):
            return None
    if words[first + width - 1].end - words[first].start > _LONGEST:
        return None
    return plain(text[words[first].start : words[first + width - 1].end])


@for_a_turn(maxsize=4096)
def _holds_another_name(said: str) -> bool:
    """Whether a known name of several words has a place's name in it, or a role's ("T-Mobile")."""
    if known_companies.letters(said) not in known_companies.spaced():
        return False
    words = tokens(said)
    return bool(places.read(words)[0] or roles.mentions(words, terse=True))


def plain(said: str) -> str:
    """A name without its possessive: "Stripe's" -> "Stripe"."""
    for ending in POSSESSIVES:
        said = said.removesuffix(ending)
    return said
