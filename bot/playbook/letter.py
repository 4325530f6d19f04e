"""How long a letter may be, and a person's own sentences made to fit it."""

from __future__ import annotations

import re
from typing import Final

LONGEST_EMAIL: Final = 180  # words, with subject, greeting and signature
LONGEST_CHAT: Final = 60  # words, as one types to a recruiter
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_PAUSE = re.compile(r"[,;:]$")
_LEAST = 6  # words that a cut at a pause must leave


def length(text: str) -> int:
    """The words of a text, counted as they stand between spaces."""
    return len(text.split())


def asks_nothing(text: str) -> str:
    """The words without a question mark: a letter holds one, at its end.

    >>> asks_nothing("Did it work? Errors halved")
    'Did it work. Errors halved'
    """
    return text.replace("?", ".").rstrip(". ")


def fit(text: str, most: int) -> str:
    """The text in at most so many words: whole sentences, else up to a pause, else the first words.

    >>> fit("I built a bot. It halved response time", 5)
    'I built a bot'
    """
    kept: list[str] = []
    for sentence in _SENTENCE.split(text.strip()):
        if length(" ".join([*kept, sentence])) > most:
            break
        kept.append(sentence)
    if kept:
        return " ".join(kept).rstrip(". ")
    words = text.split()[: max(most, 0)]
    pauses = [at for at, word in enumerate(words, 1) if at >= _LEAST and _PAUSE.search(word)]
    return " ".join(words[: pauses[-1]] if pauses else words).rstrip(" .,;:")


def rooms(work: str, proof: str, room: int) -> tuple[int, int]:
    """How many of `room` words each of two texts may take: what one does not need, the other has."""
    needs_work, needs_proof = length(work), length(proof)
    for_proof = min(needs_proof, max(room // 2, room - needs_work))
    return min(needs_work, room - for_proof), for_proof
