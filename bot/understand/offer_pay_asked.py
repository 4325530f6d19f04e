"""Pay asked for by another period, at other hours, with weeks off: "what is that a month?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.understand.stays import number

Asked = Literal["year", "month", "biweek", "week", "day", "hour"]

_PERIODS: dict[Asked, str] = {
    "biweek": r"every two weeks|biweekly|bi-weekly|(?:a|per|each|every) (?:fortnight|pay ?check|pay ?cheque)",
    "month": r"(?:(?:a|per|each|every|in a|by the) |/)month|monthly|p\.?m\.?",
    "week": r"(?:(?:a|per|each|in a|by the) |/)week|weekly",
    "day": r"(?:(?:a|per|each|by the) |/)day|daily",
    "hour": r"(?:(?:an|per|each|by the) |/)(?:hour|hr)|hourly",
    "year": r"(?:(?:a|per|each|in a|for a|for the|by the|every) |/)(?:year|yr)|annually|annual|yearly"
    r"|annualized|annualised|over a year|p\.?a\.?|as a (?:yearly |annual |full[- ]time )?salary",
}
_PERIOD = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for name, words in _PERIODS.items()}
_HOW_MUCH = re.compile(r"\b(?:how much|what(?:'s|s| is| does| do| would| will)?|in hand|take[- ]home|net)\b")
_ALONE = re.compile(
    r"(?:(?:and|ok|so|or|what about|how about),? )*(?:(?:a|per|by the|an) (?:year|month|week|day|hour"
    r"|pay ?check)|monthly|weekly|daily|hourly|yearly)\s*\?"
)
_IN_HAND = re.compile(
    r"\b(?:in[- ]hand|take[- ]home|after tax(?:es)?|net (?:pay|salary|of tax)"
    r"|(?:on|in|into) my (?:bank )?account)\b"
)
# Words of pay that the base alone does not answer, and of somebody else's.
_OF_ELSE = re.compile(
    r"\b(?:bonus|commission|ote|equity|rsus?|options?|stock|shares?|refresh(?:er)?s?|sign[- ]?on|median"
    r"|market|average|typical|usual(?:ly)?|normal|range|premium|raise|ask|counter|should|worth|days"
    r"|more|less|weeks? of|vacation|pto|holidays?|hours|review|reviews|often|times|do (?:i|they|you) ask)\b"
)
_WITH_BONUS = re.compile(
    r",? ?\b(?:with|including|incl\.?|plus|counting) (?:the |my )?(?:bonus|commissions?|variable)(?: pay)?\b"
    r"|,? ?\b(?:bonus|commissions?|variable) (?:included|counted)\b|\b(?:at|on) (?:target|ote)\b"
)
# A rate said in the question itself: its own period is not the one asked for.
_RATE = re.compile(
    r"[$£€₹]? ?\d[\d.,]{0,12} ?(?:usd|dollars|bucks|eur|gbp|lakhs?|lpa|k)?"
    r" ?(?:/|an? |per )(?:hour|hr|h|day|week|month)\b"
)
_HOURS = re.compile(
    r"\b(?:at|for|on|if (?:i|it'?s|it is|i'm|they)(?: do| work| give me| only)*) (?P<hours>\d{1,2})"
    r" ?(?:hours?|hrs?|h)\b(?: (?:a|per|each) week)?"
)
_WITH = re.compile(r"\b(?:with|if i take|minus|less)?\s*\?*\s*$")
_OFF = re.compile(
    r"\b(?P<weeks>\d{1,2}|one|two|three|four|five|six|eight|ten) weeks?"
    r"(?: (?:off|unpaid(?: off| leave)?|of unpaid|without pay)\b|(?: of)? (?:vacation|holidays?|leave)\b)"
)


@dataclass(frozen=True, slots=True)
class PayAsked:
    """The period pay is asked for; see `OfferQuestion` for the rest."""

    per: Asked
    weeks_off: int = 0
    hours: float | None = None
    in_hand: bool = False
    with_bonus: bool = False


def pay_asked(low: str) -> PayAsked | None:
    """The pay that a question in lower case asks for by period; None where it asks for something else."""
    off, hours = _OFF.search(low), _HOURS.search(low)
    rest = without_counts(low)
    with_bonus = _WITH_BONUS.search(rest) is not None
    rest = _RATE.sub(" ", _WITH_BONUS.sub(" ", rest))
    in_hand = _IN_HAND.search(rest) is not None
    per = next((name for name, words in _PERIOD.items() if words.search(rest)), None)
    if per is None and in_hand:
        per = "month"
    if per is None and (off or hours):
        per = "year"
    asked = _HOW_MUCH.search(rest) or _ALONE.fullmatch(_WITH.sub("", rest).strip() + "?")
    if per is None or not asked or _OF_ELSE.search(rest):
        return None
    weeks = int(number(off["weeks"])) if off else 0
    return PayAsked(per, weeks, float(hours["hours"]) if hours else None, in_hand, with_bonus)


def is_bare(low: str) -> bool:
    """Whether a text in lower case names a period and nothing else: "per day?"."""
    return _ALONE.fullmatch(low) is not None


def without_counts(text: str) -> str:
    """The text without its hours and weeks off, which are no pay.

    >>> without_counts("how much if i work 40 hours")
    'how much  '
    """
    return _HOURS.sub(" ", _OFF.sub(" ", text))
