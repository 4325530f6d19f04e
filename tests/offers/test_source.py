"""The pasted text made readable: what was run together is parted, and every place leads back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.source import LONGEST, read_source

PIECES = st.sampled_from(
    [
        "Base", "Bonus:", "155k", "10%", "RSU", "RSUs", "TC", "Location", "Thoughts", "$150,000", "bonus",
        "equity", "12%", "20L", "Edit", "YOE", ".", "!", " ", "    ", "\n", "\r\n", "\t", "**", "_", "#",
        "•", "—", "…", "....", "İ", "\u200b", "٣", "\ud800", "word ",
        "a line that goes on and on until it is long enough to wrap ",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@pytest.mark.parametrize(
    ("pasted", "readable"),
    [
        ("Base: 155kBonus: 12%Location: Austin, TX", "Base: 155k\nBonus: 12%\nLocation: Austin, TX"),
        ("base $150kStock 200k", "base $150k\nStock 200k"),
        ("170KRSU 200K", "170K\nRSU 200K"),
        ("in the offer.Base: 150k", "in the offer.\nBase: 150k"),
        ("SeattleThoughts on this", "Seattle\nThoughts on this"),
        ("RSUsVesting over 4 years", "RSUs\nVesting over 4 years"),
        ("Base150", "Base\n150"),
        ("185k base20k sign on", "185k base\n20k sign on"),
        ("base180k", "base\n180k"),
        ("150k20k", "150k\n20k"),
        ("pay in Austin$150,000", "pay in Austin\n$150,000"),
    ],
)
def test_a_label_with_its_value_begins_a_line(pasted: str, readable: str) -> None:
    assert read_source(pasted).text == readable


@pytest.mark.parametrize(
    ("pasted", "readable"),
    [
        ("10kbonus", "10k bonus"),
        ("12%bonus and 150kbase", "12% bonus and 150k base"),
        ("120000base", "120000 base"),
        ("150kBase and 120kRSUs", "150k Base and 120k RSUs"),
        ("15%Annual", "15% Annual"),
        ("150kBase and Bonus: 10%", "150k Base and Bonus: 10%"),
    ],
)
def test_a_label_without_a_value_belongs_to_the_figure_before_it(pasted: str, readable: str) -> None:
    assert read_source(pasted).text == readable


@pytest.mark.parametrize(
    "text",
    [
        "https://jobs.example/10kBonus?Base=1",
        "165k",
        "L5",
        "RSUs",
        "McDonald",
        "iOS",
        "the base is set",
        "4x10",
        "1st",
        "e.g. this",
    ],
)
def test_what_is_not_run_together_stays(text: str) -> None:
    assert read_source(text).text == text


@pytest.mark.parametrize(
    ("pasted", "readable"),
    [
        ("**Base**: 150k", "  Base  : 150k"),
        ("| `base` | ~150k |", "|  base  |  150k |"),
        ("## Offer _one_", "   Offer  one "),
        ("* Base 150k\n* Bonus 15%", "  Base 150k\n  Bonus 15%"),
        ("a\u2014b\u00a0c\u2022d\u2019s", "a-b c|d's"),
        ("one\r\ntwo\ttabs", "one\n\ntwo tabs"),
    ],
)
def test_marks_are_unified(pasted: str, readable: str) -> None:
    assert read_source(pasted).text == readable


def test_runs_of_spaces_are_lines_where_there_are_no_others() -> None:
    assert read_source("Base   $150,000   Bonus   15%").text.split("\n") == [
        "Base",
        "  $150,000",
        "  Bonus",
        "  15%",
    ]


def test_runs_of_spaces_part_columns_where_there_are_lines() -> None:
    text = "Base   $150,000\nBonus   15%\nSign-on   $20,000"
    assert read_source(text).text == text
    assert read_source("Base   150k and a bonus").text == "Base   150k and a bonus"


def test_marks_of_emphasis_are_no_runs_of_spaces() -> None:
    text = "***Base*** 150k ***Bonus*** 15% ***Sign-on*** 20k"
    assert "\n" not in read_source(text).text


def test_leading_dots_are_spaces() -> None:
    assert read_source("Base salary ........ $150,000").text == "Base salary          $150,000"
    assert read_source("well... 150k").text == "well... 150k"


def test_a_break_that_only_wraps_is_a_space() -> None:
    line = "We are pleased to offer you a base salary of $150,000"
    assert read_source(f"{line}\nand a bonus of 10%").text == f"{line} and a bonus of 10%"
    assert read_source(f"{line}\nBonus: 10%").text == f"{line}\nBonus: 10%"
    assert read_source("Base 150k\nand a bonus of 10%").text == "Base 150k\nand a bonus of 10%"


def test_a_place_leads_back_to_the_words_as_pasted() -> None:
    pasted = "Base: 155kBonus: 12%Location: Austin, TX"
    source = read_source(pasted)
    for word in ("155k", "Bonus", "12%", "Austin"):
        start = source.text.index(word)
        assert pasted[source.origin(start) : source.origin(start + len(word))] == word


def test_no_more_than_the_longest_is_read() -> None:
    source = read_source("150k " * LONGEST)
    assert len(source.text) == LONGEST
    assert source.origin(len(source.text)) == LONGEST


@given(TEXTS)
def test_origin_stays_inside_and_never_turns_back(pasted: str) -> None:
    source = read_source(pasted)
    places = [source.origin(place) for place in range(len(source.text) + 1)]
    assert places[0] == 0
    assert places[-1] == len(pasted)
    assert all(0 <= after - before <= 1 for before, after in pairwise(places))


@given(TEXTS)
def test_letters_and_digits_are_those_pasted(pasted: str) -> None:
    source = read_source(pasted)
    readable = source.text
    assert len(source.low) == len(readable)
    assert [c for c in readable if c.isalnum()] == [c for c in pasted if c.isalnum()]
    assert all(pasted[source.origin(n)] == c for n, c in enumerate(readable) if c.isalnum())
