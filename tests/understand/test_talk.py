"""The cues of a pay talk: each is found as written, and none is a pattern that could run away."""

from __future__ import annotations

import time

import pytest

from bot.understand.talk import is_only, says, without
from bot.understand.vocab import rows

ROWS = rows("talk_cues")
KINDS = sorted({row["kind"] for row in ROWS})


def test_no_cue_is_listed_twice() -> None:
    assert len({(row["kind"], row["cue"]) for row in ROWS}) == len(ROWS)


def test_every_cue_is_found_in_a_sentence() -> None:
    missed = [
        row
        for row in ROWS
        if not says(row["kind"], f"Well, {row['cue'].replace('*', 'a few')} then.".title())
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [("present", "I makes"), ("accept", "dealer"), ("sign_on", "design on"), ("base", "database")],
)
def test_a_cue_is_whole_words(kind: str, text: str) -> None:
    assert kind in KINDS
    assert not says(kind, text)


def test_a_gap_takes_three_words_and_no_more() -> None:
    assert says("did", "I have really quickly built it")
    assert not says("did", "I think that one day somebody else built it")


def test_only_a_cue_and_marks() -> None:
    assert is_only("stop", " Stop! ")
    assert is_only("yes", "Yes, please.")
    assert not is_only("stop", "stop there and listen")


def test_curly_quotes_are_quotes() -> None:
    assert says("ultimatum", "I won’t accept less")


def test_what_is_blanked_keeps_its_place() -> None:
    assert without("style_hard", "a hard recruiter, Austin") == f"a {' ' * 14}, Austin"


@pytest.mark.parametrize(
    "text", ["i " * 5_000, "rather " * 3_000, "my " * 5_000 + "salary", "i've " * 4_000, "-" * 9_000]
)
def test_a_hostile_text_takes_no_time(text: str) -> None:
    for kind in KINDS:
        says(kind, "warm")
    began = time.perf_counter()
    for kind in KINDS:
        says(kind, text)
    assert time.perf_counter() - began < 5
