"""Few words that leave a question, wherever one stands open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.leaving import leaves
from tests.conftest import Say

OFFER = "190k base software engineer at Acme, San Francisco, 20k sign-on"
OPENINGS = ("/evidence", "/compare", "/decide", "/check")


@pytest.mark.parametrize(
    ("said", "how"),
    [
        ("stop", "stop"),
        ("Never mind.", "stop"),
        ("nvm", "stop"),
        ("ok, never mind, thanks", "stop"),
        ("actually forget it", "stop"),
        ("quit", "stop"),
        ("exit!", "stop"),
        ("later", "later"),
        ("not now please", "later"),
        ("no thanks", "later"),
        ("No, thank you.", "later"),
        ("wait", "wait"),
        ("hold on", "wait"),
        ("no", ""),
        ("wait times fell by half", ""),
        ("I stopped the leaks", ""),
        ("", ""),
    ],
)
def test_what_leaves_a_question(said: str, how: str) -> None:
    assert leaves(said) == how


@given(st.text(max_size=80))
def test_any_text_is_read(said: str) -> None:
    assert leaves(said) in ("", "stop", "later", "wait")


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("said", ["never mind", "nvm", "no thanks", "later", "quit", "forget it"])
def test_words_that_leave_are_never_an_answer(opening: str, said: str, say: Say) -> None:
    say(OFFER)
    say(opening)
    reply = say(said)
    assert reply.intent == opening[1:]
    assert reply.file is None
    assert not say("/evidence show").facts.pack.workflows
    assert say("thanks").intent == "other"  # nothing stands open


def test_wait_is_no_work_of_anybodys(say: Say) -> None:
    say("/evidence")
    assert say("wait").intent == "evidence"
    assert not say("/evidence show").facts.pack.workflows


def test_no_thanks_to_a_question_writes_no_letter(say: Say) -> None:
    say(OFFER)
    say("/decide")
    assert say("no thanks").file is None
    assert say("/decide no thanks").file is None


def test_a_practised_talk_takes_no_thanks_as_a_line(say: Say) -> None:
    say(OFFER)
    say("/practice busy")
    assert say("no thanks").facts.stage != "score"
    assert say("never mind").facts.stage == "score"
