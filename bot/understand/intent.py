"""What a sentence wants: one of the commands, by the words that give it away.

The cues stand in `vocabulary/intent_cues.csv`, most telling first; what none of them matches is
"other". A pasted offer is recognised by the offer reader, not here.
"""

from __future__ import annotations

from functools import cache

from bot.understand.text import tokens
from bot.understand.vocab import rows

AT_EITHER_END = 30  # words; what someone wants stands before or after what they paste


@cache
def _cues() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["intent"], tuple(row["cue"].split())) for row in rows("intent_cues"))


def intent(text: str) -> str | None:
    """The intent whose cue stands in the text, the first listed winning; None where none does."""
    words = [word.fold for word in tokens(text)]
    if len(words) > 2 * AT_EITHER_END:
        words = [*words[:AT_EITHER_END], "", *words[-AT_EITHER_END:]]
    present = set(words)
    for name, cue in _cues():
        if not present.issuperset(word for word in cue if word != "^"):
            continue
        if _stands(words, cue):
            return name
    return None


def _stands(words: list[str], cue: tuple[str, ...]) -> bool:
    """Whether the cue's words follow each other; a leading "^" means at the very start."""
    at_start, cue = cue[0] == "^", cue[1:] if cue[0] == "^" else cue
    starts = range(1 if at_start else len(words) - len(cue) + 1)
    return any(tuple(words[i : i + len(cue)]) == cue for i in starts)
