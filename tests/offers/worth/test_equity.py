"""Which equity is money, which is not, and what a stake may come to."""

from __future__ import annotations

import pytest

from bot.offers.offer import Offer
from bot.offers.worth.shapes import Stake, Step
from bot.offers.worth.table import worth_of


def stake(**terms: object) -> Stake:
    found = worth_of(Offer(base_amount=100_000, currency="USD", **terms)).stake  # type: ignore[arg-type]
    assert found is not None
    return found


def four_years(**terms: object) -> tuple[float, float | None]:
    """The total, and the equity that counts."""
    worth = worth_of(Offer(base_amount=100_000, **terms))  # type: ignore[arg-type]
    assert worth.total is not None
    return worth.total.four_years.amount, None if worth.equity is None else worth.equity.four_years.amount


@pytest.mark.parametrize("kind", ["options", "percent"])
def test_options_and_percents_are_never_summed_with_cash(kind: str) -> None:
    terms = {"equity_kind": kind, "equity_value": 400_000, "equity_pct": 0.1, "share_price": 10, "strike": 1}
    assert four_years(**terms) == (400_000, None)
    worth = worth_of(Offer(base_amount=100_000, **terms))  # type: ignore[arg-type]
    assert "no_options" in worth.assumptions
    assert [(each.what, each.group) for each in worth.lines] == [("base", "cash"), ("grant", "apart")]


def test_a_grant_counts_what_vests_in_four_years() -> None:
    assert four_years(equity_kind="rsu", equity_value=100_000) == (500_000, 100_000)
    assert four_years(equity_kind="rsu", equity_value=100_000, vest_years=5) == (480_000, 80_000)
    assert four_years(equity_kind="rsu", equity_value=100_000, vest_years=1) == (500_000, 100_000)
    assert four_years(equity_value_per_year=30_000, vest_years=3) == (490_000, 90_000)


def test_no_equity_said_is_zero_and_silence_is_not() -> None:
    assert four_years(equity_kind="none") == (400_000, 0)
    assert four_years() == (400_000, None)


def test_shares_without_a_price_are_shares() -> None:
    shares = stake(equity_kind="rsu", equity_units=900, vest_schedule="15/25/25/35")
    assert shares.line is not None
    assert (shares.kind, shares.line.unit, shares.line.currency) == ("shares", "shares", None)
    assert [year.amount for year in shares.line.years] == [135, 225, 225, 315]
    assert (shares.scenarios, shares.missing, shares.assumptions) == ((), ("share_price",), ())


def test_shares_of_a_company_whose_value_is_said_have_scenarios() -> None:
    shares = stake(
        equity_kind="rsu", equity_units=10_000, shares_outstanding=10_000_000, valuation=50_000_000
    )
    assert shares.price is not None
    assert shares.price.how == (Step("price_of", (50_000_000, 10_000_000)),)
    assert [each.whole.amount for each in shares.scenarios] == [50_000, 100_000, 250_000]


def test_a_price_makes_rsus_money_and_leaves_options_apart() -> None:
    assert four_years(equity_kind="rsu", equity_units=900, share_price=100) == (490_000, 90_000)
    assert four_years(equity_kind="options", equity_units=900, share_price=100) == (400_000, None)
    assert four_years(equity_kind="other", equity_units=900, share_price=100, strike=4) == (400_000, None)
    assert four_years(equity_kind="rsu", equity_units=900, share_price=100, strike=4) == (490_000, 90_000)


def test_an_option_makes_what_lies_above_its_strike_and_never_less_than_nothing() -> None:
    options = stake(equity_kind="options", equity_units=10_000, strike=3, share_price=2, vest_years=5)
    assert options.under_water
    assert [each.exit_price for each in options.scenarios] == [2, 4, 10]
    assert [each.whole.amount for each in options.scenarios] == [0, 10_000, 70_000]
    assert [each.four_years.amount for each in options.scenarios] == [0, 8_000, 56_000]
    assert options.scenarios[1].whole.how == (
        Step("grown", (2, 2, 0)),
        Step("spread", (4, 3)),
        Step("units_price", (10_000, 1)),
    )


def test_options_at_the_money_are_not_under_water() -> None:
    assert not stake(equity_kind="options", equity_units=10_000, strike=2, share_price=2).under_water


def test_of_strike_and_price_one_stands_for_the_other_and_says_so() -> None:
    struck = stake(equity_kind="options", equity_units=1_000, strike=2)
    assert [each.whole.amount for each in struck.scenarios] == [0, 2_000, 8_000]
    assert "price_at_strike" in struck.assumptions
    assert (struck.price, struck.under_water) == (None, False)
    priced = stake(equity_kind="options", equity_units=1_000, share_price=2)
    assert [each.whole.amount for each in priced.scenarios] == [0, 2_000, 8_000]
    assert "strike_at_price" in priced.assumptions
    assert (priced.strike, priced.exercise_cost) == (None, None)
    assert "strike" in priced.missing


