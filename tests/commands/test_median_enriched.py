"""`/median` with what stands beside it: the change, the company's own figures, who dominates."""

from __future__ import annotations

import pytest

from bot.engine import Engine
from bot.turn import Button, Clicked, Invoked, Reply, Said, Turn, Where, Who
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
    assert (
        "Of Initech alone I have no band: a band takes three of its postings for the role that show pay."
        in reply.text
    )


def test_bands_for_another_role_are_owned_up_to(say: Say) -> None:
    reply = say("/median marketing manager at Databricks")
    assert (reply.facts.own.band, reply.facts.own.elsewhere) == (None, True)
    assert "Of Databricks I have bands for other roles, none for this one" in reply.text


def test_filings_are_told_as_what_they_are(say: Say) -> None:
    text = say("/median senior swe databricks sf").text
    assert (
        "In H-1B filings of fiscal year 2024, Databricks promised a median of at least $181,500 for this "
        "role at any level in California (40 filings, US Department of Labor)." in text
    )
    boise = say("swe at databricks in boise").text
    assert "$178,000 for this role at any level across the United States (55 filings" in boise
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
    assert "One employer posted 12 of these 24" in say("/median recruiter").text  # half is enough
    assert "One employer posted" not in say("/median swe sf senior").text


@pytest.mark.parametrize(
    "said",
    ["/median swe at '\"; DROP TABLE bands", "/median swe at ```<@U1> @everyone", "swe at " + "x" * 40_000],
)
def test_a_hostile_company_takes_no_effect(say: Say, said: str) -> None:
    reply = say(said)
    assert "error" not in reply.text.lower()
    assert "@everyone" not in reply.text


def click(engine: Engine, action: str, value: str, where: Where = "dm") -> Reply:
    return engine.respond(Turn(Who("terminal", "ada"), where, Clicked(action, value)))


def buttons(reply: Reply) -> dict[str, Button]:
    return {action.label: action for action in reply.actions if isinstance(action, Button)}


def test_a_figure_of_all_levels_says_what_its_levels_pay(say: Say) -> None:
    reply = say("/median swe sf")
    assert "By level: senior $208,000; 116 titles that state no level are in the figure too." in reply.text
    assert [(each.level, each.p50, each.n) for each in reply.facts.by_level.levels] == [
        ("senior", 208_000, 132)
    ]
    assert (reply.facts.by_level.unstated, reply.facts.by_level.thin) == (116, 52)
    assert say("/median swe sf senior").facts.by_level is None
    assert "By level" not in say("/median product manager").text  # none of its levels stands


@pytest.mark.parametrize(
    ("asked", "company", "filer", "n"),
    [
        ("/median swe meta", "Meta", "Meta Platforms", 600),
        ("/median swe FB", "Meta", "Meta Platforms", 600),
        ("/median swe aws", "Amazon", "Amazon.com Services", 900),
    ],
)
def test_a_company_is_found_under_the_name_it_files_by(
    say: Say, asked: str, company: str, filer: str, n: int
) -> None:
    reply = say(asked)
    assert f"{company}, filing as {filer.partition('.')[0]}" in reply.text
    assert (reply.facts.own.company, reply.facts.own.filing.filer) == (company, filer)
    assert reply.facts.own.filing.n == n


@pytest.mark.parametrize("name", ["Gatik", "gatik ai", "Gatik, Inc."])
def test_a_band_is_found_under_the_name_of_a_board(say: Say, name: str) -> None:
    assert say(f"/median swe at {name}").text.startswith("**Gatik posts $160,000 to $260,000**")


def test_a_shared_answer_is_the_same_answer(engine: Engine) -> None:
    asked = engine.respond(Turn(Who("terminal", "ada"), "channel", Said("/median swe sf senior databricks")))
    share = buttons(asked)["Share here"]
    shared = click(engine, share.action, share.value, "channel")
    assert shared.text == asked.text
    assert not shared.private


def test_every_button_keeps_the_company(engine: Engine, say: Say) -> None:
    asked = say("/median senior swe sf databricks")
    skilled = buttons(asked)["AI-skilled only"]
    reply = click(engine, skilled.action, skilled.value)
    assert (reply.facts.own.company, reply.facts.quote.ai) == ("Databricks", "skilled")
    assert reply.slots.company == "Databricks"
    back = click(engine, "median.pick", buttons(reply)["All postings"].value)
    assert back.facts.own.company == "Databricks"


def test_a_company_is_not_inherited_by_the_next_question(engine: Engine, say: Say) -> None:
    asked = say("/median senior swe sf databricks")
    click(engine, "median.pick", buttons(asked)["AI-skilled only"].value)
    assert say("and in Boise?").facts.own is None


def test_a_misspelt_company_is_asked_back_and_answered_by_number(say: Say) -> None:
    asked = say("/median swe sf senior at Databrick")
    assert "Did you mean Databricks?" in asked.text
    assert asked.facts.quote is None
    assert set(buttons(asked)) == {"Databricks", "All employers"}
    assert say("1").facts.own.company == "Databricks"
    say("/median swe sf senior at Databrick")
    everyone = say("2")
    assert (everyone.facts.own, everyone.facts.quote.level) == (None, "senior")
    say("/median swe sf senior at Databrick")
    assert say("databricks").facts.own.band.level == "senior"


