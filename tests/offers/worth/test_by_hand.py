"""Whole offers against `hand.csv`, a sheet worked out by hand: the second opinion on the arithmetic."""

from __future__ import annotations

from itertools import groupby

import pytest

from bot.offers.offer import Offer
from bot.offers.worth.shapes import Assumption, Line, StakeAssumption, Worth
from bot.offers.worth.table import worth_of

from .sheet import cell, rows

OFFERS = {
    "five_fifteen_forty_forty_with_two_year_cash": Offer(
        currency="USD", base_amount=165_000, base_period="year", sign_on=105_000, sign_on_y1=60_000,
        sign_on_y2=45_000, equity_kind="rsu", equity_value=200_000, vest_years=4, vest_schedule="5/15/40/40",
    ),
    "thirty_three_thirty_three_twenty_two_twelve": Offer(
        currency="USD", base_amount=190_000, base_period="year", bonus_pct=15, equity_kind="rsu",
        equity_value=300_000, vest_schedule="33/33/22/12",
    ),
    "one_year_cliff_monthly": Offer(
        currency="USD", base_amount=150_000, equity_kind="rsu", equity_value=96_000, vest_years=4,
        cliff_months=12, vest_schedule="cliff then monthly",
    ),
    "two_year_cliff_on_a_yearly_value": Offer(
        currency="EUR", base_amount=68_000, equity_kind="other", equity_value_per_year=18_000,
        cliff_months=24, vest_schedule="cliff then quarterly",
    ),
    "ten_percent_then_monthly": Offer(
        currency="USD", base_amount=125_000, equity_kind="rsu", equity_value=60_000, vest_years=4,
        vest_schedule="10% after one year, then monthly",
    ),
    "two_years_then_half_yearly": Offer(
        currency="USD", base_amount=160_000, equity_kind="rsu", equity_value=100_000, vest_years=4,
        vest_schedule="5/15/20/20/20/20",
    ),
    "eighteen_month_vesting": Offer(
        currency="USD", base_amount=100_000, equity_kind="rsu", equity_value=90_000, vest_years=1.5,
        vest_schedule="quarterly",
    ),
    "options_under_water": Offer(
        currency="USD", base_amount=140_000, equity_kind="options", equity_units=40_000, strike=2.5,
        share_price=1.75, shares_outstanding=20_000_000, vest_years=4, cliff_months=12,
        vest_schedule="cliff then monthly",
    ),
    "options_at_their_own_exits": Offer(
        currency="USD", base_amount=145_000, equity_kind="options", equity_units=50_000, equity_pct=0.4,
        strike=1, vest_years=5,
    ),
    "hourly_contract": Offer(
        currency="USD", base_amount=85, base_period="hour", employment_type="contract"
    ),
    "half_time_by_the_hour": Offer(
        currency="USD", base_amount=60, base_period="hour", hours_per_week=20
    ),
    "inr_with_usd_rsus": Offer(
        currency="INR", base_amount=4_500_000, base_period="year", bonus_pct=10, sign_on=500_000,
        equity_kind="rsu", equity_value=60_000, equity_currency="USD", vest_schedule="25/25/25/25",
    ),
    "percent_of_a_seed_startup": Offer(
        currency="USD", base_amount=130_000, equity_kind="percent", equity_pct=0.75, valuation=12_000_000,
        vest_years=4, cliff_months=12,
    ),
    "six_year_vesting": Offer(
        currency="GBP", base_amount=120_000, equity_kind="other", equity_value=90_000, vest_years=6
    ),
    "rsus_with_a_share_price": Offer(
        currency="USD", base_amount=175_000, equity_kind="rsu", equity_units=2_400, share_price=62.5,
        vest_years=4, vest_schedule="quarterly",
    ),
    "units_without_a_price": Offer(
        base_amount=110_000, equity_kind="rsu", equity_units=900, vest_schedule="15/25/25/35"
    ),
    "bonus_range_and_base_range": Offer(
        currency="USD", base_low=150_000, base_high=170_000, bonus_pct_low=10, bonus_pct_high=15
    ),
    "range_of_a_grant_over_three_years": Offer(
        currency="EUR", base_amount=95_000, equity_kind="other", equity_value_low=90_000,
        equity_value_high=150_000, vest_years=3, vest_schedule="annual",
    ),
    "ote_sixty_forty": Offer(
        currency="USD", base_amount=120_000, base_period="year", ote_low=200_000, ote_high=200_000,
        sign_on=10_000,
    ),
    "refreshers_every_year": Offer(
        currency="USD", base_amount=180_000, equity_kind="rsu", equity_value=240_000, vest_years=4,
        refresh_value=40_000,
    ),
    "eighteen_month_contract": Offer(
        currency="GBP", base_amount=600, base_period="day", employment_type="contract", term_months=18
    ),
    "four_month_internship": Offer(
        currency="USD", base_amount=8_000, base_period="month", employment_type="intern", term_months=4
    ),
    "biweekly_pay_in_cad": Offer(
        currency="CAD", base_amount=3_846.15, base_period="biweek", bonus_pct=8
    ),
    "sign_on_in_parts_with_relocation": Offer(
        currency="USD", base_amount=140_000, sign_on=50_000, sign_on_y1=30_000, relocation=12_000
    ),
    "step_up_after_probation": Offer(currency="GBP", base_amount=55_000, base_later=65_000),
}  # fmt: skip

