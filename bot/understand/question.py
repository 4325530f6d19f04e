"""Words to meaning: which role, place and level a person asks about, and what stays unsure.

Exact names first, then typos; nothing is guessed in silence. Words that could be several things
come back as `unsure` with choices, corrected ones as `read_as`, and words with no meaning here
as `unknown`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bot.understand import ai, employers, levels, places, roles
from bot.understand.money import read_amount
from bot.understand.text import Mention, Token, tokens
from bot.understand.vocab import rows

Slot = Literal["role", "place", "level"]
Correct = Callable[[str], list[tuple[str, float]]]

EXACT = 100.0
SURE = 88.0  # a typo scoring less is asked about, not taken
WORTH_ASKING = 72.0
CLOSE = 3.0  # two readings nearer than this are asked about
WINDOW = 4  # the longest misspelt name looked for, in words
SHORTEST = 4  # letters; shorter words have too many neighbours to correct
CORRECT_AT_MOST = 8  # words looked at for typos; a question with more unknown words is not a question
READ_AT_MOST = 60  # words of a question; longer texts are not questions

_SLOTS: tuple[Slot, ...] = ("role", "place", "level")
_CORRECT: dict[Slot, Correct] = {"role": roles.correct, "place": places.correct, "level": levels.correct}


@dataclass(frozen=True, slots=True)
class Unsure:
    """Words that may mean several things, or nothing known: `ids` are the choices, best first."""

    slot: Slot
    said: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadAs:
    """Words taken for something they do not quite say: a typo, or a name several places share."""

    slot: Slot
    said: str
    id: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What a question asks about. Ids of the vocabulary; `amount` a plain number as said."""

    role: str | None = None
    place: str | None = None
    level: str | None = None
    ai: bool | None = None
    company: str | None = None
    amount: float | None = None
    unsure: tuple[Unsure, ...] = ()
    unknown: tuple[str, ...] = ()
    read_as: tuple[ReadAs, ...] = ()
    beyond: str | None = None


def read(text: str, *, spoken: bool = False) -> Question:
    """Read a question; `spoken` when it is a sentence, where words without meaning are expected."""
    words = tokens(text)[:READ_AT_MOST]
    found = _find(words, terse=not spoken)
    taken = {i for mention in found for i in range(mention.first, mention.last)}
    company = _company(words, taken, spoken=spoken)
    left = [
        i
        for i, word in enumerate(words)
        if i not in taken and word.fold not in _filler() and not word.fold[0].isdigit() and not _is_ai(word)
    ]
    corrected, unsure, unknown = _correct(words, left, found, spoken=spoken)
    found = _without_overlaps([*corrected, *found])
    picked: dict[str, str] = {}
    read_as = []
    for slot in _SLOTS:
        mine = sorted((m for m in found if m.kind == slot), key=lambda m: m.first)
        ids = tuple(dict.fromkeys(i for m in mine for i in m.ids))
        if not mine:
            continue
        said = " ".join(_said(words, m) for m in mine)
        if len(ids) > 1:
            unsure.append(Unsure(slot, said, ids))
            continue
        picked[slot] = ids[0]
        if mine[0].score < EXACT or mine[0].others:
            read_as.append(ReadAs(slot, said, ids[0], mine[0].others))
    role = picked.get("role")
    figure = read_amount(text)
    return Question(
        role=role,
        place=picked.get("place"),
        level=picked.get("level"),
        ai=True if role in ai.AI_ROLES else ai.ai_words(words),
        company=company,
        amount=figure.value if figure else None,
        unsure=tuple(unsure),
        unknown=tuple(unknown),
        read_as=tuple(read_as),
    )


@cache
def _filler() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("filler"))


def _is_ai(word: Token) -> bool:
    return bool(ai.ai_words([word])) or word.fold in ("ai", "llm", "genai", "ml")


def _find(words: list[Token], *, terse: bool) -> list[Mention]:
    every = [
        *roles.mentions(words, terse=terse),
        *levels.mentions(words, terse=terse),
        *places.mentions(words),
    ]
    return _without_overlaps(every)


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """The widest first; where two are as wide, a role before a place before a level.

    A level may stand inside the words of a role: "sde2", "vp of engineering".
    """
    kept: list[Mention] = []
    taken: dict[int, str] = {}
    for mention in sorted(mentions, key=lambda m: (-m.width, _SLOTS.index(m.kind))):
        span = range(mention.first, mention.last)
        allowed = {"role"} if mention.kind == "level" else set()
        if {taken[i] for i in span if i in taken} <= allowed:
            kept.append(mention)
            taken.update(dict.fromkeys(span, mention.kind))
    return kept


