"""One table of how an employer holds its base, heard by the counter and by their answer to it."""

from __future__ import annotations

import pytest

from bot.commands.replied import replied
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.understand.counter_talk import read
from bot.understand.firm import holds, is_final, refuses

AT_HAND = Case(offer=Offer(company="Acme", base_amount=190_000, base_period="year", currency="USD"))
HELD = [
    "the base is stuck",
    "the base is maxed out",
    "base is frozen",
    "they won’t budge",
    "there is no flexibility",
    "they can't go higher",
    "the band is locked",
    "their hands are tied",
]


@pytest.mark.parametrize("said", HELD)
def test_both_hear_that_the_base_is_held(said: str) -> None:
    assert holds(said)
    assert replied(said, AT_HAND).said == "firm"
    assert read(said).scene == "fixed"


@pytest.mark.parametrize("said", ["the base may go up", "I moved to a new band", "they moved"])
def test_other_words_hold_nothing(said: str) -> None:
    assert holds(said) is None
    assert replied(said, AT_HAND).said == ""


@pytest.mark.parametrize(
    "said",
    [
        "this is final",
        "it's our best and final",
        "that is the final offer",
        "take it or leave it",
        "not negotiable",
    ],
)
def test_both_hear_that_the_offer_is_final(said: str) -> None:
    assert is_final(said)
    assert replied(said, AT_HAND).said == "firm"
    assert read(said).scene == "final"


@pytest.mark.parametrize(
    "said",
    [
        "they can't do more than that",
        "they wont move on it",
        "hr said no",
        "they were very firm",
        "a flat no",
        "they turned my counter down",
        "they're not able to go higher",
        "no",
    ],
)
def test_their_answer_hears_every_no(said: str) -> None:
    assert refuses(said)
    assert replied(said, AT_HAND).said == "firm"


@pytest.mark.parametrize(
    "said", ["I can see the final round", "no rush", "they said noon", "the firm is large"]
)
def test_other_words_refuse_nothing(said: str) -> None:
    assert not refuses(said)
    assert not is_final(said)
