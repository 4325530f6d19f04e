"""Questions to Parley told from what an employer said."""

from __future__ import annotations

import time

import pytest

from bot.understand.to_us import Supposed, asks_us, supposed


@pytest.mark.parametrize(
    ("text", "asks", "state"),
    [
        ("what if they say no", True, "no"),
        ("What happens if they don’t agree?", True, "no"),
        ("if they refuse, what do i do", True, "no"),
        ("what do i say when they say no", True, "no"),
        ("so what if they hold firm", True, "no"),
        ("what if they pull the offer", True, "pulled"),
        ("could they withdraw it?", True, "pulled"),
        ("will i lose the offer if i ask for more", True, "pulled"),
        ("how do i ask for more vacation", True, ""),
        ("is that final", True, ""),
        ("they say no", False, ""),
        ("if they say no i walk", False, ""),
        ("they pulled the offer, what do i do", False, ""),
        ("they said if i don't sign today they pull the offer", False, ""),
        ("would you sign at 195?", False, ""),
        ("if we got you to 200k would you sign", False, ""),
        ("what they said: 195k", False, ""),
        ("can you do 195?", False, ""),
    ],
)
def test_a_question_supposes_and_tells_nothing(text: str, asks: bool, state: Supposed) -> None:
    assert (asks_us(text), supposed(text)) == (asks, state)


def test_hostile_text_takes_time_in_proportion() -> None:
    begun = time.perf_counter()
    for text in ("what if " * 20_000, "they " * 40_000, "a" * 200_000 + " if they"):
        assert not asks_us(text) or text
    assert time.perf_counter() - begun < 2
