"""Schedules as people write them, and what each makes of four years. Percents worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.offer import Offer
from bot.offers.worth.vesting import vesting

QUARTERS = (25, 25, 25, 25)


@pytest.mark.parametrize(
    ("schedule", "terms", "years"),
    [
        ("5/15/40/40", {}, (5, 15, 40, 40)),
        ("5% / 15% / 40% / 40%", {}, (5, 15, 40, 40)),
        ("40-30-20-10", {"vest_years": 4}, (40, 30, 20, 10)),
        ("33/33/33", {}, (100 / 3, 100 / 3, 100 / 3, 0)),
        ("0.25/0.25/0.25/0.25", {}, QUARTERS),
        ("2/6/16/16 shares", {"equity_units": 40}, (5, 15, 40, 40)),
        ("4/12/32/32", {"equity_units": 80}, (5, 15, 40, 40)),
        ("10% year 1, 20% year 2, 30% year 3, 40% year 4", {}, (10, 20, 30, 40)),
        ("50/50", {"vest_years": 4}, (0, 50, 0, 50)),
        ("50/50", {"vest_years": 1}, (100, 0, 0, 0)),
        ("10/10/15/15/25/25", {"vest_years": 3}, (20, 30, 50, 0)),
        ("20/20/20/20/20", {"vest_years": 5}, (20, 20, 20, 20)),
        ("monthly", {"vest_years": 4}, QUARTERS),
        ("quarterly", {"vest_years": 3}, (100 / 3, 100 / 3, 100 / 3, 0)),
        ("semi-annually", {"vest_years": 2}, (50, 50, 0, 0)),
        ("bi-annually", {"vest_years": 1.5}, (200 / 3, 100 / 3, 0, 0)),
        ("annual", {"vest_years": 4}, QUARTERS),
        ("yearly", {"vest_years": 2.5}, (40, 40, 20, 0)),
        ("straight line", {"vest_years": 4}, QUARTERS),
        ("cliff then monthly", {"vest_years": 4, "cliff_months": 12}, QUARTERS),
        ("cliff then quarterly", {"vest_years": 4, "cliff_months": 24}, (0, 50, 25, 25)),
        ("monthly", {"vest_years": 4, "cliff_months": 6}, QUARTERS),
        ("monthly", {"vest_years": 1, "cliff_months": 18}, (100, 0, 0, 0)),
        ("18 month cliff, then monthly", {"vest_years": 4}, (0, 50, 25, 25)),
        ("one-year cliff then every six months", {"vest_years": 4}, QUARTERS),
        ("25% after one year, then monthly", {"vest_years": 4}, QUARTERS),
        ("40% after one year, then 20% annually", {}, (40, 20, 20, 20)),
        ("25% after 12 months, then 6.25% quarterly", {}, QUARTERS),
        ("25% after the first year, then 2.0833% each month", {}, QUARTERS),
        ("20% after a year, 80% monthly", {"vest_years": 5}, (20, 20, 20, 20)),
        ("25% per year", {}, QUARTERS),
        ("20% a year", {}, (20, 20, 20, 20)),
        ("6.25% per quarter", {}, QUARTERS),
        ("1/48 monthly", {}, QUARTERS),
        ("1/36 each month", {}, (100 / 3, 100 / 3, 100 / 3, 0)),
        ("fully vested at once, immediately", {}, (100, 0, 0, 0)),
        (None, {"vest_years": 4}, QUARTERS),
        (None, {"vest_years": 3}, (100 / 3, 100 / 3, 100 / 3, 0)),
        (None, {"vest_years": 1}, (100, 0, 0, 0)),
        (None, {"vest_years": 1.5}, (200 / 3, 100 / 3, 0, 0)),
        (None, {"vest_years": 6}, (100 / 6, 100 / 6, 100 / 6, 100 / 6)),
        (None, {"vest_years": 4, "cliff_months": 24}, (0, 50, 25, 25)),
    ],
)
def test_a_schedule_vests_by_year(
    schedule: str | None, terms: dict[str, float], years: tuple[float, ...]
) -> None:
    plan = vesting(Offer(vest_schedule=schedule, **terms))  # type: ignore[arg-type]
    assert [plan.in_year(year) for year in range(4)] == pytest.approx(years)
    assert "even_vesting" not in plan.assumptions


@pytest.mark.parametrize(
    "schedule",
    [
        "back-loaded",
        "as set out in the plan",
        "60/10",
        "1/48",
        "200/300/400",
        "25%",
        "12% now, 13% later monthly",
    ],
)
def test_a_schedule_that_cannot_be_used_vests_evenly_and_says_so(schedule: str) -> None:
    plan = vesting(Offer(vest_schedule=schedule, vest_years=2))
    assert [plan.in_year(year) for year in range(4)] == [50, 50, 0, 0]
    assert plan.assumptions == ("even_vesting",)


def test_a_part_at_the_end_of_all_vesting_leaves_nothing_to_follow() -> None:
    plan = vesting(Offer(vest_schedule="20% after a year, then monthly", vest_years=1))
    assert (plan.in_year(0), plan.assumptions) == (100, ("even_vesting",))


@pytest.mark.parametrize("years", [0, -1, 41, 1e300, float("inf"), float("nan")])
def test_years_that_are_none_are_four_and_said(years: float) -> None:
    plan = vesting(Offer(vest_years=years))
    assert plan.months == 48
    assert plan.assumptions == ("even_vesting", "four_year_vesting")


def test_what_was_assumed_of_a_schedule_is_said() -> None:
    assert vesting(Offer()).assumptions == ("four_year_vesting",)
    assert vesting(Offer(vest_schedule="monthly")).assumptions == ("four_year_vesting",)
    assert vesting(Offer(vest_schedule="30/30/36", vest_years=3)).assumptions == ("schedule_scaled",)
    assert vesting(Offer(vest_schedule="33/33/33")).assumptions == ()
    cliff = vesting(Offer(vest_schedule="cliff then monthly", vest_years=4))
    assert (cliff.cliff, cliff.assumptions) == (12, ("twelve_month_cliff",))
    assert vesting(Offer(vest_schedule="monthly, no cliff", vest_years=4)).cliff == 0


def test_nothing_has_vested_before_the_cliff_and_all_up_to_then_at_it() -> None:
    plan = vesting(Offer(vest_years=4, cliff_months=12, vest_schedule="cliff then monthly"))
    assert [plan.by(month) for month in (0, 11, 12, 13, 48, 60)] == pytest.approx(
        [0, 0, 25, 25 + 75 / 36, 100, 100]
    )


def test_between_two_vestings_nothing_comes_on_top() -> None:
    plan = vesting(Offer(vest_years=4, vest_schedule="quarterly"))
    assert plan.by(5) == plan.by(3) == 6.25


def test_a_job_that_ends_stops_the_vesting() -> None:
    plan = vesting(Offer(vest_years=4))
    assert [plan.in_year(year, end=18) for year in range(4)] == [25, 12.5, 0, 0]


WORDS = st.sampled_from(
    [
        "25%",
        "5/15/40/40",
        "monthly",
        "cliff",
        "one",
        "year",
        "then",
        "after",
        "1/48",
        "quarterly",
        "6",
        "%",
        "/",
        "12",
    ]
)
ANY_SCHEDULE = st.none() | st.text(max_size=40) | st.lists(WORDS, max_size=8).map(" ".join)


@given(
    ANY_SCHEDULE,
    st.none() | st.floats(),
    st.none() | st.integers(min_value=0, max_value=200),
    st.none() | st.floats(min_value=0, max_value=1e6),
)
def test_any_schedule_rises_from_nothing_to_all(
    schedule: str | None, years: float | None, cliff: int | None, units: float | None
) -> None:
    plan = vesting(Offer(vest_schedule=schedule, vest_years=years, cliff_months=cliff, equity_units=units))
    vested = [plan.by(month) for month in range(0, 481, 3)]
    assert vested[0] == 0
    assert vested == sorted(vested)
    assert vested[-1] == 100


@pytest.mark.parametrize("unit", ["9", "9/", "%", " ", "1/", "cliff ", "every ", "a\u0130"])
def test_a_hostile_schedule_is_read_no_further_than_a_line(unit: str) -> None:
    assert vesting(Offer(vest_schedule=unit * 1_000_000)).months > 0
