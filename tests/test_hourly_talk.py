"""Pay by the hour before there is an offer: looked up, named for a range, and reckoned into a year."""

from __future__ import annotations

import pytest

from tests.conftest import Say


def test_a_rate_named_for_a_range_is_what_that_means_next(say: Say) -> None:
    named = say("/range data engineer remote $95/hr contract w2")
    assert named.facts.said_rate == (95, 95)
    assert "I'm looking at $102 to $121 an hour" in named.text
    assert say("so whats that in a year if i take 3 weeks off").facts.pay == pytest.approx(186_200)
    assert say("and per month?").facts.pay == pytest.approx(95 * 2_080 / 12)


def test_a_contractor_gets_the_median_by_the_hour_with_what_it_counts(say: Say) -> None:
    reply = say("im a contractor, whats an hourly rate for a data engineer in remote US")
    assert reply.facts.by_hour == pytest.approx(reply.facts.quote.p50 / 2_080)
    assert "over 2,080 hours a year as an employee has them" in reply.text
    assert "A contract has to carry more" in reply.text
    assert say("/median data engineer").facts.by_hour is None


@pytest.mark.parametrize(
    "said", ["/range data engineer, Boise, contract hourly", "/range data engineer freelance c2c"]
)
def test_words_of_a_contract_are_understood(say: Say, said: str) -> None:
    assert say(said).facts.range is not None


@pytest.mark.parametrize(
    "said",
    [
        "she asked what im making now, I make 92k",
        "they want to know what i am making currently. 92k",
        "recruiter asked how much im paid now, its 92k",
    ],
)
def test_asked_for_todays_pay_the_redirect_comes_first(say: Say, said: str) -> None:
    say("/median marketing manager, Chicago")
    reply = say(said)
    assert reply.facts.scene == "current"
    assert reply.text.startswith("**Don't name it")
    assert "820 ILCS 112/10" in reply.text
    assert "92" not in reply.text


def test_two_medians_of_one_job_say_which_level_each_counts(say: Say) -> None:
    of_all = say("/median engineering manager seattle")
    assert "The median counts all of them" in of_all.text
    offered = say("/offer Engineering Manager at Northwind Cloud, Seattle. Base $235k")
    assert offered.facts.quote.p50 != of_all.facts.quote.p50
    assert "manager level alone" in offered.text
