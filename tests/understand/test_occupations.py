"""Occupations outside the table of roles: found by their names, and never one of our roles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand import occupations, roles
from bot.understand.text import tokens
from bot.understand.vocab import rows


def said(text: str, *, terse: bool = False) -> list[str]:
    return [i for m in occupations.mentions(tokens(text), terse=terse) for i in m.ids]


def test_the_table_names_hundreds_each_once() -> None:
    names = [
        name
        for row in rows("other_occupations")
        for name in (row["occupation"], *filter(None, row["also"].split(";")))
    ]
    firsts = {row["occupation"] for row in rows("other_occupations")}
    assert len(firsts) > 400
    assert len({n for n in names if n not in firsts}) == len([n for n in names if n not in firsts])


def test_no_name_of_an_occupation_is_a_name_of_a_role() -> None:
    for row in rows("other_occupations"):
        for name in (row["occupation"], *filter(None, row["also"].split(";"))):
            words = tokens(name)
            whole = [m for m in roles.mentions(words, terse=True) if m.width == len(words)]
            assert whole == [], name
            assert said(name, terse=True) == [row["occupation"]], name


@pytest.mark.parametrize(
    ("text", "occupation"),
    [
        ("what do registered nurses earn", "registered nurse"),
        ("as an RN in Ohio", "registered nurse"),
        ("I'm a high school teacher", "high school teacher"),
        ("pay for a truck driver", "truck driver"),
        ("am I underpaid as a coach", "coach"),
    ],
)
def test_everyday_names_in_a_sentence(text: str, occupation: str) -> None:
    assert said(text) == [occupation]


@pytest.mark.parametrize(
    "text",
    ["my doctor told me to rest", "they host a call rn", "I coach a team", "the teacher said so", ""],
)
def test_people_and_ordinary_words_are_no_occupation_asked_for(text: str) -> None:
    assert said(text) == []


@given(st.text())
def test_anything_is_read_without_raising(text: str) -> None:
    for terse in (False, True):
        assert all(m.width > 0 for m in occupations.mentions(tokens(text), terse=terse))
