"""Jobs said by the people who do them, by a field and "role", apart in a short line; pay that was moved."""

from __future__ import annotations

import pytest

from bot.understand.question import Question, read


def heard(text: str) -> Question:
    """A sentence as it is read."""
    return read(text, spoken=True)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("do hospitals pay backend people well", "backend-engineer"),
        ("who in Leeds has money for devops folks", "site-reliability-engineer"),
        ("what should a frontend guy with five years earn", "frontend-engineer"),
        ("going rate of java leads in Raleigh", "software-engineer"),
        ("what would a kotlin person get in Lyon", "mobile-engineer"),
        ("are there insurers that pay product folks", "product-manager"),
        ("which cities pay infra people best", "infrastructure-engineer"),
        ("who is hiring ml people right now", "machine-learning-engineer"),
        ("pay for ios folks in Oslo", "mobile-engineer"),
        ("my first product job, 88k in Boise", "product-manager"),
        ("it is a software role at a brewery", "software-engineer"),
        ("accounting jobs in Tulsa, what do they pay", "accountant"),
        ("what do salespeople with ai skills make", "account-executive"),
        ("does a sales guy in Perth get more", "account-executive"),
        ("i am the java guy here, what am i worth", "software-engineer"),
        ("what does a privacy lawyer in Lille earn", "legal-counsel"),
        ("who hires ai lawyers", "legal-counsel"),
        ("what does a recruiter in biotech earn these days", "recruiter"),
        ("would a senior recruiter with ai skills be paid more", "recruiter"),
        ("growth pm, Austin, total", "product-manager"),
        ("ai pm or pm, what is the gap", "product-manager"),
        ("staff ds, Dallas", "data-scientist"),
        ("ae salary Chicago", "account-executive"),
        ("senior em Denver", "engineering-manager"),
        ("mid level, product design, Malmo", "product-designer"),
        ("salaries, tax lawyer, Ghent", "legal-counsel"),
        ("Lisbon, 4 years, devops", "site-reliability-engineer"),
        ("they said 71k, qa lead", "qa-engineer"),
        ("paid media specialist Leeds, average", "marketing-specialist"),
        ("offer as a marketing assistant, 41k", "marketing-specialist"),
    ],
)
def test_a_job_is_heard(text: str, role: str) -> None:
    assert heard(text).role == role


@pytest.mark.parametrize(
    "text",
    [
        "people in marketing told me to ask for more",
        "the product people want an answer by Friday",
        "a product people love",
        "our sales people said no",
        "their software people are slow",
        "i spoke with infra people there",
        "a sales guy told me to wait",
        "the backend people said 120 is fine",
        "from the dental software people, 108k",
        "my recruiter went quiet",
        "asked by a recruiter what i earn",
        "the recruiting folks said it is final",
        "the hiring manager, polite, said no",
        "sales leads are slow this month",
        "would a machine learning course raise what i earn",
        "florist + machine learning = more money?",
        "what does a recruiter think when i counter",
        "does a recruiter in tech make me wait on purpose",
        "i am on the ds side of the street",
        "santa fe role",
    ],
)
def test_people_of_the_story_are_no_role(text: str) -> None:
    assert heard(text).role is None


@pytest.mark.parametrize(
    "text",
    ["sales roles at banks", "marketing people in Denver", "good payers, UX, Toronto", "letter's here"],
)
def test_no_single_job_is_read_into_several_or_a_misspelt_word(text: str) -> None:
    found = heard(text)
    assert found.role is None
    assert not [each for each in found.unsure if each.slot == "role"]


def test_a_misspelt_word_after_ai_is_no_occupation() -> None:
    assert heard("how much are ai chops worth for a senior editor").beyond == "editor"


def test_a_field_alone_stays_unread_in_a_command() -> None:
    assert read("swe python").unknown == ("python",)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("they moved 141 to 148", 148_000),
        ("she raised it 90 to 96", 96_000),
        ("they went from 120 up to 128", 128_000),
        ("bumped me from $82k all the way up to $91k", 91_000),
        ("the band is 141 to 148", 144_500),
        ("she said 120, up to 10 days off", 120_000),
        ("we raised the range to 141 to 149", 145_000),
    ],
)
def test_the_pay_it_was_moved_to_is_heard(text: str, amount: float) -> None:
    assert heard(text).amount == amount
