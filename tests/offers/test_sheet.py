"""The sheet of an offer: a row a term with what it comes to, and a row a year."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.offer import Benefit, Offer
from bot.offers.sheet import Row, Years, rows_of, years_of
from bot.offers.worth.table import worth_of

FULL = Offer(
    currency="USD", base_amount=185_000, bonus_pct=15, sign_on=50_000, sign_on_y1=30_000, sign_on_y2=20_000,
    equity_kind="rsu", equity_units=4_000, share_price=52, vest_years=4, cliff_months=12,
    vest_schedule="quarterly", deadline="2026-09-12", pto_days=20,
)  # fmt: skip


def rows(offer: Offer) -> dict[str, Row]:
    return {row.term: row for row in rows_of(offer, worth_of(offer))}


def years(offer: Offer, *, whole: bool = False) -> Years:
    found = years_of(worth_of(offer), whole=whole)
    assert found is not None
    return found


def heads(table: Years) -> list[str]:
    return [column.what for column in table.columns]


def test_a_row_a_term_in_the_order_a_person_looks_for_them() -> None:
    found = rows(FULL)
    assert list(found) == ["base", "bonus", "sign_on", "equity", "deadline", "besides"]
    assert found["sign_on"].said == {"sign_on": 50_000, "sign_on_y1": 30_000, "sign_on_y2": 20_000}
    assert found["besides"].said == {"pto_days": 20}


def test_what_takes_arithmetic_is_worked_out_and_nothing_else() -> None:
    found = rows(FULL)
    bonus, equity = found["bonus"].comes_to, found["equity"].comes_to
    assert bonus is not None
    assert equity is not None
    assert (bonus.amount, equity.amount) == (27_750, 208_000)
    assert [found[term].comes_to for term in ("base", "sign_on", "deadline")] == [None, None, None]


def test_pay_by_the_hour_comes_to_a_year_at_its_hours() -> None:
    base = rows(Offer(base_amount=62.5, base_period="hour", hours_per_week=20))["base"]
    assert base.comes_to is not None
    assert base.comes_to.amount == 65_000
    assert base.said == {"base_amount": 62.5, "base_period": "hour", "hours_per_week": 20}


def test_yearly_equity_comes_to_its_years() -> None:
    equity = rows(Offer(equity_kind="rsu", equity_value_per_year=20_000, vest_years=6))["equity"]
    assert equity.comes_to is not None
    assert equity.comes_to.amount == 120_000


def test_none_said_is_a_row_and_nothing_said_is_none() -> None:
    none = Offer(base_amount=150_000, bonus_pct=0, sign_on=0, equity_kind="none")
    assert list(rows(none)) == ["base", "bonus", "sign_on", "equity"]
    assert rows(Offer()) == {}


def test_a_grant_is_in_its_own_currency() -> None:
    offer = Offer(currency="INR", base_amount=4_500_000, equity_kind="rsu", equity_value=60_000,
                  equity_currency="USD")  # fmt: skip
    assert (rows(offer)["base"].currency, rows(offer)["equity"].currency) == ("INR", "USD")


def test_a_row_a_year_with_its_sum() -> None:
    table = years(FULL)
    assert heads(table) == ["base", "bonus", "sign_on", "grant", "total"]
    assert [row.year for row in table.rows] == [1, 2, 3, 4]
    assert table.rows[0].amounts == (185_000, 27_750, 30_000, 52_000, 294_750)
    assert table.rows[3].amounts == (185_000, 27_750, 0, 52_000, 264_750)
    assert table.four_years == (740_000, 111_000, 50_000, 208_000, 1_109_000)
    assert (table.alike, table.after, table.months) == (False, 0, None)


def test_every_year_the_same_is_told() -> None:
    assert years(Offer(base_amount=100_000, bonus_pct=10)).alike
    sixths = Offer(base_amount=1, equity_kind="rsu", equity_value=100_000, vest_years=6)
    assert years(sixths, whole=True).alike  # a sixth six times over is no whole number


def test_a_bare_base_has_no_years() -> None:
    assert years_of(worth_of(Offer(base_amount=100_000))) is None
    assert years_of(worth_of(Offer(total_comp=300_000))) is None
    assert years_of(worth_of(Offer())) is None


def test_equity_alone_is_worth_its_years_where_they_differ() -> None:
    table = years(Offer(equity_kind="rsu", equity_value=100_000, vest_schedule="33/33/22/12"))
    assert heads(table) == ["grant"]
    assert [row.amounts for row in table.rows] == [(33_000,), (33_000,), (22_000,), (12_000,)]


def test_currencies_are_never_added() -> None:
    table = years(
        Offer(currency="INR", base_amount=4_500_000, bonus_pct=10, equity_kind="rsu", equity_value=60_000,
              equity_currency="USD")
    )  # fmt: skip
    assert [(column.what, column.currency) for column in table.columns] == [
        ("base", "INR"), ("bonus", "INR"), ("grant", "USD"), ("cash", "INR"),
    ]  # fmt: skip
    assert table.rows[0].amounts == (4_500_000, 450_000, 15_000, 4_950_000)


def test_a_contract_has_the_years_it_lasts() -> None:
    table = years(Offer(base_amount=120_000, term_months=18))
    assert [row.amounts for row in table.rows] == [(120_000,), (60_000,)]
    assert (table.months, table.four_years) == (18, (180_000,))
    intern = years(Offer(base_amount=8_000, base_period="month", term_months=3))
    assert [row.amounts for row in intern.rows] == [(24_000,)]


def test_what_vests_later_is_told_and_shown_in_the_whole_table() -> None:
    six = Offer(base_amount=150_000, equity_kind="rsu", equity_value=120_000, vest_years=6)
    assert years(six).after == 40_000
    whole = years(six, whole=True)
    assert [row.year for row in whole.rows] == [1, 2, 3, 4, 5, 6]
    assert (whole.after, whole.four_years[-1]) == (0, 680_000)


def test_options_and_percents_are_in_no_column() -> None:
    for kind in ("options", "percent"):
        offer = Offer(base_amount=150_000, bonus_pct=10, equity_kind=kind, equity_pct=0.1, equity_value=9e6)
        assert heads(years(offer)) == ["base", "bonus", "total"]


FIGURES = st.none() | st.sampled_from([0.0, 0.5, 1.0, 15.0, 40_000.0, 185_000.0, 1e12]) | st.floats(0, 1e9)


@pytest.mark.parametrize("whole", [False, True])
@given(
    base=FIGURES, bonus=FIGURES, sign_on=FIGURES, first=FIGURES, value=FIGURES, vest=FIGURES, term=FIGURES,
    period=st.sampled_from([None, "hour", "day", "month", "year"]),
    kind=st.sampled_from([None, "rsu", "options", "percent", "none", "other"]),
    schedule=st.none() | st.text(max_size=30),
)  # fmt: skip
def test_any_offer_has_a_sheet_whose_columns_add_up(whole: bool, **said: Any) -> None:
    offer = Offer(
        base_amount=said["base"], base_period=said["period"], bonus_pct=said["bonus"],
        sign_on=said["sign_on"], sign_on_y1=said["first"], equity_kind=said["kind"],
        equity_value=said["value"], vest_years=said["vest"], vest_schedule=said["schedule"],
        term_months=said["term"],
    )  # fmt: skip
    worth = worth_of(offer)
    json.dumps([asdict(row) for row in rows_of(offer, worth)], allow_nan=False)
    table = years_of(worth, whole=whole)
    if table is not None:
        json.dumps(asdict(table), allow_nan=False)
        for row in table.rows:
            assert len(row.amounts) == len(table.columns)
            if table.columns[-1].what == "total":
                assert row.amounts[-1] == pytest.approx(sum(row.amounts[:-1]), abs=1)


def test_benefits_have_a_row_and_no_column() -> None:
    car = Benefit("car", 6_000, 6_000, "money", "year", "USD")
    offer = Offer(base_amount=100_000, bonus_pct=10, benefits=(car,))
    assert rows(offer)["benefits"].said == {"benefits": (car,)}
    assert list(rows(offer)) == ["base", "bonus", "benefits"]
    assert heads(years(offer)) == ["base", "bonus", "total"]
    assert "benefits" not in rows(Offer(base_amount=100_000))
