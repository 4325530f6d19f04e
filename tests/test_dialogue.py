"""A talk left, taken up, put right and begun anew: what stands afterwards, in the case and in the facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest

from bot.commands.stepping import StandsFacts
from bot.engine import Engine
from bot.market.database import Market
from bot.memory.case import OPEN_FOR, Case
from bot.memory.store import Store, open_store
from bot.turn import Reply, Said, Turn, Who

from .conftest import Say

ADA = Who("terminal", "ada")
HARVEY = (
    "Got an offer from Harvey: Senior Software Engineer, San Francisco. "
    "170k base, 15% bonus, 25k sign on, 0.05% equity over 4 years"
)
STRIPE = "Got an offer from Stripe: Senior Software Engineer, Seattle. 200k base, 10% bonus"
WORK = "I built a triage agent for 40 support people"


def case_of(store: Store) -> Case:
    return store.load(ADA, datetime.now(UTC)).case


def told(say: Say, *lines: str) -> Reply:
    return [say(line) for line in lines][-1]


# What was said before, the words, what they do, and the command whose question they close.
OUT_OF_A_QUESTION = [
    (("/median Seattle senior",), "cancel", "left", "median"),
    (("/median Seattle senior",), "Never mind!", "left", "median"),
    (("/median Seattle senior",), "forget that", "left", "median"),
    (("/median Seattle senior",), "stop please", "left", "median"),
    (("/median Seattle senior",), "no thanks", "left", "median"),
    (("/median Seattle senior",), "go back", "left", "median"),
    (("/median Seattle senior",), "scratch that", "left", "median"),
    (("/median Seattle senior",), "/cancel", "left", "median"),
    (("/median pm austin",), "back", "left", "median"),
    (("/range pm austin",), "undo", "left", "range"),
    (("offer: 130k base at Initech",), "cancel", "left", "offer"),
    (("offer: 130k base at Initech",), "go back", "left", "offer"),
    ((HARVEY, "/decide"), "go back", "left", "decide"),
    ((HARVEY, "/compare"), "back", "left", "compare"),
    (("/median Seattle senior",), "start over", "put_aside", "median"),
    (("offer: 130k base at Initech",), "reset", "put_aside", "offer"),
    ((HARVEY, "/decide"), "let's start over", "put_aside", "decide"),
    ((HARVEY,), "cancel", "nothing", ""),
    ((HARVEY,), "stop", "nothing", ""),
    ((HARVEY,), "go back", "nothing", ""),
    ((HARVEY, "sign-on is 30k"), "never mind", "nothing", ""),
    (("/median swe seattle",), "back", "nothing", ""),
    ((), "undo", "nothing", ""),
    ((), "new offer", "made_room", ""),
]


@pytest.mark.parametrize(("before", "said", "did", "left"), OUT_OF_A_QUESTION)
def test_few_words_step_out_of_what_is_open(
    before: tuple[str, ...], said: str, did: str, left: str, say: Say, store: Store
) -> None:
    for line in before:
        say(line)
    offer = case_of(store).offer
    reply = say(said)
    assert isinstance(reply.facts, StandsFacts)
    assert (reply.facts.did, reply.facts.left) == (did, left)
    after = case_of(store)
    assert after.question is None
    assert after.offer == (None if did == "put_aside" else offer)
    assert reply.facts.offer == (after.offer is not None)
    assert reply.facts.can_undo == bool(after.before)


def test_start_over_puts_the_offer_aside_and_undo_brings_it_back(say: Say, store: Store) -> None:
    told(say, "my floor is 150k", HARVEY, "sign-on is 30k")
    before = case_of(store)
    reply = say("start over")
    assert reply.facts.aside == ("Harvey",)
    after = case_of(store)
    assert (after.offer, after.floor, len(after.shelf)) == (None, 150_000, 1)
    assert say("undo").facts.offer.sign_on == 30_000
    back = case_of(store)
    assert back.offer is not None
    assert before.offer is not None
    assert replace(back.offer, spans=before.offer.spans) == before.offer
    assert (back.said, back.shelf) == (before.said, before.shelf)


def test_an_offer_put_aside_is_there_to_compare_and_to_judge(say: Say, store: Store) -> None:
    told(say, HARVEY, "new offer", STRIPE)
    held = case_of(store)
    assert held.offer is not None
    assert held.offer.company == "Stripe"
    assert [each.offer.company for each in held.shelf] == ["Harvey"]
    assert say("back to harvey").facts.offer.company == "Harvey"
    assert say("judge stripe").facts.offer.company == "Stripe"


def test_two_offers_without_a_company_are_never_one_talk(say: Say, store: Store) -> None:
    told(say, "offer: senior data scientist, Boise, 130k base, 10% bonus", "/counter")
    assert case_of(store).sent is not None
    say("start over")
    assert case_of(store).sent is None


def test_starting_over_twice_changes_nothing_more(say: Say, store: Store) -> None:
    told(say, HARVEY, "start over")
    once = case_of(store)
    assert say("start over").intent == "help"
    assert case_of(store) == once


@pytest.mark.parametrize(
    ("said", "what", "step"),
    [("back", WORK, "what 1"), ("scratch that", WORK, "what 1"), ("start over", WORK, "what 1")],
)
def test_an_interview_goes_back_and_deletes_nothing(
    said: str, what: str, step: str, say: Say, store: Store
) -> None:
    told(say, "/evidence", WORK)
    assert say(said).intent == "evidence"
    after = case_of(store)
    assert after.pack.workflows[0].what == what
    assert after.question is not None
    assert after.question.known.startswith(step.split(maxsplit=1)[0])


def test_an_interview_is_left_for_a_new_offer_or_for_good(say: Say, store: Store) -> None:
    told(say, "/evidence", WORK, "never mind")
    assert case_of(store).question is None
    assert say("never mind").facts.did == "nothing"
    say("/evidence")
    assert say("new offer").facts.did == "made_room"
    held = case_of(store)
    assert held.question is None
    assert [(each.what, each.tools) for each in held.pack.workflows] == [(WORK, "")]


def test_a_practised_talk_steps_back_begins_again_and_stops(say: Say, store: Store) -> None:
    told(say, HARVEY, "/practice busy", "I am asking for 205k")
    assert say("scratch that").facts.turn == 0
    told(say, "I am asking for 210k")
    assert say("start over").facts.turn == 0
    held = case_of(store)
    assert held.offer is not None
    assert held.drill is not None
    assert say("hello").facts.turn == 1  # a line
    assert say("cancel").facts.stage == "score"


# Over "/median senior swe sf": the words, and the cell they ask for.
FOLLOW_UPS = [
    ("and in seattle?", ("software-engineer", "Seattle, WA", "senior", None)),
    ("what about with ai", ("software-engineer", "San Francisco, CA", "senior", True)),
    ("for a junior?", ("software-engineer", "San Francisco, CA", "entry", None)),
    ("no, staff", ("software-engineer", "San Francisco, CA", "staff", None)),
    ("i meant chicago", ("software-engineer", "Chicago, IL", "senior", None)),
    ("not SF, NYC", ("software-engineer", "New York, NY", "senior", None)),
    ("NYC, not SF", ("software-engineer", "New York, NY", "senior", None)),
    ("sorry, make it staff", ("software-engineer", "San Francisco, CA", "staff", None)),
    ("same for data scientists", ("data-scientist", "San Francisco, CA", "senior", None)),
    ("the same in Austin", ("software-engineer", "Austin, TX", "senior", None)),
    ("actually denver", ("software-engineer", "Denver, CO", "senior", None)),
]


@pytest.mark.parametrize("command", ["median", "range", "premium"])
@pytest.mark.parametrize(("said", "cell"), FOLLOW_UPS)
def test_a_follow_up_keeps_the_rest_of_the_cell(
    command: str, said: str, cell: tuple[str | None, ...], say: Say, store: Store
) -> None:
    say(f"/{command} senior swe sf")
    reply = say(said)
    slots = reply.slots
    ai = True if command == "premium" else cell[3]  # whose question is AI-skilled pay, said or not
    assert (reply.intent, (slots.role, slots.place, slots.level, slots.ai)) == (command, (*cell[:3], ai))
    looked_up = case_of(store).looked_up
    assert looked_up is not None
    assert looked_up.role == cell[0]


def test_a_missing_slot_is_asked_one_at_a_time_and_can_be_put_right(say: Say) -> None:
    told(say, "/median", "in denver", "senior", "i meant austin", "no, staff")
    slots = say("recruiter").slots
    assert (slots.role, slots.place, slots.level) == ("recruiter", "Austin, TX", "staff")
    slots = say("no, accountant").slots
    assert (slots.role, slots.place, slots.level) == ("accountant", "Austin, TX", "staff")


def test_without_ai_takes_the_ai_out_again(say: Say) -> None:
    assert told(say, "/median senior swe sf --ai").slots.ai is True
    assert say("without ai").slots.ai is None


def test_a_place_alone_asks_for_the_role_and_keeps_the_place(say: Say) -> None:
    assert say("and in seattle?").facts.quote is None
    assert say("data engineer").slots.place == "Seattle, WA"


@pytest.mark.parametrize("said", ["no, staff", "i meant chicago", "not SF, NYC"])
def test_a_correction_with_an_offer_at_hand_is_of_the_offer(said: str, say: Say, store: Store) -> None:
    say(HARVEY)
    say(said)
    assert case_of(store).looked_up is None


def test_an_open_question_survives_a_restart(market: Market, tmp_path: Path) -> None:
    def say(text: str) -> Reply:
        store = open_store(tmp_path / "home")  # as a process does that has just begun
        try:
            return Engine(market, store).respond(Turn(ADA, "dm", Said(text)))
        finally:
            store.close()

    say("/median Seattle senior")
    say("no, staff")
    slots = say("data engineer").slots
    assert (slots.role, slots.place, slots.level) == ("data-engineer", "Seattle, WA", "staff")
    say(HARVEY)
    assert say("start over").facts.aside == ("Harvey",)
    assert say("undo").facts.offer.company == "Harvey"


@pytest.mark.parametrize(("hours", "place"), [(-0.1, "Seattle, WA"), (0.1, None)])
def test_an_open_question_expires(say: Say, store: Store, hours: float, place: str | None) -> None:
    say("/median Seattle senior")
    now = datetime.now(UTC)
    kept = store.load(ADA, now)
    asked = kept.case.question
    assert asked is not None
    old = replace(asked, asked_at=now - OPEN_FOR - timedelta(hours=hours))
    assert store.save(ADA, replace(kept.case, question=old), now, kept.version)
    assert say("data engineer").slots.place == place


def test_two_devices_at_once_do_not_tangle(market: Market, tmp_path: Path) -> None:
    """Each turn of one is kept beside those of the other, and each hears the answer to its own words."""
    stores = [open_store(tmp_path / "home") for _ in range(2)]
    engines = [Engine(market, store) for store in stores]
    engines[0].respond(Turn(ADA, "dm", Said(HARVEY)))
    begin = Barrier(2)
    heard: list[list[Reply]] = [[], []]

    def run(at: int, lines: list[str]) -> None:
        begin.wait()
        for line in lines:
            heard[at].append(engines[at].respond(Turn(ADA, "dm", Said(line))))

    lines = (
        [line for floor in range(150, 156) for line in (f"my floor is {floor}k", "/profile")],
        [line for sum_ in range(30, 36) for line in (f"sign-on is {sum_}k", "/median swe seattle")],
    )
    threads = [Thread(target=run, args=(at, lines[at])) for at in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    held = stores[0].load(ADA, datetime.now(UTC)).case
    for store in stores:
        store.close()
    assert [reply.intent for reply in heard[0]] == ["profile"] * 12
    assert [reply.intent for reply in heard[1]] == ["offer", "median"] * 6
    assert held.floor == 155_000
    assert held.offer is not None
    assert held.offer.sign_on == 35_000


def test_a_question_asked_on_one_device_is_answered_on_the_other(market: Market, tmp_path: Path) -> None:
    stores = [open_store(tmp_path / "home") for _ in range(2)]
    phone, desk = (Engine(market, store) for store in stores)
    phone.respond(Turn(ADA, "dm", Said("/median Seattle senior")))
    reply = desk.respond(Turn(ADA, "channel", Said("data engineer")))
    assert reply.slots.place == "Seattle, WA"
    assert phone.respond(Turn(ADA, "dm", Said("cancel"))).facts.did == "nothing"
    for store in stores:
        store.close()


def test_an_interview_left_open_takes_no_words_on_a_later_reply(say: Say) -> None:
    say("offer: UX Researcher II at Wayfair, Boston, base 118,000, bonus 8%")
    told = say("I built a coding pipeline with gpt-4 for 3 labs, checked against 400 hand-coded excerpts")
    assert told.intent == "evidence"  # and asks on; the figure of it is no offer
    assert say("/counter").facts.counter.offered == 118_000
    assert say("make it shorter").intent == "counter"
    answered = say("they came back: 124 and a 5k sign on, thats their best")
    assert (answered.intent, answered.facts.decision.answer) == ("decide", "moved")
