"""Which question of a first pay talk is meant, and whose the sum is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.pay_talk import read


@pytest.mark.parametrize(
    ("text", "scene", "ends"),
    [
        ("senior swe, Seattle", "range", None),
        ("190k", "range", (190_000, 190_000)),
        ("190", "range", (190_000, 190_000)),
        ("180-220k", "range", (180_000, 220_000)),
        ("posted 180-220k", "posted", (180_000, 220_000)),
        ("they posted $180k - $220k", "posted", (180_000, 220_000)),
        ("posted 250k down to 180k", "posted", (180_000, 250_000)),
        ("posted $60-75/hour", "posted", (60, 75)),
        ("their range is 180 to 220", "posted", (180_000, 220_000)),
        ("what is in a posted range", "range", None),
        ("accept 185k", "accept", (185_000, 185_000)),
        ("recruiter asked would i take 185k", "accept", (185_000, 185_000)),
        ("what should i say if they ask what i make now", "current", None),
        ("current pay", "current", None),
        ("they want my salary history", "current", None),
        ("the application form wants a number", "form", None),
        ("form", "form", None),
        ("a product manager at a platform company", "range", None),
    ],
)
def test_the_question_and_its_sum(text: str, scene: str, ends: tuple[float, float] | None) -> None:
    talk = read(text)
    assert talk.scene == scene
    assert ((talk.amount.low, talk.amount.high) if talk.amount else None) == ends


@pytest.mark.parametrize(
    "text",
    [
        "i make 150k now, what should my range be",
        "they ask my current salary, i make 150k",
        "current pay 150k",
    ],
)
def test_todays_pay_is_told_apart_and_taken_for_nothing(text: str) -> None:
    talk = read(text)
    assert talk.present
    assert talk.amount is None
    assert "150" not in talk.rest


def test_a_friends_pay_is_nobodys_number() -> None:
    assert read("my friend makes 250k, what range should i say").amount is None


def test_the_words_left_name_the_job_alone() -> None:
    assert read("senior swe Seattle posted 180-220k").rest.split() == ["senior", "swe", "Seattle"]
    assert not read("senior swe Seattle posted 180-220k").sentence


@given(st.text(max_size=200))
def test_any_words_give_a_talk(text: str) -> None:
    assert read(text).scene in ("range", "current", "form", "accept", "posted")
