"""What a practice talk shows: the recruiter's words, what stands offered, and the score at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from bot.commands import words
from bot.commands.base import Outcome, Setting
from bot.commands.practice_setup import Wish, packed
from bot.market.ladder import quote
from bot.market.quote import Quote
from bot.memory.case import About, Case, Question
from bot.playbook.drill import Drill, Ended, Move, Opening, Style, Table, Terms, drawn
from bot.playbook.practice import EXAMPLE_BELOW
from bot.playbook.score import BEST, Reveal, Score, reveal, score
from bot.turn import Action, Button, Reply, Slots
from bot.voice import render

Stage = Literal["choose", "ask", "talk", "resume", "score", "none"]
LINE = "line"  # the step at which the recruiter waits for a line
_SHOWN = 140  # characters of a person's line shown again
_WORDING = re.compile(r"(friendly|busy|hard): (.+)")


@dataclass(frozen=True, slots=True)
class PracticeFacts:
    """The figures behind a reply. The budget stands in it only at the end, as `reveal`.

    `terms` are what is practised on, `quote` the row of its median, `below` the percent that an example
    lies under it. `table` is what the recruiter has offered so far (None: nothing named yet), `asking`
    the base asked for, `turn` the lines said.
    """

    stage: Stage
    style: Style | None = None
    opening: Opening | None = None
    terms: Terms | None = None
    quote: Quote | None = None
    below: int | None = None
    turn: int = 0
    table: Table | None = None
    asking: float | None = None
    moves: tuple[str, ...] = ()
    ended: Ended = ""
    score: Score | None = None
    best: int = BEST
    reveal: Reveal | None = None


def spoken_by(drill: Drill) -> str:
    """What the recruiter says last, in one of its wordings, chosen by the seed."""
    return " ".join(_worded(drill, move) for move in drill.moves)


def wordings(kind: str, style: Style, **values: object) -> list[str]:
    """Every wording of a move in a style: a line each in its template."""
    lines = render(f"practice/{kind}", **values).splitlines()
    return [found[2] for line in lines if (found := _WORDING.fullmatch(line)) and found[1] == style]


def _worded(drill: Drill, move: Move) -> str:
    found = wordings(move.kind, drill.style, table=move.table, asked=move.asked, terms=drill.terms)
    return drawn(drill.seed, f"{drill.turn}:{move.kind}", found)


def opened(drill: Drill, case: Case, setting: Setting, *, no_base: bool = False) -> Outcome:
    """The first words of a talk: what it is on, what to lean on, and the recruiter."""
    facts = facts_of(drill, setting)
    text = render(
        "practice_start",
        drill=drill,
        terms=drill.terms,
        facts=facts,
        quote=facts.quote,
        job=_job(facts.quote),
        no_base=no_base,
        recruiter=spoken_by(drill),
        channel=setting.where == "channel",
    )
    return _talking(text, facts, drill, case, setting)


def going_on(drill: Drill, case: Case, setting: Setting, *, resumed: bool = False) -> Outcome:
    """The recruiter's answer and what stands offered; the score where that was the last of it."""
    if drill.ended:
        return scored(drill, case, setting)
    facts = facts_of(drill, setting)
    text = render(
        "practice_turn",
        terms=drill.terms,
        facts=facts,
        recruiter=spoken_by(drill),
        resumed=resumed,
        channel=setting.where == "channel",
    )
    return _talking(text, facts, drill, case, setting)


def too_long(drill: Drill, case: Case, setting: Setting) -> Outcome:
    """What to do with a text that nobody says on the phone: the talk stands as it stood."""
    facts = facts_of(drill, setting)
    text = render("practice_long", recruiter=spoken_by(drill))
    return _talking(text, facts, drill, case, setting)


def _talking(text: str, facts: PracticeFacts, drill: Drill, case: Case, setting: Setting) -> Outcome:
    question = Question("practice", "line", LINE, setting.now, free=True)
    stop = (Button("Stop and score", "practice.stop"),)
    reply = Reply(text, "practice", slots_of(facts), facts, stop)
    return Outcome(reply, replace(case, drill=drill, question=question))


def asked_to_resume(drill: Drill, case: Case, setting: Setting) -> Outcome:
    """Go on or anew: a talk stands where it was left."""
    facts = replace(facts_of(drill, setting), stage="resume")
    text = render("practice_resume", terms=drill.terms, facts=facts, recruiter=spoken_by(drill))
    again = packed(same(drill))
    actions = (
        Button("Go on", "practice.resume", primary=True),
        Button("Start anew", "practice.again", again),
        Button("Stop and score", "practice.stop"),
    )
    return Outcome(Reply(text, "practice", slots_of(facts), facts, actions), case)


