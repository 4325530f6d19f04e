"""Lines people say to a recruiter, and what is read in each."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playbook.drill import Table, Terms
from bot.playbook.lines import Line, read

TERMS = Terms("offer", Table(170_000.0, 25_000.0, 120_000.0), 190_000.0, currency="USD", equity_unit="value")
HOURLY = Terms("offer", Table(62.0), 68.0, period="hour", per_year=2080.0, currency="USD")
PERCENT = Terms("offer", Table(170_000.0, 0.0, 0.05), 190_000.0, currency="USD", equity_unit="pct")
FLAGS = [field.name for field in fields(Line) if field.type == "bool" and field.name != "question"]
WORDS = ["200k", "I make", "median", "...", "sorry", "10%", "more", "or walk", "€5", "?", "\n", "and"]
LOOSE = {"close", "filler", "market", "written", "time", "rival", "wants_range"}  # said on the way, harmless


def line(text: str, terms: Terms = TERMS) -> Line:
    return read(text, terms, terms.start.base)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("I'm looking for 200k base", 200_000, 200_000),
        ("My number is $195,000.", 195_000, 195_000),
        ("200", 200_000, 200_000),
        ("Could you do 190?", 190_000, 190_000),
        ("I'm targeting 190 to 210k", 190_000, 210_000),
        ("somewhere between $190,000 and $210,000", 190_000, 210_000),
        ("The median is 208k, so I'm asking for 200k", 200_000, 200_000),
        ("The median for this role is 208k. Can you match that?", 208_000, 208_000),
        ("I have another offer at 195k. Could you match it?", 195_000, 195_000),
        ("Based on the market I'm looking for 205,000", 205_000, 205_000),
        ("You offered 170k, I'd like 190k", 190_000, 190_000),
        ("170k is below what the role pays; 195k would do it", 195_000, 195_000),
        ("Can we do 10% more?", 187_000, 187_000),
        ("I'd need a 15% increase on that", 195_500, 195_500),
        ("I'd accept 190k", 190_000, 190_000),
        ("If you can get to 192k I'll sign today", 192_000, 192_000),
        ("I make 150k now and I want 200k", 200_000, 200_000),
        ("I built a pipeline that saved $2M a year, so 200k is fair", 200_000, 200_000),
        ("I cut support tickets by 40% for 90k users. I'm asking for 198k", 198_000, 198_000),
        ("How about one hundred ninety thousand dollars?", 190_000, 190_000),
        ("190k base and a 40k sign-on", 190_000, 190_000),
        ("I'd rather not share my current pay, I'm looking for 200k", 200_000, 200_000),
        ("What I need is $200k/year", 200_000, 200_000),
        ("Could you do 5k more?", 175_000, 175_000),
        ("I was hoping for something closer to 210", 210_000, 210_000),
        ("How about we meet in the middle, 190?", 190_000, 190_000),
        ("I'd be comfortable at 205K", 205_000, 205_000),
        ("I'm at 165 now so 10% more than that", 181_500, 181_500),
        ("make it 188 and we have a deal", 188_000, 188_000),
        ("Given eval work that halved errors, 195k.", 195_000, 195_000),
    ],
)
def test_the_base_asked_for(text: str, low: float, high: float) -> None:
    found = line(text)
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)
    assert "base" in found.levers


@pytest.mark.parametrize(
    "text",
    [
        "I led a team of 200 people",
        "We served 150 customers with it",
        "I have 12 years of experience",
        "I run GPT-4 evaluations on 500 cases",
        "The median for this role is $208,000",
        "I make 150k today",
        "you offered 170k",
        "I cut costs by 40%",
        "I saved the company $300,000",
        "Can I start on 15 March 2027?",
        "the pay data says 190k to 220k for similar roles",
        "I have a competing offer at 195k",
        "I could use 30k as a sign-on",
        "The band for product managers that you posted reaches 200k",
        "Can we talk in 20 minutes?",
    ],
)
def test_figures_that_are_no_ask(text: str) -> None:
    assert line(text).high is None


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("I make 150k now", 150_000),
        ("I'm at 145 today", 145_000),
        ("My current salary is $152,000", 152_000),
        ("Currently on 140k", 140_000),
        ("They pay me 155k plus bonus", 155_000),
        ("I was making 160k at my last job", 160_000),
        ("my base is 150", 150_000),
        ("Well, I earn 148,000 and want 180k", 148_000),
    ],
)
def test_todays_pay_is_heard(text: str, present: float) -> None:
    assert line(text).present == present


@pytest.mark.parametrize(
    "text",
    [
        "I'd rather not share that",
        "I prefer to focus on the role",
        "My current salary is confidential",
        "I don't discuss what I make; what's the range?",
        "Let's focus on the market for this role",
        "That's not relevant to what this job pays",
    ],
)
def test_the_question_for_todays_pay_is_turned_away(text: str) -> None:
    found = line(text)
    assert found.dodged
    assert found.present is None
    assert not found.hinted


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("I'd want a good bump on what I make", {"hinted"}),
        ("I built an eval pipeline that cut review errors by 40%", {"did", "outcome"}),
        ("I led the migration of our billing system", {"did"}),
        ("My team shipped it in half the time", {"did", "outcome"}),
        ("I automated the reports, which saved four hours a week", {"did", "outcome"}),
        ("Sorry, I hate to ask", {"apology"}),
        ("I don't want to be difficult", {"apology"}),
        ("200k or I walk", {"ultimatum"}),
        ("Take it or leave it", {"ultimatum"}),
        ("I won't accept less than 200k", {"ultimatum"}),
        ("I accept, thank you!", {"accept"}),
        ("OK, deal", {"accept"}),
        ("That works for me", {"accept"}),
        ("yes", {"yes"}),
        ("Yes, please!", {"yes"}),
        ("I can't accept that", set()),
        ("I'll take it if you add a sign-on", set()),
        ("No deal", {"walk"}),
        ("Thank you, but I have to decline", {"walk"}),
        ("I'll pass, thanks", {"walk"}),
        ("I'll walk away unless you get to 200k", {"ultimatum"}),
        ("...", {"silent"}),
        ("…", {"silent"}),
        ("(silence)", {"silent"}),
        ("*waits*", {"silent"}),
        ("I say nothing", {"silent"}),
        ("I was just wondering, maybe a bit more?", {"vague", "filler"}),
        ("Is there any room on the base?", {"vague"}),
        ("Can you do better?", {"vague"}),
        ("What's the range for this role?", {"wants_range"}),
        ("What have you budgeted?", {"wants_range"}),
        ("Could I have a few days to think about it?", {"time"}),
        ("Could you send it over in writing?", {"written", "close"}),
        ("Can we get there?", {"close"}),
        ("With that I'm ready to sign", {"close"}),
        ("The market median says otherwise", {"market"}),
        ("Hello", set()),
        ("Thanks, I'm excited about the team", set()),
        ("How does the team work?", set()),
    ],
)
def test_what_a_line_does(text: str, flags: set[str]) -> None:
    found = line(text)
    got = {flag for flag in FLAGS if getattr(found, flag)}
    assert got - (LOOSE - flags) == flags


@pytest.mark.parametrize(
    ("text", "levers"),
    [
        ("200k base and a 40k sign-on", {"base", "sign_on"}),
        ("200k, more equity, more vacation, a higher title", {"base", "equity", "time_off", "title"}),
        ("Could you add a sign-on?", {"sign_on"}),
        ("I'd like 40k as a signing bonus", {"sign_on"}),
        ("Could we raise the equity to 150k?", {"equity"}),
        ("Can we improve the RSU grant?", {"equity"}),
        ("How does the equity vest?", set()),
        ("I want to read the equity documents", set()),
        ("I'd like a higher target bonus", {"bonus"}),
        ("What about a review in six months?", {"review"}),
        ("Could I work from home?", {"remote"}),
        ("I'm asking for 195k", {"base"}),
    ],
)  # fmt: skip
def test_what_is_asked_for(text: str, levers: set[str]) -> None:
    assert set(line(text).levers) == levers


def test_sizes_of_other_things() -> None:
    assert line("I'd like 40k as a signing bonus").sign_on == 40_000
    assert line("Could we raise the equity to 150k?").equity == 150_000
    assert line("Could we go to 0.08% equity?", PERCENT).equity == 0.08
    assert line("Could you add a sign-on?").sign_on == 0


@pytest.mark.parametrize("text", ["70 an hour", "I'm looking for $70", "145,600 a year", "could you do 70?"])
def test_an_hourly_offer_is_asked_for_by_the_hour(text: str) -> None:
    assert line(text, HOURLY).low == pytest.approx(70.0)


def test_a_market_figure_is_kept_apart_from_the_ask() -> None:
    found = line("The median for this role is $208,000, so I'm asking for 198k. Can we get there?")
    assert (found.market_figure, found.low, found.close) == (208_000, 198_000, True)
    assert "get there" in found.tail


def test_another_currency_is_no_number_to_ask_for() -> None:
    assert line("I'm looking for €200,000").high is None


@given(st.text(max_size=400) | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text_is_a_line(text: str) -> None:
    found = read(text, TERMS, 175_000.0)
    assert found.low is None or 0 < found.low <= (found.high or 0)
