"""Which term of the offer at hand a question is after: "when do I have to answer?", "is there overtime?".

The ways a term is asked for stand in `vocabulary/asked_terms.csv`, those that may stand inside others first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.understand.vocab import rows

_SHAPE = re.compile(
    r"^(?:(?:ok(?:ay)?|so|and|but|wait|hm+|hey|then|well),? ){0,3}"
    r"(?:how (?:much|many|long|do|does|often)\b|what(?:'s| is|s| are|'re)? (?:the|my|their|this|that|in|is"
    r"|fixed|happens?)\b|what (?:do|does|would|will|about|if|bonus|sign)\b|whats\b"
    r"|when (?:do|does|is|are|will|would|can|must|should i (?:answer|decide))\b|when'?s\b"
    r"|(?:do|will|would|can|must) (?:i|they|it|the|my)\b|does (?:it|the|this|my|their|that)\b"
    r"|(?:is|are) (?:there|it|the|my|this|that|their|they|any)\b"
    r"|(?:is|are) (?:\w{1,12} ){1,3}(?:guaranteed|included|paid|capped|fixed|covered)\b|explain the\b|any\b)"
)
_AT_END = re.compile(r"\bkitn[aei]\b|\bhow much\b\s*\?*$")
# What asks for advice, a market's figure, a meaning or a step with us, not for what the offer says.
_OF_ELSE = re.compile(
    r"\b(?:should i (?!answer|decide)|ask(?:ing)? (?:for|them)|push|negotia\w+|counter|more|bigger|higher"
    r"|better|usual(?:ly)?|typical(?:ly)?|normal(?:ly)?|average|median|market|standard|common|good|fair|bad|low"
    r"|high|decent|enough|ok(?:ay)?|reasonable|means?|meaning|stand for|instead|trade|swap|rather|they said"
    r"|they say|he said|she said|do they pay(?! for)|do companies|do people|premium|compare|versus|vs|or not"
    r"|difference|raise the|increase (?:the|my)|accept|decline|say (?:if|when|to)|email|letter|draft"
    r"|other offer|both"
    r"|besides?|beyond|apart from|aside from|other than|except|on top of)\b"
)
_MEANS_HERE = re.compile(
    r"\b(?:what does|what'?s|whats|what is|explain) .{0,24}\bmeans? (?:here|for me|in my)\b"
)
_GUARANTEED = re.compile(
    r"\b(?:guarantee\w{0,2}|certain|for sure|always paid|discretionary|promised|fixed)\b"
)
_PERSONAL = re.compile(r"\b(?:i|my|me|it|this|that|each|every|first|the|here|they|their|there|is|included)\b")
_ABOUT_ONE = frozenset({"bonus", "sign_on", "equity", "base"})
# What nobody asks of the world at large.
_NOBODY_ELSES = frozenset(
    {
        "steps",
        "bond",
        "notice",
        "quota",
        "cap",
        "ramp",
        "window",
        "summer",
        "overtime",
        "retirement",
        "shift",
        "tuition",
        "parking",
    }
)
_POINTED = re.compile(
    r"\b(?:the|my|this|that|their)\b|\bdo i get\b|\bis there\b|\bwill i get\b|\bwould i get\b"
)
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class AskedTerm:
    """A term asked for by its id in the table; `guaranteed` where it is asked whether it is sure."""

    term: str
    guaranteed: bool = False


def asked_term(low: str) -> AskedTerm | None:
    """The term that a question in lower case is after; None where it asks for something else, or for none."""
    if len(low.split()) > _MOST_WORDS:
        return None
    here = _MEANS_HERE.search(low) is not None
    if not (_SHAPE.search(low) or _AT_END.search(low) or here) or (_OF_ELSE.search(low) and not here):
        return None
    said = re.sub(r"[-/]", " ", low)
    found = next((term for term, words in _table() if words.search(said)), None)
    if found in _NOBODY_ELSES:
        return AskedTerm(found)
    if found is None or not (_PERSONAL.search(low) or _AT_END.search(low)):
        return None
    guaranteed = _GUARANTEED.search(low) is not None and found == "bonus"
    if found in _ABOUT_ONE and not (guaranteed or _POINTED.search(low)):
        return None  # "how much equity do startups give"
    return AskedTerm(found, guaranteed)


@cache
def _table() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["term"], re.compile(rf"\b(?:{row['words']})\b")) for row in rows("asked_terms"))
