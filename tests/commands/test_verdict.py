"""What the verdict on an offer leans on, and what it says in short."""

from __future__ import annotations

import pytest

from bot.commands import COMMANDS
from bot.engine import Engine
from bot.turn import Button, Clicked, Invoked, Reply, Turn, Who
from tests.conftest import Say

ADA = Who("terminal", "ada")
PM = "Offer: product manager at Tiny Startup, Denver, 120k base"
SWE = "Offer: senior software engineer at Databricks, San Francisco, 200k base, 15% bonus"


def headline(reply: Reply) -> str:
    return reply.text.splitlines()[0]


def test_a_wage_of_another_job_is_called_a_weak_comparison_in_the_first_line(say: Say) -> None:
    reply = say(PM)
    assert (reply.facts.critique.verdict, reply.facts.critique.stand_in) == ("below_median", True)
    assert headline(reply).startswith("**By a wide BLS occupation, “Marketing Managers”, the base is $40,000")
    assert "a weak comparison" in headline(reply)
    assert "Push back" not in headline(reply)
    assert "Next: ask the recruiter “What is the band for this job?”" in reply.text
    good = say("Offer: product manager at Tiny Startup, Denver, 220k base", user="bob")
    assert good.facts.critique.verdict == "above_median"
    assert "The base is good" not in good.text


def test_the_wage_of_the_very_job_decides(say: Say) -> None:
    reply = say("Offer: marketing manager at Mercy Hospital, Austin, 90k base")
    assert not reply.facts.critique.stand_in
    assert headline(reply).startswith("**Push back: the base is $50,000 (35.7%) below the median")


def test_ai_skills_are_named_only_where_they_are_in_play(say: Say) -> None:
    hospital = say("Offer: marketing manager at Mercy Hospital, Austin, 90k base")
    assert "AI skills" not in hospital.text
    assert "when it must" not in hospital.text
    assert "AI skills" in say(SWE, user="of postings").text
    say("/profile AI-skilled", user="asked")
    asked = say("Offer: marketing manager at Mercy Hospital, Austin, 90k base", user="asked")
    assert "AI skills" in asked.text
    say("/evidence I built an LLM agent that answers support tickets for our customers", user="worked")
    worked = say("Offer: marketing manager at Mercy Hospital, Austin, 90k base", user="worked")
    assert "AI skills" in worked.text


@pytest.mark.parametrize("said", ["should i take it", "is it any good?", "which should i take?"])
def test_whether_it_is_good_is_answered_in_short(say: Say, said: str) -> None:
    whole = say(SWE)
    reply = say(said)
    assert reply.intent == "offer"
    assert headline(reply) == headline(whole)
    assert len(reply.text.splitlines()) < 15 < len(whole.text.splitlines())
    assert "| Base" not in reply.text
    assert "The whole table: `/offer`" in reply.text
    assert reply.facts == whole.facts


def test_offer_alone_shows_the_whole_of_the_one_at_hand_and_a_button_opens_the_form(
    say: Say, engine: Engine
) -> None:
    whole = say(SWE)
    shown = engine.respond(Turn(ADA, "dm", Invoked("offer")))
    assert shown.facts == whole.facts
    assert "| Base" in shown.text
    assert shown.form is None
    paste = next(each for each in shown.actions if isinstance(each, Button) and each.action == "offer.open")
    assert engine.respond(Turn(ADA, "dm", Clicked(paste.action, paste.value))).form is not None
    assert say("/offer", user="new").form is not None


@pytest.mark.parametrize("said", ["plus 20k sign-on", "actually it's 205k base"])
def test_a_change_says_what_changed_and_the_sums_before_and_after(say: Say, said: str) -> None:
    say(SWE)
    reply = say(said)
    assert headline(reply).startswith("**Changed: ")
    before, after = reply.facts.four_years
    assert before == 920_000
    assert after > before
    assert len(reply.text.splitlines()) < 15
    assert "The whole table: `/offer`" in reply.text


