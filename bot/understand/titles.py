"""Job titles -> role, level and AI, by the tables title_words, title_fields and title_levels.

A title is cut into segments at commas, dashes, bars and brackets. The first segment that names an
occupation decides the role; its kind is the word nearest before "engineer" or "developer" ("AI Data
Engineer" is a data engineer), a language or framework only where no other word says one. Who is a
specialist, analyst or coordinator, and who manages, leads or learns, is read by the field: "Paid
Search Specialist", "Senior Analyst, Strategy", "Director, Product Marketing". The segments behind say
team, product or place, and are read only for a specialisation that stands alone ("Software Engineer,
Backend"), for a field where the segment that says "manager" names none, and for a level that stands
alone ("..., Lead").

Choices the tables make where a title could be read two ways: a solutions, sales, customer or
partner engineer is a solutions-engineer; DevOps is site reliability; platform and cloud engineers
are infrastructure; an applied scientist is a research scientist; a member of technical staff whose
title says no more is a software engineer, and so is a programmer analyst; a strategist is a marketing
specialist where the channel is named, and strategy unqualified is strategy-operations; systems,
network, database, mechanical and electrical engineers, quantitative researchers, art directors and
chiefs of staff are outside the table. A segment that ends in infrastructure, security or reliability
names that specialisation, whatever stands before it ("..., Payments Infrastructure"). Who manages a
kind of engineers is an engineering-manager, of solutions, sales or support engineers is of their role.
A number after any job is a level: "Network Engineer II".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bot.understand import ai, title_fields, title_levels
from bot.understand.forgetful import for_a_turn
from bot.understand.roles import roles
from bot.understand.title_fields import Column, Field
from bot.understand.title_levels import MANAGED, Said
from bot.understand.title_parts import Segment, segments
from bot.understand.title_words import SOFTWARE, Named, are_engineers, is_skill, occupation, specialisation

_LONGEST = 400  # characters; what follows in a longer title is not a title
_CACHED = 65_536
_DESIGNER = "graphic-designer"  # who is called a designer and no more


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
    """The segment that decides: its index, the occupation named there, the role read.

    `craft` is True for a manager of a craft the table of roles has not.
    """

    at: int
    job: Named | None
    role: str | None
    craft: bool = False


@for_a_turn(maxsize=_CACHED)
def read_title(title: str) -> Title:
    """Read a job posting's or an offer's title; anything may be given, nothing is raised."""
    title = title[:_LONGEST]
    parts = segments(title)
    found = title_levels.said(parts)
    head = _head(parts, found)
    role = head.role
    if role == SOFTWARE and (head.job is None or head.job.kind in ("general", "open")):
        role = _narrowed(parts, head)
    level = title_levels.decide(parts, found, head.at, head.job, role, craft=head.craft)
    return Title(role, level, level in MANAGED, ai.in_title(title))


def _head(parts: list[Segment], found: list[Said]) -> _Head:
    """Find the segment that names the job, or the field of a manager, lead or intern."""
    plain, beside = title_levels.plain_words(), title_levels.beside_words()
    column: Column | None = None
    first_level = 0
    closed = False  # the segment that says "manager" says of what: those behind it are teams and places
    for at, part in enumerate(parts):
        job = occupation(part, plain)
        if job:
            return _employed(parts, found, at, job, column)
        mine = [s for s in found if s.part == at]
        here = _column(mine)
        if here and not column:
            column, first_level = here, at
            if title_fields.explained(part, beside, _anchor(mine)):
                # "Strategic Sourcing, Manager": the field came first.
                named = _field_of(parts[:at], column, plain)
                if named:
                    return _Head(at, None, named.role, named.craft)
        if column is None or closed:
            continue
        anchor = _anchor(mine) if here else None
        known = beside.union(*(part.words[s.first : s.last] for s in mine)) if anchor else plain
        named = title_fields.field(part, column, known, anchor)
        if named:
            return _Head(at, None, named.role, named.craft)
        closed = anchor is not None and not title_fields.explained(part, known, anchor)
    if column is None and parts:
        whole = title_fields.whole(parts[0], plain) or _level_first(parts, plain)
        return _Head(0, None, whole) if whole else _Head(len(parts) - 1, None, None)
    if column:
        # "Software Engineering, New Grad": the field came first.
        named = _field_of(parts[:first_level], column, plain)
        if named:
            return _Head(first_level, None, named.role, named.craft)
    return _Head(first_level, None, None)


def _field_of(parts: list[Segment], column: Column, plain: frozenset[str]) -> Field | None:
    named = (title_fields.field(part, column, plain) for part in parts)
    return next((field for field in named if field), None)


def _employed(parts: list[Segment], found: list[Said], at: int, job: Named, column: Column | None) -> _Head:
    """Read a segment with an occupation: its manager, or the field that follows "Senior Specialist"."""
    managed = any(s.code in ("manager", "senior-manager") for s in found)
    if column == "manager" and managed and job.role in _engineers() and are_engineers(parts[at], job):
        return _Head(at, job, "engineering-manager")
    if job.kind in ("doer", "helper") and at + 1 < len(parts):
        alone = title_fields.explained(parts[at], title_levels.beside_words(), (job.first, job.last))
        plain = title_levels.plain_words()
        named = title_fields.field(parts[at + 1], job.kind, plain) if alone else None
        if named:
            return _Head(at, job, named.role)
    if job.last - job.first == 1 and job.role == _DESIGNER and at + 1 < len(parts):
        named = title_fields.field(parts[at + 1], "lead", title_levels.plain_words())
        if named and named.role == "product-designer":
            return _Head(at, job, named.role)
    return _Head(at, job, job.role)


def _column(said: list[Said]) -> Column | None:
    """How a title without an occupation is read: as one who manages, leads or learns a field."""
    codes = [s.code for s in said]
    if any(code in MANAGED or code == "senior-manager" for code in codes):
        return "manager"
    if "lead" in codes:
        return "lead"
    return "junior" if "intern" in codes or "entry" in codes else None


def _anchor(said: list[Said]) -> tuple[int, int]:
    """The words of a segment that say "manager", "lead" or "intern": those from which a column was read."""
    last = [s for s in said if s.code in MANAGED or s.code in ("senior-manager", "lead", "intern", "entry")]
    return last[-1].first, last[-1].last


def _level_first(parts: list[Segment], plain: frozenset[str]) -> str | None:
    """Read "Associate Principal, Software Engineering": a level, then the field."""
    if len(parts) < 2 or not all(word in plain for word in parts[0].words):  # noqa: PLR2004
        return None
    named = title_fields.field(parts[1], "doer", plain)
    return named.role if named else None


@cache
def _engineers() -> frozenset[str]:
    return frozenset(r.id for r in roles().values() if r.family == "Engineering")


def _narrowed(parts: list[Segment], head: _Head) -> str | None:
    """Look beside "Software Engineer" for the kind: a specialisation named in a segment of its own."""
    plain = title_levels.plain_words()
    others = [(at, part) for at, part in enumerate(parts) if at != head.at]
    skills = {beside for at, part in others if is_skill(part) for beside in (at - 1, at + 1)}
    if head.job and head.job.kind == "open":
        for _, part in others:
            job = occupation(part, plain)
            if job and job.role != SOFTWARE and (job.role or job.kind == "doer"):
                return job.role
    for at, part in others:
        job = occupation(part, plain)
        whole = job is not None and (job.last == len(part.words) or part.joined[job.last])
        if job and whole and job.kind == "named" and job.role in _engineers():
            return job.role
        role = specialisation(part, plain, listed=at in skills)
        if role is not None:
            return role or None
    return SOFTWARE
