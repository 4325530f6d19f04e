"""Numbers in words: every one up to a hundred."""

from __future__ import annotations

import re

import pytest

from bot.offers.numbers import FIRST_WORDS, SAID, number

UNITS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
TEENS = [
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
UNDER_HUNDRED = [*UNITS[1:], *TEENS, *(f"{ten}-{unit}".rstrip("-") for ten in TENS for unit in UNITS)]


@pytest.mark.parametrize(
    ("word", "value"), [("12", 12), ("7.5", 7.5), ("7,5", 7.5), (".5", 0.5), ("one hundred", 100)]
)
def test_digits_and_a_hundred(word: str, value: float) -> None:
    assert number(word) == value


def test_every_number_under_a_hundred_in_words() -> None:
    assert [number(word) for word in UNDER_HUNDRED] == list(range(1, 100))
    assert [number(word.replace("-", " ")) for word in UNDER_HUNDRED] == list(range(1, 100))


@pytest.mark.parametrize("word", [*UNDER_HUNDRED, "one hundred", "forty eight"])
def test_a_number_in_words_is_seen_whole_and_begins_with_a_first_word(word: str) -> None:
    found = re.match(SAID, f"{word} years")
    assert found is not None
    assert found.group() == word
    assert re.split("[ -]", word)[0] in FIRST_WORDS
