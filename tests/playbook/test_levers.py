"""Every lever's figure by hand, the order they are pulled in, and where there is no figure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.quote import Asked, Quote
from bot.offers.offer import Offer
from bot.offers.worth.table import worth_of
from bot.playbook.critique import critique
from bot.playbook.lever_shapes import Lever
from bot.playbook.levers import levers

OFFER = Offer(
    currency="USD", base_amount=156_000, base_period="year", equity_kind="rsu", equity_value=120_000,
    vest_years=4,
)  # fmt: skip


def quote(p50: float, level: str = "senior") -> Quote:
    return Quote(
        role="software-engineer", place="Seattle, WA", level=level, ai="all", p50=p50, source="parley",
        source_name="Parley index", as_of="2026-08-14", basis="measured", n=40, employers=10,
        asked=Asked("software-engineer", "0042660", level, ai=False),
    )  # fmt: skip


def pulled(offer: Offer = OFFER, own: Quote | None = None, **more: Any) -> dict[str, Lever]:
    found = levers(offer, worth_of(offer), critique(offer, own, None), own, **more)
    return {lever.kind: lever for lever in found}


def test_a_sign_on_is_a_tenth_of_base_over_four_years() -> None:
    found = pulled()["sign_on"]
    assert found.ask == (16_000, 16_000)  # 15,600 rounded up to a thousand
    assert (found.a_year, found.four_years) == ((4_000, 4_000), (16_000, 16_000))


def test_a_sign_on_offered_is_raised_by_a_fifth_where_that_is_more() -> None:
    found = pulled(replace(OFFER, sign_on=50_000))["sign_on"]
    assert (found.ask, found.offered) == ((60_000, 60_000), 50_000)
    assert found.four_years == (10_000, 10_000)
    assert found.a_year == (2_500, 2_500)


def test_what_is_left_behind_sets_the_sign_on() -> None:
    found = pulled(replace(OFFER, sign_on=20_000), leaving=80_000.0)["sign_on"]
    assert (found.ask, found.four_years, found.a_year) == (
        (80_000, 80_000), (60_000, 60_000), (15_000, 15_000),
    )  # fmt: skip
    assert found.how[0].code == "left_behind"


def test_what_is_left_behind_never_lowers_what_to_ask() -> None:
    covered = pulled(replace(OFFER, sign_on=90_000), leaving=80_000.0)["sign_on"]
    assert (covered.ask, covered.how[0].code) == ((108_000, 108_000), "fifth_more")  # 20% more than 90,000
    little = pulled(leaving=5_000.0)["sign_on"]
    assert (little.ask, little.how[0].code) == ((16_000, 16_000), "tenth")


@pytest.mark.parametrize(
    ("terms", "four", "a_year"),
    [
        ({}, (12_000, 24_000), (3_000, 6_000)),
        ({"vest_years": 5.0}, (9_600, 19_200), (2_400, 4_800)),  # four fifths of it vest
        ({"vest_schedule": "5/15/40/40"}, (12_000, 24_000), (3_000, 6_000)),
    ],
)
def test_equity_moves_by_ten_to_twenty_percent(
    terms: dict[str, Any], four: tuple[float, float], a_year: tuple[float, float]
) -> None:
    found = pulled(replace(OFFER, **terms))["equity"]
    assert found.four_years == pytest.approx(four)
    assert found.a_year == pytest.approx(a_year)
    assert found.ask == pytest.approx((132_000, 144_000))


def test_a_stake_moves_in_its_own_unit_and_has_no_sum() -> None:
    percent = pulled(replace(OFFER, equity_kind="percent", equity_value=None, equity_pct=0.1))["equity"]
    assert percent.unit == "percent"
    assert percent.ask == pytest.approx((0.11, 0.12))
    assert (percent.a_year, percent.four_years) == (None, None)
    units = pulled(replace(OFFER, equity_kind="options", equity_value=None, equity_units=5_000))["equity"]
    assert (units.unit, units.four_years) == ("units", None)
    assert units.ask == pytest.approx((5_500, 6_000))


def test_without_equity_there_is_a_question_and_no_refresh() -> None:
    found = pulled(replace(OFFER, equity_kind=None, equity_value=None))
    assert (found["equity"].ask, found["equity"].how) == (None, ())
    assert "refresh" not in found
    assert "acceleration" not in found


def test_what_falls_away_when_the_grant_ends() -> None:
    assert pulled()["refresh"].once == pytest.approx(-30_000)
    late = pulled(replace(OFFER, vest_schedule="5/15/40/40"))["refresh"]
    assert late.once == pytest.approx(-48_000)  # 40% of 120,000


def test_refreshers_that_are_said_are_counted_by_how_they_vest() -> None:
    found = pulled(replace(OFFER, refresh_value=40_000))["refresh"]
    # granted in years 2, 3 and 4, a quarter vesting each year: 10,000 + 20,000 + 30,000
    assert found.four_years == pytest.approx((60_000, 60_000))


def test_weeks_months_and_reviews_of_base() -> None:
    found = pulled()
    assert found["vacation"].a_year == (3_000, 3_000)  # 156,000 / 52
    assert found["vacation"].four_years == (12_000, 12_000)
    assert found["start_date"].once == -13_000  # 156,000 / 12
    assert found["review"].a_year == (7_800, 7_800)  # 5%
    assert found["review"].four_years == (27_300, 27_300)  # for three and a half years
    assert found["severance"].once == 39_000  # three months
    assert found["acceleration"].once == 90_000  # three quarters are unvested after a year


def test_a_title_is_worth_the_next_median_less_this_one() -> None:
    found = pulled(OFFER, quote(150_000), above=quote(190_000, "staff"))["title"]
    assert (found.a_year, found.four_years) == ((40_000, 40_000), (160_000, 160_000))
    for above in (None, quote(150_000, "staff"), quote(140_000, "staff")):
        assert pulled(OFFER, quote(150_000), above=above)["title"].a_year is None


def test_base_at_the_market_moves_the_talk_to_equity() -> None:
    assert list(pulled(OFFER, quote(156_000)))[:3] == ["equity", "refresh", "sign_on"]
    assert list(pulled(OFFER, quote(200_000)))[:3] == ["sign_on", "equity", "refresh"]
    assert list(pulled())[:3] == ["sign_on", "equity", "refresh"]
    # what is left behind is the strongest reason there is
    assert next(iter(pulled(OFFER, quote(156_000), leaving=50_000.0))) == "sign_on"


def test_contract_pay_has_fewer_levers() -> None:
    contract = Offer(
        currency="USD", base_amount=75, base_period="hour", hours_per_week=40, term_months=12,
        employment_type="contract",
    )  # fmt: skip
    found = pulled(contract)
    assert list(found) == ["review", "severance", "start_date", "vacation", "remote"]
    assert found["severance"].once == 13_000  # a month of 75 x 40 x 52
    assert found["vacation"].four_years == (3_000, 3_000)  # one year of it
    assert found["review"].four_years == (3_900, 3_900)  # 5% of 156,000 for half a year
    assert "review" not in pulled(replace(contract, term_months=6))


def test_without_a_base_nothing_is_counted_from_it() -> None:
    found = pulled(replace(OFFER, base_amount=None))
    for kind in ("sign_on", "start_date", "vacation", "review", "severance"):
        lever = found[kind]
        assert (lever.a_year, lever.four_years, lever.once, lever.how) == (None, None, None, ())
    assert found["equity"].four_years == (12_000, 24_000)


@given(
    st.integers(30_000, 900_000),
    st.one_of(st.none(), st.integers(0, 900_000)),
    st.one_of(st.none(), st.integers(0, 200_000)),
    st.one_of(st.none(), st.integers(1, 500_000)),
)
def test_every_figure_comes_with_its_working(
    base: int, grant: int | None, sign_on: int | None, leaving: int | None
) -> None:
    offer = replace(OFFER, base_amount=base, equity_value=grant, sign_on=sign_on)
    for lever in pulled(offer, leaving=leaving and float(leaving)).values():
        told = [each for each in (lever.ask, lever.a_year, lever.four_years, lever.once) if each is not None]
        assert bool(told) == bool(lever.how)
        for span in (lever.ask, lever.a_year, lever.four_years):
            assert span is None or 0 <= span[0] <= span[1]
