"""A person's words in a letter: whole sentences as they are, fragments word for word in a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playbook.letter import length
from bot.playbook.prose import MOST_LINES, Own, own_words


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("i precept new graduates, 12 in 3 years", "I precept new graduates, 12 in 3 years"),
        ("Cut falls by 30 percent", "I cut falls by 30 percent"),
        ("Built the parser. Errors halved.", "I built the parser. Errors halved"),
        ("The team adopted it in a week", "The team adopted it in a week"),
        ("In 2024 we rebuilt the search", "In 2024 we rebuilt the search"),
        ("I have build whole backend alone in 4 month", "I have build whole backend alone in 4 month"),
        ("", ""),
    ],
)
def test_whole_sentences_stand_in_the_text(said: str, text: str) -> None:
    assert own_words(said) == Own(text)


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("lead scoring rebuilt, MQL to SQL 12% to 19%", ("Lead scoring rebuilt, MQL to SQL 12% to 19%",)),
        ("forecast model -> stockouts down 18%", ("Forecast model -> stockouts down 18%",)),
        (
            "\u2022 Negotiated 60 contracts\n\u2022 Cut review from 9 days to 4\n- Built clause library",
            (
                "Negotiated 60 contracts",
                "Cut review from 9 days to 4",
                "Built clause library",
            ),
        ),
        (
            "Redesigned onboarding flow. Activation from 31% to 44%. Tested w/ 40 users",
            ("Redesigned onboarding flow", "Activation from 31% to 44%", "Tested with 40 users"),
        ),
        ("118% of quota, two years in a row", ("118% of quota, two years in a row",)),
        ("Promoted twice in three years", ("Promoted twice in three years",)),
    ],
)
def test_fragments_stand_in_a_list_word_for_word(said: str, lines: tuple[str, ...]) -> None:
    assert own_words(said) == Own(lines=lines)


def test_a_list_is_shortened_by_whole_lines() -> None:
    own = own_words("- one two three\n- four five six\n- seven eight nine")
    assert own.within(6).lines == ("One two three", "Four five six")
    assert own.within(2).lines == ("One two",)


@given(st.text(max_size=300), st.integers(1, 60))
def test_any_words_are_held_within_their_room(said: str, most: int) -> None:
    own = own_words(said)
    assert len(own.lines) <= MOST_LINES
    assert not (own.text and own.lines)
    assert length(own.within(most).said) <= most
