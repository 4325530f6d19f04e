"""A counter to an offer in rupees: sums as they are written there, fixed pay, a joining bonus, a CTC."""

from __future__ import annotations

import pytest

from bot.turn import Reply
from tests.conftest import Say

SWIFT = "Offer: SDE II, Zetaleaf, Bengaluru. CTC ₹28,00,000 (fixed ₹24,00,000, variable 4 lakh)."


def letter(reply: Reply) -> str:
    assert reply.file is not None
    return reply.file.content


@pytest.mark.parametrize(
    ("words", "ask", "ctc"),
    [
        ("/counter with 32 lakhs", 2_800_000, 3_200_000),
        ("/counter ctc 32 LPA", 2_800_000, 3_200_000),
        ("/counter 32 LPA CTC", 2_800_000, 3_200_000),
        ("can you ask them for 32 lakhs", 2_800_000, 3_200_000),
        ("/counter 32 lakhs fixed", 3_200_000, 3_600_000),
        ("/counter 26 lakh", 2_600_000, 3_000_000),  # under their CTC: it can only be fixed pay
        ("/counter", 2_640_000, 3_040_000),
    ],
)
def test_it_says_whether_a_number_is_fixed_pay_or_the_whole(
    say: Say, words: str, ask: float, ctc: float
) -> None:
    say(SWIFT)
    reply = say(words)
    assert (reply.facts.counter.ask, reply.facts.ctc_ask) == (ask, ctc)
    assert "the fixed pay. You offered ₹24,00,000." in letter(reply)
    assert "which makes the CTC ₹" in letter(reply)


def test_a_number_taken_as_the_whole_is_said_to_be(say: Say) -> None:
    say(SWIFT)
    reply = say("/counter with 32 lakhs")
    assert "Your ₹32,00,000, taken as the CTC" in reply.text
    assert "₹28,00,000" in letter(reply)
    assert "(a CTC of ₹32,00,000)" in letter(say("/counter chat"))


@pytest.mark.parametrize("words", ["/counter base is fixed", "/counter fixed pay can't move"])
def test_a_sign_on_is_a_joining_bonus(say: Say, words: str) -> None:
    say(SWIFT)
    reply = say(words)
    assert reply.facts.counter.lever == "sign_on"
    assert "I understand that the fixed pay can't move. My one point is a joining bonus" in letter(reply)
    assert "sign-on" not in letter(reply)


def test_a_whole_without_its_parts_is_asked_about(say: Say) -> None:
    say("Offer: SDE at Zetaleaf, Bengaluru. CTC 28 LPA")
    assert "I read a CTC of ₹28,00,000 from Zetaleaf" in say("/counter").text


def test_a_dollar_offer_keeps_its_words(say: Say) -> None:
    say("Offer: Software Engineer at Zetaleaf, Austin, base $150k, total comp $180k")
    reply = say("/counter 190k")
    assert (reply.facts.counter.ask, reply.facts.ctc_ask) == (190_000, None)
    assert "the base. You offered $150,000." in letter(reply)
