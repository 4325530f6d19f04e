"""Words on making use of another offer, and words that only speak of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.using_offer import Using, using_offer

HELD = ("Northwind Cloud", "Hexbyte")


@pytest.mark.parametrize(
    ("said", "company", "toward", "asks"),
    [
        ("can i use the hexbyte offer to push northwind?", "Hexbyte", "Northwind Cloud", True),
        ("can I use the hexbyte offer?", "Hexbyte", "", True),
        ("can i use my other offer to push northwind", "", "Northwind Cloud", True),
        ("should I mention the other offer to Northwind Cloud?", "", "Northwind Cloud", True),
        ("is it ok to use my hexbyte offer as leverage", "Hexbyte", "", True),
        ("do i tell northwind about hexbyte?", "Hexbyte", "Northwind Cloud", True),
        ("would it be rude to bring up the hexbyte offer", "Hexbyte", "", True),
        ("Should Northwind know about my Hexbyte offer?", "Hexbyte", "Northwind Cloud", True),
        ("use hexbyte's offer to push northwind", "Hexbyte", "Northwind Cloud", False),
        ("counter northwind with my other offer", "", "Northwind Cloud", False),
    ],
)
def test_which_offer_is_to_be_used_and_toward_whom(said: str, company: str, toward: str, asks: bool) -> None:
    assert using_offer(said, HELD) == Using(company, toward, asks)


@pytest.mark.parametrize(
    "said",
    [
        "tell me about the hexbyte offer",
        "show me the other offer",
        "compare the hexbyte offer with northwind using 4 years",
        "which is better, the hexbyte offer or the other one?",
        "can i use the company gym?",
        "I used Python at Hexbyte",
        "the other offer is better",
    ],
)
def test_words_that_only_speak_of_an_offer(said: str) -> None:
    assert using_offer(said, HELD) is None


def test_a_company_inside_another_word_is_not_named() -> None:
    assert using_offer("can i use this for leverage?", ("Ever",)) is None


@given(st.text(max_size=120))
def test_any_text_is_read(said: str) -> None:
    found = using_offer(said, HELD)
    assert found is None or found.company in (*HELD, "")
