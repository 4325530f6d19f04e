"""Whose employer a named company is: the one that offers, the writer's own, or somebody else's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.offers.cues import Found
from bot.offers.layout import Layout

# A frame this near after a name is about it: "Acme pays me", "Acme (current)".
_BESIDE = 3
_FURTHEST = 300
_TURN = re.compile(
    r"[;,:]? (?:but |and |while |whereas )?\b(?:(?P<got>i (?:just )?(?:got|received|have)|i've got|mine)"
    r"|(?<=[;,] )(?:i|they)(?! (?:think|know|believe|guess|heard|gave|pay|paid)\b)|(?<=but )(?:i|my|they))\b"
)


def whose(layout: Layout, start: int, end: int) -> str:
    """Whose a name is, by the frame right after it ("Acme pays me") or before it in its sentence.

    "" where the words do not say, else "present", "past", "other", "offer" ...
    """
    before, after = _nearest(layout, start)
    if after and layout.steps(end - 1, after.start) <= _BESIDE:
        return after.cue.role[1:]
    if before and before.cue.role == "@other":
        turn = _TURN.search(layout.source.low, before.end, before.end + _FURTHEST)
        return "" if turn and turn.end() <= start else "other"
    return before.cue.role[1:] if before else ""


def _nearest(layout: Layout, position: int) -> tuple[Found | None, Found | None]:
    cues = layout.cues.frames
    at = bisect_left(cues, position, key=lambda cue: cue.start)
    sentence = layout.sentence(position)
    near: Sequence[Found | None] = (cues[at - 1] if at else None, cues[at] if at < len(cues) else None)
    before, after = (c if c and layout.sentence(c.start) == sentence else None for c in near)
    return before, after
