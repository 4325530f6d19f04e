"""What people ask of the offer they hold: pay by another period, what a stake is, what is paid back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

About = Literal["pay", "percent", "stake", "pay_back"]
Asked = Literal["year", "month", "biweek", "week", "day", "hour"]

_MOST_WORDS = 24
_MARKS = str.maketrans({"’": "'", "‘": "'"})
_ASKS = re.compile(
    r"^(?:(?:ok(?:ay)?|so|and|but|wait|hm+|hey|then|well),? ){0,3}"
    r"(?:how much|how many|what|what's|whats|which|is|are|do|does|will|would|can|could|if|must|when|in)\b"
    r"|\?\s*$"
)
_PERIODS: dict[Asked, str] = {
    "biweek": r"every two weeks|biweekly|bi-weekly|(?:a|per|each|every) (?:fortnight|pay ?check|pay ?cheque)",
    "month": r"(?:(?:a|per|each|every|in a|by the) |/)month|monthly|p\.?m\.?",
    "week": r"(?:(?:a|per|each|in a|by the) |/)week|weekly",
    "day": r"(?:(?:a|per|each|by the) |/)day|daily",
    "hour": r"(?:(?:an|per|each|by the) |/)(?:hour|hr)|hourly",
    "year": r"(?:(?:a|per|each|in a|for a|for the|by the|every) |/)(?:year|yr)|annually|annual|yearly"
    r"|annualized|annualised|over a year|p\.?a\.?",
}
_PERIOD = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for name, words in _PERIODS.items()}
_HOW_MUCH = re.compile(r"\b(?:how much|what(?:'s|s| is| does| do| would| will)?|in hand|take[- ]home|net)\b")
_IN_HAND = re.compile(
    r"\b(?:in[- ]hand|take[- ]home|after tax(?:es)?|net (?:pay|salary|of tax)|on my account)\b"
)
# Words of pay that the base alone does not answer, and of somebody else's.
_OF_ELSE = re.compile(
    r"\b(?:bonus|commission|ote|equity|rsus?|options?|stock|shares?|refresh(?:er)?s?|sign[- ]?on|median"
    r"|market|average|typical|usual(?:ly)?|normal|range|premium|raise|ask|counter|should|worth|days?"
    r"|weeks? of|vacation|pto|holidays?|hours|review|reviews|often|times|do (?:i|they|you) ask)\b"
)
_OFF = re.compile(
    r"\b(?P<weeks>\d{1,2}|one|two|three|four|five|six|eight|ten) weeks?"
    r"(?: (?:off|unpaid|of unpaid|without pay)\b|(?: of)? (?:vacation|holidays?|leave)\b)"
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}
_WHY = ("why", "how come", "explain")
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
_WHAT = re.compile(r"\b(?:how much|what(?:'s|s|'re)?)\b")
_HELD = re.compile(rf"\b(?:my|the|these|those|their|all the|that|this) (?:\w{{1,12}} ){{0,2}}{_STAKE}\b")
_BACK = re.compile(
    r"\b(?:pa(?:y|id|ying) (?:\w{1,10}[ -]?\w{0,6} ){0,4}back|pay ?back|repay|repaid|repayment"
    r"|claw(?:ed)?[ -]?backs?|return|give (?:it|that|the \w{1,10}(?:[ -]\w{1,6})?) back|owe)\b"
)
_BONUS = re.compile(r"\bsign(?:ing)?[- ]?(?:on|bonus)\b|\bsigning bonus\b|\bjoining bonus\b")
_LEAVE = re.compile(
    r"\b(?:leave|left|quit|go|resign|stay|leaving)\b.{0,24}?"
    r"\b(?P<count>\d{1,2}|an?|one|two|three|four|five|six|eight|ten) (?P<unit>year|month)s?\b"
    r"(?: and (?P<more>a half|\d{1,2}|an?|one|two|three|four|five|six|eight|ten)(?: months?\b)?)?"
)


@dataclass(frozen=True, slots=True)
class OfferQuestion:
    """A question on the offer at hand.

    `about` is pay in a period (`per`), the percent of the company, what a stake is worth, or whether the
    sign-on is paid back. `weeks_off` are weeks without pay in that year, `in_hand` says that pay after tax
    was asked, `leaving` the months after which the person would leave.
    """

    about: About
    per: Asked = "year"
    weeks_off: int = 0
    in_hand: bool = False
    leaving: float | None = None


def offer_question(text: str) -> OfferQuestion | None:
    """The question on an offer at hand that few words ask; None where they may be any other."""
    low = " ".join(text.lower().translate(_MARKS).split())
    if not low or "\n" in text.strip() or len(low.split()) > _MOST_WORDS or low.startswith(_WHY):
        return None
    if not _ASKS.search(low):
        return None
    if _BACK.search(low) and (_BONUS.search(low) or _LEAVE.search(low)):
        return OfferQuestion("pay_back", leaving=_leaving(low))
    if _PERCENT.search(low):
        return OfferQuestion("percent")
    if _WHAT.search(low) and _WORTH.search(low) and _HELD.search(low):
        return OfferQuestion("stake")
    return _of_pay(low)


def _of_pay(low: str) -> OfferQuestion | None:
    """A question of pay by another period: "what is that a year", "how much in hand per month"."""
    off = _OFF.search(low)
    rest = _OFF.sub(" ", low)
    in_hand = _IN_HAND.search(rest) is not None
    per = next((name for name, words in _PERIOD.items() if words.search(rest)), None)
    if per is None and in_hand:
        per = "month"
    if per is None or not _HOW_MUCH.search(rest) or _OF_ELSE.search(rest):
        return None
    weeks = 0 if off is None else _NUMBERS.get(off["weeks"]) or int(off["weeks"])
    return OfferQuestion("pay", per, weeks, in_hand)


def _leaving(low: str) -> float | None:
    found = _LEAVE.search(low)
    if found is None:
        return None
    of_years = found["unit"] == "year"
    months = _number(found["count"]) * (12 if of_years else 1)
    if found["more"] == "a half":
        return months + (6 if of_years else 0.5)
    return months + (_number(found["more"]) if found["more"] and of_years else 0)


def _number(said: str) -> float:
    return float(said) if said.isdigit() else float(_NUMBERS.get(said, 1))
