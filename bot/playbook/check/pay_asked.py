"""The sum of base that a sentence asks for, told from sums that are theirs, the market's or today's."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.playbook.check.ask_words import (
    BASE_LIKE,
    CHUNK,
    COUNT,
    CUE,
    LEAST,
    LEVERS,
    MARKET_REACH,
    MARKET_WORD,
    MOVES,
    NOT_ASKED,
    OF_AGE,
    REACH,
    SIZED,
    YEAR,
)
from bot.playbook.check.levers import levers_in
from bot.playbook.check.sentences import Sentence
from bot.playbook.check.shapes import Lever, Span
from bot.understand.money import Amount, amounts


def figure_asked(
    sentence: Sentence, levers: tuple[Lever, ...], begin: int, today: tuple[Span, ...]
) -> Amount | None:
    """The sum that is asked for: none that is said to be theirs, the market's or a count of things.

    `begin` is where the words of asking stand; `today` are the spans that tell what is paid now.
    """
    plain = sentence.folded
    for amount in amounts(sentence.text):
        asked = _moved(amount, sentence.text)
        if asked.start < begin or _is_of_today(sentence, asked, today):
            continue
        if _is_pay(plain, asked, levers):
            return asked
    return None


def _is_of_today(sentence: Sentence, amount: Amount, today: tuple[Span, ...]) -> bool:
    """Whether a sum is what the writer is paid now: it stands in words of that, and none ask for it."""
    at = sentence.start + amount.start
    return any(
        start <= at < end and not CUE.search(sentence.folded, max(0, start - sentence.start), amount.start)
        for start, end in today
    )


def _is_pay(plain: str, amount: Amount, levers: tuple[Lever, ...]) -> bool:
    """Whether a sum may be the base that is asked for."""
    before, after = plain[max(0, amount.start - REACH) : amount.start], plain[amount.end : amount.end + REACH]
    counted = amount.currency is None and COUNT.match(after) is not None
    named = after[:1].isalpha() or after.lstrip(" ").startswith("%")  # "a 409A", "20 %"
    year = amount.bare and YEAR.fullmatch(plain[amount.start : amount.end]) is not None
    if (
        counted
        or named
        or year
        or amount.high < LEAST
        or OF_AGE.search(before)
        or NOT_ASKED.search(before)
        or OF_AGE.search(before)
        or _of_the_market(before)
    ):
        return False
    return not _owned_by_other(plain, amount, levers)


def _of_the_market(before: str) -> bool:
    """Whether the words before a sum make it the market's; words of asking between make it the writer's."""
    end = max((found.end() for found in MARKET_WORD.finditer(before)), default=None)
    return end is not None and len(before) - end <= MARKET_REACH and not CUE.search(before, end)


def _moved(amount: Amount, text: str) -> Amount:
    """Of "from 180k to 205k" the sum it should move to; every other as it is."""
    if amount.low == amount.high or not MOVES.search(
        text[max(0, amount.start - REACH) : amount.start].lower()
    ):
        return amount
    second = amounts(text[amount.start : amount.end].replace("to", "; ", 1))
    if len(second) < 2:  # noqa: PLR2004
        return amount
    width = amount.end - amount.start - (second[-1].end - second[-1].start)
    return replace(second[-1], start=amount.start + width, end=amount.end)


def _owned_by_other(plain: str, amount: Amount, levers: tuple[Lever, ...]) -> bool:
    """Whether the sum belongs to another lever named right beside it: "a sign-on of 30k", "40k sign-on"."""
    if not set(levers) - {"base", "time"}:
        return False
    behind, ahead = plain[amount.end : amount.end + 24], plain[max(0, amount.start - 40) : amount.start]
    other = [pattern for lever, pattern in LEVERS if lever not in ("base", "time", "info")]
    base = next(pattern for lever, pattern in LEVERS if lever == "base")
    if re.match(r"\s{0,2}(?:\w+ ){0,1}", behind) and any(p.match(behind.lstrip(" a")) for p in other):
        return True
    ahead = re.split(r",|\band\b", ahead)[-1]
    return any(p.search(ahead) for p in other) and not base.search(ahead) and not base.match(behind.lstrip())


def is_base(sentence: Sentence, figure: Amount) -> bool:
    """Whether a sum is one of base where base is not named: the words around it size nothing else."""
    plain = sentence.folded
    begin = max((found.end() for found in CHUNK.finditer(plain, 0, figure.start)), default=0)
    after = CHUNK.search(plain, figure.end)
    around = plain[begin : after.start() if after else len(plain)]
    return not SIZED & set(levers_in(around))


def is_yearly(figure: Amount, plain: str) -> bool:
    """Whether a bare number is thousands a year in a folded sentence: "190", but no "60 an hour"."""
    low, high = BASE_LIKE
    return (
        low <= figure.low <= high
        and figure.per is None
        and not re.search(r"hour|hourly|/h|per day|daily", plain)
    )
