"""How amounts of money are written: the patterns that find them, their periods and what stands beside them.

Linear on any input: each pattern is bounded and anchored on a digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from bot.understand.money_words import SCALES
from bot.understand.vocab import rows


@cache
def currencies() -> dict[str, str]:
    """The ISO code by the mark or word that stands for it: "$", "rs", "quid"."""
    return {row["mark"]: row["currency"] for row in rows("currencies")}


def _any(words: Iterable[str]) -> str:
    """One of some words, the longest tried first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# What stands before an amount's digits ("US$ ") is no longer than this.
REACH = 9
DIGIT = re.compile(r"\d")


@cache
def amount_pattern() -> re.Pattern[str]:
    """A number with its currency before (`pre`, `code`) or behind (`suf`) it, and its `scale`."""
    marks = currencies()
    symbols = [m for m in marks if not m.rstrip(".").isalpha() or m == "zł"]
    words = [m for m in marks if m.rstrip(".").isalpha() and m != "zł"]
    before = [m for m in words if m not in {"dollars", "dollar", "bucks", "pounds", "quid", "euro", "euros"}]
    return re.compile(
        rf"(?=.{{0,{REACH}}}\d)"
        rf"(?:(?<![a-z])(?P<pre>{_any(symbols)})[ ]?|(?<![a-z])(?P<code>{_any(before)})[ ]?[$€£₹]?[ ]?|"
        rf"(?<![\w.,]))"
        r"(?P<num>\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,4})?|\d{1,3}(?:['’]\d{3}){1,4}"
        r"|\d{2,3},\d(?![\d,])(?! ?(?:%|percent|years?|yrs?|weeks?|days?|months?|mos?)(?![a-z]))"
        r"|(?:(?<=€)|(?<=€ ))\d{1,3}(?: \d{3}){1,3}(?!\d)"
        r"|\d{1,3}(?: \d{3}){1,3}(?=[ ]?(?:[€£k]|\$(?!\d)|zł|kč"
        r"|(?:sek|nok|dkk|pln|czk|chf|eur|cad|usd|gbp)(?![a-z])))"
        r"|\d{2,3} 000(?!\d)"
        r"|\d{1,3}(?:\.\d{3}){1,4}(?:,\d{2})?(?!\d)|\d{1,13}(?:\.\d{1,6})?|\.\d{1,6})(?![\d])"
        rf"(?:[ ]?(?P<scale>{_any(SCALES)})(?:(?![a-z0-9])|(?<=k)(?-i:(?=[A-Z][a-z]))))?"
        rf"(?:[ ]?(?P<suf>(?:{_any(symbols)})(?![0-9])|(?:{_any(words)})(?![a-z])))?",
        re.IGNORECASE | re.DOTALL,
    )


PER = re.compile(
    r"[ ]{0,2}\(?(?:(?:paid |payable )?(?:/|per|an?|each|every|p[./]?)[ ]{0,2}"
    r"(?P<unit>year|yr|y|annum|hour|hr|h|month|mo|mth|day|week|wk|fortnight|two weeks|2 weeks|other week|"
    r"(?:bi-?weekly )?pay period|share|sh)"
    r"|(?P<word>annually|yearly|annualized|annualised|hourly|monthly|daily|weekly|bi-?weekly|p\.a\.?|pa)|"
    r"on an (?P<annual>annual|hourly|monthly)(?:ized|ised)? basis)(?![a-z])",
    re.IGNORECASE,
)
SPELLED_CURRENCY = re.compile(
    r"[ ](?:u\.?s\.? |united states |canadian |australian )?"
    r"(dollars|pounds|euros|euro|rupees|usd|gbp|eur|cad|inr)(?![a-z])",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"[ ](?:\([\d,]{1,12}\)[ ])?"
    r"(?:(?:of|company|restricted|stock|common|ordinary|phantom|incentive|new) ){0,3}"
    r"(?:shares?|options?|units?|rsus?|people|employees|users|customers|members|times|miles|steps|words|hours|days)"
    r"(?![a-z])",
    re.IGNORECASE,
)
SHARE = re.compile(r"[ ]?(?:%|percent\b|per cent\b|pct\b)", re.IGNORECASE)
BETWEEN = re.compile(r"[ ]{0,2}(?:-|–|—|to|and|~)[ ]{0,2}", re.IGNORECASE)
