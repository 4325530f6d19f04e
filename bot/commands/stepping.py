"""Stepping out of what is open: cancel, start over, a new offer, one step back; and what stands then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from bot.commands import correct
from bot.commands.about import understood
from bot.commands.amending.shapes import Undo
from bot.commands.base import Ask, Outcome, Respond, Setting
from bot.commands.judging import company_of
from bot.commands.keeping import MOST_DRAFTS
from bot.commands.shelf import shelved, slim
from bot.commands.verdict import PASTE
from bot.commands.welcome import greet
from bot.memory.case import About, Case, Draft, Question
from bot.offers.offer import Offer
from bot.turn import Action, Reply
from bot.understand.steering import Step
from bot.voice import render

Did = Literal["left", "put_aside", "made_room", "nothing"]

# What a practice talk and an interview make of such words themselves, in words that they know.
_NATIVE: dict[str, dict[Step, str]] = {
    "evidence": {"over": "redo 1", "back": "back", "undo": "back", "stop": "stop", "later": "stop"},
    "practice": {"over": "again", "back": "back", "undo": "back", "stop": "stop"},
}
_OF_A_FREE_QUESTION: dict[Step, str] = {"stop": "stop", "later": "stop"}


@dataclass(frozen=True, slots=True)
class StandsFacts:
    """What a step did, and what stands afterwards.

    `left` is the command whose question was closed, "" where none was open. `aside` are the companies of
    the offers put aside by this step (None: one without a name), `offer` says whether one is at hand and
    `company` whose. `looked_up` is the cell last looked up, in words. `can_undo` says whether "undo"
    brings an earlier state of an offer back.
    """

    did: Did
    left: str = ""
    aside: tuple[str | None, ...] = ()
    offer: bool = False
    company: str | None = None
    looked_up: str = ""
    can_undo: bool = False


def native(step: Step, asking: Question | None) -> str | None:
    """What a question that any words answer is told instead of the step; None where the step leaves it."""
    if asking is None or not asking.free:
        return None
    return _NATIVE.get(asking.command, _OF_A_FREE_QUESTION).get(step)


def stepped(step: Step, case: Case, asking: Question | None) -> Respond | None:
    """The handler for a step (but a greeting) outside a talk of its own; None where the words mean nothing.

    "Back" and "undo" close an open question, or else take the last change back; "undo" the other way
    about. "Later" and "no thanks" say nothing where no question is open.
    """
    nothing_else = step == "undo" and asking is None and case.offer is not None
    if step in ("back", "undo") and (case.before or nothing_else):
        of_the_offer = asking is None or asking.command == "offer"  # a verdict ends on it, after the change
        return correct.correcting(Undo()) if step == "undo" or of_the_offer else partial(_left, asking)
    if step == "later" and asking is None:
        return None
    return {"over": _over, "new": _new}.get(step, partial(_left, asking))


def _left(asking: Question | None, _ask: Ask, case: Case, _setting: Setting) -> Outcome:
    left = asking.command if asking is not None else ""
    return _stands(replace(case, question=None), "left" if left else "nothing", left=left)


def _over(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    left = case.question.command if case.question and case.question.stands(setting.now) else ""
    companies = _at_hand(case)
    now = put_aside(case)
    if not companies and now == case:
        return greet(Ask(), now, setting)
    return _stands(now, "put_aside", left=left, aside=companies)


def _new(_ask: Ask, case: Case, _setting: Setting) -> Outcome:
    return _stands(put_aside(case), "made_room", aside=_at_hand(case))


def _at_hand(case: Case) -> tuple[str | None, ...]:
    offers = (*((case.offer,) if case.offer else ()), *case.others)
    return tuple(company_of(each) for each in offers)


def put_aside(case: Case) -> Case:
    """The case with nothing at hand and no question open: its offers on the shelf, "undo" brings them back.

    What is known of the person stays. The counter to a company without a name goes: it could not be told
    from one to the next.
    """
    case = replace(case, question=None, looked_up=None, looked_up_by="median", last=None)
    if case.offer is None:
        return case
    _, shelf = shelved(case, Offer())
    now = Draft(slim(case.offer), case.offer_about, case.said, tuple(map(slim, case.others)), case.shelf)
    named = case.offer.company is not None
    return replace(
        case,
        offer=None,
        offer_about=About(),
        said={},
        others=(),
        shelf=shelf,
        before=(*case.before, now)[-MOST_DRAFTS:],
        sent=case.sent if named else None,
        answered=case.answered if named else None,
    )


def _stands(case: Case, did: Did, *, left: str = "", aside: tuple[str | None, ...] = ()) -> Outcome:
    """What was done in one line, and what stands now."""
    facts = StandsFacts(
        did,
        left,
        aside,
        offer=case.offer is not None,
        company=company_of(case.offer) if case.offer else None,
        looked_up=understood(case.looked_up) if case.looked_up and case.looked_up.role else "",
        can_undo=bool(case.before),
    )
    text = render("stands", facts=facts, keeps=case.me != About() or case.floor is not None)
    actions: tuple[Action, ...] = (PASTE,) if case.offer is None else ()
    return Outcome(Reply(text, "other", facts=facts, actions=actions), case)
