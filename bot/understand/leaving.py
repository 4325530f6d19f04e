"""Few words that leave what was being asked: "never mind", "no thanks", "wait"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, TypeVar

from bot.understand.vocab import rows

Leaving = Literal["", "stop", "later", "wait"]
T = TypeVar("T")

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
    return listed(text, _table()) or ""


def listed(text: str, table: Mapping[str, T]) -> T | None:
    """What a table of few words says of a text, without what people hang on it ("ok, ...", "... please")."""
    if len(text) > _LONGEST:
        return None
    said = " ".join(text.lower().replace("\u2019", "'").split()).strip(_EDGES)
    for _ in range(3):  # as many trimmings as anybody hangs on
        plain = " ".join(said.replace(",", " ").split())
        if plain in table:
            return table[plain]
        cut = _AFTER.sub("", said).strip(_EDGES)
        if cut == said and (before := _BEFORE.match(said)):
            cut = said[before.end() :].strip(_EDGES)
        if cut == said:
            return None
        said = cut
    return None


def few_words(name: str) -> dict[str, str]:
    """A table of few words and their kinds, each also as people type it without its apostrophe."""
    kinds = {row["words"]: row["kind"] for row in rows(name)}
    return {words.replace("'", ""): kind for words, kind in kinds.items()} | kinds


@cache
def _table() -> dict[str, Leaving]:
    return few_words("leaving")  # type: ignore[return-value]
