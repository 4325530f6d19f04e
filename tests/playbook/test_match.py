"""What an offer needs to match another, worked out by hand and held as sums."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.offers.offer import Offer
from bot.offers.worth.table import worth_of
from bot.playbook.match import Match, Over, match

PLAIN = Offer(currency="USD", base_amount=200_000, base_period="year", bonus_pct=10)
STOCK = replace(PLAIN, equity_kind="rsu", equity_value=100_000, vest_years=4)
PERCENT = replace(PLAIN, equity_kind="percent", equity_pct=0.2, vest_years=4)
OPTIONS = replace(PLAIN, equity_kind="options", equity_units=40_000, strike=2.0, vest_years=4)


def needs(offer: Offer, gap: float, over: Over = "four_years", dilution: float = 0.0) -> Match:
    return match(offer, worth_of(offer), gap, over, dilution_pct=dilution)


def test_a_base_is_raised_by_the_gap_over_the_years_and_its_bonus() -> None:
    found = needs(PLAIN, 88_000).base
    assert found is not None
    # 20,000 more a year, 4 years, and 10% of bonus on it: 4 x 20,000 x 1.1 = 88,000
    assert found.more == pytest.approx(20_000)
    assert (found.becomes, found.change_pct) == pytest.approx((220_000, 10))
    assert not found.beyond_usual


def test_in_the_first_year_the_whole_gap_falls_on_one_year() -> None:
    found = needs(PLAIN, 88_000, "first_year")
    assert found.base is not None
    assert found.base.more == pytest.approx(80_000)  # x 1.1 = 88,000
    assert found.base.beyond_usual  # 40% of base
    assert found.exit is None


def test_a_bonus_that_is_a_sum_does_not_grow_with_base() -> None:
    found = needs(replace(PLAIN, bonus_pct=None, bonus_amount=20_000), 88_000).base
    assert found is not None
    assert found.more == pytest.approx(22_000)  # 88,000 / 4


def test_a_sign_on_is_the_gap_itself_on_top_of_what_is_offered() -> None:
    found = needs(replace(PLAIN, sign_on=30_000), 88_000).sign_on
    assert found is not None
    assert (found.more, found.becomes) == (88_000, 118_000)
    split = needs(replace(PLAIN, sign_on_y1=20_000, sign_on_y2=10_000), 88_000).sign_on
    assert split is not None
    assert split.becomes == 118_000


@pytest.mark.parametrize(
    ("terms", "over", "more"),
    [
        ({}, "four_years", 40_000),  # all of it vests in four years
        ({}, "first_year", 160_000),  # a quarter does in one
        ({"vest_schedule": "5/15/40/40"}, "first_year", 800_000),  # 5% of 800,000
        ({"vest_years": 5.0}, "four_years", 50_000),  # four fifths of it do
    ],
)
def test_a_grant_is_raised_by_what_vests(terms: dict[str, object], over: Over, more: float) -> None:
    found = needs(replace(STOCK, **terms), 40_000, over).equity  # type: ignore[arg-type]
    assert found is not None
    assert found.more == pytest.approx(more)


def test_before_a_cliff_no_grant_closes_the_gap_of_a_first_year() -> None:
    assert needs(replace(STOCK, cliff_months=18), 40_000, "first_year").equity is None


def test_a_stake_is_no_grant_to_raise() -> None:
    for offer in (PLAIN, PERCENT, OPTIONS):
        assert needs(offer, 40_000).equity is None


def test_a_percent_makes_up_for_a_gap_at_an_exit() -> None:
    found = needs(PERCENT, 100_000).exit
    assert found is not None
    assert found.value == pytest.approx(50_000_000)  # 0.2% of 50 million is 100,000
    diluted = needs(PERCENT, 100_000, dilution=20).exit
    assert diluted is not None
    assert diluted.value == pytest.approx(62_500_000)  # 80% of 0.2% of it
    half = needs(replace(PERCENT, vest_years=8.0), 100_000).exit
    assert half is not None
    assert half.value == pytest.approx(100_000_000)  # half of the grant vests in four years


def test_options_pay_their_strike_first() -> None:
    found = needs(OPTIONS, 120_000).exit
    assert found is not None
    # 40,000 x (5.00 - 2.00) = 120,000
    assert found.share_price == pytest.approx(5)
    assert found.value is None  # how many shares there are is not said
    assert found.strike_paid
    known = needs(replace(OPTIONS, shares_outstanding=20_000_000), 120_000, dilution=20).exit
    assert known is not None
    assert known.value == pytest.approx(125_000_000)  # 80% of 125 million over 20 million shares is 5.00


def test_options_under_water_need_the_price_to_pass_the_strike() -> None:
    found = needs(replace(OPTIONS, strike=4.0, share_price=1.0), 40_000).exit
    assert found is not None
    assert found.share_price == pytest.approx(5)  # 4.00 + 40,000 / 40,000
    assert found.multiple == pytest.approx(5)


def test_options_without_strike_or_percent_have_no_exit_to_name() -> None:
    assert needs(replace(OPTIONS, strike=None), 40_000).exit is None


def test_nothing_is_needed_without_a_gap() -> None:
    for gap in (0, -5_000, 0.3):
        found = needs(STOCK, gap)
        assert (found.base, found.sign_on, found.equity, found.exit) == (None, None, None, None)


def test_on_target_earnings_are_raised_with_the_base() -> None:
    found = needs(replace(PLAIN, bonus_pct=None, ote_low=300_000, ote_high=300_000), 40_000).base
    assert found is not None
    assert found.more == pytest.approx(10_000)


def test_a_contract_closes_a_gap_in_the_months_it_lasts() -> None:
    found = needs(replace(PLAIN, term_months=18, bonus_pct=None), 30_000).base
    assert found is not None
    assert found.more == pytest.approx(20_000)  # a year and a half of it


MONEY = st.integers(0, 400).map(lambda thousands: 1_000.0 * thousands)


@st.composite
def offers(draw: st.DrawFn) -> Offer:
    stock = draw(st.booleans())
    return Offer(
        currency="USD",
        base_amount=50_000.0 + draw(MONEY),
        base_period="year",
        bonus_pct=draw(st.sampled_from([None, 0.0, 5.0, 20.0])),
        sign_on=draw(st.sampled_from([None, 10_000.0, 60_000.0])),
        equity_kind="rsu" if stock else None,
        equity_value=draw(MONEY) + 1_000 if stock else None,
        vest_years=draw(st.sampled_from([None, 3.0, 4.0, 5.0])),
        vest_schedule=draw(st.sampled_from([None, "5/15/40/40"])),
        ote_low=draw(st.sampled_from([None, 250_000.0])),
    )


RAISABLE = ("base_amount", "bonus_pct", "sign_on", "equity_value")


@given(offers(), st.sampled_from(RAISABLE), st.integers(1, 50), st.integers(400_000, 3_000_000))
def test_raising_a_term_never_lowers_the_total_nor_raises_what_is_needed(
    offer: Offer, term: str, more: int, other: int
) -> None:
    before = getattr(offer, term)
    assume(before is not None)
    assume(term != "bonus_pct" or before)
    step = float(more) if term == "bonus_pct" else 1_000.0 * more
    raised = replace(offer, **{term: before + step})
    low, high = worth_of(offer).total, worth_of(raised).total
    assert low is not None
    assert high is not None
    assert high.four_years.amount >= low.four_years.amount
    for over, was, now in (
        ("four_years", low.four_years.amount, high.four_years.amount),
        ("first_year", low.years[0].amount, high.years[0].amount),
    ):
        needed = needs(offer, other - was, over)  # type: ignore[arg-type]
        less = needs(raised, other - now, over)  # type: ignore[arg-type]
        for lever in ("base", "sign_on", "equity"):
            had, has = getattr(needed, lever), getattr(less, lever)
            if had is None:
                assert has is None
            elif has is not None:
                assert has.more <= had.more + 1e-6


@given(offers(), st.integers(1_000, 900_000))
def test_what_is_needed_does_close_the_gap(offer: Offer, gap: int) -> None:
    assume(offer.ote_low is None)
    total = worth_of(offer).total
    assert total is not None
    found = needs(offer, gap)
    assert found.base is not None
    assert found.sign_on is not None
    matched = [
        replace(offer, base_amount=found.base.becomes),
        replace(offer, sign_on=found.sign_on.becomes),
    ]
    if found.equity is not None:
        matched.append(replace(offer, equity_value=found.equity.becomes))
    for each in matched:
        now = worth_of(each).total
        assert now is not None
        assert now.four_years.amount == pytest.approx(total.four_years.amount + gap)


def test_a_raise_is_told_in_the_period_of_the_pay_too() -> None:
    hourly = Offer(currency="USD", base_amount=50, base_period="hour", hours_per_week=40)
    found = needs(hourly, 4 * 2_080).base  # 1 an hour more, 2,080 hours, 4 years
    assert found is not None
    assert found.rate == pytest.approx((1, 51))
    assert found.per == "hour"
    yearly = needs(PLAIN, 88_000).base
    assert yearly is not None
    assert yearly.rate is None
