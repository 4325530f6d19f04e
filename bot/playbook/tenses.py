"""The past of a verb, as a line of a resume tells it: "precept" -> "precepted", "writing" -> "wrote".

Irregular verbs stand in `vocabulary/irregular_verbs.csv`; every other one is formed by rule. Verbs of wish
and feeling, and words that are no verb, have none here: a sentence that begins with them stays as it is.
"""

from __future__ import annotations

import re
from functools import cache

from bot.understand.vocab import rows

_VOWELS = "aeiou"
_WORD = re.compile(r"[a-z][a-z-]+")


def past_of(verb: str, helper: str = "") -> str:
    """The past of a verb after "I" or "we" and a `helper` ("have", "was"; "" for none); "" where it has none.

    >>> past_of("precept"), past_of("written", "have"), past_of("running", "am"), past_of("need")
    ('precepted', 'wrote', 'ran', '')
    """
    if not _WORD.fullmatch(verb) or verb in sentence_words("no work"):
        return ""
    if verb in _pasts() or _is_regular_past(verb):
        return verb
    if verb.endswith("ing") and verb not in _bases():
        return _from_ing(verb) if helper in sentence_words("be") | sentence_words("have") else ""
    if helper in sentence_words("be"):
        return ""
    known = _participles().get(verb, "") if helper in sentence_words("have") else ""
    return known or _bases().get(verb, "") or ("" if helper in sentence_words("have") else _regular(verb))


def is_past(verb: str) -> bool:
    """Whether a word is a past form as it stands: "led", "automated"."""
    return verb in _pasts() or _is_regular_past(verb)


def _is_regular_past(verb: str) -> bool:
    return verb.endswith("ed") and not verb.endswith("eed")


def _regular(verb: str) -> str:
    if verb.endswith("ly") and not verb.endswith(("ply", "rely")):
        return ""  # "usually"
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if verb in sentence_words("doubled") else f"{verb}ed"


def _from_ing(verb: str) -> str:
    """The past of a form in "ing": "running" -> "ran", "carrying" -> "carried"."""
    stem = verb[:-3]
    for base in (stem, f"{stem}e", stem[:-1]):
        if base in _bases():
            return _bases()[base]
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return f"{stem[:-1]}ied"
    return f"{stem}ed"


@cache
def sentence_words(kind: str) -> frozenset[str]:
    """The words of a kind that sentences are told by, of `vocabulary/sentence_words.csv`."""
    return frozenset(next(row["words"] for row in rows("sentence_words") if row["kind"] == kind).split())


@cache
def _bases() -> dict[str, str]:
    return {row["base"]: row["past"] for row in rows("irregular_verbs")}


@cache
def _pasts() -> frozenset[str]:
    return frozenset(row["past"] for row in rows("irregular_verbs") if row["base"] != "be")


@cache
def _participles() -> dict[str, str]:
    return {row["participle"]: row["past"] for row in rows("irregular_verbs") if row["base"] != "be"}
