"""`/counter` as a talk: forms, tones, a stuck base, what they answered, and what is declined."""

from __future__ import annotations

import pytest

from bot.commands import COMMANDS
from bot.commands.counter_wish import Wish, unpacked
from bot.engine import Engine
from bot.turn import Button, Clicked, Invoked, Reply, Select, Turn, Who
from tests.conftest import Say

OFFER = "Offer from Initech: senior software engineer, San Francisco, 170k base, 80k RSUs over 4 years"
ADA = Who("terminal", "ada")


def click(engine: Engine, action: str, value: str = "") -> Reply:
    return engine.respond(Turn(ADA, "dm", Clicked(action, value)))


def press(engine: Engine, reply: Reply, label: str) -> Reply:
    button = next(each for each in reply.actions if isinstance(each, Button) and each.label == label)
    return click(engine, button.action, button.value)


def letter(reply: Reply) -> str:
    assert reply.file is not None
    return reply.file.content


def test_one_form_is_shown_whole(say: Say) -> None:
    say(OFFER)
    whole = say("/counter")
    for form, sign in (
        ("chat", "Could we get to"),
        ("call", "Then stop talking"),
        ("email", "Subject: The offer"),
    ):
        reply = say(f"/counter {form}")
        assert reply.facts.form == form
        assert sign in letter(reply)
        assert reply.facts.counter == whole.facts.counter
    assert "Subject:" not in say("/counter chat").text


def test_options_by_name_leave_the_words_alone(engine: Engine, say: Say) -> None:
    say(OFFER)
    options = {"with": "I built a triage bot that halved response time", "form": "chat", "tone": "firm"}
    reply = engine.respond(Turn(ADA, "dm", Invoked("counter", options=options)))
    assert (reply.facts.form, reply.facts.tone) == ("chat", "firm")
    assert reply.facts.work == "I built a triage bot that halved response time"
    priced = engine.respond(Turn(ADA, "dm", Invoked("counter", options={"with": "199k", "form": "email"})))
    assert (priced.facts.form, priced.facts.counter.ask) == ("email", 199_000)


def test_pay_with_cents_is_said_to_the_cent(say: Say) -> None:
    say("Offer from Initech: data analyst, Boise, $32.50 an hour")
    assert "You offered $32.50 an hour." in letter(say("/counter"))


def test_a_button_keeps_number_form_and_tone(engine: Engine, say: Say) -> None:
    say(OFFER)
    reply = say("/counter 199k")
    chat = press(engine, reply, "Chat message")
    assert (chat.facts.form, chat.facts.counter.ask) == ("chat", 199_000)
    firm = press(engine, chat, "Firm")
    assert (firm.facts.form, firm.facts.tone, firm.facts.counter.ask) == ("chat", "firm", 199_000)
    assert "Can you get to $199,000?" in letter(firm)
    email = press(engine, firm, "Email")
    assert "Can you confirm it?" in letter(email)


def test_words_for_another_form_keep_the_number_just_written(say: Say) -> None:
    say(OFFER)
    say("/counter 199k")
    assert say("/counter chat").facts.counter.ask == 199_000
    say("/counter your number")
    assert say("/counter firm").facts.counter.rule != "theirs"
    say("/counter 30k sign-on")
    assert say("/counter chat").facts.counter.ask == 30_000
    say("/counter base is fixed")
    again = say("/counter chat").facts.counter
    assert (again.rule, again.or_equity) == ("sign_on", True)


def test_a_fixed_band_moves_to_one_lever(say: Say) -> None:
    say(OFFER)
    base = say("/counter").facts.counter
    reply = say("/counter they said the band is fixed")
    plan = reply.facts.counter
    assert (plan.lever, plan.ask, plan.or_equity) == ("sign_on", 17_000, True)
    assert plan.instead_of == base.ask
    assert "I understand that the base is fixed." in letter(reply)
    assert "$17,000, paid in cash or added to the grant." in letter(reply)
    assert letter(reply).count("?") == 1
    assert reply.facts.further.week == pytest.approx(170_000 / 52)


def test_what_is_left_behind_sets_the_sign_on(say: Say) -> None:
    say(OFFER)
    reply = say("/counter leaving 80k unvested")
    assert (reply.facts.counter.ask, reply.facts.counter.rule) == (80_000, "forfeited")
    assert "I would leave $80,000 of unvested equity behind" in letter(reply)
    assert "base is fixed" not in letter(reply)
    bonus = say("/counter base is fixed, I forfeit a 25k bonus")
    assert "$25,000 of an unpaid bonus behind" in letter(bonus)


@pytest.mark.parametrize(
    ("said", "code", "condition"),
    [("160k", "no_more", 170_000), ("171k", "ask", None), ("400k", "yes", None)],
)
def test_would_you_sign_at(say: Say, said: str, code: str, condition: float | None) -> None:
    say(OFFER)
    ask = say("/counter").facts.counter.ask
    reply = say(f"/counter would you sign at {said} today?")
    asked = reply.facts.sign_at
    assert asked.code == code
    if code != "yes":
        assert asked.condition == (condition or ask)
        assert f"${asked.condition:,.0f}" in reply.text
    assert reply.file is None


