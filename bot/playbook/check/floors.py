"""The least a draft would take, said beside the number it asks for: they hear only that one."""

from __future__ import annotations

import re

from bot.playbook.check.sentences import Sentence, clauses
from bot.playbook.check.shapes import Asked, Edit, Finding, Span
from bot.understand.money import amounts

_FLOOR = re.compile(
    r"\bmy (?:\w{1,12} )?(?:minimum|floor|bottom line|walk-?away)\b[^.!?]{0,30}\d"
    r"|\bi(?:'d| can| could| would| might)(?: \w{1,12})? (?:start|begin|settle|go as low|go down|live|work)"
    r" (?:at|for|with|as|to) [^.!?]{0,16}\d"
    r"|\bi(?:'d| can| could| would| might)(?: \w{1,12})? (?:accept|take|live with|do) (?:a |the |even )?\W?\d"
    r"|^\W{0,2}\d[\d.,]{0,8} ?k?(?: base| an hour|/hr)? (?:is|would be|works?|seems|sounds) (?:\w{1,12} )?"
    r"(?:ok|okay|fine|alright|all right|acceptable|good|enough)\b"
)
_A_THOUSAND = 1000.0
_PROOF = re.compile(r"\d|\b(?:built|shipped|ran|led|launched|cut|automated|thank|thanks)\b")


def floors(body: tuple[Sentence, ...], asks: tuple[Asked, ...]) -> tuple[list[Finding], list[Edit]]:
    """The clauses that name a floor under the number asked for; the sentence where they are all it says."""
    spans: list[Span] = []
    edits: list[Edit] = []
    for sentence in body:
        gone = floor_in(sentence, asks)
        if gone is None:
            continue
        spans.append(gone)
        start = gone[0] - sentence.start
        rest = sentence.folded[:start] + sentence.folded[gone[1] - sentence.start :]
        asking = any(each.start == sentence.start for each in asks)
        edits.append(Edit(*gone) if asking or _PROOF.search(rest) else Edit(sentence.start, sentence.end))
    return ([Finding("floor", tuple(spans))] if spans else []), edits


def floor_in(sentence: Sentence, asks: tuple[Asked, ...]) -> Span | None:
    """The clause of a sentence with a floor below a number that is asked for elsewhere, or None."""
    found = _FLOOR.search(sentence.folded)
    if found is None:
        return None
    span = next(
        (each for each in clauses(sentence) if each[0] <= sentence.start + found.start() < each[1]),
        (sentence.start, sentence.end),
    )
    sums = [each.low for each in amounts(sentence.text) if span[0] <= sentence.start + each.start < span[1]]
    higher = [
        each.high for each in asks if each.high and each.figure and not span[0] <= each.figure[0] < span[1]
    ]
    return span if sums and higher and _short(max(higher)) > _short(sums[0]) else None


def without_floors(body: tuple[Sentence, ...], asks: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """The asks but for a sentence whose own number is a floor under another that is asked for."""
    held = {each.start: each for each in body}
    return tuple(each for each in asks if not _is_floor(each, held.get(each.start), asks))


def _is_floor(ask: Asked, sentence: Sentence | None, asks: tuple[Asked, ...]) -> bool:
    span = floor_in(sentence, asks) if sentence is not None else None
    return span is not None and ask.figure is not None and span[0] <= ask.figure[0] < span[1]


def _short(value: float) -> float:
    """A sum as people write it, "190k" and "190" alike."""
    return value / _A_THOUSAND if value >= _A_THOUSAND else value
