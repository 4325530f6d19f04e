"""Rows of the benchmark database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# The rule for a figure from postings; a cell below it is a count, not a market.
MIN_POSTINGS: Final = 20
MIN_EMPLOYERS: Final = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """Postings of one role, place, level and AI. Percentiles are USD a year, None where thin.

    `largest` is how many of the `n` paid postings the employer with the most has.
    """

    role: str
    place: str
    level: str
    ai: str
    n: int
    employers: int
    largest: int
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
class Share:
    """How many postings of a role ("all": every role) at a place show pay, and ask for AI skills."""

    role: str
    place: str
    postings: int
    employers: int
    disclosed: int
    ai_known: int
    ai_required: int
    ai_skilled: int


@dataclass(frozen=True, slots=True)
class Premium:
    """AI-skilled against no AI asked. Medians are USD a year, the premium and its 80% interval fractions.

    Of level "all" the premium is the mean of the levels compared, like with like; the medians are of
    all their postings together.
    """

    role: str
    place: str
    level: str
    skilled_n: int
    skilled_employers: int
    skilled_p50: int
    plain_n: int
    plain_employers: int
    plain_p50: int
    premium: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Band:
    """What one employer posts for a role and level: lowest and highest end, and median midpoint."""

    employer: str
    role: str
    level: str
    name: str
    n: int
    lowest: int
    highest: int
    p50: int


@dataclass(frozen=True, slots=True)
class TypePay:
    """What one of the four employer types posts; `names` are all the employers behind it."""

    type: str
    role: str
    level: str
    n: int
    employers: int
    p25: int
    p50: int
    p75: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Poster:
    """An employer that posts for a role at a place: `postings` open there, `n` of them with usable pay."""

    role: str
    place: str
    employer: str
    name: str
    postings: int
    n: int


@dataclass(frozen=True, slots=True)
class Trend:
    """What changed between two weeks ("week": the last one; "quarter": up to twelve), as a fraction."""

    role: str
    place: str
    level: str
    ai: str
    span: str
    first: str
    last: str
    pairs: int
    employers: int
    change: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Filed:
    """Wages offered in H-1B filings, USD a year; `employer` "" is all of them, `state` a place id."""

    employer: str
    role: str
    state: str
    name: str
    n: int
    employers: int
    p25: int
    p50: int
    p75: int


@dataclass(frozen=True, slots=True)
class Effect:
    """A term of the model of pay, in logs; `low` and `high` are its part of the interval.

    `term` says which: "job" (a role and level, "all" for every level), "place", or "ai".
    """

    term: str
    role: str
    level: str
    place: str
    n: int
    employers: int
    effect: float
    low: float | None
    high: float | None


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
    drops: dict[str, dict[str, int]]
