"""Every figure a text holds, with its place and scale: money, percent, count, time, date, schedule.

What a figure is for is decided elsewhere (`labels`). Patterns are bounded, so reading is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.offers.sums import sums

Kind = Literal["money", "percent", "count", "time", "date", "schedule", "split"]


@dataclass(frozen=True, slots=True)
class Figure:
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


_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
    "twenty-five": 25,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "thirty-six": 36,
    "forty-eight": 48,
    "sixty": 60,
    "seventy-five": 75,
    "ninety": 90,
    "one hundred": 100,
}
_SAID = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUM = r"\d{1,2},\d{1,2}(?=\s?%)|\d{1,4}(?:\.\d{1,4})?|\.\d{1,4}"
_PERCENT = re.compile(
    rf"(?<![\w.,])(?P<low>{_NUM}|(?:{_SAID})(?![a-z]))(?:\s?%?\s?(?:-|to)\s?(?P<high>{_NUM}))?\s?"
    rf"(?:\(\d{{1,3}}\s?%\)|%|percent\b|pct\b|per cent\b)"
)
_TIME = re.compile(
    rf"(?<![\w.,$])(?P<low>\d{{1,3}}(?:\.\d)?|(?:{_SAID})(?![a-z]))(?:\s?(?:-|to)\s?(?P<high>\d{{1,3}}))?[\s-]?"
    rf"(?:\(\d{{1,3}}\)[\s-]?)?"
    r"(?:\+\s?|full |calendar |business |working |paid )?"
    r"(?P<unit>years?|yrs?|y|months?|mos?|mths?|weeks?|wks?|days?|hours?|hrs?)(?![a-z])"
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
    ("share", "share"),
    ("unit", "unit"),
)
_COUNT = re.compile(
    r"(?<![\w.,$€£₹])(?P<num>\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,3})?)\s?(?P<k>k|m|million)?"
    r"(?:\s?\(\d[\d,]{0,12}\))?\)?"
    r"\s(?:(?:of|company|our|the|non-?qualified|nonqualified|incentive|restricted|stock|class [ab]"
    r"|common|ordinary|additional|"
    r"performance|phantom|virtual|profits?|participation|interest|new"
    r"|employee|nso|iso|rsu|google|series) ){0,4}?"
    r"(?P<unit>(?:restricted |performance )?(?:stock |share )?(?:rsus?|psus?|isos?|nsos?|nqsos?|options?"
    r"|units?|shares?))(?:'s)?(?![a-z]|\s?:)"
)
_SCHEDULE = re.compile(
    r"(?<![\w./-])\d{1,3}(?:\.\d{1,2})?%?(?:\s?[/-]\s?\d{1,3}(?:\.\d{1,2})?%?){2,5}(?![\w/-])"
)
_SPLIT = re.compile(r"(?<![\w./$-])([3-9][05])%?\s?/\s?([1-7][05])%?(?![\w/-]|[.,]\d)")
_SPLITS = re.compile(r"\bote\b|\bsplit\b|\bon[ -]target\b")
_NEAR_SPLIT = 40
_WHOLE = 100
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?"
    r"(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATE = re.compile(
    r"(?<![\w.])(?:(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
    r"|"
    + _MONTH.format("m1")
    + r"\s(?P<d1>\d{1,2})(?!\d|,\d{3}|k|%)(?:st|nd|rd|th)?(?:,?\s{1,2}(?P<y1>20\d\d)(?!\d))?"
    r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?" + _MONTH.format("m2") + r"(?:,?\s(?P<y2>20\d\d)(?!\d))?"
    r"|(?P<n1>\d{1,2})/(?P<n2>\d{1,2})/(?P<y3>(?:20)?\d\d)(?![\d/])"
    r"|(?P<words>(?:(?:this|next|end of|eod|coming)\s){0,2}(?:monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|tomorrow)"
    r"|end of (?:the |this |next )?(?:week|month|day)|next week|next month|(?:in |within )?\d{1,2} "
    r"(?:business )?(?:days|hours) from [a-z]{2,9}))(?![a-z])"
)
# Numbers that are no figures: plans, clock times, phone numbers, fractions of a week.
_NEITHER = re.compile(
    r"(?<![\w.,])(?:40[13]\s?\(?[kb]\)?(?![a-z])|409a|\d{1,2}:\d{2}|\(?\d{3}\)?[-. ]\d{3}[-.]\d{4}|24/7"
    r"|s&p 500|9-5|(?<!\$)1099(?!\s?(?:rsu|share|option|unit)))(?![\d,])"
)
# A bare number below this counts something else ("year 1", "level 4"); years of the calendar are dates.
_LEAST_BARE = 15
_CALENDAR = range(1990, 2040)
# Above this "RSUs" counted in k are their worth: few grants hold 20,000 units, most are worth more.
_UNITS_ARE_MONEY = 20_000


def _number(word: str) -> float:
    return float(_WORDS[word]) if word in _WORDS else float(word.replace(",", "."))


def _percents(low: str) -> list[Figure]:
    found = []
    for m in _PERCENT.finditer(low):
        first = _number(m["low"])
        high = _number(m["high"]) if m["high"] else first
        first = min(first, high)
        found.append(Figure("percent", m.start(), m.end(), first, high))
    return found


def _times(low: str) -> list[Figure]:
    found = []
    for m in _TIME.finditer(low):
        unit = {"y": "year", "w": "week", "d": "day", "h": "hour"}.get(m["unit"][0], "month")
        size = {"year": 12.0, "month": 1.0, "week": 5.0, "day": 1.0, "hour": 0.125}[unit]
        first = _number(m["low"]) * size
        last = float(m["high"]) * size if m["high"] else first
        found.append(Figure("time", m.start(), m.end(), first, max(first, last), unit=unit))
    return found


def _counts(low: str) -> list[Figure]:
    found = []
    for m in _COUNT.finditer(low):
        value = float(m["num"].replace(",", "")) * {"k": 1e3, None: 1.0}.get(m["k"], 1e6)
        noun = m["unit"].rstrip("s").removesuffix("'")
        unit = dict(_UNITS).get(noun) or next(u for n, u in _UNITS if n in noun)
        words = m.group()
        if unit in {"unit", "share"}:
            unit = "rsu" if "restricted stock" in words and "unit" in noun else unit
            unit = "option" if unit == "unit" and "option" in words else unit
        if (m["k"] and unit == "rsu" and value >= _UNITS_ARE_MONEY) or value == 0:
            continue
        found.append(Figure("count", m.start(), m.end(), value, value, unit=unit))
    return found


def _schedules(low: str) -> list[Figure]:
    found = []
    for m in _SCHEDULE.finditer(low):
        parts = [p.strip(" %") for p in re.split(r"[/-]", m.group())]
        if abs(sum(float(p) for p in parts) - 100) <= 1:
            found.append(Figure("schedule", m.start(), m.end(), words="/".join(p for p in parts)))
    return found


def _splits(low: str) -> list[Figure]:
    found = []
    for m in _SPLIT.finditer(low):
        near = low[max(0, m.start() - _NEAR_SPLIT) : m.end() + _NEAR_SPLIT]
        if int(m[1]) + int(m[2]) == _WHOLE and _SPLITS.search(near):
            found.append(Figure("split", m.start(), m.end(), float(m[1]), float(m[1])))
    return found


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _dates(text: str, low: str) -> list[Figure]:
    found = []
    for m in _DATE.finditer(low):
        said: str | None = text[m.start() : m.end()].strip()
        if m["iso"]:
            said = _iso(*(int(p) for p in m["iso"].split("-")))
        elif m["n1"]:
            year = int(m["y3"]) + (2000 if len(m["y3"]) == 2 else 0)  # noqa: PLR2004
            said = _iso(year, int(m["n1"]), int(m["n2"])) or _iso(year, int(m["n2"]), int(m["n1"]))
        elif m["m1"] or m["m2"]:
            month = _MONTHS.index((m["m1"] or m["m2"])[:3]) + 1
            day, year_said = int(m["d1"] or m["d2"]), m["y1"] or m["y2"]
            complete = _iso(int(year_said or 2024), month, day)
            said = complete if year_said or complete is None else said
        if said:
            found.append(Figure("date", m.start(), m.end(), words=said))
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
        for a in sums(text, low)
        if not a.bare or a.per or a.low % 1 or (a.low >= _LEAST_BARE and a.low not in _CALENDAR)
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
    for some in (
        _dates(text, low),
        _schedules(low),
        _splits(low),
        _percents(low),
        _counts(low),
        _times(low),
        _money(text, low),
    ):
        for figure in some:
            if any(taken[figure.start : figure.end]):
                continue
            taken[figure.start : figure.end] = b"\x01" * (figure.end - figure.start)
            found.append(figure)
    return sorted(found, key=lambda f: f.start)
