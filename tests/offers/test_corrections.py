"""Which figures a writer takes back and which sums were raised, and what only reads alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.corrections import corrections, raises
from bot.offers.mentions import mentions
from tests.offers.marked import laid

PIECES = st.sampled_from(
    ["140k", "20%", "1,000 RSUs", "sorry", "not", ",", "scratch that", "no wait", "i mean", "base", "\n", "("]
)


def taken_back(text: str) -> list[tuple[str, str]]:
    """The words of each wrong figure with those of the right one."""
    layout = laid(text)
    found = mentions(layout)
    said = [layout.source.text[one.start : one.end] for one in found]
    return [(said[wrong], said[right]) for wrong, right in corrections(layout.source.low, found)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("140k base. sorry, 145k base, typo", "140k", "145k"),
        ("base 165, scratch that, 156", "165", "156"),
        ("base is 120, no wait, 125", "120", "125"),
        ("98k, correction: $89k", "98k", "$89k"),
        ("92k.. I mean 96k", "92k", "96k"),
        ("18 LPA (sorry, 19 LPA)", "18 LPA", "19 LPA"),
        ("worth 40k, not 40,000 options", "40,000 options", "40k"),
        ("$145k (not 154k)", "154k", "$145k"),
        ("it's 1,200 RSUs not $1,200", "$1,200", "1,200 RSUs"),
        ("0.1%, not 1%", "1%", "0.1%"),
    ],
)
def test_a_figure_taken_back(text: str, wrong: str, right: str) -> None:
    assert taken_back(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "140k, sorry to ask, but is 150k fair?",
        "140k base, not bad, 10k sign on",
        "140k and not 10%",
        "they gave 140k. I mean it, I wanted 150k",
        "140k or 150k",
        "140k base but not the 20% bonus, 10k",
    ],
)
def test_what_takes_nothing_back(text: str) -> None:
    assert taken_back(text) == []


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("145 instead of 138", [("138", "145")]),
        ("upped to $145k, up from $138k", [("$138k", "$145k")]),
        ("now 145k rather than the 138k", [("138k", "145k")]),
        ("138 instead of 145", []),
        ("145k from Acme, 138k", []),
        ("145k instead of 20k sign on", []),
        ("145k from 10%", []),
    ],
)
def test_a_sum_that_was_raised(text: str, raised: list[tuple[str, str]]) -> None:
    layout = laid(text)
    found = mentions(layout)
    said = [layout.source.text[one.start : one.end] for one in found]
    assert [(said[was], said[now]) for was, now in raises(layout.source.low, found)] == raised


@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_a_pair_is_two_figures_side_by_side(text: str) -> None:
    layout = laid(text)
    found = mentions(layout)
    for wrong, right in corrections(layout.source.low, found):
        first, last = sorted((wrong, right))
        assert first < last
        assert found[wrong].kind != "word" != found[right].kind
        assert all(one.kind == "word" for one in found[first + 1 : last])
