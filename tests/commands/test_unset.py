"""Taking one thing back: by the words alone, whatever else stands in a case."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands.forget import confirms
from bot.commands.unset import MOST_WORDS, alone, named, taken_back
from bot.memory.case import About, Case
from bot.playbook.pack import Pack
from tests.memory.filled import BEGAN, filled

OF_THE_OFFER = {
    "offer", "offer_about", "said", "others", "before", "sent", "answered", "question", "last", "drill",
}  # fmt: skip
CHANGES = {
    "role": {"me"},
    "level": {"me"},
    "place": {"me"},
    "evidence": {"pack"},
    "practice": {"drill"},
    "counter": {"sent", "answered"},
    "history": {"before"},
    "lookup": {"looked_up", "looked_up_by", "last"},
    "offer": OF_THE_OFFER,
    "offers": OF_THE_OFFER | {"shelf"},
}


def changed(before: Case, after: Case) -> set[str]:
    return {each.name for each in fields(Case) if getattr(before, each.name) != getattr(after, each.name)}


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("forget my offer", "offer"), ("delete the offers", "offers"), ("forget all my offers", "offers"),
        ("no city", "place"), ("remove my location", "place"), ("no level", "level"),
        ("clear role", "role"), ("erase my evidence", "evidence"), ("drop the practice", "practice"),
        ("forget my counter", "counter"), ("delete my history", "history"), ("forget my look up", "lookup"),
    ],
)  # fmt: skip
def test_it_takes_back_that_and_nothing_else(said: str, what: str) -> None:
    case = filled(Case)
    after, rest, gone = taken_back(said, case)
    assert (gone, rest.strip(), alone(said)) == ((what,), "", True)
    assert changed(case, after) == CHANGES[what]
    assert taken_back(said, after) == (after, rest, ())


def test_two_things_at_once_and_the_rest_of_the_words_stay() -> None:
    case = filled(Case)
    after, rest, gone = taken_back("no city, forget my evidence, floor 150k", case)
    assert gone == ("place", "evidence")
    assert (after.me.place, after.pack) == (None, Pack())
    assert " ".join(rest.split()) == ", , floor 150k"


@pytest.mark.parametrize(
    "said",
    ["no offer yet", "no work visa", "an offer", "my city is Denver", "don't worry about the level",
     "forgot my role", "nonrole", "forget " + "it " * MOST_WORDS + "and my offer"],
)  # fmt: skip
def test_other_words_take_nothing_back(said: str) -> None:
    assert (named(said), alone(said)) == ((), False)
    assert taken_back(said, filled(Case)) == (filled(Case), said, ())


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_any_words_leave_a_case_that_holds_together(said: str) -> None:
    before = filled(Case)
    after, _, gone = taken_back(said, before)
    assert changed(before, after) == set().union(*(CHANGES[what] for what in gone))
    assert confirms(said, after, BEGAN) == ""


def test_what_an_offer_is_about_goes_with_it() -> None:
    after, _, _ = taken_back("forget my offer", filled(Case))
    assert (after.offer, after.offer_about, after.said) == (None, About(), {})
    assert after.shelf == filled(Case).shelf
