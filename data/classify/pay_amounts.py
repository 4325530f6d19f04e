"""Amounts and ranges of money as a posting writes them; what they are for is not decided here.

Patterns start at a digit and are bounded, so a long text costs one pass. What stands before a number
(a symbol, a code) is read backwards from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from bot.understand.vocab import rows
from data.classify.pay_krone import krone
from data.classify.pay_words import PERIOD_SENSES, spoken
from data.posting import Period

# A posting in 300 places with a range each holds 600 figures; more is no posting.
MOST_FIGURES: Final = 2_000
_AFTER_ONLY: Final = {
    "us": "USD", "canadian": "CAD", "australian": "AUD", "kč": "CZK", "円": "JPY",
}  # fmt: skip
# "$90-120,000": the first end lacks its thousands only where the two ends then lie this near.
_WIDEST_MENDED: Final = 5.0
_WIDEST_COLUMNS: Final = 2.5
_LONGEST_LINK: Final = 48  # characters between the ends of a range
_THOUSAND: Final = 1000.0
YEARLY: Final = 15_000.0
"""Pay from here on is for a year where no period is said."""
_PREFIX: Final = 8  # characters before a number that can hold its currency
_DOLLAR: Final = "$"
_ABBREVIATED: Final = frozenset({"rs", "s.", "kr", "r."})
SCALES: Final = {
    "k": 1e3, "tsd": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6,
    "b": 1e9, "bn": 1e9, "billion": 1e9, "t": 1e12, "tn": 1e12, "trillion": 1e12,
    "l": 1e5, "lac": 1e5, "lacs": 1e5, "lakh": 1e5, "lakhs": 1e5, "lpa": 1e5, "cr": 1e7, "crore": 1e7,
    "crores": 1e7, "万": 1e4,
}  # fmt: skip
INDIAN: Final = frozenset({"l", "lac", "lacs", "lakh", "lakhs", "lpa", "cr", "crore", "crores"})


@dataclass(frozen=True, slots=True)
class Figure:
    """Money written: `low` and `high` as said (equal for one amount), at text[start:end].

    `currency` is an ISO code or ""; `dollar` is true where only a bare "$" says which. `period` is
    what stands right beside the amount. `sized` is true where thousands marks or a scale ("k") say
    that the number is large; `scale` is that scale.
    """

    low: float
    high: float
    start: int
    end: int
    currency: str = ""
    dollar: bool = False
    led: bool = False
    period: Period = ""
    sized: bool = False
    scale: float = 1.0
    more: bool = False
    joined: bool = False


@cache
def _marks() -> dict[str, str]:
    return {row["mark"]: row["currency"] for row in rows("currencies")}


@cache
def _symbols() -> frozenset[str]:
    return frozenset(mark[-1] for mark in _marks() if not mark[-1].isalnum() and mark[-1] != ".")


def _any(words: Iterator[str] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _number() -> re.Pattern[str]:
    codes = sorted({row["mark"] for row in rows("currencies") if row["kind"] == "code"})
    words = sorted({row["mark"] for row in rows("currencies") if row["kind"] == "word"} - {"rs", "rs."})
    scales = _any([word for word in SCALES if word != "k"])
    upper = _any([code.upper() for code in codes])
    return re.compile(
        # The digit comes first, so that the search skips to digits at the speed of a byte scan.
        r"[0-9](?<![0-9][0-9])(?<![0-9][.,'’][0-9])(?:"
        r"(?P<comma>[0-9]{0,2}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,2})?)"
        r"|(?P<indian>[0-9]?(?:,[0-9]{2}){1,3},[0-9]{3})"
        r"|(?P<dot>[0-9]{0,2}(?:\.[0-9]{3}){1,4}(?:,[0-9]{1,2}|,[-–—]{1,2})?)"
        r"|(?P<quote>[0-9]{0,2}(?:['’][0-9]{3}){1,4})"
        r"|(?P<space>[0-9]{0,2}(?:[ ][0-9]{3}){1,3})"
        r"|(?P<plain>[0-9]{0,11}(?:[.,][0-9]{1,2})?)"
        r")(?![0-9])"
        r"(?P<plus>\+(?=[ ]?l))?"
        r"(?:[ ]?(?P<scale>t(?=eur|[ ]?€)|k(?![^\W\d_])|(?-i:[kK])(?-i:(?=[A-Z][a-z]))"
        rf"|(?:{scales})(?![a-z])))?"
        r"(?P<more>\+)?"
        rf"(?:[ ]{{0,2}}(?P<suffix>[€£₹₪₩$](?![ ]?[0-9])|円|zł|k(?:r|č)(?![a-z])"
        r"|(?:us|canadian|australian) dollars"
        rf"|(?:{_any(codes)}|{_any(words)})(?![a-z])|(?-i:{upper})(?-i:(?=[A-Z][a-z]))))?",
        re.IGNORECASE,
    )


@cache
def _prefix() -> re.Pattern[str]:
    codes = sorted({row["mark"] for row in rows("currencies") if row["kind"] == "code"})
    symbols = [row["mark"] for row in rows("currencies") if row["kind"] == "symbol"]
    return re.compile(
        rf"(?:(?<![a-z])(?P<code>{_any(codes)})[: ]{{0,2}})?"
        rf"(?:(?<![a-z])(?P<symbol>{_any(symbols)})|(?<=[a-z])(?P<glued>[$€£₹])|(?<![a-z])(?P<rs>rs\.?)|(?<![a-z])(?P<kr>kr\.?))?"
        r"[ ]{0,2}$",
        re.IGNORECASE,
    )


@cache
def _per() -> re.Pattern[str]:
    nouns = "|".join(f"(?P<n{period}>{_any(spoken(f'per {period}'))})" for period in PERIOD_SENSES)
    adverbs = "|".join(f"(?P<a{period}>{_any(spoken(period))})" for period in PERIOD_SENSES)
    return re.compile(
        r"[ \t]{0,2}\(?(?:(?:gross|net|brutto|netto|brut|bruto|base|ote|on an|auf)[ ,]{0,2}){0,2}"
        rf"(?:(?:/[ ]{{0,2}}|(?:per|an?|each|every|par|pro|por|al|im|na|za)[ ]{{1,2}})(?:{nouns})"
        r"|p\.?[ ]?(?:(?P<pa>a)|(?P<pm>m)|(?P<ph>h)|(?P<pd>d))\b\.?"
        rf"|(?:{adverbs}))(?![a-z])(?:\.(?=[ ](?:to|-|–|—)))?",
        re.IGNORECASE,
    )


_CONNECT: Final = re.compile(
    r"[ \t\n]{0,5}(?:\(?min(?:imum)?\.?\)?[ ]{0,2})?(?:(?P<dash>[-–—−‒‑~〜～]{1,3}|\.{2,3}|…|&[mn]dash;)"
    r"|(?P<word>in our lowest geographic market up to|up to|to|through|thru|until|till|til|"
    r"bis zu|bis|à|tot|do)(?![a-z])"
    r"|(?P<both>and|und|et|y|en|e|i|a)(?![a-z])"
    r"|(?P<column>[|\t])"
    r"|\)[ ](?:to|and|[-–—])[ ](?:[a-z-]{2,12}[ ]){1,6}\(?"
    r"|(?P<max>[^\w$€£]{0,4}(?:(?:base|salary|pay|rate|compensation|range)[ ]){0,3}max(?:imum)?"
    r"(?: (?:base|salary|pay|rate|compensation)){0,2}(?: of)?:?|,?[ ](?:and )?(?:the )?high end (?:is|of)))"
    r"(?:[ ](?:up to|a maximum of|a max of))?[ \t\n]{0,5}",
    re.IGNORECASE,
)
# "Min: $58,240 Mid: $72,800 Max: $87,360": the middle of a range is no end of it.
_MIDPOINT: Final = re.compile(
    r"[ \t\n|,;/–-]{1,4}(?:pay |salary |range ){0,2}mid(?:dle|[- ]?point)?(?: of range)?[:|\t ]{1,3}\n?",
    re.IGNORECASE,
)
_PAIRED: Final = re.compile(r"\b(?:between|zwischen|entre|tussen|mellan|mellem|między|tra)\b", re.IGNORECASE)
_SENTENCE: Final = 260


def period_at(text: str, position: int) -> tuple[Period, int]:
    """The period said right at a place of the text ("/yr", "per month") and its end; "" if none."""
    match = _per().match(text, position, position + 40)
    if not match:
        return "", position
    name = match.lastgroup or ""
    short: dict[str, Period] = {"pa": "year", "pm": "month", "ph": "hour", "pd": "day"}
    return short.get(name) or PERIOD_SENSES[name[1:]], match.end()


def _value(match: re.Match[str]) -> tuple[float, bool]:
    """The number, and whether marks in it say thousands; spaces say so only beside a currency."""
    written = match[0][0]
    for shape in ("comma", "indian", "dot", "quote", "space", "plain"):
        rest = match[shape]
        if rest is not None:
            written += rest
            break
    if shape == "plain":
        return float(written.replace(",", ".")), False
    if shape == "dot":
        written = written.replace(".", "").partition(",")[0]
    return float(re.sub(r"[^0-9.]", "", written)), shape != "space"


def _before(text: str, start: int) -> tuple[str, bool, int]:
    """The currency written before a number, whether only "$" says it, and where the writing starts."""
    tail = text[max(0, start - _PREFIX) : start].rstrip(" :").lower()
    # Most numbers of a posting follow an ordinary word: only these two ends are worth a pattern.
    if tail[-1:] not in _symbols() and tail[-3:] not in _marks() and tail[-2:] not in _ABBREVIATED:
        return "", False, start
    match = _prefix().search(text, max(0, start - _PREFIX), start)
    if not match or match.lastgroup is None:
        return "", False, start
    code, symbol = match["code"], match["symbol"] or match["glued"] or match["rs"]
    if code:
        return _marks()[code.lower()], False, match.start()
    if match["kr"]:
        return krone(text), False, match.start()
    return _marks()[symbol.lower()], symbol == _DOLLAR, match.start()


def _read(text: str, match: re.Match[str]) -> Figure | None:
    value, grouped = _value(match)
    currency, dollar, start = _before(text, match.start())
    led = bool(currency)
    if not led and text[match.start() - 1 : match.start()].isalpha():
        return None
    suffix = match["suffix"]
    if suffix:
        said = suffix.lower().removesuffix(" dollars")
        after = krone(text) if said == "kr" else _AFTER_ONLY.get(said) or _marks()[said]
        if not currency or dollar:
            currency, dollar = after, suffix == _DOLLAR
    scale = (match["scale"] or "").lower()
    if scale == "t" and suffix and currency == "EUR":  # "70-82 T€" is thousands
        scale = "k"
    if scale == "k" and value == 401 and not currency:  # noqa: PLR2004 - the retirement plan, never pay
        return None
    if scale in INDIAN:
        currency = currency or "INR"
    period, end = period_at(text, match.end())
    if scale == "lpa":
        period = "year"
    factor = SCALES.get(scale, 1.0)
    value = round(value * factor, 4)
    return Figure(
        low=value, high=value, start=start, end=end, currency=currency, dollar=dollar, led=led, period=period,
        sized=grouped or bool(scale), scale=factor, more=bool(match["more"] or match["plus"]),
    )  # fmt: skip


def _links(text: str, first: Figure, second: Figure) -> bool:
    link = _CONNECT.fullmatch(text, first.end, second.start)
    if not link:
        return False
    if link["both"]:
        lead = text[max(0, first.start - _SENTENCE) : first.start]
        return bool(_PAIRED.search(lead.rpartition("\n")[2])) or (
            link["both"].lower() == "a" and bool(first.currency and second.currency)
        )
    if link["column"]:
        marked = bool(first.currency and second.currency)
        return marked and first.low < second.low <= first.low * _WIDEST_COLUMNS
    return True


def _ends(first: Figure, second: Figure) -> tuple[float, float] | None:
    """The two ends, a scale said once given to both; None where they make no range."""
    low, high = first.low, second.low
    if not first.sized and low < _THOUSAND <= high:
        if (second.led and not first.currency) or (first.period and not second.sized):
            return None
        if low <= high <= low * _WIDEST_COLUMNS:
            return low, high
        factor = second.scale if second.scale > 1 else _THOUSAND
        low *= factor
        return (low, high) if high <= low * _WIDEST_MENDED and low <= high else None
    if not second.sized and high < _THOUSAND <= low:
        factor = first.scale if first.scale > 1 else _THOUSAND
        high *= factor
        return (low, high) if low <= high <= low * _WIDEST_MENDED else None
    if not first.sized and not first.currency and second.led:
        return None
    return low, high


def _join(text: str, first: Figure, second: Figure) -> Figure | None:
    """One range of two neighbouring amounts, where the words between and the sizes say so."""
    if first.joined or second.start - first.end > _LONGEST_LINK or not _links(text, first, second):
        return None
    differ = bool(first.currency and second.currency and first.currency != second.currency)
    if differ and not (first.dollar or second.dollar):
        return None
    if first.period and second.period and first.period != second.period:
        return None
    ends = _ends(first, second)
    if not ends:
        return None
    exact = second if second.currency and not second.dollar else first
    named = exact if exact.currency else second
    return replace(
        second,
        low=ends[0],
        high=ends[1],
        start=first.start,
        currency=named.currency,
        dollar=named.dollar,
        period=second.period or first.period,
        sized=first.sized or second.sized,
        joined=True,
    )


def figures(text: str) -> list[Figure]:
    """Every amount and range of money in a text, in order.

    An amount stands where a currency, a scale, thousands marks or a period says that it may be
    money; bare numbers ("5 years", "2026") do not. At most `MOST_FIGURES` numbers are read.
    """
    found: list[Figure] = []
    for count, match in enumerate(_number().finditer(text)):
        if count >= MOST_FIGURES:
            break
        figure = _read(text, match)
        if not figure:
            continue
        joined = _join(text, found[-1], figure) if found else None
        if joined:
            found[-1] = joined
        elif (
            found
            and match.start() - found[-1].end < _LONGEST_LINK
            and _MIDPOINT.fullmatch(text, found[-1].end, figure.start)
        ):
            found[-1] = replace(found[-1], end=figure.end)
        else:
            found.append(figure)
    return [each for each in found if (each.currency or each.sized or each.period) and each.high > 0]
