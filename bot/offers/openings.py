"""Where something can begin in a text, so that a pattern is tried there and nowhere else.

Most of a text is words; a pattern that is tried at every letter costs more than all it finds.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.understand.text import Token

_WORD = re.compile(r"[a-z]+")
_PIECE = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"[.\d]\d*")


def openings(low: str, words: Collection[str]) -> list[int]:
    """Every offset of a lower-case text where digits or one of some words begin, in order."""
    places = [match.start() for match in _DIGITS.finditer(low)]
    for word in set(_WORD.findall(low)).intersection(words):
        at = low.find(word)
        while at >= 0:
            places.append(at)
            at = low.find(word, at + 1)
    places.sort()
    return places


def each(pattern: re.Pattern[str], low: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """Every match of a pattern that begins at one of some places, none overlapping another."""
    match_at, end = pattern.match, 0
    for place in places:
        if place >= end:
            match = match_at(low, place)
            if match:
                end = match.end()
                yield match


Index = Mapping[str, Sequence[int]]


def index(words: Sequence[Token]) -> Index:
    """Where each word of a text stands; of words run together ("base+bonus") also each for itself."""
    found: dict[str, list[int]] = {}
    for word in words:
        found.setdefault(word.fold, []).append(word.start)
        if not word.raw.isalnum():
            for piece in _PIECE.finditer(word.raw):
                found.setdefault(piece.group().lower(), []).append(word.start + piece.start())
    return found


class Phrases:
    """Patterns that begin with one of a few words each, tried only where such a word stands."""

    def __init__(self, patterns: Sequence[tuple[str, str]]) -> None:
        """`patterns` are pairs of the words one may begin with, parted by spaces, and the pattern."""
        self._patterns = [re.compile(pattern).match for _, pattern in patterns]
        self._by_word: dict[str, list[int]] = {}
        for n, (words, _) in enumerate(patterns):
            for word in words.split():
                self._by_word.setdefault(word, []).append(n)

    def matches(
        self, text: str, words: Index, start: int = 0, end: int | None = None
    ) -> list[list[re.Match[str]]]:
        """For every pattern its matches in a text, in order, none overlapping another.

        `words` is the index of the text; only matches that begin in `[start, end)` count.
        """
        found: list[list[re.Match[str]]] = [[] for _ in self._patterns]
        end = len(text) if end is None else end
        for word in self._by_word.keys() & words.keys():
            for place in words[word]:
                if start <= place < end:
                    for n in self._by_word[word]:
                        match = self._patterns[n](text, place)
                        if match:
                            found[n].append(match)
        return [_apart(matches) if len(matches) > 1 else matches for matches in found]


def _apart(matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """Matches in the order of the text without those that overlap an earlier one."""
    kept: list[re.Match[str]] = []
    for match in sorted(matches, key=lambda match: match.start()):
        if not kept or kept[-1].end() <= match.start():
            kept.append(match)
    return kept
