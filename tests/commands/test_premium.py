"""`/premium`: what AI skills add, said with its interval, and never where it cannot be told."""

from __future__ import annotations

import json

import pytest

from bot.commands import words
from bot.commands.premium import PremiumFacts
from bot.engine import Engine, as_json
from bot.market.premium import Counted
from bot.market.quote import Asked
from bot.memory.case import About
from bot.turn import Button, Clicked, Invoked, Reply, Turn, Who
from bot.understand import gazetteer
from bot.understand.question import read
from bot.voice import render
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
    assert reply.text.count("80% interval: when I redraw the employers") == 1
    assert "By level" not in reply.text


def test_an_interval_across_zero_is_no_premium_anyone_can_tell(say: Say) -> None:
    reply = say("/premium swe sf senior")
    assert headline(reply) == (
        "**No clear AI premium**: AI-skilled Senior Software Engineer postings in San Francisco, CA pay 0.3% "
        "more than those that ask for no AI ($200,560 against $200,000), but the true difference could be "
        "anything from -5% to +7%."
    )
    assert reply.facts.premium.verdict == "none"


def test_an_end_printed_as_zero_reaches_zero_and_no_other_does(say: Say) -> None:
    reaching = headline(say("/premium engineering manager"))
    assert reaching.startswith("**No clear AI premium**")
    assert "pay 21% more than those that ask for no AI ($242,000 against $200,000), but the true" in reaching
    assert reaching.endswith("could be anything from 0% to +34%, a range that reaches zero.")
    assert "zero" not in headline(say("/premium swe sf senior"))


def test_a_negative_premium_is_said_without_drama(say: Say) -> None:
    reply = say("/premium swe texas senior")
    assert headline(reply).startswith("**-11% (80% interval -14% to -2%)**")
    assert "in Texas pay less than those that ask for no AI: $178,800 against" in headline(reply)
    assert reply.facts.premium.verdict == "lower"


def test_without_a_level_each_level_stands_on_its_line_and_the_mean_says_what_it_is(say: Say) -> None:
    reply = say("/premium software-engineer")
    assert headline(reply).endswith("pay more than those that ask for no AI, averaged over the levels.")
    assert "Each level is compared with itself" in reply.text
    assert "$208,000 against $200,000, but there the mix of levels differs too" in reply.text
    senior, staff = [line for line in reply.text.splitlines() if line.startswith("- ")]
    assert senior.startswith("- Senior Software Engineer: +5% (+0.8% to +10%), $210,240 against")
    assert staff.startswith("- Staff Software Engineer: no clear premium: -6%")
    assert [level.level for level in reply.facts.levels] == ["senior", "staff"]


def test_one_level_alone_is_not_told_twice(say: Say) -> None:
    reply = say("/premium swe texas")
    assert "By level" not in reply.text
    assert "level by level" not in reply.text
    assert "$178,800 against $200,000" in reply.text


def test_titles_that_state_no_level_are_called_that_in_the_headline(say: Say) -> None:
    reply = say("/premium data scientist")
    assert headline(reply).startswith(
        "**No clear AI premium among titles that state no level**: AI-skilled Data"
    )
    assert "By level" not in reply.text
    assert "among titles" not in headline(say("/premium swe sf senior"))


def test_the_levels_listed_are_all_that_the_mean_is_of(say: Say) -> None:
    reply = say("/premium swe bay area")
    assert "50 AI-skilled postings from 8 employers against 100" in reply.text
    senior, unstated = [line for line in reply.text.splitlines() if line.startswith("- ")]
    assert "30 AI-skilled postings" in senior
    assert unstated.startswith("- Software Engineer, no level stated: no clear premium: -9% (-13% to +1%)")
    assert "20 AI-skilled postings" in unstated
    assert "titles that state none with each other" in reply.text
    assert "titles that state none" not in say("/premium swe").text


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
    assert "30 postings from 8 employers, and none is known to ask for AI skills" in reply.text
    assert reply.facts.nearest[0].role == "software-engineer"


