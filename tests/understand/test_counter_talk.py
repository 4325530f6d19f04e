from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.counter_talk import CounterTalk, read


@pytest.mark.parametrize(
    ("said", "form", "tone", "rest"),
    [
        ("chat", "chat", "", ""),
        ("text", "chat", "", ""),
        ("call please", "call", "", "please"),
        ("chat firm 215k", "chat", "firm", "215k"),
        ("215k, firm", "", "firm", "215k"),
        ("make it firmer", "", "firm", ""),
        ("write it as a chat message", "chat", "", ""),
        ("email them that I built a firm bot", "email", "", "them that I built a firm bot"),
    ],
)
def test_a_form_and_a_tone(said: str, form: str, tone: str, rest: str) -> None:
    assert read(said) == CounterTalk(form=form, tone=tone, rest=rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said",
    [
        "I built a chat bot that answers every call",
        "I ran an email classifier that was firm on spam",
        "215k base",
        "I fixed the base image pipeline",
        "proof: chat accuracy rose from 71% to 90%",
    ],
)
def test_other_words_are_left_as_they_are(said: str) -> None:
    assert read(said) == CounterTalk(rest=said)


@pytest.mark.parametrize(
    ("said", "scene"),
    [
        ("base is fixed", "fixed"),
        ("they said the band is fixed", "fixed"),
        ("the base is stuck", "fixed"),
        ("they won't move on base", "fixed"),
        ("we are at the top of our band", "fixed"),
        ("they say the salary is capped", "fixed"),
        ("this is final", "final"),
        ("it’s their final offer", "final"),
        ("would you sign at 200k today?", "sign_at"),
        ("would you accept 195k", "sign_at"),
        ("they want an answer today", "today"),
        ("they need me to decide by tomorrow", "today"),
        ("would you sign today", "today"),
        ("say i have an offer from google at 230", "invent"),
        ("make up a competing offer", "invent"),
        ("tell them I've got another offer", "invent"),
        ("should I bluff?", "invent"),
        ("pretend that I hold two offers", "invent"),
    ],
)
def test_what_they_answered(said: str, scene: str) -> None:
    assert read(said).scene == scene


@pytest.mark.parametrize(
    ("said", "sum_", "behind"),
    [
        ("leaving 80k unvested", 80_000, "equity"),
        ("base is stuck, leaving behind $80k in RSUs", 80_000, "equity"),
        ("I would forfeit a 25k bonus", 25_000, "bonus"),
        ("giving up $120,000 in stock, firm", 120_000, "equity"),
    ],
)
def test_what_is_left_behind(said: str, sum_: float, behind: str) -> None:
    talk = read(said)
    assert talk.forfeited is not None
    assert (talk.forfeited.value, talk.behind) == (sum_, behind)


@pytest.mark.parametrize(
    "said",
    [
        "I'm leaving my 150k salary",
        "leaving a job that pays 150k unvested",
        "leaving 3 unvested grants",
        "80k RSUs",
    ],
)
def test_pay_is_nothing_left_behind(said: str) -> None:
    assert read(said).forfeited is None


def test_a_sign_on_to_ask_for() -> None:
    for said in ("30k sign-on", "sign on 30k", "a signing bonus of $30,000"):
        talk = read(said)
        assert talk.sign_on is not None
        assert talk.sign_on.value == 30_000
    assert read("sign-on").wants_sign_on
    assert read("more equity").equity


def test_a_sign_on_beside_a_base_is_left_for_later() -> None:
    talk = read("i want 250k and a 30k sign on")
    assert (talk.sign_on_beside, talk.sign_on, talk.rest) == (True, None, "i want 250k")
    assert not read("250k base").sign_on_beside


def test_a_smaller_lever_in_few_words() -> None:
    assert read("more vacation").lever == "vacation"
    assert read("I built a review tool that the whole company uses for its title pages").lever == ""


def test_form_tone_and_what_they_said_come_together() -> None:
    talk = read("chat the band is fixed, leaving 80k unvested, firm")
    assert (talk.form, talk.tone, talk.scene, talk.rest) == ("chat", "firm", "fixed", "")
    assert talk.forfeited is not None


def test_a_company_to_mention() -> None:
    assert read("mention Globex").mention == "Globex"
    assert read("mention my other offer from Globex Corp").mention == "Globex Corp"


@given(st.text(max_size=300))
def test_nothing_raises(said: str) -> None:
    assert len(read(said).rest) <= len(said) + 1


@pytest.mark.parametrize(
    "piece", ["would you ", "leaving 8k ", "base is ", "say i have another ", "i ", "chat as a "]
)
def test_long_texts_are_read_in_time(piece: str) -> None:
    read(piece * 2_000)
