"""Mistakes that a draft's own words give away, and what mends each."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.playbook.check.ask_words import MARKET_BEFORE
from bot.playbook.check.levers import levers_asked
from bot.playbook.check.phrases import Hit
from bot.playbook.check.ranges import figure_said
from bot.playbook.check.scene import Scene
from bot.playbook.check.sentences import Sentence, folded
from bot.playbook.check.shapes import Asked, Edit, Finding, Kind, Lines, Span

_SPECIFIC = re.compile(
    r"\d|\b(?:built|shipped|ran|led|launched|cut|reduced|automated|deployed|trained|wrote|designed"
    r"|migrated|rolled)\b"
)
_A_COUNT = re.compile(  # "they make 30 releases a day": no pay
    r"\s+(?!(?:a|an|per|base|k|and|or|so|but|too|there|here|now|for|at|in|which|while|as|thousand|lakhs?|lpa)\b)"
    r"[a-z]"
)
_YEARS = re.compile(r"\d{1,2} ?\+? ?(?:years?|yrs?)\b")  # say nothing of what was done in them
_BUILT = re.compile(
    r"\b(?:i|we|which|that) (?:have |also |just |then )?(?:built|shipped|ran|led|launched|cut|reduced"
    r"|automated|deployed|trained|wrote|designed|migrated|rolled)\b"
)
_NAMED = re.compile(r"\b(?:from|at|with|by)\s+(?!another|a\b|an\b|the\b)[A-Z][\w&.]+")
_NEEDS_PLACE = re.compile(r"\brelocat|\bmoving\b|\bmove to\b")
_LATE = re.compile(
    r"\b(?:late|slow|delay|delayed|wait|time to get back|not (?:writing|replying|answering))\b"
)
_THANKS = re.compile(r"\bthank|\bthanks\b|\bgrateful\b|\bappreciate")
_NO_SUBJECT = re.compile(r"(?:and|but|so) (?:want|need|would|hope|ask|expect)\b", re.IGNORECASE)
_EITHER = re.compile(r"(?:(?:but|and|so) )?either you\b")  # without its "or" it is no sentence
_DIGIT = re.compile(r"\d")


def by_phrases(scene: Scene, lines: Lines) -> tuple[list[Finding], list[Edit]]:
    """The findings of the phrase table, one a kind with all its spans, and their edits."""
    spans: dict[Kind, list[Span]] = {}
    better: dict[Kind, str] = {}
    edits: list[Edit] = []
    built = frozenset(each.start for each in scene.body if _BUILT.search(each.folded))
    for hit in scene.hits:
        kind, sentence = hit.phrase.kind, scene.sentence_at(hit.start)
        if kind == "vague_ask" or not _stands(hit, sentence, scene):
            continue
        if any(start < hit.end and hit.start < end for start, end in spans.get(kind, [])):
            continue
        span = scene.clause_at(sentence, hit.start) if kind == "personal_need" else (hit.start, hit.end)
        spans.setdefault(kind, []).append(span)
        if hit.phrase.edit == "swap" and kind not in better:
            better[kind] = hit.phrase.better
        edits += _edits(hit, sentence, scene, lines, built)
    raised = spans.get("raise_is_enough", [])
    if raised:  # "more than I make" is one mistake, not two
        left = [
            span
            for span in spans.pop("present_salary", [])
            if not any(_near(span, each, scene) for each in raised)
        ]
        if left:
            spans["present_salary"] = left
    return [
        Finding(kind, tuple(sorted(found)), better=better.get(kind, "")) for kind, found in spans.items()
    ], edits


def _near(span: Span, other: Span, scene: Scene) -> bool:
    return scene.sentence_at(span[0]) is scene.sentence_at(other[0]) and not any(
        c.isdigit() for c in scene.draft[span[0] : span[1]]
    )


def _stands(hit: Hit, sentence: Sentence, scene: Scene) -> bool:
    """Whether a phrase means what it looks like where it stands."""
    plain, kind = sentence.folded, hit.phrase.kind
    if kind == "apology" and _LATE.search(plain):
        return False  # sorry for a late answer is only polite
    if kind == "buzzwords":
        told = scene.draft[slice(*scene.clause_at(sentence, hit.start))].lower()
        return not _SPECIFIC.search(_YEARS.sub("", told))
    if kind == "competing":
        return not _NAMED.search(sentence.text)
    if kind == "peers":
        said = plain[hit.start - sentence.start : hit.end - sentence.start]
        return not (said[-1:].isdigit() and _A_COUNT.match(plain, hit.end - sentence.start))
    if kind == "accepts_early":
        return "raise_is_enough" in scene.kinds or bool(levers_asked(scene.asks))
    moves = kind == "personal_need" and _NEEDS_PLACE.search(plain) is not None
    return not (moves and any("relocation" in ask.levers for ask in scene.asks))


def _edits(hit: Hit, sentence: Sentence, scene: Scene, lines: Lines, built: frozenset[int]) -> list[Edit]:
    """What mends one phrase; `built` are the starts of the sentences that tell of work."""
    how = hit.phrase.edit
    if how == "none":
        return []
    if how == "drop":
        return [Edit(hit.start, hit.end)]
    if how == "swap":
        return [Edit(hit.start, hit.end, hit.phrase.better)]
    if how == "figure":
        return [Edit(hit.start, hit.end, lines.figure)]
    if how == "work":
        told = len(built) > (sentence.start in built)
        return _cut(hit, sentence, scene, lines, instead="" if told else lines.work)
    return _cut(hit, sentence, scene, lines, whole=how == "whole")


def _cut(
    hit: Hit, sentence: Sentence, scene: Scene, lines: Lines, *, whole: bool = False, instead: str = ""
) -> list[Edit]:
    """The clauses of the phrase go, or the sentence where nothing worth keeping is left of it.

    Where the number asked for stands in those clauses, the ask is said anew without the rest.
    """
    gone = [span for span in scene.clauses_of(sentence) if span[0] < hit.end and hit.start < span[1]]
    ask = scene.ask_in(sentence)
    start, end = gone[0][0], gone[-1][1]
    if ask is None:
        keeps = bool(_THANKS.search(sentence.folded)) and not _THANKS.search(scene.draft[start:end].lower())
        told = _SPECIFIC.search(folded(scene.draft[sentence.start : start])) and hit.phrase.edit == "need"
        keeps = keeps or market_span(sentence) is not None or bool(told)
        keeps = keeps or bool(_DIGIT.search(scene.draft[end : sentence.end]))
        if whole or not keeps:
            return [Edit(sentence.start, sentence.end, instead)]
        return [Edit(start, end, instead)]
    inside = ask.figure is not None and start <= ask.figure[0] < end
    inside = inside or _EITHER.match(sentence.folded) is not None
    inside = inside or (start == sentence.start and bool(_NO_SUBJECT.match(scene.draft[end : sentence.end])))
    rest = scene.draft[sentence.start : start] + scene.draft[end : sentence.end]
    inside = inside or (ask.figure is not None and len(rest.split()) == 1)  # "130" alone is no sentence
    if inside or (start, end) == (sentence.start, sentence.end):
        told = (
            ask.figure is not None and hit.start <= ask.figure[0] < hit.end
        )  # the sum is today's pay itself
        told = told and hit.phrase.kind == "present_salary"
        said = _said_anew(replace(ask, figure=None) if told else ask, scene, lines)
        return [Edit(sentence.start, sentence.end, said)]
    edits = [Edit(start, end)]
    if instead:
        edits = (
            [Edit(start, end, instead)]
            if start == sentence.start
            else [*edits, Edit(sentence.start, sentence.start, f"{instead} ")]
        )
    return edits


def _said_anew(ask: Asked, scene: Scene, lines: Lines) -> str:
    """The ask in one plain sentence with the draft's own figure, or the marked gap."""
    if "base" not in ask.levers:
        return lines.other
    figure = figure_said(scene.draft, ask)
    return lines.ask.replace("{figure}", figure) if figure else lines.plain


def market_span(sentence: Sentence) -> Span | None:
    """Where a sentence names a figure of the market: its words' offsets, or None."""
    plain = sentence.folded
    found = MARKET_BEFORE.search(plain)
    return (sentence.start + found.start(), sentence.start + found.end()) if found else None
