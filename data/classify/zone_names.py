"""What the words of a pay range's zone name: "SF/NY Pay Range", "California (excluding the Bay Area)"."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal

from bot.understand.places import BAY_AREA, UNITED_STATES, mentions, place, pooled, read, read_location
from bot.understand.text import Token, tokens

Kind = Literal["rest", "except", "us", "abroad", "part", "grade", "pay"]

_LONGEST: Final = 1_000
# "Tier 1: all of the US" says what the tier is, "US (Tier 1)" does not.
_EXPLAINED: Final = re.compile(r" ?[:(\[,–—-]")
_GRADES: Final = frozenset({"i", "ii", "iii", "iv", "v"})
# "CA$120K" is no California.
_DOLLARS: Final = re.compile(r"[A-Za-z]{0,3}\$")


@dataclass(frozen=True, slots=True)
class Named:
    """The places some words name.

    `us` when they name the country and nothing narrower in it, `abroad` when a place outside it.
    """

    metros: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    us: bool = False
    remote: bool = False
    abroad: bool = False

    @property
    def anything(self) -> bool:
        """Whether any place at all is named."""
        return bool(self.metros or self.states or self.us or self.remote or self.abroad)


@dataclass(frozen=True, slots=True)
class Zone:
    """What a zone holds for: `named` but for `besides`; or the `rest`, what no sibling names; or `all`."""

    named: Named = Named()
    besides: Named = Named()
    rest: bool = False
    all: bool = False

    @property
    def told(self) -> bool:
        """Whether it can be told at all which places are meant."""
        return self.rest or self.all or self.named.anything


@lru_cache(maxsize=65_536)
def read_zone(text: str, near: tuple[str, ...]) -> Zone:
    """Read the words a range is said to hold for.

    Args:
        text: the zone; its first 1,000 characters are read.
        near: the places of the posting, which settle a name that could be several ("Washington").

    Returns:
        A zone that is not `told` where no place can be made out ("Zone A", "L5", "the West Coast").
    """
    text = _DOLLARS.sub(" ", text[:_LONGEST])
    words = tokens(text)
    if all(_kind((word.fold,)) == "pay" for word in words):
        return Zone(all=True)
    kept, left_out = _parts(text, words)
    besides = _named(left_out, near)
    # "New York (excluding NYC)" is the state.
    named = _named(kept, tuple(id_ for id_ in near if id_ not in besides.metros))
    if not named.anything and (besides.metros or besides.states or besides.us or besides.abroad):
        # "Outside the US" is abroad, "outside of Ohio" elsewhere in the US.
        named = Named(us=not besides.us, abroad=besides.us)
    if besides.metros or besides.states:
        return Zone(named, besides)
    if _has(words, "rest") and not (named.metros or named.states or named.abroad):
        return Zone(rest=True)
    if named.us and (_has(words, "part") or _is_graded(text, words)):
        return Zone()  # "US Premium Markets", "US Tier 2": which those are is not told
    return Zone(named if named.anything else Named(us=_has(words, "us")))


def _is_graded(text: str, words: Sequence[Token]) -> bool:
    """Whether a grade is all that is said of which places are meant: "US Tier 1"."""
    return any(
        _phrase(words, at, "grade")
        and (grade.fold.isdigit() or len(grade.fold) == 1 or grade.fold in _GRADES)
        and not _EXPLAINED.match(text, grade.end)
        for at, grade in enumerate(words[1:])
    )


def _parts(text: str, words: Sequence[Token]) -> tuple[str, str]:
    """Part what is named from what is left out of it: "California (excluding the Bay Area), Ohio".

    What is left out goes to the end of its brackets or of its clause.
    """
    kept, left_out = [], []
    free = 0
    for at, word in enumerate(words):
        if word.start < free or not (count := _phrase(words, at, "except")):
            continue
        kept.append(text[free : word.start])
        bracketed = text.rfind("(", 0, word.start) > text.rfind(")", 0, word.start)
        closed = text.find(")" if bracketed else ";", word.start)
        free = closed if closed > 0 else len(text)
        left_out.append(text[words[at + count - 1].end : free])
    return "; ".join([*kept, text[free:]]), "; ".join(left_out)


def _named(text: str, near: tuple[str, ...]) -> Named:
    where = read_location(text, near)
    words = tokens(text)
    found = [id_ for mention in mentions(words) for id_ in mention.ids[:1]]
    metros = {*where.metros}
    if BAY_AREA in found:
        metros.update(pooled(BAY_AREA))
    # "West Coast" lies in the US, and which of its places belong to it is not told.
    parts = not (metros or where.named) and bool(read(words)[1])
    return Named(
        frozenset(metros),
        frozenset(where.named),
        "US" in where.countries and not (metros or where.named or parts),
        where.remote,
        bool({*where.countries} - {"US"}) or any(map(_is_abroad, found)) or _has(words, "abroad"),
    )


def _is_abroad(id_: str) -> bool:
    return place(id_).kind == "country" and id_ != UNITED_STATES


def _has(words: Sequence[Token], kind: Kind) -> bool:
    return any(_phrase(words, at, kind) for at in range(len(words)))


def _phrase(words: Sequence[Token], at: int, kind: Kind) -> int:
    """How many words from here are a phrase of a kind; 0 for none."""
    for count in range(min(_longest(), len(words) - at), 0, -1):
        if _kind(tuple(word.fold for word in words[at : at + count])) == kind:
            return count
    return 0


def _kind(words: tuple[str, ...]) -> str | None:
    return _phrases().get(words)


@cache
def _longest() -> int:
    return max(map(len, _phrases()))


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    with (Path(__file__).parent / "zone_words.csv").open(encoding="utf-8", newline="") as lines:
        return {tuple(row["phrase"].split()): row["kind"] for row in csv.DictReader(lines)}
