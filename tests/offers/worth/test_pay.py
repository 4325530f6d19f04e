"""Pay of every period, bonuses, on-target earnings and sign-ons: what counts when."""

from __future__ import annotations

import pytest

from bot.offers.offer import Offer, Period
from bot.offers.worth.periods import full_time, held_at
from bot.offers.worth.shapes import Line, Step
from bot.offers.worth.table import worth_of


def amounts(offer: Offer, what: str) -> list[float] | None:
    found = line(offer, what)
    return None if found is None else [year.amount for year in found.years]


def line(offer: Offer, what: str) -> Line | None:
    return next((each for each in worth_of(offer).lines if each.what == what), None)


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
    base = worth_of(Offer(base_amount=amount, base_period=period)).yearly_base
    assert base is not None
    assert base.amount == yearly


def test_an_hour_is_worth_the_hours_the_offer_says() -> None:
    worth = worth_of(Offer(base_amount=50, base_period="hour", hours_per_week=37.5))
    assert worth.yearly_base is not None
    assert worth.yearly_base.amount == 97_500
    assert worth.yearly_base.how == (Step("hours", (50, 37.5, 52)),)
    assert "forty_hours" not in worth.assumptions


@pytest.mark.parametrize(
    ("hours", "counted"), [(None, 2080), (37.5, 1950), (45, 2340), (20, 2080), (0, 2080), (400, 2080)]
)
def test_part_time_pay_is_judged_by_its_rate(hours: float | None, counted: float) -> None:
    assert full_time(Offer(base_period="hour", hours_per_week=hours)) == counted


def test_a_range_counts_by_its_middle_and_keeps_its_ends_in_either_order() -> None:
    for low, high in ((50, 60), (60, 50)):
        base = worth_of(Offer(base_low=low, base_high=high, base_period="hour")).yearly_base
        assert base is not None
        assert (base.low, base.amount, base.high) == (104_000, 114_400, 124_800)
        assert base.how == (Step("middle", (50, 60)), Step("hours", (55, 40, 52)))


def test_bonus_in_money_outranks_its_percent() -> None:
    assert amounts(Offer(base_amount=200_000, bonus_pct=15, bonus_amount=25_000), "bonus") == [25_000] * 4


def test_bonus_percent_is_of_a_years_base() -> None:
    assert amounts(Offer(base_amount=200_000, bonus_pct=15), "bonus") == [30_000] * 4
    assert amounts(Offer(base_amount=10_000, base_period="month", bonus_pct=10), "bonus") == [12_000] * 4


def test_bonus_not_said_has_no_line_and_none_said_is_zero() -> None:
    assert amounts(Offer(base_amount=200_000), "bonus") is None
    assert amounts(Offer(bonus_pct=10), "bonus") is None
    for none in (Offer(bonus_pct=0), Offer(bonus_amount=0)):
        found = line(none, "bonus")
        assert found is not None
        assert found.years[0].how == (Step("none"),)
        assert found.four_years.amount == 0


def test_on_target_earnings_are_base_and_what_is_above_it() -> None:
    sales = Offer(base_amount=120_000, ote_low=200_000, ote_high=240_000)
    variable = line(sales, "variable")
    assert variable is not None
    assert [variable.years[0].low, variable.years[0].amount, variable.years[0].high] == [
        80_000,
        100_000,
        120_000,
    ]
    assert amounts(Offer(ote_low=200_000), "ote") == [200_000] * 4
    assert worth_of(Offer(ote_low=200_000)).cash is not None


def test_a_bonus_inside_on_target_earnings_is_not_paid_twice() -> None:
    worth = worth_of(Offer(base_amount=120_000, ote_low=200_000, ote_high=200_000, bonus_amount=80_000))
    assert worth.total is not None
    assert worth.total.years[0].amount == 200_000
    assert "bonus_within_ote" in worth.assumptions


@pytest.mark.parametrize(("bonus", "counted"), [(20_000, 200_000), (90_000, 210_000)])
def test_of_a_bonus_and_earnings_above_base_the_larger_counts(bonus: float, counted: float) -> None:
    worth = worth_of(Offer(base_amount=120_000, ote_low=200_000, ote_high=200_000, bonus_amount=bonus))
    assert worth.total is not None
    assert worth.total.years[0].amount == counted


def test_earnings_under_the_base_are_left_out_and_said_so() -> None:
    worth = worth_of(Offer(base_amount=9_000, base_period="month", ote_low=15_000, ote_high=15_000))
    assert [each.what for each in worth.lines] == ["base"]
    assert "ote_left_out" in worth.assumptions


