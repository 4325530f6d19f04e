"""What an answer gives in words that `promise_words.csv` has no phrase for, or has too wide a one for.

A night's differential is no weekend's, the notice is bought out, options are exercised early or for longer.
The patterns are bounded: they take time in proportion to a part of an answer.
"""

from __future__ import annotations

import re

from bot.playbook.answered import BesideKind

_DIFFERENTIAL = r"(?:shifts?|differentials?|diffs?|pay|premium|rate)"
_OWN: tuple[tuple[BesideKind, re.Pattern[str]], ...] = (
    ("night", re.compile(rf"\bnights? {_DIFFERENTIAL}\b|\bfor (?:the )?nights?(?: shifts?)?$")),
    ("evening", re.compile(rf"\bevenings? {_DIFFERENTIAL}\b|\bfor (?:the )?evenings?(?: shifts?)?$")),
    ("weekend", re.compile(rf"\bweekends? {_DIFFERENTIAL}\b|\bfor (?:the )?weekends?(?: shifts?)?$")),
    ("early_exercise", re.compile(r"\bearly[- ]exercise\b")),
    ("exercise", re.compile(r"\bexercise (?:window|period)\b|\bto exercise\b")),
    ("accelerator", re.compile(r"\baccelerators?\b")),
    ("detention", re.compile(r"\bdetention\b|\blayover pay\b")),
    ("learning", re.compile(r"\bcontinuing education\b|\bcme (?:money|budget|allowance|funds)\b")),
    (
        "dues",
        re.compile(r"\b(?:bar|licen[sc]e|licensing|certification|membership|exam) (?:fees?|dues|costs?)\b"),
    ),
    ("notice", re.compile(r"\bfor (?:the |my )notice\b|\b(?:buy|bought|buying) out (?:the |my )?notice\b")),
)


def own_kind(part: str) -> BesideKind | None:
    """The kind of promise that a folded part of an answer names in words of its own; None for none.

    >>> own_kind("they raise the night differential to $5.50"), own_kind("a $2 weekend diff")
    ('night', 'weekend')
    """
    return next((kind for kind, words in _OWN if words.search(part)), None)
