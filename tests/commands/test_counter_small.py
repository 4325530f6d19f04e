"""A letter for a small thing beside pay: one ask, no figure of ours."""

from __future__ import annotations

import pytest

from bot.turn import Reply
from tests.conftest import Say

OFFER = "Offer: Accountant at Corven, Phoenix, 85k"


def letter(reply: Reply) -> str:
    assert reply.file is not None
    return reply.file.content


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("more vacation", "My one point is the time off. I am asking for one more week a year."),
        ("25 days vacation", "I am asking for 25 days."),
        (
            "start date a month later",
            "I am asking for a start a month later, so that I can hand over properly.",
        ),
        ("push my start date by 3 weeks", "I am asking for a start 3 weeks later"),
        ("later start date", "I am asking for a start on [GAP: the day, or so many weeks later]"),
        ("senior title", "I am asking for a title that matches the scope we spoke about"),
        ("review", "I am asking for one after 6 months, in the letter"),
        ("severance", "I am asking for 3 months of it, in the letter"),
        ("relocation", "I am asking for [GAP: the sum on a mover's quote] toward it"),
    ],
)
def test_a_small_thing_has_a_letter_of_its_own(say: Say, said: str, asks: str) -> None:
    say(OFFER)
    reply = say(f"/counter {said}")
    assert asks in letter(reply)
    assert letter(reply).count("?") == 1
    assert reply.facts.counter is None
    assert "85" not in letter(reply)
    assert reply.facts.words == len(letter(reply).split()) <= 180


def test_it_comes_in_every_form_and_tone_and_says_what_it_is_worth(say: Say) -> None:
    say(OFFER)
    reply = say("/counter more vacation chat firm")
    assert letter(reply).endswith("I am asking for one more week a year. Can you confirm it?")
    assert reply.facts.further.week == pytest.approx(85_000 / 52)
    assert "A week more is worth $1,635 a year" in reply.text


def test_what_the_job_has_no_room_for_is_told(say: Say) -> None:
    say("Offer: Accountant at Corven, remote, 85k")
    assert "Remote days are no lever here" in say("/counter remote").text


def test_the_sentence_on_it_is_no_evidence(say: Say) -> None:
    say(OFFER)
    say("/counter push my start date by 3 weeks")
    assert "start date" not in letter(say("/counter"))


@pytest.mark.parametrize(
    "words",
    [
        "how do i get 62",
        "can i get 62?",
        "could they do 62",
        "get me to 62",
        "how can i get it up to 62 an hour",
    ],
)
def test_a_number_to_get_to_is_the_ask(say: Say, words: str) -> None:
    say("offer: physician assistant at Cleveland Clinic, $58/hr, 36 hours")
    reply = say(words)
    assert (reply.intent, reply.facts.counter.ask) == ("counter", 62)


@pytest.mark.parametrize("words", ["ok accept", "ok i accept", "alright then, accept it"])
def test_a_yes_said_in_passing_is_written(say: Say, words: str) -> None:
    say("offer: physician assistant at Cleveland Clinic, $58/hr, 36 hours")
    assert say(words).facts.note == "accept"