def test_options_of_no_known_size_or_price_ask_for_them() -> None:
    assert stake(equity_kind="options").missing == ("size", "strike", "share_price", "shares_outstanding")
    assert stake(equity_kind="options", equity_units=10_000).scenarios == ()


def test_a_percent_without_a_value_is_shown_at_round_exits_that_are_said_to_be_ours() -> None:
    percent = stake(equity_kind="percent", equity_pct=0.25)
    assert [each.exit_value for each in percent.scenarios] == [100e6, 500e6, 1000e6]
    assert [each.whole.amount for each in percent.scenarios] == [250_000, 1_250_000, 2_500_000]
    assert [each.multiple for each in percent.scenarios] == [None, None, None]
    assert {"exits_assumed", "no_dilution", "before_strike"} <= set(percent.assumptions)
    assert percent.missing == ("valuation",)


def test_shares_with_a_percent_are_shown_at_round_exits_with_nothing_to_exercise() -> None:
    shares = stake(equity_kind="rsu", equity_units=10_000, equity_pct=0.1)
    assert [each.whole.amount for each in shares.scenarios] == [100_000, 500_000, 1_000_000]
    assert "before_strike" not in shares.assumptions


def test_round_exits_are_not_made_up_in_rupees() -> None:
    rupees = worth_of(Offer(currency="INR", base_amount=3_000_000, equity_kind="percent", equity_pct=0.25))
    assert rupees.stake is not None
    assert rupees.stake.scenarios == ()


def test_exits_and_dilution_the_person_names_are_theirs() -> None:
    offer = Offer(currency="USD", equity_kind="percent", equity_pct=0.2, valuation=50e6)
    found = worth_of(offer, exits=(200e6, -1, float("nan")), dilution_pct=25).stake
    assert found is not None
    assert [(each.multiple, each.whole.amount) for each in found.scenarios] == [(4, 300_000)]
    assert "no_dilution" not in found.assumptions
    assert not {"exits_assumed", "multiples_assumed"} & set(found.assumptions)


def test_exits_that_tell_nothing_of_a_share_leave_the_multiples() -> None:
    offer = Offer(currency="USD", equity_kind="options", equity_units=1_000, strike=2)
    found = worth_of(offer, exits=(200e6,)).stake
    assert found is not None
    assert [each.multiple for each in found.scenarios] == [1, 2, 5]
    assert "multiples_assumed" in found.assumptions


def test_units_and_percent_follow_from_each_other() -> None:
    units = stake(equity_kind="percent", equity_pct=0.5, shares_outstanding=8_000_000).units
    assert units is not None
    assert units.amount == 40_000
    percent = stake(equity_kind="options", equity_units=40_000, shares_outstanding=8_000_000).percent
    assert percent is not None
    assert percent.amount == 0.5
    assert stake(equity_kind="options", equity_units=40_000, shares_outstanding=100).percent is None


def test_a_contract_vests_to_its_end() -> None:
    assert four_years(equity_kind="rsu", equity_value=80_000, term_months=18) == (150_000 + 30_000, 30_000)
    shares = stake(equity_kind="options", equity_units=800, strike=1, term_months=18)
    assert [each.four_years.amount for each in shares.scenarios] == [0, 300, 1_200]


def test_refreshers_stop_with_the_contract_and_stay_apart_with_options() -> None:
    worth = worth_of(Offer(base_amount=100_000, refresh_value=40_000, equity_kind="rsu", term_months=30))
    refresh = next(each for each in worth.lines if each.what == "refresh")
    # one of the second year vests for 18 months, one of the third for 6, each over 48
    assert [year.amount for year in refresh.years] == [0, 10_000, 10_000, 0]
    apart = worth_of(Offer(base_amount=100_000, refresh_value=40_000, equity_kind="options"))
    assert apart.total is not None
    assert apart.total.four_years.amount == 400_000


def test_a_grant_in_a_currency_of_its_own_is_not_added() -> None:
    worth = worth_of(
        Offer(
            base_amount=100_000, currency="CAD", equity_kind="rsu", equity_value=80_000, equity_currency="USD"
        )
    )
    assert worth.total is not None
    assert worth.equity is not None
    assert (worth.total.four_years.amount, worth.equity.four_years.amount) == (400_000, 80_000)
    assert "equity_in_its_currency" in worth.assumptions


def test_a_second_grant_and_unsized_refreshers_are_said_to_be_left_out() -> None:
    worth = worth_of(Offer(base_amount=100_000, other_equity="500 performance units", refresh="annual"))
    assert {"second_grant_left_out", "refresh_not_sized"} <= set(worth.assumptions)
