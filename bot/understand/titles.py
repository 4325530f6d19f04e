"""Job titles -> role, level and AI, by the tables title_words, title_fields and title_levels.

A title is cut into segments at commas, dashes, bars and brackets. The first segment that names an
occupation decides the role; its kind is the word nearest before "engineer" or "developer" ("AI Data
Engineer" is a data engineer). The segments after it say team, product or place, and are read only
for a specialisation that stands alone ("Software Engineer, Backend"), for the field of a manager
or lead ("Director, Product Marketing"), and for a level that stands alone ("..., Lead").

Choices the tables make where a title could be read two ways: a solutions, sales, customer or
partner engineer is a solutions-engineer; DevOps is site reliability; platform and cloud engineers
are infrastructure; an applied scientist is a research scientist; a member of technical staff whose
title says no more is a software engineer; systems, network, database, mechanical and electrical
engineers, art directors and chiefs of staff are outside the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from bot.understand import ai, title_levels
from bot.understand.roles import roles
from bot.understand.title_levels import MANAGED, Said
from bot.understand.title_words import (
    SOFTWARE,
    Column,
    Named,
    Segment,
    field,
    occupation,
    segments,
    specialisation,
)

_LONGEST = 400  # characters; what follows in a longer title is not a title
_CACHED = 65_536


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says: ids of roles.csv and levels.csv, None where it does not say.

    `is_management` is True from manager up; `ai` when the title itself names AI work.
    """

    role: str | None
    level: str | None
    is_management: bool
    ai: bool


@dataclass(frozen=True, slots=True)
class _Head:
    """The segment that decides: its index, the occupation named there, the role read."""

    at: int
    job: Named | None
    role: str | None


@lru_cache(maxsize=_CACHED)
def read_title(title: str) -> Title:
    """Read a job posting's or an offer's title; anything may be given, nothing is raised."""
    title = title[:_LONGEST]
    parts = segments(title)
    found = title_levels.said(parts)
    head = _head(parts, found)
    role = head.role
    if head.job and head.job.kind in ("general", "open") and role == SOFTWARE:
        role = _narrowed(parts, head)
    level = title_levels.decide(parts, found, head.at, head.job, role)
    return Title(role, level, level in MANAGED, ai.in_title(title))


def _head(parts: list[Segment], found: list[Said]) -> _Head:
    """Find the segment that names the job, or the field of a manager, lead or intern."""
    plain = title_levels.plain_words()
    column: Column | None = None
    first_level = 0
    codes = [s.code for s in found]
    for at, part in enumerate(parts):
        job = occupation(part, plain)
        if job:
            managed = column == "manager" and job.role in _engineers() and "manager" in codes
            return _Head(at, job, "engineering-manager") if managed else _Head(at, job, job.role)
        here = _column([s.code for s in found if s.part == at])
        if here and not column:
            column, first_level = here, at
        named = field(part, column, plain) if column else None
        if named:
            return _Head(at, None, named.role)
    if column is None and parts:
        whole = _whole_field(parts[0])
        return _Head(0, None, whole) if whole else _Head(len(parts) - 1, None, None)
    if column:
        # "Software Engineering, New Grad": the field came first.
        for part in parts[:first_level]:
            named = field(part, column, plain)
            if named:
                return _Head(first_level, None, named.role)
    return _Head(first_level, None, None)


def _column(codes: list[str]) -> Column | None:
    """How a title without an occupation is read: as one who manages, leads or learns a field."""
    if any(code in MANAGED or code == "senior-manager" for code in codes):
        return "manager"
    if "lead" in codes:
        return "lead"
    return "junior" if "intern" in codes or "entry" in codes else None


def _whole_field(part: Segment) -> str | None:
    """Read "Senior Data Analytics": a level and a field, and nothing that says what one does there."""
    plain = title_levels.plain_words()
    named = field(part, "junior", plain)
    if named and all(w in plain for w in part.words[: named.first] + part.words[named.last :]):
        return named.role
    return None


@cache
def _engineers() -> frozenset[str]:
    return frozenset(r.id for r in roles().values() if r.family == "Engineering")


def _narrowed(parts: list[Segment], head: _Head) -> str | None:
    """Look beside "Software Engineer" for the kind: a specialisation named in a segment of its own."""
    plain = title_levels.plain_words()
    others = [part for at, part in enumerate(parts) if at != head.at]
    if head.job and head.job.kind == "open":
        for part in others:
            job = occupation(part, plain)
            if job and job.role:
                return job.role
    for part in others:
        job = occupation(part, plain)
        if job and job.kind == "named" and job.last == len(part.words) and job.role in _engineers():
            return job.role
        role = specialisation(part, plain)
        if role is not None:
            return role or None
    return SOFTWARE
