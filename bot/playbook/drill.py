"""A practice talk as values: what it is about, what the recruiter may give, and how far it has come.

The budget is made up for the exercise: drawn by the drill's seed from the usual 10 to 20% (playbook,
section 4). The same seed draws the same budget, objections and wordings, so a drill can be replayed.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeVar, get_args

from bot.market.quote import Asked
from bot.offers.offer import Period

Style = Literal["friendly", "busy", "hard"]
Opening = Literal["first_call", "present_pay", "offer_call", "fixed_band", "sign_today", "deadline", "others"]
Lever = Literal["base", "sign_on", "equity"]
EquityUnit = Literal["value", "pct", "units", ""]
Ended = Literal["", "accepted", "walked", "stopped", "time"]

STYLES: tuple[Style, ...] = get_args(Style)
OPENINGS: tuple[Opening, ...] = get_args(Opening)
FEWEST, MOST = 6, 10  # lines of the person before the recruiter hangs up
LASTS = timedelta(hours=12)  # a talk older than this has been left
LONGEST_LINE = 600  # characters kept of a line: a longer one is no answer on the phone

# How far base may move, in percent, least and most. Hard holds base and gives on sign-on.
_BASE_MOVES: dict[Style, tuple[int, int]] = {"friendly": (12, 20), "busy": (10, 18), "hard": (0, 10)}
_SIGN_ON_MOVES: dict[Style, tuple[int, int]] = {"friendly": (3, 6), "busy": (3, 6), "hard": (6, 10)}
_EQUITY_MOVES = (10, 20)
# Lines before the end, fewest and most, within FEWEST to MOST.
_LENGTHS: dict[Style, tuple[int, int]] = {"friendly": (8, MOST), "busy": (FEWEST, 8), "hard": (7, MOST)}
STEPS: dict[Period, float] = {"year": 1000, "month": 100, "biweek": 50, "week": 25, "day": 10, "hour": 1}

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Table:
    """What is on offer: base in the offer's period, sign-on in money, equity in its own unit."""

    base: float
    sign_on: float = 0.0
    equity: float = 0.0


@dataclass(frozen=True, slots=True)
class Terms:
    """What a drill is about: the offer at hand, or an example built on the median (`source`).

    `start` is what the recruiter comes with, in `currency` and, for base, in `period`, which counts
    `per_year` times a year. `market` is the median in that period where one can be shown to a
    recruiter (no estimate), `ceiling` the upper quarter of the same row, and `asked` the cell they
    are quoted from. `aim` is the base the rules of a counter would ask for. `others` says that the person has
    shown another offer, so that a rival named in a line may be true.
    """

    source: Literal["offer", "example"]
    start: Table
    aim: float
    period: Period = "year"
    per_year: float = 1.0
    currency: str | None = None
    company: str | None = None
    job: str = ""
    market: float | None = None
    ceiling: float | None = None
    asked: Asked | None = None
    equity_unit: EquityUnit = ""
    others: bool = False

    @property
    def leans(self) -> bool:
        """Whether the median is an argument: it lies above what they offer."""
        return self.market is not None and self.market > self.start.base

    @property
    def step(self) -> float:
        """A round step of base in its period."""
        return STEPS[self.period]


@dataclass(frozen=True, slots=True)
class Move:
    """One thing the recruiter says: a template's name and the figures it speaks of."""

    kind: str
    table: Table
    asked: float | None = None


@dataclass(frozen=True, slots=True)
class Drill:
    """A practice talk. `most` is the line after which the recruiter hangs up, `budget` how far it may go.

    `table` is what stands offered, `shown` whether the base was named yet. `asked` is the base last
    asked for, `first_asked` the first, `asked_sign_on` a sign-on (0 where no size was named). `merits`
    are what the lines have earned a concession by, `raised` the objections made. `lines` are the
    person's own words, `moves` what the recruiter said last.
    """

    style: Style
    opening: Opening
    seed: int
    terms: Terms
    budget: Table
    most: int
    table: Table
    at: datetime
    shown: bool = True
    asked: float | None = None
    first_asked: float | None = None
    asked_sign_on: float | None = None
    merits: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    ended: Ended = ""

    @property
    def turn(self) -> int:
        """Lines said so far."""
        return len(self.lines)

    @property
    def offered(self) -> float:
        """The base they have named, 0 where none was yet."""
        return self.table.base if self.shown else 0.0

    def stands(self, now: datetime) -> bool:
        """Whether it can still be gone on with."""
        return not self.ended and now - self.at < LASTS


def drawn(seed: int, what: str, choices: Sequence[_T]) -> _T:
    """One of the choices, the same for the same seed and purpose, on every machine."""
    digest = hashlib.sha256(f"{seed}:{what}".encode()).digest()
    return choices[int.from_bytes(digest[:8], "big") % len(choices)]


def shuffled(seed: int, what: str, items: Sequence[str]) -> list[str]:
    """The items in an order of the seed."""
    return sorted(items, key=lambda item: hashlib.sha256(f"{seed}:{what}:{item}".encode()).digest())


def budget_of(terms: Terms, style: Style, seed: int) -> Table:
    """How far the recruiter may go, rounded down to a step: never under what is offered already."""
    start = terms.start

    def percent(what: str, ends: tuple[int, int]) -> float:
        return drawn(seed, what, range(ends[0], ends[1] + 1)) / 100

    base = down(start.base * (1 + percent("base", _BASE_MOVES[style])), terms.step)
    yearly = start.base * terms.per_year
    sign_on = down(start.sign_on + yearly * percent("sign_on", _SIGN_ON_MOVES[style]), STEPS["year"])
    equity = start.equity * (1 + percent("equity", _EQUITY_MOVES))
    return Table(
        max(base, start.base),
        max(sign_on, start.sign_on),
        max(rounded_equity(equity, terms.equity_unit), start.equity),
    )


def length_of(style: Style, seed: int) -> int:
    """How many lines the person has, 6 to 10."""
    least, most = _LENGTHS[style]
    return drawn(seed, "length", range(least, most + 1))


def rounded_equity(amount: float, unit: EquityUnit) -> float:
    """A grant rounded down as grants are said: thousands of money, whole units, hundredths of a percent."""
    if unit == "pct":
        return math.floor(round(amount * 100, 6)) / 100
    return down(amount, STEPS["year"] if unit == "value" else 1.0)


def raised_equity(amount: float, unit: EquityUnit, most: float) -> float:
    """A grant on its way to `most`, in round steps; a percent goes up to the next hundredth."""
    if unit == "pct":
        return min(most, math.ceil(round(amount * 100, 6)) / 100)
    return rounded_equity(amount, unit)


def down(amount: float, step: float) -> float:
    """Down to a round step."""
    return math.floor(round(amount / step, 6)) * step
