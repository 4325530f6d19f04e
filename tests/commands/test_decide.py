"""`/decide`: answers as people tell them, and the notes."""

from __future__ import annotations

import re

import pytest

from bot.commands.replied import replied
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.turn import Reply
from tests.conftest import Say

OFFER = (
    "182k base senior software engineer at Acme, San Francisco, 15% bonus, 20k sign-on, answer by 2027-03-05"
)
AT_HAND = Case(
    offer=Offer(
        company="Acme", base_amount=182_000, base_period="year", bonus_pct=15, sign_on=20_000, currency="USD"
    )
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("they can't move", "firm"),
        ("they won’t budge on anything", "firm"),
        ("it's their best and final", "firm"),
        ("She said the band is fixed.", "firm"),
        ("they said no", "firm"),
        ("no", "firm"),
        ("firm", "firm"),
        ("the recruiter told me there is no room", "firm"),
        ("hr says they are unable to increase it", "firm"),
        ("take it or leave it", "firm"),
        ("they came back with 182k again", "firm"),
        ("they pulled the offer", "pulled"),
        ("they rescinded it after my counter", "pulled"),
        ("the offer is no longer on the table", "pulled"),
        ("they withdrew the offer this morning", "pulled"),
        ("would you sign at 195 today?", "would_you"),
        ("if we got you to 200k would you sign", "would_you"),
        ("they asked: if we can do 198, do you accept", "would_you"),
        ("they are thinking about it", ""),
        ("no news yet", ""),
    ],
)
def test_how_they_answered(text: str, said: str) -> None:
    assert replied(text, AT_HAND).said == said


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("they came back with 195", {"base_amount": 195_000}),
        ("they came back at 195k", {"base_amount": 195_000}),
        ("195k base and a 25k sign-on", {"base_amount": 195_000, "sign_on": 25_000}),
        ("they agreed to 200k", {"base_amount": 200_000}),
        ("they can do 5k more on base", {"base_amount": 187_000}),
        ("they bumped the base by 6k", {"base_amount": 188_000}),
        ("they added another 10k sign on", {"sign_on": 30_000}),
        ("an extra 10k on base", {"base_amount": 192_000}),
        ("would you sign at 195 today?", {"base_amount": 195_000}),
        ("they matched: $210,000 base", {"base_amount": 210_000}),
        ("they will do $190,500 now", {"base_amount": 190_500}),
    ],
)
def test_what_they_offer_now(text: str, values: dict[str, float]) -> None:
    now = replied(text, AT_HAND).over(AT_HAND.offer or Offer())
    assert {name: getattr(now, name) for name in values} == values


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("accept", "accept"),
        ("i want to accept", "accept"),
        ("how do i accept?", "accept"),
        ("decline", "decline"),
        ("how do i turn it down", "decline"),
        ("I'm going to walk", "decline"),
        ("more time", "time"),
        ("I need until next Friday", "time"),
        ("can i get an extension", "time"),
    ],
)
def test_a_note_wished_for(text: str, wish: str) -> None:
    assert replied(text, AT_HAND).wish == wish


def letter(reply: Reply) -> str:
    assert reply.file is not None
    return reply.file.content


def test_words_without_a_figure_move_nothing() -> None:
    for text in (
        "they are nice",
        "no news yet",
        "they said no",
        "35 people applied",
        "they want an answer in 5 days",
    ):
        now = replied(text, AT_HAND).over(AT_HAND.offer or Offer())
        assert now.base_amount == 182_000


def test_without_an_offer_it_asks_for_one(say: Say) -> None:
    reply = say("/decide they came back with 195k")
    assert reply.intent == "decide"
    assert reply.facts.decision is None
    assert "paste the offer" in reply.text


def test_their_answer_is_held_against_the_counter(say: Say) -> None:
    say(OFFER)
    say("/counter")
    facts = say("they came back with 195").facts
    assert facts.decision.base_before == 182_000
    assert facts.decision.movement_pct == pytest.approx(100 * 13 / 182)
    assert facts.decision.movement == "under"
    assert facts.decision.asked.ask == 208_000
    assert facts.decision.left == 13_000
    again = say("they went up to 204k").facts
    assert again.decision.base_before == 182_000  # still that of the counter
    assert again.decision.movement == "within"


def test_a_number_named_for_a_yes_is_not_kept(say: Say) -> None:
    say(OFFER)
    reply = say("would you sign at 195 today?")
    assert reply.facts.offer.base_amount == 195_000
    assert reply.facts.decision.condition == 208_000
    assert "If the base can be $208,000" in reply.text
    assert say("/decide accept").facts.offer.base_amount == 182_000


