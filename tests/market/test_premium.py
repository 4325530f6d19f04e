"""Which comparison answers, and which ones are only the nearest."""

from __future__ import annotations

import pytest

from bot.market.change import changes
from bot.market.database import Market
from bot.market.employer import own
from bot.market.ladder import quote
from bot.market.premium import compare
from bot.market.quote import Asked

from .samples import AUSTIN, CALIFORNIA, SF, TEXAS, US

SWE = "software-engineer"


def test_the_comparison_asked_for_answers_and_nothing_else(market: Market) -> None:
    found = compare(market, Asked(SWE, None, "senior"))
    assert found.premium is not None
    assert (found.premium.place, found.premium.level) == ("United States", "senior")
    assert (found.levels, found.nearest, found.counted) == ((), (), None)


@pytest.mark.parametrize(
    ("place", "level", "verdict"),
    [(None, "senior", "higher"), (SF, "senior", "none"), (TEXAS, "senior", "lower"), (None, "staff", "none")],
)
def test_only_an_interval_clear_of_zero_is_a_premium(
    market: Market, place: str | None, level: str, verdict: str
) -> None:
    premium = compare(market, Asked(SWE, place, level)).premium
    assert premium is not None
    assert premium.verdict == verdict


def test_percents_of_several_levels_are_told_from_those_of_one(market: Market) -> None:
    of_two, of_one, of_none = (
        compare(market, asked).premium for asked in (Asked(SWE), Asked(SWE, TEXAS), Asked("data-scientist"))
    )
    assert of_two is not None
    assert of_one is not None
    assert of_none is not None
    assert (of_two.mixed, of_two.unstated) == (True, False)
    assert (of_one.mixed, of_one.unstated) == (False, False)
    assert (of_none.mixed, of_none.unstated) == (False, True)


def test_what_all_averages_is_listed_whole_titles_without_a_level_last(market: Market) -> None:
    found = compare(market, Asked(SWE, "bay-area"))
    assert found.premium is not None
    assert [(each.level, each.unstated) for each in found.levels] == [("senior", False), ("unstated", True)]
    assert found.premium.mixed
    assert found.premium.skilled.n == sum(each.skilled.n for each in found.levels) == 50
    assert found.premium.plain.n == sum(each.plain.n for each in found.levels) == 100


def test_nobody_can_ask_for_the_unstated_level(market: Market) -> None:
    with pytest.raises(KeyError):
        compare(market, Asked("data-scientist", None, "unstated"))


def test_an_interval_that_ends_at_zero_is_no_premium(market: Market) -> None:
    premium = compare(market, Asked("engineering-manager")).premium
    assert premium is not None
    assert (premium.low_pct, premium.verdict) == (0.0, "none")


@pytest.mark.parametrize("role", ["ux-researcher", "technical-writer"])
def test_four_employers_are_no_side(market: Market, role: str) -> None:
    assert market.premiums(role, US)
    assert compare(market, Asked(role)).premium is None


def test_no_rate_of_four_employers(market: Market) -> None:
    assert compare(market, Asked("ux-researcher")).shares is None
    assert compare(market, Asked("data-scientist")).shares is not None


def test_a_rate_is_not_rounded_before_it_is_shown(market: Market) -> None:
    shares = compare(market, Asked("engineering-manager")).shares
    assert shares is not None
    assert shares.required_pct == 100 * 44 / 326


def test_levels_that_fail_are_counted_where_all_together_would_do(market: Market) -> None:
    counted = compare(market, Asked("mobile-engineer", TEXAS)).counted
    assert counted is not None
    assert (counted.skilled_n, counted.skilled_employers) == (33, 17)
    told = [(each.level, each.n, each.skilled_n) for each in counted.levels]
    assert told == [("senior", 59, 8), ("staff", 40, 14), ("unstated", 50, 11)]
    senior = compare(market, Asked("mobile-engineer", TEXAS, "senior")).counted
    assert senior is not None
    assert senior.levels == ()


def test_a_metro_is_never_answered_by_its_state(market: Market) -> None:
    found = compare(market, Asked(SWE, AUSTIN, "senior"))
    assert found.premium is None
    assert [near.place for near in found.nearest] == ["Texas"]


def test_the_nearest_are_one_here_and_one_elsewhere(market: Market) -> None:
    found = compare(market, Asked("backend-engineer", SF, "staff"))
    assert [(near.role, near.place, near.level) for near in found.nearest] == [
        (SWE, "San Francisco, CA", "all"),
        (SWE, "United States", "staff"),
    ]


def test_a_side_of_nineteen_is_no_side(market: Market) -> None:
    found = compare(market, Asked("product-manager", CALIFORNIA))
    assert found.premium is None
    assert found.counted is not None
    assert found.counted.n == 50


@pytest.mark.parametrize(
    ("asked", "note"), [(Asked(SWE, "GB"), "abroad"), (Asked("ai-engineer", SF), "ai_role")]
)
def test_what_cannot_be_compared_says_why(market: Market, asked: Asked, note: str) -> None:
    assert compare(market, asked).note == note


def test_an_id_of_no_table_is_an_error(market: Market) -> None:
    with pytest.raises(KeyError):
        compare(market, Asked("astronaut"))


@pytest.mark.parametrize(
    "company",
    ["Databricks", "databricks", "DATABRICKS, INC.", "Databricks Inc", "Data Bricks", "databricks llc"],
)
def test_a_company_is_found_by_the_letters_of_its_name(market: Market, company: str) -> None:
    band = own(market, company, Asked(SWE, SF, "senior")).band
    assert band is not None
    assert (band.level, band.n) == ("senior", 12)


@pytest.mark.parametrize("company", ["", "Inc.", "日本", "x" * 100_000, "'; DROP TABLE bands; --"])
def test_a_company_nobody_knows_has_no_band(market: Market, company: str) -> None:
    found = own(market, company, Asked(SWE))
    assert (found.band, found.filing) == (None, None)


def test_filings_are_those_of_the_state_else_of_the_country(market: Market) -> None:
    there = own(market, "Databricks", Asked(SWE, SF)).filing
    elsewhere = own(market, "Databricks", Asked(SWE, AUSTIN)).filing
    assert there is not None
    assert elsewhere is not None
    assert (there.place, there.n, there.year) == ("California", 40, "2024")
    assert (elsewhere.place, elsewhere.n) == ("United States", 55)


def test_a_wage_of_the_bureau_has_no_weekly_change(market: Market) -> None:
    found = quote(market, Asked("marketing-manager", AUSTIN)).quote
    assert found is not None
    assert found.place == "Austin, TX"
    assert changes(market, found) == ()
    measured = quote(market, Asked(SWE, SF, "senior")).quote
    assert measured is not None
    assert [change.weeks for change in changes(market, measured)] == [1, 12]


def test_nothing_stands_for_the_country_as_a_place(market: Market) -> None:
    assert compare(market, Asked(SWE, US)).premium == compare(market, Asked(SWE)).premium
