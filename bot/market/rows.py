"""Rows of the benchmark database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# The rule for a figure from postings; a cell below it is a count, not a market.
MIN_POSTINGS: Final = 20
MIN_EMPLOYERS: Final = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """Postings of one role, place, level and AI. Percentiles are USD a year, None where thin."""

    role: str
    place: str
    level: str
    ai: str
    n: int
    employers: int
    postings: int
    disclosed: int
    ai_known: int
    ai_skilled: int
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None
    includes: tuple[str, ...]

    @property
    def stands(self) -> bool:
        """Whether it may be quoted: at least 20 paid postings from at least 5 employers."""
        return self.p50 is not None and self.n >= MIN_POSTINGS and self.employers >= MIN_EMPLOYERS


@dataclass(frozen=True, slots=True)
class Wage:
    """An OEWS row: USD a year for an occupation in an area; `employment` is jobs, not postings."""

    soc: str
    area: str
    employment: int | None
    p10: int | None
    p25: int | None
    p50: int
    p75: int | None
    p90: int | None
    top_coded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """A median someone published, USD a year; `place` is "" where they named none."""

    role: str
    place: str
    level: str
    ai: str
    p50: int
    source: str


@dataclass(frozen=True, slots=True)
class Source:
    """A dataset: its date, and the first and last day it covers ("" where it has no window)."""

    id: str
    name: str
    as_of: str
    first: str
    last: str
    licence: str


@dataclass(frozen=True, slots=True)
class Description:
    """What the database holds: for `parley doctor`, and for the age of a figure."""

    digest: str
    as_of: str
    location: str
    sources: tuple[Source, ...]
    counts: dict[str, int]
