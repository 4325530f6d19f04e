"""The words about pay in a posting: what an amount is, and what it is not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.understand.vocab import rows
from data.posting import Period

AGAINST: Final = "against"  # "revenue", "budget"
BESIDE: Final = "beside"  # "bonus", "equity": paid for the job too, but not its pay
FIELD: Final = "field"  # "sales", "training": against, unless it names a job ("Sales Manager: $90,000")
STIPEND: Final = "stipend"  # pay where it is as large as pay
KIND_SENSES: Final = frozenset({"base", "ote", "total"})
PERIOD_SENSES: Final[dict[str, Period]] = {
    "year": "year",
    "month": "month",
    "week": "week",
    "day": "day",
    "hour": "hour",
}
PAY_SENSES: Final = KIND_SENSES | {"pay"}
# Senses that are read elsewhere: periods right after an amount, a zone's name, which crown "kr" is.
_APART: Final = ("per ", "zone ", "crown ")
_WORD = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of the table found: their senses, where they stand, and how many words follow them."""

    senses: frozenset[str]
    start: int
    end: int
    after: int


@cache
def _phrases() -> tuple[dict[tuple[str, ...], frozenset[str]], dict[str, int]]:
    senses: dict[tuple[str, ...], set[str]] = {}
    for row in rows("posting_pay_words"):
        if not row["sense"].startswith(_APART):
            senses.setdefault(tuple(_WORD.findall(row["words"].lower())), set()).add(row["sense"])
    longest: dict[str, int] = {}
    for phrase in senses:
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return {phrase: frozenset(found) for phrase, found in senses.items()}, longest


def cues(text: str) -> list[Cue]:
    """The table's words in a short text, in order, the longest phrase first; none overlap."""
    phrases, longest = _phrases()
    matches = list(_WORD.finditer(text))
    words = [match[0].lower() for match in matches]
    count = len(words)
    found: list[Cue] = []
    read = 0
    for at, word in enumerate(words):
        if at < read or word not in longest:
            continue
        for size in range(min(longest[word], count - at), 0, -1):
            senses = phrases.get(tuple(words[at : at + size]))
            if senses:
                read = at + size
                found.append(Cue(senses, matches[at].start(), matches[read - 1].end(), count - read))
                break
    return found


@cache
def filler() -> frozenset[str]:
    """Single words that only say that something is pay, or for which time."""
    said = PAY_SENSES | set(PERIOD_SENSES) | {STIPEND}
    alone = (row["words"].lower() for row in rows("posting_pay_words") if row["sense"] in said)
    return frozenset(word for word in alone if " " not in word) - {"band"}


def spoken(sense: str) -> list[str]:
    """The words of one sense, longest first, for a pattern."""
    words = (row["words"] for row in rows("posting_pay_words") if row["sense"] == sense)
    return sorted(words, key=len, reverse=True)
