"""Questions on the terms of an offer at hand: what leaving costs, all of the pay, pay at target, any term."""

from __future__ import annotations

import pytest

from bot.commands.about_offer import AboutOfferFacts
from bot.turn import Reply
from tests.conftest import Say

NURSE = (
    "/offer Staff Nurse, ICU, Mercy Ridge Hospital, Boston MA. $44.50/hr, 36 hrs a week. Sign-on $10k,"
    " 24 month commitment"
)
SELLER = "/offer Account Executive at Veltrix, Denver. base $80k, OTE $160k, quota 1.1m, 3 month ramp"
CONTRACT = (
    "/offer contract Data Engineer at Apex Staffing, Charlotte NC, $88/hr W2, 40 hours a week, 12 months"
)
INDIA = (
    "got offer from Zentrix Software: SDE-1, Bangalore. fixed 14 LPA, 10% variable,"
    " ESOPs worth 6 lakh vesting over 4 years, 2 year bond of 1.5 lakh"
)
DESIGNER = (
    "/offer Senior Product Designer at Loomly Labs, Austin TX. Salary: $145,000. 22,000 stock options,"
    " strike price $1.10, 4yr vest with 1 year cliff. Fully diluted shares: 11,000,000."
)
COUNSEL = (
    "/offer Senior Corporate Counsel at Ledgerline Inc., New York. Base 225,000, 20% bonus. Sign-on 30k"
    " repaid if you leave within 12 months. RSUs worth $200,000 over 4 years. Answer by December 4."
)
TEACHER = "/offer 5th grade teacher at Fairview Public Schools, Omaha. $54,200, step 3 MA, 187 days"


def facts(reply: Reply) -> AboutOfferFacts:
    assert isinstance(reply.facts, AboutOfferFacts), reply.text
    return reply.facts


@pytest.mark.parametrize(
    ("offer", "said", "kept", "back"),
    [
        (COUNSEL, "what if I leave after 18 months", 1.5 * 270_000 + 30_000 + 75_000, 0),
        (COUNSEL, "what do I keep if I quit after 6 months?", 135_000 + 25_000, 30_000),
        (COUNSEL, "what would I lose if I quit after two years", 2 * 270_000 + 30_000 + 100_000, 0),
        (NURSE, "what happens if i leave after a year", 44.5 * 36 * 52, 10_000),
        (CONTRACT, "what if i leave after 2 years", 88 * 40 * 52, 0),
        (DESIGNER, "what if I get fired after 10 months", 145_000 * 10 / 12, 0),
        (INDIA, "can I leave before 2 years", 2 * 1_540_000, 0),
    ],
)
def test_what_leaving_lets_a_person_keep(say: Say, offer: str, said: str, kept: float, back: float) -> None:
    say(offer)
    found = facts(say(said)).leaving[0]
    assert found.kept == pytest.approx(kept)
    assert found.back == back


def test_leaving_without_a_time_tells_of_one_and_two_years_and_of_options_the_part_vested(say: Say) -> None:
    say(DESIGNER)
    reply = say("what happens to my options if i quit")
    assert [each.months for each in facts(reply).leaving] == [12, 24]
    assert facts(reply).vested == 5_500
    assert "5,500 (25%) would have vested" in reply.text
    early = say("what if i leave after 6 months")
    assert facts(early).vested == 0
    assert "keep them only if you buy" not in early.text


def test_a_bond_is_said_with_what_leaving_gives(say: Say) -> None:
    say(INDIA)
    assert "There is a bond" in say("what happens if I leave in one year").text
    assert say("what is the bond about").text.startswith("**A bond binds you for a time")


