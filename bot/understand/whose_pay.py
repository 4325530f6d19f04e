"""Whose pay a figure in a question is: the person's today, somebody else's, a posted range, a hope.

Read from the words of its own clause, mostly those before it. In doubt it is the figure to hold
against the market, which is what a bare number beside a role asks for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.understand.money import Amount, amounts, as_yearly
from bot.understand.own_pay import is_own_pay

Whose = Literal["", "present", "others", "posted", "wish", "offered"]

AT_MOST = 4  # figures of a question that are told apart
_BEFORE, _AFTER = 120, 60  # characters of the clause looked at on either side

_BREAK = re.compile(
    r"[!?;\n]|\.\s|,\s(?=(?:i|i'm|im|my|but|and|while|he|she|they)\b)|\b(?:but|while|whereas)\b", re.I
)
_PERSON = (
    r"(?:buddy|buddies|friends?|mates?|pal|colleagues?|co-?workers?|team-?mates?|peers?|brother|sister|cousin"
    r"|husband|wife|boyfriend|girlfriend|room-?mate|classmates?|neighbou?r|guy|girl|dude|uncle|aunt|dad|mom|mum"
    r"|father|mother|son|daughter|person|new hires?)"
)
# "a product manager" is a job; only one's own manager is a person.
_OTHERS = re.compile(
    rf"\b(?:my|our|his|her|their|an?|another|some|this|that|the|of) (?:[\w']{{1,12}} ){{0,2}}{_PERSON}\b"
    r"|\bmy (?:manager|boss|partner|ex)\b|\b(?:someone|somebody|people|everyone|everybody|folks)\b"
    r"|\b(?:he|she|they)(?:'s|'re| is| are)? (?:\w{1,12} )?(?:makes?|made|earns?|gets?|got|on|paid)\b"
    r"|\b(?:his|her|their) (?:\w{1,12} )?(?:salary|pay|comp|base|tc|wage)\b"
    r"|\b(?:levels\.?fyi|glassdoor|blind|reddit)\b",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"\b(?:post(?:ing|ed|s)?|advert(?:s|ised?|ized?|isement)?|ad|ads|listing|listed|job description|jd"
    r"|vacancy|(?:pay|salary|comp|the|their|its) (?:range|band)(?! (?:for|of)\b))\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\bi(?:'m| am|m| was|'ve been)? (?:\w{1,12} ){0,2}?(?:on|at|making|paid|earning|getting)\s[^\d]{0,24}$"
    r"|\bi (?!will|would|could|might|should|can)(?:\w{1,12} ){0,2}?(?:make|makes|earn|get|made|earned)\b"
    r"|\bmy (?!new|next|first|offer)(?:\w{1,12} ){0,2}?(?:salary|pay|comp|compensation|base|tc|ctc|ote|wage"
    r"|income|job)\b|\b(?:current(?:ly)?|right now|at present|today|presently|existing)\b"
    r"|\b(?:pays|paying) me\b",
    re.IGNORECASE,
)
_PRESENT_AFTER = re.compile(
    r"^\W{0,2}(?:right now|now|today|currently|at present|at the moment)\b", re.IGNORECASE
)
_WISH = re.compile(
    r"\b(?:i(?:'d| would)? (?:want|like|hope|need|expect)|ask(?:ed|ing)? (?:\w{2,5} )?for|hoping for"
    r"|target(?:ing)?|aim(?:ing)? for|(?:should|can|could|would|will) i (?:ask|get|make))\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:offer(?:ed|s|ing)? (?:me|us)|i \w{0,12} ?(?:been )?offered|(?:my|the|this) offer"
    r"|(?:they|he|she|hr) (?:came back|countered) (?:at|with)|(?<=and )got)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a question and whose it is; "" where nothing says."""

    amount: Amount
    whose: Whose


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a question that may be pay, in their order."""
    found: list[Figure] = []
    for amount in amounts(text):
        pay = as_yearly(amount)
        if pay is not None and not text[amount.end : amount.end + 2].lstrip().startswith("%"):
            found.append(Figure(pay, whose(text, amount)))
        if len(found) == AT_MOST:
            break
    return tuple(found)


def whose(text: str, amount: Amount) -> Whose:
    """Whose pay an amount of a text is, by the words of its clause."""
    text = text.replace("’", "'")
    before = _BREAK.split(text[max(0, amount.start - _BEFORE) : amount.start])[-1]
    after = _BREAK.split(text[amount.end : amount.end + _AFTER])[0]
    if _POSTED.search(before):
        return "posted"
    if _OFFERED.search(before):
        return "offered"
    if _OTHERS.search(before):
        return "others"
    if _WISH.search(before):
        return "wish"
    if is_own_pay(text.lower(), amount):
        return "present"
    return "present" if _PRESENT.search(before) or _PRESENT_AFTER.match(after) else ""
