"""What an offer adds up to: by hand, so that the arithmetic has a second opinion."""

from __future__ import annotations

import pytest

from bot.offers.offer import Offer, Period
from bot.offers.value import (
    bonus_per_year,
    equity_per_year,
    first_year_cash,
    four_year_total,
    yearly_base,
)


@pytest.mark.parametrize(
    ("amount", "period", "yearly"),
    [
        (185_000, "year", 185_000),
        (185_000, None, 185_000),
        (10_000, "month", 120_000),
        (5_000, "biweek", 130_000),
        (2_000, "week", 104_000),
        (500, "day", 130_000),
        (50, "hour", 104_000),
    ],
)
def test_base_of_any_period_becomes_a_year(amount: float, period: Period | None, yearly: float) -> None:
    assert yearly_base(Offer(base_amount=amount, base_period=period)) == yearly


def test_a_range_has_no_single_base_and_each_end_can_be_asked() -> None:
    offer = Offer(base_low=50, base_high=60, base_period="hour")
    assert yearly_base(offer) is None
    assert yearly_base(offer, offer.base_low) == 104_000


def test_bonus_in_money_outranks_its_percent() -> None:
    assert bonus_per_year(Offer(base_amount=200_000, bonus_pct=15, bonus_amount=25_000)) == 25_000


def test_bonus_percent_is_of_base() -> None:
    assert bonus_per_year(Offer(base_amount=200_000, bonus_pct=15)) == 30_000
    assert (
        bonus_per_year(Offer(base_low=100_000, base_high=120_000, bonus_pct_low=10, bonus_pct_high=20))
        == 16_500
    )


def test_bonus_not_said_is_not_zero_and_none_said_is() -> None:
    assert bonus_per_year(Offer(base_amount=200_000)) is None
    assert bonus_per_year(Offer(bonus_pct=0)) == 0


@pytest.mark.parametrize("kind", ["options", "percent"])
def test_options_and_percents_are_never_cash(kind: str) -> None:
    offer = Offer(base_amount=100_000, equity_kind=kind, equity_value=400_000, equity_pct=0.1)  # type: ignore[arg-type]
    worth = four_year_total(offer)
    assert equity_per_year(offer) is None
    assert worth is not None
    assert (worth.total, worth.equity) == (400_000, None)
    assert "no_options" in worth.assumptions


def test_a_grant_is_spread_over_its_vesting() -> None:
    assert equity_per_year(Offer(equity_kind="rsu", equity_value=300_000, vest_years=3)) == 100_000
    assert equity_per_year(Offer(equity_kind="rsu", equity_value=300_000)) == 75_000


def test_four_years_add_up() -> None:
    offer = Offer(
        base_amount=185_000,
        base_period="year",
        bonus_pct=10,
        sign_on=20_000,
        equity_kind="rsu",
        equity_value=260_000,
        vest_years=4,
    )
    worth = four_year_total(offer)
    assert worth is not None
    assert worth.first_year == 185_000 + 18_500 + 20_000
    assert worth.total == 4 * (185_000 + 18_500) + 20_000 + 260_000
    assert worth.total == worth.base + (worth.bonus or 0) + (worth.sign_on or 0) + (worth.equity or 0)
    assert None not in (worth.bonus, worth.sign_on, worth.equity)


def test_a_grant_longer_than_four_years_counts_what_vests() -> None:
    worth = four_year_total(Offer(base_amount=100_000, equity_kind="rsu", equity_value=100_000, vest_years=5))
    assert worth is not None
    assert worth.equity == 80_000


def test_a_grant_shorter_than_four_years_is_not_paid_twice() -> None:
    worth = four_year_total(Offer(base_amount=100_000, equity_kind="rsu", equity_value=100_000, vest_years=1))
    assert worth is not None
    assert worth.equity == 100_000


def test_sign_on_of_the_second_year_is_not_cash_of_the_first() -> None:
    offer = Offer(base_amount=165_000, sign_on=105_000, sign_on_y1=60_000, sign_on_y2=45_000)
    assert first_year_cash(offer) == 225_000


def test_shares_without_a_price_are_not_counted() -> None:
    worth = four_year_total(Offer(base_amount=100_000, equity_kind="rsu", equity_units=900))
    assert worth is not None
    assert worth.total == 400_000
    assert not any((worth.bonus, worth.sign_on, worth.equity))
    assert "no_share_price" in worth.assumptions


def test_no_base_no_sum() -> None:
    assert four_year_total(Offer(bonus_pct=10, sign_on=10_000)) is None
    assert first_year_cash(Offer(sign_on=10_000)) is None


def test_four_years_are_assumed_only_where_nothing_is_said_of_vesting() -> None:
    def assumed(**terms: float | str) -> bool:
        offer = Offer(base_amount=100_000, equity_kind="rsu", equity_value=80_000, **terms)  # type: ignore[arg-type]
        worth = four_year_total(offer)
        assert worth is not None
        return "four_year_vesting" in worth.assumptions

    assert assumed()
    assert not assumed(vest_years=4)
    assert not assumed(vest_schedule="33/33/22/12")
