"""Misspelt words of a wish: "what shuld i ask for".

What a few typed words want is told by words spelt as listed. So a word nobody knows is read as the telling
word one slip away from it (a letter more, less, other, or two swapped), where there is just one.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from bot.common_words import is_known
from bot.understand.known_companies import company
from bot.understand.spelling import is_of_a_name
from bot.understand.text import tokens
from bot.understand.vocab import rows

LONGEST: Final = 16  # words; longer texts have enough that are spelt right
_SHORTEST: Final = 5  # letters; shorter words have too many neighbours
_OF_A_JOB: Final = "<no ai>"  # cues that are titles; what reads a role says so itself where it guessed


def respelt(text: str) -> str:
    """A short text with its misspelt telling words as they are spelt; all else as it was.

    >>> respelt("what shuld i ask for at Shulz"), respelt("median for nurses")
    ('what should i ask for at Shulz', 'median for nurses')
    """
    words = tokens(text)
    if len(words) > LONGEST:
        return text
    for word in reversed(words):
        meant = _meant(word.raw) if word.raw.islower() else None
        if meant is not None:
            text = f"{text[: word.start]}{meant}{text[word.end :]}"
    return text


def _meant(word: str) -> str | None:
    """The telling word that a word is a misspelling of; None for one that means something itself."""
    if not (len(word) >= _SHORTEST and word.isalpha() and word.isascii()) or word in _telling():
        return None
    if is_known(word) or is_of_a_name(word) or company(word) is not None:
        return None
    from rapidfuzz import process  # noqa: PLC0415 - only for a word nobody knows
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    near = process.extract(word, _telling(), scorer=OSA.distance, score_cutoff=1, limit=2)
    return near[0][0] if len(near) == 1 else None


@cache
def _telling() -> tuple[str, ...]:
    """The words of cues, as they are to be spelt."""
    cues = (row["cue"] for row in rows("intent_cues") if row["intent"] != _OF_A_JOB)
    said = {word for cue in cues for word in cue.split()}
    return tuple(
        sorted(word for word in said if word.isalpha() and len(word) >= _SHORTEST and is_known(word))
    )
