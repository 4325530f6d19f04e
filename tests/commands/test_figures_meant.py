"""What a figure a person says is taken for: shares, a price, a deadline, another offer."""

from __future__ import annotations

import pytest

from bot.offers.offer import Offer
from bot.turn import Reply
from tests.conftest import Say

ADOBE = "Adobe software engineer offer, Seattle: 150k base, 119 RSUs over 4 years"
STRIPE = "Stripe offer: 290k base, 15% bonus, $1.2M RSUs over 4 years, 50k sign-on, software engineer"
STARTUP = "Offer: 160k base, 0.8% equity, software engineer, Austin"
LETTER = (
    "We are delighted to offer you the position of Sales Manager at Harbor Grill in Boston. You will report "
    "to Dana Reed, and your first day is June 3. Please sign and return this letter to accept."
)


def offer(reply: Reply) -> Offer:
    found = getattr(reply.facts, "offer", None)
    assert isinstance(found, Offer), reply.text
    return found


@pytest.mark.parametrize(
    ("said", "price"),
    [
        ("one RSU is worth about $185", 185),
        ("the RSUs are worth $400 each", 400),
        ("the stock is at 150", 150),
        ("the stock trades at $61.50", 61.5),
    ],
)
def test_what_one_share_is_worth_is_its_price(say: Say, said: str, price: float) -> None:
    assert offer(say(ADOBE)).equity_units == 119
    now = offer(say(said))
    assert (now.share_price, now.equity_units, now.equity_value) == (price, 119, None)


def test_a_number_after_rsus_counts_them(say: Say) -> None:
    say(ADOBE)
    now = offer(say("RSUs: 850"))
    assert (now.equity_units, now.equity_value) == (850, None)


def test_a_sum_with_a_k_is_the_grant(say: Say) -> None:
    say(ADOBE)
    assert offer(say("the RSUs are worth 90k")).equity_value == 90_000


def test_a_line_on_the_company_at_hand_changes_what_it_names(say: Say) -> None:
    say(STRIPE)
    now = offer(say("stripe says 310k base and 1.4M"))
    assert (now.base_amount, now.equity_value, now.bonus_pct, now.sign_on) == (310_000, 1_400_000, 15, 50_000)
    assert now.company == "Stripe"


def test_a_line_on_another_company_is_another_offer(say: Say) -> None:
    say(STRIPE)
    now = offer(say("Datadog offers 310k base"))
    assert (now.company, now.sign_on) == ("Datadog", None)


def test_a_percent_of_the_company_and_a_base_change_together(say: Say) -> None:
    say(STARTUP)
    now = offer(say("They went to 1% and 170k"))
    assert (now.equity_pct, now.base_amount, now.bonus_pct) == (1, 170_000, None)


def test_three_terms_in_one_line_change_together(say: Say) -> None:
    say("Account executive at Datadog: base 110k, OTE 220k, New York")
    now = offer(say("base 116k, OTE 232k, plus 10k sign-on"))
    assert (now.base_amount, now.ote_low, now.sign_on) == (116_000, 232_000, 10_000)


def test_a_percent_of_the_company_to_ask_for_is_no_raise(say: Say) -> None:
    say(STARTUP)
    plan = say("/counter ask for 1.2%").facts.counter
    assert (plan.lever, plan.ask, plan.offered, plan.rule) == ("equity_pct", 1.2, 0.8, "theirs")


def test_a_percent_too_large_for_a_share_raises_the_base(say: Say) -> None:
    say(STARTUP)
    plan = say("/counter ask for 10%").facts.counter
    assert (plan.lever, plan.ask) == ("base", 176_000)


@pytest.mark.parametrize(
    ("said", "deadline"),
    [
        ("Offer valid until Friday 5pm ET", "Friday 5pm ET"),
        ("reply within 48 hours", "48 hours"),
        ("answer by next Tuesday", "next Tuesday"),
        ("the offer stays open for 3 days", "3 days"),
    ],
)
def test_by_when_to_answer(say: Say, said: str, deadline: str) -> None:
    say(ADOBE)
    assert offer(say(said)).deadline == deadline


def test_pay_said_after_a_letter_without_it_starts_an_offer_of_its_own(say: Say) -> None:
    say("Deloitte offer: senior consultant, 140k base, 20k sign-on, Chicago")
    asked = say(LETTER)
    assert asked.facts.other == "no_pay"
    new = say("the pay is 32 an hour plus tips")
    assert (offer(new).base_amount, offer(new).base_period) == (32, "hour")
    assert (offer(new).company, offer(new).sign_on) == (None, None)
    assert (new.slots.role, new.slots.place) == ("sales-manager", "Boston, MA")
    assert "Deloitte" in say("/profile").text


def test_a_misspelt_city_among_few_words_is_owned_up_to(say: Say) -> None:
    reply = say("sofware enginer sanfransico senoir with 180k")
    assert (reply.slots.place, reply.slots.amount) == ("San Francisco, CA", 180_000)
    assert "“sanfransico”" in reply.text


def test_an_acceptance_repeats_the_benefits(say: Say) -> None:
    say("RN $41.50/hr, $5/hr night differential, 401k match 4%, Cleveland")
    text = say("/decide accept").text
    assert "night differential $5 an hour, retirement match 4%" in text
