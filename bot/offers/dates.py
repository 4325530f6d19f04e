"""Dates as offers write them: complete ones as ISO, others in the words of the text ("next Friday")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.offers.openings import each

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG = ("january", "february", "march", "april", "june", "july", "august", "sept", "september")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow")
# The words a date begins with, where it begins with a word.
FIRST_WORDS = frozenset(
    {*_MONTHS, *_LONG, "october", "november", "december", *_DAYS}
    | {"this", "next", "end", "eod", "coming", "in", "within", "early", "mid", "late", "beginning", "start"}
    | {"first", "second", "third", "last", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri"}
)
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?"
    r"(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
# Above this two digits are no year: "10/30/60".
_LAST_YEAR = 2040
_YEAR = r"(?:19|20)\d\d"
_PLAIN_MONTH = _MONTH.replace("?P<{0}>", "?:")
_DATE = re.compile(
    r"(?<![\w.])(?:(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
    r"|"
    + _MONTH.format("m1")
    + r"[ ](?P<d1>\d{1,2})(?!\d|,\d{3}|k|%)(?:st|nd|rd|th)?"
    + rf"(?:,?[ ]{{1,2}}(?P<y1>{_YEAR})(?!\d))?"
    + r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?[ ](?:of[ ])?"
    + _MONTH.format("m2")
    + rf"(?:,?[ ](?P<y2>{_YEAR})(?!\d))?"
    rf"|(?P<n1>\d{{1,2}})/(?P<n2>\d{{1,2}})/(?P<y3>{_YEAR}|\d\d)(?![\d/])"
    r"|(?P<n3>\d{1,2})\.(?P<n4>\d{1,2})\.(?P<y4>20\d\d)(?!\d)"
    rf"|(?P<words>(?:(?:this|next|end of|eod|coming)[ ]){{0,2}}(?:{'|'.join(_DAYS)}"
    rf"|(?<=by )(?:mon|tues?|wed|thu(?:rs?)?|fri)\b)(?!,? (?:the )?(?:\d|{'|'.join(_MONTHS)}))"
    rf"|(?:in |early(?: in)? |mid[- ]|late(?: in)? |(?:first|second|third|last) (?:half|week) (?:of|in) "
    rf"|(?:beginning|start|end) of ){_PLAIN_MONTH}(?![a-z])(?:,? {_YEAR}(?!\d))?"
    rf"|{_PLAIN_MONTH},? {_YEAR}(?!\d)"
    r"|end of (?:the |this |next )?(?:week|month|day)|next week|next month|(?:in |within )?\d{1,2} "
    r"(?:business )?(?:days|hours) from [a-z]{2,9}))(?![a-z])"
)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _said(text: str, m: re.Match[str]) -> str | None:
    """A date as it is kept; None for one that no calendar has."""
    said = text[m.start() : m.end()].strip(" .").removeprefix("in ")
    if m["iso"]:
        return _iso(*(int(p) for p in m["iso"].split("-")))
    if m["n3"]:
        return _iso(int(m["y4"]), int(m["n4"]), int(m["n3"]))
    if m["n1"]:
        year = int(m["y3"]) + (2000 if len(m["y3"]) == 2 else 0)  # noqa: PLR2004
        if year >= _LAST_YEAR:
            return None
        return _iso(year, int(m["n1"]), int(m["n2"])) or _iso(year, int(m["n2"]), int(m["n1"]))
    if m["m1"] or m["m2"]:
        month = _MONTHS.index((m["m1"] or m["m2"])[:3]) + 1
        day, year_said = int(m["d1"] or m["d2"]), m["y1"] or m["y2"]
        complete = _iso(int(year_said or 2024), month, day)
        return complete if year_said or complete is None else said
    return said


def dates(text: str, low: str, places: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Every date of a text as (start, end, words), in order; `low` is its lower-case form.

    `places` are where digits and FIRST_WORDS begin.
    """
    for match in each(_DATE, low, places):
        said = _said(text, match)
        if said:
            yield match.start(), match.end(), said


def in_year_of(said: str, letter: str) -> str:
    """A day and month without a year ("August 9") as the first such day after a letter's ISO date.

    Any other date stays as said.
    """
    match = _DATE.fullmatch(said.lower())
    if not match or not (match["m1"] or match["m2"]) or match["y1"] or match["y2"]:
        return said
    month = _MONTHS.index((match["m1"] or match["m2"])[:3]) + 1
    year, day = int(letter[:4]), int(match["d1"] or match["d2"])
    found = _iso(year, month, day)
    return (found if found and found >= letter else _iso(year + 1, month, day)) or said
