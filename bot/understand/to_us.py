"""Questions to Parley in the midst of a negotiation: what is asked or supposed, and told by nobody.

"How do I ask for more vacation?" gives no vacation, and "what if they say no" is no answer of theirs. The
patterns are bounded: a text takes time in proportion to its length.
"""

from __future__ import annotations

import re
from typing import Literal

from bot.understand.firm import refuses

Supposed = Literal["", "no", "pulled"]

_MARKS = str.maketrans("\u2018\u2019", "''")
_MOST = 30  # words; a longer text is a letter
_THEY = r"(?:they|he|she|hr|(?:the |my )?(?:recruiter|hiring manager|manager|company|team|employer))"
_LEAD = r"^(?:(?:and|so|but|ok(?:ay)?|also|then|hm+|well|wait|hey|hi|sorry)[, ]{1,2}){0,3}"
_ASKS = re.compile(
    rf"{_LEAD}(?:"
    r"how (?:do|can|should|would|could|much|many|long|to|does|is|come|soon|likely)\b"
    r"|what(?:'?s| is| are| about| if| do| does| should| can| happens| would| to)\b"
    r"|(?:can|could|should|may|must|do|did|shall|am) i\b"
    rf"|(?:can|could|would|will|do|does|did|might|may|are|is) (?:{_THEY}|it|this|that|their|the offer)\b"
    r"|(?:is|are) there\b|why\b|when (?:do|should|can|will|is|would)\b|which\b|who\b|where\b"
    r"|any (?:tips|advice)\b"
    r")"
)
_SUPPOSES = re.compile(
    rf"(?:\b(?:what|how|should i|do i|happens|next|and|but|so)\b.{{0,30}}?\b|^)"
    r"(?:if|in case|(?<=do )when|(?<=say )when|(?<=answer )when)"
    rf" (?P<then>{_THEY}\b.{{2,60}})"
)
_ASKED_AFTER = re.compile(r"\?|\b(?:what|how|should i|do i)\b")
_PULL = (
    r"(?:pull(?:s|ed|ing)?|rescind(?:s|ed|ing)?|withdraw(?:s|n|ing)?|withdrew|revok(?:e|es|ed|ing)"
    r"|cancel(?:s|l?ed|l?ing)?|take (?:it|the offer|my offer) (?:back|away))"
)
_PULLS = re.compile(rf"\b{_PULL}\b")
_MAY_PULL = re.compile(
    rf"\b(?:can|could|would|will|might|may|do|does) {_THEY} (?:\w{{1,9}} )?{_PULL}\b"
    rf"|\b(?:can|could|will|would|might|may) (?:the|my|their|this|an) offers? (?:\w{{1,9}} )?(?:be|get)"
    rf" {_PULL}\b"
    r"|\b(?:can|could|will|would|might|do) i lose (?:the|my|this|their) offer\b"
)
_SAY_NO = re.compile(
    r"\b(?:say|says|said) no\b|\b(?:reject|refuse|decline|turn (?:it|me|that) down|hold firm|stay firm"
    r"|push back)"
    r"|\b(?:don't|doesn't|do not|won't|can't|will not|cannot) (?:\w{1,9} )?(?:agree|accept|want|give|like"
    r"|move|budge)\b"
)


def asks_us(text: str) -> bool:
    """Whether few words ask Parley something and tell of no answer.

    >>> asks_us("how do i ask for more vacation"), asks_us("would you sign at 195?"), asks_us("they say no")
    (True, False, False)
    """
    low = _folded(text)
    return len(low.split()) <= _MOST and (_ASKS.search(low) is not None or supposed(text) != "")


def supposed(text: str) -> Supposed:
    """What a question to Parley supposes that they answer: a no, or that they take the offer back.

    >>> supposed("what if they say no"), supposed("can they pull the offer if I counter?"), supposed("no")
    ('no', 'pulled', '')
    """
    low = _folded(text)
    if len(low.split()) > _MOST:
        return ""
    if _MAY_PULL.search(low):
        return "pulled"
    found = _SUPPOSES.search(low)
    if found is None or (found.start("then") <= len("in case ") and not _ASKED_AFTER.search(low)):
        return ""
    if _PULLS.search(found["then"]):
        return "pulled"
    return "no" if refuses(found["then"]) or _SAY_NO.search(found["then"]) else ""


def _folded(text: str) -> str:
    return " ".join(text.lower().translate(_MARKS).split())
