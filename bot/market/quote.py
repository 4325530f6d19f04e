"""What the market says: a question, and the best honest answer to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Basis = Literal["measured", "published", "estimated", "stepped_back"]


@dataclass(frozen=True, slots=True)
class Asked:
    """The cell a person asked for. `place` is a place id (see bot.understand.places) or None."""

    role: str
    place: str | None = None
    level: str | None = None
    ai: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A benchmark row and how it was reached.

    Pay is USD a year: for postings the midpoint of the posted base range, for OEWS wages
    (which include commissions and production bonuses). `place` is the shown name. `level` is
    an id or "all", `ai` "skilled" or "all". `n` counts postings, `largest` those of the
    employer with the most; both are None for OEWS, which gives `employment` instead. `steps`
    says each step back from `asked` in words.

    An estimate's `p50` is the estimate, 8 of 10 posted midpoints fall between `low` and `high`, and
    `evidence` are the postings and employers that show pay for the job anywhere in the country (of an
    AI-skilled estimate the AI-skilled ones, perhaps none). `place_source` is the second dataset under
    it, OEWS, where what the place does to pay is known from that.
    """

    role: str
    place: str
    level: str
    ai: Literal["skilled", "all"]
    p50: float
    source: str
    source_name: str
    as_of: str
    basis: Basis
    asked: Asked
    p10: float | None = None
    p25: float | None = None
    p75: float | None = None
    p90: float | None = None
    n: int | None = None
    employers: int | None = None
    largest: int | None = None
    employment: int | None = None
    window: tuple[str, str] | None = None
    window_days: int | None = None
    low: float | None = None
    high: float | None = None
    evidence: tuple[int, int] | None = None
    place_source: str | None = None
    place_source_name: str | None = None
    occupation: str | None = None
    soc: str | None = None
    includes: tuple[str, ...] = ()
    pooled: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
