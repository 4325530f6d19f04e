"""Whether an employer's answer is still to come: they think, they are silent, or they are about to call.

The patterns are bounded: a text takes time in proportion to its length.
"""

from __future__ import annotations

import re
from typing import Literal

from bot.understand.callers import calls_soon

Pending = Literal["", "thinking", "silent", "call"]

_MARKS = str.maketrans("\u2018\u2019", "''")
_MOST = 30  # words; a longer text is a letter
_THEY = (
    r"(?:they|he|she|hr|(?:the |my )?(?:recruiters?|hiring managers?|managers?|company|team|boss|employer))"
)
_WHEN = (
    r"(?:tomorrow|today|tonight|later|soon|in an hour|(?:this|next) (?:week|morning|afternoon)"
    r"|(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_CALL = re.compile(
    rf"\b{_THEY}(?:'ll|'d|'re| will| are| is| want to| wants to| would like to)? (?:going to |gonna )?"
    rf"(?:call|phone|ring)(?:s|ing)?\b.{{0,24}}\b{_WHEN}\b"
    rf"|\b(?:call|phone call) with (?:them|{_THEY})\b.{{0,24}}\b{_WHEN}\b"
)
_SILENT = re.compile(
    r"\bno (?:\w{1,10} ){0,2}(?:reply|response|answer|word|news)\b(?! to\b)"
    r"|\b(?:haven't|have not|hasn't|has not|didn't|did not|not|never|nobody|no one)\b(?: \w{1,10}){0,2}"
    r" (?:reply|replied|respond|responded|answer|answered|heard|hear|(?:got|gotten|get|come|written) back)\b"
    r"|\b(?:ghost(?:ed|ing)|radio silence|crickets|(?:gone|went|are|is|been) (?:quiet|silent))\b"
    r"|\bstill waiting\b|\b(?:keeps?|kept) (?:\w{1,8} ){0,2}(?:postpon|stall|delay|putting|pushing)"
    r"|\b(?:are|is|'re|'s) (?:stalling|dragging)"
)
_DOES = (
    r"(?:think(?:ing)?|consider(?:ing)?|discuss(?:ing)?|check(?:ing|s)?|review(?:ing|s)?"
    r"|look(?:ing)? (?:at|into)|talk(?:ing)? (?:to|with|about)|ask(?:ing)? (?:finance|hr|the|their|his|her)"
    r"|run(?:ning)? it (?:by|past)|see what|get(?:ting)? back|come back|circle back|take it (?:to|up)"
    r"|escalat(?:e|ing)|let me know|get (?:an? )?approval|decid(?:e|ing))"
)
_THINKING = re.compile(
    rf"\b{_THEY}(?:'re|'s|'ll| are| is| will| said they(?:'ll| will| would| need to| have to)| have| has"
    rf"| need| needs| want| wants| would| must)? (?:still |now |all |going |first |just |to |got |like )"
    rf"{{0,3}}{_DOES}\b"
    rf"|\b{_THEY} (?:need|needs|want|wants|asked for|ask for)"
    r" (?:some |a little |a bit (?:of )?|a bit )?(?:more )?(?:time|another (?:day|week)"
    r"|a (?:day|week|few days))\b"
    r"|\b(?:it|that|my (?:counter|ask|request|number))(?:'s| is) (?:now |still )?(?:with (?:finance|hr|legal"
    r"|the)|under review"
    r"|in review|being (?:reviewed|discussed|considered)|pending|up the chain)\b"
    r"|\bneeds? (?:\w{1,12} ){0,2}(?:approval|sign[- ]?off)\b"
)


def pending(text: str) -> Pending:
    """What few words tell of an answer that is still to come; "" where they tell of none.

    >>> pending("they need to check with finance"), pending("no reply for a week")
    ('thinking', 'silent')
    >>> pending("they call me tomorrow with the offer"), pending("they came back with 195k")
    ('call', '')
    """
    low = " ".join(text.lower().translate(_MARKS).split())
    if len(low.split()) > _MOST or low.endswith("?"):
        return ""
    if _CALL.search(low) or calls_soon(low):
        return "call"
    if _SILENT.search(low):
        return "silent"
    return "thinking" if _THINKING.search(low) else ""
