"""What Parley does not do, by the words that ask for it: legal advice, a forged letter, small talk.

The cues stand in `vocabulary/boundaries.csv`, the gravest kind first. In a cue "a|b" is either word, "*"
leaves room for a few words, and "=" before it asks for nothing else in the text. Apostrophes do not count.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal

from bot.understand.text import tokens
from bot.understand.vocab import rows

Kind = Literal[
    "crisis", "despair", "forge", "invent", "lie_pay", "references", "private_pay", "discrimination", "anger",
    "human", "maker", "legal", "tax", "immigration", "health", "investing", "code", "politics", "weather",
    "chat",
]  # fmt: skip

GRAVE: Final[frozenset[Kind]] = frozenset({"crisis", "despair"})
"""What is answered first, in whatever talk it is said."""
UNSAFE: Final[frozenset[Kind]] = frozenset(
    {"forge", "invent", "lie_pay", "references", "private_pay", "discrimination", "anger", "human", "maker"}
)
"""What no command answers, whatever else the words may name."""
TOPICS: Final[frozenset[Kind]] = frozenset(
    {"legal", "tax", "immigration", "health", "investing", "code", "politics", "weather", "chat"}
)
"""What is only a matter of what the words speak of: somebody's work may be about any of it."""
READ_AT_MOST: Final = 45  # words; a longer text tells of an offer or of work, whatever stands in it
# "I built a tax assistant", "we rewrote the forecast": somebody's own work, told and not asked for.
_DID = re.compile(
    r" (?:i|we|ive|weve|my team) (?:(?:have|also|just|recently|once|then|and|led|helped|designed) ){0,3}"
    r"(?:built|rebuilt|made|ran|led|wrote|rewrote|cut|shipped|grew|set up|taught|won|sped up"
    r"|(?:automat|design|launch|creat|develop|deploy|train|reduc|migrat|measur|manag|replac|evaluat|improv"
    r"|prototyp|debugg|implement|introduc|sav|review|shipp|integrat|label|test|moderniz|refactor"
    r"|maintain)ed) "
)
# What makes it no telling of work after all: a wish, or the writer's own body, papers and purse.
_NOT_TOLD = re.compile(
    r" (?:can|could|would|will|should|do|does|did) (?:you|i|we|it|they|this|that) | help me | need | want "
    r"| fix | how (?:do|to|can|much) | please | is (?:it|this|that) | what | tell me | advi[cs]e | sue "
    r"| burn(?:ed|t)? ?out | panic | sick "
    r"| my (?:doctor|therap(?:y|ist)|anxiety|medication|health|visa|status|lawyer|boss|mortgage"
    r"|roth|ira|tax(?:es)?|code) "
)
_GAP = r"(?:\S+ ){0,8}"


def boundary(text: str) -> Kind | None:
    """The first kind whose cue stands in a short text; None where none does.

    What somebody tells of their own work is none for being about code, tax or the weather.
    """
    words = [word.fold.replace("'", "") for word in tokens(text)]
    if not 0 < len(words) <= READ_AT_MOST:
        return None
    said = f" {' '.join(words)} "
    found = next((kind for kind, shape in _shapes().items() if shape.search(said)), None)
    return None if found in TOPICS and _tells_work(text, said) else found


def _tells_work(text: str, said: str) -> bool:
    """Whether words tell what their writer did and ask for nothing."""
    return "?" not in text and _DID.search(said) is not None and _NOT_TOLD.search(said) is None


@cache
def _shapes() -> dict[Kind, re.Pattern[str]]:
    """One pattern a kind, over words set apart by one blank."""
    cues: dict[Kind, list[str]] = {}
    for row in rows("boundaries"):
        cues.setdefault(row["kind"], []).append(_shape(row["cue"]))  # type: ignore[arg-type]
    return {kind: re.compile("|".join(shapes)) for kind, shapes in cues.items()}


def _shape(cue: str) -> str:
    words = cue.split()
    alone = words[0] == "="
    shape = "".join(_GAP if word == "*" else f"(?:{_either(word)}) " for word in words[alone:])
    return f"^ {shape}$" if alone else f"(?<= ){shape}"


def _either(word: str) -> str:
    forms = (" ".join(part.fold.replace("'", "") for part in tokens(each)) for each in word.split("|"))
    return "|".join(map(re.escape, forms))
