"""Amounts of money in words: "165k", "$1.2M", "£85,000 a year", "12 lakh", "150-180k".

Finds every amount with its span, currency, scale and period. What an amount is *for* is not
decided here. Linear on any input: each pattern is bounded and anchored on a digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.understand.forgetful import for_a_turn
from bot.understand.money_patterns import (
    BETWEEN,
    COUNTED,
    DIGIT,
    PER,
    REACH,
    SHARE,
    SPELLED_CURRENCY,
    amount_pattern,
    currencies,
)
from bot.understand.money_words import INDIAN, PERIODS, SCALES, SHY, Per
from bot.understand.spelled import spelled

# Below this a bare number in talk about yearly pay is thousands ("190 base"); above, money as it stands.
_BARE_THOUSANDS = (20.0, 999.0)
_LIKELY_YEARLY = 10_000  # a bare number from here on may be a yearly sum
# A range wider than this is two amounts ("$20k to $200k" of different things), not a range.
_WIDEST_RANGE = 5.0
_MOST = 1e13
_INDIAN_SCALES = (1e5, 1e7)
# Words near by that make a lone "L" lakh.
_INDIAN_TALK = re.compile(r"₹|\b(?:rs|inr|lpa|lakhs?|lacs?|crores?|ctc)\b|\dL\b", re.IGNORECASE)
_NEAR = 400


@dataclass(frozen=True, slots=True)
class Amount:
    """Money said: `low` = `high` for a single figure, in `currency` (ISO, None when not said).

    `start`/`end` are character offsets. `per` is the period said right beside it. `scale` is
    the multiplier written (1000 for "k"), 1.0 when none was. `bare` is true when nothing but
    the number says that it is money: no symbol, code, scale or thousands mark.
    """

    low: float
    high: float
    start: int
    end: int
    currency: str | None = None
    per: Per | None = None
    scale: float = 1.0
    bare: bool = False

    @property
    def value(self) -> float:
        """The single figure, or the middle of the range."""
        return self.low if self.low == self.high else (self.low + self.high) / 2


_DECIMAL_COMMA = re.compile(r"\d{2,3},\d")  # "82,5"


def _number(written: str, currency: str | None) -> float | None:
    plain = written.replace("'", "").replace("’", "").replace(" ", "")
    dotted = plain.partition(",")[0].split(".")
    if _DECIMAL_COMMA.fullmatch(plain):
        return float(plain.replace(",", "."))
    grouped = len(dotted) > 1 and all(len(g) == 3 for g in dotted[1:]) and len(dotted[0]) <= 3  # noqa: PLR2004
    if grouped and (len(dotted) > 2 or currency in {"EUR", "CHF", "BRL"}):  # noqa: PLR2004
        plain = plain.replace(".", "").replace(",", ".")
    else:
        plain = plain.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return None


def _talk_of_lakhs(text: str, position: int) -> bool:
    """Whether rupees or lakhs are spoken of near a place."""
    return _INDIAN_TALK.search(text, max(0, position - _NEAR), position + _NEAR) is not None


def _scale_of(match: re.Match[str], currency: str | None) -> tuple[float, str, bool]:
    """The multiplier, its word, and whether the word was too shy to count."""
    word = match["scale"] or ""
    low = word.lower()
    if not low:
        return 1.0, "", False
    capital = word.isupper() and (
        match.string[match.start("scale") - 1].isdigit()
        or (word == "L" and _talk_of_lakhs(match.string, match.start()))
    )
    if low in SHY and currency is None and not capital:
        return 1.0, "", True
    return SCALES[low], low, False


def _read(match: re.Match[str]) -> Amount | None:
    marks = currencies()
    said = match["pre"] or match["code"] or match["suf"]
    currency = marks.get(said.lower()) if said else None
    value = _number(match["num"], currency)
    if value is None:
        return None
    scale, word, shy = _scale_of(match, currency)
    if word in INDIAN:
        currency = currency or "INR"
    value = round(value * scale, 6)
    if not 0 <= value <= _MOST:
        return None
    grouped = "," in match["num"] and not _DECIMAL_COMMA.fullmatch(match["num"])
    comma = grouped or " " in match["num"] or "'" in match["num"]
    end = match.end("scale") if match["scale"] and not shy else match.end("num")
    end = match.end("suf") if match["suf"] and not shy else end
    per: Per | None = "year" if word == "lpa" else None
    after = PER.match(match.string, end)
    if after:
        per, end = _period(after), after.end()
    start = match.start() if said and not match["suf"] else match.start("num")
    if match["pre"] or match["code"]:
        start = match.start()
    bare = currency is None and scale == 1.0 and not comma
    return Amount(value, value, start, end, currency, per, scale, bare)


def _period(match: re.Match[str]) -> Per:
    key = (match["unit"] or match["word"] or match["annual"]).lower()
    return PERIODS.get(key, "biweek")


def _joined(text: str, first: Amount, second: Amount) -> Amount | None:
    """One range of two neighbouring amounts, where the words between and the sizes say so."""
    if second.start - first.end > 6 or (first.per and first.per != second.per):  # noqa: PLR2004
        return None
    link = BETWEEN.fullmatch(text, first.end, second.start)
    if not link:
        return None
    if (
        "and" in link.group().lower()
        and "between" not in text[max(0, first.start - 12) : first.start].lower()
    ):
        return None
    low = first.low
    short = first.bare or (first.scale == 1.0 and low < _BARE_THOUSANDS[1] and first.per is None)
    if short and low < second.low and second.scale > 1 and low * second.scale <= second.low:
        low *= second.scale
    high = second.low
    if second.bare and first.scale > 1 and high < first.low:
        high *= first.scale
    if not low < high <= low * _WIDEST_RANGE:
        return None
    return replace(
        second,
        low=low,
        high=high,
        start=first.start,
        currency=first.currency or second.currency,
        bare=first.bare and second.bare,
    )


def _written(text: str) -> Iterator[re.Match[str]]:
    """The amounts in digits: looked for only where a digit stands near, as most of a text is words."""
    pattern = amount_pattern()
    end = 0
    for digit in DIGIT.finditer(text):
        if digit.start() < end:
            continue
        match = pattern.search(text, max(end, digit.start() - REACH))
        if match is None:
            return
        yield match
        end = match.end()


def amounts(text: str) -> list[Amount]:
    """Every amount in digits or words, in order; ranges ("150-180k", "$150k to $180k") are one.

    A number in words counts from a thousand on, or with its currency; said again in digits right
    after ("ninety thousand dollars ($90,000)") it is one amount.
    """
    return list(_amounts(text))


@for_a_turn(maxsize=128)
def _amounts(text: str) -> tuple[Amount, ...]:
    read = [amount for amount in map(_read, _written(text)) if amount]
    words = _spelled(text)
    if words:
        read = sorted([*read, *words], key=lambda amount: amount.start)
    found: list[Amount] = []
    for amount in read:
        last = found[-1] if found else None
        if last and amount.start < last.end:
            continue
        joined = None
        if last and last.low == last.high:
            joined = _again(text, last, amount) or _joined(text, last, amount)
        if joined:
            found[-1] = joined
        else:
            found.append(amount)
    alone = {amount.start for amount in words if amount.bare}
    return tuple([a for a in found if a.low != a.high or a.start not in alone] if alone else found)


def _spelled(text: str) -> list[Amount]:
    """The amounts written in words; those under a thousand without a currency are `bare`."""
    found = []
    for number in spelled(text):
        end, currency = number.end, None
        unit = SPELLED_CURRENCY.match(text, end)
        if unit:
            end, currency = unit.end(), currencies()[unit[1].lower()]
        elif COUNTED.match(text, end):
            continue
        after = PER.match(text, end)
        per = _period(after) if after else None
        large = number.scale >= 1000  # noqa: PLR2004
        if number.scale in _INDIAN_SCALES:
            currency = currency or "INR"
        found.append(
            Amount(
                number.value,
                number.value,
                number.start,
                after.end() if after else end,
                currency,
                per,
                number.scale if large else 1.0,
                bare=not large and currency is None,
            )
        )
    return found


def _again(text: str, first: Amount, second: Amount) -> Amount | None:
    """One amount of a sum in words and the same in digits in brackets after it."""
    if first.low != second.low or second.start - first.end > 3 or "(" not in text[first.end : second.start]:  # noqa: PLR2004
        return None
    if text[first.start].isdigit() or not text[first.start].isalpha():
        return None
    after = PER.match(text, second.end + 1) if text[second.end : second.end + 1] == ")" else None
    per, end = (_period(after), after.end()) if after else (second.per, second.end)
    return replace(second, start=first.start, end=end, per=per, bare=False)


def without_periods(text: str) -> str:
    """The text with the periods of its amounts blanked out: "hr" in "$46/hr" is an hour, and nothing else."""
    for amount in amounts(text):
        if amount.per is None:
            continue
        for found in PER.finditer(text, amount.start, amount.end):
            if not text[found.start() - 1].isalpha():
                blank = " " * (found.end() - found.start())
                text = text[: found.start()] + blank + text[found.end() :]
    return text


def is_thousands(amount: Amount) -> bool:
    """Whether an amount is a bare number of the size that means thousands of yearly pay: "190 base"."""
    low, high = _BARE_THOUSANDS
    return amount.bare and low <= amount.low and amount.high <= high


def as_yearly(amount: Amount) -> Amount | None:
    """The amount as money that pay may be; None for a bare number too small or too odd to be pay."""
    if not amount.bare or (amount.per and amount.low > 0) or amount.low >= _LIKELY_YEARLY:
        return amount
    if not is_thousands(amount):
        return None
    return replace(amount, low=in_thousands(amount.low), high=in_thousands(amount.high), bare=False)


def in_thousands(value: float) -> float:
    """A bare number in talk about pay: 190 -> 190000; 52 stays 52 only where a period says so."""
    low, high = _BARE_THOUSANDS
    return value * 1000 if low <= value <= high else value


def read_amount(text: str) -> Amount | None:
    """The first amount said about yearly pay: "165" -> 165000, "$165,000", "12 lakh"; else None.

    Bare numbers outside 20 to 999 and under 10,000 are no pay ("5 years", "2026") and are passed over, and so
    are shares of something ("112% of quota").
    """
    said = (as_yearly(amount) for amount in amounts(text) if not is_share(text, amount))
    return next((pay for pay in said if pay is not None), None)


def is_share(text: str, amount: Amount) -> bool:
    """Whether a number is a share of something: "112% of quota"."""
    return amount.bare and SHARE.match(text, amount.end) is not None
