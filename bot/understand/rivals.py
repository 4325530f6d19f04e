"""Another offer in a person's words: one they hold beside this, or one they want named and do not have."""

from __future__ import annotations

import re

_LONGEST = 1_000  # characters; more is a letter
_MARKS = str.maketrans("\u2018\u2019", "''")
_UNTRUE = re.compile(
    r"\b(?:not|isn't|ain't|aren't) (?:\w{1,10} )?(?:true|real)\b|\buntrue\b|\bmade[- ]up\b"
    r"|\b(?:a|it's) lie\b|\bfake\b|\bi (?:don't|do not) (?:\w{1,10} )?have (?:one|it|that|any|such)\b"
)
_SAYS_ONE = re.compile(r"\b(?:tell|say|mention|claim|write|have|got|add|put)\b.{0,60}\boffers?\b")
_TRULY = r"(?:really|also|actually|already|do|now|genuinely|truly|still|did|indeed)"
_SUM = (
    r"(?:(?: (?:at|of|for|with|worth))? [$€£]?\d[\d.,]{0,12}[km]?"
    r"(?: (?:base|in base|a year|ote|salary)){0,2})?"
)
_HELD = re.compile(
    rf"\bi(?:'ve)? (?P<cue>(?:{_TRULY} ){{0,3}})(?:have|got|hold|received|get)"
    rf"(?: {_TRULY}| got| received){{0,2}}"
    r" (?P<kind>(?:(?:an?|another|one|my|the|competing|rival|second|other|real) ){1,3})"
    rf"(?:\w{{1,12}} )?offer{_SUM} (?:from|at|with|by) (?P<who>[^,.;:?!()\d$€£]{{2,60}})"
)
_THEY_TOO = re.compile(
    r"(?:^|\b(?:and|but) )(?P<who>[A-Z][\w&'-]{1,30}(?: [A-Z][\w&'-]{1,30})?)"
    r" (?:has |have )?also offered me\b"
)
_WHO_ENDS = re.compile(
    r"\s(?:for|at|of|with|too|as|that|which|worth|paying|on|in|and|but|so|to|base|it|is|how|should)\b.*$"
)
_ANOTHER = re.compile(r"\b(?:another|competing|rival|second|other)\b")
_NOT_MINE = re.compile(r"\b(?:tell|say|claim|pretend|write|put|add|mention|should|could|can|may)\b")


def rival_in(text: str) -> tuple[str, bool]:
    """The company of another offer that words say is held, "" for none, and whether it is said to be beside.

    >>> rival_in("I really have an offer from Intuit for 165k")
    ('Intuit', True)
    """
    said = text.translate(_MARKS)
    low = said.lower()
    if len(low) != len(said) or len(said) > _LONGEST or says_untrue(said):
        return "", False
    found = _HELD.search(low)
    if found is not None and not _NOT_MINE.search(low, 0, found.start()):
        who = _WHO_ENDS.sub("", said[found.start("who") : found.end("who")].strip())
        beside = bool(found["cue"].strip()) or _ANOTHER.search(found["kind"]) is not None
        return who.strip(" '\""), beside or low.rstrip(" .!").endswith(" too")
    too = _THEY_TOO.search(said)
    return (too["who"], True) if too else ("", False)


def says_untrue(text: str) -> bool:
    """Whether words want an offer named and say that there is none.

    >>> says_untrue("tell them I also have an offer from Meta for 200k (it is not true)")
    True
    """
    low = text.translate(_MARKS).lower()
    return len(low) <= _LONGEST and _UNTRUE.search(low) is not None and _SAYS_ONE.search(low) is not None
