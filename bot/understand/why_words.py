"""Whether few words ask why: for the reasons and the source of what was said last, or of one figure in it.

The words stand in `vocabulary/why_words.csv`: the whole of a text ("whole", and "more" or "less" where it
asks why not so), how one begins ("begins"), or what stands before a figure ("figure": "why 208?").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bot.understand.vocab import rows

Angle = Literal["", "more", "less"]

MOST_WORDS = 12
_LONGEST = 120  # characters; more tell something of their own
_EDGES = " .!?,;:…-"
_BEFORE = re.compile(
    r"(?:(?:oh|ok|okay|hm+|um+|well|wait|sorry|please|pls|but|so|and|yeah|no|interesting|really|huh)"
    r"[\s,.?!]{1,3}){1,3}"
)
_AFTER = re.compile(r"[\s,]{1,3}(?:please|pls|then|now|exactly|though|tho|anyway|again)$")
_FIGURE = re.compile(
    r"(?<![\w.])[$€£₹]?\s?(?P<number>\d[\d,]{0,14}(?:\.\d{1,4})?)\s?(?P<unit>k\b|m\b|%|percent\b)?"
)
# A sum with a word of pay that it is *for* is an offer told, not a figure asked about.
_TELLS = re.compile(
    r"\b(?:base|bonus|offered|offer from|rsus?|equity)\b.{0,20}[$€£]?\d|\d.{0,4}\b(?:base|bonus)\b.{0,40}\d"
)

_TEXTED = re.compile(r"\bu\b")


@dataclass(frozen=True, slots=True)
class Why:
    """What is asked: `angle` says for more or less than it was, `figure` the number asked about.

    `figure` is as said ("208" is 208.0, "25k" 25000.0); `percent` says that it is one.
    """

    angle: Angle = ""
    figure: float | None = None
    percent: bool = False


def asks_why(text: str, *, alone: bool = False) -> Why | None:
    """What a short text asks for the reasons of; None where it asks for none.

    `alone` says that nothing was said yet to ask about: then only words that can mean nothing else do.

    >>> asks_why("Why not more?").angle, asks_why("why 25k").figure, asks_why("why did they lower it")
    ('more', 25000.0, None)
    """
    if len(text) > _LONGEST or len(text.split()) > MOST_WORDS or "\n" in text.strip():
        return None
    said = _bare(text)
    table = _table()
    if alone and said not in table["whole"]:
        return None
    if said in table["more"] or said in table["less"]:
        return Why("more" if said in table["more"] else "less")
    if said in table["whole"]:
        return Why()
    figure, begins = _FIGURE.search(said), _opens(said, "begins")
    about_it = figure is not None and not _TELLS.search(said) and (begins or _opens(said, "figure"))
    if figure is not None and about_it:
        return Why(_angle(said), _value(figure), figure["unit"] in ("%", "percent"))
    return Why(_angle(said)) if begins else None


def is_bare(text: str) -> bool:
    """Whether a text is exactly "why?", and belongs to no talk that is being practised."""
    return text.strip(_EDGES).lower() in ("why", "but why", "why that", "why this", "how come")


def _bare(text: str) -> str:
    said = " ".join(text.lower().replace("\u2019", "'").split()).strip(_EDGES)
    said = _TEXTED.sub("you", said)
    known = _table()
    for _ in range(3):  # as many trimmings as anybody hangs on
        if any(said in known[kind] for kind in ("whole", "more", "less")):
            return said
        cut = _AFTER.sub("", said).strip(_EDGES)
        before = _BEFORE.match(cut)
        cut = cut[before.end() :].strip(_EDGES) if before else cut
        if cut in (said, ""):
            return said
        said = cut
    return said


def _opens(said: str, kind: str) -> bool:
    return any(said == words or said.startswith(f"{words} ") for words in _table()[kind])


def _angle(said: str) -> Angle:
    words = set(re.findall(r"[a-z]+", said))
    if words & {"more", "higher"}:
        return "more"
    return "less" if words & {"less", "lower"} else ""


def _value(found: re.Match[str]) -> float:
    number = float(found["number"].replace(",", "").rstrip("."))
    return number * {"k": 1_000.0, "m": 1_000_000.0}.get(found["unit"] or "", 1.0)


@cache
def _table() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {
        "whole": set(),
        "more": set(),
        "less": set(),
        "begins": set(),
        "figure": set(),
    }
    for row in rows("why_words"):
        found[row["kind"]].add(row["words"])
    return {kind: frozenset(words) for kind, words in found.items()}
