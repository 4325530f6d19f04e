"""One term to ask for beside base, and how a figure on it was made: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

LeverKind = Literal[
    "sign_on",
    "equity",
    "refresh",
    "title",
    "start_date",
    "vacation",
    "review",
    "relocation",
    "severance",
    "acceleration",
    "remote",
    "quota",
    "ramp",
    "draw",
    "uncapped",
]
# How a figure was made of the numbers beside the code.
WorkingCode = Literal[
    "left_behind",  # (what leaving gives up)
    "tenth",  # (percent, base a year): a sign-on of so much of base
    "tenth_of_term",  # (percent, pay of the whole term): the same of work for less than a year
    "fifth_more",  # (percent, sign-on offered)
    "less_offered",  # (asked, offered)
    "spread",  # (sum, years)
    "more_vests",  # (low percent, high percent, grant, percent vested in four years)
    "more_of",  # (low percent, high percent, units or percent offered)
    "refreshed",  # (a year's refresh): what of them vests in four years
    "falls_away",  # (percent of the grant in its last year, grant)
    "medians",  # (median one level up, median of this level)
    "week",  # (base a year, weeks)
    "month",  # (base a year, months)
    "months",  # (months, base a year)
    "raise",  # (percent, base a year)
    "raise_from",  # (raise a year, years left of four)
    "unvested",  # (percent not vested after one year, grant)
]
Span: TypeAlias = "tuple[float, float]"


@dataclass(frozen=True, slots=True)
class Working:
    """One step of arithmetic: its code and the numbers it takes, in the order `WorkingCode` names."""

    code: WorkingCode
    numbers: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Lever:
    """One term to ask for. Money is in `currency`, that of the pay or of the grant.

    `ask` is what to ask for, lowest and highest (in money, percent of the company or units, as `unit`
    says), `offered` what is offered now. `a_year` and `four_years` are what it adds, lowest and highest;
    `once` is paid, kept or lost a single time, below zero where it costs. None where there is no figure,
    and then `how` is empty. Of a quota, `offered` is the pay above base that depends on it.
    """

    kind: LeverKind
    currency: str | None
    unit: Literal["money", "percent", "units"] = "money"
    ask: Span | None = None
    offered: float | None = None
    a_year: Span | None = None
    four_years: Span | None = None
    once: float | None = None
    how: tuple[Working, ...] = ()
