"""What is said of an amount taken for pay: its period, currency, kind, and whether an end is open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from bot.understand.vocab import rows
from data.classify import pay_zones as zones
from data.classify.pay_amounts import YEARLY, Figure
from data.classify.pay_around import Around
from data.classify.pay_words import KIND_SENSES, PERIOD_SENSES, Cue
from data.posting import Kind, Period, Range

# Currencies whose units are worth about the same; of others only words say how much is plausible.
LIKE_DOLLARS: Final = frozenset({"", "USD", "EUR", "GBP", "CAD", "AUD", "CHF", "NZD", "SGD"})
_HOURLY: Final = 250.0  # and up to here for an hour
_MONTHS: Final = 20.0  # elsewhere a month's pay is at least this part of the least said for a year
# What a posting pays for a period at the least; below, words of pay must stand beside the amount.
_LEAST: Final[Mapping[str, float]] = {"year": YEARLY, "month": 1_000, "week": 200, "day": 50, "hour": 7}
# A period said elsewhere than beside the amount is not believed above (below, for a year) these.
_MOST: Final[Mapping[str, float]] = {"hour": 1_000, "day": 6_000, "week": 20_000, "month": 60_000}
# Elsewhere the least for a period is this part of the least for a year.
_IN_A_YEAR: Final[Mapping[str, float]] = {"year": 1, "month": _MONTHS, "week": 90, "day": 450, "hour": 4_000}
_LEAST_YEARLY: Final = 1_000.0

_UP_TO: Final = re.compile(
    r"(?:up to|upto|(?:(?<=package )|(?<=salary )|(?<=ote )|(?<=rate ))to|bis zu|"
    r"jusqu['’]à|hasta|maximum(?: of)?|max\.?(?: of)?|no more than|as high as)"
    r"[:\s]{0,2}$",
    re.IGNORECASE,
)
_FROM: Final = re.compile(
    r"(?<![a-z])(?:from|starting at|starts at|start at|starting from|begins at|beginning at|minimum of|"
    r"at least|ab|à partir de|desde|vanaf|no less than|upwards of|over|min\.?(?: of)?)[:\s]{0,2}$",
    re.IGNORECASE,
)
_AT_MOST: Final = re.compile(r"[ ]\(?(?:max(?:imum)?\b(?! of)|or less|tops\b)", re.IGNORECASE)
_OR_MORE: Final = re.compile(
    r"[ ]\(?(?:min(?:imum)?\b(?! of)|or more|and up\b|and above|or above|and upwards|upwards|onwards)",
    re.IGNORECASE,
)
_OPEN_WORDS: Final = 24  # characters before an amount that hold "up to"
_DOLLARS: Final = re.compile(
    r"\b(?:CAD|AUD|NZD|SGD|HKD)\b|\b(?:Canadian|Australian|Singapore) dollars?\b"
    # What only one country's employers pay beside the salary.
    r"|(?:\+|\bplus|\bincluding|\bincl?\.?|\binclusive of)[ ]?super(?:annuation)?\b(?![ ](?!and |plus )[a-z])"
    r"|\bRRSP\b|\bKiwiSaver\b",
    re.IGNORECASE,
)
_DOLLAR_WORDS: Final = {
    "canadian": "CAD", "rrsp": "CAD", "australian": "AUD", "super": "AUD", "singapore": "SGD", "kiwi": "NZD",
}  # fmt: skip
_DOLLAR_CODES: Final = frozenset({"CAD", "AUD", "NZD", "SGD", "HKD"})
_CANADIAN: Final = re.compile(r"\bcanad(?:a|ian)\b", re.IGNORECASE)
_RIGHT_BEHIND: Final = 40


def like_wages(figure: Figure) -> bool:
    """Whether a period is said beside the amount and the amount is as large as pay for it."""
    if not figure.period:
        return False
    if figure.currency not in LIKE_DOLLARS:
        return figure.high >= _yearly_from().get(figure.currency, YEARLY) / _IN_A_YEAR[figure.period]
    return figure.high >= _LEAST[figure.period] and believable(figure.period, figure)


def kind(around: Around, last: Range | None) -> Kind:
    """Base, on-target or total: the word right after, else before, else above, else as `last`."""
    for cue in around.behind_cues:
        if cue.senses & KIND_SENSES:
            return _kind_of(cue)
    for words, found in ((around.own, around.own_cues), (around.heading, around.above_cues)):
        named = [cue for cue in found if cue.senses & KIND_SENSES]
        if named:
            # "On-target earnings (base salary + variable)": brackets explain, they do not name.
            outside = [cue for cue in named if not _bracketed(words, cue.start)]
            return _kind_of((outside or named)[-1])
        if any("pay" in cue.senses for cue in found):
            return "base"
    return last.kind if last else "base"


def _kind_of(cue: Cue) -> Kind:
    if "ote" in cue.senses:
        return "ote"
    return "total" if "total" in cue.senses else "base"


def _bracketed(text: str, position: int) -> bool:
    return text.rfind("(", 0, position) > text.rfind(")", 0, position)


def period(around: Around, figure: Figure, last: Range | None) -> tuple[Period, bool]:
    """The period of an amount, and whether words say it (`last`: the pay whose list goes on)."""
    if figure.period:
        return figure.period, True
    for found in (around.behind_cues, around.own_cues[::-1], around.above_cues[::-1]):
        for cue in found:
            for sense in cue.senses & PERIOD_SENSES.keys():
                if believable(PERIOD_SENSES[sense], figure):
                    return PERIOD_SENSES[sense], True
    if last and last.period and believable(last.period, figure):
        return last.period, True
    return _by_size(figure), False


def believable(said: Period, figure: Figure) -> bool:
    """Whether an amount can be pay for a period that is said elsewhere than beside it."""
    if figure.currency not in LIKE_DOLLARS:
        return True
    return figure.high >= _LEAST_YEARLY if said == "year" else figure.high <= _MOST[said]


def _by_size(figure: Figure) -> Period:
    if figure.currency in LIKE_DOLLARS:
        small: Period = "hour" if figure.high <= _HOURLY else ""
        return "year" if figure.high >= YEARLY else small
    yearly = _yearly_from().get(figure.currency, YEARLY)
    small = "month" if figure.high >= yearly / _MONTHS else ""
    return "year" if figure.high >= yearly else small


@cache
def _yearly_from() -> dict[str, float]:
    return {row["currency"]: float(row["yearly_from"]) for row in rows("posting_pay_sizes")}


def currency(figure: Figure, around: Around, zone: str) -> str:
    """The currency; for a bare "$" the dollar that words nearby or the zone's country name, else USD."""
    if not figure.dollar:
        return figure.currency
    for words in (around.behind[:_RIGHT_BEHIND], around.own, around.above, around.heading):
        said = [match[0] for match in _DOLLARS.finditer(words)]
        if said:
            hinted = (code for word, code in _DOLLAR_WORDS.items() if word in said[-1].lower())
            return next(hinted, said[-1].upper())
    if zone:
        if _CANADIAN.search(zone):
            return "CAD"
        named = {zones.currency_of().get(country, "") for country in zones.countries(zone)}
        if len(named) == 1 and named <= _DOLLAR_CODES:
            return named.pop()
    return figure.currency


def ends(figure: Figure, around: Around) -> tuple[float | None, float | None]:
    """The two ends, None for one left open ("up to $150k", "from $120,000", "$150k+")."""
    if not figure.joined:
        own = around.own[-_OPEN_WORDS:]
        if _UP_TO.search(own) or _AT_MOST.match(around.behind):
            return None, figure.high
        if figure.more or _FROM.search(own) or _OR_MORE.match(around.behind):
            return figure.low, None
    return figure.low, figure.high
