"""Roles of many people, roles denied, an "I" that is no rank, pay in words."""

from __future__ import annotations

import time

import pytest

from bot.understand.clipped import clipped
from bot.understand.places import place
from bot.understand.question import Question, read


def heard(text: str) -> Question:
    """A sentence as it is read."""
    return read(text, spoken=True)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("what does Anthropic pay recruiters", "recruiter"),
        ("do lawyers with ai skills make more", "legal-counsel"),
        ("general motors came in at 126 for embedded, detroit", "embedded-engineer"),
        ("embedded sw engineer at tesla", "embedded-engineer"),
        ("help me push back on salary for the qa lead job", "qa-engineer"),
        ("sec eng at a bank", "security-engineer"),
        ("i'm a product manager not project manager", "product-manager"),
        ("I am a data analyst, not a data scientist", "data-analyst"),
    ],
)
def test_a_role_is_heard(text: str, role: str) -> None:
    assert heard(text).role == role


@pytest.mark.parametrize(
    "text", ["recruiter silent since a week", "the recruiter ghosted me", "do recruiters call late"]
)
def test_a_recruiter_who_does_something_is_no_role(text: str) -> None:
    assert heard(text).role is None


def test_an_i_that_speaks_is_no_rank() -> None:
    assert heard("as a marketing manager i made a pipeline").level is None
    assert heard("Software Engineer I in Austin").level == "entry"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hardware eng in santa clara", "San Jose, CA"),
        ("motion designer, burbank", "Los Angeles, CA"),
        ("i am from Brazil, a data scientist position, remote", "Remote"),
        ("I move from Omaha to Seattle", "Seattle, WA"),
        ("front end dev from Tulsa", "Tulsa, OK"),
    ],
)
def test_the_place_of_the_job_is_heard(text: str, name: str) -> None:
    found = heard(text).place
    assert found is not None
    assert place(found).name.casefold() == name.casefold()


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("minimum I'd take: eighty five", 85_000),
        ("They'd pay me seventy two five as a coordinator", 72_500),
        ("ask them for a hundred and twenty k", 120_000),
        ("he pays me thirty five dollars an hour", 35),
        ("my floor is ninety", 90_000),
    ],
)
def test_pay_in_words_is_heard(text: str, amount: float) -> None:
    assert heard(text).amount == amount


@pytest.mark.parametrize(
    "text",
    ["we hired eighty five people", "at eighty hours a week", "I am forty", "up thirty percent, base or not"],
)
def test_other_numbers_in_words_are_no_pay(text: str) -> None:
    assert heard(text).amount is None


@pytest.mark.parametrize("text", ["pay me a a a " * 4000, "twenty " * 9000, "for it to to to " * 4000])
def test_long_texts_are_looked_through_at_once(text: str) -> None:
    began = time.perf_counter()
    clipped(text)
    assert time.perf_counter() - began < 1.0