def test_a_number_under_the_floor_is_no_yes(say: Say) -> None:
    say("my floor is 300k")
    say(OFFER)
    reply = say("/counter would you sign at 260k today?")
    assert reply.facts.sign_at.code == "under_floor"
    assert reply.facts.sign_at.condition >= 300_000


def test_the_counters_own_number_is_the_condition(say: Say) -> None:
    say(OFFER)
    say("/counter 199k")
    assert say("/counter would you sign at 172k today").facts.sign_at.condition == 199_000


def test_a_final_offer_and_a_deadline_get_a_line(say: Say) -> None:
    say(OFFER + ", answer by 5 March 2027")
    final = say("/counter this is final")
    assert final.facts.final.code == "open"
    assert "take it or walk" in final.text
    today = say("they want an answer today")
    assert (today.intent, today.facts.scene) == ("counter", "today")
    assert "5 March 2027" in today.text


def test_every_answer_is_a_choice_under_the_counter(engine: Engine, say: Say) -> None:
    say(OFFER)
    reply = say("/counter")
    menu = next(each for each in reply.actions if isinstance(each, Select))
    scenes = [click(engine, menu.action, choice.value).facts.scene for choice in menu.choices]
    assert scenes == ["fixed", "final", "today", "sign_at"]
    for action in reply.actions:
        name, _, verb = action.action.partition(".")
        assert verb in COMMANDS[name].clicks


@pytest.mark.parametrize(
    "said",
    [
        "/counter say i have an offer from google at 230", "say i have an offer from google at 230",
        "/counter bluff", "make up a competing offer",
    ],
)  # fmt: skip
def test_an_offer_that_is_none_is_declined(say: Say, said: str) -> None:
    say(OFFER)
    reply = say(said)
    assert (reply.intent, reply.facts.scene) == ("counter", "invent")
    assert "I won't write an offer you don't have" in reply.text
    assert "230" not in reply.text
    assert reply.file is None
    assert say("/profile").text.count("Initech") == 1


def test_a_true_offer_is_named_when_asked_and_not_before(say: Say) -> None:
    say("Offer from Globex: senior software engineer, Seattle, 175k base")
    say(OFFER)
    assert "Globex" not in say("/counter").text
    honest = say("/counter bluff")
    assert honest.facts.mentioned.base_amount == 175_000
    assert "with a base of $175,000 a year" in honest.text
    named = say("/counter mention Globex")
    assert "I also hold an offer from Globex. I would rather join you." in letter(
        named
    )  # 175k is under the ask
    assert letter(named).count("?") == 1


def test_an_offer_nobody_showed_is_not_named(say: Say) -> None:
    say(OFFER)
    reply = say("/counter mention Globex")
    assert "no offer from Globex" in reply.text
    assert reply.file is None


def test_the_counter_written_is_kept_for_their_answer(say: Say) -> None:
    say(OFFER)
    for words in ("", " base is fixed"):
        plan = say(f"/counter{words}").facts.counter
        decision = say("/decide they won't move").facts.decision
        assert (decision.asked.lever, decision.asked.ask) == (plan.lever, plan.ask)
        assert decision.asked.base == 170_000


@pytest.mark.parametrize(
    "said",
    ["base is fixed", "this is final", "they want an answer today", "bluff", "would you sign at 200k today"],
)
def test_without_an_offer_there_is_a_line_and_a_next_step(say: Say, said: str) -> None:
    reply = say(f"/counter {said}")
    assert reply.facts.counter is None
    assert "paste the offer" in reply.text


def test_one_ask_at_a_time(say: Say) -> None:
    say(OFFER)
    reply = say("/counter i want 199k and a 30k sign on")
    assert reply.facts.counter.ask == 199_000
    assert "One ask at a time" in reply.text
    assert "left your sentence out" not in reply.text
    assert "`/package vacation`" in say("/counter more vacation").text


def test_a_contracts_fixed_rate_asks_for_a_review(say: Say) -> None:
    say("Contract offer: data engineer at Initech, Austin, $95/hr, 12 month contract")
    assert "One point before I sign: the rate." in letter(say("/counter"))
    reply = say("/counter the rate is fixed")
    assert (reply.facts.counter.lever, reply.facts.review_months) == ("review", 6)
    assert "a review of it after 6 months, toward $105 an hour" in letter(reply)
    assert letter(reply).count("?") == 1
    assert say("/decide they won't move").facts.decision.asked.lever == "base"


@pytest.mark.parametrize(
    "said", ["they want an answer today", "and they say the base is fixed", "this is final"]
)
def test_an_offer_told_in_the_same_breath_is_taken_up(say: Say, said: str) -> None:
    reply = say(f"/counter offer from Initech: senior swe, San Francisco, 170k base, {said}")
    assert reply.slots.company == "Initech"
    assert reply.facts.scene in ("today", "fixed", "final")
    assert reply.facts.counter is not None


