"""One table of how an employer holds its base, heard by the counter and by their answer to it."""

from __future__ import annotations

import pytest

from bot.commands.replied import replied
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.understand.counter_talk import read
from bot.understand.firm import holds

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
