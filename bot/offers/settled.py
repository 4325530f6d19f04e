"""What the words right beside a figure settle, whatever the weights make of it.

A bond's sum and time ("2 year bond of 1.5 lakh") are no sign-on and no cliff; a percent beside "pension"
is no bonus; a few days after "offer expires in" are those to answer in; a rate by the mile is pay; money
for a lab is nobody's. Every pattern looks at so many characters beside one figure.
"""

from __future__ import annotations

import re

from bot.offers.figures import Figure
from bot.offers.mile_rate import mile_rate

_REACH = 70
# A figure of a bond: right before the word, or after it with nothing but small words and figures between.
_BOND_AFTER = re.compile(
    r"[ -](?:(?:service|training|employment|mandatory|compulsory|penalty) ){0,2}bond\b"
    r"(?! (?:trad|fund|anal|sale|desk|market|manag|portfolio|issu|research|strateg|writ|under))"
)
_BOND_BEFORE = re.compile(
    r"\bbond(?:[ (:=/-]{1,3}(?:period|amount|value|penalty|clause|agreement|is|of|for|worth|at|with|the|a"
    r"|and|term|sum|rs\.?|inr"
    r"|[\u20b9\d][\d.,]{0,12}[ -]?(?:lakhs?|lacs?|l|k|years?|yrs?|months?)?)(?![a-z])){0,8}"
    r"[ (:=/\u20b9-]{1,3}$"
)
_PENSION = r"(?:pension|superannuation)"
_PENSION_AFTER = re.compile(
    rf" (?:(?:employer|company|matched|workplace|contributory|non-contributory|matching|into|to|in|the|your)"
    rf" ){{0,3}}{_PENSION}\b"
)
_PENSION_BEFORE = re.compile(
    rf"\b{_PENSION}(?: (?:contributions?|scheme|match(?:ed|ing)?|plan|paid)){{0,2}}"
    r"(?: of| at| is| up to|:| -)? $"
)
_IS_BONUS = re.compile(r" (?:target |annual |yearly |performance )?(?:bonus|variable|commission)\b")
_ANSWER = re.compile(
    r"(?:\b(?:(?:offer|it|this|letter) (?:will |which )?(?:expires?|lapses?|ends|is (?:valid|good|open))"
    r"|(?:valid|expires|expiring|respond|reply|(?:an )?answer|let (?:us|them|me) know|get back to (?:us|them)"
    r"|your decision|decide|accept(?: it| this| the offer)?))(?: only)?"
    r"(?: (?:is )?(?:needed|wanted|due|required|expected))? (?:in|within|for)(?: the next)?"
    r"|\b(?:i|you|we) have) $"
)
_TO_ANSWER = re.compile(r" to (?:decide|answer|reply|respond|accept|sign|think|let|get back|give|say)\b")
_OTHER_TIME = re.compile(r"\b(?:options?|exercis\w*|vest\w*|sign[ -]?on|repa\w+|bonus|shares?|rsus?|visa)\b")
_SENTENCE = re.compile(r"[.;!?\n]\s")
_LONGEST_TO_ANSWER = 30  # days
_LAB = (
    r"(?:start-?up (?:package|funds?|funding)"
    r"|research (?:funds?|funding|budget|account|allowance)|lab funds?)"
)
_LAB_AFTER, _LAB_BEFORE = re.compile(rf" (?:in |of )?{_LAB}\b"), re.compile(rf"\b{_LAB}(?: of|:| is| -)? $")


def settled(low: str, figure: Figure) -> str | None:
    """The role that the words beside a figure of the lower-case text give it; None where they give none."""
    before = low[max(0, figure.start - _REACH) : figure.start]
    if figure.kind in ("money", "time", "count") and (
        _BOND_AFTER.match(low, figure.end) or ("bond" in before and _BOND_BEFORE.search(before))
    ):
        return "none"
    if figure.kind == "percent" and _is_pension(low, figure, before):
        return "benefit"
    if figure.kind == "time" and _is_to_answer(low, figure, before):
        return "deadline"
    if figure.kind == "money":
        if mile_rate(low, figure) is not None:
            return "base"
        if _LAB_AFTER.match(low, figure.end) or _LAB_BEFORE.search(before):
            return "none"
    return None


def _is_pension(low: str, figure: Figure, before: str) -> bool:
    if _PENSION_AFTER.match(low, figure.end):
        return True
    return _PENSION_BEFORE.search(before) is not None and not _IS_BONUS.match(low, figure.end)


def _is_to_answer(low: str, figure: Figure, before: str) -> bool:
    """Whether a time is the one to answer in: "expires in 7 days", "I have 5 days to decide"."""
    if figure.unit not in ("day", "week", "hour") or figure.high > _LONGEST_TO_ANSWER:
        return False
    near = _SENTENCE.split(before)[-1]
    said = _ANSWER.search(before)
    if said is None or _OTHER_TIME.search(near):
        return False
    return not said[0].endswith(" have ") or _TO_ANSWER.match(low, figure.end) is not None