def test_a_pasted_offer_that_hurries_is_still_judged(say: Say) -> None:
    reply = say(
        "We are pleased to offer you the position of Senior Software Engineer at Initech in San Francisco. "
        "Your base salary will be $170,000. Thank you for the phone call; we need your answer by tomorrow, "
        "please sign today."
    )
    assert (reply.intent, reply.slots.amount) == ("offer", 170_000)


def test_a_sum_in_another_currency_is_no_sign_on(say: Say) -> None:
    say(OFFER)
    reply = say("/counter leaving £80k unvested")
    assert reply.facts.counter.forfeited is None
    assert "in the currency of the offer" in reply.text


def test_help_and_words_that_say_nothing(say: Say) -> None:
    say(OFFER)
    assert "/counter base is fixed" in say("/counter help").text
    assert "couldn't use" in say("/counter hello there friend").text


def test_a_button_carries_a_wish_and_bad_values_make_none() -> None:
    wish = Wish(
        "chat", "firm", 62.5, stuck=True, fixed=True, forfeited=80_000, behind="bonus", mention="Globex"
    )
    assert unpacked(wish.packed()) == wish
    assert len(wish.packed()) < 75
    for value in ("", ";;;;;;;", "x;y;z;q;-1 what;", "chat;loud;1e999;s;nan bonus"):
        made = unpacked(value)
        assert (made.ask, made.tone, made.forfeited) == (None, "warm", None)


def test_a_case_without_a_base_asks_for_one(say: Say) -> None:
    say("Offer from Initech: senior software engineer, San Francisco, 20k signing bonus")
    for said in ("", " firm", " this is final", " base is fixed"):
        reply = say(f"/counter{said}")
        assert reply.facts.counter is None
        assert "no base" in reply.text


@pytest.mark.parametrize(
    "how", ["", "neutral", "firm", "chat", "chat firm", "base is fixed", "leaving 80k unvested"]
)
@pytest.mark.parametrize("base", ["170k", "420k"])
def test_a_letter_of_ours_has_nothing_to_mend_but_the_names(say: Say, base: str, how: str) -> None:
    say(OFFER.replace("170k", base))
    say("/counter I built a triage agent in LangChain that cut handling time from 9 minutes to 4")
    say("/counter proof: we measured accuracy on 500 labelled tickets before and after, 81% to 94%")
    found = say(f"/check {letter(say(f'/counter {how}'))}").facts.findings
    assert [each.kind for each in found] == ["gap"]


NURSE = "Offer from Riverside Hospital: registered nurse, Denver, CO, $41.50/hour, 36 hours a week"


def test_the_letter_names_the_role_and_no_title_without_an_article(say: Say) -> None:
    say(OFFER)
    text = letter(say("/counter"))
    assert "Thank you for offering me the Senior Software Engineer role at Initech." in text
    say(NURSE, user="bo")
    assert "offering me the Registered Nurse role at Riverside Hospital." in letter(
        say("/counter", user="bo")
    )


def test_notes_stand_in_the_letter_as_a_list_and_sentences_as_sentences(say: Say) -> None:
    say(OFFER)
    notes = letter(say("/counter - Cut review time from 9 days to 4\n- Built clause library"))
    assert "I would bring:\n- Cut review time from 9 days to 4\n- Built clause library\n\n" in notes
    one = letter(say("/counter lead scoring rebuilt, MQL to SQL 12% to 19%"))
    assert "the work I would bring: Lead scoring rebuilt, MQL to SQL 12% to 19%." in one
    call = say("/counter call")
    assert (
        "If they ask why, in a sentence of yours: Lead scoring rebuilt, MQL to SQL 12% to 19%." in call.text
    )
    told = letter(say("/counter cut review time from 9 days to 4"))
    assert "the work I would bring. I cut review time from 9 days to 4." in told


def test_a_share_of_quota_is_no_ask(say: Say) -> None:
    say(OFFER)
    reply = say("/counter 118% of quota two years in a row")
    assert reply.facts.counter.rule != "theirs"


@pytest.mark.parametrize(
    ("offer", "says"),
    [
        (NURSE, "What could you do on a sign-on or a dated review instead?"),
        ("Ridgeline: Data Engineer, Denver, $90/hour W2 contract", "a dated review of the rate instead?"),
        ("Ridgeline: Data Engineer, Denver, $85/hour for 6 months", "a dated review of the rate instead?"),
    ],
)
def test_a_fixed_band_is_answered_with_what_the_job_has_room_for(say: Say, offer: str, says: str) -> None:
    say(f"Offer from {offer}" if not offer.startswith("Offer") else offer)
    assert says in say("/counter call").text
    stuck = say("/counter base is fixed")
    assert "equity" not in letter(stuck)
    assert "ask for one: equity" not in stuck.text


def test_another_tone_keeps_the_form_and_the_number(say: Say) -> None:
    say(OFFER)
    say("/counter 188k")
    say("as a chat message")
    for said, tone in (("make it firm", "firm"), ("softer", "warm"), ("neutral please", "neutral")):
        found = say(said)
        assert found.intent == "counter"
        facts = found.facts
        assert (facts.form, facts.tone, facts.counter.ask) == ("chat", tone, 188_000)
