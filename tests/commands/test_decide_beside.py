"""`/decide` where an answer gives more than pay, goes past the ask, or is the last word; the notes."""

from __future__ import annotations

import pytest

from bot.playbook.answered import Beside
from bot.turn import Reply
from tests.conftest import Say

SALES = "Offer: Account Executive, Mid-Market at Ramp, New York. Base $95,000, OTE $190,000, 0.02% options"
HEADS = "Offer: Director of engineering at Glean, San Francisco, base 290k, 0.6%"
OPTIONS = (
    "Offer from Hex for Analytics Engineer, San Francisco: $170k base, 12,000 options at $4.10 strike, "
    "$15k sign on."
)
PERCENT = "Offer: Software Engineer at Hollow, Austin, 140k base, 0.3% in options"
NURSE = (
    "/offer Registered nurse at Mercy, Boston, $44/hr, 36 hours, night differential $4 an hour, "
    "$8k sign-on with a 2 year commitment"
)
DRIVER = "/offer CDL driver, Prairie Freight, Omaha, 62 cents per mile, about 2500 miles a week, $3k sign-on"
COOK = "/offer Line cook at Harbor Grill, Portland OR, $22/hr, 35 hours"
MANAGER = "/offer Engineering Manager at Northwind Cloud, Seattle. Base $165k"


def note(reply: Reply) -> str:
    """What is to be sent."""
    assert reply.file is not None
    assert isinstance(reply.file.content, str)
    return reply.file.content


def test_a_ramp_and_a_draw_are_a_move_and_stand_in_the_yes(say: Say) -> None:
    say(SALES)
    say("/counter")
    first = say("They said no to a higher base but offered a 3 month ramp").facts.decision
    assert (first.answer, first.beside) == ("moved", (Beside("ramp", 3, "month"),))
    say("they said no to base but added a guaranteed draw for 6 months")
    letter = note(say("/decide accept"))
    assert "A ramp of 3 months" in letter
    assert "A guaranteed draw for 6 months" in letter


def test_severance_and_a_whole_vacation_are_kept_as_said(say: Say) -> None:
    say(HEADS)
    say("/counter")
    facts = say("they came back with 305k base, 0.8%, and 6 months severance").facts
    assert (facts.offer.base_amount, facts.offer.equity_pct) == (305_000, 0.8)
    assert Beside("severance", 6, "month") in facts.decision.beside
    reply = say("/decide they gave me 20 days vacation")
    assert "20 more days" not in reply.text
    letter = note(say("/decide accept"))
    assert letter.count("vacation") == letter.count("20 days of vacation a year") == 1
    assert "20 days off" not in letter
    assert "6 months of severance" in letter


def test_what_they_add_later_leads_over_an_earlier_move(say: Say) -> None:
    say(HEADS)
    say("/counter")
    say("they came back with 305k base")
    reply = say("they agreed to 6 months severance")
    assert reply.text.startswith("**Now they add 6 months of severance.** The base stays at $305,000")
    assert reply.facts.decision.alone


def test_a_bare_number_after_an_ask_for_options_counts_options(say: Say) -> None:
    say(OPTIONS)
    say("/counter equity")
    reply = say("they went to 14,000")
    assert reply.facts.offer.equity_units == 14_000
    assert "14,000 of 14,400 options" in reply.text
    assert "shares" not in reply.text
    assert "14,000 options" in note(say("/decide accept"))


def test_past_the_ask_is_said_with_both_figures(say: Say) -> None:
    say(PERCENT)
    say("/counter")
    reply = say("they came back with 148k and 0.4%")
    assert reply.facts.decision.past_ask == pytest.approx(0.04)
    assert "went past your number: 0.4% in options, where you asked for 0.36% in options" in reply.text
    assert "in options" in note(say("/decide accept"))


def test_an_ask_met_to_the_sum_is_not_gone_past(say: Say) -> None:
    say(MANAGER)
    say("/counter 180k")
    decision = say("they said 180k").facts.decision
    assert (decision.answer, decision.past_ask) == ("met", None)


def test_other_terms_made_new_are_named(say: Say) -> None:
    say(NURSE)
    say("/counter 48 an hour")
    reply = say("they said 46.25 and the sign on goes to 10k")
    assert [row.term for row in reply.facts.changed] == ["sign_on"]
    assert "New as well: sign-on $10,000" in reply.text


def test_a_yes_is_in_the_voice_of_who_sends_it_and_names_the_night(say: Say) -> None:
    say(NURSE)
    letter = note(say("/decide accept"))
    assert "night differential $4 an hour" in letter
    assert "if I leave within 24 months" in letter
    assert "if you leave" not in letter


