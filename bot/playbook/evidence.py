"""The evidence pack judged and asked for: its steps, how much a level needs, how strong each part is.

Playbook, section 2. Pure rules over the person's words: a part is judged by what stands in it (a
number, a tool, whom it helped, a before and after, a way of measuring), never by how it sounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from bot.playbook.pack import MOST_WORKFLOWS, Pack, Workflow, joined
from bot.playbook.signals import NAME_DROPPING, buzzwords, figures, says_ai, signals, tools

Part = Literal["what", "tools", "outcome", "quality", "portability"]
Strength = Literal["strong", "fair", "thin", "missing"]
Ask = Literal[
    "what", "specific", "number", "effect", "tool", "quality", "measure", "result", "compared", "portability",
    "common", "again",
]  # fmt: skip
Needed = tuple[int, int]

OF_WORKFLOW: Final[tuple[Part, ...]] = ("what", "tools", "outcome")
_AFTER: Final[tuple[Part, ...]] = ("quality", "portability")
_STRONG: Final = 4  # points, see `_workflow`, `_quality` and `_portability`
_FAIR: Final = 2
_ID = re.compile(r"(what|tools|outcome|quality|portability)([1-9]?)(?:\+([a-z]{1,12}))?")


@dataclass(frozen=True, slots=True)
class Step:
    """One question: the part it fills, the workflow's number from 1 (0 for the two other parts).

    `ask` is the question that would improve an answer already given, or "anew" where a whole workflow
    is told again.
    """

    part: Part
    number: int = 0
    ask: str = ""

    @property
    def id(self) -> str:
        """The step as a short word: "tools2", "quality+measure"."""
        return f"{self.part}{self.number or ''}{f'+{self.ask}' if self.ask else ''}"


@dataclass(frozen=True, slots=True)
class Judged:
    """One part and how strong it is: `part` "workflow" with its `number`, "quality" or "portability".

    `ask` is the one question that would improve it, "" where nothing need be.
    """

    part: Literal["workflow", "quality", "portability"]
    number: int
    strength: Strength
    ask: Ask | Literal[""]


def step_of(id_: str) -> Step | None:
    """The step of an id; None where it is none."""
    found = _ID.fullmatch(id_)
    if found is None or bool(found[2]) != (found[1] in OF_WORKFLOW):
        return None
    return Step(found[1], int(found[2] or 0), found[3] or "")  # type: ignore[arg-type]


def needed(level: str | None) -> Needed:
    """How many workflows a level brings, at least and at most: a leader two or three, others one or two."""
    if level in ("director", "vp", "executive"):
        return 2, 3
    return (2, 2) if level == "manager" else (1, 2)


def steps(pack: Pack, level: str | None) -> tuple[Step, ...]:
    """All questions in their order: three a workflow, then how it was known and why it carries over."""
    count = max(needed(level)[0], len(pack.workflows))
    each = (Step(part, number) for number in range(1, count + 1) for part in OF_WORKFLOW)
    return (*each, *(Step(part) for part in _AFTER))


def is_said(pack: Pack, step: Step) -> bool:
    """Whether a step needs no asking: it was answered, or another answer of the workflow says it."""
    if step.part in _AFTER:
        return bool(getattr(pack, step.part))
    if step.number > len(pack.workflows):
        return False
    workflow = pack.workflows[step.number - 1]
    if getattr(workflow, step.part):
        return True
    if step.part == "tools":
        return bool(tools(joined(workflow.what, workflow.outcome)))
    return step.part == "outcome" and bool(figures(workflow.what)) and "change" in signals(workflow.what)


def next_step(pack: Pack, level: str | None, after: Step | None = None) -> Step | None:
    """The first step still missing, or the first one behind `after`; None where none is.

    A workflow that is skipped is skipped whole, and those behind it.
    """
    plan = steps(pack, level)
    start = 0
    if after is not None:
        at = Step(after.part, after.number)
        start = plan.index(at) + 1 if at in plan else len(plan)
    for step in plan[start:]:
        if is_said(pack, step):
            continue
        untold = step.part in OF_WORKFLOW and not _told(pack, step.number)
        if not untold or (
            step.part == "what" and (after is None or _told(pack, after.number) or not after.number)
        ):
            return step
    return None


def step_before(pack: Pack, level: str | None, step: Step) -> Step | None:
    """The step before this one, answered or not; None before the first."""
    plan = steps(pack, level)
    at = Step(step.part, step.number)
    place = plan.index(at) if at in plan else 0
    return plan[place - 1] if place else None


def position(pack: Pack, level: str | None, step: Step) -> tuple[int, int]:
    """Where a step stands: (2, 5) for the second of five. One of a workflow not begun counts it in."""
    more = max(step.number - max(needed(level)[0], len(pack.workflows)), 0) * len(OF_WORKFLOW)
    of = len(steps(pack, level)) + more
    if step.part in _AFTER:
        return of - len(_AFTER) + 1 + _AFTER.index(step.part), of
    return (step.number - 1) * len(OF_WORKFLOW) + 1 + OF_WORKFLOW.index(step.part), of


def said_at(pack: Pack, step: Step) -> str:
    """The words kept for a step, "" where there are none."""
    if step.part in _AFTER:
        return str(getattr(pack, step.part))
    return (
        str(getattr(pack.workflows[step.number - 1], step.part)) if step.number <= len(pack.workflows) else ""
    )


def answered(pack: Pack, step: Step, words: str) -> Pack:
    """The pack with an answer in its place; a number or a comparison asked for later is added to it.

    A workflow beyond the last becomes the next one.
    """
    if step.part in _AFTER:
        had = said_at(pack, step) if step.ask else ""
        whole = joined(had, words) if had else words
        return replace(pack, quality=whole) if step.part == "quality" else replace(pack, portability=whole)
    workflows = list(pack.workflows)
    number = min(step.number, len(workflows) + 1, MOST_WORKFLOWS)
    if number > len(workflows):
        workflows.append(Workflow(""))
    before = workflows[number - 1]
    if step.ask == "anew":
        workflows[number - 1] = Workflow(words)
    elif step.ask in ("number", "effect") and before.outcome:
        workflows[number - 1] = replace(before, outcome=joined(before.outcome, words))
    else:
        workflows[number - 1] = replace(before, **{step.part: words})
    return replace(pack, workflows=tuple(workflows))


def dropped(pack: Pack, step: Step) -> Pack:
    """The pack without the part a step belongs to: its workflow whole; the same where there is none."""
    if step.part == "quality":
        return replace(pack, quality="")
    if step.part == "portability":
        return replace(pack, portability="")
    kept = tuple(each for at, each in enumerate(pack.workflows, 1) if at != step.number)
    return replace(pack, workflows=kept)


def judged(pack: Pack, level: str | None) -> tuple[Judged, ...]:
    """Every part with its strength: the workflows a level needs or that were told, then the two others."""
    count = max(needed(level)[0], len(pack.workflows))
    told = (*pack.workflows, *(Workflow("") for _ in range(count - len(pack.workflows))))
    return (
        *(_workflow(each, number) for number, each in enumerate(told, 1)),
        _quality(pack.quality),
        _portability(pack),
    )


def follow_up(part: Judged) -> Step | None:
    """The step that asks for what would improve a part, where that is one answer."""
    if not part.ask:
        return None
    field: dict[str, Part] = {"tool": "tools", "number": "outcome", "effect": "outcome"}
    if part.part == "workflow":
        return Step(field.get(part.ask, "what"), part.number, part.ask)
    return Step(part.part, 0, part.ask)


def is_ai_work(pack: Pack) -> bool:
    """Whether a workflow in the pack is work with AI: what the AI-skilled median pays for."""
    return any(says_ai(joined(each.what, each.tools, each.outcome)) for each in pack.workflows)


def _told(pack: Pack, number: int) -> bool:
    return 0 < number <= len(pack.workflows) and bool(pack.workflows[number - 1].what)


def _workflow(workflow: Workflow, number: int) -> Judged:
    """A number counts two points, a tool one, whom or what it changed one; 4 are strong, 2 fair.

    Where what was built is told without words of content, or in buzzwords alone, it is thin whatever
    else it has.
    """
    if not workflow.what:
        return Judged("workflow", number, "missing", "what")
    text = joined(workflow.what, workflow.outcome)
    found = signals(text)
    of_what = signals(workflow.what)
    hollow = len(buzzwords(workflow.what)) >= NAME_DROPPING and not of_what & {"number", "tool"}
    tool = bool(workflow.tools) or "tool" in found
    effect = bool(found & {"user", "change"})
    points = 2 * ("number" in found) + tool + effect
    if "specific" not in of_what or hollow:
        return Judged("workflow", number, "thin", "specific")
    ask: Ask = "number" if "number" not in found else "effect" if not effect else "tool"
    return Judged("workflow", number, *_graded(points, ask))


def _quality(text: str) -> Judged:
    """A way of measuring counts two points, a number one, a comparison or a count of cases one."""
    if not text:
        return Judged("quality", 0, "missing", "quality")
    found = signals(text)
    compared = bool(found & {"change", "sample"})
    points = 2 * ("measure" in found) + ("number" in found) + compared
    ask: Ask = "measure" if "measure" not in found else "result" if "number" not in found else "compared"
    return Judged("quality", 0, *_graded(points if len(text.split()) > _FAIR else 1, ask))


def _portability(pack: Pack) -> Judged:
    """What it needs elsewhere and where it was done again count two points each, a named tool one."""
    if not pack.portability:
        return Judged("portability", 0, "missing", "portability")
    found = signals(pack.portability)
    points = 2 * ("transfer" in found) + 2 * ("again" in found) + ("tool" in found)
    enough = points if len(pack.portability.split()) > _FAIR else 1
    ask: Ask = "again" if "transfer" in found or "tool" in found else "common"
    return Judged("portability", 0, *_graded(enough + (enough > _FAIR), ask))


def _graded(points: int, ask: Ask) -> tuple[Strength, Ask | Literal[""]]:
    if points >= _STRONG:
        return "strong", ""
    return ("fair" if points >= _FAIR else "thin"), ask


def weak(parts: tuple[Judged, ...]) -> Iterator[Judged]:
    """The parts worth one more answer, the most telling first: missing, thin, fair."""
    for strength in ("missing", "thin", "fair"):
        yield from (each for each in parts if each.strength == strength)