@pytest.mark.parametrize(
    "said",
    [
        "We regret to inform you that we have decided to move forward with other candidates.",
        "Rejected: We regret to inform you that we will move forward with other candidates",
    ],
)
def test_a_rejection_gets_kind_words(say: Say, said: str) -> None:
    reply = say(said)
    assert (reply.intent, reply.facts.other) == ("offer", "rejection")
    assert headline(reply).startswith("**That reads like a no from the employer, and I'm sorry.**")


def test_a_title_that_begins_with_the_company_says_it_once(say: Say) -> None:
    reply = say("Offer: Deloitte consultant at Deloitte, Chicago, 120k base")
    assert "What I read: Consultant at Deloitte, Chicago" in reply.text


@pytest.mark.parametrize("said", ["judge databricks", "judge the Databricks offer", "/offer databricks"])
def test_an_offer_is_taken_up_by_its_company(say: Say, said: str) -> None:
    say(SWE)
    say("Offer: senior software engineer at Initech, San Francisco, 230k base")
    reply = say(said)
    assert (reply.facts.offer.company, reply.facts.offer.base_amount) == ("Databricks", 200_000)


def test_judge_is_no_role_without_such_an_offer(say: Say) -> None:
    assert say("judge stripe").intent == "offer"
    assert say("what is the median for a judge").intent == "median"


@pytest.mark.parametrize(
    ("said", "suggested"), [("/foo", ()), ("/for", ()), ("/forgt", ("forget",)), ("/med", ("median",))]
)
def test_no_vague_word_suggests_what_deletes(say: Say, said: str, suggested: tuple[str, ...]) -> None:
    text = say(said).text.splitlines()[0]
    assert tuple(name for name in COMMANDS if f"`/{name}`" in text) == suggested


def test_a_misspelt_wish_to_be_forgotten_asks_first(say: Say) -> None:
    say("/profile floor 150k")
    reply = say("dleete my data")
    assert reply.intent == "forget"
    assert say("/profile").facts.floor == 150_000


def test_a_recruiter_who_calls_is_not_the_job(say: Say) -> None:
    reply = say("recruiter from Datadog calls tomorrow for a data scientist job in Texas")
    assert (reply.intent, reply.slots.role) == ("range", "data-scientist")


def test_an_entry_level_median_of_all_levels_says_so_at_once(say: Say) -> None:
    reply = say("/median entry data scientist, Texas")
    assert reply.text.splitlines()[1] == "That counts all levels: expect less at entry level."
    assert "counts all levels" not in say("/median data scientist, Texas").text


LONDON = "I have an offer from Monzo in London, £95k base, senior software engineer"


def test_a_floor_holds_in_its_own_currency_alone(say: Say) -> None:
    say(LONDON)
    set_ = say("My floor is £98k")
    assert (set_.facts.floor, set_.facts.floor_currency) == (98_000, "GBP")
    assert "- Floor: £98,000 a year, base" in set_.text
    judged = say("/offer").facts.critique
    assert (judged.verdict, judged.floor, judged.floor_gap) == ("below_floor", 98_000, -3_000)
    dollars = say("Offer: senior software engineer at Databricks, San Francisco, 90k base")
    assert dollars.facts.critique.floor is None
    assert "you set it in GBP, and I never convert" in dollars.text
    assert say("/range senior swe, SF").facts.floor is None


def test_a_floor_without_a_currency_is_in_that_of_the_offer(say: Say) -> None:
    say(LONDON)
    assert say("/profile floor 88k").facts.floor_currency == "GBP"
    assert say("/profile floor 88k", user="new").facts.floor_currency == "USD"
    assert say("/profile no floor").facts.floor is None


@pytest.mark.parametrize("said", ["/help cliff", "what is a cliff?", "what means cliff"])
def test_a_word_of_the_field_is_explained(say: Say, said: str) -> None:
    reply = say(said)
    assert (reply.intent, reply.facts.term.name) == ("help", "cliff")
    assert headline(reply).startswith("**Cliff**: The time before the first part of a grant vests")
    assert "cliff" in say("/help words").text
