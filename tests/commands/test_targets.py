"""`/targets`: the four types, a company's own, and the types a person aims at."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.engine import Engine
from bot.memory.store import Store
from bot.turn import Button, Clicked, Invoked, Reply, Turn, Who
from tests.conftest import Say

ADA = Who("terminal", "ada")


def headline(reply: Reply) -> str:
    return reply.text.splitlines()[0]


def test_the_four_types_name_who_is_in_them_and_who_says_so(say: Say) -> None:
    reply = say("/targets")
    assert [kind.id for kind, _ in reply.facts.types] == ["ai-lab", "ai-native", "big-tech-ai", "ai-forward"]
    for name in ("Anthropic", "Cursor", "AWS Bedrock", "Vercel"):
        assert name in reply.text
    assert "AI Pulse, 23 May 2026" in reply.text
    assert "`/targets swe, Seattle`" in reply.text


def test_with_a_job_each_type_has_its_median_or_the_reason_for_none(say: Say) -> None:
    reply = say("/targets ux researcher")
    pays = {kind.id: figure for kind, figure in reply.facts.types}
    assert pays["ai-lab"].pay.p50 == 220_000
    assert (
        "median base of **$220,000**, half of them $200,000 to $240,000 (25 postings of Anthropic, OpenAI)"
        in reply.text
    )
    thin = say("/targets swe, SF")
    assert "15 postings from 2 employers show pay for a Software Engineer: too few for a median" in thin.text
    assert "None of their postings that I hold shows pay for a Software Engineer" in thin.text
    assert thin.facts.quote.p50 == 205_000


def test_a_company_of_a_type_says_what_that_means_and_what_it_posts(say: Say) -> None:
    say("/targets senior swe, SF")
    reply = say("/targets Stripe")
    assert headline(reply) == "**Stripe is an AI-forward company: often the best stability for the pay.**"
    assert reply.facts.company.stance == "pays_it"
    assert reply.facts.quote.p50 == 208_000
    assert reply.slots.company == "Stripe"
    band = say("/targets Databricks").facts.company.own.band
    assert (band.lowest, band.highest) == (190_000, 265_000)


def test_a_company_in_none_pays_when_it_must_and_others_post_here(say: Say) -> None:
    say("/targets swe, SF")
    reply = say("/targets Initech")
    assert headline(reply).startswith("**Initech is in none of the four types**")
    assert "a harder negotiation, a lower ceiling, slower growth" in reply.text
    assert [(each.name, each.postings) for each in reply.facts.hiring][:3] == [
        ("OpenAI", 9),
        ("Harvey", 3),
        ("Databricks", 30),
    ]
    assert "OpenAI (9, AI lab), Harvey (3, AI-native scale-up), Databricks (30)" in reply.text
    assert reply.facts.hiring_in_all == 6


def test_where_nobody_posts_the_whole_country_is_named(say: Say) -> None:
    reply = say("/targets swe, Boise")
    assert reply.facts.hiring_anywhere
    assert "Nobody in my index posts for a Software Engineer in Boise City, ID. Across the US:" in reply.text


def test_a_company_that_is_of_a_type_only_in_part_says_which_part(say: Say) -> None:
    reply = say("/targets Google")
    assert "only if your team is one of its AI orgs" in headline(reply)
    assert reply.facts.company.stance == "pays_it_in_part"


def test_a_misspelt_company_is_asked_back_and_a_strange_one_may_be_meant(say: Say) -> None:
    reply = say("/targets anthropc")
    assert "Did you mean Anthropic" in reply.text
    assert headline(say("1")).startswith("**Anthropic is an AI lab")
    say("/targets anthropc")
    assert headline(say("2")).startswith("**Anthropc is in none of the four types**")


def test_one_type_alone(say: Say) -> None:
    reply = say("/targets ai-native")
    assert [kind.id for kind, _ in reply.facts.types] == ["ai-native"]
    assert headline(reply).startswith("**AI-native scale-ups: top of market on equity")


@pytest.mark.parametrize("text", ["is Notion a target?", "what type of company is Notion"])
def test_plain_words_name_a_company(say: Say, text: str) -> None:
    reply = say(text)
    assert reply.intent == "targets"
    assert reply.facts.company.type.id == "ai-forward"


def test_plain_words_ask_for_the_types(say: Say) -> None:
    assert say("which employers pay the premium?").intent == "targets"


def test_targets_are_kept_shown_and_taken_back(say: Say, engine: Engine, store: Store) -> None:
    assert say("/targets add ai-lab, ai-native").facts.targets == ("ai-lab", "ai-native")
    assert store.load(ADA, datetime.now(UTC)).case.targets == ("ai-lab", "ai-native")
    assert "Target employers: AI lab, AI-native scale-up" in say("/profile").text
    shown = say("/targets swe, SF")
    assert "You aim at: AI labs, AI-native scale-ups." in shown.text
    assert [a.value for a in shown.actions if isinstance(a, Button)] == ["big-tech-ai", "ai-forward"]
    assert say("/targets remove ai labs").facts.targets == ("ai-native",)
    pressed = engine.respond(Turn(ADA, "dm", Clicked("targets.add", "big-tech-ai")))
    assert pressed.facts.targets == ("ai-native", "big-tech-ai")
    assert say("/targets clear").facts.targets == ()


def test_a_type_nobody_knows_changes_nothing(say: Say, engine: Engine) -> None:
    say("/targets add ai-lab")
    assert "I know no such type" in say("/targets add unicorns").text
    forged = engine.respond(Turn(ADA, "dm", Clicked("targets.add", "unicorns")))
    assert forged.facts.targets == ("ai-lab",)


def test_the_profile_sets_targets_beside_the_rest(say: Say) -> None:
    reply = say("/profile senior data scientist, Denver, floor 150k, targets ai-lab, big tech")
    assert reply.facts.targets == ("ai-lab", "big-tech-ai")
    assert (reply.facts.role, reply.facts.floor) == ("data-scientist", 150_000)
    assert say("/profile no targets").facts.targets == ()
    assert say("/profile").facts.floor == 150_000


def test_aims_come_first_in_the_shortlist(say: Say) -> None:
    say("/targets add ai-native")
    assert say("/targets swe, SF").facts.hiring[0].name == "Harvey"


def test_an_unclear_role_beside_a_company_keeps_the_company(say: Say) -> None:
    assert "Which did you mean?" in say("/targets Perplexity, pm, california").text
    reply = say("1")
    assert reply.facts.company.name == "Perplexity"
    assert reply.facts.quote.role == "product-manager"


def test_options_by_name_say_the_same_as_words(engine: Engine) -> None:
    options = {"company": "Stripe", "role": "software-engineer", "place": "San Francisco, CA"}
    reply = engine.respond(Turn(ADA, "dm", Invoked("targets", "", options)))
    assert reply.facts.company.type.id == "ai-forward"
    assert reply.facts.quote.p50 == 205_000


def test_an_occupation_without_figures_still_gets_the_types(say: Say) -> None:
    reply = say("/targets registered nurse, Boston")
    assert len(reply.facts.types) == 4
    assert "I have no figures for a registered nurse" in reply.text
    assert reply.facts.quote is None


def test_a_question_after_the_command_names_no_company(say: Say) -> None:
    reply = say("/targets which companies pay best in San Francisco for a swe")
    assert reply.facts.company is None
    assert reply.facts.quote.p50 == 205_000


def test_many_strange_words_are_no_company(say: Say) -> None:
    reply = say("/targets " + "zorg " * 30)
    assert reply.facts.company is None
    assert "I don't know what" in reply.text
