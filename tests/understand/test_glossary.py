"""The field's words explained, and nothing else taken for a question about one."""

from __future__ import annotations

import pytest

from bot.understand import glossary
from bot.understand.vocab import rows


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("what means cliff", "cliff"),
        ("what is RSU", "RSU"),
        ("What's a cliff?", "cliff"),
        ("what is OTE", "OTE"),
        ("what does 409A mean", "409A"),
        ("what does the strike price mean?", "strike price"),
        ("define double-trigger", "double trigger"),
        ("what is the meaning of “fully diluted”?", "fully diluted"),
        ("what are refreshers", "refresh grant"),
        ("explain CTC please", "CTC"),
        ("what is the sign-on bonus", "sign-on"),
        ("how do stock options work?", "option"),
        ("can u explain ppu", "PPU"),
        ("could you tell me what a cliff is", "cliff"),
        ("explain to me what dilution means pls", "dilution"),
        ("wtf is a clawback", "clawback"),
    ],
)
def test_a_question_about_a_word(said: str, name: str) -> None:
    found = glossary.asked(said)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "said",
    [
        "what is the median",
        "what is the base",
        "what is my floor",
        "what is the median for a product manager in Austin",
        "what is a good sign-on for a staff engineer",
        "what is a pm salary",
        "cliff",
        "what",
        "what is " + "a " * 5_000,
    ],
)
def test_other_questions_are_about_no_word(said: str) -> None:
    assert glossary.asked(said) is None


def test_with_an_offer_at_hand_the_cliff_is_that_of_the_offer() -> None:
    assert glossary.asked("what is the cliff", at_hand=True) is None
    assert glossary.asked("what is a cliff", at_hand=True) is not None
    assert glossary.asked("what does the cliff mean", at_hand=True) is not None


def test_no_name_is_of_two_words_and_every_one_is_found() -> None:
    names = [(alias, row["term"]) for row in rows("glossary") for alias in row["aliases"].split("|")]
    assert len({alias for alias, _ in names}) == len(names)
    for alias, name in names:
        found = glossary.term(alias)
        assert found is not None
        assert found.name == name
        assert 1 <= found.meaning.count(". ") + 1 <= 3
    assert set(glossary.names()) == {name for _, name in names}
