"""What a person says with a figure in it that is no correction: the offer at hand stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.amend import amendment, implied
from bot.commands.amending.aside import asks, names_floor, names_other_job, tells_work
from bot.turn import Reply
from tests.conftest import Say

from .at_hand import PLAIN, case

AT_ADOBE = "Adobe software engineer offer, Seattle: 150k base, 2,500 RSUs over 4 years"


def base(reply: Reply) -> float | None:
    offer = getattr(reply.facts, "offer", None)
    assert offer is not None
    return offer.base_amount  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "text",
    [
        "is 120-140 range ok",
        "is 190k good?",
        "how about 170k",
        "would 170k be fair",
        "does the base include 10k for lunch",
        "170k is that ok",
    ],
)
def test_a_question_changes_no_offer(text: str) -> None:
    assert asks(text)
    assert amendment(text, case(PLAIN)) is None
    assert implied(text, case(PLAIN)) is None


@pytest.mark.parametrize("text", ["will be 190k base", "is now 190k", "can you change the base to 190k"])
def test_a_correction_in_a_question_s_words_is_none(text: str) -> None:
    assert not asks(text)


@pytest.mark.parametrize(
    ("text", "floor"),
    [
        ("i changed my mind about the floor, make it 128", True),
        ("the minimum is 140k now", True),
        ("floor 150k or 160k", False),
        ("minimum wage is 17 an hour", False),
        ("is 120k a good floor", False),
        ("floor manager at 60k", False),
    ],
)
def test_words_that_set_the_floor(text: str, floor: bool) -> None:
    assert names_floor(text) == floor


def test_the_floor_goes_to_the_profile_and_the_base_stays(say: Say) -> None:
    assert base(say(AT_ADOBE)) == 150_000
    reply = say("i changed my mind about the floor, make it 128")
    assert reply.intent == "profile"
    assert reply.facts.floor == 128_000
    assert base(say("the sign-on is 10k")) == 150_000


def test_a_question_judges_the_offer_at_hand_as_it_is(say: Say) -> None:
    say(AT_ADOBE)
    reply = say("is 120-140 range ok")
    assert (reply.intent, base(reply)) == ("offer", 150_000)


@pytest.mark.parametrize(
    "text",
    [
        "We measured it against a holdout group of 100,000 customers",
        "I built a router that handles 160,000 tickets a month",
    ],
)
def test_a_sentence_on_work_changes_no_base(text: str, say: Say) -> None:
    assert tells_work(text)
    say(AT_ADOBE)
    reply = say(text)
    offer = getattr(reply.facts, "offer", None)
    assert offer is None or offer.base_amount == 150_000
    assert base(say("/offer years")) == 150_000


def test_what_they_did_is_no_work_of_mine() -> None:
    assert not tells_work("they raised the base to 190k")
    assert not tells_work("i meant 190k")


def test_another_role_is_looked_up_and_the_offer_stays(say: Say) -> None:
    say(AT_ADOBE)
    reply = say("mid level data analist in bostn")
    assert (reply.intent, reply.slots.role, reply.slots.place) == ("median", "data-analyst", "Boston, MA")
    after = say("/offer years")
    assert after.slots.role == "software-engineer"


@pytest.mark.parametrize(
    "text", ["it's for a data analyst", "no, the role is data analyst", "make it mid level"]
)
def test_words_that_say_the_offer_is_for_it_still_correct(text: str) -> None:
    assert not names_other_job(text, case(PLAIN))


@given(st.text(max_size=120))
def test_any_text_is_looked_at(text: str) -> None:
    assert asks(text) in (True, False)
    assert names_floor(text) in (True, False)
    assert tells_work(text) in (True, False)
    assert names_other_job(text, case(PLAIN)) in (True, False)