def test_one_posting_is_said_as_one(say: Say) -> None:
    text = say("/premium recruiter texas").text
    assert "1 posting from 1 employer, and it is not known to ask for AI skills." in text


@pytest.mark.parametrize(
    ("n", "said"),
    [(1, "1 posting from 1 employer that asks for AI"), (3, "3 postings from 1 employer that ask for AI")],
)
def test_one_asks_and_several_ask(n: int, said: str) -> None:
    counted = Counted(9, 4, n, 1)
    facts = PremiumFacts(None, Asked("recruiter"), counted=counted)
    here = {"id": "0000000", "name": "United States", "pooled": ()}
    text = render(
        "premium_none", facts=facts, job="Recruiter", role="Recruiter", cell="recruiter", here=here, names={},
        spots={}, level_names={}, read_as=[],
    )  # fmt: skip
    assert said in text


def test_where_no_level_has_enough_the_levels_are_counted(say: Say) -> None:
    text = say("/premium mobile engineer texas").text
    assert (
        "33 postings from 17 employers that ask for AI skills, among 155 postings from 29 employers" in text
    )
    assert (
        "8 of 59 at senior level, 14 of 40 at staff level and 11 of 50 in titles that state no level" in text
    )
    assert "Level by level" not in say("/premium mobile engineer texas senior").text


def test_a_side_below_the_rule_is_never_a_premium(say: Say) -> None:
    reply = say("/premium product manager california")
    assert reply.facts.premium is None
    assert "40%" not in reply.text


def test_a_role_that_is_ai_work_has_nothing_to_compare(say: Say) -> None:
    reply = say("/premium ai engineer sf")
    assert headline(reply).startswith("There is nothing to compare")
    assert (reply.facts.premium, reply.facts.nearest) == (None, ())
    everywhere = say("/premium ai engineer")
    assert "Of 200 such postings across the United States whose requirements I could read, 25% ask" in (
        everywhere.text
    )
    assert "no such posting" not in everywhere.text


def test_abroad_there_is_no_number(engine: Engine, say: Say) -> None:
    reply = say("/premium swe london")
    assert "%" not in reply.text
    assert "United Kingdom" in reply.text
    assert click(engine, reply, "Show the US figure").facts.premium.place == "United States"


def test_abroad_the_city_is_named_back_and_the_level_kept(say: Say) -> None:
    text = say("/premium swe toronto senior").text
    assert text.startswith("I place “toronto” in Canada, and I have no pay data there for a Senior Software")
    assert "type `/premium software-engineer, senior`" in text
    assert "posted range" not in text
    assert "I place" not in say("/premium swe canada senior").text
    assert "type `/median software-engineer, senior`" in say("/median swe toronto senior").text


def test_abroad_no_premium_is_promised_that_does_not_stand(engine: Engine, say: Say) -> None:
    reply = say("/premium product manager london")
    assert "`/median product-manager`" in reply.text
    assert "/premium" not in reply.text
    assert click(engine, reply, "Show the US figure").intent == "median"


def test_the_bay_area_says_what_it_pools(say: Say) -> None:
    reply = say("/premium swe bay area senior")
    assert "in the Bay Area (San Francisco, CA with San Jose, CA)" in headline(reply)
    assert "San Francisco, CA" in say("/premium swe sf senior").text


def test_what_cannot_be_measured_and_what_comes_next_name_the_place_asked(say: Say) -> None:
    bay = say("/premium swe bay area entry").text
    assert bay.startswith("I can't measure an AI premium for an Entry-level Software Engineer in the Bay ")
    assert "`/median software-engineer, San Francisco Bay Area, entry`" in bay
    assert "in New York State" in headline(say("/premium accountant, new york state"))
    assert "`/median accountant, Washington State`" in say("/premium accountant, washington state").text
    assert "Software Engineer postings in San Francisco, CA whose" in say("/premium swe sf entry").text


