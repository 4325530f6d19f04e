"""Whose pay each figure is: the offer's, the writer's own, a wish, a posted range, a mere question.

A figure's frame is one of "offer", "initial", "revised", "present", "past", "wish", "posted",
"market", "other", "if", "asked", "left" (the sum a move "from A to B" starts at), or "" where the
words do not say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from bot.offers.cues import Found
from bot.offers.figures import Figure
from bot.offers.layout import Layout
from bot.offers.sums import leaves
from bot.understand.vocab import rows

# The frames that speak of the offer itself, first or last form of it.
OF_OFFER = frozenset({"", "offer", "revised", "initial"})

_HEADING_WORDS = 3
# How far after a figure a frame may stand ("140k base now"), in steps; less where one stands before it.
_AFTER, _AFTER_BEFORE = 5, 4
_CLOSER = 3
# A frame this near after a name is about it: "Acme pays me", "Acme (current)".
_BESIDE = 3
# A question without its mark is taken for one only in a text of a few words.
_FEW_WORDS = 40
_LONGEST_OPENING = 4
_LONGEST_QUESTION = 300
_END = re.compile(r"[.!?](?=\s|$|[\"')\]])|\n")
_ARROW = re.compile(
    r"(?:[ ](?:base|salary|pay|tc|comp|total|a year|per year)){0,3}[ ]?(?:-{1,2}>|=>|→|>)[ ]?\S?"
)
_TO = re.compile(
    r"(?:[ ](?:base|salary|pay|tc|comp|total|a year|per year)){0,3},? (?:up )?to (?:a |about |around )?"
)
_BACK = re.compile(
    r"(?:[ ](?:base|salary|pay|tc|comp|total|a year|per year)){0,3},?[ ]?[(]?(?:up |it was )?from "
    r"(?:a |about )?"
)
_TURN = re.compile(
    r"[;,:]? (?:but |and |while |whereas )?\b(?:(?P<got>i (?:just )?(?:got|received|have)|i've got|mine)"
    r"|(?<=[;,] )(?:i|they)(?! (?:think|know|believe|guess|heard|gave|pay|paid)\b)|(?<=but )(?:i|my|they))\b"
)
_WINDOW = 70
_CLAUSE = re.compile(r"[.!?;\n]\s|\n")
_WORD = re.compile(r"[a-z']+")


@cache
def _phrases(kind: str) -> frozenset[str]:
    return frozenset(row["phrase"] for row in rows("offer_words") if row["kind"] == kind)


def frames(layout: Layout) -> list[str]:
    """The frame of every figure of a text, in order."""
    found = _spoken(layout)
    asked = _asked(layout)
    for n, surely in asked.items():
        if surely or found[n] not in {"offer", "revised"}:
            found[n] = "asked"
    return _moved(layout, found)


def _spoken(layout: Layout) -> list[str]:
    """The last frame before a figure in its sentence, one right after it, or a heading above."""
    cues = layout.cues.frames
    starts = [cue.start for cue in cues]
    headings = _headings(layout)
    turns: dict[int, re.Match[str] | None] = {}
    found = []
    for figure in layout.figures:
        at = bisect_left(starts, figure.start)
        sentence = layout.sentence(figure.start)
        before = cues[at - 1] if at and layout.sentence(cues[at - 1].start) == sentence else None
        after = cues[at] if at < len(cues) and layout.sentence(cues[at].start) == sentence else None
        said = _after(layout, figure, before, after) or before
        if said and said.cue.role == "@other" and said.start not in turns:
            turns[said.start] = _turn(layout, said)
        turn = turns.get(said.start) if said else None
        if said is None or (turn and turn.end() <= figure.start):
            found.append("offer" if turn and turn["got"] else headings.get(sentence, ""))
        else:
            found.append(said.cue.role[1:])
    return found


def _turn(layout: Layout, said: Found) -> re.Match[str] | None:
    """Where talk of somebody else's pay turns to the writer's own: "my brother earns 300k; I got 180k"."""
    return _TURN.search(layout.source.low, said.end, said.end + _LONGEST_QUESTION)


def _after(layout: Layout, figure: Figure, before: Found | None, after: Found | None) -> Found | None:
    """The frame after a figure, where it stands near enough and clearly nearer than the one before."""
    if after is None:
        return None
    steps = layout.steps(figure.start, after.start)
    if steps > (_AFTER_BEFORE if before else _AFTER) or _another_between(layout, figure, after):
        return None
    if before and layout.steps(before.end - 1, figure.start) <= steps + _CLOSER:
        return None
    return after


def _another_between(layout: Layout, figure: Figure, after: Found) -> bool:
    """Whether a frame is another figure's: one before it, or right after it: "150k (currently 130k)"."""
    following = layout.figures_from(figure.end)
    if not following:
        return False
    if following[0].start < after.start:
        return True
    return layout.steps(after.end - 1, following[0].start) < layout.steps(figure.start, after.start)


