"""How long somebody would stay, in people's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.stays import LONGEST, stay_months


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("if i stay 2 years", 24),
        ("leave after 18 months", 18),
        ("which is better over two years", 24),
        ("in the first year", 12),
        ("what do I make in year one", 12),
        ("if I leave after a year and a half", 18),
        ("quit after 1 year and 3 months", 15),
        ("I plan to be there half a year", 6),
        ("if I only do a couple of years", 24),
        ("over 10 years", LONGEST),
        ("which pays more", None),
        ("5 years of experience", None),
        ("", None),
    ],
)
def test_months_of_a_stay(said: str, months: float | None) -> None:
    assert stay_months(said) == months


@given(st.text(max_size=200))
def test_any_words_are_read(text: str) -> None:
    found = stay_months(text)
    assert found is None or 0 < found <= LONGEST