def test_a_question_is_asked_and_its_answer_taken(say: Say) -> None:
    say(OFFER)
    asked = say("/decide")
    assert asked.facts.decision.answer == "waiting"
    assert say("sorry, they can't do more").facts.decision.answer == "firm"
    say("/decide")
    assert "left it there" in say("stop").text
    assert say("median product manager austin").intent == "median"


def test_the_notes_carry_the_terms_and_nothing_made_up(say: Say) -> None:
    say(OFFER)
    accept, decline, time = (
        letter(say(f"/decide {wish}")) for wish in ("accept", "decline", "more time until next friday")
    )
    assert "- Base: $182,000 a year" in accept
    assert "by 5 March 2027" in accept
    assert not re.search(r"\d", decline)
    assert "by next Friday?" in time
    for note in (accept, decline, time):
        gaps = set(re.findall(r"\[[^\]]+\]", note))
        promised = {each for each in gaps if each.startswith("[GAP: anything else they promised, such as ")}
        assert gaps - promised <= {"[recruiter's name]", "[your name]", "[the day you want]"}
        assert bool(promised) == (note == accept)
        assert len(note.split()) <= 180


def test_a_yes_under_the_floor_is_owned_up_to(say: Say) -> None:
    say("/profile floor 190k")
    say(OFFER)
    assert "$8,000 under the floor" in say("/decide accept").text
    assert say("they said no").facts.decision.lean == "walk"


def test_another_company_is_another_offer(say: Say) -> None:
    say(OFFER)
    reply = say("they offered me 205k base at Globex as a senior software engineer in Seattle")
    assert reply.intent == "offer"
    assert reply.facts.offer.company == "Globex"


ANSWERED = Case(
    offer=Offer(
        company="Acme", base_amount=190_000, base_period="year", sign_on=20_000, currency="USD", bonus_pct=10
    )
)


@pytest.mark.parametrize(
    ("text", "base", "sign_on", "said"),
    [
        ("they said no to 209k", 190_000, 20_000, "firm"),
        ("no to 209k", 190_000, 20_000, "firm"),
        ("I asked for 209k and they said no", 190_000, 20_000, "firm"),
        ("they can't do 200k", 190_000, 20_000, "firm"),
        ("recruiter said 209k is not possible", 190_000, 20_000, "firm"),
        ("they said 209k was too high", 190_000, 20_000, "firm"),
        ("they turned down 209k and 205k", 190_000, 20_000, "firm"),
        ("I told them 209k, they said they'll get back to me", 190_000, 20_000, ""),
        ("they will think about 209k", 190_000, 20_000, ""),
        ("my ask was 209k, they gave 199k", 199_000, 20_000, ""),
        ("they won't do 209k, only 200k", 200_000, 20_000, ""),
        ("they couldn't reach 209k but can do 202k", 202_000, 20_000, ""),
        ("they can't go above 200k", 200_000, 20_000, ""),
        ("they declined 209k but offered a 25k sign-on", 190_000, 25_000, ""),
        ("they asked what I currently make, I said 170k", 190_000, 20_000, ""),
        ("I was offered 250k base by Globex in 2021", 190_000, 20_000, ""),
        ("Globex gave me 250k", 190_000, 20_000, ""),
        ("they offered me 5k less", 185_000, 20_000, ""),
        ("they reduced the base by 5k", 185_000, 20_000, ""),
        ("they added 5k to the base", 195_000, 20_000, ""),
        ("195k base but removed the sign-on", 195_000, 0, ""),
        ("they pulled the sign-on", 190_000, 0, ""),
        ("they said 5", 190_000, 20_000, ""),
        ("they said 5k", 190_000, 20_000, ""),
        ("base 0", 190_000, 20_000, ""),
    ],
)
def test_only_a_sum_that_they_offer_moves_the_offer(text: str, base: int, sign_on: int, said: str) -> None:
    heard = replied(text, ANSWERED)
    now = heard.over(ANSWERED.offer or Offer())
    assert (now.base_amount, now.sign_on, heard.said) == (base, sign_on, said)


@pytest.mark.parametrize("counter", [True, False])
@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("they won't do 209k, only 200k", 200_000),
        ("they declined 209k but offered a 10k sign-on", 182_000),
        ("I was offered 250k base by Globex in 2021", 182_000),
        ("they offered me 5k less", 177_000),
        ("base is 5k lower", 177_000),
    ],
)
def test_plain_words_keep_what_was_refused_out_of_the_offer(
    text: str, base: int, counter: bool, say: Say
) -> None:
    say(OFFER)
    if counter:
        say("/counter")
    reply = say(text)
    assert reply.intent == "decide"
    assert reply.facts.offer.base_amount == base


def test_a_correction_that_denies_a_figure_is_still_one(say: Say) -> None:
    say(OFFER)
    reply = say("I said 185k not 182k")
    assert reply.intent == "offer"
    assert reply.facts.offer.base_amount == 185_000


