"""The score of a practice talk: six points of 0 to 2, each by a stated rule, with the person's own line.

Anchor, evidence, one ask, no present salary, silence after the ask, close. Playbook, sections 4 and 6.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bot.playbook.counter import USUAL_LOW
from bot.playbook.drill import Drill, Table
from bot.playbook.lines import Line, read
from bot.playbook.practice import Exchange, exchanges
from bot.understand.talk import says

Name = Literal["anchor", "evidence", "one_ask", "present", "silence", "close"]
Points = Literal[0, 1, 2]

BEST = 2  # a point in full
_ROUNDING = 0.98  # a number this close to the aim is at it
_TOO_FAR = 1.25  # an anchor so far above the aim needs more than one can show
_SHORT_TAIL = 6  # words after the ask that are still a close
_A_CLOSE = 15  # words of a tail that ties the ask to a yes: "... and I'll sign today"
_MANY = 3  # asks in one line, or in one talk
_FIRST_TALKS = frozenset({"first_call", "present_pay"})  # where a range is the right answer
_LAST = 3  # lines in which a close counts
_REASON = re.compile(r"\W{0,3}(?:since|because|as|given|based on)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Point:
    """One point: how much of it was won, by which rule (`why`), and the line that decided it ("": none)."""

    name: Name
    won: Points
    why: str
    quote: str = ""
    figure: float | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """The six points and their sum, of `most`."""

    points: tuple[Point, ...]
    total: int
    most: int

    @property
    def weakest(self) -> Point:
        """The point to work on next: the first of the lowest."""
        return min(self.points, key=lambda point: point.won)


@dataclass(frozen=True, slots=True)
class Reveal:
    """The budget that was hidden, where the talk ended, and what of the budget was not given."""

    budget: Table
    ended_at: Table
    left: Table


def score(drill: Drill) -> Score:
    """Score a talk that has ended, or as far as it has come."""
    said = exchanges(drill)
    points = (
        _anchor(drill, said),
        _evidence(drill, said),
        _one_ask(drill, said),
        _present(drill, said),
        _silence(said),
        _close(drill, said),
    )
    return Score(points, sum(point.won for point in points), BEST * len(points))


def reveal(drill: Drill) -> Reveal:
    """What was hidden while the talk went on."""
    most, at = drill.budget, drill.table
    left = Table(most.base - at.base, most.sign_on - at.sign_on, most.equity - at.equity)
    return Reveal(most, at, left)


def _anchor(drill: Drill, said: tuple[Exchange, ...]) -> Point:
    """2: the first number at or above the one to ask for; 1: under it, or too far above to be shown.

    0: no more than lay on the table when it was named.
    """
    first = next((each for each in said if each.line.low is not None), None)
    terms, low = drill.terms, first.line.low if first else None
    if first is None or low is None:
        return _anchor_elsewhere(drill, said)
    quote = _part(first, lambda line: line.low is not None)
    above = terms.market if terms.leans and terms.market is not None else terms.aim
    most = max(terms.aim * _TOO_FAR, terms.ceiling or 0.0)
    if low <= max(terms.start.base, first.before.offered):
        return Point("anchor", 0, "theirs", quote, low)
    if low > most:
        return Point("anchor", 1, "too_high", quote, low)
    if first.line.present is not None:
        return Point("anchor", 1, "from_today", quote, low)
    good = low >= min(terms.aim, above) * _ROUNDING
    return Point("anchor", 2 if good else 1, "good" if good else "low", quote, low)


def _anchor_elsewhere(drill: Drill, said: tuple[Exchange, ...]) -> Point:
    """The same for a sign-on or a grant, where no base was asked for: the usual 10% more is the aim."""
    first = next((each for each in said if each.line.asks), None)
    if first is None:
        return Point("anchor", 0, "none", figure=drill.terms.aim)
    start, quote = drill.terms.start, _part(first, lambda line: line.asks)
    asked, had = (
        (first.line.sign_on, start.sign_on) if first.line.sign_on else (first.line.equity, start.equity)
    )
    if asked is None or asked <= had:
        return Point("anchor", 0, "theirs", quote, asked)
    good = asked >= had * (1 + USUAL_LOW / 100)
    return Point("anchor", 2 if good else 1, "good" if good else "low_elsewhere", quote, asked)


def _evidence(drill: Drill, said: tuple[Exchange, ...]) -> Point:
    """2: work, and what came of it or a market figure; 1: one of these alone; 0: nothing to forward.

    A rival offer that the person has not shown takes a point off: one question about it can end the talk.
    """
    point = _shown(drill, said)
    bluff = next((each for each in said if each.line.rival), None) if not drill.terms.others else None
    if bluff is None:
        return point
    won: Points = 1 if point.won == BEST else 0
    return Point("evidence", won, "bluffed", _part(bluff, lambda line: line.rival))


def _shown(drill: Drill, said: tuple[Exchange, ...]) -> Point:
    """What was shown: work, its outcome, a figure of the market."""
    work = any(each.line.did for each in said)
    outcome = any(each.line.outcome for each in said)
    market = any((each.line.market_figure or 0) > drill.terms.start.base for each in said)
    if not (work or market):
        return Point("evidence", 0, "none")
    best = max(said, key=lambda each: (each.line.outcome, each.line.did, each.line.market_figure is not None))
    quote = _part(best, lambda line: line.outcome or (line.did and not outcome) or (line.market and not work))
    if work and (outcome or market):
        return Point("evidence", 2, "both", quote)
    return Point("evidence", 1, "work" if work else "market", quote)


def _one_ask(drill: Drill, said: tuple[Exchange, ...]) -> Point:
    """2: one thing at a time; 1: two in a line once, a range where a number was due, or a third thing."""
    asking = [each for each in said if each.line.levers]
    if not asking:
        return Point("one_ask", 0, "none")
    crowded = [each for each in asking if len(each.line.levers) > 1]
    most = max(asking, key=lambda each: len(each.line.levers))
    if len(crowded) > 1 or len(most.line.levers) >= _MANY:
        return Point("one_ask", 0, "several", most.line.text)
    if crowded:
        return Point("one_ask", 1, "two", most.line.text)
    if len({lever for each in asking for lever in each.line.levers}) >= _MANY:
        return Point("one_ask", 1, "one_more", _asking(asking[-1]))
    spread = next((each for each in asking if each.line.low != each.line.high), None)
    if spread and drill.opening not in _FIRST_TALKS:
        return Point("one_ask", 1, "range", _asking(spread), spread.line.low)
    return Point("one_ask", 2, "good", _asking(asking[0]))


def _present(drill: Drill, said: tuple[Exchange, ...]) -> Point:
    """2: today's pay kept out; 1: pointed at without a figure; 0: named."""
    named = next((each for each in said if each.line.present is not None), None)
    if named:
        quote = _part(named, lambda line: line.present is not None)
        return Point("present", 0, "named", quote, named.line.present)
    hinted = next((each for each in said if each.line.hinted), None)
    if hinted:
        return Point("present", 1, "hinted", _part(hinted, lambda line: line.hinted))
    asked = "present_pay" in drill.raised
    dodged = next((each for each in said if each.line.dodged), None)
    if dodged and asked:
        return Point("present", 2, "redirected", _part(dodged, lambda line: line.dodged))
    return Point("present", 2, "kept" if asked else "unasked")


