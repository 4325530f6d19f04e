"""The terms of one offer, as read: what the text does not say stays None."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Period = Literal["year", "hour", "month", "day", "week", "biweek"]
EquityKind = Literal["rsu", "options", "percent", "other", "none"]
BenefitUnit = Literal["money", "percent", "months"]
ClauseKind = Literal["non_compete", "bonus_discretionary", "private_shares", "inventions", "bond"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A term the reader is not sure of: its field, how sure it is (0 to 1), and what else it may be.

    `instead` is the name of the field the same figure would fill otherwise, None where it would fill none.
    """

    field: str
    sure: float
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Benefit:
    """Something given beside pay, in no sum: its kind ("car", "pension": see `benefit_words.csv`) and size.

    `amount` and `most` are the ends of its range, the same figure twice where one was said: money in
    `currency` (None: the offer's) by the `period` said, percents as 5 for 5%, or months of pay.
    """

    kind: str
    amount: float
    most: float
    unit: BenefitUnit
    period: Period | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that binds or takes back: its kind (see `offer_clauses.csv`) and where its words stand."""

    kind: ClauseKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer. Money is a plain number in `currency`; percents are 15 for 15%.

    `base_amount` is a single figure and `base_low`/`base_high` a range, never both, in
    `base_period`; `posted_low`/`posted_high` is the band the employer posted for the job, by the same
    period. `sign_on` is all one-time joining cash, `sign_on_y1`/`sign_on_y2` its parts.
    `equity_value` is the whole grant in money. `share_price` is the price of one share where it
    is said and is no strike: a market price, a 409A. `preferred_price` is what investors paid for a
    preferred share; a common one is usually worth less. `base_later` is a promised step-up,
    `mile_rate` pay by the mile, which with `miles_per_week` makes a base by the week,
    `refresh_value` a yearly refresh in money, `valuation` that of the company. `benefits` are given
    beside pay and in no sum, `clauses` bind the person or take something back. `promised` are kinds of
    promises (see `promise_words.csv`) that the text has a word of and no other field holds. `spans` gives,
    for a field's name, the character offsets it was read from; it holds no words of the text. `doubts` are
    the terms to ask about.
    """

    title: str | None = None
    company: str | None = None
    location: str | None = None
    currency: str | None = None
    currency_explicit: bool = False
    base_amount: float | None = None
    base_low: float | None = None
    base_high: float | None = None
    base_period: Period | None = None
    original_base: float | None = None
    posted_low: float | None = None
    posted_high: float | None = None
    base_later: float | None = None
    mile_rate: float | None = None
    miles_per_week: float | None = None
    bonus_pct: float | None = None
    bonus_pct_low: float | None = None
    bonus_pct_high: float | None = None
    bonus_amount: float | None = None
    sign_on: float | None = None
    sign_on_y1: float | None = None
    sign_on_y2: float | None = None
    equity_kind: EquityKind | None = None
    equity_value: float | None = None
    equity_value_low: float | None = None
    equity_value_high: float | None = None
    equity_value_per_year: float | None = None
    equity_currency: str | None = None
    equity_units: float | None = None
    equity_pct: float | None = None
    strike: float | None = None
    share_price: float | None = None
    preferred_price: float | None = None
    shares_outstanding: float | None = None
    valuation: float | None = None
    other_equity: str | None = None
    vest_years: float | None = None
    cliff_months: int | None = None
    vest_schedule: str | None = None
    relocation: float | Literal["yes"] | None = None
    relocation_currency: str | None = None
    pto_days: float | Literal["unlimited"] | None = None
    start_date: str | None = None
    deadline: str | None = None
    level: str | None = None
    total_comp: float | None = None
    ote_low: float | None = None
    ote_high: float | None = None
    employment_type: str | None = None
    remote: str | None = None
    visa: str | None = None
    refresh: str | None = None
    refresh_value: float | None = None
    hours_per_week: float | None = None
    term_months: float | None = None
    clawback_months: float | None = None
    exercise_window_months: float | None = None
    benefits: tuple[Benefit, ...] | None = None
    clauses: tuple[Clause, ...] = ()
    promised: tuple[str, ...] | None = None
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

    @property
    def by_contract(self) -> bool:
        """Whether it is contract pay, which has no equity or sign-on and carries costs a salary does not.

        The one place that decides it: called a contract (W-2, 1099, C2C, contract to hire), or paid by the
        hour or the day for a fixed term, whatever it is called. An internship is none.
        """
        named = self.employment_type in ("contract", "contract to hire")
        for_a_term = self.term_months is not None or self.employment_type == "temporary"
        if self.employment_type == "internship":
            return False
        return named or (for_a_term and self.base_period in ("hour", "day"))
