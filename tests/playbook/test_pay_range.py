"""What to say in the first pay talk: the range, and where a number or a posted band stands to it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.quote import Asked, Quote
from bot.playbook.pay_range import WIDE, a_year, held, pay_range, posted

BOTH = frozenset({"workflow", "eval"})
PAY = st.floats(30_000, 1_500_000)


def quoted(p50: float = 200_000, **told: Any) -> Quote:
    """A measured figure for a senior software engineer in San Francisco, unless told otherwise."""
    fields: dict[str, Any] = {
        "role": "software-engineer", "place": "San Francisco, CA", "level": "senior", "ai": "all",
        "p50": p50, "source": "postings-2026-08", "source_name": "index", "as_of": "2026-08-08",
        "basis": "measured", "asked": Asked("software-engineer", "0041860", "senior"),
        "p75": p50 * 1.1, "n": 40, "employers": 9,
    }  # fmt: skip
    return Quote(**(fields | told))


def test_the_range_begins_at_the_median_and_ends_fifteen_percent_above() -> None:
    said = pay_range(quoted(190_725))
    assert (said.low, said.top, said.top_pct, said.why) == (191_000, 220_000, 15, "usual")
    assert said.opening == "state"


def test_work_and_proof_together_carry_the_top_to_twenty_percent() -> None:
    assert pay_range(quoted(), evidence=BOTH).top == 240_000
    assert pay_range(quoted(), evidence=BOTH).why == "evidence"
    assert pay_range(quoted(), evidence=frozenset({"workflow"})).top == 230_000


def test_an_upper_quarter_that_begins_beyond_twenty_percent_allows_it_too() -> None:
    assert pay_range(quoted(p75=240_000)).why == "upper_quarter"
    assert pay_range(quoted(p75=239_999)).top_pct == 15


def test_a_floor_over_the_median_is_where_the_range_begins() -> None:
    said = pay_range(quoted(), floor=230_000)
    assert (said.low, said.top, said.from_floor) == (230_000, 265_000, True)
    assert not pay_range(quoted(), floor=200_000).from_floor


def test_a_top_over_the_highest_tenth_is_told() -> None:
    assert pay_range(quoted(p90=225_000)).over_p90 == 225_000
    assert pay_range(quoted(p90=231_000)).over_p90 is None


@pytest.mark.parametrize(
    ("level", "bar"), [("senior", "low"), ("director", "low"), ("mid", None), ("entry", "high"), (None, None)]
)
def test_a_figure_of_all_levels_is_a_low_start_above_the_middle(level: str | None, bar: str | None) -> None:
    said = pay_range(quoted(level="all", asked=Asked("software-engineer", "0041860", level)))
    assert said.bar == bar
    assert said.opening == ("ask_first" if bar else "state")


def test_a_figure_of_all_levels_is_sayable_only_from_ones_own_floor() -> None:
    senior = quoted(level="all", asked=Asked("software-engineer", "0041860", "senior"))
    assert not pay_range(senior).sayable
    assert pay_range(senior, floor=230_000).sayable
    assert pay_range(quoted()).sayable


def test_a_wage_with_commissions_is_of_pay_at_target_and_no_floor_of_base_moves_it() -> None:
    wage = quoted(100_000, soc="41-3091", occupation="Sales Representatives of Services", level="all",
                  asked=Asked("account-executive"))  # fmt: skip
    said = pay_range(wage, floor=150_000)
    assert (said.pay, said.low, said.from_floor) == ("ote", 100_000, False)
    other = quoted(100_000, soc="15-1252", occupation="Software Developers", level="all",
                   asked=Asked("software-engineer"))  # fmt: skip
    assert (pay_range(other, floor=150_000).pay, pay_range(other, floor=150_000).low) == ("base", 150_000)


def test_an_estimate_is_for_asking_first() -> None:
    said = pay_range(quoted(basis="estimated", low=150_000, high=260_000, p75=None))
    assert (said.estimated, said.opening) == (True, "ask_first")


@given(PAY, st.booleans(), st.one_of(st.none(), PAY), st.one_of(st.none(), st.floats(1.0, 2.0)))
def test_the_top_stays_fifteen_to_twenty_percent_above_the_start(
    p50: float, strong: bool, floor: float | None, spread: float | None
) -> None:
    quote = quoted(p50, p75=p50 * spread if spread else None)
    said = pay_range(quote, evidence=BOTH if strong else frozenset(), floor=floor)
    start = max(p50, floor or 0)
    assert said.low >= start - 0.01  # a hair over a thousand is that thousand
    assert said.low - start < 1000
    assert said.top >= said.low
    assert said.top >= start * 1.15 - 1
    assert said.top <= start * 1.2 + 1
    assert said.low % 1000 == said.top % 1000 == 0


def test_a_number_is_held_against_the_range() -> None:
    said = pay_range(quoted())
    below, inside, above = (held(each, each, said) for each in (180_000, 210_000, 260_000))
    assert (below.standing, below.gap, below.say_low, below.say_top) == ("below", -20_000, 200_000, 230_000)
    assert (inside.standing, inside.say_low, inside.say_top) == ("inside", 210_000, 230_000)
    assert (above.standing, above.say_low, above.say_top) == ("above", 230_000, 260_000)
    assert held(180_000, 180_000, said, 190_000).under_floor
    assert not held(180_000, 180_000, said, 180_000).under_floor


def test_ones_own_range_never_begins_under_the_median() -> None:
    mine = held(180_000, 240_000, pay_range(quoted()))
    assert (mine.standing, mine.say_low, mine.say_top) == ("inside", 200_000, 240_000)


@given(PAY, PAY, PAY)
def test_what_to_say_with_a_number_is_never_under_the_range(p50: float, one: float, other: float) -> None:
    said = pay_range(quoted(p50))
    mine = held(min(one, other), max(one, other), said)
    assert said.low <= mine.say_low <= mine.say_top


@pytest.mark.parametrize(
    ("median", "low", "where"),
    [
        (250_000, 220_000, "top"),
        (220_000, 220_000, "top"),
        (210_000, 210_000, "market_up"),
        (190_000, 200_000, "upper_half"),
        (150_000, 200_000, "over_market"),
        (None, 200_000, "no_market"),
    ],
)
def test_where_to_stand_in_a_posted_band(median: float | None, low: float, where: str) -> None:
    found = posted(180_000, 220_000, median)
    assert (found.say_low, found.say_top, found.where) == (low, 220_000, where)
    assert found.middle == 200_000


def test_a_wide_band_and_one_under_the_floor_are_told() -> None:
    assert posted(100_000, 100_000 * WIDE + 1, None).wide
    assert not posted(100_000, 100_000 * WIDE, None).wide
    assert posted(100_000, 120_000, None, floor=125_000).under_floor


@given(PAY, PAY, st.one_of(st.none(), PAY))
def test_one_stands_in_the_upper_half_of_the_band_and_never_over_its_top(
    one: float, other: float, median: float | None
) -> None:
    found = posted(min(one, other), max(one, other), median)
    assert found.middle - 1 <= found.say_low <= found.say_top == max(one, other)
    if median is not None and median <= found.high:
        assert found.say_low >= median - 1


def test_a_figure_that_is_not_of_this_very_job_is_for_asking_first() -> None:
    wage = quoted(basis="published", occupation="Software Developers", n=None, employers=None)
    assert pay_range(wage).opening == "ask_first"
    assert pay_range(quoted(basis="stepped_back")).opening == "ask_first"
    assert pay_range(quoted(basis="published")).opening == "state"


def test_a_band_by_the_hour_is_stood_in_by_the_hour() -> None:
    rate = posted(47.5, 56, None, step=1)
    assert (rate.middle, rate.say_low, rate.say_top) == (51.75, 52, 56)
    year = a_year(rate, 2_080)
    assert (year.low, year.say_low, year.say_top) == (98_800, 108_160, 116_480)
    assert (year.where, year.wide) == (rate.where, rate.wide)
