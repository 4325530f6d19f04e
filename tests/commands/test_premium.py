"""`/premium`: what AI skills add, said with its interval, and never where it cannot be told."""

from __future__ import annotations

import json

import pytest

from bot.engine import Engine, as_json
from bot.turn import Button, Clicked, Invoked, Reply, Turn, Who
from tests.conftest import Say

ADA = Who("terminal", "ada")


def headline(reply: Reply) -> str:
    return reply.text.splitlines()[0]


def click(engine: Engine, reply: Reply, label: str) -> Reply:
    action = next(a for a in reply.actions if isinstance(a, Button) and a.label == label)
    return engine.respond(Turn(ADA, "channel", Clicked(action.action, action.value)))


def test_a_premium_stands_in_one_line_with_its_interval(say: Say) -> None:
    reply = say("/premium swe senior")
    assert headline(reply) == (
        "**+5% (80% interval +0.8% to +10%)**: AI-skilled Senior Software Engineer postings across the "
        "United States pay more than those that ask for no AI: $210,240 against $200,000."
    )
    assert "65 AI-skilled postings from 8 employers against 130 that ask for no AI from 12" in reply.text
    assert "18 July to 8 August 2026, Parley index of public job boards" in reply.text
    assert "same role, place and level" in reply.text
    assert "whole employers" in reply.text
    assert "By level" not in reply.text


def test_an_interval_across_zero_is_no_premium_anyone_can_tell(say: Say) -> None:
    reply = say("/premium swe sf senior")
    assert headline(reply).startswith("**No clear AI premium**")
    assert "0.3% more" in headline(reply)
    assert "-5% to +7%" in headline(reply)
    assert reply.facts.premium.verdict == "none"


def test_a_negative_premium_is_said_without_drama(say: Say) -> None:
    reply = say("/premium swe texas senior")
    assert headline(reply).startswith("**-11% (80% interval -14% to -2%)**")
    assert "pay less here" in headline(reply)
    assert reply.facts.premium.verdict == "lower"


def test_without_a_level_each_level_stands_on_its_line_and_the_mean_says_what_it_is(say: Say) -> None:
    reply = say("/premium software-engineer")
    assert headline(reply).endswith("pay more than those that ask for no AI, level by level.")
    assert "Each level is compared with itself" in reply.text
    assert "$208,000 and $200,000" in reply.text
    senior, staff = [line for line in reply.text.splitlines() if line.startswith("- ")]
    assert senior.startswith("- Senior Software Engineer: +5% (80% interval")
    assert staff.startswith("- Staff Software Engineer: no clear premium: -6%")
    assert [level.level for level in reply.facts.levels] == ["senior", "staff"]


def test_one_level_alone_is_not_told_twice(say: Say) -> None:
    reply = say("/premium swe texas")
    assert "By level" not in reply.text
    assert "level by level" not in reply.text
    assert "$178,800 against $200,000" in reply.text


def test_titles_that_state_no_level_are_called_that(say: Say) -> None:
    assert "titles that state no level" in say("/premium data scientist").text


def test_penetration_and_disclosure_say_of_what(say: Say) -> None:
    text = say("/premium swe").text
    assert "Of 800 Software Engineer postings across the United States whose requirements I could" in text
    assert "25% ask for AI skills and 10% require them" in text
    assert "80% of all 1,600 show pay, on the boards I read" in text


def test_no_rate_is_told_of_a_handful(say: Say) -> None:
    reply = say("/premium swe austin")
    assert reply.facts.shares is None
    assert "ask for AI skills and" not in reply.text


def test_where_none_stands_it_says_what_was_counted_and_what_is_nearest(say: Say) -> None:
    reply = say("/premium swe austin senior")
    assert reply.facts.premium is None
    assert headline(reply).startswith("I can't measure an AI premium for a Senior Software Engineer in ")
    assert "No posting there shows pay for it." in reply.text
    assert "20 postings from 5 employers on both sides" in reply.text
    assert "a premium there is not one here" in reply.text
    (nearest,) = reply.facts.nearest
    assert (nearest.place, nearest.level) == ("Texas", "senior")
    assert "- Senior Software Engineer, in Texas: -11%" in reply.text


def test_thin_counts_are_those_of_the_very_cell(say: Say) -> None:
    reply = say("/premium backend engineer sf")
    counted = reply.facts.counted
    assert (counted.n, counted.employers, counted.skilled_n) == (30, 8, 0)
    assert "30 postings from 8 employers, none of which asks for AI skills" in reply.text
    assert reply.facts.nearest[0].role == "software-engineer"


