"""Words that say what a figure is for, from the table `offer_cues.csv`.

A cue's `role` is a term of an offer ("base", "sign_on"), "noise" for figures that are no term
(loans, valuations, benefits), the name of a heading ("title", "company"); beginning with "@",
whose pay is spoken of ("@offer", "@present", "@wish", "@posted" ...; a bare "@" for words that
only look like one, "new york"); beginning with "=", what
kind of text it is ("=offer", "=job_ad", "=question" ...).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from bot.understand.text import Token, tokens
from bot.understand.vocab import rows

# Frames of this weight are ordinary words too: they count right before pay or a mark.
_SHY = 0.5
_MODIFIERS = frozenset({"y1", "y2"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table: what its words speak of, a detail (a period, a kind of equity), its weight."""

    role: str
    detail: str
    weight: float


class Found(NamedTuple):
    """A cue found in the tokens `[first, last)`, standing at the characters `[start, end)`."""

    cue: Cue
    first: int
    last: int
    start: int
    end: int


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(token.fold for token in tokens(phrase))


_Table = dict[str, list[tuple[tuple[str, ...], Cue]]]


@cache
def _tables() -> dict[str, _Table]:
    """Terms (""), frames ("@") and kinds of text ("="), each by first word, longest phrase first."""
    tables: dict[str, _Table] = {"": {}, "@": {}, "=": {}}
    for row in rows("offer_cues"):
        key = _key(row["phrase"])
        cue = Cue(row["role"], row["detail"], float(row["weight"]))
        mark = cue.role[0] if cue.role[0] in tables else ""
        tables[mark].setdefault(key[0], []).append((key, cue))
    for table in tables.values():
        for phrases in table.values():
            phrases.sort(key=lambda entry: len(entry[0]), reverse=True)
    return tables


@cache
def labels() -> frozenset[str]:
    """First words of terms and headings: capitalised in a list, they begin a new entry."""
    return frozenset(
        first
        for first, phrases in _tables()[""].items()
        if first.isalpha()
        and any(cue.weight >= 1 and cue.role not in _MODIFIERS | {"noise"} for _, cue in phrases)
    )


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word for table in _tables().values() for word in table)


def _plain(fold: str) -> str:
    return fold[:-2] if fold.endswith("'s") else fold


@dataclass(frozen=True, slots=True)
class Cues:
    """What the words of a text point at: terms, frames (whose pay) and the kind of text."""

    terms: tuple[Found, ...]
    frames: tuple[Found, ...]
    says: tuple[Found, ...]


def find(words: Sequence[Token], free: Sequence[bool]) -> Cues:
    """The cues among the words, each longest first and none overlapping its like.

    A word that is not `free` belongs to a figure and is no cue.
    """
    plain = [word.fold if "'" not in word.fold else _plain(word.fold) for word in words]
    first = _first_words()
    opening = [n for n, word in enumerate(plain) if word in first]
    terms, frames, says = (
        tuple(_scan(_tables()[mark], words, plain, free, opening)) for mark in ("", "@", "=")
    )
    return Cues(terms, tuple(f for f in frames if f.cue.role != "@" and not _idle(f, words, free)), says)


def _idle(found: Found, words: Sequence[Token], free: Sequence[bool]) -> bool:
    """Whether a shy word ("new", "old") stands before neither pay nor a mark, and says nothing of pay."""
    if found.cue.weight > _SHY:
        return False
    if found.last == len(words):
        return True
    after = words[found.last]
    return free[found.last] and after.start - found.end <= 1 and after.fold not in labels()


def _scan(
    table: _Table,
    words: Sequence[Token],
    plain: Sequence[str],
    free: Sequence[bool],
    opening: Sequence[int],
) -> list[Found]:
    found: list[Found] = []
    end = 0
    for at in opening:
        if at < end:
            continue
        for key, cue in table.get(plain[at], ()):
            last = at + len(key)
            if (last == at + 1 or tuple(plain[at:last]) == key) and all(free[at:last]):
                found.append(Found(cue, at, last, words[at].start, words[last - 1].end))
                end = last
                break
    return found