THEIRS = {"options_at_their_own_exits": ((25e6, 100e6), 20.0)}  # exits and dilution the person names

# What each has to own up to.
ASSUMED: dict[str, set[Assumption]] = {
    "five_fifteen_forty_forty_with_two_year_cash": {
        "no_raise", "no_refresh", "sign_on_by_year", "price_unchanged",
    },
    "thirty_three_thirty_three_twenty_two_twelve": {
        "no_raise", "no_refresh", "bonus_at_target", "price_unchanged",
    },
    "one_year_cliff_monthly": {"no_raise", "no_refresh", "price_unchanged"},
    "two_year_cliff_on_a_yearly_value": {
        "no_raise", "no_refresh", "price_unchanged", "yearly_equity", "four_year_vesting",
    },
    "ten_percent_then_monthly": {"no_raise", "no_refresh", "price_unchanged"},
    "two_years_then_half_yearly": {"no_raise", "no_refresh", "price_unchanged"},
    "eighteen_month_vesting": {"no_raise", "no_refresh", "price_unchanged"},
    "options_under_water": {"no_raise", "no_refresh", "no_options"},
    "options_at_their_own_exits": {"no_raise", "no_refresh", "no_options"},
    "hourly_contract": {"no_raise", "no_refresh", "whole_year", "forty_hours"},
    "half_time_by_the_hour": {"no_raise", "no_refresh", "whole_year"},
    "inr_with_usd_rsus": {
        "no_raise", "no_refresh", "bonus_at_target", "sign_on_first_year", "price_unchanged",
        "equity_in_its_currency",
    },
    "percent_of_a_seed_startup": {"no_raise", "no_refresh", "no_options"},
    "six_year_vesting": {"no_raise", "no_refresh", "price_unchanged"},
    "rsus_with_a_share_price": {"no_raise", "no_refresh", "price_unchanged"},
    "units_without_a_price": {"no_raise", "no_refresh", "no_share_price"},
    "bonus_range_and_base_range": {"no_raise", "no_refresh", "middle_of_range", "bonus_at_target"},
    "range_of_a_grant_over_three_years": {"no_raise", "no_refresh", "middle_of_grant", "price_unchanged"},
    "ote_sixty_forty": {"no_raise", "no_refresh", "variable_at_target", "sign_on_first_year"},
    "refreshers_every_year": {"no_raise", "refresh_each_year", "price_unchanged"},
    "eighteen_month_contract": {"no_raise", "no_refresh", "whole_year", "five_days", "term_only"},
    "four_month_internship": {"whole_year", "term_only"},
    "biweekly_pay_in_cad": {"no_raise", "no_refresh", "whole_year", "bonus_at_target"},
    "sign_on_in_parts_with_relocation": {
        "no_raise", "no_refresh", "sign_on_by_year", "relocation_left_out",
    },
    "step_up_after_probation": {"no_raise", "no_refresh", "step_up_left_out"},
}  # fmt: skip
STAKE_ASSUMED: dict[str, set[StakeAssumption]] = {
    "options_under_water": {"multiples_assumed", "no_dilution", "no_preferences"},
    "options_at_their_own_exits": {"no_preferences"},
    "percent_of_a_seed_startup": {"multiples_assumed", "no_dilution", "before_strike", "no_preferences"},
}
BY_CASE = {case: list(sheet) for case, sheet in groupby(rows("hand.csv"), key=lambda row: row["case"])}
EXITS = {case: list(sheet) for case, sheet in groupby(rows("hand_exits.csv"), key=lambda row: row["case"])}


