"""What a sentence wants: one of the commands, by the words that give it away.

The cues stand in `vocabulary/intent_cues.csv`, most telling first; what none of them matches is
"other". A pasted offer is recognised by the offer reader, not here.
"""

from __future__ import annotations

from functools import cache

from bot.understand.text import tokens
from bot.understand.vocab import rows

A_GREETING = 4  # words; "hello" before a longer text is only polite
AT_EITHER_END = 30  # words; what someone wants stands before or after what they paste


@cache
def _cues() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["intent"], tuple(row["cue"].split())) for row in rows("intent_cues"))


def intent(text: str) -> str | None:
    """The intent whose cue stands in the text, the first listed winning; None where none does."""
    words = [word.fold for word in tokens(text)]
    if len(words) > 2 * AT_EITHER_END:
        words = [*words[:AT_EITHER_END], "", *words[-AT_EITHER_END:]]
    return next((name for name, cue in _cues() if _stands(words, cue)), None)


def _stands(words: list[str], cue: tuple[str, ...]) -> bool:
    """Whether the cue's words follow each other, not just after a "don't".

    "^" asks for the start of a few words ("hi there"), "=" for nothing else in the text.
    """
    mark, cue = (cue[0], cue[1:]) if cue[0] in "^=" else ("", cue)
    size = len(cue)
    if mark == "=":
        return tuple(words) == cue
    if mark == "^":
        return len(words) <= A_GREETING and tuple(words[:size]) == cue
    return any(
        tuple(words[i : i + size]) == cue
        and words[i - 1 : i] not in (["don't"], ["dont"], ["not"], ["never"])
        for i in range(len(words) - size + 1)
    )
