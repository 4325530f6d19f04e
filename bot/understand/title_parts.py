"""The parts of a job title: its segments, and the tables of phrases that are looked up in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from bot.understand.text import fold
from bot.understand.vocab import rows

# "(m/w/d)", "(all genders)" and the endings that make one word serve for both genders or numbers.
_GENDERS = re.compile(
    r"\(\s*(?:[mwfdhxgn]\s*[/|]\s*){1,4}[mwfdhxgn*]\s*\)|\b[mwfdhx]/[mwfdhx](?:/[mwfdhx])?\b|\(all genders\)"
)
_ENDINGS = re.compile(
    r"\((?:s|e|in|a|r|se)\)|(?<=[a-z])[*:/_]in\b|(?<=[a-z])[.·]+(?:euse|se|trice|fe|ne|e)\b"
)
# Where one part of a title ends: marks, dashes with a space beside them, "Engineer-Platform", "for", "at".
_CUT = re.compile(
    r"[,;:|()\[\]{}–—•·~@]|(?<=\s)-+|-+(?=\s)|\s(?:for|at|within|bei|chez)\s"
    r"|(?:(?<=engineer)|(?<=developer)|(?<=manager)|(?<=analyst)|(?<=designer))-(?=[a-z])(?!i{1,3}\b)"
)
# "(UX)" after "User Experience": the words said again as an abbreviation.
_BRACKETED = re.compile(r"\(\s*([a-z]{2,6})\s*\)")
# "(Senior) Consultant": a level that may be left out is a level all the same.
_BRACKETED_LEVEL = re.compile(r"\(\s*(senior|sr\.?|junior|jr\.?)\s*\)")
_LONGEST_NAME = 120  # characters looked back over for the words an abbreviation stands for
_WORD = re.compile(r"[^\W_]+(?:['’.&+#][^\W_]+)*[+#]*|[/&+]")
_JOINS = frozenset({"/", "&", "+", "and", "or", "und", "et", "y", "e"})


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a title. `joined[i]` is True when a slash or an "and" stands before word i."""

    words: tuple[str, ...]
    joined: tuple[bool, ...]


class Phrases:
    """Runs of words with a value each, found from their first or their last word, longest first."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.value: dict[tuple[str, ...], str] = {}
        for phrase, value in pairs:
            self.value.setdefault(tuple(w for w in phrase.split() if w not in _JOINS), value)
        starts: dict[str, set[int]] = {}
        ends: dict[str, set[int]] = {}
        for words in self.value:
            starts.setdefault(words[0], set()).add(len(words))
            ends.setdefault(words[-1], set()).add(len(words))
        self._starts = {word: sorted(sizes, reverse=True) for word, sizes in starts.items()}
        self._ends = {word: sorted(sizes, reverse=True) for word, sizes in ends.items()}

    def at(self, words: tuple[str, ...], first: int) -> tuple[int, str] | None:
        """The longest phrase that begins at a word: (how many words, value)."""
        for size in self._starts.get(words[first], ()):
            value = self.value.get(words[first : first + size]) if first + size <= len(words) else None
            if value is not None:
                return size, value
        return None

    def before(self, words: tuple[str, ...], last: int, floor: int) -> tuple[int, str] | None:
        """The longest phrase that ends before a word and begins no earlier than `floor`."""
        for size in self._ends.get(words[last - 1], ()):
            value = self.value.get(words[last - size : last]) if last - size >= floor else None
            if value is not None:
                return size, value
        return None

    def all(self, words: tuple[str, ...]) -> list[tuple[int, int, str]]:
        """Every phrase from left to right, longest first, none overlapping: (first, last, value)."""
        hits: list[tuple[int, int, str]] = []
        at = 0
        while at < len(words):
            hit = self.at(words, at)
            if hit is None:
                at += 1
            else:
                hits.append((at, at + hit[0], hit[1]))
                at += hit[0]
        return hits


def segments(title: str) -> list[Segment]:
    """Cut a title into its parts, folded; parts without a word are left out."""
    plain = title.lower() if title.isascii() else fold(title)
    if not plain.isalpha():
        plain = _ENDINGS.sub("", _GENDERS.sub(" ", plain))
    if "r." in plain:
        plain = plain.replace("sr.", "sr ").replace("jr.", "jr ")
    if "(" in plain:
        plain = _BRACKETED.sub(_without_abbreviation, _BRACKETED_LEVEL.sub(r" \1 ", plain))
    parts = [_segment(part) for part in _CUT.split(plain)]
    return [part for part in parts if part.words]


def _without_abbreviation(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - _LONGEST_NAME) : found.start()]
    said = [word for word in _WORD.findall(before) if word not in _JOINS][-len(found[1]) :]
    same = len(said) == len(found[1]) and all(map(_stands_for, found[1], said))
    return " " if same else found[0]


def _stands_for(letter: str, word: str) -> bool:
    return word[0] == letter or (letter == "x" and word.startswith("ex"))


@cache
def _spellings() -> dict[str, str]:
    return {row["written"]: row["meant"] for row in rows("title_spellings")}


def _segment(part: str) -> Segment:
    words: list[str] = []
    joined: list[bool] = []
    join = False
    spellings = _spellings()
    for word in _WORD.findall(part):
        if word in _JOINS:
            join = True
            continue
        plain = word if word.startswith("c+") else word.rstrip("+") or word
        words.append(spellings.get(plain, plain))
        joined.append(join)
        join = False
    return Segment(tuple(words), tuple(joined))


def covered(words: Sequence[str], first: int, last: int, known: frozenset[str]) -> bool:
    """Whether every word of `[first, last)` is known or holds a digit ("2026", "jc50")."""
    return all(w in known or (not w.isalpha() and any(c.isdigit() for c in w)) for w in words[first:last])
