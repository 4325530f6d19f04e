"""A question on the offer at hand is answered from that offer, and from nothing else."""

from __future__ import annotations

import pytest

from bot.understand.offer_questions import OfferQuestion, offer_question
from tests.conftest import Say

NURSE = (
    "/offer Staff Nurse, ICU, Mercy Ridge Hospital, Boston MA. $44.50/hr, 36 hrs a week, weekend diff $3.50."
    " Sign-on $10k"
)
DESIGNER = (
    "/offer Senior Product Designer at Loomly Labs, Austin TX. Salary: $145,000."
    " 22,000 stock options, strike price $1.10, 4yr vest. Fully diluted shares: 11,000,000."
)
CLAWED = (
    "/offer Software engineer at Google, Mountain View. 190k base,"
    " 40k sign on to be repaid if you leave within 12 months"
)
A_YEAR = 44.5 * 36 * 52


@pytest.mark.parametrize(
    ("said", "pay"),
    [
        ("how much is that a year", A_YEAR),
        ("so whats that in a year if i take 3 weeks off", A_YEAR * 49 / 52),
        ("how much in hand per month?", A_YEAR / 12),
        ("what's that per week", 44.5 * 36),
        ("what is it an hour", 44.5),
    ],
)
def test_pay_by_another_period_is_worked_out_of_the_offers_hours(say: Say, said: str, pay: float) -> None:
    say(NURSE)
    facts = say(said).facts
    assert facts.pay == pytest.approx(pay)
    assert facts.base == A_YEAR


def test_in_hand_is_said_to_be_before_tax(say: Say) -> None:
    say("got offer from Zentrix Software: SDE-1, Bangalore. fixed 14 LPA")
    reply = say("how much in hand per month?")
    assert reply.text.startswith("**₹1,16,667 a month at Zentrix Software before tax.**")
    assert "I work out no taxes" in reply.text


@pytest.mark.parametrize(
    ("offer", "said", "first"),
    [
        (NURSE, "is the sign-on paid back if i leave after 1 year?", "**The offer doesn't say.**"),
        (DESIGNER, "is the sign-on paid back if i leave?", "**The offer from Loomly Labs states no sign-on"),
        (CLAWED, "is the sign-on paid back if i leave after 6 months?", "**Yes: leaving after 6 months"),
        (CLAWED, "do i owe the signing bonus back if i quit after a year and 2 months", "**No: after 14"),
        (CLAWED, "do I have to pay the sign-on back?", "**Yes, if you leave within 12 months"),
    ],
)
def test_whether_the_sign_on_is_paid_back(say: Say, offer: str, said: str, first: str) -> None:
    say(offer)
    assert say(said).text.startswith(first)


def test_what_options_are_worth_is_a_table_of_scenarios(say: Say) -> None:
    say(DESIGNER)
    reply = say("what are my options worth")
    assert [row.whole.amount for row in reply.facts.worth.stake.scenarios] == pytest.approx(
        [0, 24_200, 96_800]
    )
    assert all(sum_ in reply.text for sum_ in ("$24,200", "$96,800"))
    assert "No cash until somebody buys" in reply.text


def test_what_percent_of_the_company_that_is(say: Say) -> None:
    assert "22,000 options of 11,000,000 shares (0.2% of the company)" in say(DESIGNER).text
    reply = say("what percent of the company is that?")
    assert reply.facts.worth.stake.percent.amount == pytest.approx(0.2)
    assert reply.text.startswith("**0.2% of the company: 22,000 of 11,000,000 shares.**")
    say(DESIGNER.partition(" Fully")[0], "bea")
    assert say("what percent of the company is that?", "bea").text.startswith("**I can't say yet")


@pytest.mark.parametrize(
    "said",
    [
        "how much do data engineers make a year in Austin?",
        "what is the median a year",
        "what bonus do they pay a year",
        "how many days of vacation a year",
        "should I ask for 150k a year?",
        "they offer 120k a year now",
        "is 46 an hour good?",
        "what do you know of startups",
        "I pay that back every month",
    ],
)
def test_other_words_are_no_question_on_the_offer(say: Say, said: str) -> None:
    say(NURSE)
    assert type(say(said).facts).__name__ != "AboutOfferFacts"


def test_a_look_up_since_is_what_that_means(say: Say) -> None:
    say(NURSE)
    say("/median data engineer, Austin")
    assert type(say("how much is that a year").facts).__name__ == "MedianFacts"


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("What’s that a month?", OfferQuestion("pay", "month")),
        ("ok so how much is this annually", OfferQuestion("pay", "year")),
        ("how much is my equity worth?", OfferQuestion("stake")),
        ("how much of the company do I get", OfferQuestion("percent")),
        (
            "what if I leave after two years, do I repay the signing bonus?",
            OfferQuestion("pay_back", leaving=24),
        ),
        ("", None),
        ("a" * 10_000, None),
    ],
)
def test_how_a_question_is_read(said: str, asked: OfferQuestion | None) -> None:
    assert offer_question(said) == asked


def test_the_employer_is_named_once_and_a_weekend_is_a_weekend(say: Say) -> None:
    text = say(NURSE).text
    assert "Staff Nurse, ICU at Mercy Ridge Hospital" in text
    assert "weekend differential $3.50 an hour" in text


@pytest.mark.parametrize(
    ("said", "wholes"),
    [
        ("how much is 1.2% worth at 300M exit", [3_600_000]),
        ("what would .5% be worth if they sell for 500 million", [2_500_000]),
        ("what is 2% of a 40m company worth", [800_000]),
        ("how much is 1% worth at a 100m exit with 20% dilution", [800_000]),
    ],
)
@pytest.mark.parametrize("before", ["", DESIGNER])
def test_a_part_of_a_company_is_worth_that_part_of_what_is_paid_for_it(
    say: Say, before: str, said: str, wholes: list[float]
) -> None:
    if before:
        say(before)
    reply = say(said)
    assert [row.whole.amount for row in reply.facts.worth.stake.scenarios] == pytest.approx(wholes)
    assert f"${wholes[0]:,.0f}" in reply.text
    assert "median" not in reply.text


def test_the_options_at_hand_are_valued_at_the_exit_that_is_named(say: Say) -> None:
    say(DESIGNER)
    reply = say("what do i get at a 110 million exit")
    assert [row.whole.amount for row in reply.facts.worth.stake.scenarios] == pytest.approx([195_800])
