"""Words on making use of another offer: "can I use the Hexbyte offer to push Northwind?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LONGEST = 30  # words; a longer text is a letter or a story
_MARKS = str.maketrans("\u2018\u2019", "''")
_USES = re.compile(
    r"\b(?:us(?:e|ing)|leverag(?:e|ing)|mention(?:ing)?|bring(?:ing)? (?:up|in)|cit(?:e|ing)"
    r"|refer(?:ring)? to|play(?:ing)?|disclos(?:e|ing)|reveal(?:ing)?|point(?:ing)? to"
    r"|(?:tell(?:ing)?|let(?:ting)?) (?!me\b|us\b).{1,40}\b(?:about|know (?:of|that))"
    r"|(?:know|hear|learn|find out) (?:about|of)\b"
    r"|(?:counter|negotiate|push)\b.{0,40}\bwith(?= (?:my|the|an)\b))"
)
_MAY_I = re.compile(
    r"\b(?:can|may|could|shall|do|must|would|might) (?:i|we)\b|\bshould\b|\bam i allowed\b"
    r"|\b(?:is|would|wouldn't|isn't|will) (?:it|that|this)\b"
    r"|\b(?:ok|okay|fine|fair|rude|wise|allowed|bad|smart) (?:to|if)\b"
)
_TO_PUSH = re.compile(
    r"\b(?:against|toward|towards|as leverage|leverag\w{1,3}|counter|negotiate|push|press|pressure)\b"
    r"|\bto (?:get|raise|bump|make|move|ask)\b|\bin (?:the|my) (?:letter|e-?mail|note|message|reply)\b"
)
_NOT_THAT = re.compile(r"\bcompar|\bdifferen|\bwhich\b|\bvs\b|\bversus\b|\bor (?:the|my)\b|\bthan\b")
_ANOTHER = re.compile(
    r"\b(?:an?other|other|second|competing|rival|better|higher) (?:job )?offers?\b"
    r"|\bthe other (?:one|company)\b"
)
_OF_AN_OFFER = re.compile(r"'?s?(?: job)? (?:offers?|one)\b")
_ABOUT = re.compile(
    r"\b(?:about|from|by|of|mention(?:ing)?|us(?:e|ing)|bring(?:ing)? up|cit(?:e|ing)|refer(?:ring)? to)"
    r" (?:the |my )?$"
)


@dataclass(frozen=True, slots=True)
class Using:
    """Which offer is to be used: `company` as it was handed in, "" for "my other offer".

    `toward` is the company it is to be used with, "" where none is named; `asks` says that the person asks
    whether they may.
    """

    company: str
    toward: str
    asks: bool


def using_offer(text: str, companies: tuple[str, ...]) -> Using | None:
    """Whether a short text wants to make use of an offer of one of these companies; None where it does not.

    >>> using_offer("can i use the hexbyte offer to push northwind?", ("Northwind Cloud", "Hexbyte"))
    Using(company='Hexbyte', toward='Northwind Cloud', asks=True)
    """
    low = " ".join(text.translate(_MARKS).lower().split())
    if len(low.split()) > _LONGEST or not _USES.search(low) or _NOT_THAT.search(low):
        return None
    found = {each: span for each in companies if (span := _place_of(each, low)) is not None}
    used = next((each for each, span in found.items() if _is_used(low, *span)), "")
    other = _ANOTHER.search(low) is not None
    if not (used or other):
        return None
    toward = next((each for each in found if each != used), "")
    asks = _MAY_I.search(low) is not None
    return Using(used, toward, asks) if asks or toward or _TO_PUSH.search(low) else None


def _place_of(company: str, low: str) -> tuple[int, int] | None:
    """Where a company stands in the words, by its whole name or the first word of it."""
    whole = company.lower()
    for name in (whole, whole.split(maxsplit=1)[0].strip(",.")):
        at = low.find(name)
        while at >= 0:
            end = at + len(name)
            if not (low[at - 1 : at].isalnum() or low[end : end + 1].isalnum()):
                return at, end
            at = low.find(name, at + 1)
    return None


def _is_used(low: str, start: int, end: int) -> bool:
    """Whether the company there is the one whose offer is used: "hexbyte's offer", "about hexbyte"."""
    return _OF_AN_OFFER.match(low, end) is not None or _ABOUT.search(low[:start]) is not None
