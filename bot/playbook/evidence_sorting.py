"""Which part of the evidence a sentence tells, whatever part was asked for: work, tools, outcome, proof, why.

People tell their work out of order, or all of it in one go. A sentence leaves the part asked for only where
it clearly is another one's, and only for a place that is still empty: said again, it stays with the question.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from bot.playbook.evidence import Part, Step, is_said, said_at
from bot.playbook.evidence_cues import (
    carries_over,
    lists_tools,
    proof_points,
    tells_what_was_made,
    tools_in,
    was_taken_up,
)
from bot.playbook.pack import MOST_WORKFLOWS, Pack
from bot.playbook.sentences import tells_of_work
from bot.playbook.signals import figures, signals

_CLEARLY: Final = 4  # points of `proof_points` from which a sentence is proof, whatever was asked
_OF_WORK: Final = 5  # up to which what somebody made is work all the same: "I ran an audit of 12 sites"
_LIKELY: Final = 3  # from which it is, where the work was told right before it

_ABBREVIATED = r"(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bvs\.)(?<!\bapprox\.)(?<!\bincl\.)(?<!\bno\.)(?<!\bca\.)"
_BREAK = re.compile(
    rf"(?<=[^\W_]{{2}}[.!?])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bSt\.){_ABBREVIATED}\s+|(?<=[%)\d][.!?])\s+"
    r"|\s{0,3}\n+\s{0,3}|;\s+|,\s+",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\b(?:also|another|second)\b", re.IGNORECASE)
_FROM_TO = re.compile(r"\bfrom\b.{1,60}\bto\b|\bdown to\b|->|\u2192|\bused to\b.{1,60}\bnow\b", re.IGNORECASE)
_NOTED = re.compile(r"\d ?%? ?(?:to|->|\u2192) ?[$€£]?\d")
_WE = re.compile(r"(?:i|we)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """Words for a step, as they were said."""

    step: Step
    words: str


def sorted_out(step: Step, words: str, pack: Pack, taken: Collection[Step] = ()) -> tuple[Told, ...]:
    """The parts an answer to `step` tells, that step's first where it is among them.

    Words that belong nowhere else stay with the step, as they were said. No words go to a place that holds
    some already, or to one of `taken`: but tools are added to those known.
    """
    clauses = _clauses(words)
    parts: dict[Step, str] = {}
    before: Told | None = None
    for at, clause in enumerate(clauses):
        asked = _Asked(step, pack, before.step.part if before else None)
        part = asked.part_of(clause, _with_its_run(clauses, at))
        place = before.step if part is None and before else asked.place(part or step.part, taken) or step
        goes_on = before is not None and before.step == place
        parts[place] = (
            f"{parts[place]}{clause.mark if goes_on else '. '}{clause.words}"
            if place in parts
            else clause.words
        )
        before = Told(place, clause.words)
    if len(parts) <= 1:  # all of it is of one part
        parts = dict.fromkeys(parts or (step,), words)
    told = (Told(place, _added(place, said, pack)) for place, said in parts.items())
    return tuple(sorted(told, key=lambda each: each.step != step))


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of an answer, and the mark before it: "", ". ", ", " or "; "."""

    words: str
    mark: str


def _clauses(words: str) -> list[_Clause]:
    found, mark, start = [], "", 0
    for at in _BREAK.finditer(words):
        found.append((words[start : at.start()], mark))
        mark, start = at.group() if at.group().strip() else ". ", at.end()
    found.append((words[start:], mark))
    return [_Clause(plain, mark) for each, mark in found if (plain := each.strip().rstrip("."))]


def _with_its_run(clauses: list[_Clause], at: int) -> str:
    """A clause and those that only a comma parts from it, up to one of its own: "tested, 17 finished"."""
    run = clauses[at].words
    for each in clauses[at + 1 :]:
        if not each.mark.startswith(",") or carries_over(each.words) or tells_what_was_made(each.words):
            break
        run = f"{run}, {each.words}"
    return run


