"""Few words that steer a talk: "start over", "new offer", "go back", "scratch that", "hi"."""

from __future__ import annotations

from functools import cache
from typing import Literal

from bot.understand.leaving import few_words, leaves, listed

Step = Literal["", "over", "new", "back", "undo", "greet", "stop", "later"]


def step(text: str) -> Step:
    """Where few words steer to; "" where they say something of their own, or only ask for a moment.

    >>> step("Let's start over, please"), step("scratch that"), step("never mind"), step("back to Austin")
    ('over', 'undo', 'stop', '')
    """
    named = listed(text, _table())
    if named is not None:
        return named
    left = leaves(text)
    return "" if left == "wait" else left


@cache
def _table() -> dict[str, Step]:
    return few_words("steering")  # type: ignore[return-value]