def _headings(layout: Layout) -> dict[int, str]:
    """The frame a heading ("Current:") gives each sentence under it, to the end of the next paragraph."""
    with_figures = {layout.sentence(figure.start) for figure in layout.figures}
    headed: dict[int, tuple[str, int]] = {}
    for frame in layout.cues.frames:
        sentence, says = layout.sentence(frame.start), frame.cue.role[1:]
        if sentence in with_figures:
            continue
        start, end = layout.span(sentence)
        if (
            says == "offer"
            or len(layout.source.text[start : min(end, start + _WINDOW)].split()) <= _HEADING_WORDS
        ):
            headed[sentence] = (says, layout.block(frame.start))
    if not headed:
        return {}
    found: dict[int, str] = {}
    current: tuple[str, int] | None = None
    under = 0
    for figure in layout.figures:
        sentence, block = layout.sentence(figure.start), layout.block(figure.start)
        for past in range(under, sentence):
            current = headed.get(past, current)
        under = max(under, sentence)
        if current and block - current[1] <= 1:
            found[sentence] = current[0]
    return found


def _asked(layout: Layout) -> dict[int, bool]:
    """The figures that are only asked about: "is 185k base good?", "what would 200k be worth?".

    True for those asked about even where an offer is spoken of: "does Acme offer 200k?".
    """
    low = layout.source.low
    few = len(layout.words) < _FEW_WORDS
    if not (few or "?" in low) or not any(word.fold in _first_words() for word in layout.words):
        return {}
    opens: dict[int, str] = {}
    found: dict[int, bool] = {}
    n = 0
    for word, openings in zip(layout.words, layout.openings(), strict=True):
        while n < len(layout.figures) and layout.figures[n].end <= word.start:
            n += 1
        if n == len(layout.figures):
            break
        if layout.figures[n].start > word.start:
            continue
        for at in openings:
            if at not in opens:
                opens[at] = _opens(layout, at)
        if any(opens[at] for at in openings) and (few or _ends_asking(low, layout.figures[n].end)):
            found[n] = any(opens[at] == "asks_any" for at in openings)
    return found


def _ends_asking(low: str, at: int) -> bool:
    stop = _END.search(low, at, at + _LONGEST_QUESTION)
    return stop is not None and stop.group() == "?"


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _phrases("asks") | _phrases("asks_any"))


def _opens(layout: Layout, at: int) -> str:
    """The kind of question about a sum that the words from one on open; "" for none, or an offer at hand."""
    words = [word.fold for word in layout.words[at : at + 2 * _LONGEST_OPENING]]
    while words and words[0] in _phrases("before"):
        words.pop(0)
    for length in range(_LONGEST_OPENING, 0, -1):
        opening = " ".join(words[:length])
        if opening in _phrases("tells"):
            return ""
        for kind in ("asks_any", "asks"):
            if opening in _phrases(kind):
                return kind
    return ""


def _moved(layout: Layout, said: list[str]) -> list[str]:
    """Frames with every move "from A to B" seen: B is the offer, A what it leaves."""
    found = list(said)
    for n in range(len(layout.figures) - 1):
        first, second = layout.figures[n : n + 2]
        low = layout.source.low
        if moves(layout, n):
            left, reached, before = n, n + 1, first.start
        elif first.kind == second.kind == "money" and _BACK.fullmatch(low, first.end, second.start):
            left, reached, before = n + 1, n, first.start
        else:
            continue
        found[left] = _left(low, before)
        if found[reached] not in {"wish", "past", "revised", "asked", "if"}:
            found[reached] = "offer"
    return found


def moves(layout: Layout, n: int) -> bool:
    """Whether a figure and the next are the two ends of a move: "from 150k base to 165k", "150k -> 165k"."""
    first, second = layout.figures[n], layout.figures[n + 1]
    if first.kind != "money" or second.kind != "money":
        return False
    low = layout.source.low
    if _ARROW.fullmatch(low, first.end, second.start):
        return True
    return bool(_TO.fullmatch(low, first.end, second.start)) and leaves(low, first.start)


def _left(low: str, at: int) -> str:
    """Whose the sum left behind is: "initial" for an offer that grew, else "left"."""
    window = low[max(0, at - _WINDOW) : at]
    words = _WORD.findall(_CLAUSE.split(window)[-1])
    if any(word in {"offer", "offers", "offered", "counteroffer"} for word in words):
        return "initial"
    if not words or any(word in _phrases("mine") for word in words):
        return "left"
    return "initial" if any(word in _phrases("theirs") for word in words) else "left"


def frame_of_name(layout: Layout, start: int, end: int) -> str:
    """Whose employer a name is: by the frame before it, else one right after it ("Acme pays me")."""
    before, after = _nearest(layout, start)
    if after and layout.steps(end - 1, after.start) <= _BESIDE:
        return after.cue.role[1:]
    if before and before.cue.role == "@other":
        turn = _turn(layout, before)
        return "" if turn and turn.end() <= start else "other"
    return before.cue.role[1:] if before else ""


def _nearest(layout: Layout, position: int) -> tuple[Found | None, Found | None]:
    cues = layout.cues.frames
    at = bisect_left(cues, position, key=lambda cue: cue.start)
    sentence = layout.sentence(position)
    near: Sequence[Found | None] = (cues[at - 1] if at else None, cues[at] if at < len(cues) else None)
    before, after = (c if c and layout.sentence(c.start) == sentence else None for c in near)
    return before, after
