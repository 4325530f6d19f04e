"""The number asked for as the draft writes it, and ranges where one number is asked for."""

from __future__ import annotations

import re

from bot.playbook.check.scene import Scene
from bot.playbook.check.shapes import Asked, Edit, Finding

_PREFIX = re.compile(
    r"(?:something |anything |somewhere |anywhere )?(?:in the range (?:of )?)?(?:between |from )?$"
)
_SALARY = re.compile(r"\b(?:salary|base|pay|compensation|package|ctc|rate|wage) $", re.IGNORECASE)
_OR_ANOTHER = re.compile(
    r"\s{1,2}or (?:even |maybe )?(?P<sum>[$€£]?\d[\d.,]{0,12}\d ?k?\b)", re.IGNORECASE
)  # "130k or 135k"
_NUMBER = re.compile(r"\d[\d.,]*(?:\s?k\b)?", re.IGNORECASE)


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
        of = (
            "of "
            if scene.draft[first:start].startswith("in ") and _SALARY.search(scene.draft[:first])
            else ""
        )
        edits.append(Edit(first, end, of + figure_said(scene.draft, ask)))
    if not spans:
        return [], []
    return [Finding("range", tuple(spans), better=edits[0].text.removeprefix("of "))], edits


def figure_said(draft: str, ask: Asked) -> str:
    """The number asked for as the draft writes it; of a range its top; "" where there is none."""
    if ask.figure is None:
        return ""
    said = draft[ask.figure[0] : ask.figure[1]]
    said = said if ask.low == ask.high else _top(said)
    return f"{said}k" if said.isdigit() and ask.high == int(said) * 1000 else said  # "190" of a base


def _top(said: str) -> str:
    """The top of a range as written, with the currency of its beginning: "$140-150k" -> "$150k"."""
    numbers = list(_NUMBER.finditer(said))
    if len(numbers) < 2:  # noqa: PLR2004
        return said
    lead = said[: numbers[0].start()].strip()
    top = said[numbers[1].start() :]
    currency = said[numbers[0].end() : numbers[1].start()].strip(" -–—~toand")
    return f"{lead or currency}{top}" if len(lead or currency) <= 1 else f"{lead} {top}"
