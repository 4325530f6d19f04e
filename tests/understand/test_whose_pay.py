"""Whose pay a figure in a question is."""

from __future__ import annotations

import pytest

from bot.understand.whose_pay import figures


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("My flatmate's friend got 210k at Datadog as senior swe", ["others"]),
        ("my coworker earns $140,000 as a data analyst", ["others"]),
        ("she makes 95k as an accountant in Tulsa", ["others"]),
        ("levels.fyi says 250k for this", ["others"]),
        ("my friend was offered 180k in Denver", ["others"]),
        ("I'm on 150k in Austin", ["present"]),
        ("i make 88k as a recruiter", ["present"]),
        ("my current salary is $120,000", ["present"]),
        ("swe in Reno, 105k now", ["present"]),
        ("the posting says 180-250k for a data scientist", ["posted"]),
        ("job ad: $90,000 to $120,000", ["posted"]),
        ("recruiter said the band is 150-170k", ["posted"]),
        ("I want 200k as a senior swe", ["wish"]),
        ("can i get 160k in Boise?", ["wish"]),
        ("they offered me 140k", ["offered"]),
        ("A buddy got 220k at Netflix. I'm on 150k in Austin", ["others", "present"]),
        ("my sister makes 90k, but I make 70k", ["others", "present"]),
    ],
)
def test_the_words_of_its_clause_say_whose_it_is(text: str, whose: list[str]) -> None:
    assert [figure.whose for figure in figures(text)] == whose


@pytest.mark.parametrize(
    "text",
    [
        "swe sf senior 250k",
        "product manager in Boise, 90k ok?",
        "is 200k good for an engineering manager",
        "what's the range for a swe at 150k",
        "they said 150k for a senior swe",
        "I would make 130k there",
        "my new job pays 150k",
    ],
)
def test_a_figure_nothing_says_more_of_is_nobodys(text: str) -> None:
    assert [figure.whose for figure in figures(text)] == [""]


def test_a_percent_and_a_count_are_no_pay() -> None:
    assert figures("15% bonus and 25 % equity after 5 years") == ()


def test_a_long_clause_stays_cheap() -> None:
    assert len(figures("my friend " * 2_000 + "makes 120k")) == 1
