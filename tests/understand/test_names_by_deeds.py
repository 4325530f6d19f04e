"""Employers nobody listed are heard by what they do, and names are not taken for the places inside them."""

from __future__ import annotations

import time

import pytest

from bot.understand.question import Question, read


def heard(text: str) -> Question:
    """A sentence as it is read."""
    return read(text, spoken=True)


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("globex wants me as product manager in boston for 150k base", "Globex"),
        ("brightwater labs offered me 92k", "Brightwater Labs"),
        ("Blue Finch Robotics sent me an offer letter", "Blue Finch Robotics"),
        ("so vandelay came in at 98k for account manager", "Vandelay"),
        ("a bakery chain Sweet Orchard wants to pay me 62k", "Sweet Orchard"),
        ("Rosie's said $29.75 for store ops", "Rosie's"),
        ("hi, quillworks is offering 118", "Quillworks"),
        ("loomhaus lowballed me", "Loomhaus"),
        ("Harborview Dental gave me 61k", "Harborview Dental"),
    ],
)
def test_an_employer_is_known_by_its_deeds(text: str, company: str) -> None:
    assert heard(text).company == company


@pytest.mark.parametrize(
    "text",
    [
        "Karen offered me 150",
        "Accountant Jo said 150",
        "my wife wants me to take it",
        "grandma gave me 20k",
        "the landlord offered me 20k",
        "recruiter offered me 150",
        "they just offered me 150",
        "hr said 150",
        "the company said 150 is max",
        "another startup gave me 90",
        "someone wants to hire me",
        "the New York office offered me 150",
    ],
)
def test_somebody_in_the_story_is_no_employer(text: str) -> None:
    assert heard(text).company is None


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("an offer from the Velvet Compass for comms manager", "Velvet Compass"),
        ("a startup named Kite & Key, 12 people", "Kite & Key"),
        ("is stripe top of market", "Stripe"),
        ("is square generous", "Square"),
        ("is this good: ups, data analyst, louisville, 67k", "UPS"),
        ("an offer from JP Morgan Chase", "JPMorgan Chase"),
    ],
)
def test_a_company_is_heard_in_further_places(text: str, company: str) -> None:
    assert heard(text).company == company


def test_a_word_that_a_company_goes_by_is_no_company_in_a_list_of_figures() -> None:
    assert heard("my base: floor 130, target, then").company is None


@pytest.mark.parametrize(
    "text", ["a teacher at Lincoln High here", "text my boss at Sunrise Bakery", "at Denver Elementary, 60k"]
)
def test_a_town_in_an_institutions_name_is_no_place(text: str) -> None:
    assert heard(text).place is None


@pytest.mark.parametrize("text", ["Boston Health Data Analyst", "a bakery in Sunrise", "Denver USD 90,000"])
def test_a_town_beside_other_words_stays_one(text: str) -> None:
    assert heard(text).place is not None


@pytest.mark.parametrize(
    "text", ["globex " * 4000, "Karen Offered " * 4000, "Sunrise Bakery " * 4000, "a & " * 8000]
)
def test_long_texts_are_read_at_once(text: str) -> None:
    began = time.perf_counter()
    heard(text)
    assert time.perf_counter() - began < 1.0
