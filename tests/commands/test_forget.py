"""Nothing is deleted by a slip, and everything when it is meant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.commands import forget
from bot.engine import Engine
from bot.memory.case import About, Case, Question
from bot.memory.store import Store
from bot.turn import Button, Clicked, Reply, Said, Turn, Who
from tests.conftest import Say

ADA = Who("terminal", "ada")
OFFER = "Got an offer from Harvey: Senior Software Engineer, San Francisco. 190k base, 25k sign on"
GLOBEX = "Got an offer from Globex: Staff Software Engineer, Seattle. 210k base"


def kept(store: Store) -> Case:
    return store.load(ADA, datetime.now(UTC)).case


def press(engine: Engine, reply: Reply, label: str) -> Reply:
    (button,) = (each for each in reply.actions if isinstance(each, Button) and each.label == label)
    return engine.respond(Turn(ADA, "dm", Clicked(button.action, button.value)))


@pytest.mark.parametrize("wish", ["/forget", "forget me", "delete my data", "/forget please", "/forget me"])
def test_it_asks_first_and_shows_kinds_and_numbers_alone(say: Say, store: Store, wish: str) -> None:
    say(OFFER)
    say("no, sign-on is 30k")
    say("/profile floor 171k, Denver, targets ai-lab")
    before = kept(store)
    reply = say(wish)
    assert (reply.facts.had, reply.facts.gone) == (True, False)
    counts = {each.kind: each.count for each in reply.facts.kept}
    assert counts["offers"] == counts["floor"] == counts["corrections"] == 1
    assert next(each.fields for each in reply.facts.kept if each.kind == "profile") == ("place",)
    for value in ("Harvey", "171", "190", "Denver", "30,000"):
        assert value not in reply.text
    after = kept(store)
    assert after.question is not None
    assert (after.offer, after.floor, after.me) == (before.offer, before.floor, before.me)


@pytest.mark.parametrize(
    "yes", ["yes", "Yes.", "y", "yes please", "delete it", "forget me now", "delete everything"]
)
def test_yes_deletes_it_all(say: Say, store: Store, yes: str) -> None:
    say(OFFER)
    say("/forget")
    reply = say(yes)
    assert (reply.intent, reply.facts.had, reply.facts.gone) == ("forget", True, True)
    assert store.load(ADA, datetime.now(UTC)).version is None


@pytest.mark.parametrize("no", ["no", "No!", "cancel", "stop", "keep it", "never mind", "don\u2019t", "back"])
def test_no_keeps_it_all(say: Say, store: Store, no: str) -> None:
    say(OFFER)
    before = kept(store)
    say("/forget")
    reply = say(no)
    assert (reply.intent, reply.facts.gone) == ("forget", False)
    assert kept(store).question is None
    assert kept(store).offer == before.offer
    assert say("yes").intent == "other"
    assert kept(store).offer == before.offer


@pytest.mark.parametrize(
    "now", ["/forget now", "forget me now", "/forget yes", "forget everything now", "delete my data now"]
)
def test_now_asks_nothing(say: Say, store: Store, now: str) -> None:
    say(OFFER)
    assert say(now).facts.gone
    assert kept(store) == Case()


@pytest.mark.parametrize("said", ["forget me for now", "don't forget me now", "not now", "now"])
def test_a_now_in_other_words_deletes_nothing(say: Say, store: Store, said: str) -> None:
    say(OFFER)
    say(said)
    assert kept(store).offer is not None


def test_the_buttons_do_the_same(say: Say, engine: Engine, store: Store) -> None:
    say(OFFER)
    asked = press(engine, say("/profile"), "Forget me")
    assert (asked.facts.had, asked.facts.gone) == (True, False)
    assert not press(engine, asked, "Keep it").facts.gone
    assert kept(store).offer is not None
    assert press(engine, say("/forget"), "Delete everything").facts.gone
    assert kept(store) == Case()


def test_a_yes_after_something_else_was_said_means_something_else(say: Say, store: Store) -> None:
    say(OFFER)
    say("/forget")
    say("/median data scientist, Boise")
    assert say("yes").intent == "other"
    assert kept(store).offer is not None


def test_other_words_are_answered_as_ever_and_delete_nothing(say: Say, store: Store) -> None:
    say(OFFER)
    say("/forget")
    assert say("data scientist, Boise").intent == "median"
    assert kept(store).offer is not None


@pytest.mark.parametrize(("after", "answer"), [(timedelta(minutes=9), "now"), (timedelta(minutes=11), "")])
def test_a_yes_counts_for_ten_minutes(after: timedelta, answer: str) -> None:
    now = datetime(2026, 8, 20, tzinfo=UTC)
    case = Case(floor=1.0)
    asked = Case(floor=1.0, question=Question("forget", "forget", forget._fingerprint(case), now))
    assert forget.confirms("yes", asked, now + after) == answer
    changed = Case(floor=2.0, question=asked.question)
    assert forget.confirms("yes", changed, now) == ""
    assert forget.confirms("yes", case, now) == ""


def test_with_nothing_kept_there_is_nothing_to_ask(say: Say, store: Store) -> None:
    reply = say("/forget")
    assert (reply.facts.had, reply.facts.gone, reply.facts.kept) == (False, True, ())
    assert "nothing to delete" in reply.text
    assert store.load(ADA, datetime.now(UTC)).version is None


def test_it_works_in_the_middle_of_another_talk(say: Say, store: Store) -> None:
    say(OFFER)
    say("/practice hard")
    assert say("forget me").facts.had
    assert say("yes").facts.gone
    assert kept(store) == Case()


@pytest.mark.parametrize("between", [("no",), ("maybe later",), ()])
def test_the_question_before_it_stays_open(say: Say, between: tuple[str, ...]) -> None:
    say("median for a senior in seattle")
    say("delete my data")
    for words in between:
        say(words)
    reply = say("data engineer")
    assert (reply.slots.role, reply.slots.place, reply.slots.level) == (
        "data-engineer",
        "Seattle, WA",
        "senior",
    )


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("/profile no city", "place"),
        ("/profile forget my location", "place"),
        ("forget my city", "place"),
        ("/profile no role", "role"),
        ("remove my role", "role"),
        ("/profile clear level", "level"),
        ("/forget my level", "level"),
    ],
)
def test_one_thing_of_the_profile_is_taken_back(say: Say, store: Store, said: str, gone: str) -> None:
    say("/profile senior product manager, Denver, floor 150k")
    whole = kept(store).me
    reply = say(said)
    me = kept(store).me
    assert reply.intent == "profile"
    assert getattr(me, gone) is None
    assert {name for name in ("role", "place", "level") if getattr(me, name) != getattr(whole, name)} == {
        gone
    }
    assert kept(store).floor == 150_000


@pytest.mark.parametrize(
    "said", ["forget my offer", "/forget my offer", "/profile forget my offer", "delete the offer"]
)
def test_the_offer_goes_with_all_that_was_about_it(say: Say, store: Store, said: str) -> None:
    say(OFFER)
    say("no, sign-on is 30k")
    say("/counter")
    say(GLOBEX)
    say("/counter")
    say("/practice hard")
    say("stop")
    say("/profile floor 150k")
    reply = say(said)
    case = kept(store)
    assert (case.offer, case.offer_about, case.said, case.before) == (None, About(), {}, ())
    assert (case.drill, case.sent, case.question) == (None, None, None)
    assert [each.offer.company for each in case.shelf] == ["Harvey"]
    assert case.floor == 150_000
    assert "Harvey" in reply.text
    say("forget all my offers")
    assert kept(store).shelf == ()


@pytest.mark.parametrize(
    "said", ["/profile no city", "forget my offer", "/forget my evidence", "/profile no role"]
)
def test_what_is_not_there_is_said_so(say: Say, store: Store, said: str) -> None:
    say("/profile floor 150k")
    reply = say(said)
    assert "Nothing to delete" in reply.text
    assert kept(store).floor == 150_000


@pytest.mark.parametrize(
    "said", ["/profile no offer yet, senior data scientist", "/profile no work visa, Denver"]
)
def test_what_a_person_says_of_themselves_takes_nothing_back(say: Say, store: Store, said: str) -> None:
    say(OFFER)
    say("/counter I built a search that cut tickets by 30%")
    before = kept(store)
    say(said)
    assert (kept(store).offer, kept(store).pack) == (before.offer, before.pack)


def test_saying_it_in_the_terminal_needs_no_button(engine: Engine) -> None:
    reply = engine.respond(Turn(ADA, "terminal", Said("/profile floor 150k")))
    assert reply.facts.floor == 150_000
    text = engine.respond(Turn(ADA, "terminal", Said("/forget"))).text
    assert "`yes` deletes it all, `no` keeps it" in text


@pytest.mark.parametrize("half", ["ok", "Sure.", "fine", "hmm"])
def test_half_a_yes_is_asked_again(say: Say, store: Store, half: str) -> None:
    say(OFFER)
    say("/forget")
    again = say(half)
    assert (again.intent, again.facts.gone) == ("forget", False)
    assert kept(store).offer is not None
    assert say("ok, do it").facts.gone
    assert kept(store) == Case()
