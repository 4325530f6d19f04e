"""An estimate for a cell without data: a few rows of the `effects` table, summed.

The table holds logs: what a job pays across the country, and what place and AI do to it. It is fitted
and tested when the figures are built (see `data/estimating`), and is empty where it failed its test.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

from bot.market.database import Market
from bot.market.rows import MIN_EMPLOYERS, Effect
from bot.understand.level_order import contradicts, track
from bot.understand.places import REMOTE, UNITED_STATES, pooled
from bot.understand.roles import roles

_ALL: Final = "all"
_SKILLED: Final = "skilled"
# Nobody knows pay to the dollar: estimates and their ends are said in thousands.
STEP: Final = 1_000


@dataclass(frozen=True, slots=True)
class Part:
    """A step to the estimate: the first is `pay` in USD a year, the others `change` it by a fraction."""

    of: Literal["role", "level", "place", "ai"]
    change: float
    pay: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """USD a year, to the nearest thousand; 8 of 10 posted midpoints fall between `low` and `high`.

    `n` postings of `employers` show pay for the job somewhere in the country; of an AI-skilled estimate
    they are the AI-skilled ones, and may be none. `by_wages`: what the place does is known from OEWS
    wages there, as too few employers post in it. `parts` multiply to the estimate, before rounding.
    """

    pay: int
    low: int
    high: int
    n: int
    employers: int
    by_wages: bool
    parts: tuple[Part, ...]


def estimate(market: Market, role: str, where: str, level: str | None, *, ai: bool) -> Estimate | None:
    """Estimate the pay of a role at a US place; None where too little is known of the role or level.

    Args:
        market: the figures.
        role: a role id.
        where: a place id; the Bay Area is San Francisco.
        level: a level id, None for all levels.
        ai: AI-skilled, rather than all postings.
    """
    job, whole = _job(market, role, level or _ALL), _job(market, role, _ALL)
    spot = market.effect("place", place=pooled(where)[0])
    skill = market.effect("ai") if ai else None
    if job is None or whole is None or spot is None or (ai and skill is None):
        return None
    log_pay = job.effect + spot.effect + (skill.effect if skill else 0.0)
    low, high = (
        log_pay + sign * math.hypot(of_job or 0.0, of_place or 0.0)
        for sign, of_job, of_place in ((-1, job.low, spot.low), (1, job.high, spot.high))
    )
    parts = [_part("role", None, whole.effect)]
    if level is not None:
        parts.append(_part("level", whole.effect, job.effect))
    parts.append(_part("place", job.effect, job.effect + spot.effect))
    if skill is not None:
        parts.append(_part("ai", job.effect + spot.effect, log_pay))
    n, employers = _skilled(market, role, level or _ALL) if ai else (job.n, job.employers)
    by_wages = where not in {UNITED_STATES, REMOTE} and spot.employers < MIN_EMPLOYERS
    return Estimate(_rounded(log_pay), _rounded(low), _rounded(high), n, employers, by_wages, tuple(parts))


def contradicted(
    market: Market, found: Estimate, role: str, where: str, level: str | None, *, ai: bool
) -> bool:
    """Whether an estimate cannot stand beside what is measured of the same job there.

    The levels of its track are held against it as a person would be answered for them, by the role or
    its parent; all levels together only where the role itself has them. Of an AI-skilled estimate both
    the AI-skilled figures and those of all postings must agree.
    """
    parent = roles()[role].parent
    for skill in (_SKILLED, _ALL) if ai else (_ALL,):
        known: dict[str, float] = {}
        for each in (*track(level or _ALL), _ALL):
            for job in (role, parent) if parent and each != _ALL else (role,):
                cell = market.cell(job, where, each, skill)
                if cell and cell.stands and cell.p50 is not None:
                    known.setdefault(each, cell.p50)
        if contradicts(level or _ALL, found.pay, (found.low, found.high), known):
            return True
    return False


def estimates(market: Market) -> bool:
    """Whether the figures hold a model at all."""
    return market.effect("ai") is not None


def _skilled(market: Market, role: str, level: str) -> tuple[int, int]:
    cell = market.cell(role, UNITED_STATES, level, _SKILLED)
    return (cell.n, cell.employers) if cell else (0, 0)


def _job(market: Market, role: str, level: str) -> Effect | None:
    return market.effect("job", role=role, level=level)


def _part(of: Literal["role", "level", "place", "ai"], before: float | None, after: float) -> Part:
    return Part(of, 0.0 if before is None else math.expm1(after - before), math.exp(after))


def _rounded(log_pay: float) -> int:
    return math.floor(math.exp(log_pay) / STEP + 0.5) * STEP