@pytest.mark.parametrize(
    ("offer", "said", "total"),
    [
        (COUNSEL, "what do I make in year one", 270_000 + 30_000 + 50_000),
        (COUNSEL, "what's the total comp", 350_000),
        (COUNSEL, "total over 4 years", 4 * 270_000 + 30_000 + 200_000),
        (COUNSEL, "how much of it is cash", 350_000),
        (CONTRACT, "what do I make in 6 months", 88 * 40 * 26),
        (INDIA, "what's the CTC", 1_540_000),
    ],
)
def test_all_of_the_pay_over_some_time(say: Say, offer: str, said: str, total: float) -> None:
    say(offer)
    found = facts(say(said))
    assert found.asked.about == "total"
    assert found.leaving[0].cash + found.leaving[0].equity == pytest.approx(total)


@pytest.mark.parametrize(
    "said",
    [
        "what is OTE realistically, how many hit quota",
        "is 160 ote good?",
        "whats realistic OTE here",
        "how many reps hit quota",
        "is the OTE guaranteed",
        "how much of it is base",
        "what is the pay mix",
        "is it mostly variable",
    ],
)
def test_pay_at_target_is_told_apart_and_nobodys_attainment_is_claimed(say: Say, said: str) -> None:
    say(SELLER)
    reply = say(said)
    found = facts(reply)
    assert (found.base, found.variable, found.base_pct) == (80_000, 80_000, 50)
    assert [(row.percent, row.paid) for row in found.at_target] == [(50, 120_000), (70, 136_000)]
    assert "I hold no data on how many people reach quota" in reply.text
    assert "How many of the team reached quota last year" in reply.text


@pytest.mark.parametrize(
    ("said", "paid"),
    [("what if i only hit 70% of quota", 136_000), ("what do I earn if I hit 120%", 176_000)],
)
def test_a_part_of_the_quota_is_reckoned_from_base_and_variable(say: Say, said: str, paid: float) -> None:
    say(SELLER)
    assert [row.paid for row in facts(say(said)).at_target] == [pytest.approx(paid)]


def test_without_an_ote_none_is_made_up(say: Say) -> None:
    say("/offer Account Executive at Veltrix, Denver. base $80k")
    reply = say("what is OTE realistically, how many hit quota")
    assert facts(reply).at_target == ()
    assert reply.text.startswith("**The offer at Veltrix names no pay at target (OTE)")


@pytest.mark.parametrize(
    "said", ["is the bonus guaranteed", "is my bonus guaranteed?", "is the bonus for sure"]
)
def test_a_target_bonus_is_no_guarantee_and_no_answer_of_theirs(say: Say, said: str) -> None:
    say(COUNSEL)
    reply = say(said)
    assert (facts(reply).base, facts(reply).bonus) == (225_000, 45_000)
    assert reply.text.startswith("**Don't count on all of it")


@pytest.mark.parametrize(
    ("offer", "said", "first"),
    [
        (COUNSEL, "when do i have to answer", "**Answer by December 4.**"),
        (COUNSEL, "how much time do I have", "**Answer by December 4.**"),
        (
            COUNSEL,
            "how much is the bonus",
            "**$45,000 a year of target bonus at Ledgerline Inc.: 20% × $225,000.**",
        ),
        (DESIGNER, "what does cliff mean here", "**Nothing vests before month 12 (the cliff)"),
        (DESIGNER, "when do the options vest", "**Nothing vests before month 12 (the cliff)"),
        (DESIGNER, "how much would it cost to exercise", "**$24,200 to buy all of them: 22,000 × $1.10.**"),
        (NURSE, "when do I get the sign on", "**$10,000, once, paid back if you leave within 24 months.**"),
        (
            NURSE,
            "how much is overtime",
            "**Nothing I read in the offer from Mercy Ridge Hospital says anything on",
        ),
        (
            NURSE,
            "is health insurance included?",
            "**Nothing I read in the offer from Mercy Ridge Hospital says",
        ),
        (NURSE, "how many vacation days do i get", "**Nothing I read in the offer from Mercy Ridge"),
        (
            CONTRACT,
            "what if they end it early",
            "**Nothing I read in the offer from Apex Staffing says anything on no",
        ),
        (
            INDIA,
            "notice period kitna hai",
            "**Nothing I read in the offer from Zentrix Software says anything on",
        ),
        (SELLER, "whats the ramp", "**There is a word on a ramp or a draw in what you pasted"),
        (
            SELLER,
            "is the commission capped",
            "**Nothing I read in the offer from Veltrix says anything on a cap",
        ),
        (
            TEACHER,
            "do I get paid in summer",
            "**Nothing I read in the offer from Fairview Public Schools says",
        ),
        (TEACHER, "how do steps work", "**Nothing I read in the offer from Fairview Public Schools says"),
    ],
)
def test_a_term_is_told_or_said_to_be_unsaid_with_what_to_ask(
    say: Say, offer: str, said: str, first: str
) -> None:
    say(offer)
    reply = say(said)
    assert reply.text.startswith(first)
    assert facts(reply).asked.about == "term"


