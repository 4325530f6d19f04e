"""The level a job title states, by the table title_levels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.understand.title_parts import Phrases, Segment
from bot.understand.title_words import Named
from bot.understand.vocab import rows

MANAGED: Final = frozenset({"manager", "director", "vp", "executive"})
"""Levels of people who manage people."""

# Roles named "... Manager" whose word says nothing of people managed.
_NAMES = frozenset(
    {
        "product-manager",
        "project-manager",
        "technical-program-manager",
        "marketing-manager",
        "product-marketing-manager",
        "communications-manager",
        "content-marketer",
        "marketing-specialist",
        "account-manager",
        "customer-success-manager",
        "strategy-operations",
    }
)
# For these "Manager, SEO" is only another way to write "SEO Manager".
_MARKETING = frozenset(
    {"marketing-manager", "product-marketing-manager", "communications-manager", "content-marketer"}
)
_SENIORITY = ("entry", "mid", "senior", "staff", "principal")
_NUMBERS = {
    "i": "entry", "ii": "mid", "iii": "senior", "iv": "staff", "v": "principal",
    "1": "entry", "2": "mid", "3": "senior", "4": "staff", "5": "principal",
}  # fmt: skip
_PLAIN = frozenset({"level", "new", "early", "career", "remote", "contract", "freelance", "founding"})
_SUPPORT = "customer-support"
_ANSWERING = frozenset({"support", "analyst", "helpdesk"})
# Levels that count inside a job's name too: "Account Director", "Paid Social Sr. Strategist".
_INSIDE = frozenset({"entry", "senior", "staff", "lead", "principal", "senior-manager", "director", "vp"})
_ABOVE = ("executive", "vp", "director")


@dataclass(frozen=True, slots=True)
class Said:
    """A level word found in `[first, last)` of segment `part`. `code` is the table's value."""

    part: int
    first: int
    last: int
    code: str


@cache
def _phrases() -> Phrases:
    return Phrases((row["words"], row["level"]) for row in rows("title_levels") if row["level"] != "scope")


@cache
def plain_words() -> frozenset[str]:
    """Single words that state a level or a way of working, and so no kind of work."""
    words = {phrase[0] for phrase, code in _phrases().value.items() if code and len(phrase) == 1}
    return frozenset(words | _PLAIN | _NUMBERS.keys())


@cache
def beside_words() -> frozenset[str]:
    """Words that may stand beside "manager" or "lead" and name no field: levels, regions, kinds of teams."""
    scope = {word for row in rows("title_levels") if row["level"] == "scope" for word in (row["words"],)}
    return plain_words() | scope


def said(parts: list[Segment]) -> list[Said]:
    """Find every level word of a title, in order."""
    return [
        Said(at, first, last, code)
        for at, part in enumerate(parts)
        for first, last, code in _phrases().all(part.words)
        if code
    ]


def decide(
    parts: list[Segment],
    found: list[Said],
    head: int,
    job: Named | None,
    role: str | None,
    *,
    craft: bool = False,
) -> str | None:
    """Say which level a title states.

    `head` is the segment that decides the role (the last one read when none did), `job` the
    occupation named there, `craft` True where a craft outside the table is managed. Words of later
    segments count only where they stand alone or say intern.
    """
    mine = [s for s in found if s.part <= head and not _is_name(s, head, job, role)]
    mine = [s for s in mine if not _is_tier(parts[s.part].words, s, job if role == _SUPPORT else None)]
    codes = {s.code for s in mine}
    above = next((level for level in _ABOVE if level in codes), None)
    if above:
        return above
    if "senior-manager" in codes:
        return "manager"
    if any(s.code == "manager" and (craft or _manages(parts, s, role)) for s in mine):
        return "manager"
    later = [s for s in found if s.part > head]
    if "intern" in codes or any(s.code == "intern" for s in later):
        return "intern"
    level = _seniority(parts, [s for s in mine if s.code != "manager"])
    return level or _number(parts, head, job) or _standing_alone(parts, later, head)


def _is_name(word: Said, head: int, job: Named | None, role: str | None) -> bool:
    """Whether a level word is part of the occupation's own name."""
    if job is None or word.part != head or not (job.first <= word.first and word.last <= job.last):
        return False
    if word.code in _INSIDE:
        return False
    return word.code != "manager" or role in _NAMES or role is None


def _is_tier(words: tuple[str, ...], word: Said, supporter: Named | None) -> bool:
    """Whether "L3" is the third tier of questions: of an "L3 Support Engineer", not his level."""
    if not words[word.first][1:].isdecimal():
        return False
    behind = words[word.last] if word.last < len(words) else ""
    return behind in _ANSWERING or (supporter is not None and word.last <= supporter.first)


def _manages(parts: list[Segment], word: Said, role: str | None) -> bool:
    words = parts[word.part].words
    leads = all(w in plain_words() for w in words[: word.first])
    if role is None:
        return leads
    if role not in _NAMES:
        return True
    over = word.first > 0 and words[word.first - 1] == "management"
    return over or (leads and role not in _MARKETING)


def _seniority(parts: list[Segment], mine: list[Said]) -> str | None:
    """The highest of the levels said; of several to choose from ("Senior/Staff") the first."""
    best: str | None = None
    last: Said | None = None
    for word in mine:
        code = "staff" if word.code == "lead" else word.code
        if code == "associate" or code not in _SENIORITY:
            continue
        if last and last.part == word.part and any(parts[word.part].joined[last.last : word.first + 1]):
            break
        if best is None or _SENIORITY.index(code) > _SENIORITY.index(best):
            best = code
        last = word
    if best is None and any(w.code == "associate" and _junior(parts, w) for w in mine):
        return "entry"
    return best


def _junior(parts: list[Segment], word: Said) -> bool:
    """Whether "associate" comes before what it qualifies; after it, it is the job's name."""
    words = parts[word.part].words
    return (word.last < len(words) and words[word.last] not in ("counsel", "attorney")) or len(words) == 1


def _number(parts: list[Segment], head: int, job: Named | None) -> str | None:
    if job is None:
        return None
    words = parts[head].words
    if job.last < len(words):
        return _NUMBERS.get(words[job.last]) or (None if words[-1].isdecimal() else _NUMBERS.get(words[-1]))
    after = parts[head + 1].words if head + 1 < len(parts) else ()
    if not after or after[-1].isdecimal():
        return None
    # "Software Engineer, Payments II": the last word of all.
    return _NUMBERS.get(after[-1]) if len(after) == 1 or head + 2 == len(parts) else None


def _standing_alone(parts: list[Segment], later: list[Said], head: int) -> str | None:
    for at in range(head + 1, len(parts)):
        mine = [s for s in later if s.part == at and s.code not in ("manager", "senior-manager")]
        covered = sum(s.last - s.first for s in mine)
        first_word = mine[0].last - mine[0].first > 1 and mine[0].code == "entry" if mine else False
        numbered = bool(mine) and parts[at].words[mine[0].first][-1].isdecimal() and mine[0].first == 0
        if mine and (covered == len(parts[at].words) or first_word or numbered):
            return _seniority(parts, mine)
    return None