def test_another_company_is_named_and_nothing_of_it_taken(say: Say) -> None:
    say(OFFER)
    say("/counter")
    reply = say("/decide Globex gave me 250k")
    assert reply.facts.offer.base_amount == 182_000
    assert "Globex" in reply.text.splitlines()[0]


def test_the_ask_is_met_in_so_many_words(say: Say) -> None:
    for words_ in ("they met my ask in full", "they agreed to everything I asked for", "they said yes"):
        say("/forget now")
        say(OFFER)
        ask = say("/counter").facts.counter.ask
        facts = say(f"/decide {words_}").facts
        assert (facts.decision.answer, facts.offer.base_amount) == ("met", ask)
    assert say("/decide they met my ask but not the sign-on").facts.decision.answer != "lower"


def test_a_yes_to_an_equity_ask_is_no_base(say: Say) -> None:
    say("240k base senior software engineer at Acme, San Francisco, 200k RSUs over 4 years")
    counter = say("/counter").facts.counter
    assert counter.lever == "equity_value"
    facts = say(f"they said yes to the {counter.ask / 1000:.0f}k").facts
    assert (facts.offer.base_amount, facts.offer.equity_value) == (240_000, counter.ask)
    assert facts.decision.answer == "met"


def test_a_yes_given_at_their_number_is_written_at_it(say: Say) -> None:
    say(OFFER)
    assert say("would you sign at 215 today?").facts.decision.lean == "take"
    assert "$215,000" in letter(say("/decide accept"))


def test_a_larger_stake_is_a_movement(say: Say) -> None:
    say("165k base at a seed startup, founding engineer, New York, 0.8% over 4 years")
    facts = say("/decide they came back with 165k and 1.2%").facts
    assert (facts.decision.answer, facts.offer.equity_pct) == ("moved", 1.2)


def test_a_last_word_to_an_offer_that_is_gone_declines_nothing(say: Say) -> None:
    say(OFFER)
    say("they pulled the offer")
    note = letter(say("/decide decline"))
    assert "not to accept" not in note
    assert "Thank you for telling me" in note


@pytest.mark.parametrize(
    "said",
    [
        "I currently make 180k",
        "I make 175k now",
        "I understand, but the figure I have in mind is 195k",
        "If you can do 190k and 40k sign-on I will sign today",
        "ok 170k is fine",
        "I can do 180k with a 5 year exercise window",
    ],
)
def test_what_the_person_earns_or_would_take_changes_no_offer(say: Say, said: str) -> None:
    say(OFFER)
    say(said)
    assert say("/offer years").facts.offer.base_amount == 182_000


def test_words_that_say_nothing_are_asked_about_even_after_an_answer(say: Say) -> None:
    say(OFFER)
    say("/counter")
    say("they came back with 195")
    unread = say("/decide blue banana")
    assert "couldn't read an answer" in unread.text
    assert say("/decide accpt").facts.note == "accept"


def test_a_second_counter_is_none(say: Say) -> None:
    say(OFFER)
    say("/counter")
    say("they came back with 195")
    for typed in ("/counter", "/counter chat"):
        again = say(typed)
        assert again.text.startswith("**No: you counter once.**")
        assert again.file is None
    assert say("/counter 204k").facts.counter.ask == 204_000  # a number of one's own is one's own


ACME = "Offer from Acme: Software Engineer, Seattle, 170k base"


@pytest.mark.parametrize(
    ("said", "state"),
    [("they need to check with finance", "thinking"), ("they're thinking", "thinking"),
     ("they need another week", "thinking"), ("no reply for a week", "silent"),
     ("they ghosted me", "silent"), ("they call me tomorrow with the offer", "call")],
)  # fmt: skip
def test_an_answer_to_come_is_told_as_one_and_moves_nothing(say: Say, said: str, state: str) -> None:
    say(ACME)
    say("/counter")
    for words in (said, f"/decide {said}"):
        reply = say(words)
        assert (reply.intent, reply.facts.pending) == ("decide", state), reply.text
        assert reply.facts.decision.answer == "waiting"
        assert reply.facts.offer.base_amount == 170_000
        assert "Next: " in reply.text
        assert (reply.file is not None) == (state == "silent")
    assert say("/decide they came back with 190k").facts.decision.base_now == 190_000


def test_a_call_with_the_offer_is_prepared_before_there_is_one(say: Say) -> None:
    reply = say("they call me tomorrow with the offer")
    assert reply.facts.pending == "call"
    assert "ask for it in writing" in reply.text