def _silence(said: tuple[Exchange, ...]) -> Point:
    """2: the ask was left to stand; 1: talked on; 0: hedged, lowered unasked, or nothing asked."""
    asking = [at for at, each in enumerate(said) if each.line.asks]
    if not asking:
        return Point("silence", 0, "none")
    weak = next((at for at in asking if said[at].line.filler or said[at].line.apology), None)
    if weak is not None:
        return Point("silence", 0, "hedged", said[weak].line.text)
    for before, after in pairwise(asking):
        one, other = said[before], said[after]
        lowered = one.line.low and other.line.low and other.line.low < one.line.low
        if lowered and other.before.table == one.before.table:
            return Point("silence", 0, "lowered", _asking(other), other.line.low)
    waits = [(one, other) for one, other in pairwise(said) if other.line.silent]
    held = next((other.line.text for one, other in waits if _stands(one)), None)
    if held is not None:
        return Point("silence", 2, "held", held)
    first = said[asking[0]].line
    reasons = first.did or first.market or _REASON.match(first.tail) is not None
    words = len(first.tail.split())
    closes = words <= _A_CLOSE and says("close", first.tail)
    ends = words <= _SHORT_TAIL or first.tail.endswith("?") or reasons or closes
    if ends:
        return Point("silence", 2, "stood", _asking(said[asking[0]]))
    return Point("silence", 1, "talked_on", first.text)


def _stands(said: Exchange) -> bool:
    """Whether a line leaves an ask standing: it makes one, or gives the reasons of one made."""
    return said.line.asks or (said.after.asked is not None and (said.line.did or said.line.market))


def _close(drill: Drill, said: tuple[Exchange, ...]) -> Point:
    """2: a close tied to the ask, or a yes in writing; 1: a bare yes or no; 0: left open, or no ask."""
    asked = any(each.line.asks for each in said)
    if drill.ended in ("accepted", "walked"):
        return _ended(drill, said, asked=asked)
    tied = next((each for each in reversed(said) if each.line.close and each.line.asks), None)
    written = next((each for each in reversed(said[-_LAST:]) if each.line.written), None)
    if tied or (written and asked):
        return Point("close", 2, "tied", _closing(tied or written))
    loose = next((each for each in reversed(said[-_LAST:]) if each.line.close or each.line.time), None)
    return Point("close", 1, "loose", _closing(loose)) if loose else Point("close", 0, "open")


def _ended(drill: Drill, said: tuple[Exchange, ...], *, asked: bool) -> Point:
    """The close of a talk that ended with a yes or a no."""
    last = said[-1]
    if drill.ended == "walked":
        low = last.line.text.lower()
        kind = "thank" in low or "appreciate" in low
        return Point("close", 2 if kind and asked else 1, "walked", last.line.text)
    if not asked:
        return Point("close", 0, "took_first", last.line.text)
    tied = next((each for each in reversed(said) if each.line.close and each.line.asks), None)
    written = next((each for each in reversed(said[-_LAST:]) if each.line.written), None)
    if written or tied:
        return Point("close", 2, "settled", _closing(written or tied))
    return Point("close", 1, "accepted", last.line.text)


def _asking(said: Exchange) -> str:
    return _part(said, lambda line: bool(line.levers))


def _closing(said: Exchange | None) -> str:
    return _part(said, lambda line: line.close or line.written) if said else ""


def _part(said: Exchange, holds: Callable[[Line], bool]) -> str:
    """The first sentence of a line that says it, else the whole line."""
    terms, offered = said.before.terms, said.before.offered
    sentences = _SENTENCE.split(said.line.text.strip())
    return next((each for each in sentences if holds(read(each, terms, offered))), said.line.text)