def test_a_side_below_the_rule_is_never_a_premium(say: Say) -> None:
    reply = say("/premium product manager california")
    assert reply.facts.premium is None
    assert "40%" not in reply.text


def test_a_role_that_is_ai_work_has_nothing_to_compare(say: Say) -> None:
    reply = say("/premium ai engineer sf")
    assert headline(reply).startswith("There is nothing to compare")
    assert (reply.facts.premium, reply.facts.nearest) == (None, ())


def test_abroad_there_is_no_number(engine: Engine, say: Say) -> None:
    reply = say("/premium swe london")
    assert "%" not in reply.text
    assert "United Kingdom" in reply.text
    assert click(engine, reply, "Show the US figure").facts.premium.place == "United States"


def test_the_bay_area_says_what_it_pools(say: Say) -> None:
    reply = say("/premium swe bay area senior")
    assert "in the Bay Area (San Francisco, CA with San Jose, CA)" in headline(reply)


def test_follow_ups_inherit_role_place_and_command(say: Say) -> None:
    say("/premium swe senior")
    texas = say("and in texas?")
    assert (texas.intent, texas.facts.premium.place) == ("premium", "Texas")
    staff = say("and staff?")
    assert (staff.intent, staff.facts.asked.place, staff.facts.asked.level) == ("premium", "4800000", "staff")
    assert say("and for data scientists?").intent == "premium"
    assert say("product manager in california").intent == "median"


def test_median_and_premium_can_turn_to_each_other(say: Say) -> None:
    say("/median swe sf senior")
    premium = say("what's the AI premium?")
    assert (premium.intent, premium.facts.premium.level) == ("premium", "senior")
    median = say("and the median?")
    assert (median.intent, median.facts.quote.asked.level) == ("median", "senior")
    assert not median.facts.quote.asked.ai


@pytest.mark.parametrize(
    "said",
    [
        "is there an AI premium for a senior swe?",
        "do AI skills pay more for senior software engineers?",
        "does AI pay more for a senior swe",
        "how much more do AI skills pay a senior software engineer",
        "premium senior swe",
        "would a senior swe get paid more with LLM skills?",
        "is machine learning experience worth more for a senior software engineer",
    ],
)
def test_plain_words_ask_for_it_too(say: Say, said: str) -> None:
    reply = say(said)
    assert reply.intent == "premium"
    assert reply.facts.premium.pct == 5.12


@pytest.mark.parametrize(
    "said",
    [
        "salary for AI engineers with more than 5 years",
        "what is an AI engineer worth in sf",
        "what do AI startups pay senior engineers in sf",
        "what's the difference between a staff and a senior swe salary",
        "what's the median for a senior swe?",
        "should I ask for more as an AI engineer",
    ],
)
def test_other_questions_keep_their_answer(say: Say, said: str) -> None:
    assert say(said).intent != "premium"


def test_a_role_is_asked_for_and_the_answer_used(say: Say) -> None:
    asked = say("/premium texas senior")
    assert "Which role" in asked.text
    assert say("software engineer").facts.premium.place == "Texas"


def test_choices_are_buttons_and_numbers(engine: Engine, say: Say) -> None:
    asked = say("/premium pm california")
    assert next(a.label for a in asked.actions if isinstance(a, Button)) == "Product Manager"
    assert say("1").facts.asked.role == "product-manager"
    again = say("/premium pm california")
    assert click(engine, again, "Product Manager").intent == "premium"


def test_it_is_shared_as_it_stands_and_leads_to_the_median(engine: Engine) -> None:
    asked = engine.respond(Turn(ADA, "channel", Invoked("premium", "swe senior --ai")))
    shared = click(engine, asked, "Share here")
    assert (asked.private, shared.private) == (True, False)
    assert shared.text == asked.text
    assert shared.actions == ()
    median = click(engine, asked, "Show the median")
    assert (median.intent, median.facts.quote.ai) == ("median", "all")


def test_the_facts_are_plain_json(say: Say) -> None:
    facts = json.loads(json.dumps(as_json(say("/premium swe senior"))))["facts"]
    premium = facts["premium"]
    assert (premium["pct"], premium["low_pct"], premium["high_pct"]) == (5.12, 0.75, 9.96)
    assert premium["skilled"] == {"n": 65, "employers": 8, "p50": 210_240}
    assert facts["source"] == "postings-2026-08"