def test_a_driver_accepts_a_rate_by_the_mile(say: Say) -> None:
    say(DRIVER)
    say("/counter")
    reply = say("they said 65 cents a mile")
    assert reply.facts.decision.movement_pct == pytest.approx(100 * 3 / 62)
    assert "65 cents a mile" in reply.text
    assert "- Base: 65 cents a mile, 2,500 miles a week ($1,625 a week)" in note(say("/decide accept"))


def test_an_answer_on_base_is_held_against_the_base_asked_for(say: Say) -> None:
    say(COOK)
    say("/counter 25 an hour")
    say("/counter base is fixed")
    decision = say("/decide they said 23.50 and thats final").facts.decision
    assert (decision.asked.lever, decision.asked.ask, decision.left) == ("base", 25, 1.5)
    assert decision.final


def test_another_employers_base_ask_is_never_held_against_this_one(say: Say) -> None:
    say(COOK)
    say("/counter 25 an hour")
    say("/offer Barista at Fern, Portland OR, $18/hr, 35 hours")
    say("/counter base is fixed")
    assert say("/decide they said 19").facts.decision.asked.base_ask is None


def test_after_a_last_word_the_counter_says_so_first(say: Say) -> None:
    say(MANAGER)
    say("they said 172 final")
    reply = say("/counter")
    assert reply.text.startswith("**They called it final, so there is no second round on base.**")
    assert reply.facts.counter is None
    assert say("/counter 190k").facts.counter.ask == 190_000


def test_after_a_counter_and_a_last_word_too(say: Say) -> None:
    say(MANAGER)
    say("/counter 190k")
    say("they said 172k and that is their final offer")
    reply = say("/counter")
    assert "They called it final" in reply.text.splitlines()[0]
    assert "$190,000 base, once" in reply.text


def test_a_plain_no_without_a_counter_leaves_one_to_write(say: Say) -> None:
    say(MANAGER)
    say("/decide they won't move")
    assert say("/counter").facts.counter is not None


def test_an_offer_taken_back_has_nothing_to_counter(say: Say) -> None:
    say(MANAGER)
    say("/counter")
    say("they rescinded the offer")
    assert "took this offer back" in say("/counter").text
    reply = say("it's back on the table at 170k")
    assert reply.facts.offer.base_amount == 170_000
    assert "stands again" in reply.text.splitlines()[0]
    assert "$170,000" in note(say("/decide accept"))


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ("more time until next fri", "Could I give you my answer by next Friday?"),
        ("more time till weds", "Could I give you my answer by Wednesday?"),
        ("i need another week", "Could I have one more week to decide?"),
        ("more time until tomorrow", "Could I give you my answer by [the day you want]?"),
        ("they want it by monday, can i get more time", "Could I give you my answer by [the day you want]?"),
    ],
)
def test_the_day_asked_for(say: Say, wish: str, sentence: str) -> None:
    say(MANAGER)
    assert sentence in note(say(f"/decide {wish}"))


def test_a_review_agreed_to_is_an_answer(say: Say) -> None:
    say("/offer contract Data Engineer at Apex Staffing, Charlotte NC, $88/hr, 40 hours a week, 12 months")
    say("/counter the rate is fixed")
    facts = say("they said yes to the review after 6 months").facts
    assert facts.decision.beside == (Beside("review", 6, "month"),)


@pytest.mark.parametrize(
    ("said", "base"),
    [
        ("recruiter: we can stretch to 146 and a $2,500 learning budget", 146_000),
        ("she got me 148k!!", 148_000),
        ("new number from them: 149k, 12% bonus", 149_000),
        ("they came down to 138k", 138_000),
        ("partner says the band is lockstep but they'd pay 10k for moving", 140_000),
        ("chef said 145 plus health insurance after 60 days", 145_000),
        ("sie bieten 147.000", 147_000),
    ],
)
def test_whoever_answers_a_counter_is_heard(say: Say, said: str, base: float) -> None:
    say("/offer Software Engineer at Hollow, Austin, 140k base, 10% bonus")
    say("/counter")
    reply = say(said)
    assert reply.intent == "decide"
    assert reply.facts.offer.base_amount == base


@pytest.mark.parametrize(
    "said",
    [
        "they offer a 401k match, how much should i put in",
        "they'd want me to relocate, what should i ask for",
        "my manager offered 150k to stay",
    ],
)
def test_what_is_told_to_ask_of_it_or_of_another_job_moves_nothing(say: Say, said: str) -> None:
    say("/offer Software Engineer at Hollow, Austin, 140k base, 10% bonus")
    say("/counter")
    say(said)
    assert say("/decide accept").facts.offer.base_amount == 140_000


def test_an_offer_to_stay_is_no_answer_of_the_new_employer(say: Say) -> None:
    say("/offer Software Engineer at Hollow, Austin, 140k base, 10% bonus")
    say("/counter")
    reply = say("my current company matched 155k")
    assert reply.text.startswith("**That is what your present employer offers you to stay")
    assert reply.facts.offer.base_amount == 140_000
