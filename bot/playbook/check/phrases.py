"""The telling phrases of a draft: `vocabulary/check_phrases.csv`, a table that a person can edit.

A phrase is words apart by spaces. `a|b` is either, `two_words` one choice of two words, a `?` behind a
word makes the whole of it optional, `%` ends a word's beginning ("leverag%"), `*` leaves room for a few
words of the same sentence, `#` is a number or a sum, `#%` a percentage and `>#` a number that follows
but is no part of the phrase. The `keep` rows name words that look like the kind and are not: what they
cover is no finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from bot.playbook.check.shapes import Kind
from bot.understand.own_pay import own_pay
from bot.understand.vocab import rows

EditName = Literal["drop", "swap", "clause", "whole", "ask", "figure", "need", "work", "none", "keep"]

_GAP = r"(?:[^\s.!?;]{1,30}\s{1,3}){0,6}?"  # words a `*` may leave between
_NUMBER = r"(?:[$€£₹]\s?)?\d[\d.,' ]{0,12}(?:\s?(?:k\b|%|percent|lakhs?|lpa|usd|eur|gbp|dollars|euros))?"
_PERCENT = r"\d{1,3}(?:\.\d{1,2})?\s?(?:%|percent\b)"
_LAZY = re.compile(r"(?<=^i)'(?=m$|ve$)|(?<=n)'(?=t$)")
_END = r"(?![\w'-])"
_SPACE = r"[\s,]{0,4}"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row of the table, compiled."""

    kind: Kind
    pattern: re.Pattern[str]
    edit: EditName
    better: str


_PRESENT = Phrase("present_salary", re.compile(r"\d"), "clause", "")  # what no row of the table words


_APOLOGY = Phrase("apology", re.compile("sorry"), "whole", "")
_BEFORE = 30  # characters before a sum that say whose it is
_SORRY = re.compile(r"(?:so |really |again )?(?:sorry|apologies|my apologies)(?: again)?[.!]{0,3}")
_MY_RATE = re.compile(r"\bmy (?:day |daily |hourly )?rate (?:is|would be) $")  # what a contractor asks for


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase stands in the text it was looked for in."""

    phrase: Phrase
    start: int
    end: int


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every row, in the table's order."""
    return tuple(
        Phrase(
            cast("Kind", row["kind"]),
            re.compile(rf"(?<![\w'-]){_written(row['phrase'])}"),
            cast("EditName", row["edit"]),
            row["better"] or "",
        )
        for row in rows("check_phrases")
    )


@cache
def _needles() -> tuple[tuple[str, ...], ...]:
    """For each phrase the beginnings of words of which one stands in any text that it matches."""
    return tuple(_needles_of(row["phrase"]) for row in rows("check_phrases"))


def _needles_of(phrase: str) -> tuple[str, ...]:
    """Those of the word of a phrase that tells most: all its choices are long."""
    of_words = [
        tuple(
            max((part.split("'")[0].split("%")[0] for part in choice.split("_")), key=len)
            for choice in word.split("|")
        )
        for word in phrase.split()
        if not word.endswith("?") and not set(word.replace("|", "")) & set("*#>")
    ]
    return max(of_words, key=lambda found: min(map(len, found)), default=("",))


def hits(plain: str) -> Iterator[Hit]:
    """Every phrase of the table in a folded text, but for words that a `keep` row covers.

    A sum that is surely the writer's pay is one too, where no phrase holds it.
    """
    of_pay: list[tuple[int, int]] = []
    kept: list[tuple[Kind, int, int]] = []
    for phrase, needles in zip(phrases(), _needles(), strict=True):
        if not any(needle in plain for needle in needles):
            continue  # a pattern tried in vain costs more than all these
        for match in phrase.pattern.finditer(plain):
            start, end = match.start(), match.start() + len(match.group().rstrip(" ,\n"))
            if phrase.edit == "keep":
                kept.append((phrase.kind, start, end))
            elif not any(kind == phrase.kind and a < end and start < b for kind, a, b in kept):
                if phrase.kind == _PRESENT.kind:
                    of_pay.append((start, end))
                yield Hit(phrase, start, end)
    if _SORRY.fullmatch(plain):
        yield Hit(_APOLOGY, 0, len(plain))
    for start, end in own_pay(plain):
        if not _MY_RATE.search(plain[max(0, start - _BEFORE) : start]) and not any(
            a < end and start < b for a, b in of_pay
        ):
            yield Hit(_PRESENT, start, end)


def _written(phrase: str) -> str:
    """A phrase of the table as a regular expression; every repetition in it is bounded."""
    parts: list[str] = []
    for word in phrase.split():
        if word == "*":
            parts.append(_GAP)
        elif word == ">#":
            parts.append(rf"(?={_NUMBER})")
        else:
            each = "|".join(_choice(choice) for choice in word.removesuffix("?").split("|"))
            parts.append(rf"(?:(?:{each}){_END}{_SPACE}){'?' if word.endswith('?') else ''}")
    return "".join(parts)


def _choice(choice: str) -> str:
    """One choice of a word, its own words apart by space."""
    return r"\s{1,3}".join(_word(word) for word in choice.split("_"))


def _word(word: str) -> str:
    if word in ("#", "#%"):
        return _NUMBER if word == "#" else _PERCENT
    if word.endswith("%"):
        return re.escape(word[:-1]) + r"\w{0,12}"
    return _LAZY.sub("'?", re.escape(word))  # "im", "dont"
