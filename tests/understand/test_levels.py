"""Levels in questions: exactly, by rank beside a role, typos, completion."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand import levels
from bot.understand.text import tokens


def said(text: str, *, terse: bool = False) -> list[str]:
    return [i for m in levels.mentions(tokens(text), terse=terse) for i in m.ids]


@pytest.mark.parametrize("level", list(levels.levels()))
def test_every_id_and_label_reads_back_as_itself(level: str) -> None:
    assert said(level, terse=True) == [level]
    assert said(levels.levels()[level].label, terse=True) == [level]


def test_levels_run_from_intern_up_and_know_their_track() -> None:
    assert next(iter(levels.levels())) == "intern"
    assert levels.levels()["staff"].track == "ic"
    assert levels.levels()["director"].track == "management"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("swe sr nyc", "senior"),
        ("snr designer", "senior"),
        ("software engineer sf staff", "staff"),
        ("what's the median for a staff ML engineer in the bay area?", "staff"),
        ("senior staff engineer", "staff"),
        ("sde ii", "mid"),
        ("software engineer III", "senior"),
        ("SDE 2 in Seattle", "mid"),
        ("sde2", "mid"),
        ("level 3", "senior"),
        ("L5 swe", "senior"),
        ("E6", "staff"),
        ("mid-level designer", "mid"),
        ("new grad swe", "entry"),
        ("lead data engineer", "staff"),
        ("principal engineer", "principal"),
        ("vp marketing", "vp"),
        ("head of product", "director"),
        ("as a director I would like to know what people make", "director"),
    ],
)
def test_everyday_names(text: str, level: str) -> None:
    assert said(text) == [level]


@pytest.mark.parametrize(
    "text",
    [
        "the office staff were friendly when I came in for the day",
        "that could lead to a better package for me in the end",
        "account executive in Austin",
        "staff accountant",
        "engineering manager",
        "I want 3 weeks and 2 days",
        "when I asked them",
        "who leads the team",
    ],
)
def test_words_that_are_no_level_there(text: str) -> None:
    assert said(text) == []


def test_a_number_after_a_named_level_says_nothing_more() -> None:
    assert set(said("senior software engineer II")) == {"senior"}


def test_someone_s_manager_is_no_level() -> None:
    assert said("my manager said no") == []
    assert said("the director asked me") == []
    assert said("manager in nyc") == ["manager"]


def test_a_command_means_its_words_as_levels() -> None:
    text = "software engineer in san francisco california usa staff --ai"
    assert said(text) == []
    assert said(text, terse=True) == ["staff"]


@pytest.mark.parametrize(
    ("typo", "level"), [("senor", "senior"), ("princpal", "principal"), ("directer", "director")]
)
def test_typos_are_corrected(typo: str, level: str) -> None:
    assert levels.correct(typo)[0][0] == level


def test_completion() -> None:
    assert [c.value for c in levels.complete("")] == list(levels.levels())
    assert levels.complete("sen")[0].value == "senior"
    assert levels.complete("jun")[0].value == "entry"
    assert levels.complete("zzz") == []


@given(st.text())
def test_anything_is_read_without_raising(text: str) -> None:
    for terse in (False, True):
        for mention in levels.mentions(tokens(text), terse=terse):
            assert set(mention.ids) <= levels.levels().keys()
    levels.correct(text)
    levels.complete(text)


@pytest.mark.parametrize("part", ["senior ", "l", "head of ", "software engineer 2 "])
def test_a_megabyte_is_read_in_linear_time(part: str) -> None:
    words = tokens(part * (1_000_000 // len(part)))
    start = time.process_time()
    levels.mentions(words)
    assert time.process_time() - start < 10
