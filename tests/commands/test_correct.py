"""A doubt answered and an offer put right, through the engine: by button and in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest

from bot.engine import Engine, as_json
from bot.memory.case import Case
from bot.turn import Button, Clicked, Invoked, Reply, Turn, Who
from tests.conftest import Say
from tests.test_numbers import figures, numerals

from .at_hand import IS_IT_A_BONUS, IS_IT_A_CLIFF, IS_IT_RELOCATION, OTHER, PLAIN, case, doubted

ADA = Who("terminal", "ada")
Give = Callable[[Case], None]


@pytest.fixture
def give(engine: Engine) -> Give:
    """Put a case in the store, as an earlier turn would have left it."""

    def given(kept: Case) -> None:
        now = datetime.now(UTC)
        assert engine._store.save(ADA, kept, now, engine._store.load(ADA, now).version)

    return given


def press(engine: Engine, reply: Reply, label: str) -> Reply:
    button = next(each for each in reply.actions if isinstance(each, Button) and each.label == label)
    return engine.respond(Turn(ADA, "dm", Clicked(button.action, button.value)))


def labels(reply: Reply) -> list[str]:
    return [each.label for each in reply.actions if isinstance(each, Button)]


def test_one_word_corrects_and_the_next_doubt_is_asked(give: Give, say: Say) -> None:
    give(doubted(IS_IT_RELOCATION, IS_IT_A_CLIFF))
    reply = say("the first is wrong")
    assert reply.text.startswith("**Changed: $25,000 is relocation, not a sign-on bonus.**")
    assert (reply.facts.offer.sign_on, reply.facts.offer.relocation) == (None, 25_000)
    assert "I read 12 months as the cliff: right?" in reply.text
    done = say("yes")
    assert done.text.startswith("**Noted: 12 months is the cliff.**")
    assert done.facts.doubts == ()
    assert "Next: " in done.text


def test_one_tap_corrects(engine: Engine, give: Give, say: Say) -> None:
    give(doubted(IS_IT_RELOCATION))
    asked = say("the bonus is 20%")
    assert labels(asked)[:3] == ["Yes", "No, it's relocation", "Leave it out"]
    moved = press(engine, asked, "No, it's relocation")
    assert moved.facts.offer.relocation == 25_000
    assert moved.facts.offer.doubts == ()
    back = press(engine, moved, "Undo")
    assert back.text.startswith("**Taken back: $25,000 is a sign-on bonus, not relocation.**")
    assert press(engine, back, "Leave it out").facts.offer.sign_on is None


def test_both_are_right_with_one_tap(engine: Engine, give: Give, say: Say) -> None:
    give(doubted(IS_IT_RELOCATION, IS_IT_A_BONUS, IS_IT_A_CLIFF))
    asked = say("relocation 5k")
    reply = press(engine, asked, "Both are right")
    assert [each.field for each in reply.facts.doubts] == ["cliff_months"]
    assert reply.facts.offer.sign_on == 25_000


def test_the_short_reply_says_what_changed_and_what_it_means(give: Give, say: Say) -> None:
    give(case())
    reply = say("base is 190k")
    assert reply.intent == "offer"
    assert reply.text.startswith("**Changed: the base is $190,000 a year, not $170,000 a year.**")
    assert "I took that as a change to the offer from Harvey" in reply.text
    assert reply.facts.critique.base_low == 190_000
    assert reply.facts.four_years == (1_015_000, 1_107_000)
    assert "four years to $1,107,000 (before, $1,015,000)" in reply.text
    assert reply.slots.amount == 190_000
    assert len(reply.text) < 1_200


def test_the_whole_judgement_and_the_counter_are_a_button_away(engine: Engine, give: Give, say: Say) -> None:
    give(case())
    reply = say("base is 190k")
    assert labels(reply) == ["Write the counter", "The whole judgement", "Undo"]
    assert press(engine, reply, "The whole judgement").facts.offer.base_amount == 190_000
    assert press(engine, reply, "Write the counter").facts.counter is not None


def test_a_button_of_an_earlier_state_changes_nothing(engine: Engine, give: Give, say: Say) -> None:
    give(doubted(IS_IT_RELOCATION))
    first = say("bonus is 20%")
    press(engine, first, "Yes")
    late = press(engine, first, "No, it's relocation")
    assert "earlier state" in late.text
    assert late.facts.offer.sign_on == 25_000
    assert "earlier state" in press(engine, first, "Undo").text
    for click in (Clicked("doubt.yes", "x"), Clicked("doubt.other", "7"), Clicked("doubt.other", "x")):
        assert engine.respond(Turn(ADA, "dm", click)).facts.problem in ("settled", "no_such_offer")


@pytest.mark.parametrize("action", ["yes", "out", "mine", "whole", "undo", "other", "nonsense"])
def test_a_button_after_forgetting_asks_for_an_offer(engine: Engine, action: str) -> None:
    reply = engine.respond(Turn(ADA, "dm", Clicked(f"doubt.{action}", "sign_on:25000")))
    assert "something broke" not in reply.text
    assert engine._store.load(ADA, datetime.now(UTC)).case == Case()


def test_present_pay_is_let_go_and_can_come_back(give: Give, say: Say) -> None:
    give(case())
    reply = say("that's not my offer, that's my current pay")
    assert reply.facts.offer is None
    assert "what you earn now" in reply.text
    assert "170" not in reply.text
    assert say("/counter").facts.counter is None
    back = say("undo that")
    assert back.facts.offer == replace(PLAIN, spans={})
    assert back.text.startswith("**Taken back: this is the offer from Harvey again.**")


def test_present_pay_beside_an_offer_gives_way_to_it(give: Give, say: Say) -> None:
    give(case(PLAIN, OTHER))
    reply = say("that's my current pay")
    assert reply.facts.offer == OTHER
    assert "from Meta" in reply.text


def test_the_second_offer_is_the_one(engine: Engine, give: Give, say: Say) -> None:
    give(case(PLAIN, OTHER))
    reply = say("second offer is the one")
    assert (reply.facts.offer, reply.facts.others) == (OTHER, (PLAIN,))
    assert say("/counter").slots.company == "Meta"
    assert press(engine, reply, "Judge Harvey").facts.offer == PLAIN


def test_a_pasted_offer_keeps_what_was_said_of_it(say: Say) -> None:
    text = (
        "Offer from Harvey: Senior Software Engineer, San Francisco. "
        "Base salary $170,000. Sign-on bonus $25,000. Target bonus 15%."
    )
    say(text)
    say("sign-on is 30k")
    say("make it staff")
    again = say(text)
    assert (again.facts.offer.sign_on, again.slots.level) == (30_000, "staff")
    other = say(text.replace("$25,000", "$45,000"))
    assert other.facts.offer.sign_on == 30_000
    assert "Which holds?" in other.text
    assert say("the new one").facts.offer.sign_on == 45_000
    assert say(text.replace("Harvey", "Acme Robotics")).facts.offer.sign_on == 25_000


def test_a_correction_goes_through_the_command_too(engine: Engine, give: Give) -> None:
    give(case())
    reply = engine.respond(Turn(ADA, "dm", Invoked("offer", "no, sign-on is 30k")))
    assert reply.facts.offer.sign_on == 30_000


def test_an_open_question_about_the_job_stays_open(say: Say) -> None:
    say("Offer from Harvey: software engineer, San Francisco. Base salary $170,000.")
    reply = say("bonus is 10%")
    assert "Next: which level is it" in reply.text or reply.facts.doubts
    assert say("senior").slots.level == "senior"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("the bonus is wrong", "I understood that the yearly bonus should change, but not to what."),
        ("bonus is 400%", "The yearly bonus can hardly be “400%”"),
        ("bonus is 4 years", "“4 years” is no figure for it"),
        ("place is Mars", "not what “Mars” is"),
        ("remove the 77k", "“77k” should go"),
        ("the third offer", "only the one at hand"),
        ("undo", "nothing to take back"),
    ],
)
def test_bad_input_gets_what_was_understood_and_what_to_type(
    give: Give, say: Say, said: str, words: str
) -> None:
    give(case())
    reply = say(said)
    assert words in reply.text
    assert "Next: " in reply.text
    assert "`" in reply.text or "paste" in reply.text
    assert reply.facts.offer == PLAIN


def test_nobodys_words_take_effect(give: Give, say: Say) -> None:
    give(case())
    for said in (
        "company is <!channel> @everyone",
        "place is [x](http://evil.example)",
        "deadline is by *Friday*",
    ):
        text = say(said).text
        assert "<!" not in text
        assert "@everyone" not in text
        assert "http://" not in text


@pytest.mark.parametrize(
    "said",
    [
        "base is 190k", "no sign-on", "remove the bonus", "no equity", "vests 5/15/40/40", "it's in euros",
        "it's per month", "the 25k is relocation", "strike is $2.10", "equity is 0.1%", "make it staff",
        "cliff is 6 months", "base is 180 to 190k", "it's in London", "yes", "bonus is 400%",
        "deadline is 3 March 2027", "pto is 25 days", "my floor is 500k", "base is 400k",
    ],
)  # fmt: skip
@pytest.mark.parametrize("offer", [PLAIN, replace(PLAIN, doubts=(IS_IT_RELOCATION, IS_IT_A_CLIFF))])
def test_every_figure_is_in_the_facts(give: Give, say: Say, said: str, offer: object) -> None:
    give(case(offer))  # type: ignore[arg-type]
    for each in (said, "undo"):
        reply = say(each)
        if reply.intent == "offer" and reply.facts is not None:
            assert numerals(reply.text) - set(figures(asdict(reply.facts))) == set(), reply.text
        json.dumps(as_json(reply), allow_nan=False)


def test_what_was_pasted_or_said_is_not_kept_in_words(engine: Engine, say: Say) -> None:
    say("Offer from Harvey: software engineer, Boise. Base $170,000, sign-on $25,000. Ask Wilhelmina.")
    say("sign-on is 30k")
    kept = repr(engine._store.load(ADA, datetime.now(UTC)).case)
    assert "Wilhelmina" not in kept
    assert "30k" not in kept
