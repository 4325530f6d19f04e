"""Where nothing was said before, all words of a text outweigh a telling word, but for the cases named."""

from __future__ import annotations

import pytest

from bot.offers.reader import Reading
from bot.plain_wish import asks_of_pay, plain_wish
from bot.understand.intent import ai_skills, intent
from tests.conftest import Say


def nothing() -> None:
    """What a text implies that names no job."""


def plainly(text: str) -> str | None:
    return plain_wish(text, intent(text), Reading(other="nothing"), nothing)


# Each holds a telling word of another command, and stands in no teaching text.
@pytest.mark.parametrize(
    ("text", "told", "wish"),
    [
        ("how would i counter politely, what do i say for more salary", "counter", "counter"),
        ("can i negotiate a later start in september", "counter", "package"),
        ("could you explain how the counter command works", "counter", "help"),
    ],
)
def test_all_words_outweigh_a_telling_word(text: str, told: str, wish: str, say: Say) -> None:
    assert intent(text) == told
    assert plainly(text) == wish
    assert say(text).intent == wish


@pytest.mark.parametrize(
    "text",
    [
        "does copilot experience raise a paralegal's salary",
        "is there extra money in pytorch for a biologist",
        "how much is the llm thing worth for backend people in denver",
    ],
)
def test_skills_no_telling_word_names_are_asked_about_as_a_premium(text: str, say: Say) -> None:
    assert say(text).intent == "premium"


@pytest.mark.parametrize("text", ["do AI engineers earn well in Boise?", "what do AI startups pay nurses"])
def test_a_job_or_an_employer_of_ai_is_no_skill(text: str) -> None:
    assert not ai_skills(text)
    assert plainly(text) != "premium"


def test_the_very_words_for_being_forgotten_are_never_outweighed() -> None:
    assert intent("dleete my data") == "forget"
    assert plainly("dleete my data") is None


def test_dont_forget_is_left_to_what_else_it_says() -> None:
    assert plainly("please don't forget me") is None


def test_an_offer_in_the_text_is_judged_unless_more_is_wanted_with_it(say: Say) -> None:
    offered = "Acme offers 150k base, software engineer, Denver."
    assert say(f"{offered} 10% bonus.").intent == "offer"
    assert say("They offer 150k base. How do I word a request for 165k?").intent == "counter"


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("is 170k good for a nurse in Ohio?", True),
        ("170k for a nurse in Ohio", False),
        ("they offered me 170k, can you write back that i want 180k?", False),
    ],
)
def test_a_sum_in_a_question_of_pay_is_no_offer(text: str, asks: bool) -> None:
    assert asks_of_pay(text) is asks
