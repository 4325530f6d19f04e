"""The order of levels: what comes below and above one, and whether a figure keeps to that order.

An engineer's levels and a manager's are two tracks: nothing says which of two on different tracks is
paid more.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from bot.understand.levels import levels

ALL: Final = "all"


@cache
def tracks() -> tuple[tuple[str, ...], ...]:
    """The level ids of each track, lowest first."""
    found: dict[str, list[str]] = {}
    for level in levels().values():
        found.setdefault(level.track, []).append(level.id)
    return tuple(tuple(ids) for ids in found.values())


def track(level: str) -> tuple[str, ...]:
    """The track a level is on, lowest first; none for "all"."""
    return next((ids for ids in tracks() if level in ids), ())


def contradicts(level: str, pay: float, ends: tuple[float, float], known: Mapping[str, float]) -> bool:
    """Whether pay told for a level cannot stand beside what is known of the same job and place.

    Args:
        level: a level id, or "all".
        pay: what is told of it.
        ends: the interval around it.
        known: pay by level id, or of all levels together as "all". A lower level that pays more, a
            higher one that pays less, and all levels outside the interval contradict.
    """
    low, high = ends
    if not low <= known.get(ALL, pay) <= high:
        return True
    order = track(level)
    at = order.index(level) if level in order else 0
    below = any(known.get(each, pay) > pay for each in order[:at])
    return below or any(known.get(each, pay) < pay for each in order[at + 1 :])