def test_a_misspelt_company_is_asked_about_without_at_too(say: Say) -> None:
    assert "Did you mean Databricks?" in say("/median swe sf databriks").text


def test_a_company_of_its_own_index_is_no_misspelling(say: Say) -> None:
    """Whoever has figures of a company has spelt it right, however near another name is."""
    assert say("/median swe at Gatikaiinc").facts.own.band.n == 14


def test_several_companies_are_answered_one_at_a_time(engine: Engine, say: Say) -> None:
    reply = say("/median swe databricks vs ramp")
    assert reply.facts.own.company == "Databricks"
    assert "One company at a time: this is for Databricks. Ask again for Ramp." in reply.text
    other = buttons(reply)["Ramp"]
    assert click(engine, other.action, other.value).facts.own.company == "Ramp"
    three = say("what does a swe make at google and databricks and anthropic")
    assert "this is for Google. Ask again for Databricks or Anthropic." in three.text


def test_your_amount_is_held_against_the_median_it_names(say: Say) -> None:
    text = say("/median swe sf senior databricks 250k").text
    assert "Your $250,000 is $42,000 above the $208,000 median." in text
    assert text.index("Your $250,000") < text.index("In H-1B filings")
    assert "Your $208,000 is right at the $208,000 median." in say("/median swe sf senior 208k").text
    assert "Your $200,000 is $8,000 below the $208,000 median." in say("/median swe sf senior 200k").text


def test_somebody_elses_pay_is_held_against_nothing(say: Say) -> None:
    reply = say(
        "My buddy got 220k at Databricks as senior swe. I'm on 150k in San Francisco. Am I underpaid?"
    )
    assert "Your $220,000" not in reply.text
    assert "The $150,000 you make today is $58,000 below the $208,000 median. Keep it out of the talk" in (
        reply.text
    )
    assert "$220,000 is somebody else's pay" in reply.text
    assert (reply.facts.amount.whose, reply.facts.others_pay) == ("present", (220_000,))
    assert reply.slots.amount == 150_000
    alone = say("my friend makes 200k as a senior swe in sf, is that normal?")
    assert (alone.facts.amount, alone.facts.others_pay) == (None, (200_000,))


def test_present_pay_over_the_median_is_no_anchor_either(say: Say) -> None:
    text = say("I make 230k as a senior swe in sf, what's the median?").text
    assert "you make today is $22,000 above the $208,000 median. Keep it out of the talk" in text
    assert "shortfall" not in text


def test_a_posted_range_is_called_one(say: Say) -> None:
    reply = say("the posting says 180-250k for a senior swe in sf, what's the median?")
    assert (
        "The posted $180,000 to $250,000 has its middle $7,000 above the $208,000 median. "
        "A posted range is where talks begin, not yet an offer." in reply.text
    )
    assert (reply.facts.amount.low, reply.facts.amount.high) == (180_000, 250_000)


def test_a_wish_is_called_one(say: Say) -> None:
    text = say("I want 200k as a senior swe in sf, is that fair?").text
    assert "The $200,000 you have in mind is $8,000 below the $208,000 median." in text


def test_an_amount_is_held_against_the_occupation_by_name(say: Say) -> None:
    text = say("/median marketing manager austin 120k").text
    assert "Your $120,000 is $20,000 below the $140,000 median for “Marketing Managers”." in text


def test_a_number_in_a_companys_name_is_no_amount(say: Say) -> None:
    reply = say("/median swe at 37signals")
    assert (reply.facts.own.company, reply.facts.amount) == ("37signals", None)


def test_a_company_can_be_an_option(engine: Engine) -> None:
    options = {"role": "software-engineer", "place": "SF", "level": "senior", "company": "red ventures labs"}
    reply = engine.respond(Turn(Who("discord", "ada"), "dm", Invoked("median", options=options)))
    assert (reply.facts.own.company, reply.facts.quote.level) == ("Red Ventures Labs", "senior")
    named = engine.respond(
        Turn(Who("discord", "ada"), "dm", Invoked("median", options={**options, "company": "databricks"}))
    )
    assert named.facts.own.band.level == "senior"


def test_help_says_that_a_company_may_be_named(say: Say) -> None:
    text = say("/help median").text
    assert "[COMPANY]" in text
    assert "company (optional): a company, for what it posts itself" in text


def test_a_premium_is_offered_where_one_stands(engine: Engine, say: Say) -> None:
    offered = buttons(say("/median swe sf senior databricks"))["AI premium"]
    premium = click(engine, offered.action, offered.value)
    assert premium.intent == "premium"
    assert premium.facts.premium.level == "senior"
    assert "AI premium" not in buttons(say("/median marketing manager austin"))


def test_an_ai_role_offers_neither_a_premium_nor_the_other_side(say: Say) -> None:
    assert set(buttons(say("/median ai engineer sf"))) == {"Why?"}
