"""Where patterns are tried: at digits and at a few words, with nothing found twice."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.offers.openings import Phrases, each, index, openings
from bot.understand.text import tokens

PIECES = st.sampled_from(
    ["no", "bonus", "nobody", "no-no", "NO", "no.no", ".", " ", "\n", "12", "é", "_", "non"]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)
NO = Phrases([("no", r"no(?: no)*"), ("bonus no", r"(?:no )?bonus")])


def test_openings_are_digits_and_the_words_asked_for_in_order() -> None:
    low = "within two years of 1,250 or .5, none"
    assert openings(low, {"two", "none", "absent"}) == [7, 20, 22, 29, 33]


def test_a_word_is_an_opening_each_time_it_stands() -> None:
    assert openings("one of one", {"one"}) == [0, 7]


def test_a_text_of_words_alone_has_no_openings() -> None:
    assert openings("we are glad to offer you", {"two"}) == []


@given(TEXTS)
def test_openings_are_every_run_of_digits_and_every_word(text: str) -> None:
    low = text.lower()
    places = openings(low, {"no"})
    assert places == sorted(places)
    digits = {m.start() for m in re.finditer(r"(?<![0-9.])[0-9]+", low)}
    words = {m.start() for m in re.finditer(r"(?<![a-z])no(?![a-z])", low)}
    assert digits | words <= set(places)


def test_each_tries_no_other_place() -> None:
    found = each(re.compile(r"\w+"), "abc def", [1, 4])
    assert [match.span() for match in found] == [(1, 3), (4, 7)]


def test_each_leaves_out_what_begins_within_a_match() -> None:
    found = each(re.compile(r"\d+ \d+"), "1 2 3 4", [0, 2, 4, 6])
    assert [match.group() for match in found] == ["1 2", "3 4"]


@given(TEXTS)
def test_each_at_every_place_is_a_plain_search(text: str) -> None:
    pattern = re.compile(r"no\w*|\d+ ?\d*|\.")
    found = [match.span() for match in each(pattern, text, range(len(text)))]
    assert found == [match.span() for match in pattern.finditer(text)]


def test_the_index_knows_words_by_their_folded_form() -> None:
    found = index(tokens("Base, base and Zürich"))
    assert {word: list(found[word]) for word in ("base", "zurich")} == {"base": [0, 6], "zurich": [15]}


def test_words_run_together_stand_for_themselves_too() -> None:
    found = index(tokens("an L4.Base pay"))
    assert (list(found["l4"]), list(found["base"]), list(found["l4base"])) == ([3], [6], [3])
    assert list(index(tokens("base+bonus"))["bonus"]) == [5]


def test_a_phrase_is_tried_only_where_its_word_stands() -> None:
    text = "nobody says no bonus"
    (found,) = Phrases([("no", r"no\w*")]).matches(text, index(tokens(text)))
    assert [match.start() for match in found] == [12]


def test_phrases_are_told_apart_by_pattern() -> None:
    text = "bonus or no bonus, no"
    no, bonus = NO.matches(text, index(tokens(text)))
    assert [match.group() for match in no] == ["no", "no"]
    assert [match.group() for match in bonus] == ["bonus", "no bonus"]


def test_phrases_begin_within_the_part_asked_about() -> None:
    text = "no bonus, no bonus, no bonus"
    words = index(tokens(text))
    for matches in NO.matches(text, words, 10, 20):
        assert [match.start() for match in matches] == [10]
    assert [len(matches) for matches in NO.matches(text, words, 11)] == [1, 2]


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_phrases_never_overlap_their_like(text: str, start: int, end: int) -> None:
    for matches in NO.matches(text, index(tokens(text)), start, end):
        assert all(start <= match.start() < end for match in matches)
        assert all(one.end() <= other.start() for one, other in pairwise(matches))