def scored(drill: Drill, case: Case, setting: Setting) -> Outcome:
    """The score, the budget that was hidden, and the talk's lines gone."""
    if not drill.turn:
        reply = Reply(render("practice_unsaid"), "practice", facts=PracticeFacts("none"))
        return Outcome(reply, replace(case, drill=emptied(drill, setting.now), question=None))
    facts = facts_of(drill, setting, ended=True)
    said_last = spoken_by(drill) if drill.ended not in ("", "stopped") else ""
    marks = facts.score
    text = render(
        "practice_score",
        drill=drill,
        terms=drill.terms,
        facts=facts,
        quote=facts.quote,
        job=_job(facts.quote),
        recruiter=said_last,
        weakest=marks.weakest if marks else None,
        has_offer=case.offer is not None,
    )
    actions: list[Action] = [Button("Again", "practice.again", packed(same(drill)), primary=True)]
    if drill.style != "hard":
        actions.append(Button("Harder", "practice.again", packed(replace(same(drill), style="hard"))))
    if case.offer is not None:
        actions.append(Button("Write the counter", "counter.write"))
    cleared = replace(case, drill=emptied(drill, setting.now), question=None)
    return Outcome(Reply(text, "practice", slots_of(facts), facts, tuple(actions)), cleared)


def emptied(drill: Drill, now: datetime) -> Drill:
    """A talk that is over, without a word of it: only its kind stays, for "again"."""
    ended = drill.ended or "stopped"
    return replace(
        drill, lines=(), moves=(), asked=None, first_asked=None, asked_sign_on=None, ended=ended, at=now
    )


def without_old_talk(case: Case, now: datetime) -> Case:
    """The case without the words of a talk that can no longer be gone on with, whatever it is asked next."""
    drill = case.drill
    if drill is None or drill.ended or drill.stands(now):
        return case
    return replace(case, drill=replace(emptied(drill, now), ended=drill.ended, at=drill.at))


def same(drill: Drill) -> Wish:
    """The wish that begins the same kind of talk on the same ground."""
    return Wish(drill.style, drill.opening, cell_of(drill.terms))


def cell_of(terms: Terms) -> About:
    """The cell of an example, to practise on it again; nothing for the offer at hand."""
    asked = terms.asked
    if terms.source == "offer" or asked is None:
        return About()
    return About(asked.role, asked.place, asked.level, True if asked.ai else None)


def facts_of(drill: Drill, setting: Setting, *, ended: bool = False) -> PracticeFacts:
    """The facts of a talk as it stands; the budget and the score only once it has ended."""
    terms = drill.terms
    marks = _shortened(score(drill)) if ended else None
    return PracticeFacts(
        stage="score" if ended else "talk",
        style=drill.style,
        opening=drill.opening,
        terms=terms,
        quote=quote(setting.market, terms.asked).quote if terms.asked else None,
        below=EXAMPLE_BELOW if terms.source == "example" else None,
        turn=drill.turn,
        table=drill.table if drill.shown or ended else None,
        asking=drill.asked,
        moves=tuple(move.kind for move in drill.moves),
        ended=drill.ended,
        score=marks,
        reveal=reveal(drill) if ended else None,
    )


def _shortened(marks: Score) -> Score:
    points = tuple(replace(point, quote=_short(point.quote)) for point in marks.points)
    return replace(marks, points=points)


def _short(line: str) -> str:
    """A line as it is quoted: on one line, cut at a word where it is long."""
    plain = " ".join(line.split())
    plain = plain if set(plain) <= {"."} else plain.rstrip(" .,;:")
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN].rsplit(' ', 1)[0]} ..."


def slots_of(facts: PracticeFacts) -> Slots:
    """The job practised on, and the base asked for."""
    asked = facts.terms.asked if facts.terms else None
    if asked is None:
        return Slots(company=facts.terms.company if facts.terms else None, amount=facts.asking)
    return Slots(
        role=asked.role,
        place=words.place_name(asked.place) if asked.place else None,
        level=asked.level,
        ai=True if asked.ai else None,
        company=facts.terms.company if facts.terms else None,
        amount=facts.asking,
    )


def _job(found: Quote | None) -> str | None:
    return words.job(found.role, found.level) if found else None
