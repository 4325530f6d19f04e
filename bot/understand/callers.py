"""Who speaks for the employer: a recruiter who calls is not the job that somebody asks about.

The pattern is bounded: a text takes time in proportion to its length.
"""

from __future__ import annotations

import re

_WHO = r"(?:recruiters?|recruiting team|recruitment team|headhunters?|sourcers?|hiring managers?|hr)"
_DOES = (
    r"(?:calls?|called|calling|rang|rings|phoned?|phones|wrote|writes|emails?|emailed|messag(?:ed|es)|texted"
    r"|pinged|contacted|reached|asks?|asked|asking|wants?|wanted|says?|said|tells?|told|offers|offered|quoted"
    r"|gave|mentioned|screen|screens|interviews)"
)
_CALLER = re.compile(
    rf"\b{_WHO}\b(?=(?: (?:from|at|of|with|for) [\w&.'’-]{{1,30}}(?: [A-Z][\w&.'’-]{{1,30}})?)?"
    rf"(?: (?:just|has|have|had|will|is|was|who|then|also|already|now)){{0,2}} {_DOES}\b)",
    re.IGNORECASE,
)
_TALK_WITH = re.compile(
    rf"\b(?:call|calls|chat|screen|talk|phone call|meeting|interview|email|message)"
    rf" (?:with|from|by) (?:an? |the |my |their |our )?({_WHO})\b",
    re.IGNORECASE,
)


_AHEAD = re.compile(
    rf"\b{_WHO}\b[^.!?\n]{{0,40}}? (?:calls?|calling|phones|rings|will call|going to call)(?: me)?"
    r" (?:tomorrow|today|tonight|next|this|later|soon|on|in|at)\b",
    re.IGNORECASE,
)


def calls_soon(text: str) -> bool:
    """Whether somebody of the employer's is to call: the first talk about pay is near."""
    return _AHEAD.search(text) is not None


def without_caller(text: str) -> str:
    """The text with such a caller blanked out, as long as it was: "recruiter from Acme calls tomorrow"."""
    text = _CALLER.sub(_blank, text)
    return _TALK_WITH.sub(lambda found: found.group()[: -len(found[1])] + _blank(found, 1), text)


def _blank(found: re.Match[str], group: int = 0) -> str:
    return " " * len(found[group])
