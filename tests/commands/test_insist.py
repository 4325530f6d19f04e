"""What is no offer is told so kindly, and one word has it read as one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.commands.insist import WANTS, answers, insisted, read_as_offer
from bot.engine import Engine
from bot.memory.case import Question
from bot.turn import Button, Clicked, Submitted, Turn, Who
from bot.voice import render
from tests.conftest import Say

PRESENT = "/offer I currently make 150k base plus 10% bonus"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("it is an offer", ""),
        ("It's an offer.", ""),
        ("but this is an offer!", ""),
        ("yes, that is my offer", ""),
        ("that's the written offer:\n150k base", "150k base"),
        ("it is an offer: 150k base, 10% bonus", "150k base, 10% bonus"),
        ("it’s my offer\n\n150k", "150k"),
    ],
)
def test_the_word_and_what_follows_it(text: str, rest: str) -> None:
    assert insisted(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "that's not my offer",
        "is it an offer?",
        "that's my offer, how should I counter?",
        "it is an offer I can't refuse",
        "offer: 150k base",
        "",
        "it is" + " an offer" * 9_000,
    ],
)
def test_other_words_insist_on_nothing(text: str) -> None:
    assert insisted(text) is None


@pytest.mark.parametrize("text", ["it" + " " * 100_000, "yes," * 50_000, "this is my " + "a" * 100_000])
def test_long_words_are_heard_in_no_time(text: str) -> None:
    assert insisted(text) is None


def test_the_text_asked_for_again_is_read_whatever_it_looks_like() -> None:
    open_ = Question("offer", WANTS, "", datetime.now(UTC))
    asked = answers("I currently make 150k", open_)
    assert asked is not None
    assert asked.options == {"insisted": "I currently make 150k"}
    for other in ("what next?", "my floor is 150k", "forget me"):
        assert answers(other, open_) is None
    assert answers("I currently make 150k", None) is None


@pytest.mark.parametrize(
    ("text", "base", "bonus"),
    [
        ("I currently make 150k base plus 10% bonus at Initech", 150_000, 10),
        ("My hope would be 200k base.", 200_000, None),
        ("Offer from Initech: 185k base, 15% bonus", 185_000, 15),
    ],
)
def test_the_pay_in_a_text_becomes_an_offers(text: str, base: float, bonus: float | None) -> None:
    (offer,) = read_as_offer(text).offers
    assert (offer.base_amount, offer.bonus_pct) == (base, bonus)


@pytest.mark.parametrize("text", ["", "hello there", "call me at 5", "\x00" * 50, "$" * 5_000])
def test_a_text_without_pay_is_still_none(text: str) -> None:
    assert read_as_offer(text).offers == ()


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("present_pay", "reads like what you earn today"),
        ("wish", "reads like what you hope for"),
        ("job_ad", "reads like a job posting"),
        ("question", "reads like a question"),
        ("nothing", "I found no offer"),
    ],
)
def test_each_kind_is_told_what_it_was_taken_for(other: str, words: str) -> None:
    text = render("offer_none", other=other, insist=True)
    assert words in text.splitlines()[0]
    assert text.count("Next:") == 1
    assert "I keep no text" in text
    assert "it is an offer" not in render("offer_none", other=other, insist=False)


def test_one_press_and_the_form_reads_it_as_an_offer(engine: Engine) -> None:
    def turn(event: Clicked | Submitted) -> object:
        return engine.respond(Turn(Who("terminal", "ada"), "dm", event))

    from bot.turn import Said

    told = engine.respond(Turn(Who("terminal", "ada"), "dm", Said(PRESENT)))
    assert told.facts.offer is None
    assert told.facts.other == "present_pay"
    press = next(a for a in told.actions if isinstance(a, Button) and a.label == "It is an offer")
    form = engine.respond(Turn(Who("terminal", "ada"), "dm", Clicked(press.action, press.value))).form
    assert form is not None
    sent = Submitted(form.id, {form.fields[0].name: PRESENT.removeprefix("/offer ")})
    assert engine.respond(Turn(Who("terminal", "ada"), "dm", sent)).facts.offer.base_amount == 150_000


def test_one_sentence_and_the_text_again_read_it_as_an_offer(say: Say) -> None:
    say(PRESENT)
    assert "Paste it once more" in say("it is an offer").text
    assert say(PRESENT.removeprefix("/offer ")).facts.offer.base_amount == 150_000


def test_the_word_before_the_text_is_enough(say: Say) -> None:
    text = PRESENT.removeprefix("/offer ")
    assert say(f"it is an offer: {text}").facts.offer.base_amount == 150_000
    assert say(f"/offer it's an offer: {text}").facts.offer.bonus_pct == 10


def test_words_without_a_sum_end_no_talk(say: Say) -> None:
    say("it is an offer")
    assert say("thanks").intent == "other"
    assert say("what's the median for a swe in sf?").intent == "median"