def valued(case: str) -> Worth:
    exits, dilution = THEIRS.get(case, ((), None))
    return worth_of(OFFERS[case], exits=exits, dilution_pct=dilution)


def lines(worth: Worth) -> dict[str, Line]:
    """Every line by its name in the sheet."""
    named = {each.what: each for each in worth.lines} | {"cash": worth.cash, "total": worth.total}
    if worth.equity is not None:
        named["equity"] = worth.equity
    if worth.stake is not None and worth.stake.line is not None:
        named[worth.stake.line.unit] = worth.stake.line
    return {name: each for name, each in named.items() if each is not None}


def test_every_offer_is_worked_out_by_hand() -> None:
    assert list(OFFERS) == list(BY_CASE)
    assert set(OFFERS) == set(ASSUMED)
    assert len(OFFERS) >= 15


@pytest.mark.parametrize("case", BY_CASE)
def test_the_sheet_adds_up(case: str) -> None:
    for row in BY_CASE[case]:
        years = [cell(row[f"y{year}"]) for year in range(1, 5)]
        assert sum(years) == pytest.approx(cell(row["four_years"]), rel=1e-12), row


@pytest.mark.parametrize("case", BY_CASE)
def test_an_offer_is_worth_what_the_sheet_says(case: str) -> None:
    found, checked = lines(valued(case)), set()
    for row in BY_CASE[case]:
        name, _, end = row["line"].partition(" ")
        each = found[name]
        by_hand = [cell(row[f"y{year}"]) for year in range(1, 7) if row[f"y{year}"]]
        ends = {"": "amount", "low": "low", "high": "high"}[end]
        assert [getattr(year, ends) for year in each.years] == pytest.approx(by_hand, rel=1e-12), row
        assert getattr(each.four_years, ends) == pytest.approx(cell(row["four_years"]), rel=1e-12), row
        checked.add(name)
    assert set(found) - checked <= {"cash", "equity"}, "a component the sheet does not have"


@pytest.mark.parametrize("case", BY_CASE)
def test_what_was_taken_for_granted_is_said(case: str) -> None:
    assert set(valued(case).assumptions) == ASSUMED[case]


@pytest.mark.parametrize("case", EXITS)
def test_a_stake_at_an_exit_is_worth_what_the_sheet_says(case: str) -> None:
    stake = valued(case).stake
    assert stake is not None
    assert set(stake.assumptions) == STAKE_ASSUMED[case]
    for row, scenario in zip(EXITS[case], stake.scenarios, strict=True):
        shown = (
            scenario.multiple,
            scenario.exit_value,
            scenario.exit_price,
            scenario.whole.amount,
            scenario.four_years.amount,
        )
        for figure, name in zip(
            shown, ("multiple", "exit_value", "exit_price", "whole", "four_years"), strict=True
        ):
            by_hand = cell(row[name]) if row[name] else None
            assert figure == (None if by_hand is None else pytest.approx(by_hand, rel=1e-9)), (row, name)


def test_options_under_water_say_so_and_what_they_cost() -> None:
    stake = valued("options_under_water").stake
    assert stake is not None
    assert stake.percent is not None
    assert stake.exercise_cost is not None
    assert (stake.under_water, stake.percent.amount, stake.exercise_cost.amount) == (True, 0.2, 100_000)


def test_a_short_contract_says_what_it_would_be_a_year() -> None:
    worth = valued("four_month_internship")
    assert worth.yearly_base is not None
    assert worth.yearly_base.amount == 96_000
    assert worth.term_months == 4


def test_a_later_base_is_shown_and_not_counted() -> None:
    worth = valued("step_up_after_probation")
    assert worth.later_base is not None
    assert worth.later_base.amount == 65_000


def test_currencies_stay_apart() -> None:
    worth = valued("inr_with_usd_rsus")
    assert worth.total is not None
    assert worth.equity is not None
    assert (worth.total.currency, worth.equity.currency) == ("INR", "USD")
