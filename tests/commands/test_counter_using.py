"""May another offer be used? The answer, then the letter to the company it is meant for."""

from __future__ import annotations

import pytest

from bot.turn import Reply
from tests.conftest import Say

NORTHWIND = "Offer: Senior Software Engineer at Northwind Cloud, San Francisco. Base $235k"
HEXBYTE = "Offer: Senior Software Engineer at Hexbyte, San Francisco, base 250k"


def letter(reply: Reply) -> str:
    assert reply.file is not None
    return reply.file.content


@pytest.mark.parametrize(
    "words",
    [
        "can i use the hexbyte offer to push northwind?",
        "can i use my other offer to push northwind?",
        "can I use the hexbyte offer?",
        "is it ok to use my hexbyte offer as leverage",
        "do i tell northwind about hexbyte?",
        "would it be rude to bring up the hexbyte offer",
        "how do I use the hexbyte offer against northwind",
    ],
)
def test_the_answer_stands_before_the_letter(say: Say, words: str) -> None:
    say(NORTHWIND)
    say(HEXBYTE)
    reply = say(words)
    assert reply.text.startswith(
        "**Yes: Hexbyte's offer is real and yours, so Northwind Cloud may hear of it."
    )
    assert "$250,000 a year, lies $15,000 over Northwind Cloud's" in reply.text
    assert "at Northwind Cloud." in letter(reply)
    assert "I also hold an offer from Hexbyte" in letter(reply)
    assert reply.facts.mentioned.base_amount == 250_000
    assert letter(reply).count("?") == 1


def test_a_request_brings_the_letter_alone(say: Say) -> None:
    say(NORTHWIND)
    say(HEXBYTE)
    reply = say("/counter northwind using the hexbyte offer")
    assert not reply.text.startswith("**Yes")
    assert "I also hold an offer from Hexbyte" in letter(reply)
    assert say("/counter northwind with my other offer").facts.mentioned.company == "Hexbyte"


def test_a_lower_base_is_left_out(say: Say) -> None:
    say(HEXBYTE)
    say(NORTHWIND)
    reply = say("can i mention northwind to hexbyte?")
    assert "is no higher than Hexbyte's, so leave the sum out" in reply.text
    assert "235,000" not in letter(reply)


def test_a_rate_is_held_against_a_rate(say: Say) -> None:
    say("Offer: Staff Nurse at Mercy Ridge Hospital, Boston, $44.50/hr, 36 hrs a week")
    say("Offer: Staff Nurse at Oak Hill Hospital, Boston, $46 an hour")
    reply = say("can i tell mercy ridge about the oak hill hospital offer?")
    assert "lies $1.50 over Mercy Ridge Hospital's" in reply.text


def test_with_one_offer_there_is_none_to_use(say: Say) -> None:
    say(NORTHWIND)
    reply = say("can i use my other offer?")
    assert reply.text.startswith("**Yes, a true offer may be used")
    assert reply.file is None


def test_an_offer_asked_about_is_not_used(say: Say) -> None:
    say(NORTHWIND)
    say(HEXBYTE)
    assert say("compare the hexbyte offer with northwind, using 4 years").intent == "compare"
