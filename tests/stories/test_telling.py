"""The reader of stories: what it lets pass and what it stops at."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.turn import Button, Reply
from tests.stories.telling import Story, Told, at, check, check_kept, holds_anyway, less, said, same, up

STORY = Story("none", turns=(), variations=(), unsaid=("£",), unwritten=("98k",))


@dataclass(frozen=True, slots=True)
class _Figure:
    kind: str
    ask: tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Facts:
    base: float
    median: float
    levers: tuple[_Figure, ...] = (_Figure("equity", (1, 2)), _Figure("sign_on", (3, 4)))


FACTS = _Facts(210_000, 207_750)


def test_a_path_leads_through_lists_by_name_and_by_place() -> None:
    assert at(FACTS, "levers.sign_on.ask") == (3, 4)
    assert at(FACTS, "levers.0.ask.1") == 2
    for nowhere in ("levers.title.ask", "levers.7", "floor"):
        with pytest.raises(AssertionError, match="on the way to"):
            at(FACTS, nowhere)


def test_a_path_leads_through_facts_as_json_prints_them() -> None:
    printed = {"offer": {"base_amount": 170_000}, "levers": [{"kind": "equity", "ask": [1, 2]}]}
    assert at(printed, "offer.base_amount") == 170_000
    assert at(printed, "levers.equity.ask") == [1, 2]
    with pytest.raises(AssertionError, match="on the way to"):
        at(printed, "offer.sign_on")


def test_what_a_turn_leaves_is_held_against_the_case() -> None:
    case = Case(floor=150_000, offer=Offer(company="Acme", base_amount=170_000))
    check_kept(said("x", "offer", kept={"floor": 150_000, "offer.company": "Acme", "question": None}), case)
    for wrong in ({"floor": 151_000}, {"offer": None}, {"question.command": "median"}):
        with pytest.raises(AssertionError):
            check_kept(said("x", "offer", kept=wrong), case)


def test_arithmetic_is_on_the_replys_own_figures() -> None:
    assert less("base", "median")(FACTS) == 2_250
    assert up("median")(FACTS) == 208_000
    assert same((0.1 + 0.2, 1), (0.3, 1))
    assert not same(1, 1.001)


@pytest.mark.parametrize(
    "wrong",
    [
        said("x", "median"),
        said("x", "offer", {"base": 211_000}),
        said("x", "offer", {"base": up("median")}),
        said("x", "offer", {"floor": 1}),
        said("x", "offer", shows=("no such words",)),
        said("x", "offer", letter=("no such words",)),
        said("x", "offer", hides=("The base",)),
        said("x", "offer", offers=("Undo",)),
        said("x", "offer", slots={"company": "Acme"}),
    ],
)
def test_a_wrong_expectation_is_stopped_at(wrong: Told) -> None:
    reply = Reply("The base is good.", "offer", facts=FACTS)
    check(said("x", "offer", {"base": 210_000}, shows=("is good",)), reply, STORY)
    with pytest.raises(AssertionError):
        check(wrong, reply, STORY)


@pytest.mark.parametrize(
    "reply",
    [
        Reply("The base is £5.", "offer"),
        Reply("Good.", "offer", private=False),
        Reply(" ", "offer"),
        Reply("Good.", "offer", actions=(Button("Go", "offer.nowhere"),)),
    ],
)
def test_what_no_reply_may_be(reply: Reply) -> None:
    with pytest.raises(AssertionError):
        _whole(reply)


def _whole(reply: Reply) -> None:
    check(said("x", "offer"), reply, STORY)
    holds_anyway(reply, STORY)
