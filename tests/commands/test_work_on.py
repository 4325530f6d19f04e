"""Two offers held: the other brought up by its name, the question of options to the one that has them."""

from __future__ import annotations

import pytest

from tests.conftest import Say

TWO = """Two offers.
Offer 1: Anthropic, Staff ML Engineer, San Francisco, base $390k, equity $1.6M over 4 years RSUs.
Offer 2: Sundial AI, founding ML engineer, San Francisco, base 215k, 1.2% options, strike $0.42, 4 year vest,
10 million shares fully diluted"""


@pytest.mark.parametrize("words", ["Work on Sundial AI", "work on sundial", "switch to sundial"])
def test_the_other_offer_is_brought_up_by_its_name(say: Say, words: str) -> None:
    say(TWO)
    reply = say(words)
    assert (reply.intent, reply.facts.offer.company) == ("offer", "Sundial AI")
    assert say("/counter").slots.company == "Sundial AI"


@pytest.mark.parametrize("words", ["which one", "so which one?"])
def test_which_one_compares(say: Say, words: str) -> None:
    say(TWO)
    assert say(words).intent == "compare"


def test_which_one_is_no_answer_to_the_question_for_a_role(say: Say) -> None:
    say("sales engineer in denver, 145 base 190 ote offered by Gong")
    say("i also have Snowflake: base 150, OTE 200, RSU 120k over 4")
    assert say("which one").intent == "compare"


def test_options_are_those_of_the_offer_that_has_them(say: Say) -> None:
    say(TWO)
    reply = say("what are my options worth if it sells for 300M")
    assert reply.facts.offer.company == "Sundial AI"
    assert "$3,549,600" in reply.text
    assert "Sundial AI" in reply.text
