"""The words that say what a posting asks of AI: the table posting_ai_words.csv, ready for looking up.

`data.classify.ai_text` says what each kind decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

import ahocorasick

from bot.understand.vocab import rows

_CUES: Final = (
    *("build", "candidate", "demand", "hiring", "interest", "item", "job", "must"),
    *("not", "notice", "offer", "opener", "reader", "self", "skill", "wish"),
)
_BRANCHED: Final = 2  # letters
_NOUNS: Final = ("product", "setting", "topic", "you_no")
_SUFFIX = r"(?:[-\s](?:powered|driven|enabled|native|first|based|centric|focused|forward|ready))"


@dataclass(frozen=True, slots=True)
class Words:
    """The table: `terms` maps a lower-case term to how it is written and whether it is a mask."""

    terms: ahocorasick.Automaton
    not_names: frozenset[str]
    cues: dict[str, re.Pattern[str]]
    you: re.Pattern[str]
    topic: re.Pattern[str]
    setting: re.Pattern[str]
    product: re.Pattern[str]


@cache
def words() -> Words:
    """The table, read once."""
    kinds: dict[str, list[str]] = {}
    for row in rows("posting_ai_words"):
        kinds.setdefault(row["kind"], []).append(row["words"])
    terms = ahocorasick.Automaton()
    for kind in ("term", "mask"):
        for written in kinds[kind]:
            for form in {written, written.replace(" ", "-")}:
                terms.add_word(form.lower(), (form, kind == "mask"))
    terms.make_automaton()
    either = {kind: "|".join(map(re.escape, kinds[kind])) for kind in _NOUNS}
    return Words(
        terms,
        frozenset(kinds["name_no"]),
        {kind: _any_of(kinds[kind]) for kind in _CUES},
        re.compile(rf"you (?!(?:{either['you_no']})\b)[a-z]", re.IGNORECASE),
        re.compile(rf"{_SUFFIX}?[-\s](?:{either['topic']})\b", re.IGNORECASE),
        re.compile(rf"[-\s](?:{either['setting']})\b", re.IGNORECASE),
        re.compile(rf"{_SUFFIX}\s(?:[\w&/-]{{1,30}}\s){{0,3}}(?:{either['product']})\b", re.IGNORECASE),
    )


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_branches([phrase.lower() for phrase in phrases])})(?!\w)", re.IGNORECASE)


def _branches(phrases: list[str], depth: int = 0) -> str:
    """The phrases as alternatives by their first letters, so that few are tried at each place."""
    if depth == _BRANCHED or len(phrases) == 1:
        return "|".join(map(re.escape, phrases))
    ends: dict[str, list[str]] = {}
    for phrase in phrases:
        ends.setdefault(phrase[:1], []).append(phrase[1:])
    return "|".join(f"{re.escape(first)}(?:{_branches(rest, depth + 1)})" for first, rest in ends.items())