@pytest.mark.parametrize(
    ("offer", "said", "pay"),
    [
        (NURSE, "how much would i make if i work 40 hours", 44.5 * 40 * 52),
        (NURSE, "what is $48 an hour a year", 48 * 36 * 52),
        (NURSE, "per week with 3 weeks unpaid off?", 44.5 * 36 * 49 / 52),
        (CONTRACT, "per day?", 88 * 8),
        (CONTRACT, "what's that as a salary", 88 * 40 * 52),
        (COUNSEL, "how much is it per month with the bonus", 270_000 / 12),
        (TEACHER, "how much per day", 54_200 / 260),
        (INDIA, "how much will i get in my account", 1_400_000 / 12),
    ],
)
def test_pay_by_another_period_or_at_other_hours(say: Say, offer: str, said: str, pay: float) -> None:
    say(offer)
    assert facts(say(said)).pay == pytest.approx(pay)


def test_a_rate_without_an_offer_is_reckoned_too(say: Say) -> None:
    assert facts(say("whats $95/hr in a year if i take 3 weeks off")).pay == pytest.approx(95 * 40 * 49)
    assert not isinstance(say("so whats that in a year if i take 3 weeks off", "cleo").facts, AboutOfferFacts)


def test_a_stake_is_worth_what_an_exit_that_is_named_makes_it(say: Say) -> None:
    say("/offer Founding Product Designer at Loomly, Austin TX. Salary $145,000, 0.4% equity, 4yr vest")
    found = facts(say("what's 0.4% worth if they sell for 50 million")).worth.stake
    assert found is not None
    assert [row.whole.amount for row in found.scenarios] == [pytest.approx(200_000)]


@pytest.mark.parametrize(
    "said",
    [
        "what sign-on should I ask for?",
        "how do i ask for more vacation",
        "is 20% bonus good?",
        "should I ask for equity",
        "what's a normal bonus for counsel",
        "they said the bonus is guaranteed",
        "they can do a signing bonus of 40k",
        "I closed 112% of quota last year",
        "what if they say no",
        "should I leave my job first",
        "how much equity do startups give",
        "is the bonus negotiable or not",
        "ask for a higher base",
    ],
)
def test_advice_and_news_are_no_question_on_a_term(say: Say, said: str) -> None:
    say(COUNSEL)
    assert not isinstance(say(said).facts, AboutOfferFacts)


@pytest.mark.parametrize(
    ("words", "year", "cash", "equity"),
    [
        ("what is my total comp in year 2?", 2, 165_000, 25_000),
        ("total comp year 2", 2, 165_000, 25_000),
        ("what do I make in the third year?", 3, 165_000, 25_000),
        ("what do i make in year four", 4, 165_000, 25_000),
    ],
)
def test_one_year_is_told_alone(say: Say, words: str, year: int, cash: float, equity: float) -> None:
    say("Offer: Software Engineer at Acme, Austin. Base 150k, 15k sign-on, 10% bonus, 100k RSUs over 4 years")
    reply = say(words)
    told = reply.facts.of_year
    assert (told.number, told.cash, told.equity) == (year, cash, equity)
    assert "$190,000 at Acme in the " in reply.text
    assert "Sign-on" not in reply.text
