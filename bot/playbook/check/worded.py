"""Mistakes that a draft's own words give away, and what mends each: phrases, ranges, misspelt names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from bot.playbook.check.asks import levers_asked, market_span
from bot.playbook.check.phrases import Hit
from bot.playbook.check.sentences import Sentence, clauses
from bot.playbook.check.shapes import Asked, Edit, Finding, Kind, Lines, Span

_SPECIFIC = re.compile(
    r"\d|\b(?:built|shipped|ran|led|launched|cut|reduced|automated|deployed|trained|wrote|designed"
    r"|migrated|rolled)\b"
)
_NAMED = re.compile(r"\b(?:from|at|with|by)\s+(?!another|a\b|an\b|the\b)[A-Z][\w&.]+")
_NEEDS_PLACE = re.compile(r"\brelocat|\bmoving\b|\bmove to\b")
_LATE = re.compile(
    r"\b(?:late|slow|delay|delayed|wait|time to get back|not (?:writing|replying|answering))\b"
)
_THANKS = re.compile(r"\bthank|\bthanks\b|\bgrateful\b|\bappreciate")
_PREFIX = re.compile(
    r"(?:something |anything |somewhere |anywhere )?(?:in the range (?:of )?)?(?:between |from )?$"
)
_OR_ANOTHER = re.compile(
    r"\s{1,2}or (?:even |maybe )?(?P<sum>[$€£]?\d[\d.,]{0,12}\d ?k?\b)", re.IGNORECASE
)  # "130k or 135k"
_NUMBER = re.compile(r"\d[\d.,]*(?:\s?k\b)?", re.IGNORECASE)
_NO_SUBJECT = re.compile(r"(?:and|but|so) (?:want|need|would|hope|ask|expect)\b", re.IGNORECASE)
_EITHER = re.compile(r"(?:(?:but|and|so) )?either you\b")  # without its "or" it is no sentence
_DIGIT = re.compile(r"\d")


class Scene:
    """A draft's sentences with what they ask for: what every rule looks at."""

    def __init__(
        self, draft: str, body: tuple[Sentence, ...], asks: tuple[Asked, ...], hits: tuple[Hit, ...]
    ) -> None:
        self.draft, self.body, self.asks, self.hits = draft, body, asks, hits
        self._starts = [each.start for each in body]
        self._clauses: dict[int, tuple[Span, ...]] = {}  # a sentence may hold a phrase a thousand times
        self._asking = {each.start: each for each in reversed(asks)}

    def sentence_at(self, at: int) -> Sentence:
        """The sentence of the body that a place stands in."""
        return self.body[bisect_right(self._starts, at) - 1]

    def clauses_of(self, sentence: Sentence) -> tuple[Span, ...]:
        """The clauses of a sentence, parted once."""
        if sentence.start not in self._clauses:
            self._clauses[sentence.start] = clauses(sentence)
        return self._clauses[sentence.start]

    def ask_in(self, sentence: Sentence) -> Asked | None:
        """What the sentence asks for, if it asks."""
        return self._asking.get(sentence.start)


def by_phrases(scene: Scene, lines: Lines) -> tuple[list[Finding], list[Edit]]:
    """The findings of the phrase table, one a kind with all its spans, and their edits."""
    spans: dict[Kind, list[Span]] = {}
    better: dict[Kind, str] = {}
    edits: list[Edit] = []
    for hit in scene.hits:
        kind, sentence = hit.phrase.kind, scene.sentence_at(hit.start)
        if kind == "vague_ask" or not _stands(hit, sentence, scene):
            continue
        if any(start < hit.end and hit.start < end for start, end in spans.get(kind, [])):
            continue
        span = clause_at(sentence, hit.start) if kind == "personal_need" else (hit.start, hit.end)
        spans.setdefault(kind, []).append(span)
        if hit.phrase.edit == "swap" and kind not in better:
            better[kind] = hit.phrase.better
        edits += _edits(hit, sentence, scene, lines)
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
        return not _SPECIFIC.search(scene.draft[slice(*clause_at(sentence, hit.start))].lower())
    if kind == "competing":
        return not _NAMED.search(sentence.text)
    if kind == "accepts_early":
        return bool(levers_asked(scene.asks))
    if kind == "personal_need" and _NEEDS_PLACE.search(plain):
        return not any("relocation" in ask.levers for ask in scene.asks)
    return True


