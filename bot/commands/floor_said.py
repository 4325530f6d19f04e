"""The floor as a person says it: which of the sums in their words, for which period, and what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.commands.sums import DOLLARS, yearly
from bot.memory.case import Case
from bot.offers.offer import Period
from bot.understand.money import Amount, amounts, as_yearly, is_share

Problem = Literal["", "unnamed", "missing", "total", "implausible"]

_NAMED = re.compile(r"\b(?:floor|minimum)\b", re.IGNORECASE)
_HINTED = re.compile(r"\b(?:least|lowest|less|below|under|accept)\b", re.IGNORECASE)
_NONE = re.compile(
    r"\b(?:(?:no|forget|delete|remove|clear|drop|without)\s(?:my\s|the\s|a\s)?(?:floor|minimum)"
    r"|(?:floor|minimum)\s(?:none|off|gone))\b",
    re.IGNORECASE,
)
_NOT_BASE = re.compile(r"\b(?:total|tc|all[- ]in|ote|package)\b", re.IGNORECASE)
_BASE_AFTER = re.compile(r"[ ]{0,2}(?:in |of )?base\b", re.IGNORECASE)
_LOWEST, _HIGHEST = 10_000, 5_000_000  # USD a year a floor may plausibly be
_HIGHEST_ABROAD = 1_000 * _HIGHEST  # in the smallest units there are: rupiah, won, yen
_RATES = (0.2, 5.0)  # a number so far from the offer's rate at most is a rate too
_OVER_A_COMMA, _OVER_A_STOP = 20, 60  # characters that a mark between a word and a sum counts as
_COMMA, _STOP = re.compile(r","), re.compile(r"[.;!?\n](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Floor:
    """The floor after the words: `amount` a year in `currency`, said for `per` (None is a year).

    `problem` says why they set none, `figure` is the sum that they were about, if there is one.
    """

    amount: float | None
    currency: str
    per: Period | None
    problem: Problem = ""
    figure: Amount | None = None


def floor_said(said: str, case: Case) -> Floor:
    """The floor that the words leave a person with.

    A sum without a currency is in that of the offer at hand, and one without a period of the size of that
    offer's rate is such a rate. A percent is never a floor.
    """
    before = Floor(case.floor, case.floor_currency, case.floor_per)
    if _NONE.search(said):
        return Floor(None, DOLLARS, None)
    sums = _sums(said, case)
    beside = list(_NAMED.finditer(said)) or list(_HINTED.finditer(said))
    if not beside:
        return replace(before, problem="unnamed" if sums else "", figure=sums[0] if sums else None)
    if not sums:
        return replace(before, problem="missing")
    figure = min(sums, key=lambda each: min(_distance(said, each, word) for word in beside))
    before = replace(before, figure=figure)
    if _NOT_BASE.search(said) and not _BASE_AFTER.match(said, figure.end):
        return replace(before, problem="total")
    currency = figure.currency or (case.offer.currency if case.offer else None) or DOLLARS
    amount = yearly(figure, low_end=True)
    most = _HIGHEST if currency == DOLLARS else _HIGHEST_ABROAD
    if amount is None or figure.per == "share" or not _LOWEST <= amount <= most:
        return replace(before, problem="implausible")
    return Floor(amount, currency, None if figure.per == "year" else figure.per, figure=figure)


def without_floor(said: str) -> str:
    """The words without those that take a floor back."""
    return _NONE.sub(" ", said)


def _sums(said: str, case: Case) -> list[Amount]:
    """What may be pay in the words: no percents, and a number like the rate of the offer at hand is one."""
    found = (_rate(each, case) or as_yearly(each) for each in amounts(said) if not is_share(said, each))
    return [each for each in found if each is not None]


def _rate(amount: Amount, case: Case) -> Amount | None:
    offer = case.offer
    if offer is None or offer.base_period in (None, "year") or amount.per or amount.scale != 1:
        return None
    rate = offer.base_amount or offer.base_high
    fits = rate is not None and _RATES[0] * rate <= amount.low <= _RATES[1] * rate
    return replace(amount, per=offer.base_period, bare=False) if fits else None


def _distance(said: str, amount: Amount, word: re.Match[str]) -> int:
    """Characters between a sum and a word of floors; marks between them count as many more."""
    start, end = sorted((amount.start, word.start()))[1], min(amount.end, word.end())
    between = said[end:start]
    marks = len(_COMMA.findall(between)) * _OVER_A_COMMA + len(_STOP.findall(between)) * _OVER_A_STOP
    return len(between) + marks
