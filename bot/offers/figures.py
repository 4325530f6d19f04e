"""Every figure a text holds, with its place and scale: money, percent, count, time, date, schedule.

What a figure is for is decided elsewhere (`labels`). Patterns are bounded, so reading is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.offers.sums import sums

Kind = Literal["money", "percent", "count", "time", "date", "schedule", "split", "word"]


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


_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
_TEN = "|".join(_TENS)
# A number of up to two digits in words; and a sum of thousands as it is spoken: "one sixty five".
_SAID = rf"(?:one hundred|(?:{_TEN})(?:[ -](?:{'|'.join(_ONES[:9])}))?|{_ONE})"
_SPOKEN = re.compile(
    rf"(?<![\w-])(?P<hundreds>{'|'.join(_ONES[:9])})[ -](?P<tens>(?:{_TEN})(?:[ -](?:{'|'.join(_ONES[:9])}))?"
    rf"|{'|'.join(_ONES[9:])})(?![\w-])(?! hundred)(?P<k> thousand| k\b| grand)?"
)
_NUM = r"\d{1,2},\d{1,2}(?=[ ]?%)|\d{1,4}(?:\.\d{1,4})?|\.\d{1,4}"
_PERCENT = re.compile(
    rf"(?<![\w.,])(?P<low>{_NUM}|{_SAID}(?![a-z]))(?:[ ]?%?[ ]?(?:-|to)[ ]?(?P<high>{_NUM}))?[ ]?"
    rf"(?:\(\d{{1,3}}[ ]?%\)|%|percent\b|pct\b|per cent\b)"
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
)
_INSTALLMENTS = re.compile(
    rf"(?<![\w.,$])(?P<n>\d{{1,2}}|{_SAID})(?: \(\d{{1,2}}\))?"
    r"(?=(?: (?:substantially|approximately|nearly|successive|consecutive|equal|as)){0,4}"
    r" (?P<step>annual|yearly|quarterly|monthly)(?: (?:equal|vesting))? (?:instal{1,2}ments?|tranches|parts)"
    rf"| (?:successive |annual )?(?P<years>anniversaries))"
)
_STEPS = {"annual": 12.0, "yearly": 12.0, "quarterly": 3.0, "monthly": 1.0}
_TIME = re.compile(
    rf"(?<![\w.,$])(?P<low>\d{{1,3}}(?:\.\d)?|{_SAID}(?![a-z]))(?:[ ]?(?:-|to)[ ]?(?P<high>\d{{1,3}}))?[ -]?"
    rf"(?:\(\d{{1,3}}\)[ -]?)?"
    r"(?:\+[ ]?|full |calendar |business |working |paid )?"
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
    ("esop", "option"),
    ("share", "share"),
    ("unit", "unit"),
)
_COUNT = re.compile(
    r"(?<![\w.,$€£₹])(?P<num>\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,3})?)[ ]?(?P<k>k|m|million)?"
    r"(?:[ ]?\(\d[\d,]{0,12}\))?\)?"
    r"[ ](?:(?:of|company|our|the|non-?qualified|nonqualified|incentive|restricted|stock|class [ab]"
    r"|common|ordinary|additional|"
    r"performance|phantom|virtual|profits?|participation|interest|new"
    r"|employee|nso|iso|rsu|esop|google|series) ){0,4}?"
    r"(?P<unit>(?:restricted |performance )?(?:stock |share )?(?:rsus?|psus?|esops?|isos?|nsos?|nqsos?"
    r"|options?|units?|shares?))(?:'s)?(?![a-z]|[ ]?:)"
)
_SCHEDULE = re.compile(
    r"(?<![\w./-])\d{1,3}(?:\.\d{1,2})?%?(?:[ ]?[/-][ ]?\d{1,3}(?:\.\d{1,2})?%?){2,5}(?![\w/-])"
)
_SPLIT = re.compile(r"(?<![\w./$-])([3-9][05])%?[ ]?/[ ]?([1-7][05])%?(?![\w/-]|[.,]\d)")
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
    + r"[ ](?P<d1>\d{1,2})(?!\d|,\d{3}|k|%)(?:st|nd|rd|th)?(?:,?[ ]{1,2}(?P<y1>20\d\d)(?!\d))?"
    r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?[ ](?:of[ ])?" + _MONTH.format("m2") + r"(?:,?[ ](?P<y2>20\d\d)(?!\d))?"
    r"|(?P<n1>\d{1,2})/(?P<n2>\d{1,2})/(?P<y3>(?:20)?\d\d)(?![\d/])"
    r"|(?P<words>(?:(?:this|next|end of|eod|coming)[ ]){0,2}(?:monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|tomorrow)"
    r"|end of (?:the |this |next )?(?:week|month|day)|next week|next month|(?:in |within )?\d{1,2} "
    r"(?:business )?(?:days|hours) from [a-z]{2,9}))(?![a-z])"
)
# Numbers that are no figures: plans, clock times, phone numbers, fractions of a week.
_NEITHER = re.compile(
    r"(?<![\w.,])(?:40[13][ ]?\(?[kb]\)?(?![a-z])|409a|\d{1,2}:\d{2}|\(?\d{3}\)?[-. ]\d{3}[-.]\d{4}|24/7"
    r"|00/100(?: dollars?)?|s&p 500|9-5|(?<!\$)1099(?![ ]?(?:rsu|share|option|unit)))(?![\d,])"
)
# Years of the calendar are dates.
_CALENDAR = range(1990, 2040)
# Above this "RSUs" counted in k are their worth: few grants hold 20,000 units, most are worth more.
_UNITS_ARE_MONEY = 20_000


def _number(word: str) -> float:
    """A number of digits, or of the words of _SAID."""
    if word[:1].isdigit() or word[:1] == ".":
        return float(word.replace(",", "."))
    if word == "one hundred":
        return 100.0
    tens, _, ones = word.replace("-", " ").partition(" ")
    if tens in _TENS:
        return 20.0 + 10 * _TENS.index(tens) + (1 + _ONES.index(ones) if ones else 0)
    return 1.0 + _ONES.index(word)


def _fractions(low: str) -> list[Figure]:
    """Parts of a whole as percents: "1/48" is 2.0833."""
    found = []
    for m in _FRACTION.finditer(low):
        value = round(100 / (int(m["part"]) if m["part"] else _PARTS[m["said"]]), 4)
        found.append(Figure("percent", m.start(), m.end(), value, value, unit="part"))
    return found


def _anniversaries(low: str) -> list[Figure]:
    """The first year of a time, as twelve months: "the first anniversary"."""
    return [
        Figure("time", m.start(), m.end(), 12.0, 12.0, unit="anniversary") for m in _ANNIVERSARY.finditer(low)
    ]


def _installments(low: str) -> list[Figure]:
    """The time that equal parts take, in months: "in four equal annual installments" is 48."""
    found = []
    for m in _INSTALLMENTS.finditer(low):
        months = _number(m["n"]) * (12.0 if m["years"] else _STEPS[m["step"]])
        found.append(Figure("time", m.start(), m.end(), months, months, unit="year"))
    return found


def _spoken(low: str) -> list[Figure]:
    """Sums of thousands as people say them: "one sixty five" is 165, "two ten thousand" 210,000."""
    found = []
    for m in _SPOKEN.finditer(low):
        value = 100 * (1 + _ONES.index(m["hundreds"])) + _number(m["tens"])
        value *= 1000 if m["k"] else 1
        found.append(Figure("money", m.start(), m.end(), value, value, bare=not m["k"], plain=not m["k"]))
    return found


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
    for some in (
        _dates(text, low),
        _schedules(low),
        _splits(low),
        _fractions(low),
        _percents(low),
        _counts(low),
        _anniversaries(low),
        _installments(low),
        _times(low),
        _spoken(low),
        _money(text, low),
    ):
        for figure in some:
            if any(taken[figure.start : figure.end]):
                continue
            taken[figure.start : figure.end] = b"\x01" * (figure.end - figure.start)
            found.append(figure)
    return sorted(found, key=lambda f: f.start)
