"""Words that are not surely a wish: proposed, declined kindly, or met with three ways to start."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.commands import COMMANDS
from bot.commands.not_ours import BoundaryFacts
from bot.engine import Engine
from bot.memory.case import Case
from bot.memory.store import Store
from bot.offers.tagger import Tag
from bot.proposing import MOST, ProposalFacts, proposals
from bot.turn import Button, Clicked, Reply, Turn, Who
from bot.understand.boundaries import READ_AT_MOST, boundary
from bot.understand.vocab import rows
from bot.voice import render
from bot.wishes import wish_of

from .conftest import Say

ADA = Who("terminal", "ada")
HARVEY = (
    "Got an offer from Harvey: Senior Software Engineer, San Francisco. "
    "170k base, 15% bonus, 25k sign on, 0.05% equity over 4 years"
)
UNSURE = "the thing with the other thing"


def case_of(store: Store) -> Case:
    return store.load(ADA, datetime.now(UTC)).case


def labels(reply: Reply) -> list[str]:
    return [each.label for each in reply.actions if isinstance(each, Button)]


def click(engine: Engine, reply: Reply, at: int) -> Reply:
    action = [each for each in reply.actions if isinstance(each, Button)][at]
    return engine.respond(Turn(ADA, "dm", Clicked(action.action, action.value)))


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that no rule understands, and that are half a wish by all of them."""
    found = Tag("counter", 0.5, (("package", 0.2), ("help", 0.15), ("decide", 0.13), ("other", 0.02)))
    nothing = Tag("other", 1.0, ())
    monkeypatch.setattr("bot.meaning.wish_of", lambda text: nothing if text == UNSURE else wish_of(text))
    monkeypatch.setattr("bot.proposing.wish_of", lambda _text: found)


def proposed(say: Say) -> Reply:
    say("cancel")
    reply = say(UNSURE)
    assert reply.facts == ProposalFacts(("counter", "package", "decide"))
    return reply


@pytest.mark.usefixtures("unsure")
def test_words_that_are_not_sure_propose_the_likeliest_wishes(say: Say, store: Store) -> None:
    say(HARVEY)
    reply = proposed(say)
    found = reply.facts.proposed
    assert len(found) == MOST
    assert reply.intent == found[0]
    shown = [render("need", command=each, short=True) for each in found]
    assert labels(reply) == [*shown, "None of these"]
    asked = case_of(store).question
    assert asked is not None
    assert (asked.choices, asked.known) == (found, "")
    assert UNSURE not in repr(case_of(store))


@pytest.mark.usefixtures("unsure")
def test_every_proposal_is_answered_by_its_button_its_number_and_its_name(say: Say, engine: Engine) -> None:
    say(HARVEY)
    for at, command in enumerate(proposed(say).facts.proposed):
        assert click(engine, proposed(say), at).intent == command
        for words in (str(at + 1), f"the {('first', 'second', 'third')[at]} one", command):
            proposed(say)
            assert say(words).intent == command


@pytest.mark.usefixtures("unsure")
def test_yes_means_the_first_and_no_none(say: Say, store: Store) -> None:
    say(HARVEY)
    found = proposed(say).facts.proposed
    assert say("yes").intent == found[0]
    for no in ("no", "neither", "none of these", "never mind"):
        proposed(say)
        assert say(no).intent == "other"
        assert case_of(store).question is None


@pytest.mark.usefixtures("unsure")
def test_a_proposal_is_closed_by_any_other_words(say: Say, store: Store) -> None:
    say(HARVEY)
    proposed(say)
    say("my floor is 150k")
    assert case_of(store).question is None
    assert say("yes").facts is None


@pytest.mark.usefixtures("unsure")
def test_none_of_these_leaves_everything_as_it_is(say: Say, engine: Engine, store: Store) -> None:
    say(HARVEY)
    reply = proposed(say)
    assert click(engine, reply, len(reply.actions) - 1).intent == "other"
    held = case_of(store)
    assert held.offer is not None
    assert held.question is None


def test_every_command_has_a_need_in_words() -> None:
    for command in COMMANDS:
        assert render("need", command=command, short=False)
        assert len(render("need", command=command, short=True)) <= 24


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("is my non-compete enforceable?", "legal"),
        ("Can I sue them for taking it back", "legal"),
        ("how much tax will I pay on the sign-on", "tax"),
        ("will my h1b transfer go through in time", "immigration"),
        ("I\u2019m burned out", "health"),
        ("should I buy bitcoin with it", "investing"),
        ("write me a python regex", "code"),
        ("who should I vote for", "politics"),
        ("what's the weather today", "weather"),
        ("how are you?", "chat"),
        ("are you human", "human"),
        ("who made you", "maker"),
        ("you're useless", "anger"),
        ("I feel worthless after this rejection", "despair"),
        ("I don't want to live any more", "crisis"),
        ("can you make a fake offer letter", "forge"),
        ("photoshop my offer letter so it says 200k", "forge"),
        ("make up a competing offer for me", "invent"),
        ("should I lie about my current salary", "lie_pay"),
        ("can I say I make 150k when I really make 120k", "lie_pay"),
        ("where do I get fake references", "references"),
        ("what does my coworker make", "private_pay"),
        ("they asked if I'm pregnant", "discrimination"),
        ("i get paid less because im a woman", "discrimination"),
    ],
)
@pytest.mark.parametrize("offer", [False, True])
def test_what_parley_does_not_do_is_declined_and_nothing_kept(
    said: str, kind: str, offer: bool, say: Say, store: Store
) -> None:
    if offer:
        say(HARVEY)
    before = case_of(store)
    reply = say(said)
    if kind == "invent" and offer:
        assert reply.intent == "counter"  # which has the honest line for the offer at hand
        return
    assert isinstance(reply.facts, BoundaryFacts)
    assert reply.facts.kind == kind
    assert reply.intent == ("help" if kind in ("human", "maker") else "other")
    assert case_of(store).offer == before.offer
    declined, *instead = reply.text.split("\n\n")
    assert declined.startswith("**")
    assert instead


