"""The same counter wished for in another way: "make it firm", "softer please", "too long", "as a text".

Every word has to be one of a form, of a tone, or one that leads to them: "they are firm" is news of theirs.
The words stand in `vocabulary/counter_manners.csv` and `counter_restyles.csv`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bot.understand.counter_talk import Form, Tone
from bot.understand.text import tokens
from bot.understand.vocab import rows

_FEW = 10  # words
_AGAINST = frozenset(["too", "less"])  # of what there is too much, the other is wanted
_OTHER = {"firm": "warm", "warm": "firm", "neutral": "warm"}
_DOWN = ("tone", "it", "down")
_FORMS: tuple[Form, ...] = ("email", "call", "chat")
_TONES: tuple[Tone, ...] = ("warm", "neutral", "firm")


@dataclass(frozen=True, slots=True)
class Restyled:
    """The form and the tone wished for, "" where not said."""

    form: Form = ""
    tone: Tone = ""


def restyled(text: str) -> Restyled | None:
    """The form and tone that few words ask for, and nothing else; None where they say anything beside.

    >>> restyled("warmer please"), restyled("too harsh"), restyled("they are firm")
    (Restyled(form='', tone='warm'), Restyled(form='', tone='warm'), None)
    """
    words = tuple(token.fold for token in tokens(text))
    if not words or len(words) > _FEW or (len(words) == 1 and not words[0].endswith("er")):
        return None
    if words[:3] == _DOWN:
        return Restyled(tone="warm")
    found: set[str] = set()
    against = bool(_AGAINST & set(words))
    for word in words:
        kind, name = _table().get(word, ("", ""))
        if not kind and word not in _AGAINST:
            return None
        found.add(_OTHER[name] if kind == "tone" and against else name)
    form: Form = next((each for each in _FORMS if each in found), "")
    tone: Tone = next((each for each in _TONES if each in found), "")
    return Restyled(form, tone) if form or tone else None


@cache
def _table() -> dict[str, tuple[str, str]]:
    """Every word with its kind and the form or tone it asks for."""
    return {
        word: (row["kind"], row["id"])
        for table in ("counter_restyles", "counter_manners")
        for row in rows(table)
        for word in row["words"].split()
    }
