"""What a sentence wants: one of the commands, by the words that give it away.

The cues stand in `vocabulary/intent_cues.csv`, most telling first; what none of them matches is
"other". A pasted offer is recognised by the offer reader, not here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from bot.understand.text import tokens
from bot.understand.vocab import rows

A_GAP = 8  # words in which the rest of a cue with a gap must stand
A_GREETING = 4  # words; "hello" before a longer text is only polite
_AI = frozenset({"ai", "llm", "llms", "genai", "ml"})
_NEGATIONS = frozenset({"don't", "dont", "not", "never"})
AT_EITHER_END = 30  # words; what someone wants stands before or after what they paste


@cache
def _cues() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["intent"], tuple(row["cue"].split())) for row in rows("intent_cues"))


def intent(text: str) -> str | None:
    """The intent whose cue stands in the text, the first listed winning; None where none does."""
    words = _with_one_ai([word.fold for word in tokens(text)])
    if len(words) > 2 * AT_EITHER_END:
        words = [*words[:AT_EITHER_END], "", *words[-AT_EITHER_END:]]
    here = {*words, "^", "="}  # most cues are out by their first word
    return next((name for name, cue in _cues() if cue[0] in here and _stands(words, cue)), None)


def _with_one_ai(words: list[str]) -> list[str]:
    """The words with every name of AI work as "ai", so that a cue says it once."""
    said: list[str] = []
    for word in words:
        if word == "learning" and said[-1:] == ["machine"]:
            said[-1] = "ai"
        else:
            said.append("ai" if word in _AI else word)
    return said


def _stands(words: Sequence[str], cue: tuple[str, ...]) -> bool:
    """Whether the cue's words follow each other, not just after a "don't".

    "^" asks for the start of a few words ("hi there"), "=" for nothing else in the text, and "*"
    between words leaves room for a few others ("ai * pay more").
    """
    mark, cue = (cue[0], cue[1:]) if cue[0] in "^=" else ("", cue)
    if mark == "=":
        return tuple(words) == cue
    if mark == "^":
        return len(words) <= A_GREETING and tuple(words[: len(cue)]) == cue
    parts = [tuple(part.split()) for part in " ".join(cue).split("*")]
    ends = list(_ends(words, parts[0], 0, len(words)))
    for part in parts[1:]:
        ends = [found for end in ends for found in _ends(words, part, end, min(len(words), end + A_GAP))]
    return bool(ends)


def _ends(words: Sequence[str], part: tuple[str, ...], first: int, last: int) -> Iterator[int]:
    """Where the words of a part end, within `[first, last)`."""
    size = len(part)
    for i in range(first, last - size + 1):
        if tuple(words[i : i + size]) == part and (i == 0 or words[i - 1] not in _NEGATIONS):
            yield i + size
