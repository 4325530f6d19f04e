"""Words beside a field's name that make a job of it: "backend people", "java leads", "a product role".

A field alone is no role in a sentence ("the product people want"), and neither are people who only take part
in the story ("people in marketing told me", "our sales guys said").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.understand.aliases import ACTS, RANKS
from bot.understand.text import Token

_PEOPLE: Final = frozenset({"people", "folk", "folks", "ppl", "guys", "gals", "hires", "leads"})
_PERSON: Final = frozenset({"person", "guy", "gal", "lead", "hire"})
_LEADS: Final = frozenset({"lead", "leads"})
_JOBS: Final = frozenset({"role", "roles", "job", "jobs", "position", "positions"})
_SAID_BESIDE: Final = _JOBS | {"salary", "salaries"}
# "A product people want": the people are the verb's, not the field's.
_DONE_BY_PEOPLE: Final = frozenset(
    {"want", "love", "use", "need", "buy", "hate", "trust", "can", "cannot", "say", "find", "know", "tend"}
    | {"raised"}
)
_THEIRS: Final = frozenset({"my", "our", "their", "his", "her", "your"})
_THOSE: Final = _THEIRS | {"this", "that", "these", "those"}
_SPOKEN_TO: Final = frozenset({"with", "told", "tell", "asked", "ask", "by", "from", "met", "to", "know"})
_I_AM: Final = frozenset({"as", "i'm", "im", "am"})
_SKIPPED: Final = RANKS | {"ai", "good", "new", "other"}
_SHORT_LINE: Final = 8  # words
_COMMA_SPACE: Final = 2  # characters; " + " between skills is three


def of_people(found: Sequence[Token], first: int, last: int, *, leads: bool = True) -> bool:
    """Whether the field `[first, last)` is that of the people named after it, who are asked about.

    `leads` says whether "leads" are people: sales leads are not.
    """
    word = found[last].fold if last < len(found) else ""
    if word not in _PEOPLE | _PERSON or (word in _LEADS and not leads) or not _joined(found, last):
        return False
    if word in _PEOPLE and first and found[first - 1].fold in ("a", "an"):
        return False
    return not talked_of(found, first, last + 1)


def of_a_job(found: Sequence[Token], last: int) -> bool:
    """Whether "role" or "jobs" follows at `last`: "a product role"."""
    return last < len(found) and found[last].fold in _JOBS and _joined(found, last)


def talked_of(found: Sequence[Token], first: int, last: int) -> bool:
    """Whether people named in `[first, last)` only take part in the story: "the sales guy said"."""
    after = found[last].fold if last < len(found) else ""
    if after in ACTS | _DONE_BY_PEOPLE:
        return True
    before = first - 1
    while before >= 0 and found[before].fold in _SKIPPED:
        before -= 1
    if before < 0:
        return False
    word = found[before].fold
    if word == "the":
        return before == 0 or found[before - 1].fold not in _I_AM
    if word in ("a", "an"):
        return before > 0 and found[before - 1].fold in _SPOKEN_TO
    kind = before > 0 and (found[before - 1].fold == "the" or found[before - 1].fold in _THEIRS)
    return kind or word in _THOSE | _SPOKEN_TO  # "the dental software people"


def small(found: Sequence[Token], first: int, last: int) -> bool:
    """Whether a short form in small letters stands beside a rank or "salary": "staff ds", "ae salary"."""
    ranked = first > 0 and found[first - 1].fold in RANKS and _joined(found, first)
    return ranked or (last < len(found) and found[last].fold in _SAID_BESIDE and _joined(found, last))


def apart(found: Sequence[Token], first: int, last: int) -> bool:
    """Whether a job stands between marks in a short line: "mid level, product design, Stockholm"."""
    if len(found) > _SHORT_LINE:
        return False
    return all(at in (0, len(found)) or _space(found, at) == _COMMA_SPACE for at in (first, last))


def _joined(found: Sequence[Token], at: int) -> bool:
    """Whether only one mark or space stands between the word and the one before."""
    return _space(found, at) <= 1


def _space(found: Sequence[Token], at: int) -> int:
    """Characters between the word and the one before."""
    return found[at].start - found[at - 1].end