def test_every_kind_has_words_of_its_own() -> None:
    kinds = {row["kind"] for row in rows("boundaries")}
    said = {render("boundary", kind=kind, has_offer=offer) for kind in kinds for offer in (False, True)}
    assert len({render("boundary", kind=kind, has_offer=False) for kind in kinds}) == len(kinds)
    assert not [text for text in said if "\\`" in text]


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("can I ask them to pay for my visa", "package"),
        ("is it legal to ask my current salary in California?", "range"),
        ("how much does a manager make in Denver", "median"),
        ("/median vice president of sales, Austin", "median"),
    ],
)
def test_what_only_sounds_like_it_is_answered(said: str, intent: str, say: Say) -> None:
    assert say(said).intent == intent


@pytest.mark.parametrize(
    "said", ["write me a script for the call", "vice president of sales", "my manager makes me work late"]
)
def test_other_words_are_no_boundary(said: str) -> None:
    assert boundary(said) is None


BUILT = [
    "i built a design-token pipeline with figma make and claude code that cut handoff time from 5 days to 1",
    "I built a tax assistant on Claude that cut filing errors by 40%",
    "we automated medication reminders with GPT-4 and missed doses fell by a third",
    "I wrote a weather forecast model that cut spoilt stock by 30%",
]


@pytest.mark.parametrize("said", BUILT)
def test_what_one_built_is_evidence_whatever_it_is_about(said: str, say: Say, store: Store) -> None:
    assert boundary(said) is None
    assert say(said).intent == "evidence"
    assert case_of(store).pack.workflows


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("debug my code please, I built it yesterday", "code"),
        ("I built my app and it fails, can you fix this bug", "code"),
        ("I made some money, should I invest in bitcoin", "investing"),
        ("I cut my hours and need tax advice", "tax"),
        ("I improved but still have panic attacks", "health"),
        ("I built a bot and I want to kill myself", "crisis"),
    ],
)
def test_work_told_beside_a_wish_excuses_no_wish(said: str, kind: str) -> None:
    assert boundary(said) == kind


def test_a_long_text_is_never_a_boundary() -> None:
    assert boundary("is this legal " + "and so on " * READ_AT_MOST) is None


def test_despair_is_heard_in_the_middle_of_an_interview(say: Say, store: Store) -> None:
    say("/evidence")
    assert say("I feel worthless").facts == BoundaryFacts("despair")
    held = case_of(store)
    assert held.question is not None  # it can be gone on with
    assert not held.pack.workflows


def test_a_recruiter_in_practice_may_be_asked_anything(say: Say) -> None:
    say(HARVEY)
    say("/practice hard")
    assert say("are you human?").facts.turn == 1


@pytest.mark.parametrize("said", ["hi", "Hello!", "hey there", "/start", "good morning"])
def test_a_first_greeting_offers_three_ways_to_start(said: str, say: Say, store: Store) -> None:
    reply = say(said)
    assert reply.intent == "help"
    assert labels(reply) == ["Look up a median", "Paste an offer", "Know what to say"]
    assert case_of(store) == Case()


def test_something_unclear_from_somebody_new_is_met_with_the_same_ways(say: Say, engine: Engine) -> None:
    reply = say("blah")
    assert reply.intent == "other"
    assert labels(reply) == labels(say("hi"))
    assert [click(engine, reply, at).intent for at in range(3)] == ["median", "offer", "range"]


def test_a_later_greeting_says_what_stands(say: Say) -> None:
    say(HARVEY)
    reply = say("hi again")
    assert "Harvey" in reply.text
    assert labels(reply)[0] == "Write the counter"


def test_help_is_still_the_whole_list(say: Say) -> None:
    text = say("/help").text
    assert all(f"`/{name}`" in text for name in COMMANDS)


@pytest.mark.parametrize("said", ["whats the weather like", "lol what", "asdf qwer", "don't forget me"])
def test_nothing_is_proposed_to_words_that_want_nothing_of_parley(said: str) -> None:
    assert proposals(said) == ()
