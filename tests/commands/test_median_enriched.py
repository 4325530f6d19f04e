"""`/median` with what stands beside it: the change, the company's own figures, who dominates."""

from __future__ import annotations

import pytest

from bot.engine import Engine
from bot.turn import Button, Clicked, Turn, Who
from tests.conftest import Say


def test_a_change_since_the_week_before_is_told_with_its_evidence(say: Say) -> None:
    text = say("/median swe sf senior").text
    assert (
        "Up 1.2% since the week before (80% interval +0.4% to +2%), among the same employers' same jobs: "
        "34 pairs from 9 employers, up to the week of 3 August 2026." in text
    )
    assert "No change that I can tell over 12 weeks, since 11 May 2026 (80% interval -1% to +6%)" in text


def test_a_fall_is_a_fall(say: Say) -> None:
    assert "Down 2% since the week before (80% interval -3% to -1%)" in say("/median swe sf").text


def test_the_same_two_weeks_are_told_once(say: Say) -> None:
    reply = say("/median swe senior")
    assert reply.text.count("No change that I can tell") == 1
    assert [change.span for change in reply.facts.changes] == ["week"]


@pytest.mark.parametrize("asked", ["/median swe sf staff", "/median swe boise", "/median swe sf senior --ai"])
def test_a_change_is_of_the_very_cell_shown_or_not_told(say: Say, asked: str) -> None:
    reply = say(asked)
    shown = reply.facts.quote
    for change in reply.facts.changes:
        assert (shown.place, shown.level, shown.ai) == ("San Francisco, CA", "all", "all")
        assert change.pairs == 60
    assert bool(reply.facts.changes) == (asked == "/median swe sf staff")


def test_the_companys_own_band_comes_first(say: Say) -> None:
    reply = say("/median senior swe databricks sf")
    assert reply.text.startswith(
        "**Databricks posts $190,000 to $265,000** for a Senior Software Engineer (12 postings, median "
        "midpoint $227,500), anywhere in the US, open 18 July to 8 August 2026. What all employers pay:"
    )
    assert "**$208,000 a year** is the median base" in reply.text


def test_a_band_of_all_levels_says_so(say: Say) -> None:
    reply = say("what does databricks pay staff software engineers?")
    assert reply.facts.own.band.level == "all"
    assert "for a Software Engineer, all levels together (30 postings" in reply.text


def test_a_childs_band_is_its_parents(say: Say) -> None:
    text = say("/median senior backend engineer databricks").text
    assert "for a Senior Software Engineer (12 postings" in text


@pytest.mark.parametrize(
    "asked",
    [
        "product manager at match group",
        "product manager at MatchGroup",
        "product manager from Match Group, Inc.",
        "/median product manager match group",
    ],
)
def test_a_company_is_known_however_it_is_spelt(say: Say, asked: str) -> None:
    assert "**Match Group posts $191,500 to $302,500**" in say(asked).text


def test_an_ordinary_word_is_a_company_only_where_it_is_announced(say: Say) -> None:
    assert say("swe at ramp").facts.own.company == "Ramp"
    assert say("swe @ramp").facts.own.company == "Ramp"
    assert say("how does a swe ramp up in sf?").facts.own is None


def test_where_there_is_no_band_it_says_so(say: Say) -> None:
    reply = say("/median marketing manager at Initech")
    assert reply.facts.own.band is None
    assert "For Initech alone I have no band: fewer than three of its postings" in reply.text


def test_filings_are_told_as_what_they_are(say: Say) -> None:
    text = say("/median senior swe databricks sf").text
    assert (
        "In H-1B filings of fiscal year 2024 Databricks offered a median of $181,500 for this role in "
        "California (40 filings" in text
    )
    assert "offered wages on file, not postings" in text
    boise = say("swe at databricks in boise").text
    assert "$178,000 for this role across the United States (55 filings" in boise
    assert "$172,000" in say("/median swe google").text
    assert "H-1B" not in say("swe at ramp").text  # four filings are too few


def test_a_company_outlives_the_question_asked_back(engine: Engine, say: Say) -> None:
    asked = say("what does databricks pay an engineer in springfield")
    assert asked.actions
    button = next(a for a in asked.actions if isinstance(a, Button))
    picked = engine.respond(Turn(Who("terminal", "ada"), "dm", Clicked(button.action, button.value)))
    assert picked.facts.own.company == "Databricks"


def test_a_company_can_be_the_follow_up(say: Say) -> None:
    say("/median swe sf senior")
    reply = say("and at Databricks?")
    assert reply.facts.quote.asked.level == "senior"
    assert reply.facts.own.band.level == "senior"


def test_one_employer_with_half_the_postings_is_named_as_such(say: Say) -> None:
    dominated = say("/median data scientist remote")
    assert (dominated.facts.quote.largest, dominated.facts.quote.n) == (14, 25)
    assert "One employer posted 14 of these 25" in dominated.text
    assert "One employer posted" not in say("/median swe sf senior").text


@pytest.mark.parametrize(
    "said",
    ["/median swe at '\"; DROP TABLE bands", "/median swe at ```<@U1> @everyone", "swe at " + "x" * 40_000],
)
def test_a_hostile_company_takes_no_effect(say: Say, said: str) -> None:
    reply = say(said)
    assert "error" not in reply.text.lower()
    assert "@everyone" not in reply.text
