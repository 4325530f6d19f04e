"""Which company a question names, and which words only look like one."""

from __future__ import annotations

import time

import pytest

from bot.understand.question import read


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("senior swe stripe sf", "Stripe"),
        ("swe brex", "Brex"),
        ("swe at abridge sf", "Abridge"),
        ("swe @ramp", "Ramp"),
        ("swe @ Ramp sf", "Ramp"),
        ("swe from Match Group in dallas", "Match Group"),
        ("em match group", "Match Group"),
        ("swe at initech seatle", "Initech"),
        ("Stripe's band for swe", "Stripe"),
        ("forward deployed engineer at writer", "Writer"),
        ("swe ramp", None),
        ("swe at senior level", None),
        ("swe seattle at all levels", None),
        ("writer nyc", None),
        ("swe, ada@stripe.com", None),
    ],
)
def test_a_company_in_the_arguments_of_a_command(text: str, company: str | None) -> None:
    assert read(text).company == company


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("what does stripe pay senior engineers", "Stripe"),
        ("what does initech pay a swe", "Initech"),
        ("how much does red ventures pay a swe in charlotte", "Red Ventures"),
        ("what does ramp pay a pm", "Ramp"),
        ("senior swe at abridge", "Abridge"),
        ("What Does A SWE At Acme Make In Denver", "Acme"),
        ("how to ramp up as a swe", None),
        ("does python pay more for a swe", None),
        ("does AI pay more for data scientists", None),
        ("what do startups pay a swe", None),
        ("what does the market pay a swe", None),
        ("swe at a series b startup", None),
        ("data scientist at FAANG", None),
        ("do swes at scale earn more in sf", None),
    ],
)
def test_a_company_in_a_sentence(text: str, company: str | None) -> None:
    assert read(text, spoken=True).company == company


def test_a_company_takes_nothing_from_the_place() -> None:
    found = read("swe at initech seatle")
    assert (found.company, found.place) == ("Initech", "0042660")


@pytest.mark.parametrize("part", ["at ", "what does a ", "@", "At A", "at a@b's "])
def test_hostile_text_takes_no_time(part: str) -> None:
    text = part * (200_000 // len(part))
    start = time.process_time()
    read(text, spoken=True)
    assert time.process_time() - start < 1.0
