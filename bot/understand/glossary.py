"""The field's own words explained: "what is a cliff?", `/help OTE`.

The terms stand in `vocabulary/glossary.csv`: a term, the ways it is written, and what it means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.understand.text import tokens
from bot.understand.vocab import rows

MOST_WORDS: Final = 10  # of a question about one word
_POLITELY = (
    r"(?:(?:hey|hi|ok|so|please|pls)[, ]+)?(?:(?:can|could|would) (?:you|u) (?:please )?(?:tell me )?)?"
)
_WHAT = (
    r"(?:(?:what(?: is|['’]?s) )?(?:the )?(?:meaning|definition) of|how do(?:es)?"
    r"|(?:explain(?: to me)? )?(?:what|whats|what['’]s|wtf)(?: exactly| the hell| on earth)?"
    r"(?: is| are| does| do| means?)?(?: meant by)?|define|explain(?: to me)?)"
)
_TAIL = (
    r"(?: exactly)?(?P<tail> means?| stands? for| works?)?(?: is| are)?"
    r"(?:,? (?:please|pls|plz|again))?[\s?.!]*"
)
_ASKED = re.compile(rf"{_POLITELY}{_WHAT}\s+(?:an? )?(?P<term>\S.{{0,50}}?){_TAIL}", re.IGNORECASE)
_FIGURES = frozenset({"base", "floor", "level", "median", "metro", "band"})
_QUOTES = "\"'“”‘’`"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field and what it means, in a sentence or two."""

    name: str
    meaning: str


def term(said: str) -> Term | None:
    """The term by any of its names: "RSUs", "sign on bonus", "409A"."""
    return _terms().get(_key(said))


def asked(text: str, *, at_hand: bool = False) -> Term | None:
    """The term that a whole text asks for, and for nothing else: "what does OTE mean?".

    "What is the cliff?" asks for a figure of an offer `at_hand`, and "what is the median?" always for a
    figure, unless it is asked what the word means.
    """
    if len(text.split()) > MOST_WORDS:
        return None
    found = _ASKED.fullmatch(text.strip())
    if found is None:
        return None
    said = found["term"].strip(_QUOTES + " ")
    bare = re.sub(r"^(?:the|this|that|an?|by)\s+", "", said, flags=re.IGNORECASE).strip(_QUOTES)
    if found["tail"] or re.search(r"\bmean|\bdefin|\bexplain", found.group(), re.IGNORECASE):
        return term(bare)
    meant = term(bare)
    figure = at_hand or (meant is not None and meant.name in _FIGURES)
    return term(said) if figure else meant


def names() -> tuple[str, ...]:
    """Every term, in the table's order."""
    return tuple(row["term"] for row in rows("glossary"))


def _key(said: str) -> tuple[str, ...]:
    return tuple(word.fold for word in tokens(said))


@cache
def _terms() -> dict[tuple[str, ...], Term]:
    return {
        _key(alias): Term(row["term"], row["meaning"])
        for row in rows("glossary")
        for alias in row["aliases"].split("|")
    }
