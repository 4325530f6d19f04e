"""What the words beside a sum make of it: pay for full time or after tax, cash in two years, pay to stay."""

from __future__ import annotations

import pytest

from tests.offers.marked import offer


@pytest.mark.parametrize(
    "marked",
    [
        "[[base|120k]] FTE so [[base|72k]] actual",
        "[[base_again|120k]] full time equivalent, [[base|72k]] to me",
        "FTE: [[base|$120,000]]. Yours: [[base|$72,000]]",
        "0.6 FTE, [[base|72k]]",
        "[[base|72k]] paid ([[base_again|120k]] at 100%)",
        "[[base|72k]] for three days, the full-time salary is [[base|120k]]",
    ],
)
def test_a_base_is_what_is_paid_and_not_what_full_time_would_pay(marked: str) -> None:
    assert offer(marked).base_amount == 72_000


def test_what_full_time_would_pay_stands_where_nothing_else_is_said() -> None:
    assert offer("[[base|45k]] FTE, [[hours|24 hours]] a week").base_amount == 45_000


@pytest.mark.parametrize(
    "marked",
    [
        "CTC [[total|18 LPA]], in hand [[base_again|1.1 lakh per month]]",
        "CTC [[total|18 LPA]], [[base_again|1.1 lakh]] monthly in-hand",
        "CTC [[total|18 LPA]], take home [[base|1.1 lakh]]",
    ],
)
def test_what_is_left_after_tax_is_no_base_beside_a_package(marked: str) -> None:
    told = offer(marked)
    assert (told.base_amount, told.total_comp) == (None, 1_800_000)


def test_what_is_left_after_tax_stands_where_nothing_else_is_said() -> None:
    assert offer("in hand [[base|90k per month]]").base_amount == 90_000


@pytest.mark.parametrize(
    "marked",
    [
        "[[sign_on|50k]] sign-on split over two years",
        "sign on [[sign_on|50k]], half now half after a year",
        "[[sign_on|50k]] signing bonus paid over 2 years",
        "[[sign_on|$50,000]] in two equal installments, at start and at the first anniversary",
        "[[sign_on|50k]] sign on, 50% at start and 50% at 12 months",
        "[[sign_on|50k]] sign on, 50/50 year 1 and 2",
    ],
)
def test_joining_cash_in_two_years_is_halved(marked: str) -> None:
    told = offer(marked)
    assert (told.sign_on, told.sign_on_y1, told.sign_on_y2) == (50_000, 25_000, 25_000)


@pytest.mark.parametrize(
    "marked",
    [
        "[[sign_on|50k]] to be repaid if I leave within two years",
        "[[sign_on|50k]] sign on, half to be repaid half a year later",
        "[[sign_on|50k]] sign on. RSUs [[equity_value|100k]] paid over two years",
        "[[sign_on|50k]] sign on",
        "[[sign_on|50k]] sign-on over 2 years",
    ],
)
def test_joining_cash_is_not_halved_by_words_of_something_else(marked: str) -> None:
    told = offer(marked)
    assert (told.sign_on, told.sign_on_y1, told.sign_on_y2) == (50_000, None, None)


@pytest.mark.parametrize(
    ("marked", "cash"),
    [
        ("Oracle countered with [[base|180k]] and a [[retention|40k]] retention bonus", 40_000),
        ("[[base|180k]] to keep me, [[retention|40k]] retention", 40_000),
        ("countered: [[base|180k]], [[sign_on|10k]] now, [[retention|40k]] in a year", 10_000),
        ("[[base|180k]] and a [[retention|40k]] retention bonus after a year", None),
        ("[[base|180k]], [[retention|40k]] retention, I countered", None),
    ],
)
def test_pay_to_stay_is_joining_cash_in_a_counter_alone(marked: str, cash: float | None) -> None:
    assert offer(marked).sign_on == cash


def test_a_month_s_base_and_the_year_s_beside_it_is_yearly() -> None:
    told = offer("Basic | [[base|50,000]] | [[base_again|6,00,000]]")
    assert (told.base_amount, told.base_period) == (600_000, "year")


def test_long_words_beside_a_sum_take_no_long_time() -> None:
    marked = "[[sign_on|50k]] " + "half paid in two parts 50% " * 2_000
    assert offer(marked).sign_on_y1 is None
