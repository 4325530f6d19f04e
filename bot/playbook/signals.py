"""What a sentence on somebody's work shows: a number, a tool, somebody it helped, a before and after.

The words that count are listed in `vocabulary/evidence_words.csv`. A word alone is no evidence: the
rules of `bot.playbook.evidence` say what must stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, Literal

from bot.understand import ai
from bot.understand.text import Token, tokens
from bot.understand.vocab import rows

Signal = Literal["specific", "number", "tool", "user", "change", "measure", "sample", "transfer", "again"]

SPECIFIC: Final = 3  # words of content that make a sentence about something
NAME_DROPPING: Final = 2  # buzzwords from which a sentence without a number or a tool says nothing

# A number that measures something: no part of a name ("GPT-4", "S3"), no year, no "24/7".
_FIGURE = re.compile(r"(?<![\w.,/#-])[$£€]?(\d[\d,]*(?:\.\d+)?)(?![\w]*[/]\d)(?:(%|[kKmMxX]\b)|(?![\w]))?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TIMES = frozenset({"halved", "halves", "halving", "doubled", "doubles", "tripled", "quadrupled", "twice"})
_PARTS = frozenset({"half", "third", "quarter"})
_CHANGE = re.compile(
    r"\bfrom\b.{1,60}\bto\b|\bbefore\b.{1,80}\b(?:after|now)\b|\bused to\b|\binstead of\b"
    r"|\b(?:down|up) from\b|\bwas\b.{1,60}\bnow\b|\bcompared (?:to|with)\b"
    r"|\bagainst (?:a |the )?(?:baseline|control|old)\b"
    r"|\b(?:than|versus|vs\.?) (?:before|by hand|the old)\b|\bbefore and after\b",
    re.IGNORECASE | re.DOTALL,
)
_UNMEASURED = re.compile(
    r"\b(?:not|never|no|nobody|didn['’]?t|don['’]?t|haven['’]?t|hasn['’]?t|wasn['’]?t|couldn['’]?t|without)\s"
    r"(?:\w{1,15}\s){0,3}(?:measure\w*|track\w*|test\w*|eval\w*|benchmark\w*|compare\w*|metrics?|count\w*)\b",
    re.IGNORECASE,
)
_OVER_TIME = re.compile(
    r"\b(?:over|for|across|during)\s(?:the )?(?:last )?(?:\d{1,3}|two|three|four|five|six|eight|ten|twelve|a)"
    r"\s(?:days?|weeks?|months?|quarters?|years?|sprints?|releases?|shifts?)\b",
    re.IGNORECASE,
)
_LISTED_ON = re.compile(r"\W*$|\s?[,/&+]|\s(?:and|or|plus|with)\b")
_NAMED_TOOL = re.compile(
    r"\b(?:[Uu]sing|[Vv]ia|[Bb]uilt (?:on|in|with)|[Ww]ritten in)\s+([A-Z][\w.+#-]{1,30})"
)


def signals(text: str) -> frozenset[Signal]:
    """What the words show, each thing by its name; nothing for words that say nothing."""
    said = tokens(text)
    words = tuple(word.fold for word in said)
    found: set[Signal] = set()
    if _is_specific(words):
        found.add("specific")
    if figures(text):
        found.add("number")
    if tools(text):
        found.add("tool")
    if _any(words, "user"):
        found.add("user")
    if _CHANGE.search(text) or _any(words, "effect"):
        found.add("change")
    if _any(words, "measure") and not _UNMEASURED.search(text):
        found.add("measure")
    if _has_sample(text):
        found.add("sample")
    if _any(words, "transfer"):
        found.add("transfer")
    if _any(words, "again"):
        found.add("again")
    return frozenset(found)


def figures(text: str) -> tuple[str, ...]:
    """The numbers in the words that measure something, as written: "9%", "4", "halved", "two hours"."""
    return (*_digits(text), *_spelt(tuple(word.fold for word in tokens(text))))


def _digits(text: str) -> tuple[str, ...]:
    return tuple(found.group() for found in _measuring(text))


def _measuring(text: str) -> Iterator[re.Match[str]]:
    """The numerals that are no year and no version of a tool ("Claude 3.5")."""
    ends = {end for _, end in _tool_spans(text)}
    for found in _FIGURE.finditer(text):
        bare = found[2] is None and found.group()[0].isdigit()
        if not (bare and (_YEAR.fullmatch(found[1]) or found.start() - 1 in ends)):
            yield found


def _spelt(words: Sequence[str]) -> tuple[str, ...]:
    """Numbers in words: "halved", "by a third", "two hours"."""
    found = [word for word in words if word in _TIMES]
    for i, word in enumerate(words):
        after, before = words[i + 1 : i + 2], words[max(0, i - 2) : i]
        counts = word in _listed("number") and bool(after) and after[0] in _listed("unit")
        if counts or (word in _PARTS and ("by" in before or "in" in before)):
            found.append(" ".join((word, *after)) if counts else word)
    return tuple(found)


def tools(text: str) -> tuple[str, ...]:
    """The tools named in the words, as written: those listed, and "using X" with a capital."""
    found = [text[start:end] for start, end in _tool_spans(text)]
    found += [match[1] for match in _NAMED_TOOL.finditer(text) if match[1] not in found]
    return tuple(dict.fromkeys(found))


def says_ai(text: str) -> bool:
    """Whether the words tell of AI work, or of work with a model or a library that has no other use."""
    words = tuple(word.fold for word in tokens(text))
    return ai.in_title(text) or _any(words, "ai tool")


def buzzwords(text: str) -> tuple[str, ...]:
    """The words that could stand in anybody's sentence."""
    words = tuple(word.fold for word in tokens(text))
    return tuple(" ".join(words[i:end]) for i, end in _spans(words, "buzz"))


