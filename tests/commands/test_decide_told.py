"""`/decide` as a newcomer tells it: terms set anew, a last word, questions that are no answers, a rival."""

from __future__ import annotations

import pytest

from bot.turn import Reply
from tests.conftest import Say

COUNSEL = (
    "/offer Senior Corporate Counsel at Ledgerline Inc., New York. Base 225,000. Sign-on 30k. "
    "RSUs worth $200,000 over 4 years."
)
MARKETING = "/offer Marketing Manager at Foo Foods, Chicago. base 108k, 10% bonus, sign on 5k"
SALES = "/offer Account Executive at Veltrix, Denver. base $80k, OTE $160k"
DESIGNER = (
    "/offer Senior Product Designer at Loomly Labs, Austin TX. Salary: $145,000. 22,000 stock options, "
    "strike price $1.10, 4yr vest."
)
TOLD = "They answered: base stays at 225, but sign-on goes to 50k and RSU to 280k"


def note(reply: Reply) -> str:
    """What is to be sent."""
    assert reply.file is not None
    assert isinstance(reply.file.content, str)
    return reply.file.content


def test_every_term_they_set_anew_is_in_the_yes(say: Say) -> None:
    say(COUNSEL)
    say("/counter firm")
    offer = say(TOLD).facts.offer
    assert (offer.base_amount, offer.sign_on, offer.equity_value) == (225_000, 50_000, 280_000)
    letter = note(say("/decide accept"))
    assert "$50,000" in letter
    assert "$280,000" in letter
    assert "$30,000" not in letter


def test_a_new_sign_on_alone_is_an_answer(say: Say) -> None:
    say(COUNSEL)
    say("/counter")
    facts = say("they said sign-on goes to 50k").facts
    assert facts.decision.answer == "moved"
    assert facts.offer.sign_on == 50_000


def test_an_answer_told_before_any_counter_changes_the_offer_at_hand(say: Say) -> None:
    say(COUNSEL)
    say(TOLD)
    offer = say("/offer").facts.offer
    assert (offer.company, offer.title) == ("Ledgerline Inc.", "Senior Corporate Counsel")
    assert (offer.base_amount, offer.sign_on, offer.equity_value) == (225_000, 50_000, 280_000)
    assert offer.vest_years == 4


def test_a_letter_that_names_another_job_is_still_an_offer_of_its_own(say: Say) -> None:
    say(COUNSEL)
    say(
        "They answered with a new offer: Associate General Counsel, base 260,000, sign-on 40k, "
        "RSUs worth $300,000 over 4 years"
    )
    assert say("/offer").facts.offer.title == "Associate General Counsel"


@pytest.mark.parametrize("said", ["they say no", "they said nope", "she said they can't", "they declined"])
def test_a_no_in_any_words_is_firm(say: Say, said: str) -> None:
    say(MARKETING)
    say("/counter")
    assert say(said).facts.decision.answer == "firm"


def test_they_did_not_ask_once_who_never_countered(say: Say) -> None:
    say(MARKETING)
    assert "You asked once" not in say("/decide they won't move").text
    say("/counter")
    assert "You asked once" in say("/decide they won't move").text


@pytest.mark.parametrize(
    "said", ["what if they say no", "what do i do if they can't move?", "and if they refuse?"]
)
def test_a_no_that_is_only_supposed_is_prepared_for_and_kept_nowhere(say: Say, said: str) -> None:
    say(MARKETING)
    say("/counter")
    reply = say(said)
    assert (reply.intent, reply.facts.supposed) == ("decide", "no")
    assert "did not move" not in reply.text
    assert "$108,000" in reply.text
    assert say("they came back with 115k").facts.decision.answer == "moved"


@pytest.mark.parametrize("said", ["what if they pull the offer", "can they pull the offer if i counter?"])
def test_an_offer_they_might_pull_is_not_pulled(say: Say, said: str) -> None:
    say(MARKETING)
    say("/counter")
    assert say(said).facts.supposed == "pulled"
    assert "Yes. I am glad to accept" in note(say("/decide accept"))


def test_a_question_to_us_where_an_answer_is_asked_for_is_none_of_theirs(say: Say) -> None:
    say(MARKETING)
    say("/counter 120k")
    say("/decide blue skies")  # leaves the question open
    reply = say("how do i ask for more vacation")
    assert reply.intent == "package"
    assert "They left the base" not in reply.text
    assert not say("/decide how do i ask for more vacation").facts.decision.beside


def test_a_last_word_is_heard_with_the_move_before_it_and_without_a_counter(say: Say) -> None:
    say(MARKETING)
    reply = say("they came back w 112k and sign on 8k, final")
    assert reply.intent == "decide"
    assert reply.facts.decision.final
    assert (reply.facts.offer.base_amount, reply.facts.offer.sign_on) == (112_000, 8_000)
    assert "take it or walk" in reply.text


def test_what_they_moved_before_a_second_counter_is_not_forgotten(say: Say) -> None:
    say(SALES)
    say("/counter")
    say("They said: we can do 85k base, 170k OTE, thats the top of the band")
    say("/counter OTE 180k")
    reply = say("/decide they said 85k base, 170k OTE, and thats top of band")
    assert reply.facts.decision.answer == "firm"
    assert reply.facts.decision.movement_pct == pytest.approx(6.25)
    assert "**They stay at $85,000 a year, 6.2% over their first.**" in reply.text
    assert "no_movement" not in {each.code for each in reply.facts.decision.walk}


def test_a_step_down_from_their_last_number_is_less_though_over_their_first(say: Say) -> None:
    say(SALES)
    say("/counter")
    say("they can do 86k base")
    assert say("/decide they came back with 83k base").facts.decision.answer == "lower"


def test_what_was_asked_for_is_judged_before_the_base(say: Say) -> None:
    say(DESIGNER)
    say("/counter equity")
    reply = say("they said 150k and 26,000 options, cant do more")
    assert reply.facts.decision.gained_pct == pytest.approx(100 * 4_000 / 22_000)
    first = reply.text.splitlines()[0]
    assert "18.2% on the options" in first
    assert "26,000 of 26,400 options" in first
    assert "It is 400 options short" in reply.text
    assert "shares" not in reply.text


def test_another_offer_they_hold_is_weighed(say: Say) -> None:
    say("/offer Engineering Manager at Northwind Cloud, Seattle. Base $235k")
    say("/offer Engineering Manager at Hexbyte, Seattle. Base 250,000")
    say("judge Northwind Cloud")
    say("/counter 282k")
    reply = say("/decide they came back with 245k")
    assert reply.facts.decision.rival.company == "Hexbyte"
    assert "The offer you hold from Hexbyte comes to $20,000 more over four years." in reply.text
    met = say("/decide they came back with 282k")
    assert "It comes to $128,000 more over four years than the offer you hold from Hexbyte." in met.text


def test_a_bare_rate_is_of_the_hour_the_offer_is_paid_by(say: Say) -> None:
    say("/offer Registered Nurse at Oakfield Hospital, Houston, TX. $41 an hour, 36h weeks")
    say("/counter")
    facts = say("they came back with 43").facts
    assert (facts.offer.base_amount, facts.offer.base_period) == (43, "hour")
    assert facts.decision.answer == "moved"


def test_a_span_to_answer_in_stands_so_while_they_think(say: Say) -> None:
    say("/offer Product Manager at Foo Foods, Chicago. base 130k. Please answer within 5 business days.")
    say("/counter")
    text = say("they are still thinking about it").text
    assert "within 5 business days" in text
    assert "day is 5 business days" not in text