def clause_at(sentence: Sentence, at: int) -> Span:
    """The clause of a sentence that a place stands in."""
    return next(
        (span for span in clauses(sentence) if span[0] <= at < span[1]), (sentence.start, sentence.end)
    )


def _edits(hit: Hit, sentence: Sentence, scene: Scene, lines: Lines) -> list[Edit]:
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
        return _cut(hit, sentence, scene, lines, instead=lines.work)
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
        keeps = (
            keeps or market_span(sentence) is not None or bool(_DIGIT.search(scene.draft[end : sentence.end]))
        )
        if whole or not keeps:
            return [Edit(sentence.start, sentence.end, instead)]
        return [Edit(start, end, instead)]
    inside = ask.figure is not None and start <= ask.figure[0] < end
    inside = inside or _EITHER.match(sentence.folded) is not None
    inside = inside or (start == sentence.start and bool(_NO_SUBJECT.match(scene.draft[end : sentence.end])))
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
    return lines.ask.replace("{figure}", figure or lines.figure)


def figure_said(draft: str, ask: Asked) -> str:
    """The number asked for as the draft writes it; of a range its top; "" where there is none."""
    if ask.figure is None:
        return ""
    said = draft[ask.figure[0] : ask.figure[1]]
    return said if ask.low == ask.high else _top(said)


def _top(said: str) -> str:
    """The top of a range as written, with the currency of its beginning: "$140-150k" -> "$150k"."""
    numbers = list(_NUMBER.finditer(said))
    if len(numbers) < 2:  # noqa: PLR2004
        return said
    lead = said[: numbers[0].start()].strip()
    top = said[numbers[1].start() :]
    currency = said[numbers[0].end() : numbers[1].start()].strip(" -–—~toand")
    return f"{lead or currency}{top}" if len(lead or currency) <= 1 else f"{lead} {top}"


def ranges(scene: Scene) -> tuple[list[Finding], list[Edit]]:
    """A range where one number is asked for: they hear its low end. The top stands instead."""
    edits, spans = [], []
    for ask in scene.asks:
        if ask.figure is None:
            continue
        start, end = ask.figure
        other = _OR_ANOTHER.match(scene.draft, end) if ask.low == ask.high else None
        if ask.low == ask.high and other is None:
            continue
        if other is not None:
            spans.append((start, other.end()))
            edits.append(Edit(start, other.end(), other["sum"]))
            continue
        lead = _PREFIX.search(scene.draft[ask.start : start].lower())
        first = ask.start + lead.start() if lead else start
        spans.append((first, end))
        edits.append(Edit(first, end, figure_said(scene.draft, ask)))
    if not spans:
        return [], []
    return [Finding("range", tuple(spans), better=edits[0].text)], edits


def company_name(
    scene: Scene, company: str | None, known: Callable[[str], bool]
) -> tuple[list[Finding], list[Edit]]:
    """The company's name with one letter wrong, missing, too many or changed with the next.

    Only a capitalised word that is no word of ours (`known`) and not the start of a sentence is one.
    """
    name = (company or "").split()[0] if company else ""
    if len(name) < 4:  # noqa: PLR2004
        return [], []
    edits = []
    starts = {sentence.start for sentence in scene.body}
    for match in re.finditer(r"(?<![\w'’@.-])[A-Z][\w]{2,30}(?![\w@])", scene.draft):
        word = match.group()
        if match.start() in starts or known(word) or not one_letter_off(word.lower(), name.lower()):
            continue
        edits.append(Edit(match.start(), match.end(), name))
    if not edits:
        return [], []
    return [Finding("company_name", tuple((e.start, e.end) for e in edits), better=name)], edits


def one_letter_off(word: str, name: str) -> bool:
    """Whether a word is a name with one slip of the hand; a plural is none.

    >>> one_letter_off("stirpe", "stripe"), one_letter_off("stripes", "stripe")
    (True, False)
    """
    if word in (name, f"{name}s") or abs(len(word) - len(name)) > 1:
        return False
    at = next(
        (i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name))
    )
    rest, want = word[at:], name[at:]
    swapped = len(rest) > 1 and len(want) > 1 and rest[:2] == want[1::-1] and rest[2:] == want[2:]
    return swapped or rest[1:] == want[1:] or rest[1:] == want or rest == want[1:]
