"""What the words beside a sum say of it: that it is for full time, after tax, paid in two years, to stay."""

from __future__ import annotations

import re
from bisect import bisect_left

from bot.offers.figures import Figure
from bot.offers.gather import Terms

_REACH, _SENTENCE = 45, 130
_FULL_TIME = (
    r"(?:fte|wte|full[ -]time(?: (?:equivalent|salary|rate|number|figure|basis|pay))?|(?:at|for) 100%)"
)
_AFTER_TAX = r"(?:in[- ]hand|take[- ]home|after tax)"
_BETWEEN = (
    r"[ ]?[(,]?[ ]?(?:a (?:year|month)|per (?:year|annum|month)|monthly|p\.?[am]\.?)?[ ]?"
    r"(?:for |as |is |of |at |on a |will be )?(?:my |the )?"
)
_SMALL = (
    r"(?:[ :=~,-]|is|was|being|would be|will be|comes to|of|at|around|approx\.?|about|roughly|an?|the|pay"
    r"|salary|amount|per month|monthly){1,9}"
)
# The words of a form of pay after a sum, and before it.
_FULL_TIME_BESIDE = (re.compile(rf"{_BETWEEN}{_FULL_TIME}\b"), re.compile(rf"(?<=\W){_FULL_TIME}{_SMALL}$"))
_AFTER_TAX_BESIDE = (re.compile(rf"{_BETWEEN}{_AFTER_TAX}\b"), re.compile(rf"(?<=\W){_AFTER_TAX}{_SMALL}$"))
# "50,000 pro rata for 4 days, so 40,000": what is paid follows.
_PRO_RATA = re.compile(
    r"[ ,(]{0,2}(?:fte |full[ -]time )?pro[ -]?rata\b[^.;\n]{0,40}?(?:\b(?:so|making|meaning|which is"
    r"|works out|comes to|that is|i\.?e\.?)|=)[^\d.;\n]{0,20}\d"
)
_LATER = r"(?:\byear\b|\b1[ -]?yr\b|\b12[ -]months?\b|\btwelve months\b|\banniversary\b|\bsecond\b)"
_HALVES = re.compile(
    r"\b(?:split|paid|payable|spread|divided)\b[^.;\n]{0,25}?[ ](?:over|across)[ ]"
    r"(?:the )?(?:first )?(?:two|2)[ ](?:years|yrs)\b"
    rf"|\bhalf\b[^.;\n]{{1,40}}?\bhalf\b[^.;\n]{{0,40}}?{_LATER}"
    rf"|\b(?:two|2) (?:equal )?(?:annual |yearly )?(?:instal{{1,2}}ments|payments|parts|halves)\b"
    rf"[^.;\n]{{0,50}}?{_LATER}"
    rf"|\b50[ ]?%[^.;\n]{{1,40}}?\b50[ ]?%[^.;\n]{{0,40}}?{_LATER}"
    rf"|\b50/50\b[^.;\n]{{0,30}}?{_LATER}"
)
_REPAID = re.compile(r"\b(?:re-?pa(?:y|id)|pa(?:y|id) (?:it )?back|claw|return|recover|refund)")
_COUNTER = re.compile(
    r"\bcounter(?:ed|s|offer|-offer)?\b|\bto keep me\b|\bif (?:i|you) stay\b|\bstay bonus\b"
)
_OWN_COUNTER = re.compile(r"\bi (?:will |would |could |should |want to |wanted to )?counter")

_OF_SALES = re.compile(
    r"%?\s{0,2}(?:(?:of|in|on)\s(?:the |my |your |all |net |gross |their )?)?(?:(?:net|gross|total)\s)?"
    r"(?:production|collections?|pro-?sal|commissions?|sales|revenue|billings?|receipts|bookings|fees)\b"
)


def is_for_full_time(terms: Terms, figure: Figure) -> bool:
    """Whether a sum is what full time would pay: "120k FTE so 72k actual", "50k pro rata, so 40k"."""
    if _PRO_RATA.match(terms.layout.source.low, figure.end):
        return True
    return _is_beside(terms, figure, *_FULL_TIME_BESIDE)


def is_after_tax(terms: Terms, figure: Figure) -> bool:
    """Whether a sum is what is left after tax: "in hand 90k per month"."""
    return _is_beside(terms, figure, *_AFTER_TAX_BESIDE)


def _is_beside(terms: Terms, figure: Figure, after: re.Pattern[str], before: re.Pattern[str]) -> bool:
    """Whether words stand after a sum, or before it and not right after another, whose words they are."""
    low = terms.layout.source.low
    figures = terms.layout.figures
    at = bisect_left(figures, figure.start, key=lambda one: one.start)
    last = next((one.end for one in reversed(figures[max(0, at - 3) : at]) if one.kind == "money"), -_REACH)
    if last > figure.start - _REACH:
        near = low[last : figure.start].lstrip(" (=-")
    else:
        near = " " + low[max(0, figure.start - _REACH) : figure.start]
    return after.match(low, figure.end, figure.end + _REACH) is not None or before.search(near) is not None


def in_two_years(terms: Terms, figure: Figure) -> bool:
    """Whether half a sum is paid at first and half a year later: "split over two years"."""
    low = terms.layout.source.low
    after = low[figure.end : figure.end + _SENTENCE]
    said = _HALVES.search(re.split(r"[.;\n](?!\d)", after, maxsplit=1)[0])
    return said is not None and not _REPAID.search(after, 0, said.end())


def of_counter(terms: Terms) -> bool:
    """Whether an offer is what an employer pays to keep the person; "I countered" is their own asking."""
    said = terms.layout.source.low[terms.part.start : terms.part.end]
    return _COUNTER.search(said) is not None and _OWN_COUNTER.search(said) is None


def is_share_of_sales(low: str, figure: Figure) -> bool:
    """Whether a percent is of what one brings in, and of no base: "20% production", "10% commission"."""
    return figure.kind == "percent" and _OF_SALES.match(low, figure.end) is not None
