"""`/evidence`: the evidence pack told a step at a time, judged, and written out four ways.

Any words answer an open step. Nothing is kept that may name pay, nor what is clearly no answer: an
offer pasted meanwhile goes to `/offer`, a question to the command it asks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.commands import offer as offers
from bot.commands.base import Ask, Command, Option, Outcome, Respond, Setting
from bot.commands.evidence_order import KINDS, Do, Order, read_order
from bot.commands.evidence_phrases import ASIDE
from bot.commands.evidence_taking import take, take_all
from bot.commands.evidence_view import ask_step, facts_of, level_of, show, write
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.reader import Reading
from bot.offers.reader import read as read_offer
from bot.playbook.evidence import (
    Step,
    dropped,
    follow_up,
    judged,
    next_step,
    step_before,
    step_of,
    weak,
)
from bot.playbook.pack import MOST_WORKFLOWS, Pack
from bot.playbook.sentences import tells_of_work
from bot.playbook.signals import signals
from bot.turn import Button, Reply
from bot.understand.intent import intent
from bot.voice import render

_ASKS = re.compile(
    r"(?:what|whats|what['’]s|how much|how many|is|are|should|can you|could you|show me|write|compare|check"
    r"|judge)\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(r"\b(?:offer(?:ed|s)?|verbal|base)\b", re.IGNORECASE)
_FEW = 14  # words of a question that is meant for another command


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Carry out an order, take an answer, or start the interview where it is missing something."""
    said = ask.words
    open_ = _open(ask, case, setting)
    aside = ASIDE.fullmatch(said.strip(" .!?,"))
    if ask.known and not aside and (elsewhere := _elsewhere(said, case, setting)):
        return elsewhere
    order = read_order(said, case.pack, level_of(case), open_=open_, spoken=ask.spoken and not ask.known)
    return _do(order, case, setting)


def _open(ask: Ask, case: Case, setting: Setting) -> Step | None:
    """The step that words answer: of the question they came for, or the one that stands open."""
    asking = case.question
    if ask.known:
        return step_of(ask.known)
    standing = asking is not None and asking.command == "evidence" and asking.stands(setting.now)
    return step_of(asking.known) if standing and asking is not None and not ask.spoken else None


def _do(order: Order, case: Case, setting: Setting) -> Outcome:
    if order.more:
        told = (order, *order.more)
        amiss = next((replace(each, more=()) for each in told if each.do != "give"), None)
        return _do(amiss, case, setting) if amiss else take_all(told, case, setting)
    return _HANDLERS.get(order.do, _go)(order, case, setting)


def _go(_order: Order, case: Case, setting: Setting) -> Outcome:
    """The first step that is missing, or the pack where none is."""
    step = next_step(case.pack, level_of(case))
    return ask_step(step, case, setting) if step else show(case)


def _at(order: Order, case: Case, setting: Setting, problem: str = "") -> Outcome:
    if order.step is None or order.step.number > len(case.pack.workflows) + 1:
        return show(case)
    return ask_step(order.step, case, setting, problem=problem)


def _past(order: Order, case: Case, setting: Setting) -> Outcome:
    if order.step is None:
        return _go(order, case, setting)
    following = next_step(case.pack, level_of(case), order.step)
    if following is None:
        return show(case, heading="done", skipped=order.step)
    return ask_step(following, case, setting, skipped=order.step)


def _back(order: Order, case: Case, setting: Setting) -> Outcome:
    before = step_before(case.pack, level_of(case), order.step) if order.step else None
    step = before or order.step
    return ask_step(step, case, setting) if step else _go(order, case, setting)


def _stopped(case: Case) -> Outcome:
    left = next_step(case.pack, level_of(case))
    text = render("evidence_stopped", empty=case.pack == Pack(), left=left is not None)
    buttons = (Button("Show the pack", "evidence.show"), Button("Go on", "evidence.go"))
    reply = Reply(text, "evidence", facts=facts_of(case), actions=buttons)
    return Outcome(reply, replace(case, question=None))


def _improve(order: Order, case: Case, setting: Setting) -> Outcome:
    """The one question that would help most."""
    for part in weak(judged(case.pack, level_of(case))):
        step = follow_up(part) if part.strength != "missing" else None
        if step is not None:
            return ask_step(step, case, setting, noted=part)
    return _go(order, case, setting)


def _drop(order: Order, case: Case) -> Outcome:
    step = order.step or Step("what", order.number)
    return show(replace(case, pack=dropped(case.pack, step)), heading="dropped", number=step.number)