@pytest.mark.parametrize(
    ("said", "kind"),
    [("they'll cover the visa costs", "visa"),
     ("bonus at 100% attainment guaranteed the first year", "bonus")],
)  # fmt: skip
def test_what_they_give_without_a_number_is_an_answer(say: Say, said: str, kind: str) -> None:
    say(ACME)
    say("/counter")
    for words in (said, f"/decide {said}"):
        reply = say(words)
        decision = reply.facts.decision
        assert (decision.answer, decision.base_now) == ("moved", 170_000), reply.text
        assert [each.kind for each in decision.beside] == [kind]
        assert "beside" in [each.code for each in decision.take]
        assert "close" not in reply.text or (decision.take and decision.walk)


def test_a_percent_is_no_base() -> None:
    case = Case(offer=Offer(company="Acme", currency="USD", base_amount=170_000.0, base_period="year"))
    assert replied("100% of it, they said", case).values == {}


def test_an_open_question_that_was_not_answered_takes_a_correction(say: Say) -> None:
    say(ACME)
    say("/counter")
    say("/decide")
    say("hmm let me see")
    put = say("no, the base is 182")
    assert put.intent == "offer"
    assert put.facts.offer.base_amount == 182_000
    say("/decide hmm")
    answered = say("no, they said the base is 190")
    assert (answered.intent, answered.facts.decision.base_now) == ("decide", 190_000)


def test_close_is_said_only_with_a_reason_on_either_side(say: Say) -> None:
    say("Offer from Acme: Account Executive in Chicago, 105k base, 210k OTE, 10k sign-on")
    say("/counter")
    reply = say("they came back with 106k base")
    decision = reply.facts.decision
    assert decision.take == ()
    assert decision.walk
    assert "close" not in reply.text
    assert "their move is all that speaks for it" in reply.text


def test_another_day_to_answer_by_moves_the_deadline(say: Say) -> None:
    say("Offer from Acme: Software Engineer, Seattle, 170k base. Reply by December 4, 2026.")
    say("/decide hmm")
    reply = say("they said I have until December 9")
    assert reply.intent == "offer"
    assert reply.facts.offer.deadline == "December 9"
    assert "December 9" in reply.text


def test_a_fixed_pay_schedule_is_a_no(say: Say) -> None:
    say("Offer from Riverbend Schools: High School Teacher, Sacramento, 68,400 a year")
    say("/counter")
    reply = say("they say the salary schedule is fixed")
    assert (reply.intent, reply.facts.decision.answer) == ("decide", "firm")


def test_what_they_now_put_one_on_answers_the_counter(say: Say) -> None:
    say("Offer from Riverbend Schools: High School Teacher, Sacramento, 68,400 a year")
    say("/counter")
    reply = say("they'll put me on step 6, 72,100 base")
    assert (reply.intent, reply.facts.decision.base_now) == ("decide", 72_100)


def test_after_a_no_to_one_offer_the_yes_is_to_another(say: Say) -> None:
    say("Offer from Brackwell: Sales Engineer, London, £68,000")
    say("Offer from Marlowe: Sales Engineer, London, £72,000")
    declined = say("/decide decline Marlowe")
    assert (declined.facts.note, declined.facts.offer.company) == ("decline", "Marlowe")
    assert "The offer at hand is now Brackwell's" in declined.text
    assert "at Brackwell" in letter(say("/decide accept"))


def test_pay_at_target_is_no_base(say: Say) -> None:
    say("Offer from Acme: Account Executive, Denver, 80k base, 160k OTE")
    say("/counter")
    reply = say("they raised OTE to 170k")
    assert (reply.facts.offer.base_amount, reply.facts.offer.ote_high) == (80_000, 170_000)
    assert (reply.facts.decision.movement_pct, reply.facts.decision.total_change) == (0, 40_000)


def test_a_number_of_days_is_no_money(say: Say) -> None:
    say(ACME)
    say("/counter")
    decision = say("/decide they'll throw in 5 extra vacation days").facts.decision
    assert (decision.base_now, decision.beside[0].amount, decision.beside[0].unit) == (170_000, 5, "day")


def test_a_no_after_a_move_is_told_as_a_last_word(say: Say) -> None:
    say(ACME)
    say("/counter")
    say("they came back with 180k")
    reply = say("they're firm, take it or leave it")
    assert (reply.facts.decision.answer, reply.facts.decision.base_now) == ("firm", 180_000)
    assert "no_movement" not in [each.code for each in reply.facts.decision.walk]
    assert reply.text.startswith("**They stay at $180,000 a year, 5.9% over their first.**")


def test_a_no_with_something_beside_it_is_an_answer(say: Say) -> None:
    say(ACME)
    say("/counter")
    reply = say("no movement on base but a review after 6 months")
    assert (reply.intent, reply.facts.decision.beside[0].kind) == ("decide", "review")


def test_a_correction_that_calls_itself_one_is_no_answer(say: Say) -> None:
    say(ACME)
    say("/decide")
    reply = say("sorry, base is 165")
    assert (reply.intent, reply.facts.offer.base_amount) == ("offer", 165_000)
