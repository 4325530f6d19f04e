"""The parts of an answer: the day wanted, a number in the unit of the ask, pay by the mile, a last word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.replied import replied
from bot.commands.replying.notes import Until, until_in, wish_of
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.playbook.decide import Sent

OPTIONS = Offer(
    company="Hex",
    base_amount=170_000,
    base_period="year",
    currency="USD",
    sign_on=15_000,
    equity_kind="options",
    equity_units=12_000,
)
SELLS = Offer(company="Ramp", base_amount=95_000, base_period="year", currency="USD", ote_low=190_000)
DRIVES = Offer(
    company="Prairie Freight",
    base_amount=1_550,
    base_period="week",
    currency="USD",
    mile_rate=0.62,
    miles_per_week=2_500,
)


def after(offer: Offer, lever: str, ask: float, said: str) -> Offer:
    sent = Sent(lever, ask, None, "year", offer.base_amount or 0, company=offer.company or "")  # type: ignore[arg-type]
    return replied(said, Case(offer=offer, sent=sent)).over(offer)


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("more time until next friday", Until("next friday")),
        ("i need until next fri", Until("next fri")),
        ("more time till the end of the week", Until("the end of the week")),
        ("an extension until end of next week", Until("the end of next week")),
        ("time to decide until the 5th of december", Until("the 5th of december")),
        ("more time until tomorrow", Until()),
        ("can i get another week", Until(longer="one more week")),
        ("two more weeks please", Until(longer="2 more weeks")),
        ("a few more days", Until(longer="a few more days")),
        ("they want an answer by monday, i need more time", Until()),
        ("more time", Until()),
    ],
)
def test_until_when(said: str, until: Until) -> None:
    assert until_in(said) == until
    assert wish_of(said) == "time"


def test_days_of_vacation_are_no_time_to_decide() -> None:
    assert wish_of("they gave me 2 more weeks of vacation") == ""


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("they went to 14,000", 14_000),
        ("they came up to 14k", 14_000),
        ("they said 13,500", 13_500),
        ("they can do 1,500 more", 13_500),
    ],
)
def test_a_bare_number_answers_in_the_unit_of_the_ask(said: str, units: float) -> None:
    now = after(OPTIONS, "equity_units", 14_400, said)
    assert (now.equity_units, now.base_amount) == (units, 170_000)


def test_a_number_nearer_to_the_base_is_a_base() -> None:
    now = after(OPTIONS, "equity_units", 14_400, "they said 180k")
    assert (now.equity_units, now.base_amount) == (12_000, 180_000)


def test_a_sign_on_asked_for_is_answered_by_a_sum() -> None:
    assert after(OPTIONS, "sign_on", 34_000, "they gave me 25k").sign_on == 25_000
    assert after(OPTIONS, "sign_on", 34_000, "they can do 5k more").sign_on == 20_000
    assert after(OPTIONS, "sign_on", 34_000, "they said 25 on the base").sign_on == 15_000


def test_pay_at_target_asked_for_is_answered_by_a_sum() -> None:
    now = after(SELLS, "ote", 209_000, "they said 200k")
    assert (now.ote_low, now.base_amount) == (200_000, 95_000)


@pytest.mark.parametrize("said", ["they can do 168 ote with a 6 month draw", "168k OTE and 2 weeks off"])
def test_a_time_beside_pay_at_target_is_no_second_sum(said: str) -> None:
    now = after(SELLS, "base", 105_000, said)
    assert (now.ote_low, now.base_amount) == (168_000, 95_000)


@pytest.mark.parametrize("said", ["they said 65 cents a mile", "65 cpm", "they went to $0.65 per mile"])
def test_a_rate_by_the_mile_moves_the_week(said: str) -> None:
    now = after(DRIVES, "base", 1_700, said)
    assert (now.mile_rate, now.base_amount, now.base_period) == (0.65, 1_625, "week")


def test_a_sign_on_beside_a_rate_by_the_mile_is_kept() -> None:
    assert after(DRIVES, "base", 1_700, "they said 65 cents a mile and a 5k sign on").sign_on == 5_000


def test_pay_by_the_week_takes_the_place_of_a_rate() -> None:
    now = after(DRIVES, "base", 1_700, "they said $1,650 a week")
    assert (now.mile_rate, now.base_amount) == (None, 1_650)


def test_more_days_off_take_nothing_from_those_offered() -> None:
    has = Offer(company="Brandt", base_amount=78_000, base_period="year", currency="EUR", pto_days=30)
    now = after(has, "base", 86_000, "they offer 82k and 5 extra days of vacation")
    assert (now.pto_days, now.base_amount) == (30, 82_000)


def test_a_bonus_taken_back_to_a_percent_is_not_gone() -> None:
    has = Offer(company="Notion", base_amount=185_000, base_period="year", currency="USD", bonus_pct=15)
    assert after(has, "base", 204_000, "they took the bonus back to 10%").bonus_pct == 10


@pytest.mark.parametrize(
    ("said", "final"),
    [
        ("they said 175 and that's the max the client pays", True),
        ("175k is the most they can do", True),
        ("max they can do is 175", True),
        ("175, thats it", True),
        ("the scale is fixed but they can put me on 175", False),
        ("they said 175", False),
    ],
)
def test_a_no_before_a_but_is_no_last_word(said: str, final: bool) -> None:
    case = Case(offer=OPTIONS)
    answer = replied(said, case)
    assert (answer.final, answer.over(OPTIONS).base_amount) == (final, 175_000)


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(said: str) -> None:
    sent = Sent("equity_units", 14_400, 12_000, "year", 170_000, company="Hex")
    assert replied(said, Case(offer=OPTIONS, sent=sent)).over(OPTIONS).company == "Hex"
