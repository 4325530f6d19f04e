"""An answer of the interview taken in: where it goes, what is never kept, and what is asked next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.commands.base import Outcome, Setting
from bot.commands.evidence_order import Order
from bot.commands.evidence_view import ask_step, level_of, show
from bot.memory.case import Case
from bot.playbook.evidence import Judged, Step, answered, follow_up, is_said, judged, next_step
from bot.playbook.pack import LONGEST
from bot.playbook.retold import without_lead
from bot.playbook.signals import signals
from bot.understand.told import names_pay

_RETOLD = ("", "anew", "specific")  # answers that tell a part from its beginning


def take(step: Step, words: str, case: Case, setting: Setting) -> Outcome:
    """An answer into its place, and the next question."""
    if problem := _problem(words):
        return ask_step(step, case, setting, problem=problem)
    step = _where_it_belongs(step, words)
    known = answered(case.pack, step, without_lead(words))
    return _after(step, replace(case, pack=known), setting)


def take_all(orders: tuple[Order, ...], case: Case, setting: Setting) -> Outcome:
    """Several parts told in one breath: all are kept, or none."""
    pack = case.pack
    for order in orders:
        if order.step is None:
            continue
        if problem := _problem(order.words):
            return ask_step(order.step, case, setting, problem=problem)
        pack = answered(pack, order.step, without_lead(order.words))
    known = replace(case, pack=pack)
    step = next_step(pack, level_of(known))
    return ask_step(step, known, setting) if step else show(known)


def _problem(words: str) -> str:
    """Why words are not kept: "long", "pay", or ""."""
    return "long" if len(words) > LONGEST else "pay" if names_pay(words) else ""


def _where_it_belongs(step: Step, words: str) -> Step:
    """The step that words answer: asked for tools, some tell what came of the work instead."""
    found = signals(words)
    if step.part == "tools" and not step.ask and "tool" not in found and found >= {"number", "change"}:
        return Step("outcome", step.number)
    return step


def _after(step: Step, case: Case, setting: Setting) -> Outcome:
    """What follows an answer: one more question where a part stands thin, the next step, or the pack."""
    part = _finished(step, case)
    if step.part == "what" and step.ask != "specific":
        part = next((each for each in _parts_of(step, case) if each.ask == "specific"), part)
    if part is not None and part.strength == "thin" and step.ask in ("", "anew"):
        more = follow_up(part)
        if more is not None:
            return ask_step(more, case, setting, noted=part)
    following = next_step(case.pack, level_of(case), step)
    if following is None:
        return show(case, heading="done", noted=part)
    return ask_step(following, case, setting, noted=part)


def _finished(step: Step, case: Case) -> Judged | None:
    """The part that an answer has made whole: a workflow when none of its steps is missing any more."""
    name = step.part if step.part in ("quality", "portability") else "workflow"
    later = [Step("tools", step.number), Step("outcome", step.number)] if name == "workflow" else []
    if step.ask in _RETOLD and not all(is_said(case.pack, each) for each in later):
        return None
    return next(_parts_of(step, case))


def _parts_of(step: Step, case: Case) -> Iterator[Judged]:
    """The part that a step belongs to, judged."""
    name = step.part if step.part in ("quality", "portability") else "workflow"
    parts = judged(case.pack, level_of(case))
    return (each for each in parts if each.part == name and each.number in (0, step.number))