def _added(place: Step, words: str, pack: Pack) -> str:
    """Words for a place: tools are named after those known."""
    had = said_at(pack, place) if place.part == "tools" and not place.ask else ""
    return f"{had}, {tools_in(words)}" if had and lists_tools(words) else words


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for, what is known, and the part of the clause before."""

    step: Step
    pack: Pack
    before: Part | None

    def part_of(self, clause: _Clause, run: str) -> Part | None:
        """The part a clause tells, in its `run`; None where it goes on from the one before."""
        said = clause.words
        if self._is_elsewhere(said):
            return "portability"
        if self._is_proof(said, run):
            return "quality"
        return None if clause.mark.startswith(",") else self._of_the_work(said, run)

    def _of_the_work(self, said: str, run: str) -> Part | None:
        """The part of a workflow that a clause tells; None where it goes on from the clause before."""
        asked = self.step.part
        if asked not in ("tools", "portability") and lists_tools(run):
            return "tools"
        if self._is_outcome(said, run):
            return "outcome"
        if asked != "what" and self._is_new_work(said):
            return "what"
        return asked if self.before == "tools" else None

    def _is_elsewhere(self, said: str) -> bool:
        """Whether a clause says why the work carries over, and does not tell the work itself."""
        asked = self.step.part
        if asked == "portability":
            return False
        if carries_over(said):
            return not (tells_what_was_made(said) or (asked == "quality" and "measure" in signals(said)))
        adopted = was_taken_up(said) and not (figures(said) and "change" in signals(said))
        if asked == "quality":
            return adopted and "measure" not in signals(said) and not figures(said)
        return adopted and asked == "what" and self.before is not None

    def _is_proof(self, said: str, run: str) -> bool:
        """Whether a clause says how the work was checked."""
        asked = self.step.part
        if asked == "quality":
            return False
        loose = asked != "what" or self.before is not None
        if self.before in ("what", "tools") and asked == "what":
            return proof_points(said, loose=loose) >= (_CLEARLY if "change" in signals(said) else _LIKELY)
        if tells_what_was_made(said) and asked == "what":
            return proof_points(said, loose=loose) > _OF_WORK
        return proof_points(run, loose=loose) >= _CLEARLY

    def _is_outcome(self, said: str, run: str) -> bool:
        """Whether a clause, or its `run`, says what came of the work, with a number."""
        found, asked = signals(run), self.step.part
        changed = "change" in found or (self.before is not None and _NOTED.search(said))
        if asked == "outcome" or "number" not in found or not changed:
            return False
        if asked in ("quality", "portability"):
            return not found & {"measure", "transfer", "again"} and not tells_what_was_made(said)
        if asked == "tools":
            return "tool" not in found
        if self.before == "quality":
            return False
        if self.before is not None:
            return not tells_what_was_made(said)
        return bool(_FROM_TO.search(run)) and not tells_of_work(said) and not _WE.match(said)

    def _is_new_work(self, said: str) -> bool:
        """Whether a clause tells the work that is untold so far, or another: "I also built ..."."""
        number = self.step.number or 1
        untold = not any(each.what for each in self.pack.workflows[number - 1 : number])
        if tells_what_was_made(said):
            return untold or bool(_ANOTHER.search(said))
        return untold and tells_of_work(said) and not signals(said) & {"measure", "transfer"}

    def place(self, part: Part, taken: Collection[Step]) -> Step | None:
        """The empty place for words of a part; None where they stay with the step."""
        step, pack = self.step, self.pack
        if part == step.part:
            return step
        if part in ("quality", "portability"):
            place = Step(part)
        else:
            place = Step(part, step.number) if step.number else _of_the_last_work(part, pack)
        anew = step.ask == "anew" and place.number == step.number and bool(step.number)
        said_in_the_work = part == "outcome" and not step.number and is_said(pack, place)
        full = bool(said_at(pack, place)) and part != "tools"
        known = place in taken or place.number > MOST_WORKFLOWS
        return None if known or said_in_the_work or (full and not anew) else place


def _of_the_last_work(part: Part, pack: Pack) -> Step:
    """The last workflow's step, or for work itself the first one untold."""
    untold = next((n for n, each in enumerate(pack.workflows, 1) if not each.what), len(pack.workflows) + 1)
    return Step(part, untold if part == "what" else max(len(pack.workflows), 1))
