"""What `/evidence` shows: a step of the interview, the pack with its strengths, the four texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bot.commands.base import Outcome, Setting
from bot.commands.evidence_order import Text
from bot.commands.evidence_texts import NAMES, TITLES, Texts, one_text, texts_of
from bot.commands.judging import outside
from bot.memory.case import About, Case, Question
from bot.playbook.evidence import (
    Judged,
    Step,
    is_ai_work,
    is_said,
    judged,
    needed,
    next_step,
    position,
    said_at,
    steps,
    weak,
)
from bot.playbook.pack import MOST_WORKFLOWS, Pack
from bot.turn import Action, Button, Choice, File, Reply, Select
from bot.understand import ai
from bot.understand.roles import roles
from bot.voice import render

_PART_NAMES = {"quality": "How you knew", "portability": "Why it carries over"}


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """The pack, how strong its parts are, and where the interview stands.

    `needed` is how many workflows the level brings, at least and at most. `step` is the id of the
    question asked, `place` of `of`; "" where none is. `ai` says whether a workflow is AI work. `gaps`
    are those marked in the texts shown, `names` the places in them for a name or a subject.
    """

    pack: Pack
    needed: tuple[int, int]
    parts: tuple[Judged, ...]
    ai: bool
    step: str = ""
    place: int = 0
    of: int = 0
    texts: Texts | None = None
    gaps: int = 0
    names: int = 0


def about_of(case: Case) -> About:
    """The job the evidence is for: the offer's at hand, else the person's own, each filling in the other."""
    return case.offer_about.over(case.me)


def level_of(case: Case) -> str | None:
    """The level that says how many workflows are needed."""
    return about_of(case).level


def facts_of(case: Case) -> EvidenceFacts:
    """The pack judged, with no question open."""
    level = level_of(case)
    parts = judged(case.pack, level)
    return EvidenceFacts(
        case.pack, needed(level), parts, is_ai_work(case.pack), of=len(steps(case.pack, level))
    )


def ask_step(step: Step, case: Case, setting: Setting, **remarks: Any) -> Outcome:
    """Ask one question and leave it open.

    `remarks` is what is said before it: `noted` (a part that is now whole), `skipped` (the step that
    was), `problem` with the last answer, `others` (the steps beside the one asked that it told).
    """
    place, of = position(case.pack, level_of(case), step)
    text = render(
        "evidence_step",
        step=step,
        place=place,
        of=of,
        kept_as_it_was=bool(remarks.get("skipped")) and is_said(case.pack, remarks["skipped"]),
        first=not case.pack.workflows and not case.pack.quality and step.part == "what" and step.number == 1,
        needed=needed(level_of(case)),
        leads=needed(level_of(case))[0] > 1,
        kept=said_at(case.pack, step),
        family=_family(case),
        channel=setting.where == "channel",
        **_remarks(remarks),
    )
    facts = replace(facts_of(case), step=step.id, place=place, of=of)
    back = (Button("Back", "evidence.back", step.id),) if place > 1 else ()
    buttons = (
        Button("Skip", "evidence.skip", step.id),
        *back,
        Button("Stop here", "evidence.stop", step.id),
    )
    question = Question("evidence", step.part, step.id, setting.now, free=True)
    return Outcome(Reply(text, "evidence", facts=facts, actions=buttons), replace(case, question=question))


def show(case: Case, **remarks: Any) -> Outcome:
    """The pack as it stands, each part with its strength and the one question that would improve it.

    `remarks`: `heading` says what has just happened, `number` the workflow it was about.
    """
    facts = facts_of(case)
    about = about_of(case)
    best = next(weak(facts.parts), None)
    text = render(
        "evidence_show",
        facts=facts,
        pack=case.pack,
        workflows=dict(enumerate(case.pack.workflows, 1)),
        best=best,
        wants_ai=bool(about.ai) or about.role in ai.AI_ROLES,
        empty=case.pack == Pack(),
        heading=remarks.get("heading", ""),
        number=remarks.get("number", 0),
        noted=remarks.get("noted"),
        skipped=remarks.get("skipped"),
    )
    reply = Reply(text, "evidence", facts=facts, actions=_actions(case))
    return Outcome(reply, replace(case, question=None))


def write(case: Case, which: Text, to: str = "") -> Outcome:
    """The four texts, or the one asked for; `to` is the name a thank-you note is for."""
    facts = facts_of(case)
    if case.pack == Pack():
        text = render("evidence_empty")
        start = Button("Start", "evidence.go", primary=True)
        return Outcome(Reply(text, "evidence", facts=facts, actions=(start,)), case)
    texts = texts_of(case, to)
    shown = {title: getattr(texts, kind) for kind, title in TITLES.items() if which in ("", kind)}
    gaps = sum(text.count("[GAP:") for text in shown.values())
    names = sum(text.count(name) for text in shown.values() for name in NAMES)
    text = render("evidence_texts", shown=shown, gaps=gaps, names=names, one=bool(which))
    content = "\n\n\n".join(f"{title.upper()}\n\n{words_}" for title, words_ in shown.items())
    others = () if which else tuple(one_text())
    actions: tuple[Action, ...] = (*others, Button("Show the pack", "evidence.show"))
    if next_step(case.pack, level_of(case)):
        actions = (Button("Fill the gaps", "evidence.go", primary=True), *actions)
    file = File("evidence.txt", content, shown=True)
    reply = Reply(
        text,
        "evidence",
        facts=replace(facts, texts=texts, gaps=gaps, names=names),
        actions=actions,
        file=file,
    )
    return Outcome(reply, replace(case, question=None))


def parts_to_redo(pack: Pack) -> tuple[Choice, ...]:
    """Every part that was told, to tell it again."""
    several = len(pack.workflows) > 1
    found = [
        Choice(f"Workflow {number}" if several else "The workflow", Step("what", number, "anew").id)
        for number, each in enumerate(pack.workflows, 1)
        if each.what
    ]
    found += [Choice(name, part) for part, name in _PART_NAMES.items() if getattr(pack, part)]
    return tuple(found)


def _actions(case: Case) -> tuple[Action, ...]:
    pack, level = case.pack, level_of(case)
    if pack == Pack():
        return (Button("Start", "evidence.go", primary=True),)
    found: list[Action] = []
    if next_step(pack, level):
        found.append(Button("Go on", "evidence.go", primary=True))
    elif any(part.ask for part in judged(pack, level)):
        found.append(Button("Make it stronger", "evidence.improve"))
    found.append(Button("Write the four texts", "evidence.texts", primary=not found))
    if len(pack.workflows) < min(needed(level)[1], MOST_WORKFLOWS) and all(
        each.what for each in pack.workflows
    ):
        found.append(Button("Add a workflow", "evidence.add"))
    if redo := parts_to_redo(pack):
        found.append(Select("Tell a part again", "evidence.redo", redo))
    found.append(Button("Delete it all", "evidence.clear"))
    return tuple(found)


def _family(case: Case) -> str:
    """The family whose examples a question gives: of the role, or "other" for a job outside the table."""
    about = about_of(case)
    if about.role:
        return roles()[about.role].family
    return "other" if case.offer is not None and outside(case.offer) else ""


def _remarks(given: dict[str, Any]) -> dict[str, Any]:
    return {"noted": None, "skipped": None, "problem": "", "others": ()} | given
