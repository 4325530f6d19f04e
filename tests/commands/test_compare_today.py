"""Today's job beside an offer: compared, kept nowhere, and never what they offered."""

from __future__ import annotations

import pytest

from bot.memory.store import Store
from tests.commands.test_forget import kept
from tests.conftest import Say

OFFER = "offer: data analyst at Booz Allen, McLean VA, 128,500, signing bonus 7,500"


@pytest.mark.parametrize(
    "words",
    [
        "compare with my GS-12 115,200 + 5% TSP match",
        "/compare with my current job, 115,200",
        "/compare with my present salary of 115,200",
    ],
)
def test_todays_job_is_compared_and_not_kept(say: Say, store: Store, words: str) -> None:
    say(OFFER)
    reply = say(words)
    assert [side.name for side in reply.facts.comparison.sides] == ["Booz Allen", "Your job today"]
    assert reply.facts.comparison.four_years.by == 60_700
    case = kept(store)
    assert case.offer is not None
    assert (case.offer.base_amount, case.others, case.shelf) == (128_500, (), ())
    countered = say("/counter 140k")
    assert round(countered.facts.counter.change_pct, 1) == 8.9
    assert "115" not in countered.text


def test_another_offer_is_kept(say: Say, store: Store) -> None:
    say(OFFER)
    say("/compare Globex: 140k base")
    assert kept(store).others or kept(store).shelf


def test_todays_pay_told_with_the_wish_for_a_range_is_no_offer(say: Say, store: Store) -> None:
    reply = say(
        "I'm a GS-12 step 5 analyst in DC, $115,000ish. Booz Allen offers data analyst. "
        "what range do I say? they asked"
    )
    assert reply.intent == "range"
    assert kept(store).offer is None


@pytest.mark.parametrize("words", ["recruiter asked me for my SF-50", "they want my DD-214 before the call"])
def test_a_form_by_its_number_is_neither_pay_nor_place(say: Say, store: Store, words: str) -> None:
    reply = say(words)
    assert (reply.slots.place, reply.slots.amount) == (None, None)
    assert kept(store).offer is None
