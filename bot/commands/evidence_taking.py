"""An answer of the interview taken in: where it goes, what is never kept, and what is asked next."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from bot.commands.base import Outcome, Setting
from bot.commands.evidence_order import Order
from bot.commands.evidence_view import ask_step, level_of, show
from bot.memory.case import Case
from bot.playbook.evidence import Judged, Step, answered, follow_up, is_said, judged, next_step
from bot.playbook.evidence_sorting import Told, sorted_out
from bot.playbook.pack import LONGEST, Pack
from bot.playbook.retold import without_lead
from bot.understand.told import names_pay

_RETOLD = ("", "anew", "specific")  # answers that tell a part from its beginning


def take(order: Order, case: Case, setting: Setting) -> Outcome:
    """An answer into its place, what it tells of other parts into theirs, and the next question.

    Where it tells other parts alone, what was asked is asked again.
    """
    step = order.step or Step("what", 1)
    if problem := _problem(order.words):
        return ask_step(step, case, setting, problem=problem)
    told = _sorted(order, step, case.pack)
    known = replace(case, pack=_with(told, case.pack))
    others = tuple(each.step for each in told if each.step != step)
    if len(others) == len(told):
        return ask_step(step, known, setting, problem="elsewhere", others=others)
    return _after(step, known, setting, others)


def take_all(orders: tuple[Order, ...], case: Case, setting: Setting) -> Outcome:
    """Several parts told in one breath: all are kept, or none."""
    pack = case.pack
    labelled = {order.step for order in orders if order.labelled and order.step}
    for order in orders:
        if order.step is None:
            continue
        if problem := _problem(order.words):
            return ask_step(order.step, case, setting, problem=problem)
        pack = _with(_sorted(order, order.step, pack, labelled), pack)
    known = replace(case, pack=pack)
    step = next_step(pack, level_of(known))
    return ask_step(step, known, setting) if step else show(known)


def _sorted(order: Order, step: Step, pack: Pack, taken: Collection[Step] = ()) -> tuple[Told, ...]:
    """What an answer tells, a part each; words with a label are of that part, whatever they say."""
    words = without_lead(order.words)
    return (Told(step, words),) if order.labelled else sorted_out(step, words, pack, taken)


def _with(told: tuple[Told, ...], pack: Pack) -> Pack:
    for each in told:
        pack = answered(pack, each.step, each.words)
    return pack


def _problem(words: str) -> str:
    """Why words are not kept: "long", "pay", or ""."""
    return "long" if len(words) > LONGEST else "pay" if names_pay(words) else ""


def _after(step: Step, case: Case, setting: Setting, others: tuple[Step, ...] = ()) -> Outcome:
    """What follows an answer: one more question where a part stands thin, the next step, or the pack."""
    part = _finished(step, case)
    if step.part == "what" and step.ask != "specific":
        part = next((each for each in _parts_of(step, case) if each.ask == "specific"), part)
    if part is not None and part.strength == "thin" and step.ask in ("", "anew"):
        more = follow_up(part)
        if more is not None:
            return ask_step(more, case, setting, noted=part, others=others)
    following = next_step(case.pack, level_of(case), step)
    if following is None:
        return show(case, heading="done", noted=part)
    return ask_step(following, case, setting, noted=part, others=others)


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
