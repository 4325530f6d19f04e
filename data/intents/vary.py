"""Texts like ours for the teacher to judge: words left out or told otherwise, sentences joined."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence

_SEED = 5
_JOINED, _AS_IT_IS = 0.25, 0.1  # share of texts that get another's sentence, that stay
_LEFT_OUT, _TOLD_OTHERWISE = (0.0, 0.1, 0.2), (0.1, 0.2, 0.3)  # shares of words
_SENTENCE = re.compile(r"(?<=[.?!])\s+|\n")
_EDGES = re.compile(r"^\W+|\W+$")


def varied(texts: Sequence[str], near: Mapping[str, Sequence[str]], times: int) -> list[str]:
    """So many variations of each text, always the same ones; `near` tells what may stand for a word."""
    chance = random.Random(_SEED)  # noqa: S311 - a fixed choice, no secret
    found = []
    for _ in range(times):
        for text in texts:
            joined = chance.random() < _JOINED
            changed = _joined(text, chance.choice(texts), chance) if joined else text
            found.append(changed if chance.random() < _AS_IT_IS else _reworded(changed, near, chance))
    return found


def _joined(text: str, other: str, chance: random.Random) -> str:
    """A text behind a sentence of another, or its first sentence before one."""
    ours, theirs = _sentences(text), _sentences(other)
    if not ours or not theirs:
        return text
    strange = chance.choice(theirs)
    return " ".join([strange, *ours] if chance.random() < 1 / 2 else [ours[0], strange])


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE.split(text) if part.strip()]


def _reworded(text: str, near: Mapping[str, Sequence[str]], chance: random.Random) -> str:
    out, other = chance.choice(_LEFT_OUT), chance.choice(_TOLD_OTHERWISE)
    words = []
    for word in text.split(" "):
        if chance.random() < out:
            continue
        bare = _EDGES.sub("", word).lower()
        told = bare in near and chance.random() < other
        words.append(word.lower().replace(bare, chance.choice(near[bare])) if told else word)
    return " ".join(words) or text
