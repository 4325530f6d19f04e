"""What a sentence wants: one of the commands, by the words that give it away.

The cues stand in `vocabulary/intent_cues.csv`, most telling first; what none of them matches is
"other". A name in angle brackets is a class of words that cues may use, and in them "*" leaves room for
a few words and "#" is any number. A pasted offer is recognised by the offer reader, not here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from bot.understand.text import tokens
from bot.understand.vocab import rows

A_GAP: Final = 8  # words in which the rest of a cue with a gap must stand
A_GREETING: Final = 4  # words; "hello" before a longer text is only polite
AT_EITHER_END: Final = 30  # words; what someone wants stands before or after what they paste
_PREMIUM, _NO_PREMIUM, _ALONE, _NO_AI = "premium", "no premium", "premium alone", "<no ai>"
_AI = frozenset({"ai", "llm", "llms", "genai", "ml"})
_AI_NAMES = (("machine", "learning"), ("deep", "learning"), ("gen", "ai"), ("language", "models"))
_NEGATIONS = frozenset({"don't", "dont", "not", "never"})

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that give an intent away: their parts follow each other with gaps between.

    "^" before them asks for the start of a few words ("hi there"), "=" for nothing else in the text.
    """

    intent: str
    mark: str
    parts: tuple[Words, ...]

    @property
    def key(self) -> str:
        """A word that has to be in the text."""
        return self.parts[0][0]


@cache
def _phrases() -> Mapping[str, tuple[Words, ...]]:
    """The phrases of each name, a word class ("<more>") among them."""
    found: dict[str, list[Words]] = {}
    for row in rows("intent_cues"):
        found.setdefault(row["intent"], []).append(tuple(row["cue"].split()))
    return {name: tuple(phrases) for name, phrases in found.items()}


@cache
def _cues() -> tuple[Cue, ...]:
    """Every cue in its order, one for each phrase of the classes it names; "*" is a gap."""
    found = []
    for row in rows("intent_cues"):
        name, written = row["intent"], row["cue"].split()
        mark = written.pop(0) if written[0] in ("^", "=") else ""
        for words in _spelt_out(tuple(written)) if name[0] != "<" else ():
            parts = tuple(tuple(part.split()) for part in " ".join(words).split("*"))
            found.append(Cue(name, mark, parts))
    return tuple(found)


@cache
def _by_key() -> Mapping[str, tuple[int, ...]]:
    """Where in the table the cues with a key stand: most cues are out by their first word."""
    found: dict[str, list[int]] = {}
    for at, cue in enumerate(_cues()):
        found.setdefault(cue.key, []).append(at)
    return {key: tuple(places) for key, places in found.items()}


def _spelt_out(written: Words) -> Iterator[Words]:
    choices = [_phrases()[word] if word[0] == "<" else ((word,),) for word in written]
    return (tuple(word for phrase in phrases for word in phrase) for phrases in product(*choices))


def intent(text: str) -> str | None:
    """The intent whose cue stands in the text, the first listed winning; None where none does.

    A cue of "no premium" takes the word to the premium's cues after it. "Premium" by itself is no
    intent: see `says_premium`.
    """
    barred = False
    for name in _standing(text):
        barred = barred or name == _NO_PREMIUM
        if name in (_NO_PREMIUM, _ALONE) or (name == _PREMIUM and barred):
            continue
        return name
    return None


def says_premium(text: str) -> bool:
    """Whether the text names a premium and none of insurance, nights, equity and the like."""
    names = set(_standing(text))
    return _ALONE in names and _NO_PREMIUM not in names


def ai_skills(text: str) -> bool:
    """Whether a text may be about AI skills: not where it says AI only of a job or an employer."""
    words = [word.fold for word in tokens(text)]
    said = _with_one_ai(words)
    return "ai" in said or said == words


def _standing(text: str) -> Iterator[str]:
    """The intents of the cues that stand in the text, in the table's order."""
    words = ["#" if word.fold[0].isdigit() else word.fold for word in tokens(text)]
    if len(words) > 2 * AT_EITHER_END:
        words = [*words[:AT_EITHER_END], "", *words[-AT_EITHER_END:]]
    words = _with_one_ai(words)
    begun = sorted(at for word in set(words) for at in _by_key().get(word, ()))
    return (cue.intent for cue in map(_cues().__getitem__, begun) if _stands(words, cue))


def _with_one_ai(words: list[str]) -> list[str]:
    """The words with every name of AI skills as "ai", so that a cue says it once.

    What is no skill but a job or an employer ("AI engineer", "an AI startup") becomes "": their pay is
    a median's question.
    """
    said: list[str] = []
    for word in words:
        if (*said[-1:], word) in _AI_NAMES:
            said[-1] = "ai"
        else:
            said.append("ai" if word in _AI else word)
    for phrase in _phrases()[_NO_AI] if "ai" in said else ():
        for end in _ends(said, phrase, 0, len(said)):
            said[end - len(phrase) : end] = [""] * len(phrase)
    return said


def _stands(words: Sequence[str], cue: Cue) -> bool:
    """Whether the cue's words follow each other, a few others in its gaps, not just after a "don't"."""
    first, *rest = cue.parts
    if cue.mark == "=":
        return tuple(words) == first
    if cue.mark == "^":
        return len(words) <= A_GREETING and tuple(words[: len(first)]) == first
    ends = set(_ends(words, first, 0, len(words)))
    for part in rest:
        ends = {found for end in ends for found in _ends(words, part, end, min(len(words), end + A_GAP))}
    return bool(ends)


def _ends(words: Sequence[str], part: Words, first: int, last: int) -> Iterator[int]:
    """Where the words of a part end, within `[first, last)`."""
    size = len(part)
    for i in range(first, last - size + 1):
        if tuple(words[i : i + size]) == part and (i == 0 or words[i - 1] not in _NEGATIONS):
            yield i + size