def _clear(_order: Order, case: Case, _setting: Setting) -> Outcome:
    had = case.pack != Pack()
    kept = replace(case, pack=Pack(), question=None)
    text = render("evidence_cleared", had=had)
    start = Button("Start anew", "evidence.go")
    return Outcome(Reply(text, "evidence", facts=facts_of(kept), actions=(start,)), kept)


def _add(case: Case, setting: Setting) -> Outcome:
    """One more workflow, from its first question."""
    untold = (at for at, each in enumerate(case.pack.workflows, 1) if not each.what)
    number = next(untold, len(case.pack.workflows) + 1)
    if number > MOST_WORKFLOWS:
        return show(case, heading="full", number=MOST_WORKFLOWS)
    return ask_step(Step("what", number), case, setting)


def _unclear(words: str, case: Case) -> Outcome:
    text = render("evidence_unclear", words=words[:60], empty=case.pack == Pack())
    buttons = (Button("Go on", "evidence.go"), Button("Show the pack", "evidence.show"))
    return Outcome(Reply(text, "evidence", facts=facts_of(case), actions=buttons), case)


def _elsewhere(said: str, case: Case, setting: Setting) -> Outcome | None:
    """The answer of another command, where the words are clearly for that: an offer, a question on pay."""
    closed = replace(case, question=None)
    found = read_offer(said) if re.search(r"\d", said) else Reading()
    if found.offers and _is_offer(said, found.offers[0]):
        return offers.respond(Ask(said, spoken=True, found=found), closed, setting)
    from bot.commands import COMMANDS  # noqa: PLC0415 - the table this command stands in

    words = said.lower().split()
    asks = said.rstrip().endswith("?") or _ASKS.match(said.strip()) or words[:1] == [intent(said)]
    meant = intent(said) if len(words) <= _FEW and asks else None
    command = COMMANDS.get(meant or "")
    if command is None or command is COMMAND or tells_of_work(said):
        return None
    return command.respond(Ask(said, spoken=True), closed, setting)


def _is_offer(said: str, found: Offer) -> bool:
    """Whether the words are an offer and no sentence on work with a sum in it."""
    if found.base_amount is None and found.base_low is None:
        return False
    terms = (found.bonus_pct, found.bonus_amount, found.sign_on, found.equity_kind, found.title)
    worked = tells_of_work(said) or "change" in signals(said)
    return bool(_OFFERED.search(said)) or (any(terms) and not worked)


def _clear_first(_order: Order, case: Case, setting: Setting) -> Outcome:
    """Ask once before a button deletes what took a while to tell."""
    if case.pack == Pack():
        return _clear(_order, case, setting)
    buttons = (Button("Yes, delete it", "evidence.cleared"), Button("Keep it", "evidence.show", primary=True))
    return Outcome(Reply(render("evidence_clear"), "evidence", facts=facts_of(case), actions=buttons), case)


_HANDLERS: Mapping[Do, Callable[[Order, Case, Setting], Outcome]] = {
    "give": take,
    "again": lambda order, case, setting: _at(order, case, setting, problem="aside"),
    "skip": _past,
    "back": _back,
    "redo": _at,
    "stop": lambda _order, case, _setting: _stopped(case),
    "show": lambda _order, case, _setting: show(case),
    "texts": lambda order, case, _setting: write(case, order.text, order.to),
    "improve": _improve,
    "drop": lambda order, case, _setting: _drop(order, case),
    "clear": _clear,
    "add": lambda _order, case, setting: _add(case, setting),
    "none_such": lambda order, case, _setting: show(case, heading="none_such", number=order.number),
    "help": lambda _order, case, _setting: _unclear("", case),
    "unclear": lambda order, case, _setting: _unclear(order.words, case),
}


_BUTTONS: tuple[Do, ...] = ("show", "texts", "improve", "add", "redo", "skip", "back", "stop")


def _button(answer: Callable[[Order, Case, Setting], Outcome]) -> Respond:
    """What a button does: its value is a step's id or the kind of a text."""

    def pressed(ask: Ask, case: Case, setting: Setting) -> Outcome:
        step = step_of(ask.known)
        kind = ask.known if step is None and ask.known in KINDS else ""
        return answer(Order("go", step, text=kind), case, setting)

    return pressed


COMMAND = Command(
    name="evidence",
    summary="Your work as evidence, a question at a time: resume, LinkedIn, talking points, thank-you note",
    respond=respond,
    options=(
        Option("with", "text", "An answer, or: show, texts, improve, redo tools, drop workflow 1, clear"),
    ),
    example="/evidence",
    clicks={
        **{do: _button(_HANDLERS[do]) for do in _BUTTONS},
        "go": _button(_go),
        "clear": _button(_clear_first),
        "cleared": _button(_clear),
    },
)
