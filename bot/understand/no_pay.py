"""Figures of a sentence that are no pay: percents, counts, ages, dates, distances.

`unpaid_counts.csv` lists the things people count beside their pay. The figures are blanked, so that
every place in the text keeps its position.
"""

from __future__ import annotations

import re
from functools import cache

from bot.understand.vocab import rows

_NUMBER = r"(?<![\w.,$€£₹])\d{1,3}(?:,\d{3}){0,3}(?:[.,]\d{1,2})?"
_SHAPES = re.compile(
    rf"{_NUMBER}(?: ?(?:-|–|to|or|and) ?\d{{1,3}}(?:\.\d{{1,2}})?)? ?(?:%|percent\b|pct\b)"  # "81 to 93%"
    r"|\b401 ?\(?k\b\)?"
    rf"|{_NUMBER} (?:rsus|units)\b"
    r"|\b[1-4]?\d\+?[ -](?:year|yr)\b"  # "a 20 year career", but "95 yr" is pay
    r"|\b[1-6]?\d ?min\b"
    r"|(?<![\w.])\d{1,3}(?:\.\d)? ?(?:m|mm|million)"
    r" (?:number|quota|book|pipeline|budget|arr|deals?|portfolio)\b"
    r"|\b911\b|(?:\biso[ -]?|#|\bid:? |\breq(?:uisition)?[ #:]{1,2})\d{3,12}\b"
    r"|\b\d{1,3}(?:st|nd|rd|th)\b"
    r"|\b\d{1,2}(?::\d\d|h\d{0,2}\b)"  # the time of day
    r"|\b(?:aged?|turn(?:ed|ing|s)?) \d{2}\b(?! ?k)"
    r"|\bi(?:['’]m| am) \d{2}(?= (?:years? old|y/?o\b|and (?:my|have|a|i)\b))",
    re.IGNORECASE,
)


def without_counts(text: str) -> str:
    """The same text with spaces where a number counts something or is a percent, an age, a date."""
    return _counts().sub(_blank, _SHAPES.sub(_blank, text))


@cache
def _counts() -> re.Pattern[str]:
    things = "|".join(
        sorted((re.escape(row["thing"]) for row in rows("unpaid_counts")), key=len, reverse=True)
    )
    return re.compile(
        rf"{_NUMBER}(?: ?(?:k|m|million|thousand))?\+?(?:-| )"
        r"(?:(?:direct|final|sales|other|more|new|full|paid|extra|calendar|working|stock) )?"
        rf"(?:{things})(?![\w'’-])",
        re.IGNORECASE,
    )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
