from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.quote import Quote
from bot.offers.offer import Offer
from bot.playbook.answers import SignAt, final, sign_at
from bot.playbook.counter import counter
from bot.playbook.critique import critique

from .test_counter import ESTIMATE, MARKET, OFFER


def asked(
    amount: float, offer: Offer = OFFER, quote: Quote | None = MARKET, floor: float | None = None
) -> SignAt:
    judged = critique(offer, quote, floor)
    plan = counter(offer, judged, quote)
    assert plan is not None
    return sign_at(amount, offer, plan, judged, quote)


def test_yes_only_at_the_median_and_the_floor() -> None:
    assert asked(200_000).code == "yes"
    assert asked(199_000).code == "ask"
    assert asked(199_000).condition == 200_000
    assert asked(205_000, floor=210_000).code == "under_floor"
    assert asked(210_000, floor=210_000).code == "yes"


def test_under_the_floor_the_condition_clears_it() -> None:
    said = asked(190_000, floor=203_400)
    assert (said.code, said.condition) == ("under_floor", 214_000)


def test_less_than_the_offer_at_hand_is_no_step() -> None:
    said = asked(170_000)
    assert (said.code, said.condition) == ("no_more", 180_000)


def test_the_counters_number_under_the_median_wants_the_rest_beside_it() -> None:
    low = replace(OFFER, base_amount=150_000)
    said = asked(185_000, low)
    assert (said.code, said.beside) == ("sign_on", 15_000)
    assert asked(175_000, low).condition == 180_000


@pytest.mark.parametrize("quote", [None, ESTIMATE])
def test_without_a_median_the_counters_number_is_the_measure(quote: Quote | None) -> None:
    assert asked(198_000, quote=quote) == SignAt("yes", 198_000, None, None)
    assert asked(190_000, quote=quote).code == "ask"


def test_pay_by_the_hour_is_answered_by_the_hour() -> None:
    hourly = Offer(base_amount=80, base_period="hour")
    said = asked(90, hourly)
    assert (said.code, said.condition) == ("ask", 96)
    assert said.median == pytest.approx(200_000 / 2080)
    assert asked(97, hourly).code == "yes"


@given(st.integers(100, 400), st.integers(0, 100), st.none() | st.integers(100, 300))
def test_a_higher_number_never_turns_a_yes_into_a_no(amount: int, more: int, floor: int | None) -> None:
    least = floor * 1000.0 if floor else None
    if asked(amount * 1000.0, floor=least).code == "yes":
        assert asked((amount + more) * 1000.0, floor=least).code == "yes"


@pytest.mark.parametrize(
    ("base", "floor", "code"),
    [
        (180_000, None, "open"),
        (200_000, None, "take"),
        (230_000, None, "take"),
        (230_000, 240_000, "walk"),
    ],
)
def test_a_final_offer_is_weighed_by_floor_and_median(base: float, floor: float | None, code: str) -> None:
    assert final(critique(replace(OFFER, base_amount=base), MARKET, floor)).code == code


def test_a_final_offer_without_a_median_is_theirs_to_weigh() -> None:
    assert final(critique(OFFER, None, None)).code == "unknown"
    assert final(critique(OFFER, ESTIMATE, None)).code == "unknown"
