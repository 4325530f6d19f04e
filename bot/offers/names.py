"""A name of an offer (its company, job or place) as written, and what finding any of them takes."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from bot.offers.layout import Layout
from bot.understand.text import Token
from bot.understand.vocab import rows


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, where it stands in the readable text, and how sure it is (0 to 1)."""

    text: str
    start: int
    end: int
    sure: float


@cache
def word_list(table: str, kind: str = "") -> frozenset[str]:
    """The words of a table of the vocabulary, of one kind or all."""
    return frozenset(row["word"] for row in rows(table) if not kind or row["kind"] == kind)


def tokens_in(layout: Layout, start: int, end: int) -> list[Token]:
    """The words that begin in a part of the text."""
    words = layout.words
    low = bisect_left(words, start, key=lambda t: t.start)
    high = bisect_left(words, end, key=lambda t: t.start)
    return list(words[low:high])
