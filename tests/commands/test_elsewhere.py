"""What is said while a talk is practised and is none of its lines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.commands.practising import without_old_talk
from bot.memory.case import Case
from bot.memory.store import Store
from bot.playbook.drill import Drill
from bot.turn import Who
from tests.conftest import Say

OFFER = "190k base software engineer at Acme, San Francisco, 20k sign-on"
PASTED = (
    "got another offer today! Globex: base $210,000, 15% bonus, $30,000 sign-on,"
    " software engineer, San Francisco"
)


def _drill(store: Store) -> Drill:
    drill = store.load(Who("terminal", "ada"), datetime.now(UTC)).case.drill
    assert drill is not None
    return drill


def test_an_offer_pasted_into_a_talk_is_read_and_not_kept_as_a_line(say: Say, store: Store) -> None:
    say(OFFER)
    say("/practice busy")
    before = _drill(store)
    reply = say(PASTED)
    assert reply.intent == "offer"
    assert reply.facts.offer.base_amount == 210_000
    assert _drill(store).lines == before.lines
    assert say("thank you, that is good news").intent == "practice"  # the talk stands open


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("what's the median for a software engineer in Denver", "median"),
        ("write my counter", "counter"),
        ("compare my offers", "compare"),
    ],
)
def test_an_order_to_another_command_is_carried_out(said: str, meant: str, say: Say, store: Store) -> None:
    say(OFFER)
    say("/practice busy")
    before = _drill(store)
    assert say(said).intent == meant
    assert _drill(store).lines == before.lines


@pytest.mark.parametrize(
    "said",
    [
        "I'd like a base of 215k and a sign-on of 30k, since I ship search",
        "what is the range for this role?",
        "My friend makes 240k there",
        "Globex offered me 230k",
        "I built a bot that saved $2M a year for support",
    ],
)
def test_a_line_stays_a_line(said: str, say: Say, store: Store) -> None:
    say(OFFER)
    say("/practice busy")
    before = _drill(store)
    assert say(said).intent == "practice"
    assert len(_drill(store).lines) > len(before.lines)


@pytest.mark.parametrize("said", ["My friend makes 240k there", "Globex offered me 230k"])
def test_pay_of_others_is_no_ask(said: str, say: Say, store: Store) -> None:
    say(OFFER)
    say("/practice busy")
    say(said)
    assert _drill(store).asked is None


def test_a_talk_too_old_to_go_on_with_is_emptied_by_any_turn(say: Say, store: Store) -> None:
    say(OFFER)
    say("/practice busy")
    say("thank you, I would like 215k")
    case = store.load(Who("terminal", "ada"), datetime.now(UTC)).case
    later = without_old_talk(case, datetime.now(UTC) + timedelta(hours=13))
    assert case.drill is not None
    assert later.drill is not None
    assert case.drill.lines
    assert (later.drill.lines, later.drill.moves, later.drill.asked) == ((), (), None)
    assert without_old_talk(case, datetime.now(UTC)) is case


def test_without_a_talk_nothing_changes() -> None:
    assert without_old_talk(Case(), datetime.now(UTC)) == Case()
