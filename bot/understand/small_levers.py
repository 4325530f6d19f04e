"""A smaller thing than pay that few words ask for: "more vacation", "start date a month later"."""

from __future__ import annotations

import re

from bot.understand.text import tokens

_SHORT, _OF_A_DATE = 5, 12  # words; in more it may be part of somebody's work
_LEVERS = frozenset(
    ("vacation", "pto", "holiday", "title", "scope", "refresh", "refresher", "relocation", "remote",
     "severance", "review", "quota", "draw", "ramp", "uncapped", "accelerators")
)  # fmt: skip
_START = re.compile(
    r"\b(?:start(?:ing)? (?:date|later)|(?:later|delayed) start|start .{0,20}later)\b", re.IGNORECASE
)


def small_lever(said: str, *, works: bool) -> str:
    """The word for the thing: "more vacation" -> "vacation"; "" for none.

    Words that tell of work (`works`) ask for no date.
    """
    words = tokens(said)
    if len(words) <= _OF_A_DATE and not works and _START.search(said):
        return "start date"
    return next((word.fold for word in words if word.fold in _LEVERS), "") if len(words) <= _SHORT else ""
