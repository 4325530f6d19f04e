"""What may name a company, a job or a place: the spans, before any is judged."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.candidates import What, candidates
from tests.offers.marked import laid

PIECES = st.sampled_from(
    [
        "Offer", "from", "acme", "Acme", "Acme's", "Umbra Inc.", "& Sons", "of", "the", "and", "de", "I'm",
        "Google", "google", "Uber SF", "Senior", "Engineer", "software", "engineer", "II", "L5", "VP",
        "of Sales", ",", ".", ":", "-", "/", "\n", "Title:", "Location", "in", "Denver", "austin, tx",
        "Remote", "150k", "offered me", "is giving", "role", "Salesforce developer", "https://a.example",
        "<b>", "(", "3M", "position of", "as a", "İ", "Zoë",
    ]
)  # fmt: skip


def named(text: str, what: What) -> list[str]:
    return [one.text for one in candidates(laid(text)) if one.what == what]


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Offer from Acme, 150k base", "Acme"),
        ("offer from acme, 150k", "acme"),
        ("joining acme next month", "acme"),
        ("acme offered me 150k", "acme"),
        ("acme is giving 150k", "acme"),
        ("acme just gave me 150k", "acme"),
        ("got google 150k", "google"),
        ("Acme Corp. is pleased to offer you", "Acme Corp."),
        ("Umbra Labs, Inc. is pleased", "Umbra Labs, Inc."),
        ("Acme's offer is 150k", "Acme"),
        ("Company: Old Dominion", "Old Dominion"),
        ("Uber SF 150k", "Uber"),
        ("Umbra L5 150k", "Umbra"),
        ("Got Umbra today", "Umbra"),
        ("While Umbra pays well", "Umbra"),
        ("Salesforce offered me 150k", "Salesforce"),
    ],
)
def test_what_may_be_a_company(text: str, company: str) -> None:
    assert company in named(text, "company")


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("acme 150k", "acme"),
        ("base 150k", "base"),
        ("Salesforce developer at Umbra", "Salesforce"),
        ("Got Umbra today", "Got Umbra"),
        ("Dear Umbra team", "Dear Umbra"),
        ("from <script>", "script>"),
        ("paid by 150k", "150k"),
        ("acme is pleased", "acme"),
    ],
)
def test_what_is_no_company(text: str, none: str) -> None:
    assert none not in named(text, "company")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Title: Staff Accountant\nCompany: Umbra", "Staff Accountant"),
        ("the position of Senior Data Engineer in Austin", "Senior Data Engineer"),
        ("Role: Product Manager, Growth; base 150k", "Product Manager, Growth"),
        ("Role: Product Manager, Growth; base 150k", "Product Manager"),
        ("Role: Grand Wizard, Umbra; base 150k", "Grand Wizard"),
        ("software engineer, Platform, Umbra", "software engineer, Platform"),
        ("hired me as a welder at Umbra", "welder"),
        ("SDE II at Umbra", "SDE II"),
        ("Senior Vice President of Operations", "Senior Vice President of Operations"),
        ("sr. engineer, 150k", "sr. engineer"),
        ("Salesforce developer at Umbra", "Salesforce developer"),
        ("offered me a senior nurse role", "senior nurse"),
        ("full-stack engineer", "full-stack engineer"),
        ("base 150k, software engineer", "software engineer"),
    ],
)
def test_what_may_be_a_title(text: str, title: str) -> None:
    assert title in named(text, "title")


def test_a_level_after_a_title_is_no_part_of_it() -> None:
    assert named("software engineer l5", "title") == ["software engineer"]
    assert named("software engineer ii", "title") == ["software engineer ii"]


def test_capitals_after_a_title_go_with_it_whole_or_up_to_a_comma() -> None:
    assert named("software engineer Umbra Zeta", "title") == [
        "software engineer",
        "software engineer Umbra Zeta",
    ]


def test_a_title_begins_with_no_small_word() -> None:
    assert named("my engineer", "title") == ["engineer"]
    assert named("backend engineer", "title")[-1] == "backend engineer"


def test_what_is_announced_ends_where_a_title_must() -> None:
    text = "Title: Chief Wizard reporting to the board"
    assert "Chief Wizard" in named(text, "title")
    assert all("reporting" not in title for title in named(text, "title"))


def test_words_announced_further_on_are_no_title() -> None:
    assert named("Title: one two three four five six seven eight nine ten", "title") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Offer from Umbra, Denver, 150k", "Denver"),
        ("nurse in boston 80k", "boston"),
        ("in Austin, TX", "Austin, TX"),
        ("150k remote", "remote"),
    ],
)
def test_what_may_be_a_place(text: str, place: str) -> None:
    assert named(text, "location") == [place]


def test_in_a_long_text_a_place_in_small_letters_needs_a_word_before_it() -> None:
    words = "we will pay you well and you may ask us for more of it " * 6
    assert named(f"{words} denver 80k", "location") == []
    assert named(f"{words} based in denver", "location") == ["denver"]
    assert named(f"{words} and Denver", "location") == ["Denver"]
    assert named(f"{words} and remote", "location") == ["remote"]
    assert named("denver 80k", "location") == ["denver"]


@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_candidates_are_their_words_in_order_and_each_once(text: str) -> None:
    layout = laid(text)
    found = candidates(layout)
    assert all(layout.source.text[one.start : one.end] == one.text != "" for one in found)
    keys = [(one.start, one.end, one.what) for one in found]
    assert all(before < after for before, after in pairwise(keys))
