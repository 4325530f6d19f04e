"""`/range`: every way they ask, with what is known and with nothing."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest

from bot.commands.pay_range import COMMAND
from bot.commands.range_facts import RangeFacts
from bot.engine import Engine, as_json
from bot.memory.case import Case
from bot.memory.store import Store
from bot.playbook.pack import Pack, Workflow
from bot.turn import Button, Clicked, Invoked, Reply, Turn, Who
from tests.conftest import Say

ADA = Who("terminal", "ada")
SWE = "/range senior swe, SF"


def click(engine: Engine, reply: Reply, label: str) -> Reply:
    action = next(a for a in reply.actions if isinstance(a, Button) and a.label == label)
    return engine.respond(Turn(ADA, "dm", Clicked(action.action, action.value)))


def headline(reply: Reply) -> str:
    return reply.text.splitlines()[0]


def test_the_range_stands_in_the_first_line_with_its_evidence_under_it(say: Say) -> None:
    reply = say(SWE)
    assert headline(reply) == "**Say $208,000 to $240,000 base.**"
    assert (reply.facts.range.low, reply.facts.range.top) == (208_000, 240_000)
    assert reply.facts.quote.p50 == 208_000
    assert "132 postings from 34 employers, open 18 July to 8 August 2026" in reply.text
    assert "“For a Senior Software Engineer role I'm looking at $208,000 to $240,000 base" in reply.text
    assert "“Before I name a number, what range have you set for this role and level?”" in reply.text
    assert "“I'd rather go by this role than by my last one." in reply.text
    assert "leave it blank or write “negotiable”. If it takes nothing else, $208,000" in reply.text


def test_both_sides_of_ai_are_shown_and_a_button_turns_between_them(say: Say, engine: Engine) -> None:
    reply = say(SWE)
    assert (reply.facts.versus.skilled.p50, reply.facts.versus.all.p50) == (212_000, 208_000)
    skilled = click(engine, reply, "AI-skilled")
    assert (skilled.facts.quote.ai, skilled.facts.range.low) == ("skilled", 212_000)
    assert "Yours begins at the AI-skilled one." in skilled.text
    assert click(engine, skilled, "All postings").facts.range.low == 208_000


def test_ai_work_makes_the_ai_skilled_median_the_anchor(say: Say, store: Store) -> None:
    built = Workflow("Built an LLM agent that answers support tickets")
    store.save(ADA, Case(pack=Pack((built,))), datetime.now(UTC), None)
    reply = say(SWE)
    assert reply.facts.quote.ai == "skilled"
    assert (reply.facts.range.low, reply.facts.range.why) == (212_000, "usual")


def test_work_and_proof_that_hold_carry_the_top_and_thin_words_do_not(say: Say, store: Store) -> None:
    built = Workflow(
        "Rebuilt the billing pipeline for 40 support agents",
        "Kafka, Postgres",
        "Closing fell from 9 days to 2",
    )
    proof = "On 500 held-out invoices the error rate fell from 2% to 0.1% against the old pipeline"
    store.save(ADA, Case(pack=Pack((built,), quality=proof)), datetime.now(UTC), None)
    reply = say(SWE)
    assert (reply.facts.range.why, reply.facts.range.top) == ("evidence", 249_000)
    assert "as you have both work and proof to show" in reply.text
    bob = Who("terminal", "bob")
    store.save(
        bob, Case(pack=Pack((Workflow("Did great work"),), quality="It went well")), datetime.now(UTC), None
    )
    assert say(SWE, user="bob").facts.range.why == "usual"


@pytest.mark.parametrize(
    ("number", "standing", "said"),
    [("180k", "below", "too low to open with: say $208,000 to $240,000"),
     ("220k", "inside", "a fair number: say $220,000 to $240,000"),
     ("260k", "above", "over the range for this job, $208,000 to $240,000")],
)  # fmt: skip
def test_a_number_of_ones_own_is_held_against_it(say: Say, number: str, standing: str, said: str) -> None:
    say(SWE)
    reply = say(f"/range {number}")
    assert reply.facts.held.standing == standing
    assert said in headline(reply)
    assert reply.slots.amount == float(number.removesuffix("k")) * 1000


def test_a_posted_band_says_where_to_stand_in_it(say: Say) -> None:
    say(SWE)
    reply = say("/range posted 180-250k")
    assert (
        headline(reply)
        == "**Say $215,000 to $250,000: the upper half of what they posted, $180,000 to $250,000.**"
    )
    assert (reply.facts.posted.where, reply.facts.posted.middle) == ("upper_half", 215_000)
    assert reply.facts.held is None
    assert say("/range posted 150-200k").facts.posted.where == "top"
    wide = say("/range posted 150-400k")
    assert wide.facts.posted.wide
    assert "which level" in wide.text


def test_a_posted_band_needs_no_figure_of_mine(say: Say) -> None:
    reply = say("/range posted £80-95k, swe, London")
    assert reply.facts.quote is None
    assert (reply.facts.posted.say_low, reply.facts.currency) == (88_000, "GBP")
    assert headline(reply).startswith("**Say £88,000 to £95,000")


def test_an_hourly_band_is_made_a_year(say: Say) -> None:
    say(SWE)
    reply = say("/range posted $60-75/hour")
    assert (reply.facts.posted.low, reply.facts.posted.high) == (124_800, 156_000)
    assert "2,080 times the hourly figure" in reply.text


@pytest.mark.parametrize(
    ("number", "standing", "start"),
    [("185k", "below", "**Not yet: $185,000 is $23,000 under your range, $208,000 to $240,000.**"),
     ("210k", "inside", "**$210,000 is inside your range"),
     ("260k", "above", "**$260,000 is over your range")],
)  # fmt: skip
def test_would_you_accept_at(say: Say, number: str, standing: str, start: str) -> None:
    say(SWE)
    reply = say(f"/range accept {number}")
    assert reply.facts.held.standing == standing
    assert headline(reply).startswith(start)


def test_below_the_floor_is_a_no_whatever_the_market(say: Say) -> None:
    say("/profile floor 230k")
    reply = say("/range senior swe, SF, accept 220k")
    assert reply.facts.range.from_floor
    assert "your floor of $230,000, over the median base" in reply.text
    assert headline(reply) == "**No: $220,000 is under your floor of $230,000.**"


def test_todays_pay_is_in_no_line_and_in_no_fact(say: Say) -> None:
    reply = say("they ask what i make now, i'm on 151k, senior software engineer in San Francisco")
    assert reply.intent == "range"
    assert reply.facts.scene == "current"
    assert reply.facts.present_left_out
    assert "151" not in reply.text
    assert "151" not in json.dumps(as_json(reply))
    assert headline(reply).startswith("**Don't name it: turn to this role.**")


def test_todays_pay_is_not_kept(say: Say, store: Store) -> None:
    say("/range senior swe, SF, i make 151k now")
    assert "151" not in repr(store.load(ADA, datetime.now(UTC)).case)


@pytest.mark.parametrize(
    "text", ["/range", "/range current", "what should i say if they ask what i make now"]
)
def test_without_a_job_the_lines_stand_and_the_job_is_asked_for(say: Say, text: str) -> None:
    reply = say(text, user="new")
    assert reply.facts.quote is None
    assert "“I'd rather go by this role than by my last one. What range have you set for it?”" in reply.text
    assert "which role is it, and where?" in reply.text
    assert say("senior software engineer, SF", user="new").facts.range.low == 208_000


@pytest.mark.parametrize("text", ["/range 190k", "/range accept 190k", "/range posted 180-220k"])
def test_a_number_without_a_job_says_how_to_say_both(say: Say, text: str) -> None:
    reply = say(text, user="new")
    assert f"`{text}, senior swe, Seattle`" in reply.text


def test_an_occupation_without_figures_and_a_place_abroad_get_no_range(say: Say) -> None:
    nurse, london = say("/range registered nurse, Boston"), say("/range senior swe, London")
    for reply in (nurse, london):
        assert reply.facts.range is None
        assert headline(reply).startswith("**Ask for their range first")
    assert "I have no figures for a registered nurse" in nurse.text
    assert "no pay data for a Senior Software Engineer in the United Kingdom" in london.text


@pytest.mark.parametrize(("level", "bar"), [("senior", "low"), ("entry", "high"), ("new grad", "high")])
@pytest.mark.parametrize("scene", ["", "current ", "form ", "accept 300k "])
def test_a_figure_of_all_levels_is_put_into_nobodys_mouth(say: Say, level: str, bar: str, scene: str) -> None:
    reply = say(f"/range {scene}{level} data scientist, Texas")
    assert (reply.facts.range, reply.facts.held, reply.facts.all_levels) == (None, None, bar)
    assert reply.facts.quote.p50 == 111_000
    assert "What I have counts all levels" in reply.text
    assert not [line for line in re.findall(r"“[^”]*”", reply.text) if "$" in line]


def test_a_figure_of_all_levels_is_said_where_no_level_or_the_middle_one_is_asked(say: Say) -> None:
    for level in ("", "mid "):
        reply = say(f"/range {level}data scientist, Texas")
        assert (reply.facts.range.low, reply.facts.all_levels) == (111_000, None)


def test_a_floor_over_a_figure_of_all_levels_is_ones_own_number_to_say(say: Say) -> None:
    say("/profile floor 130k")
    reply = say("/range senior data scientist, Texas")
    assert (reply.facts.range.low, reply.facts.range.from_floor) == (130_000, True)


def test_a_posted_band_goes_by_itself_for_a_level_below_the_middle(say: Say) -> None:
    low = say("/range posted 90-100k, entry data scientist, Texas")
    assert (low.facts.posted.where, low.facts.range) == ("no_market", None)
    # Under the median of all levels it is too little for a job above the middle all the same.
    assert say("/range posted 90-100k, senior data scientist, Texas").facts.posted.where == "top"


def test_a_states_rule_is_said_with_its_statute_and_nothing_elsewhere(say: Say) -> None:
    here = say(SWE)
    assert [rule.kind for rule in here.facts.rules] == ["pay_transparency"]
    assert "Labor Code § 432.3" in here.text
    assert "Not legal advice." in here.text
    asked = say("/range current")
    assert [rule.kind for rule in asked.facts.rules] == ["salary_history"]
    assert "an employer may not ask what you earn" in asked.text
    boise = say("/range senior swe, Boise")
    assert boise.facts.rules == ()
    assert "legal" not in boise.text


def test_a_companys_own_band_stands_beside_it(say: Say) -> None:
    reply = say("/range senior swe at Databricks, SF")
    assert (reply.facts.own.band.lowest, reply.facts.own.band.highest) == (190_000, 265_000)
    assert "Databricks itself posts $190,000 to $265,000" in reply.text
    assert "no band that Initech posts" in say("/range senior swe at Initech, SF").text


def test_buttons_answer_the_other_questions_for_the_same_job(say: Say, engine: Engine) -> None:
    reply = say(SWE)
    current = click(engine, reply, "They ask what I make now")
    form = click(engine, reply, "A form wants a number")
    assert (current.facts.scene, form.facts.scene) == ("current", "form")
    assert current.facts.quote.p50 == form.facts.quote.p50 == 208_000
    assert "enter $208,000, the low end of your range" in form.text
    assert click(engine, form, "The range").facts.scene == "range"


def test_options_by_name_say_the_same_as_words(engine: Engine) -> None:
    options = {"role": "software-engineer", "place": "San Francisco, CA", "level": "senior"}
    turn = Turn(ADA, "dm", Invoked("range", "", {**options, "number": "posted 180-250k"}))
    assert engine.respond(turn).facts.posted.say_low == 215_000
    current = engine.respond(Turn(ADA, "dm", Invoked("range", "", {**options, "asked": "current pay"})))
    assert (current.facts.scene, current.facts.quote.p50) == ("current", 208_000)


def test_an_unclear_role_is_asked_back(say: Say) -> None:
    reply = say("/range pm, california", user="new")
    assert reply.facts == RangeFacts()
    assert "Which did you mean?" in reply.text
    assert say("1", user="new").facts.range.low == 198_000


def test_a_follow_up_goes_on_with_the_range(say: Say) -> None:
    say(SWE)
    reply = say("and nationwide?")
    assert (reply.intent, reply.facts.range.low) == ("range", 195_000)


def test_words_nobody_knows_stop_it(say: Say) -> None:
    assert "I don't know “blorp” as a role" in say("/range blorp, SF").text
    say(SWE)
    assert "I don't know what “blorp” means" in say("/range swe, blorp").text


def test_a_reply_is_private_and_its_command_is_declared_whole(say: Say) -> None:
    reply = say(SWE)
    assert reply.private
    for action in reply.actions:
        assert isinstance(action, Button)
        assert action.action.removeprefix("range.") in COMMAND.clicks


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("would you accept at 210k", "accept"),
        ("they said the band is 180-250k", "posted"),
        ("they posted a band of 180-250k, what should i say", "posted"),
        ("the recruiter asks what i make now", "current"),
        ("salary expectations?", "range"),
    ],
)
def test_plain_words_before_an_offer_are_of_the_first_talk(say: Say, text: str, scene: str) -> None:
    say("/median senior swe, SF")
    reply = say(text)
    assert (reply.intent, reply.facts.scene) == ("range", scene)
    assert reply.facts.quote.p50 == 208_000


@pytest.mark.parametrize("scene", ["posted", "accept"])
def test_a_question_without_its_number_asks_for_that(say: Say, scene: str) -> None:
    say(SWE)
    reply = say(f"/range {scene}")
    assert reply.facts.scene == scene
    assert reply.facts.range is None
    assert f"`/range {scene} 18" in reply.text


@pytest.mark.parametrize(("number", "shown"), [("5k", "$5,000"), ("9000k", "$9,000,000")])
def test_a_sum_that_no_year_pays_is_not_used(say: Say, number: str, shown: str) -> None:
    say(SWE)
    reply = say(f"/range {number}")
    assert reply.facts.held is None
    assert f"I can't read {shown} as a year's pay" in reply.text


def test_a_band_by_the_hour_is_answered_by_the_hour(say: Say) -> None:
    reply = say("/range posted $45-55 an hour")
    assert headline(reply).startswith(
        "**Say $50 to $55 an hour: the upper half of what they posted, $45 to $55 an hour.** "
        "($104,000 to $114,400 a year at 40 hours a week"
    )
    assert "at $50 to $55 an hour. What would you need" in reply.text
    rate = reply.facts.posted_rate
    assert (rate.low, rate.say_low, rate.high) == (45, 50, 55)
    assert reply.facts.posted.say_low == 50 * 2_080


def test_a_number_by_the_hour_is_answered_by_the_hour_too(say: Say) -> None:
    say(SWE)
    reply = say("/range $130 an hour")
    assert headline(reply).startswith("**$130 an hour ($270,400 a year) is")
    low, top = reply.facts.say_rate
    assert low * 2_080 >= reply.facts.held.say_low
    assert top * 2_080 <= reply.facts.held.say_top
    assert f"So say ${low:g} to ${top:g} an hour." in reply.text


def test_accept_is_read_after_the_job_too(say: Say) -> None:
    assert say("/range senior swe, SF accept 220k").facts.scene == "accept"


@pytest.mark.parametrize(
    "said",
    ["they want to know my current CTC", "what's your current OTE", "I'm on 32 an hour now",
     "my current rate is 32 an hour", "they want proof of my current salary",
     "they asked for my last payslip",
     "recruiter asked my current OTE", "they ask my current package"],
)  # fmt: skip
def test_present_pay_by_any_name_is_turned_away_from(say: Say, said: str) -> None:
    reply = say(said)
    assert (reply.intent, reply.facts.scene) == ("range", "current")
    assert "32" not in reply.text
    assert reply.facts.held is None
    assert reply.facts.range is None


@pytest.mark.parametrize(
    "said",
    ["what should I ask for as an account executive in Chicago?", "how much should I ask for as a nurse",
     "what salary should I ask for"],
)  # fmt: skip
def test_what_to_ask_for_before_an_offer_is_the_range(say: Say, said: str) -> None:
    assert say(said).intent == "range"


def test_what_to_ask_for_with_an_offer_is_no_range(say: Say) -> None:
    say("Offer from Acme: software engineer, Seattle, 185k base")
    assert say("what should I ask for?").intent != "range"


def test_a_posted_band_is_told_in_a_sentence_too(say: Say) -> None:
    reply = say("they posted 22 to 26 an hour")
    assert (reply.intent, reply.facts.scene, reply.facts.posted_rate.say_low) == ("range", "posted", 24)
