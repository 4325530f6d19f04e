"""Conversations: what is said, and what must come of it. Real engine, real figures, real store."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.engine import Engine, as_json, build
from bot.market.database import Market
from bot.memory.case import Case
from bot.memory.store import open_store
from bot.turn import Button, Clicked, Invoked, Reply, Said, Submitted, Turn, Uploaded, Who

from .conftest import Say

ADA = Who("terminal", "ada")
OFFER = (
    "Got an offer from Harvey: Senior Software Engineer, San Francisco. "
    "170k base, 15% bonus, 25k sign on, 0.05% equity over 4 years"
)


def click(engine: Engine, reply: Reply, label: str) -> Reply:
    action = next(a for a in reply.actions if isinstance(a, Button) and a.label == label)
    return engine.respond(Turn(ADA, "channel", Clicked(action.action, action.value)))


def test_the_first_example_of_the_readme(say: Say) -> None:
    reply = say("/median software-engineer SF senior")
    assert reply.intent == "median"
    assert (reply.slots.role, reply.slots.place, reply.slots.level) == (
        "software-engineer",
        "San Francisco, CA",
        "senior",
    )
    quote = reply.facts.quote
    assert quote.basis == "measured"
    assert 200_000 < quote.p50 < 216_000
    assert quote.n > 80
    assert quote.employers > 20
    assert "backend-engineer" in quote.includes
    assert reply.text.startswith(f"**${quote.p50:,.0f} a year**")
    assert reply.private


@pytest.mark.parametrize(
    ("text", "role", "place", "level"),
    [
        ("/median swe sr nyc", "software-engineer", "New York, NY", "senior"),
        ("/median NYC Senior SWE", "software-engineer", "New York, NY", "senior"),
        (
            '/median "machine learning engineer" seattle staff',
            "machine-learning-engineer",
            "Seattle, WA",
            "staff",
        ),
        ("/median pmm san fransisco", "product-marketing-manager", "San Francisco, CA", None),
        (
            "what's the median for a staff ML engineer in the bay area?",
            "machine-learning-engineer",
            "San Francisco, CA",
            "staff",
        ),
        ("/median softwear enginer seatle snior", "software-engineer", "Seattle, WA", "senior"),
        ("/median accountant california", "accountant", "California", None),
        ("/median recruiter remote", "recruiter", "remote", None),
        ("/median nurse-nothing", None, None, None),
        (
            "/median data scientist, Northwest Alabama nonmetropolitan area",
            "data-scientist",
            "Northwest Alabama nonmetropolitan area",
            None,
        ),
        ("how much does a product designer make in chicago", "product-designer", "Chicago, IL", None),
        ("staff swe nyc", "software-engineer", "New York, NY", "staff"),
    ],
)
def test_questions_in_the_words_people_use(
    say: Say, text: str, role: str | None, place: str | None, level: str | None
) -> None:
    reply = say(text)
    assert reply.intent == "median"
    assert (reply.slots.role, reply.slots.place, reply.slots.level) == (role, place, level)
    if role:
        assert reply.facts.quote is not None
        assert reply.facts.quote.asked.role == role


def test_a_corrected_typo_is_owned_up_to(say: Say) -> None:
    assert "I read “seatle” as Seattle, WA." in say("/median swe seatle").text


def test_a_shared_name_is_owned_up_to(say: Say) -> None:
    text = say("/median swe portland").text
    assert "I read “portland” as Portland, OR." in text
    assert "Portland, ME" in text


def test_ambiguous_words_are_asked_about_and_the_choice_answers(engine: Engine, say: Say) -> None:
    asked = say("/median pm austin senior")
    assert asked.facts.quote is None
    assert asked.slots.role is None
    assert {a.label for a in asked.actions if isinstance(a, Button)} == {
        "Product Manager",
        "Project Manager",
        "Technical Program Manager",
    }
    answered = click(engine, asked, "Project Manager")
    assert answered.slots.role == "project-manager"
    assert answered.slots.place == "Austin, TX"
    assert answered.slots.level == "senior"
    assert answered.facts.quote.place == "Austin, TX"


def test_an_ambiguous_word_can_be_answered_in_words(say: Say) -> None:
    say("/median springfield swe")
    reply = say("Massachusetts")
    assert reply.slots.role == "software-engineer"
    say("/median pm austin")
    assert say("product manager").slots.place == "Austin, TX"


def test_unknown_words_stop_the_answer(say: Say) -> None:
    reply = say("/median accountant qwertyuiop")
    assert reply.facts.quote is None
    assert "“qwertyuiop”" in reply.text
    assert "Accountant" in reply.text


def test_without_a_role_it_asks_and_remembers_the_rest(say: Say) -> None:
    assert say("/median Seattle senior").facts.quote is None
    reply = say("data engineer")
    assert (reply.slots.role, reply.slots.place, reply.slots.level) == (
        "data-engineer",
        "Seattle, WA",
        "senior",
    )


def test_a_follow_up_inherits_what_was_asked(say: Say) -> None:
    say("/median swe sf senior")
    reply = say("and in seattle?")
    assert (reply.slots.role, reply.slots.place, reply.slots.level) == (
        "software-engineer",
        "Seattle, WA",
        "senior",
    )


def test_ai_skilled_is_told_beside_all(say: Say) -> None:
    everyone = say("/median swe sf senior")
    skilled = say("/median swe sf senior --ai")
    assert everyone.slots.ai is None
    assert skilled.slots.ai is True
    assert skilled.facts.quote.ai == "skilled"
    assert skilled.facts.quote.p50 == everyone.facts.versus.skilled.p50
    assert everyone.facts.quote.p50 == skilled.facts.versus.all.p50
    assert "Side by side" in everyone.text


def test_a_premium_is_told_with_its_interval_or_not_at_all(say: Say) -> None:
    reply = say("/premium swe")
    assert reply.intent == "premium"
    premium = reply.facts.premium
    assert premium.low_pct <= premium.pct <= premium.high_pct
    assert min(premium.skilled.n, premium.plain.n) >= 20
    assert "%" in reply.text.splitlines()[0].partition("%")[2]
    assert reply.text.count("80% interval: when I redraw") == 1
    nowhere = say("and in boise?")
    assert nowhere.intent == "premium"
    assert nowhere.facts.premium is None
    assert nowhere.text.startswith("I can't measure an AI premium for a Software Engineer in Boise City, ID")
    assert "a premium there is not one here" in nowhere.text


def test_the_company_asked_about_is_answered_first(say: Say) -> None:
    reply = say("what does Harvey pay software engineers in sf?")
    assert reply.intent == "median"
    assert reply.slots.company == "Harvey"
    band = reply.facts.own.band
    assert reply.text.startswith(f"**Harvey posts ${band.lowest:,} to ${band.highest:,}**")
    assert band.n >= 3


def test_one_window_of_postings_shows_no_trend(say: Say) -> None:
    for asked in ("/median swe sf senior", "/median swe", "/median em nyc"):
        reply = say(asked)
        assert reply.facts.changes == ()
        assert "since the week before" not in reply.text


def test_outside_the_us_it_names_no_number(say: Say) -> None:
    reply = say("/median marketing manager london")
    assert reply.facts.quote is None
    assert "$" not in reply.text
    assert "United Kingdom" in reply.text


def test_every_step_back_is_said(say: Say) -> None:
    reply = say("/median technical writer boise senior --ai")
    assert reply.facts.quote.basis == "stepped_back"
    assert len(reply.facts.quote.steps) == 3  # no levels, no AI, and no estimate
    for step in reply.facts.quote.steps:
        assert step in reply.text


def test_sharing_shows_market_figures_to_all_and_nothing_else(engine: Engine) -> None:
    asked = engine.respond(Turn(ADA, "channel", Invoked("median", "swe sf senior")))
    shared = click(engine, asked, "Share here")
    assert asked.private
    assert not shared.private
    assert shared.facts.quote == asked.facts.quote
    assert not shared.actions


def test_options_by_name_mean_the_same_as_words(engine: Engine) -> None:
    options = {"role": "software-engineer", "place": "San Francisco, CA", "level": "senior", "ai": "true"}
    by_name = engine.respond(Turn(ADA, "channel", Invoked("median", options=options)))
    in_words = engine.respond(Turn(ADA, "channel", Invoked("median", "swe sf senior --ai")))
    assert by_name.facts == in_words.facts


def test_an_offer_then_the_counter(say: Say) -> None:
    judged = say(OFFER)
    assert judged.intent == "offer"
    assert judged.slots.amount == 170_000
    assert judged.slots.company == "Harvey"
    assert judged.facts.offer.sign_on == 25_000
    assert judged.facts.offer.bonus_pct == 15
    assert judged.facts.offer.equity_pct == 0.05
    assert judged.facts.critique.verdict == "below_median"
    assert judged.facts.critique.employer_type.id == "ai-native"
    assert judged.facts.worth.cash.years[0].amount == 170_000 + 25_500 + 25_000
    counter = say("/counter")
    plan = counter.facts.counter
    assert plan.lever == "base"
    assert 187_000 <= plan.ask <= 205_000
    assert f"${plan.ask:,.0f}" in counter.text
    assert counter.text.count("[GAP") == 2
    assert counter.file is not None
    assert "Harvey" in counter.file.content


def test_a_changed_base_changes_the_verdict_and_the_number(say: Say) -> None:
    low = say(OFFER)
    high = say(OFFER.replace("170k", "240k"))
    assert low.facts.critique.verdict == "below_median"
    assert high.facts.critique.verdict == "above_median"
    assert high.facts.critique.gap - low.facts.critique.gap == 70_000
    assert say("/counter").facts.counter.lever == "equity_pct"


def test_the_floor_is_kept_and_beats_the_median(say: Say) -> None:
    say("my floor is 250k")
    assert say("/profile").facts.floor == 250_000
    judged = say(OFFER.replace("170k", "240k"))
    assert judged.facts.critique.verdict == "below_floor"
    assert "under your floor" in judged.text


def test_what_the_text_does_not_say_is_asked(say: Say) -> None:
    judged = say("offer: 105k base at Initech")
    assert judged.facts.quote is None
    assert "which role, level and city" in judged.text
    answered = say("senior financial analyst, Boise")
    assert answered.intent == "offer"
    assert answered.facts.offer.base_amount == 105_000
    assert answered.facts.quote.place == "Boise City, ID"
    assert answered.facts.critique.bar == "low"


def test_two_offers_in_a_text_are_told_apart(say: Say) -> None:
    reply = say(
        "I have two offers. Google: software engineer, NYC, 205k base, 15% bonus. "
        "Meta: software engineer, NYC, 215k base, 50k sign on."
    )
    assert (reply.facts.offer.company, reply.facts.offer.sign_on) == ("Google", None)
    assert [(other.company, other.base_amount) for other in reply.facts.others] == [("Meta", 215_000)]
    assert "Meta: $215,000" in reply.text


def test_without_a_level_it_asks_for_one_and_the_answer_sharpens_the_median(say: Say) -> None:
    first = say("offer from Harvey: software engineer, San Francisco, base 190k")
    assert first.facts.quote.level == "all"
    assert "which level" in first.text
    answered = say("senior")
    assert answered.intent == "offer"
    assert answered.facts.quote.level == "senior"
    assert answered.facts.quote.p50 != first.facts.quote.p50


def test_a_form_carries_offer_and_job(engine: Engine) -> None:
    values = {"offer": "base 150k, bonus 10%", "job": "senior product manager, Denver"}
    reply = engine.respond(Turn(ADA, "channel", Submitted("offer", values)))
    assert reply.slots.role == "product-manager"
    assert reply.slots.place == "Denver, CO"
    again = engine.respond(Turn(ADA, "channel", Invoked("offer")))
    assert again.facts.offer.base_amount == 150_000
    opened = click(engine, again, "Paste an offer")
    assert opened.form is not None
    assert opened.form.id == "offer"


@pytest.mark.parametrize(
    "text",
    [
        "/offer what a lovely day",
        "/offer I currently make 150k base plus 10% bonus",
        "/offer We are hiring a Senior Engineer. The salary range is $150,000 - $180,000. Apply now.",
    ],
)
def test_what_is_no_offer_is_told_so(say: Say, text: str) -> None:
    reply = say(text)
    assert reply.facts.offer is None
    assert "Next:" in reply.text
    assert say("/counter").facts.counter is None


def test_an_offer_in_another_currency_is_not_measured_in_dollars(say: Say) -> None:
    judged = say("Offer from Acme: base £85,000, bonus 10%, software engineer, London")
    assert judged.facts.offer.currency == "GBP"
    assert judged.facts.quote is None
    assert judged.facts.critique.verdict == "no_benchmark"
    assert "$" not in judged.text.split("`")[0]
    assert say("/counter").facts.counter.market is None


def test_the_counter_never_names_present_pay(say: Say) -> None:
    say(f"I currently make 143k. {OFFER}")
    for text in (
        "/counter",
        "/counter I currently make 143k",
        "/counter my salary is 143,000 and I built a bot",
    ):
        reply = say(text)
        assert "143" not in reply.text
        assert reply.file is not None
        assert "143" not in reply.file.content
    assert "left your sentence out" in reply.text


def test_evidence_fills_its_gap_and_takes_the_ai_skilled_anchor(say: Say) -> None:
    say(OFFER)
    reply = say("/counter I built an LLM triage bot that halved response time")
    assert "the work I would bring. I built an LLM triage bot that halved response time." in reply.text
    assert reply.facts.counter.gaps == ("eval",)
    assert reply.facts.quote.ai == "skilled"
    assert "AI-skilled pay from here on" in reply.text
    whole = say("/counter proof: error rate fell from 9% to 2% on held-out tickets")
    assert whole.facts.counter.gaps == ()
    assert "[GAP: your" not in whole.text
    assert "I built an LLM triage bot" in say("/counter").text
    say("/forget now")
    say(OFFER)
    assert say("/counter").facts.counter.gaps == ("workflow", "eval")


def test_words_that_are_no_evidence_change_nothing(say: Say) -> None:
    judged = say(OFFER)
    for words in ("please", "what should I say?", "<!channel> wake up"):
        reply = say(f"/counter {words}")
        assert reply.facts.counter.gaps == ("workflow", "eval")
        assert reply.facts.quote == judged.facts.quote
        assert words.split()[-1] not in reply.file.content if reply.file else True


def test_terms_to_ask_for_do_not_become_the_offer(say: Say) -> None:
    say(OFFER)
    for words in ("215k base", "ask for 190k base", "sign-on 40k", "30k sign-on"):
        say(f"/counter {words}")
        assert say("/profile").text.count("Harvey") == 1
        assert say("should i accept?").facts.offer.base_amount == 170_000


@pytest.mark.parametrize(
    ("asked", "ask"),
    [("20%", 204_000), ("10% more", 187_000), ("15k a month", 180_000), ("95/hour", 197_600)],
)
def test_a_number_is_taken_in_its_own_terms(say: Say, asked: str, ask: float) -> None:
    say(OFFER)
    assert say(f"/counter {asked}").facts.counter.ask == pytest.approx(ask)


@pytest.mark.parametrize("asked", ["£200k", "1 million"])
def test_a_number_that_fits_no_base_is_not_used(say: Say, asked: str) -> None:
    say(OFFER)
    reply = say(f"/counter {asked}")
    assert reply.facts.counter.rule != "theirs"
    assert "couldn't use what you added" in reply.text


def test_a_yearly_number_counters_an_hourly_offer_by_the_hour(say: Say) -> None:
    say("offer from Harvey: software engineer, San Francisco, $90 an hour")
    plan = say("/counter 208k").facts.counter
    assert (plan.ask, plan.period) == (100, "hour")


def test_a_short_line_changes_the_offer_at_hand(say: Say) -> None:
    say(OFFER)
    changed = say("actually it's 185k base")
    assert changed.facts.offer.base_amount == 185_000
    assert (changed.facts.offer.company, changed.facts.offer.sign_on) == ("Harvey", 25_000)
    assert changed.slots.role == "software-engineer"
    assert "change to the offer" in changed.text
    assert say("plus 30k sign on").facts.offer.base_amount == 185_000
    other = say("Offer from Acme: base 150k, data analyst, Boise")
    assert (other.facts.offer.company, other.facts.offer.sign_on) == ("Acme", None)


@pytest.mark.parametrize(
    ("said", "base", "level", "place"),
    [
        ("no it's 185k", 185_000, "senior", "San Francisco, CA"),
        ("No it is $185k", 185_000, "senior", "San Francisco, CA"),
        ("actually it's 260k", 260_000, "senior", "San Francisco, CA"),
        ("it's 190k not 170k", 190_000, "senior", "San Francisco, CA"),
        ("they raised it to 200k", 200_000, "senior", "San Francisco, CA"),
        ("make it staff", 170_000, "staff", "San Francisco, CA"),
        ("I'm staff, not senior", 170_000, "staff", "San Francisco, CA"),
        ("it's in NYC", 170_000, "senior", "New York, NY"),
        ("sorry, Denver not San Francisco", 170_000, "senior", "Denver, CO"),
    ],
)
def test_a_correction_puts_the_offer_right(say: Say, said: str, base: float, level: str, place: str) -> None:
    say(OFFER)
    reply = say(said)
    assert reply.intent == "offer"
    assert reply.facts.offer.base_amount == base
    assert (reply.slots.level, reply.slots.place, reply.slots.company) == (level, place, "Harvey")
    assert "change to the offer" in reply.text
    assert say("/counter").facts.critique.base_high == base


def test_after_a_look_up_only_a_sum_still_means_the_offer(say: Say) -> None:
    say(OFFER)
    say("/median product manager, Austin")
    assert say("and in Denver?").slots.role == "product-manager"
    assert say("Boise").intent == "median"
    assert say("no, it's 185k").facts.offer.base_amount == 185_000


def test_more_than_a_correction_is_an_offer_of_its_own(say: Say) -> None:
    say(OFFER)
    said = say("I turned down 150k at Dell, now have 170k from Plaid")
    assert (said.facts.offer.company, said.facts.offer.base_amount) == ("Plaid", 170_000)
    assert say("/counter").slots.company == "Plaid"


def test_a_follow_up_about_another_city_leaves_the_offer_alone(say: Say) -> None:
    say(OFFER)
    asked = say("what about in Seattle?")
    assert asked.intent == "median"
    assert (asked.slots.role, asked.slots.place) == ("software-engineer", "Seattle, WA")
    assert say("/counter").slots.place == "San Francisco, CA"


def test_another_sum_told_with_the_counter_takes_nobodys_place(say: Say) -> None:
    say(OFFER)
    reply = say("/counter Google offered me 230k")
    assert reply.file is not None
    assert "Google" not in reply.file.content
    assert say("/counter").slots.company == "Harvey"


@pytest.mark.parametrize(
    "said",
    [
        "/counter i have a competing offer from Google at 230k",
        "i also have a competing offer from Google at 230k base, how should i counter?",
    ],
)
def test_a_competing_offer_told_with_the_counter_is_named_while_it_stands(say: Say, said: str) -> None:
    say(OFFER)
    reply = say(said)
    assert reply.file is not None
    assert "I also hold an offer from Google" in reply.file.content
    assert "at Harvey" in reply.file.content
    assert "only while that offer stands" in reply.text
    assert say("/counter").slots.company == "Harvey"


def test_a_follow_up_keeps_the_place(say: Say) -> None:
    say("csm in denver")
    assert say("and for an AE?").slots.place == "Denver, CO"
    say("/median swe")
    say("and in springfield?")
    assert say("3").slots.role == "software-engineer"


def test_a_number_beyond_the_choices_asks_again(say: Say) -> None:
    say("/median pm austin senior")
    assert "3 choices" in say("5").text
    assert say("2").slots.role == "project-manager"


@pytest.mark.parametrize("said", ["what if they say no?", "why is it so low?", "what is a cliff?"])
def test_a_question_is_no_aside(say: Say, said: str) -> None:
    say(OFFER)
    assert "All right." not in say(said).text


@pytest.mark.parametrize(
    ("asked", "words"),
    [("175k", "you could ask for more"), ("195k", "lies within"), ("250k", "strong evidence")],
)
def test_what_is_said_of_their_own_number_is_true_of_it(say: Say, asked: str, words: str) -> None:
    say(OFFER.replace("San Francisco", "Boise"))
    assert words in say(f"/counter {asked}").text


def test_their_number_under_their_floor_is_told_so(say: Say) -> None:
    say("my floor is 180k")
    say(OFFER)
    assert "under your floor" in say("/counter 175k").text


def test_the_file_to_copy_keeps_links_whole_and_the_message_does_not(say: Say) -> None:
    say(OFFER)
    reply = say("/counter proof: error rate fell, see https://example.org/eval or mail ada@example.org")
    assert reply.file is not None
    assert "https://example.org/eval or mail ada@example.org" in reply.file.content
    assert "https://" not in reply.text


def test_what_is_kept_is_shown_in_the_profile(say: Say) -> None:
    say(OFFER)
    say("/counter I built a triage bot that halved response time")
    shown = say("/profile").text
    assert "I built a triage bot" in shown
    assert "Harvey" in shown


@pytest.mark.parametrize(
    "said", ["the least I would accept is 180k", "I need at least 180k", "i won't accept anything below 180k"]
)
def test_a_floor_in_plain_words(say: Say, said: str) -> None:
    say(said)
    assert say("/profile").facts.floor == 180_000


def test_a_title_of_two_letters_is_asked_about_in_an_offer_too(say: Say) -> None:
    asked = say("Offer from Acme: PM, Denver, 150k base")
    assert "Product Manager" in asked.text
    assert say("1").facts.offer.base_amount == 150_000


@pytest.mark.parametrize("answer", ["2", "the second one", "2.", "second"])
def test_a_choice_can_be_named_by_its_number(say: Say, answer: str) -> None:
    say("/median pm austin senior")
    reply = say(answer)
    assert (reply.slots.role, reply.slots.place, reply.slots.level) == (
        "project-manager",
        "Austin, TX",
        "senior",
    )


@pytest.mark.parametrize("aside", ["ok", "thanks", "no thanks", "nvm", "forget it", "not sure yet"])
def test_an_aside_does_not_answer_an_open_question(say: Say, aside: str) -> None:
    say("offer: 130k base at Initech")
    assert say(aside).intent == "other"
    assert say("senior data scientist, Boise").slots.role == "data-scientist"


@pytest.mark.parametrize("said", ["forget it", "dont forget me", "don't forget me", "forget my floor"])
def test_only_a_plain_wish_deletes_everything(say: Say, said: str) -> None:
    say(OFFER)
    say("my floor is 150k")
    assert say(said).intent != "forget"
    assert say("/counter").facts.counter is not None
    assert say("/profile").facts.floor == (None if "floor" in said else 150_000)


@pytest.mark.parametrize(
    ("said", "floor"),
    [
        ("floor 150k", 150_000),
        ("floor 12k a month", 144_000),
        ("my floor is 70/hour", 145_600),
        ("floor 120-140k", 120_000),
        ("floor £5k", None),
        ("floor 250k total comp", None),
        ("floor 3", None),
    ],
)
def test_a_floor_is_a_yearly_base_in_dollars(say: Say, said: str, floor: float | None) -> None:
    reply = say(f"/profile {said}")
    assert reply.facts.floor == floor
    assert "\\" not in reply.text
    if floor is None:
        assert "I set no floor" in reply.text


def test_a_new_question_inherits_no_level(say: Say) -> None:
    say("/median pm in nyc senior")
    assert say("swe sf").slots.level is None
    say("/median senior software engineer sf --ai")
    fresh = say("what does a data scientist make in Boise?")
    assert (fresh.slots.level, fresh.slots.ai) == (None, None)
    say("/median ml engineer sf")
    assert say("and a data engineer in San Francisco?").slots.ai is None


def test_without_words_the_median_is_that_of_the_profile(say: Say) -> None:
    say("/profile senior product manager, Denver")
    reply = say("/median")
    assert (reply.slots.role, reply.slots.place, reply.slots.level) == (
        "product-manager",
        "Denver, CO",
        "senior",
    )


def test_a_form_with_an_unclear_job_asks_back(engine: Engine) -> None:
    values = {"offer": "base 150k, bonus 10%", "job": "senior swe, Springfield"}
    asked = engine.respond(Turn(ADA, "channel", Submitted("offer", values)))
    assert "Springfield, IL" in asked.text
    answered = engine.respond(Turn(ADA, "dm", Said("3")))
    assert answered.facts.offer.base_amount == 150_000
    assert (answered.slots.place or "").startswith("Springfield")


def test_the_wage_of_another_occupation_is_no_proof_in_a_letter(say: Say) -> None:
    say("Offer from Initech: product manager, Boise, base 90k")
    reply = say("/counter")
    assert reply.facts.quote.occupation == "Marketing Managers"
    assert reply.facts.counter.weak
    assert reply.file is not None
    assert "Marketing Managers" not in reply.file.content
    assert "[GAP: the market." in reply.file.content


def test_a_stand_in_is_named_wherever_its_median_is_used(say: Say) -> None:
    stands_in = "“Marketing Managers”, the BLS occupation nearest to Product Manager,"
    judged = say("Offer from Initech: product manager, Boston, base 190k")
    first = judged.text.splitlines()[0]
    assert "By a wide BLS occupation, “Marketing Managers”," in first
    assert "below the median: a weak comparison" in first
    assert stands_in in judged.text
    reply = say("/counter")
    assert reply.facts.counter.market is None
    assert reply.file is not None
    assert "arketing" not in reply.file.content
    assert "Marketing Managers" in reply.text.partition("**The email**")[0]
    assert "for a Product Manager in Boston" not in reply.text
    corrected = say("base is 185k")
    assert f"below the median for {stands_in} in Boston, MA" in corrected.text


def test_a_role_of_the_same_name_as_its_occupation_stands_in_for_nothing(say: Say) -> None:
    say("Offer from Initech: data scientist, Fresno, base 90k")
    reply = say("/counter")
    assert reply.facts.quote.occupation == "Data Scientists"
    assert "nearest to" not in reply.text


def test_their_own_number_must_be_more_than_the_offer(say: Say) -> None:
    say(OFFER)
    assert say("/counter 195k").facts.counter.ask == 195_000
    low = say("/counter 150k")
    assert low.file is None
    assert "asks for more" in low.text


def test_counter_without_an_offer_says_what_it_needs(say: Say) -> None:
    reply = say("/counter")
    assert reply.facts.counter is None
    assert "paste the offer" in reply.text


def test_forget_leaves_nothing_to_counter(say: Say) -> None:
    say(OFFER)
    say("my floor is 150k")
    assert say("forget me now").facts.had
    assert say("/profile").facts.floor is None
    assert say("/counter").facts.counter is None
    assert not say("/forget").facts.had


def test_two_people_never_meet(say: Say) -> None:
    say(OFFER, user="ada")
    assert say("/counter", user="bob").facts.counter is None


def test_a_restart_in_the_middle_loses_nothing(market: Market, tmp_path: Path) -> None:
    def turn(text: str) -> Reply:
        store = open_store(tmp_path)
        try:
            return Engine(market, store).respond(Turn(ADA, "terminal", Said(text)))
        finally:
            store.close()

    turn("offer: 130k base at Initech")
    answered = turn("data scientist, Austin")
    assert answered.facts.offer.base_amount == 130_000
    assert turn("/counter").facts.counter is not None


def test_an_open_question_does_not_outlive_the_day(engine: Engine, say: Say) -> None:
    say("/median Seattle senior")
    case = engine._store.load(ADA, datetime.now(UTC)).case
    assert case.question is not None
    assert case.question.stands(case.question.asked_at + timedelta(hours=11))
    assert not case.question.stands(case.question.asked_at + timedelta(hours=13))


HOSTILE = [
    "",
    "   ",
    "x" * 20_000,
    "🤷🏽‍♀️ 🎉🎉",
    "\x00\x1b[31mred\x07\u202e",
    "<!channel> @everyone <@U123>",
    "/median <!channel> @everyone",
    "/median",
    "/offer <!here> `{{ 7*7 }}` [x](http://evil.example)",
    "/help @everyone",
    "/nonsense",
    "/counter " + "a" * 19_000,
    "/profile <!channel>",
    "Offer from <!channel> **Evil** @everyone: 150k base, software engineer, Austin",
    "9" * 20_000,
    "$" * 20_000,
    "(" * 20_000,
    "\ud800 lone surrogate",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_bad_input_gets_a_sentence_and_no_mention_takes_effect(
    say: Say, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    with caplog.at_level(logging.DEBUG):
        reply = say(text)
    assert reply.intent in {"median", "offer", "counter", "help", "profile", "other"}
    assert "Next:" in reply.text or reply.intent == "help" or reply.form or "?" in reply.text
    assert "something broke" not in reply.text
    for mark in ("<!channel", "<!here", "@everyone", "<@U", "http://", "\x1b", "\x00", "\u202e"):
        assert mark not in reply.text
    assert len(reply.text) < 5_000
    assert not caplog.records
    json.dumps(as_json(reply), allow_nan=False)


def test_too_long_a_text_is_left_unread(say: Say) -> None:
    assert "50,000" in say("base 150k " * 6_000).text


def test_a_mistyped_command_is_guessed_at(say: Say) -> None:
    assert "`/median`" in say("/meidan swe sf").text


def test_a_file_of_text_is_read_and_another_is_declined(engine: Engine) -> None:
    pasted = engine.respond(
        Turn(ADA, "dm", Uploaded("message.txt", "text/plain; charset=utf-8", OFFER.encode()))
    )
    assert pasted.facts.offer.base_amount == 170_000
    scan = engine.respond(Turn(ADA, "dm", Uploaded("offer.pdf", "application/pdf", b"%PDF")))
    assert "can't read" in scan.text


def test_a_bug_becomes_an_apology_and_no_word_reaches_the_log(
    engine: Engine, say: Say, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError(f"cannot read {OFFER}")

    monkeypatch.setattr(engine._store, "load", broken)
    with caplog.at_level(logging.DEBUG):
        reply = say(OFFER)
    assert "Sorry" in reply.text
    logged = "\n".join(record.getMessage() + str(record.exc_info) for record in caplog.records)
    assert "ValueError" in logged
    assert "Harvey" not in logged
    assert "170" not in logged.replace(":170", "")


def test_what_was_pasted_is_not_what_is_kept(engine: Engine, say: Say, tmp_path: Path) -> None:
    say(f"{OFFER}. The recruiter is called Wilhelmina Quokkasson.")
    case = engine._store.load(ADA, datetime.now(UTC)).case
    assert "Quokkasson" not in repr(case)
    for path in (tmp_path / "home").iterdir():
        assert b"Harvey" not in path.read_bytes()


def test_help_tells_every_command_and_one_in_full(engine: Engine, say: Say) -> None:
    text = say("/help").text
    for name in engine.commands:
        assert f"`/{name}" in text
    assert "level (optional)" in say("/help median").text
    assert "48 roles" in say("/help roles").text
    assert "Analytics Engineer" in say("/help roles").text


def test_the_json_contract() -> None:
    reply = Reply("text", "median")
    assert as_json(reply) == {
        "text": "text",
        "intent": "median",
        "slots": {"role": None, "place": None, "level": None, "ai": None, "company": None, "amount": None},
        "facts": {},
        "actions": [],
        "private": True,
    }


@pytest.mark.parametrize("percent", ["-5%", "500%", "0%"])
def test_a_percent_that_is_no_raise_is_not_asked_for(say: Say, percent: str) -> None:
    say(OFFER)
    before = say("/counter").facts.counter
    assert say(f"/counter {percent}").facts.counter == before


def test_nothing_in_an_unknown_commands_name_takes_effect(say: Say) -> None:
    text = say("/x`[free](http://evil.example)`@everyone").text
    assert text.count("`") % 2 == 0
    assert "`[free]" not in text
    assert "@everyone" not in text


def test_a_key_that_is_missing_costs_nobody_their_case(
    market: Market, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    monkeypatch.setenv("PARLEY_ID_KEY", "one id key, never rotated")

    def turn(keys: str, text: str) -> Reply:
        monkeypatch.setenv("PARLEY_DATA_KEYS", keys)
        store = open_store(tmp_path)
        try:
            return Engine(market, store).respond(Turn(ADA, "terminal", Said(text)))
        finally:
            store.close()

    turn(first, "my floor is 150k")
    turn(second, "/help")
    assert "PARLEY_DATA_KEYS" in caplog.text
    assert turn(f"{second},{first}", "/profile").facts.floor == 150_000


def test_a_turn_that_lost_a_race_is_taken_again(
    engine: Engine, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    say("my floor is 150k")
    save, tries = engine._store.save, []

    def overtaken(who: Who, case: Case, now: datetime, version: int | None) -> bool:
        tries.append(case)
        if len(tries) == 1:  # somewhere else the same person asks to be forgotten
            engine._store.forget(who)
        return save(who, case, now, version)

    monkeypatch.setattr(engine._store, "save", overtaken)
    say(OFFER)
    assert len(tries) == 2
    monkeypatch.undo()
    assert say("/profile").facts.floor is None
    assert say("/counter").slots.company == "Harvey"


def test_an_empty_database_address_means_the_embedded_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARLEY_DATABASE_URL", "")
    built = build(tmp_path)
    assert (tmp_path / "cases.sqlite3").is_file()
    built.close()
