"""The field of work a title names, and who works in it: "Director, Product Marketing", "SEO Specialist"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from bot.understand.roles import roles
from bot.understand.title_parts import Phrases, Segment, covered
from bot.understand.vocab import rows

Column = Literal["manager", "lead", "junior", "doer", "helper"]
"""How one works in a field: manages it, leads its craft, learns it, does it, or helps with it."""

_COLUMNS: Final[tuple[Column, ...]] = ("manager", "lead", "junior", "doer", "helper")
_OF_ENGINEERS = ("engineering", "development")  # "Lead, Detection Engineering", "Head of Mobile Development"
_MANAGER: Final = "engineering-manager"
_SECURITY: Final = "security-engineer"  # whose analysts and specialists are named as its engineers are
_ALONE = "yes"  # the last column of a field that names nothing after another word: "client operations"
_CRAFT = "-"  # a craft the table of roles has not, whose manager manages people


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work named in a segment, and the role of one who works in it as the column says.

    `craft` is True for a craft outside the table of roles: its manager manages people.
    """

    first: int
    last: int
    role: str | None
    craft: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    roles: dict[Column, str]
    alone: bool


@cache
def _table() -> tuple[Phrases, dict[str, _Row]]:
    by_name = {
        row["field"]: _Row({column: row[column] for column in _COLUMNS}, row["alone"] == _ALONE)
        for row in rows("title_fields")
    }
    kinds = [(row["words"], row["role"]) for row in rows("title_words") if row["kind"] == "modifier"]
    for kind, role in kinds:
        if role not in roles():
            continue
        of_engineers = roles()[role].family == "Engineering" or role in (
            "data-engineer",
            "analytics-engineer",
        )
        managed = _MANAGER if of_engineers else role
        named: dict[Column, str] = {
            "manager": managed,
            "lead": role,
            "junior": role,
            "doer": "",
            "helper": "",
        }
        for ending in _OF_ENGINEERS if managed == _MANAGER else _OF_ENGINEERS[:1]:
            by_name.setdefault(f"{kind} {ending}", _Row(named, alone=False))
        if role == _SECURITY and " " in kind:
            everyone: dict[Column, str] = {**named, "manager": role, "doer": role}
            by_name.setdefault(kind, _Row(everyone, alone=False))
    return Phrases((name, name) for name in by_name), by_name


def field(
    part: Segment, column: Column, plain: frozenset[str], anchor: tuple[int, int] | None = None
) -> Field | None:
    """Find the field a segment names: the last one, or the first of several joined by an "and".

    `anchor` is where the segment says "manager", "lead" or "intern": a field before it counts only
    where nothing but `plain` words stands between ("Product Adoption Manager" manages no product).
    """
    hits = _hits(part, plain)
    if anchor:
        hits = _near(part, hits, anchor, plain)
    if not hits:
        return None
    first, last, name = hits[0]
    for hit in hits[1:]:
        if any(part.joined[last : hit[0] + 1]):
            break
        first, last, name = hit
    return _named(first, last, name, column)


def before(part: Segment, noun: int, column: Column, plain: frozenset[str]) -> Field | None:
    """Find the field that stands right before a word: "Paid Search Specialist".

    Of several joined by an "and" it is the first.
    """
    last = noun
    while last > 0 and part.words[last - 1] in plain:
        last -= 1
    named: Field | None = None
    while last > 0 and (named is None or part.joined[last]):
        found = _table()[0].before(part.words, last, 0)
        if found is None or _qualified(part, last - found[0], found[1], plain):
            break
        named = _named(last - found[0], last, found[1], column)
        last = named.first
    return named


def explained(part: Segment, plain: frozenset[str], anchor: tuple[int, int]) -> bool:
    """Whether a segment says no more than a level: nothing but `plain` words stand beside the anchor."""
    words = part.words
    return covered(words, 0, anchor[0], plain) and covered(words, anchor[1], len(words), plain)


def whole(part: Segment, plain: frozenset[str]) -> str | None:
    """Read "Senior Data Analytics": levels and fields, and nothing that says what one does there."""
    hits = _hits(part, plain)
    named = field(part, "junior", plain) if hits else None
    if named is None:
        return None
    ends = [0, *(last for _, last, _ in hits)]
    starts = [*(first for first, _, _ in hits), len(part.words)]
    gaps = zip(ends, starts, strict=True)
    return named.role if all(covered(part.words, first, last, plain) for first, last in gaps) else None


def _named(first: int, last: int, name: str, column: Column) -> Field:
    role = _table()[1][name].roles[column]
    return Field(first, last, None, craft=True) if role == _CRAFT else Field(first, last, role or None)


def _hits(part: Segment, plain: frozenset[str]) -> list[tuple[int, int, str]]:
    return [hit for hit in _table()[0].all(part.words) if not _qualified(part, hit[0], hit[2], plain)]


def _near(
    part: Segment, hits: list[tuple[int, int, str]], anchor: tuple[int, int], plain: frozenset[str]
) -> list[tuple[int, int, str]]:
    before: list[tuple[int, int, str]] = []
    limit = anchor[0]
    for hit in reversed(hits):
        if hit[1] > limit:
            continue
        # "Sales & Expansion Manager": the first of several joined is enough.
        if not (covered(part.words, hit[1], limit, plain) or part.joined[hit[1]]):
            break
        before.insert(0, hit)
        limit = hit[0]
    # The "tech" of "Security Tech Lead" is a field only where no other stands before it.
    least = anchor[1] if before else anchor[0]
    return before + [hit for hit in hits if hit[0] >= least]


def _qualified(part: Segment, first: int, name: str, plain: frozenset[str]) -> bool:
    """Whether another word turns a field into one the table has not: "client operations"."""
    if not first or not _table()[1][name].alone:
        return False
    word = part.words[first - 1]
    return word not in plain and word != "of"
