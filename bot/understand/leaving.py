"""Few words that leave what was being asked: "never mind", "no thanks", "wait"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from bot.understand.vocab import rows

Leaving = Literal["", "stop", "later", "wait"]

_LONGEST = 60  # characters; more words say something of their own
_BEFORE = re.compile(
    r"(?:(?:oh|ok|okay|hm+|um+|well|actually|sorry|please|ah|yeah|no|nah|just|then)[\s,]{1,3}){1,3}"
)
_AFTER = re.compile(
    r"[\s,]{1,3}(?:please|thanks|thank you|thx|for now|then|now|anyway|sorry|with (?:it|this|that)|pls)$"
)
_EDGES = " .!?,;:…-"


def leaves(text: str) -> Leaving:
    """How few words leave a question: for good, for later, or for a moment; "" where they answer it.

    >>> leaves("Never mind, thanks!"), leaves("no thanks"), leaves("I built a bot that waits")
    ('stop', 'later', '')
    """
    if len(text) > _LONGEST:
        return ""
    said = " ".join(text.lower().replace("\u2019", "'").split()).strip(_EDGES)
    for _ in range(3):  # as many trimmings as anybody hangs on
        plain = " ".join(said.replace(",", " ").split())
        if plain in _table():
            return _table()[plain]
        cut = _AFTER.sub("", said).strip(_EDGES)
        if cut == said and (before := _BEFORE.match(said)):
            cut = said[before.end() :].strip(_EDGES)
        if cut == said:
            return ""
        said = cut
    return ""


@cache
def _table() -> dict[str, Leaving]:
    return {row["words"]: row["kind"] for row in rows("leaving")}  # type: ignore[misc]