def _said(words: list[Token], mention: Mention) -> str:
    return " ".join(word.raw for word in words[mention.first : mention.last])


def _correct(
    words: list[Token], left: list[int], found: list[Mention], *, spoken: bool
) -> tuple[list[Mention], list[Unsure], list[str]]:
    """Typos among the words left over: those corrected, those to ask about, those unknown."""
    corrected: list[Mention] = []
    unsure: list[Unsure] = []
    unknown: list[str] = []
    known = {m.kind for m in found}
    pending = left[:CORRECT_AT_MOST]
    for reading in sorted(_readings(words, pending), key=lambda r: r.rank, reverse=True):
        run = range(reading.first, reading.last)
        if reading.score < WORTH_ASKING or not set(run).intersection(pending):
            continue
        pending = [i for i in pending if i not in run]
        said = " ".join(word.raw for word in words[reading.first : reading.last])
        if reading.score >= SURE and len(reading.ids) == 1:
            score = min(reading.score, 99.0)
            corrected.append(Mention(reading.slot, reading.ids, reading.first, reading.last, score))
            known.add(reading.slot)
        elif not spoken or (reading.slot == "role" and "role" not in known):
            unsure.append(Unsure(reading.slot, said, reading.ids))
    if not spoken:
        unknown = [words[i].raw for i in pending]
    return corrected, unsure, unknown


@dataclass(frozen=True, slots=True)
class _Reading:
    slot: Slot
    ids: tuple[str, ...]
    first: int
    last: int
    score: float

    @property
    def rank(self) -> tuple[float, int, int]:
        return (self.score + 2.0 * (self.last - self.first), self.last - self.first, -_SLOTS.index(self.slot))


def _readings(words: list[Token], left: list[int]) -> Iterator[_Reading]:
    """Every way to read a run of words that holds a left-over one as a misspelt name."""
    wanted = set(left)
    for first in range(len(words)):
        for last in range(first + 1, min(first + WINDOW, len(words)) + 1):
            run = range(first, last)
            if not wanted.intersection(run) or not _may_be_name(words, run, wanted):
                continue
            phrase = " ".join(word.fold for word in words[first:last])
            if len(phrase.replace(" ", "")) < SHORTEST:
                continue
            for slot in _SLOTS:
                scored = _CORRECT[slot](phrase)
                if scored:
                    top = scored[0][1]
                    near = tuple(dict.fromkeys(i for i, score in scored if top - score < CLOSE))
                    choices = near if top >= SURE else tuple(dict.fromkeys(i for i, _ in scored[:5]))
                    yield _Reading(slot, choices, first, last, top)


def _may_be_name(words: list[Token], run: range, wanted: set[int]) -> bool:
    """A misspelt name neither begins nor ends with filler ("in seatle" is one word too many)."""
    return all(i in wanted or words[i].fold not in _filler() for i in (run[0], run[-1]))


_AFTER = re.compile(r"(?:at|from|by|joining|join)$")


def _company(words: list[Token], taken: set[int], *, spoken: bool) -> str | None:
    """A known employer named in the words, or a capitalised name right after "at" or "from"."""
    for width in (3, 2, 1):
        for first in range(len(words) - width + 1):
            run = words[first : first + width]
            known = employers.employer(" ".join(word.raw for word in run))
            # Half of these names are words too ("linear", "notion"): in a sentence one needs a sign.
            introduced = first > 0 and _AFTER.match(words[first - 1].fold)
            clear = not spoken or width > 1 or run[0].raw[:1].isupper() or introduced
            if known and clear and not taken.intersection(range(first, first + width)):
                taken.update(range(first, first + width))
                return known.name
    for i in range(1, len(words)):
        if _AFTER.match(words[i - 1].fold) and words[i].raw[:1].isupper() and i not in taken:
            taken.add(i)
            return words[i].raw
    return None