def _is_specific(words: Sequence[str]) -> bool:
    """Whether enough words of content are left without fillers and buzzwords."""
    hollow = {at for i, end in _spans(words, "buzz") for at in range(i, end)}
    return sum(i not in hollow and word not in _listed("filler") for i, word in enumerate(words)) >= SPECIFIC


def _has_sample(text: str) -> bool:
    """Whether a number counts cases: "500 tickets", "n = 40", "over six weeks" do; "9%" does not."""
    if re.search(r"\bn ?= ?\d", text, re.IGNORECASE):
        return True
    for found in _measuring(text):
        after = tokens(text[found.end() : found.end() + 40])
        close = text[found.end() : found.end() + 1] == " "
        if close and found[2] != "%" and after and not _is_measureless(after):
            return True
    return bool(_OVER_TIME.search(text))


def _is_measureless(after: Sequence[Token]) -> bool:
    """Whether no cases are counted: "4 hours", "40 and". "46 of 50" counts some."""
    first = after[0].fold
    if first in ("of", "out"):
        return False
    return first in _listed("unit") or first in _listed("filler")


def _tool_spans(text: str) -> list[tuple[int, int]]:
    said = tokens(text)
    words = tuple(word.fold for word in said)
    found = [
        (said[i].start, said[end - 1].end) for kind in ("tool", "ai tool") for i, end in _spans(words, kind)
    ]
    cased = _cased()
    found += [(word.start, word.end) for word in said[1:] if word.raw in cased]
    if said and said[0].raw in cased and _LISTED_ON.match(text, said[0].end):
        found.append((said[0].start, said[0].end))  # "Excel and SQL" is a list, no sentence
    return sorted(set(found))


def _any(words: Sequence[str], kind: str) -> bool:
    return any(True for _ in _spans(words, kind))


def _spans(words: Sequence[str], kind: str) -> list[tuple[int, int]]:
    """Where phrases of a kind stand: the first word, and the word after; the longest at each place."""
    table = _phrases(kind)
    found = []
    i = 0
    while i < len(words):
        here = (each for each in table.get(words[i], ()) if words[i : i + len(each)] == each)
        width = max(map(len, here), default=0)
        if width:
            found.append((i, i + width))
        i += width or 1
    return found


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(
        phrase for row in rows("evidence_words") if row["kind"] == kind for phrase in row["words"].split(";")
    )


@cache
def _cased() -> frozenset[str]:
    return _listed("cased tool")


@cache
def _phrases(kind: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of a kind as the words they are read as, by first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _listed(kind):
        words = tuple(word.fold for word in tokens(phrase))
        found.setdefault(words[0], []).append(words)
    return found
