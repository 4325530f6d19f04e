"""Misspelt words of a wish are read as they are spelt; words that mean something are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telling_words import LONGEST, respelt


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what shuld i ask for", "what should i ask for"),
        ("recruter wants my expcted pay", "recruiter wants my expected pay"),
        ("conter at 180", "counter at 180"),
        ("accpet the offer?", "accept the offer?"),
        ("rnage for pm nyc", "range for pm nyc"),
    ],
)
def test_a_word_one_slip_from_a_telling_one_is_that(typed: str, meant: str) -> None:
    assert respelt(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "median for nurses in austin",  # all of it known
        "offer from plaid at 180k",  # one letter from "paid", and a company
        "Shuld & Sons want me",  # a name
        "compair these",  # two words are as near
        " ".join(["shuld", *["word"] * LONGEST]),  # long enough without it
    ],
)
def test_everything_else_is_left_as_it_was(text: str) -> None:

    assert respelt(text) == text


@given(st.text(max_size=80))
def test_any_text_keeps_its_number_of_words_and_is_settled_at_once(text: str) -> None:
    once = respelt(text)
    assert len(once.split()) == len(text.split())
    assert respelt(once) == once
