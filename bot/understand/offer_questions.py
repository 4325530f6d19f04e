"""What people ask of the offer they hold: pay by another period, what a stake is, what leaving costs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.understand.offer_pay_asked import Asked, is_bare, pay_asked
from bot.understand.offer_terms_asked import AskedTerm, asked_term
from bot.understand.stays import stay_months

About = Literal["pay", "percent", "stake", "pay_back", "leaving", "total", "at_target", "term"]

_MOST_WORDS = 24
_MARKS = str.maketrans({"’": "'", "‘": "'"})
_ASKS = re.compile(
    r"^(?:(?:ok(?:ay)?|so|and|but|wait|hm+|hey|then|well),? ){0,3}"
    r"(?:how (?:much|many|long|do|does)|what|what's|whats|which|is|are|do|does|will|would|can|could|if"
    r"|must|when|in|per|total|any|explain)\b|\?\s*$|\bkitn[aei]\b"
)
_WHY = ("why", "how come")
_STAKE = r"(?:options?|stock|equity|shares?|rsus?|grant|esops?|stake)"
_PERCENT = re.compile(
    r"\b(?:what|which|how many|how much)\b.{0,12}(?:percent(?:age)?|per cent|share|%).{0,40}"
    rf"\b(?:of the (?:company|business|firm|startup)|{_STAKE}|that|this|it|own|get)\b"
    r"|\bhow much of the (?:company|business|firm|startup)\b"
)
_WORTH = re.compile(
    rf"\b(?:worth|value|valued|valuable|come to|make me|get me)\b.{{0,40}}\b{_STAKE}\b"
    rf"|\b{_STAKE}\b.{{0,40}}\b(?:worth|valued?|valuable|come to|make me|get me)\b"
)
_WHAT = re.compile(r"\b(?:how much|what(?:'s|s|'re)?|are|is)\b")
_HELD = re.compile(rf"\b(?:my|the|these|those|their|all the|that|this) (?:\w{{1,12}} ){{0,2}}{_STAKE}\b")
_HELD_BARE = re.compile(rf"^(?:so |and )?what(?:'s|s| is| are) {_STAKE} worth(?: after .{{1,12}})?\s*\?*$")
_ANYTHING = re.compile(
    rf"\b(?:is|are) (?:it|they|that|these|the {_STAKE}) (?:even )?worth (?:any|some)thing\b"
)
_BACK = re.compile(
    r"\b(?:pa(?:y|id|ying) (?:\w{1,10}[ -]?\w{0,6} ){0,4}back|pay ?back|repay|repaid|repayment"
    r"|claw(?:ed)?[ -]?backs?|return|give (?:it|that|the \w{1,10}(?:[ -]\w{1,6})?) back|owe)\b"
)
_BONUS = re.compile(r"\bsign(?:ing)?[- ]?(?:on|bonus)\b|\bsigning bonus\b|\bjoining bonus\b")
_LEAVE = re.compile(r"\b(?:leave|left|quit|go|resign|stay|leaving)\b")
_I_LEAVE = re.compile(
    r"\b(?:if|when|after|by|before|should) i(?:'m| am| only| just| were to| decide to| want to| then| ever)*"
    r" (?:leave|left|quit|go|resign|stay|stayed|walk(?: away)?|leaving|quitting|get (?:fired|laid off))\b"
    r"|\b(?:leaving|quitting|staying|resigning)\b|\bcan i (?:leave|quit|resign)\b"
)
_WHAT_THEN = re.compile(r"\b(?:what(?:'s|s)?|how much|how many|do i|would i|will i|can i|and if|if i)\b")
_NOT_THEN = re.compile(
    r"\b(?:my (?:current|present|old|last|job|boss|employer)|behind|before (?:i |you )?sign|talk|call"
    r"|should i)\b"
)
_TOTAL = re.compile(
    r"\b(?:total (?:comp(?:ensation)?|pay|package|value|over|for|in)|total cash|all[- ]in"
    r"|whole (?:package|thing|offer)|everything|tc|in (?:the |my )?(?:first year|year (?:one|1))"
    r"|ctc|(?:over|in) (?:the |my )?(?:first |next )?(?:\d{1,2}|two|three|four|six) (?:months|years)"
    r"|in (?:the |my )?(?:year (?:two|three|four|[2-4])|(?:second|third|fourth|2nd|3rd|4th) year)"
    r"|(?:first|1st) year|altogether|all together|all in all)\b"
    r"|\btotal\s*\?*$|\bof (?:it|that|this) is (?:in )?cash\b"
)
_YEAR_OF = re.compile(
    r"\byear (?P<number>two|three|four|[2-4])\b|\b(?P<nth>second|third|fourth|2nd|3rd|4th) year\b"
)
_YEARS: Mapping[str, int] = {
    "two": 2,
    "three": 3,
    "four": 4,
    "second": 2,
    "third": 3,
    "fourth": 4,
}
_TOTAL_ASKED = re.compile(r"\b(?:how much|what(?:'s|s| is| do| does| would| will| are|'re)?|total)\b")
_NO_TOTAL = re.compile(
    r"\b(?:should|ask|counter|median|market|typical|usual|average|more|better|good|fair|other|which|compare"
    r"|mean|means|said|say|sign|done|missing|lower|start|make sense|wrong|change|happens?)\b"
)
_TARGETS = re.compile(
    r"\b(?:ote|on[- ]target earnings|quota|attainment|commissions?|pay mix|at target|hit (?:the |my )?target"
    r"|(?:hit|make|reach|meet) (?:the |their |my )?(?:number|target|plan|quota))\b"
)
_TARGETS_ASKED = re.compile(
    r"\b(?:realistic(?:ally)?|real|actually|hit|hits|hitting|attain\w*|make|reach|meet|good|fair|ok(?:ay)?"
    r"|decent|guarantee[ds]?|split|mix|how much of|is base|likely|achievable|believable|trust|only|miss|earn"
    r"|get|if i|percent|safe)\b|%"
)
_NO_TARGETS = re.compile(
    r"\b(?:should i (?:ask|counter|push)|ask for|counter|negotia\w+|they (?:said|say|came)|mean|means|median"
    r"|market|typical|average|usual(?:ly)?|do (?:aes|reps|people) (?:make|earn))\b"
    r"|\bi (?:closed|made|reached)\b|(?<!if )\bi hit\b"
)
_IF_I = re.compile(r"\bif i\b")
_AT_PERCENT = re.compile(r"\b(?P<pct>\d{1,3}) ?(?:%|percent)")
_MILLIONS = r"\d[\d.,]{0,12} ?(?:million|billion|mm|mn|m|bn|b)\b"
_SOLD = re.compile(
    rf"\b(?:sells?|sold|exits?|acquired|bought|ipos?|goes? public|valuation|valued)\b.{{0,20}}{_MILLIONS}"
    rf"|{_MILLIONS} (?:exit|sale|valuation|acquisition|ipo|buyout|outcome|company|startup)\b"
)
_STAKE_OF = re.compile(
    r"(?<![\d.])(?P<pct>\d{1,2}(?:\.\d{1,4})?|\.\d{1,4}) ?(?:%|percent)(?! (?:dilut|of quota))"
)
_COME_TO = re.compile(r"\b(?:worth|get|make|mean|mine|value)\b")
_BASE_PART = re.compile(
    r"\bhow much(?: of (?:it|that|this))? is (?:in )?(?:the )?(?:base|fixed|variable|guaranteed"
    r"|commissions?|safe|sure)\b|\bis it (?:mostly|all|only|mainly) (?:base|variable|commission)\b"
)
_IF_I_HIT = re.compile(
    r"\bif i (?:only |just |don'?t )?(?:hit|make|reach|close|do|get|sell|miss) \d{1,3} ?(?:%|percent)"
)


@dataclass(frozen=True, slots=True)
class OfferQuestion:
    """A question on the offer at hand.

    `about` is pay in a period (`per`), the percent of the company, what a stake is worth, whether the
    sign-on is paid back, what is kept by leaving, all of the pay over some time, pay at target, or a `term`.
    `weeks_off` are weeks without pay in that year, `hours` those of a week to count at, `in_hand` says that
    pay after tax was asked and `with_bonus` that a bonus counts too. `leaving` are the months after which the
    person would leave, or over which all is summed, `year` the one of the first four that is asked of alone;
    `at_pct` (70 for 70%) is how much of a quota they see, `stake_pct` the part of a company that they name.
    """

    about: About
    per: Asked = "year"
    weeks_off: int = 0
    in_hand: bool = False
    leaving: float | None = None
    year: int | None = None
    with_bonus: bool = False
    hours: float | None = None
    at_pct: float | None = None
    stake_pct: float | None = None
    term: AskedTerm | None = None


def offer_question(text: str) -> OfferQuestion | None:
    """The question on an offer at hand that few words ask; None where they may be any other."""
    low = " ".join(text.lower().translate(_MARKS).split())
    if not low or "\n" in text.strip() or len(low.split()) > _MOST_WORDS or low.startswith(_WHY):
        return None
    if not (_ASKS.search(low) or is_bare(low) or _I_LEAVE.search(low)):
        return None
    return _of_stake_or_leaving(low) or _of_targets(low) or _of_term(low)


def _of_stake_or_leaving(low: str) -> OfferQuestion | None:
    """A question of what a stake is, what is paid back, what is kept by who leaves."""
    if _BACK.search(low) and (_BONUS.search(low) or _LEAVE.search(low)):
        return OfferQuestion("pay_back", leaving=stay_months(low))
    if _PERCENT.search(low) and not _TARGETS.search(low):
        return OfferQuestion("percent")
    if _I_LEAVE.search(low) and _WHAT_THEN.search(low) and not _NOT_THEN.search(low):
        return OfferQuestion("leaving", leaving=stay_months(low))
    if _SOLD.search(low) and _COME_TO.search(low):
        part = _STAKE_OF.search(low)
        return OfferQuestion("stake", stake_pct=float(part["pct"]) if part else None)
    if (
        _ANYTHING.search(low)
        or _HELD_BARE.search(low)
        or (_WHAT.search(low) and _WORTH.search(low) and _HELD.search(low))
    ):
        return OfferQuestion("stake")
    return None


def _of_targets(low: str) -> OfferQuestion | None:
    """A question of pay at target: how likely it is, how much of it is base, what 70% of quota pays."""
    if _BASE_PART.search(low):
        return OfferQuestion("at_target")
    of_targets = _IF_I_HIT.search(low) or (_TARGETS.search(low) and _TARGETS_ASKED.search(low))
    if not of_targets or _NO_TARGETS.search(low):
        return None
    found = _AT_PERCENT.search(low) if _IF_I.search(low) or "quota" in low else None
    return OfferQuestion("at_target", at_pct=float(found["pct"]) if found else None)


def _of_term(low: str) -> OfferQuestion | None:
    """A question of pay by another period, of all of the pay, or of one term."""
    term, paid = asked_term(low), pay_asked(low)
    by_period = paid is not None and (paid.with_bonus or (term and term.term in ("base", "equity")))
    if term is not None and not by_period:
        whole = _of_total(low) if term.term in ("base", "equity") else None
        return whole or OfferQuestion("term", term=term)
    if paid is None:
        return _of_total(low)
    return OfferQuestion(
        "pay", paid.per, paid.weeks_off, paid.in_hand, with_bonus=paid.with_bonus, hours=paid.hours
    )


def _of_total(low: str) -> OfferQuestion | None:
    """A question of all the pay: "total over 4 years", "what do I make in year one"."""
    if not (_TOTAL.search(low) and _TOTAL_ASKED.search(low)) or _NO_TOTAL.search(low):
        return None
    found = _YEAR_OF.search(low)
    if found is None:
        return OfferQuestion("total", leaving=stay_months(low))
    said = found["number"] or found["nth"]
    return OfferQuestion("total", year=_YEARS.get(said) or int(said[0]))
