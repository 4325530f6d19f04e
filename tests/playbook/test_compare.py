"""Offers side by side: sums worked out by hand, who is ahead of what, and what can't be put in one sum."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.offer import Offer
from bot.offers.worth.table import worth_of
from bot.playbook.compare import Comparison, Entry, Side, compare

A = Offer(company="Acme", currency="USD", base_amount=180_000, base_period="year")
B = Offer(company="Globex", currency="USD", base_amount=200_000, base_period="year")


def side_by_side(*offers: Offer, dilution: float = 0.0) -> Comparison:
    entries = [Entry(each.company or f"Offer {n}", each, worth_of(each)) for n, each in enumerate(offers, 1)]
    return compare(entries, dilution_pct=dilution)


def side(offer: Offer) -> Side:
    return side_by_side(offer, B).sides[0]


def codes(offer: Offer) -> dict[str, tuple[float, ...]]:
    return {risk.code: risk.numbers for risk in side(offer).risks}


def test_back_loaded_equity_with_a_sign_on_in_two_parts() -> None:
    offer = replace(
        A, equity_kind="rsu", equity_value=200_000, vest_schedule="5/15/40/40", sign_on_y1=50_000,
        sign_on_y2=30_000,
    )  # fmt: skip
    found = side(offer)
    assert found.cash == (180_000 + 50_000, 180_000 + 30_000, 180_000, 180_000)
    assert found.equity == pytest.approx((10_000, 30_000, 80_000, 80_000))
    assert found.both == pytest.approx((240_000, 240_000, 260_000, 260_000))
    assert found.cash_four == 4 * 180_000 + 80_000
    assert found.both_four == pytest.approx(1_000_000)
    assert codes(offer)["back_loaded"] == (20,)  # 5 + 15


def test_a_grant_front_loaded_by_thirds() -> None:
    offer = replace(A, equity_kind="rsu", equity_value=100_000, vest_schedule="33/33/22/12")
    assert side(offer).equity == pytest.approx((33_000, 33_000, 22_000, 12_000))
    assert "back_loaded" not in codes(offer)
    assert codes(offer)["handcuffs"] == pytest.approx((34_000,))  # 22 + 12
    assert codes(offer)["grant_over"] == pytest.approx((12_000, 5))


def test_a_grant_over_three_years_is_paid_in_three() -> None:
    offer = replace(A, equity_kind="rsu", equity_value=90_000, vest_years=3)
    assert side(offer).equity == pytest.approx((30_000, 30_000, 30_000, 0))
    assert codes(offer)["grant_over"] == pytest.approx((30_000, 4))


def test_a_grant_over_five_years_counts_four_of_them() -> None:
    offer = replace(A, equity_kind="rsu", equity_value=100_000, vest_years=5)
    assert side(offer).equity_four == pytest.approx(80_000)


def test_an_even_grant_behind_a_cliff_of_eighteen_months() -> None:
    offer = replace(A, equity_kind="rsu", equity_value=96_000, vest_years=4, cliff_months=18)
    assert side(offer).equity == pytest.approx((0, 48_000, 24_000, 24_000))
    assert codes(offer)["cliff"] == pytest.approx((18, 36_000))
    one, two = side(offer).leaving
    assert (one.equity, two.equity) == pytest.approx((0, 48_000))


def test_leaving_early_pays_a_sign_on_back() -> None:
    offer = replace(A, sign_on=40_000, clawback_months=24)
    one, two = side(offer).leaving
    assert (one.cash, one.cash - one.kept, one.kept) == (220_000, 40_000, 180_000)
    assert (two.cash, two.cash - two.kept, two.kept) == (400_000, 0, 400_000)  # the 24 months are over
    assert codes(offer)["clawback"] == (40_000, 24)
    assert "clawback" not in codes(replace(offer, clawback_months=None))
    assert codes(replace(offer, clawback_months=None))["payback_unknown"] == (40_000,)


def test_a_bonus_is_cash_and_said_to_hang_on_targets_from_a_fifth_on() -> None:
    offer = replace(A, base_amount=100_000, bonus_pct=25)
    assert side(offer).cash == (125_000,) * 4
    assert codes(offer)["variable"] == pytest.approx((20,))  # 25 of 125
    assert "variable" not in codes(replace(offer, bonus_pct=24))


def test_on_target_earnings_count_at_target() -> None:
    offer = replace(A, base_amount=120_000, ote_low=240_000, ote_high=240_000)
    assert side(offer).cash_four == 4 * 240_000
    assert codes(offer)["variable"] == pytest.approx((50,))
    assert side_by_side(offer, B).differences == ("variable",)


def test_options_under_water_are_in_no_sum() -> None:
    offer = replace(A, equity_kind="options", equity_units=10_000, strike=4.0, share_price=2.5)
    found = side(offer)
    assert (found.equity_four, found.both_four) == (0, 720_000)
    assert codes(offer)["under_water"] == (4.0, 2.5)
    assert "private" in codes(offer)


def test_who_is_ahead_of_what() -> None:
    first = replace(A, sign_on=50_000)  # 230, 180, 180, 180 = 770 in cash
    second = replace(B, base_amount=170_000, equity_kind="rsu", equity_value=200_000, vest_years=4)
    found = side_by_side(first, second)  # 170 and 50 of equity each year = 880
    assert found.four_years is not None
    assert (found.four_years.name, found.four_years.by) == ("Globex", 110_000)
    assert found.first_year is not None
    assert (found.first_year.name, found.first_year.by) == ("Acme", 10_000)
    assert found.cash is not None
    assert (found.cash.name, found.cash.by) == ("Acme", 90_000)


def test_the_one_behind_is_told_what_would_match() -> None:
    (level,) = side_by_side(A, B).levels
    assert (level.name, level.to) == ("Acme", "Globex")
    assert level.four_years.gap == 80_000
    assert level.four_years.base is not None
    assert level.four_years.base.becomes == 200_000
    assert level.four_years.sign_on is not None
    assert level.four_years.sign_on.more == 80_000
    assert level.first_year.sign_on is not None
    assert level.first_year.sign_on.more == 20_000


def test_of_three_each_is_held_against_the_first() -> None:
    third = replace(A, company="Initech", base_amount=210_000)
    found = side_by_side(A, B, third)
    assert [(each.name, each.to, each.four_years.gap) for each in found.levels] == [
        ("Acme", "Initech", 120_000),
        ("Globex", "Initech", 40_000),
    ]
    assert found.four_years is not None
    assert (found.four_years.next, found.four_years.by) == ("Globex", 40_000)


def test_rupees_and_dollars_are_put_in_no_sum() -> None:
    rupees = replace(A, currency="INR", base_amount=6_000_000)
    found = side_by_side(rupees, B)
    assert (found.four_years, found.first_year, found.cash, found.levels) == (None, None, None, ())
    assert [each.barriers for each in found.sides] == [(), ("currency",)]
    assert found.sides[0].cash_four == 24_000_000


def test_of_three_the_one_in_other_money_stands_apart() -> None:
    pounds = replace(A, company="Hooli", currency="GBP")
    found = side_by_side(pounds, A, B)
    assert [each.barriers for each in found.sides] == [("currency",), (), ()]
    assert found.four_years is not None
    assert found.four_years.name == "Globex"


def test_a_contract_of_six_months_is_no_match_for_four_years() -> None:
    contract = replace(
        A, base_amount=90, base_period="hour", hours_per_week=40, term_months=6, employment_type="contract"
    )
    found = side_by_side(contract, B)
    assert found.sides[0].cash == (93_600, 0, 0, 0)  # 90 x 40 x 52 / 2
    assert found.sides[0].barriers == ("length",)
    assert found.four_years is None
    assert found.differences == ("contract",)
    assert codes(contract)["ends"] == (6,)


def test_equity_in_other_money_is_in_no_total() -> None:
    offer = replace(A, equity_kind="rsu", equity_value=100_000, equity_currency="EUR", vest_years=4)
    found = side(offer)
    assert (found.equity_currency, found.equity_four, found.both_four) == ("EUR", 100_000, 720_000)
    assert [each.kept for each in found.leaving] == [180_000, 360_000]
    assert side_by_side(offer, B).differences == ("equity_currency",)


def test_an_offer_without_a_base_is_not_compared() -> None:
    found = side_by_side(replace(A, base_amount=None, sign_on=10_000), B)
    assert found.sides[0].barriers == ("no_pay",)
    assert found.sides[0].leaving == ()
    assert found.four_years is None


def test_hours_levels_and_places_that_differ_are_named() -> None:
    part = replace(A, hours_per_week=24)
    entries = [
        Entry("Acme", part, worth_of(part), "senior", "0041860"),
        Entry("Globex", B, worth_of(B), "staff", "0042660"),
    ]
    assert compare(entries).differences == ("hours", "level", "place")
    assert compare([entries[0], replace(entries[1], level=None, place=None)]).differences == ("hours",)


def test_one_offer_is_no_comparison() -> None:
    with pytest.raises(ValueError, match="two"):
        side_by_side(A)


RAISES = st.fixed_dictionaries(
    {
        "base_amount": st.integers(0, 100_000),
        "sign_on": st.integers(0, 100_000),
        "equity_value": st.integers(0, 300_000),
    }
)


@given(RAISES, st.sampled_from(["base_amount", "sign_on", "equity_value"]), st.integers(1, 90_000))
def test_raising_a_term_of_one_never_widens_its_gap(terms: dict[str, int], term: str, more: int) -> None:
    offer = replace(
        A, base_amount=100_000 + terms["base_amount"], sign_on=terms["sign_on"], equity_kind="rsu",
        equity_value=10_000 + terms["equity_value"], vest_years=4,
    )  # fmt: skip
    raised = replace(offer, **{term: getattr(offer, term) + more})
    rival = replace(B, base_amount=400_000)
    (before,), (after,) = (side_by_side(each, rival).levels for each in (offer, raised))
    assert before.name == after.name == "Acme"
    assert after.four_years.gap < before.four_years.gap
    assert after.first_year.gap < before.first_year.gap
    for lever in ("base", "sign_on", "equity"):
        assert getattr(after.four_years, lever).more < getattr(before.four_years, lever).more


@given(st.permutations([A, B, replace(A, company="Initech", base_amount=190_000)]))
def test_the_order_they_stand_in_decides_nothing(offers: list[Offer]) -> None:
    found = side_by_side(*offers)
    assert found.four_years is not None
    assert (found.four_years.name, found.four_years.next, found.four_years.by) == (
        "Globex",
        "Initech",
        40_000,
    )
    assert {each.name for each in found.levels} == {"Acme", "Initech"}