@pytest.mark.parametrize("kind", ["metro", "state"])
def test_what_to_type_next_is_read_as_the_same_place(kind: str) -> None:
    ids = [id_ for id_, each in gazetteer.places().items() if each.kind == kind][
        :: 7 if kind == "metro" else 1
    ]
    typed = {id_: words.typed(About("accountant", id_, "senior")) for id_ in (*ids, "bay-area", "remote")}
    assert {id_: read(each).place for id_, each in typed.items()} == {id_: id_ for id_ in typed}


def test_an_employer_named_is_owned_up_to_and_not_answered_for(say: Say) -> None:
    reply = say("/premium swe senior openai")
    assert "I can't tell a premium for one employer such as OpenAI; this is all of them." in reply.text
    assert (reply.facts.company, reply.facts.premium.skilled.n) == ("OpenAI", 65)
    assert "one employer such as" not in say("/premium swe senior").text
    assert "one employer such as OpenAI" in say("and at openai?").text
    assert "a single employer such as OpenAI" in say("/premium swe austin openai").text


@pytest.mark.parametrize("command", ["premium", "median"])
@pytest.mark.parametrize("level", ["senior", "staff"])
def test_a_level_managers_do_not_have_is_owned_up_to(say: Say, command: str, level: str) -> None:
    reply = say(f"/{command} engineering manager {level}")
    assert reply.slots.level == "manager"
    assert f"I read “{level}” as Manager: the job has no level of that name of its own." in reply.text
    assert "of its own" not in say(f"/{command} engineering manager").text


def test_a_level_of_a_follow_up_is_owned_up_to_as_well(say: Say) -> None:
    say("/premium engineering manager")
    reply = say("and senior?")
    assert (reply.intent, reply.facts.asked.level) == ("premium", "manager")
    assert "I read “senior” as Manager" in reply.text


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
    "said", ["and the premium?", "what is the premium?", "what's my premium?", "/premium"]
)
def test_premium_by_itself_means_the_cell_looked_up_before(say: Say, said: str) -> None:
    say("/median swe sf senior")
    reply = say(said)
    assert reply.intent == "premium"
    assert (reply.facts.premium.place, reply.facts.premium.level) == ("San Francisco, CA", "senior")


def test_a_bare_command_goes_on_with_the_cell_before_it(say: Say) -> None:
    say("/profile data scientist")
    say("/premium swe texas senior")
    assert say("/median").facts.quote.asked == Asked("software-engineer", "4800000", "senior")
    assert say("/premium").facts.premium.place == "Texas"


def test_a_bare_command_after_an_offer_is_about_its_job(say: Say) -> None:
    say("Got an offer: Senior Software Engineer at Acme, San Francisco. 190k base, 10% bonus, 10k sign-on")
    assert "Acme, Senior Software Engineer, San Francisco, CA" in say("/profile").text
    assert say("/premium").facts.premium.level == "senior"
    say("/forget now")
    say("Got an offer: Senior Software Engineer at Acme, San Francisco. 190k base, 10% bonus, 10k sign-on")
    assert say("/median").facts.quote.asked.level == "senior"


def test_a_bare_command_without_anything_before_asks(say: Say) -> None:
    assert "Which role" in say("/premium").text
    assert say("what is the premium?").intent == "other"


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


def test_what_is_shared_leaves_the_one_who_shares_where_they_were(engine: Engine, say: Say) -> None:
    old = engine.respond(Turn(ADA, "channel", Invoked("premium", "swe texas senior")))
    say("/median swe sf staff")
    click(engine, old, "Share here")
    went_on = say("and senior?")
    assert (went_on.intent, went_on.facts.quote.asked.place) == ("median", "0041860")


def test_the_facts_are_plain_json(say: Say) -> None:
    facts = json.loads(json.dumps(as_json(say("/premium swe senior"))))["facts"]
    premium = facts["premium"]
    assert (premium["pct"], premium["low_pct"], premium["high_pct"]) == (5.12, 0.75, 9.96)
    assert premium["skilled"] == {"n": 65, "employers": 8, "p50": 210_240}
    assert facts["source"] == "postings-2026-08"
