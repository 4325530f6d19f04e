"""Questions that reach more than one command, each with the figure and the decision that answer it."""

from __future__ import annotations

import pytest

from bot.turn import Reply
from tests.conftest import Say

TERMS = "Base: $180,000 a year, 10% bonus"
CLAUSES = " $20,000 sign-on, to be repaid within 12 months. You agree not to compete for a year."


def judged(say: Say, job: str, user: str, extra: str = "") -> Reply:
    return say(f"Offer from Acme: {job}. {TERMS}.{extra}", user=user)


def test_a_form_that_demands_a_number_gets_the_low_end_and_a_floor_raises_it(say: Say) -> None:
    facts = say("/range senior swe, SF, form").facts
    assert (facts.scene, facts.range.low, facts.quote.p50) == ("form", 208_000, 208_000)
    say("/profile floor 230k", user="bob")
    raised = say("/range senior swe, SF, form", user="bob").facts
    assert (raised.range.low, raised.range.from_floor, raised.quote.p50) == (230_000, True, 208_000)


def test_the_same_pay_elsewhere_is_held_against_the_pay_of_that_place(say: Say) -> None:
    here = judged(say, "Senior Software Engineer, San Francisco, CA", "ada").facts
    away = judged(say, "Senior Software Engineer, Boise, ID", "bob").facts
    assert here.offer.base_amount == away.offer.base_amount == 180_000
    assert here.critique.median == here.quote.p50 == 208_000
    assert (here.critique.verdict, here.critique.gap) == ("below_median", -28_000)
    assert away.quote.place != here.quote.place
    assert away.critique.benchmark != here.critique.benchmark


def test_a_title_without_its_level_is_held_against_a_lower_bar(say: Say) -> None:
    senior = judged(say, "Senior Software Engineer, San Francisco, CA", "ada").facts
    none = judged(say, "Software Engineer, San Francisco, CA", "bob").facts
    assert (senior.quote.level, none.quote.level) == ("senior", "all")
    assert senior.critique.median > none.critique.median
    assert senior.critique.gap < none.critique.gap


def test_a_visa_is_asked_who_pays_and_when(say: Say) -> None:
    job = "Senior Software Engineer, San Francisco, CA"
    assert "visa" in judged(say, job, "ada", " We sponsor an H-1B visa.").facts.critique.missing
    assert "visa" not in judged(say, job, "bob").facts.critique.missing


def test_contract_pay_is_asked_about_its_term_and_moves_on_its_rate(say: Say) -> None:
    say("Offer: software engineer, San Francisco. Contract at $90 an hour, 40 hours a week, for 6 months")
    contract = say("/counter").facts
    assert (contract.counter.period, contract.counter.lever, contract.counter.offered) == ("hour", "base", 90)
    assert 90 < contract.counter.ask <= 108
    levers = {each.kind for each in say("/package").facts.levers}
    assert levers.isdisjoint({"sign_on", "equity", "refresh"})


def test_no_offer_is_made_up_and_a_true_one_moves_no_number(say: Say) -> None:
    judged(say, "Senior Software Engineer, San Francisco, CA", "ada")
    alone = say("/counter").facts
    assert alone.mentioned is None
    asked = say("/counter mention Globex").facts
    assert asked.mentioned is None
    assert alone.counter.ask == 208_000


def test_a_grant_of_one_year_is_paid_in_that_year_alone(say: Say) -> None:
    job = "Senior Software Engineer, San Francisco, CA"

    def years(user: str, extra: str) -> list[float]:
        facts = judged(say, job, user, extra).facts
        assert facts.offer.equity_value == 60_000
        return [year.amount for year in facts.worth.total.years]

    once = years("ada", " $60,000 in RSUs vesting over 1 year.")
    spread = years("bob", " $60,000 in RSUs vesting over 4 years.")
    assert [round(each - 198_000) for each in once] == [60_000, 0, 0, 0]
    assert [round(each - 198_000) for each in spread] == [15_000, 15_000, 15_000, 15_000]


@pytest.mark.parametrize(
    ("said", "flag"),
    [
        ("what about the clawback?", "clawback"),
        ("Does a claw-back matter? I mean the clawback", "clawback"),
        ("should I worry about the non-compete?", "non_compete"),
        ("any red flags?", "clawback"),
    ],
)
def test_a_clause_asked_about_in_plain_words_is_looked_at_twice(say: Say, said: str, flag: str) -> None:
    job = "Senior Software Engineer, San Francisco, CA"
    bare = judged(say, job, "bob").facts
    judged(
        say,
        job,
        "ada",
        CLAUSES,
    )
    reply = say(said)
    assert reply.intent == "offer"
    assert flag in {each.kind for each in reply.facts.flags}
    assert flag not in {each.kind for each in bare.flags}
    assert "**" in reply.text.splitlines()[0]
    assert say(said, user="bob").facts.flags == ()


@pytest.mark.parametrize("said", ["they down-levelled me, what now?", "They downleveled me to mid level"])
def test_down_levelled_in_plain_words_is_the_lever_of_title(say: Say, said: str) -> None:
    judged(say, "Senior Software Engineer, San Francisco, CA", "ada")
    reply = say(said)
    assert (reply.intent, reply.facts.shown) == ("package", "title")
    assert say("what else can I ask for besides base?").facts.shown != "title"


def test_without_another_offer_the_counter_argues_with_work_and_market(say: Say) -> None:
    judged(say, "Senior Software Engineer, San Francisco, CA", "ada")
    reply = say("I have no other offer, what do I argue with?")
    assert (reply.intent, reply.facts.counter.market, reply.facts.mentioned) == ("counter", "median", None)
    assert reply.facts.counter.gaps == ("workflow", "eval")
