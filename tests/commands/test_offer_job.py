"""Which job an offer is for: outside the table, misspelt, ambiguous, by a company's ladder."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.commands.amend import amendment
from bot.commands.base import Ask, Outcome, Setting
from bot.commands.correct import correcting
from bot.commands.judging import job_of, ladder_word, outside
from bot.commands.offer_job import job_heard
from bot.market.database import Market
from bot.memory.case import About
from bot.offers.offer import Doubt, Offer
from tests.conftest import Say

from .at_hand import doubted


@pytest.mark.parametrize("said", ["{}", "/offer {}"])
@pytest.mark.parametrize(
    ("text", "job", "base"),
    [
        ("Offer: warehouse supervisor at Costco, 24.50 an hour, 2k sign-on", "a warehouse manager", 24.5),
        ("Got an offer as a registered nurse at Mercy Hospital, 78k base", "a registered nurse", 78_000),
        ("Offer from Deloitte: Consultant, Chicago, 98k base, 10k sign-on", "a consultant", 98_000),
        ("offer: HR generalist, Denver, 78k base, 5% bonus", "an HR generalist", 78_000),
    ],
)
def test_an_offer_without_a_benchmark_is_shown_all_the_same(
    say: Say, said: str, text: str, job: str, base: float
) -> None:
    reply = say(said.format(text))
    assert reply.facts.offer.base_amount == base
    assert f"I have no benchmark for {job}" in reply.text.splitlines()[0]
    assert "| Base " in reply.text
    assert "posted band" in reply.text.splitlines()[-1]
    assert "Is there equity" not in reply.text
    assert reply.facts.quote is None


def test_a_title_nobody_knows_is_shown_and_asked_about_under_the_offer(say: Say) -> None:
    reply = say("growth lead at a startup 130k base + 0.2%")
    assert reply.facts.offer.base_amount == 130_000
    assert "no benchmark for “growth lead”" in reply.text.splitlines()[0]
    assert "another name" in reply.text.splitlines()[-1]
    assert reply.slots.level is None
    answered = say("marketing manager, Austin")
    assert (answered.facts.offer.base_amount, answered.facts.quote.place) == (130_000, "Austin, TX")


def test_the_nearest_occupation_is_named_as_orientation_alone(say: Say) -> None:
    reply = say("Offer from Deloitte: Consultant, Chicago, 98k base, 10k sign-on")
    assert "BLS occupation I show for Strategy and Operations: `/median strategy-operations" in reply.text
    assert reply.facts.critique.verdict == "no_benchmark"


def test_an_occupation_said_in_answer_keeps_the_offer_in_sight(say: Say) -> None:
    say("offer: 55k base at Initech")
    reply = say("warehouse manager, Austin")
    assert "no benchmark for a warehouse manager" in reply.text
    assert (reply.facts.offer.base_amount, reply.slots.place) == (55_000, "Austin, TX")


def test_a_profile_never_stands_in_for_the_offers_own_title(say: Say) -> None:
    say("/profile senior software engineer, San Francisco")
    reply = say("Got an offer: registered nurse at Mercy, 120k base")
    assert (reply.slots.role, reply.slots.level, reply.facts.quote) == (None, None, None)


def test_a_counter_to_it_cites_no_median_of_the_profiles_job(say: Say) -> None:
    say("/profile senior software engineer, San Francisco")
    say("Got an offer: registered nurse at Mercy, 120k base")
    assert say("/counter").facts.quote is None
    say("/forget now")
    say("/profile senior software engineer, San Francisco")
    pasted = say("Mercy offered me 120k base as a registered nurse. Can I negotiate?")
    assert pasted.facts.quote is None


def test_an_occupation_beside_an_offer_is_read_where_its_title_is_not() -> None:
    offer = Offer(base_amount=72_000)
    heard = job_heard(offer, "Postdoc offer from MIT: 72k stipend", "", About("software-engineer"))
    assert (heard.question.beyond, heard.about.role) == ("postdoc", None)
    student = job_heard(offer, "I'm a student and got an offer, 72k", "", About())
    assert student.question.beyond is None


def test_a_misspelt_role_and_city_are_put_right_and_owned_up_to(say: Say) -> None:
    reply = say("got an offer: senior software enginer in san fransisco, 165k base, 10% bonus, 20k sign on")
    assert (reply.slots.role, reply.slots.place, reply.slots.level) == (
        "software-engineer",
        "San Francisco, CA",
        "senior",
    )
    assert "I read “software enginer” as Software Engineer." in reply.text
    assert "I read “san fransisco” as San Francisco, CA." in reply.text


def test_a_misspelt_title_keeps_its_level() -> None:
    offer = Offer(title="softwar engineer", base_amount=190_000)
    heard = job_heard(offer, "offer: senior softwar engineer, new yrok, 190k base", "", About())
    assert heard.about == About("software-engineer", "0035620", "senior")


def test_a_city_of_many_states_is_asked_about_under_the_offer(say: Say) -> None:
    reply = say("offer: software engineer, springfield, 120k base")
    assert reply.facts.offer.base_amount == 120_000
    assert reply.slots.place is None
    assert "I held it against the whole country for now" in reply.text
    assert "Springfield, IL" in reply.text
    answered = say("2")
    assert (answered.slots.place or "").startswith("Springfield")


def test_a_name_of_two_cities_is_owned_up_to(say: Say) -> None:
    reply = say("offer: software engineer, portland, 120k base")
    assert "I read “portland” as Portland, OR. If you meant Portland, ME, say so." in reply.text


def test_pay_in_another_currency_asks_for_no_place() -> None:
    offer = Offer(title="Software Engineer", location="Manchester", currency="GBP", base_amount=85_000)
    assert job_heard(offer, "", "", About()).question.unsure == ()


@pytest.mark.parametrize(
    ("title", "level", "step"),
    [
        ("L3 software engineer", None, "L3"),
        ("Software Engineer", "E5", "E5"),
        ("Senior Software Engineer", "L5", ""),
        ("Senior Software Engineer", None, ""),
    ],
)
def test_a_step_of_a_ladder_is_told_from_a_level_in_words(title: str, level: str | None, step: str) -> None:
    offer = Offer(title=title, level=level)
    assert ladder_word(offer, job_of(offer).level) == step


def test_a_companys_ladder_is_owned_up_to_in_an_offer_and_a_look_up(say: Say) -> None:
    told = "I read “L5” as Senior level. Every company counts its own way: if that is wrong, say the level"
    assert told in say("offer: Stripe, L5 software engineer, SF, 200k base, 15% bonus").text
    assert told in say("/median swe sf L5").text
    assert "counts its own way" not in say("/median senior swe sf").text


def test_a_staff_nurse_is_of_no_staff_level() -> None:
    offer = Offer(title="Staff Nurse")
    assert outside(offer)
    assert job_of(offer).level is None
    assert job_of(Offer(title="Staff Software Engineer")).level == "staff"


def denied(market: Market, doubt: Doubt) -> Outcome:
    """What a bare "no" comes to where one figure is in doubt."""
    case = doubted(doubt)
    found = amendment("no", case)
    assert found is not None
    setting = Setting(market, datetime(2026, 8, 20, tzinfo=UTC), "dm")
    return correcting(found)(Ask(text="no"), case, setting)


@pytest.mark.parametrize(
    ("instead", "told"),
    [
        ("relocation", "$25,000 is relocation, not a sign-on bonus.** If it is neither, say what it is"),
        ("present", "I take $25,000 for current pay now. If it is neither, say what it is"),
        (None, "the sign-on bonus is out (it was $25,000).** If it is another part of the offer, say what"),
    ],
)
def test_a_bare_no_says_what_the_figure_is_taken_for(market: Market, instead: str | None, told: str) -> None:
    text = denied(market, Doubt("sign_on", 0.6, instead)).reply.text
    assert told in " ".join(text.split())