@pytest.mark.parametrize(
    ("parts", "by_year"),
    [
        ({"sign_on": 20_000}, [20_000, 0, 0, 0]),
        ({"sign_on": 105_000, "sign_on_y1": 60_000, "sign_on_y2": 45_000}, [60_000, 45_000, 0, 0]),
        ({"sign_on_y1": 60_000, "sign_on_y2": 45_000}, [60_000, 45_000, 0, 0]),
        ({"sign_on": 50_000, "sign_on_y1": 30_000}, [30_000, 20_000, 0, 0]),
        ({"sign_on": 50_000, "sign_on_y2": 30_000}, [20_000, 30_000, 0, 0]),
        ({"sign_on_y2": 30_000}, [0, 30_000, 0, 0]),
        ({"sign_on": 90_000, "sign_on_y1": 40_000, "sign_on_y2": 30_000}, [40_000, 30_000, 20_000, 0]),
        ({"sign_on": 30_000, "sign_on_y1": 30_000, "sign_on_y2": 0}, [30_000, 0, 0, 0]),
        ({"sign_on": 0}, [0, 0, 0, 0]),
    ],
)
def test_a_sign_on_is_paid_when_it_is_said_to_be(parts: dict[str, float], by_year: list[float]) -> None:
    assert amounts(Offer(base_amount=100_000, **parts), "sign_on") == by_year  # type: ignore[arg-type]


def test_relocation_is_shown_in_its_currency_and_not_counted() -> None:
    worth = worth_of(Offer(currency="EUR", base_amount=80_000, relocation=5_000, relocation_currency="USD"))
    assert [(each.what, each.group, each.currency) for each in worth.lines] == [
        ("base", "cash", "EUR"),
        ("relocation", "apart", "USD"),
    ]
    assert worth.total is not None
    assert worth.total.years[0].amount == 80_000
    assert (
        worth_of(Offer(base_amount=80_000, relocation="yes")).lines
        == worth_of(Offer(base_amount=80_000)).lines
    )


def test_a_contract_pays_to_its_end() -> None:
    contract = Offer(base_amount=10_000, base_period="month", bonus_pct=10, term_months=15)
    assert amounts(contract, "base") == [120_000, 30_000, 0, 0]
    assert amounts(contract, "bonus") == [12_000, 3_000, 0, 0]
    base = line(contract, "base")
    assert base is not None
    assert base.years[1].how == (Step("times", (10_000, 12)), Step("months", (120_000, 3)))
    assert base.years[2].how == (Step("ended"),)


def test_a_total_alone_is_shown_as_said_and_summed_with_nothing() -> None:
    worth = worth_of(Offer(currency="INR", total_comp=4_200_000, sign_on=300_000))
    assert (worth.said_total, worth.cash, worth.total) == (4_200_000, None, None)
    assert [each.what for each in worth.lines] == ["sign_on"]
    assert "total_as_said" in worth.assumptions
    beside = worth_of(Offer(base_amount=150_000, total_comp=250_000))
    assert beside.total is not None
    assert (beside.said_total, beside.total.years[0].amount) == (250_000, 150_000)


@pytest.mark.parametrize(
    ("period", "hours", "counted"),
    [
        ("year", 24, 40 / 24),
        ("month", 20, 24),
        ("week", 16, 130),
        ("year", 32, 1),
        ("year", 2, 1),
        ("day", 16, 260),
    ],
)
def test_part_time_pay_by_the_year_is_judged_as_a_full_time_year(
    period: Period, hours: float, counted: float
) -> None:
    offer = Offer(base_amount=1_000, base_period=period, hours_per_week=hours)
    assert full_time(offer) == pytest.approx(counted)
    held = counted != {"year": 1, "month": 12, "week": 52, "day": 260}[period]
    assert held_at(offer) == (40 if held else None)
    # what is paid is paid for the hours offered
    paid = worth_of(offer).yearly_base
    assert paid is not None
    assert paid.amount == 1_000 * {"year": 1, "month": 12, "week": 52, "day": 260}[period]


def test_the_hours_a_rate_is_held_at_are_told_where_they_are_others() -> None:
    assert held_at(Offer(base_period="hour", hours_per_week=20)) == 40
    assert held_at(Offer(base_period="hour", hours_per_week=36)) is None
    assert held_at(Offer(base_period="hour")) is None
    assert held_at(Offer(base_amount=1)) is None


def test_a_sign_on_split_in_halves_is_paid_in_both_years() -> None:
    for halves in (
        {"sign_on_y1": 25_000, "sign_on_y2": 25_000},
        {"sign_on_y1": 25_000},
        {"sign_on_y2": 25_000},
    ):
        worth = worth_of(Offer(base_amount=100_000, sign_on=50_000, **halves))  # type: ignore[arg-type]
        (sign_on,) = (each for each in worth.lines if each.what == "sign_on")
        assert [year.amount for year in sign_on.years] == [25_000, 25_000, 0, 0]
