"""The shapes a valued offer comes in: plain data, in which every figure says how it came to be.

Money is a plain number in the currency of its line, percents are 15 for 15%.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# How a figure was made of the numbers that stand beside the code; what each makes is in `arithmetic`.
StepCode = Literal[
    "said",  # (figure): as the offer says it
    "none",  # (): the offer says there is none
    "not_yet",  # (): nothing of it falls into this year
    "ended",  # (): the contract is over by then
    "middle",  # (low, high): the middle of a range
    "times",  # (rate, pays a year)
    "hours",  # (rate, hours a week, weeks a year)
    "months",  # (a year's figure, months of the year worked)
    "percent_of",  # (percent, base a year)
    "less",  # (on-target earnings, base a year)
    "rest",  # (the whole sign-on, its part of the other year)
    "share",  # (percent vesting, grant)
    "for_years",  # (a year's equity, years)
    "units_price",  # (units, price of one)
    "sum",  # (parts)
    "of_outstanding",  # (units, shares outstanding): percent of the company
    "units_of",  # (percent of the company, shares outstanding): units
    "price_of",  # (valuation, shares outstanding): price of a share
    "grown",  # (price of a share, multiple, dilution percent): price of a share at the exit
    "exit_price",  # (exit value, shares outstanding, dilution percent): price of a share at the exit
    "spread",  # (price at the exit, strike): what one option makes, never less than nothing
    "stake",  # (percent of the company, exit value, dilution percent)
]

# What was taken for granted, in the order a reader wants it.
Assumption = Literal[
    "no_raise",  # base and bonus stay as they are
    "no_refresh",  # no refresh grant, as none is said
    "refresh_not_sized",  # refresh grants are said without a sum, and left out
    "step_up_left_out",  # a later base is said and not when: the first one counts
    "whole_year",  # pay by the hour, day, week ... comes in all year, unpaid time not taken off
    "forty_hours",  # hours a week are not said
    "five_days",  # pay by the day: five days a week, 260 a year
    "term_only",  # a contract counts to its end and no further
    "middle_of_range",  # base, bonus or earnings in a range
    "bonus_at_target",  # the bonus is paid in full
    "variable_at_target",  # on-target earnings are reached
    "ote_left_out",  # on-target earnings are less than the base makes in a year: not a year's
    "bonus_within_ote",  # a bonus and on-target earnings are the same money: the larger counts
    "sign_on_first_year",  # when it is paid is not said
    "sign_on_by_year",  # its first part in the first year, its second in the second
    "total_as_said",  # all that is known is a total, and what it holds is not
    "relocation_left_out",  # it pays a cost
    "four_year_vesting",  # how long the grant vests is not said
    "even_vesting",  # it is said and cannot be used: evenly
    "schedule_scaled",  # the parts of the schedule make no 100%: scaled to it
    "twelve_month_cliff",  # a cliff is said without its length
    "yearly_equity",  # a year's equity is said: counted for each year of vesting
    "middle_of_grant",  # the grant is said as a range
    "price_unchanged",  # shares keep the value they have in the offer
    "refresh_each_year",  # from the second year, each vesting evenly over the grant's years
    "no_options",  # options and shares of a company are no cash: left out
    "no_share_price",  # shares left out, as no price is said
    "equity_in_its_currency",  # another currency than the pay's: not added
    "second_grant_left_out",  # only the first grant is valued
]

StakeAssumption = Literal[
    "multiples_assumed",  # the company is worth as much, twice, five times as much: ours, not a forecast
    "exits_assumed",  # round sums of ours, as no value of the company is said
    "no_dilution",  # none is taken off, as none is said: later rounds will take some
    "price_at_strike",  # no price said: a share is worth the strike today
    "strike_at_price",  # no strike said: it is the price of a share today
    "before_strike",  # what it costs to exercise is not taken off
    "no_preferences",  # all shares are paid alike: investors' preferences come first in a poor exit
]
Missing = Literal["size", "strike", "share_price", "shares_outstanding", "valuation"]

What = Literal["base", "bonus", "variable", "ote", "sign_on", "relocation", "grant", "refresh", "sum"]
Group = Literal["cash", "equity", "apart"]
Unit = Literal["money", "shares", "percent"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of arithmetic: its code and the numbers it takes, in the order `StepCode` names."""

    code: StepCode
    numbers: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that explains itself: the last step makes `amount`, those before it make its numbers.

    `low` and `high` differ from `amount` only where the offer gives a range.
    """

    amount: float
    low: float
    high: float
    how: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One component over the years, first year first: at least four, more where vesting takes longer.

    `group` says where it counts: "cash" and "equity" are summed, "apart" never is. `currency` is
    None where the unit is no money, or the offer does not say it. `four_years` sums the first four.
    """

    what: What
    group: Group
    unit: Unit
    currency: str | None
    years: tuple[Figure, ...]
    four_years: Figure


@dataclass(frozen=True, slots=True)
class Scenario:
    """What a stake would come to at one exit; one of many, and no forecast.

    `multiple` is the exit over today's value, None where that is not known; `exit_value` that of
    the whole company and `exit_price` that of a share, None where not known. `four_years` is for
    what vests in four years, `whole` for all of it.
    """

    multiple: float | None
    exit_value: float | None
    exit_price: float | None
    dilution_pct: float
    four_years: Figure
    whole: Figure


@dataclass(frozen=True, slots=True)
class Stake:
    """Options, a percent of a company, or shares without a price: no money until somebody buys.

    `units` and `percent` are as said, or one from the other by the shares outstanding. `line` is
    what vests a year, in shares or else in percent of the company. `price` is that of a common
    share today (409A), `preferred` what investors last paid for a preferred one: said, or the
    valuation over all shares. `spread` is what all units make at `price`, `preferred_spread` what
    they would at `preferred`, an upper mark: common is usually worth less. `exercise_cost` is what
    all of it costs to exercise; `under_water` is True where the strike is above the price.
    `missing` is what the recruiter would have to say.
    """

    kind: Literal["options", "percent", "shares"]
    currency: str | None
    units: Figure | None
    percent: Figure | None
    line: Line | None
    strike: float | None
    price: Figure | None
    preferred: Figure | None
    spread: Figure | None
    preferred_spread: Figure | None
    exercise_cost: Figure | None
    under_water: bool
    scenarios: tuple[Scenario, ...]
    missing: tuple[Missing, ...]
    assumptions: tuple[StakeAssumption, ...]


@dataclass(frozen=True, slots=True)
class Worth:
    """An offer valued. `lines` are its components; `cash`, `equity` and `total` sum them by year.

    `yearly_base` is the base a full year makes, also where a contract is shorter (`term_months`);
    `later_base` a promised later one, a year. `cash` is None where no base is known. `total` is
    cash and, where it is in the same currency, equity; None without cash. `said_total` is a total
    the offer states itself: beside these, never added.
    """

    currency: str | None
    equity_currency: str | None
    term_months: float | None
    yearly_base: Figure | None
    later_base: Figure | None
    lines: tuple[Line, ...]
    cash: Line | None
    equity: Line | None
    total: Line | None
    stake: Stake | None
    said_total: float | None
    assumptions: tuple[Assumption, ...]
