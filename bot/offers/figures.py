"""Every figure a text holds, with its place and scale: money, percent, count, time, date, schedule.

What a figure is for is decided elsewhere (`judged`). Patterns are bounded, and tried only where a
figure can begin: at or near a digit, at a word for a number, at a word of a date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from bot.offers import dates
from bot.offers.numbers import DIGIT, FIRST_WORDS, SAID, TEEN, TEN, number
from bot.offers.openings import each, openings
from bot.offers.sums import articles, sums

Kind = Literal["money", "percent", "count", "time", "date", "schedule", "split", "word"]


class Figure(NamedTuple):
    """One figure at `[start, end)` of the readable text; `low` = `high` unless it is a range.

    Time is in months for `unit` "year"/"month" and in days for "week"/"day"/"hour" (weeks of
    five working days). `unit` is the thing counted ("rsu", "option", "share", "unit"), the unit
    of time, or the period of money ("year", "share", ...). `bare` money has nothing but its
    number to say it is money; `plain` money has no symbol, currency or scale ("20,000"). `words`
    holds a date as ISO where it is complete, else as written, and a schedule as "5/15/40/40". A
    split of target earnings ("60/40") has the percent of base in `low`.
    """

    kind: Kind
    start: int
    end: int
    low: float = 0.0
    high: float = 0.0
    currency: str | None = None
    unit: str | None = None
    bare: bool = False
    plain: bool = False
    words: str = ""

    @property
    def is_range(self) -> bool:
        """Whether two ends were said."""
        return self.low != self.high


_SPOKEN = re.compile(
    rf"(?<![\w-])(?P<hundreds>{DIGIT})[ -](?P<tens>(?:{TEN})(?:[ -](?:{DIGIT}))?|{TEEN})"
    r"(?![\w-])(?! hundred)(?P<k> thousand| k\b| grand)?"
)
_NUM = r"\d{1,2},\d{1,2}(?=[ ]?%)|\d{1,4}(?:\.\d{1,4})?|\.\d{1,4}"
_FIRST_WORDS = (
    FIRST_WORDS | dates.FIRST_WORDS | {"first", "second", "third", "fourth", "fifth", "anniversary"}
)
_PERCENT = re.compile(
    rf"(?<![\w.,])(?:(?P<low>{_NUM})(?P<third> [12]/[23](?=[ ]?%))?"
    rf"(?:[ ]?%?[ ]?(?:-|to)[ ]?(?P<high>{_NUM}))?[ ]?(?:%|percent\b|pct\b|per cent\b)"
    rf"|(?P<said>{SAID})(?![a-z])(?:[ ]\(\d{{1,3}}\))?[ ]?(?:\(\d{{1,3}}[ ]?%\)|%|percent\b|per cent\b))"
)
_FRACTION = re.compile(
    r"(?<![\w.,/$])1[ ]?/[ ]?(?P<part>[2-9]|[1-6]\d)(?:th|rd)?(?![\d/%]|[.,]\d|st)"
    r"|\bone[- ](?P<said>half|third|fourth|quarter|fifth|forty-eighth|thirty-sixth|twelfth|sixteenth)\b"
)
_PARTS = {
    "half": 2, "third": 3, "fourth": 4, "quarter": 4, "fifth": 5, "twelfth": 12, "sixteenth": 16,
    "thirty-sixth": 36, "forty-eighth": 48,
}  # fmt: skip
_ANNIVERSARY = re.compile(
    r"\b(?:first|1st|one)[- ](?:full )?(?:year|anniversary|yr)(?:[- ](?:anniversary|cliff))?\b"
    r"|(?<=\bthe )anniversary of\b|\bfirst twelve months\b"
    r"|\b(?P<later>second|third|fourth|fifth|2nd|3rd|4th|5th) anniversary\b"
)
_LATER = {
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5},
    **{"2nd": 2, "3rd": 3, "4th": 4, "5th": 5},
}
_INSTALLMENTS = re.compile(
    rf"(?<![\w.,$])(?P<n>\d{{1,2}}|{SAID})(?: \(\d{{1,2}}\))?"
    r"(?=(?: (?:substantially|approximately|nearly|successive|consecutive|equal|as)){0,4}"
    r" (?P<step>annual|yearly|quarterly|monthly)(?: (?:equal|vesting))? (?:instal{1,2}ments?|tranches|parts)"
    rf"| (?:successive |annual )?(?P<years>anniversaries))"
)
_STEPS = {"annual": 12.0, "yearly": 12.0, "quarterly": 3.0, "monthly": 1.0}
_TIME = re.compile(
    rf"(?<![\w.,$])(?P<low>\d{{1,3}}(?:\.\d)?|{SAID}(?![a-z]))"
    rf"(?:[ ]?(?:-|to)[ ]?(?P<high>\d{{1,3}}))?[ -]?"
    rf"(?:\(\d{{1,3}}\)[ -]?)?"
    r"(?:\+[ ]?|full |calendar |business |working |paid )?"
    r"(?P<unit>years?|yrs?|y|months?|mos?|mths?|weeks?|wks?|days?|hours?|hrs?"
    r"|h(?= ?(?:/|an?|per|each|every)? ?w(?:ee)?ks?\b))(?![a-z])"
)
_UNITS = (
    ("rsu", "rsu"),
    ("restricted stock unit", "rsu"),
    ("restricted unit", "rsu"),
    ("psu", "rsu"),
    ("performance stock unit", "rsu"),
    ("iso", "option"),
    ("nso", "option"),
    ("nqso", "option"),
    ("option", "option"),
    ("stock option", "option"),
    ("share option", "option"),
    ("esop", "option"),
    ("share", "share"),
    ("stock", "share"),
    ("unit", "unit"),
)
_COUNT = re.compile(
    r"(?<![\w.,$€£₹:/])(?P<num>\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,3})?)[ ]?(?P<k>k|m|million)?"
    r"(?:[ ]?\(\d[\d,]{0,12}\))?\)?"
    r"[ ](?:(?:of|company|our|the|non-?qualified|nonqualified|incentive|restricted|stock|class [ab]"
    r"|common|ordinary|additional|"
    r"performance|phantom|virtual|profits?|participation|interest|new"
    r"|employee|nso|iso|rsu|esop|google|series) ){0,4}?"
    r"(?P<unit>(?:restricted |performance )?(?:stock |share )?(?:rsus?|psus?|esops?|isos?|nsos?|nqsos?"
    r"|options?|units?|shares?|stocks))(?:'s)?(?![a-z]|[ ]?:)"
)
_BARE = r"\d{1,3}(?:\.\d{1,2})?"
_PART = rf"{_BARE}%?"
_SCHEDULE = re.compile(
    rf"(?<![\w./$€£₹,-])(?:{_PART}(?:[ ]?[/-][ ]?{_PART}){{2,5}}|{_PART}(?:[ ]?[:|][ ]?{_PART}){{2,5}}"
    rf"|{_BARE}(?:,[ ]?(?!\d{{3}}(?!\d)){_BARE}){{2,5}}|{_BARE}(?:[ ](?!000){_BARE}){{2,5}})"
    r"(?![\w/%-]|[.,]\d)"
)
_SPLIT = re.compile(r"(?<![\w./$-])([3-9][05])%?[ ]?/[ ]?([1-7][05])%?(?![\w/-]|[.,]\d)")
_SPLITS = re.compile(r"\bote\b|\bsplit\b|\bon[ -]target\b")
_NEAR_SPLIT = 40
_WHOLE = 100
# Numbers that are no figures: plans, clock times, phone numbers, fractions of a week.
_NEITHER = re.compile(
    r"(?<![\w.,])(?:https?://\S{1,300}|www\.\S{1,300}"
    r"|40[13][ ]?\(?[kb]\)?(?![a-z])|409a|(?<![:\d])\d{1,2}:\d{2}(?!:)|\(?\d{3}\)?[-. ]\d{3}[-.]\d{4}|24/7"
    r"|(?<=every )[36](?= months\b)|(?<=\bsf-)(?:50|52|86|182)(?!k)|(?<=\bdd-)214|(?<=\bds-)160"
    r"|(?:no|00)/100(?: dollars?)?|s&p 500|9-5|(?<!\$)1099(?![ ]?(?:rsu|share|option|unit)))(?![\d,])"
)
# Years of the calendar are dates.
_CALENDAR = range(1990, 2040)
# Above this "RSUs" counted in k are their worth: few grants hold 20,000 units, most are worth more.
_UNITS_ARE_MONEY = 20_000


def _fractions(low: str, places: Sequence[int]) -> list[Figure]:
    """Parts of a whole as percents: "1/48" is 2.0833."""
    found = []
    for m in each(_FRACTION, low, places):
        value = round(100 / (int(m["part"]) if m["part"] else _PARTS[m["said"]]), 4)
        found.append(Figure("percent", m.start(), m.end(), value, value, unit="part"))
    return found


def _anniversaries(low: str, places: Sequence[int]) -> list[Figure]:
    """The first year of a time, as twelve months: "the first anniversary"."""
    return [
        Figure("time", m.start(), m.end(), months, months, unit="anniversary")
        for m in each(_ANNIVERSARY, low, places)
        for months in [12.0 * _LATER[m["later"] or "first"]]
    ]


def _installments(low: str, places: Sequence[int]) -> list[Figure]:
    """The time that equal parts take, in months: "in four equal annual installments" is 48."""
    found = []
    for m in each(_INSTALLMENTS, low, places):
        months = number(m["n"]) * (12.0 if m["years"] else _STEPS[m["step"]])
        found.append(Figure("time", m.start(), m.end(), months, months, unit="year"))
    return found


def _spoken(low: str, places: Sequence[int]) -> list[Figure]:
    """Sums of thousands as people say them: "one sixty five" is 165, "two ten thousand" 210,000."""
    found = []
    for m in each(_SPOKEN, low, places):
        value = 100 * number(m["hundreds"]) + number(m["tens"])
        value *= 1000 if m["k"] else 1
        found.append(Figure("money", m.start(), m.end(), value, value, bare=not m["k"], plain=not m["k"]))
    return found


def _percents(low: str, places: Sequence[int]) -> list[Figure]:
    found = []
    for m in each(_PERCENT, low, places):
        first = number(m["low"] or m["said"])
        first += int(m["third"][1]) / int(m["third"][3]) if m["third"] else 0
        high = number(m["high"]) if m["high"] else first
        first, high = sorted((first, high))
        found.append(Figure("percent", m.start(), m.end(), first, high))
    return found


def _times(low: str, places: Sequence[int]) -> list[Figure]:
    found = []
    for m in each(_TIME, low, places):
        unit = {"y": "year", "w": "week", "d": "day", "h": "hour"}.get(m["unit"][0], "month")
        if low.endswith("every ", 0, m.start()) and (unit == "week" or not m["low"][0].isdigit()):
            continue  # how often, and no time: "every two weeks", "every six months"
        size = {"year": 12.0, "month": 1.0, "week": 5.0, "day": 1.0, "hour": 0.125}[unit]
        first = number(m["low"]) * size
        last = float(m["high"]) * size if m["high"] else first
        found.append(Figure("time", m.start(), m.end(), first, max(first, last), unit=unit))
    return found


def _counts(low: str, places: Sequence[int]) -> list[Figure]:
    found = []
    for m in each(_COUNT, low, places):
        value = float(m["num"].replace(",", "")) * {"k": 1e3, None: 1.0}.get(m["k"], 1e6)
        noun = m["unit"].rstrip("s").removesuffix("'")
        if noun == "stock" and (m["k"] or value >= _UNITS_ARE_MONEY):
            continue
        unit = dict(_UNITS).get(noun) or next(u for n, u in _UNITS if n in noun)
        words = m.group()
        if unit in {"unit", "share"}:
            unit = "rsu" if "restricted stock" in words and "unit" in noun else unit
            unit = "option" if unit == "unit" and "option" in words else unit
        if (m["k"] and unit == "rsu" and value >= _UNITS_ARE_MONEY) or value == 0:
            continue
        found.append(Figure("count", m.start(), m.end(), value, value, unit=unit))
    return found


def _schedules(low: str, places: Sequence[int]) -> list[Figure]:
    """Parts of a grant by year: percents that make a whole, or numbers that make up a count of the text."""
    counted = {figure.low for figure in _counts(low, places)}
    found = []
    for m in each(_SCHEDULE, low, places):
        parts = [p.strip(" %") for p in re.split(r"[/,:| -]+", m.group())]
        numbers = [float(p) for p in parts]
        total = sum(numbers)
        if abs(total - _WHOLE) <= 1 and max(numbers) < _WHOLE:
            found.append(Figure("schedule", m.start(), m.end(), words="/".join(parts)))
        elif total in counted:
            shares = "/".join(f"{100 * number / total:g}" for number in numbers)
            found.append(Figure("schedule", m.start(), m.end(), words=shares))
    return found


def _splits(low: str, places: Sequence[int]) -> list[Figure]:
    found = []
    for m in each(_SPLIT, low, places):
        near = low[max(0, m.start() - _NEAR_SPLIT) : m.end() + _NEAR_SPLIT]
        if int(m[1]) + int(m[2]) == _WHOLE and _SPLITS.search(near):
            found.append(Figure("split", m.start(), m.end(), float(m[1]), float(m[1])))
    return found


def _money(text: str, low: str) -> list[Figure]:
    return [
        Figure(
            "money",
            a.start,
            a.end,
            a.low,
            a.high,
            a.currency,
            a.per,
            bare=a.bare,
            plain=a.currency is None and a.scale == 1.0,
        )
        for a in (*sums(text, low), *articles(text, low))
        if not a.bare or a.per or a.low not in _CALENDAR
    ]


def figures(text: str, low: str) -> list[Figure]:
    """Every figure of the text in order, none overlapping another.

    `low` is the lower-case form of `text`, of the same length. Where readings overlap the more
    particular one wins: a date before a schedule, a percent, a count, a time, and money last.
    """
    taken = bytearray(len(text))
    for match in _NEITHER.finditer(low):
        taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    found: list[Figure] = []
    places = openings(low, _FIRST_WORDS)
    for some in (
        [Figure("date", start, end, words=said) for start, end, said in dates.dates(text, low, places)],
        _schedules(low, places),
        _splits(low, places),
        _fractions(low, places),
        _percents(low, places),
        _counts(low, places),
        _anniversaries(low, places),
        _installments(low, places),
        _times(low, places),
        _spoken(low, places),
        _money(text, low),
    ):
        for figure in some:
            if any(taken[figure.start : figure.end]):
                continue
            taken[figure.start : figure.end] = b"\x01" * (figure.end - figure.start)
            found.append(figure)
    return sorted(found, key=lambda f: f.start)
