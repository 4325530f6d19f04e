"""What holds of every offer a reader might hand over, sensible or not."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass, replace
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.offers.offer import EquityKind, Offer, Period
from bot.offers.worth.arithmetic import makes
from bot.offers.worth.shapes import Figure
from bot.offers.worth.table import worth_of

from .test_vesting import ANY_SCHEDULE

WILD = st.sampled_from([0, 0.0, -1, 5e-324, 1e-9, 1e14, 1e300, math.inf, -math.inf, math.nan])
USUAL = st.integers(min_value=0, max_value=2_000_000) | st.floats(min_value=0.01, max_value=500)
NUMBER = st.none() | USUAL
NUMBERS = [name for name, kind in Offer.__annotations__.items() if kind in {"float | None", "int | None"}]
CURRENCY = st.sampled_from([None, "USD", "INR", "EUR"])
WORDS = {
    "currency": CURRENCY,
    "equity_currency": CURRENCY,
    "relocation_currency": CURRENCY,
    "base_period": st.sampled_from([None, *get_args(Period)]),
    "equity_kind": st.sampled_from([None, *get_args(EquityKind)]),
    "vest_schedule": ANY_SCHEDULE,
    "relocation": NUMBER | st.just("yes"),
    "other_equity": st.sampled_from([None, "more"]),
    "refresh": st.sampled_from([None, "yearly"]),
}


def offers(number: st.SearchStrategy[Any]) -> st.SearchStrategy[Offer]:
    return st.fixed_dictionaries({}, optional={**dict.fromkeys(NUMBERS, number), **WORDS}).map(
        lambda terms: Offer(**terms)
    )


def figures(value: object) -> Iterator[Figure]:
    if isinstance(value, Figure):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from figures(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from figures(each)


@settings(max_examples=300, deadline=None)
@given(offers(NUMBER | WILD), st.lists(st.floats(), max_size=3), st.none() | st.floats())
def test_any_offer_has_a_finite_worth(offer: Offer, exits: list[float], dilution: float | None) -> None:
    worth = worth_of(offer, exits=exits, dilution_pct=dilution)
    json.dumps(asdict(worth), allow_nan=False)
    for figure in figures(worth):
        assert 0 <= figure.low <= figure.amount * (1 + 1e-9) <= figure.high * (1 + 1e-9) ** 2


@settings(max_examples=300, deadline=None)
@given(offers(NUMBER | WILD))
def test_every_figure_is_what_its_last_step_makes(offer: Offer) -> None:
    for figure in figures(worth_of(offer)):
        assert makes(figure.how[-1]) == figure.amount


@settings(max_examples=300, deadline=None)
@given(offers(NUMBER))
def test_the_years_sum_to_the_totals(offer: Offer) -> None:
    worth = worth_of(offer)
    for each in (*worth.lines, worth.cash, worth.equity, worth.total):
        if each is not None:
            assert len(each.years) >= 4
            assert each.four_years.amount == pytest.approx(sum(year.amount for year in each.years[:4]))
    for whole, group in ((worth.cash, "cash"), (worth.equity, "equity")):
        if whole is not None:
            parts = [each.four_years.amount for each in worth.lines if each.group == group]
            assert whole.four_years.amount == pytest.approx(sum(parts))
    if worth.total is not None:
        assert worth.cash is not None
        added = worth.equity is not None and worth.equity.currency == worth.currency
        equity = worth.equity.four_years.amount if added and worth.equity else 0
        assert worth.total.four_years.amount == pytest.approx(worth.cash.four_years.amount + equity)


@settings(max_examples=300, deadline=None)
@given(offers(NUMBER))
def test_a_grant_never_vests_more_than_it_is(offer: Offer) -> None:
    worth = worth_of(offer)
    for each in worth.lines:
        if each.what == "grant" and offer.equity_value is not None and offer.equity_kind != "none":
            assert sum(year.amount for year in each.years) <= offer.equity_value * (1 + 1e-9)
    held = worth.stake
    if held and held.line and held.units:
        assert sum(year.amount for year in held.line.years) <= held.units.amount * (1 + 1e-9)


MORE = (
    "base_amount",
    "bonus_pct",
    "bonus_amount",
    "sign_on",
    "sign_on_y1",
    "sign_on_y2",
    "equity_value",
    "equity_value_per_year",
    "share_price",
    "refresh_value",
)


@settings(max_examples=400, deadline=None)
@given(offers(NUMBER), st.sampled_from([*MORE, "base", "ote"]), st.floats(min_value=1, max_value=3))
def test_more_pay_never_lowers_a_total(offer: Offer, name: str, times: float) -> None:
    raised = {"base": ("base_low", "base_high"), "ote": ("ote_low", "ote_high")}.get(name, (name,))
    more = {field: getattr(offer, field) * times for field in raised if getattr(offer, field) is not None}
    before, after = worth_of(offer).total, worth_of(replace(offer, **more)).total
    if before is not None and more.get("bonus_pct", 0) <= 1000:
        assert after is not None
        assert after.four_years.amount >= before.four_years.amount * (1 - 1e-9)


@settings(max_examples=200, deadline=None)
@given(offers(NUMBER), st.floats(min_value=0, max_value=1e6), st.floats(min_value=0, max_value=100))
def test_no_stake_moves_a_total(offer: Offer, units: float, pct: float) -> None:
    options = replace(offer, equity_kind="options", refresh_value=None)
    more = replace(options, equity_units=units, equity_pct=pct, strike=1, share_price=1000, valuation=1e9)
    before, after = worth_of(options).total, worth_of(more).total
    assert (before and before.four_years.amount) == (after and after.four_years.amount)
