"""From the judged mentions of one offer to its terms: cash, equity, dates, and what is said in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import cast

from bot.offers import benefits, cash, clauses, grant, miles, promised, words
from bot.offers.candidates import What
from bot.offers.cash import money
from bot.offers.dates import in_year_of
from bot.offers.figures import Figure
from bot.offers.gather import Part, Terms
from bot.offers.judged import Judged
from bot.offers.layout import Layout
from bot.offers.names import Name
from bot.offers.offer import Offer
from bot.understand import places
from bot.understand.text import tokens
from bot.understand.vocab import rows

_NEARLY = 0.1
# A letter's date stands within so many characters, on a line of so many words.
_TOP, _FEW_WORDS = 500, 7
_ABROAD_DOLLARS = frozenset({"CAD", "AUD", "NZD", "SGD", "HKD"})


def _relocation(terms: Terms) -> None:
    """A sum for the move; "yes" where help is offered without one."""
    entries = terms.of("relocation")
    for entry in entries:
        if entry.figure.kind == "money":
            terms.put_entry("relocation", money(entry.figure)[1], entry)
            terms.fields["relocation_currency"] = entry.figure.currency
    for entry in entries:
        if entry.figure.unit == "relocation":
            terms.put_entry("relocation", "yes", entry)


def _time_off(terms: Terms) -> None:
    for entry in terms.of("pto"):
        figure = entry.figure
        if figure.unit == "unlimited":
            terms.put_entry("pto_days", "unlimited", entry)
        elif figure.bare or (figure.kind == "time" and figure.unit in {"day", "week", "hour"}):
            before = terms.layout.source.low[max(0, figure.start - 12) : figure.start]
            if figure.low <= _MOST_DAYS_OFF and not _A_RATE.search(before):
                terms.put_entry("pto_days", figure.low, entry)


_MOST_DAYS_OFF = 130  # half a year: "48 weeks a year paid" are weeks of work
_A_RATE = re.compile(r"\b(?:per|every|each) $")  # "70 hrs per 2 wks"


def _letter_date(terms: Terms) -> str | None:
    """The complete date a letter opens with: near its top, on a line of few words, before any pay."""
    first = next((figure for figure in terms.layout.figures if figure.kind in {"date", "money"}), None)
    if first is None or not first.words[:4].isdigit() or first.start > _TOP:
        return None
    low = terms.layout.source.low
    begin, end = low.rfind("\n", 0, first.start) + 1, low.find("\n", first.end)
    line = low[begin:] if end < 0 else low[begin:end]
    dated = any(entry.figure is first for entry in terms.of("start_date", "deadline"))
    return None if dated or len(line.split()) > _FEW_WORDS else first.words


def _dates(terms: Terms) -> None:
    """When work starts and by when to answer, as dates or as said ("in two weeks").

    A date without a year is the next one after the date of the letter.
    """
    letter = _letter_date(terms)
    for field in ("start_date", "deadline"):
        dated = [entry for entry in terms.of(field) if entry.figure.kind == "date"]
        if dated:
            best = max(dated, key=lambda entry: entry.sure)
            said = best.figure.words
            terms.put_entry(field, in_year_of(said, letter) if letter else said, best)
        for entry in terms.of(field):
            hour = _day_of_hour(terms, entry) if field == "deadline" else None
            if hour:
                terms.put(field, terms.layout.source.text[hour[0] : hour[1]], *hour)
            if entry.figure.kind == "time":
                said = terms.layout.source.text[entry.figure.start : entry.figure.end]
                terms.put_entry(field, said, entry)


_DAY = re.compile(r"\b(?:(?:this|next) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day,?(?: at)? $")
_HOUR = re.compile(
    r"(?::\d\d)? ?(?:[ap]\.?m\b\.?|noon\b)(?: ?\(?(?:e[sd]?t|c[sd]?t|m[sd]?t|p[sd]?t|utc|gmt)\b\)?)?"
)


def _day_of_hour(terms: Terms, entry: Judged) -> tuple[int, int] | None:
    """Where a weekday stands with its hour, of which only the number was seen: "Friday 5pm ET"."""
    low, figure = terms.layout.source.low, entry.figure
    if figure.kind != "money":
        return None
    day = _DAY.search(low[max(0, figure.start - 24) : figure.start])
    hour = _HOUR.match(low, figure.end)
    if day is None or hour is None:
        return None
    end = hour.end() - (low[hour.end() - 1] == ".")
    return max(0, figure.start - 24) + day.start(), end


_LENGTHS = (("term_months", "term"), ("clawback_months", "clawback"), ("exercise_window_months", "window"))


def _lengths(terms: Terms) -> None:
    """How long a contract, a repayment, an exercise window and a working week last."""
    for field, role in _LENGTHS:
        for entry in terms.of(role):
            if entry.figure.kind == "time":
                terms.put_entry(field, _months(entry.figure.low, entry.figure.unit), entry)
    for entry in terms.of("hours"):
        if entry.figure.unit == "hour":
            terms.put_entry("hours_per_week", _a_week(terms, entry.figure, entry.figure.low * 8), entry)
        elif entry.figure.bare:
            terms.put_entry("hours_per_week", _a_week(terms, entry.figure, entry.figure.low), entry)


# Hours said of two weeks: "70 hours per pay period (biweekly)", "72 hrs every two weeks".
_OF_TWO_WEEKS = re.compile(
    r"\s?(?:hours?|hrs?|h)?\s?(?:of work )?(?:(?:a|per|each|every|in a|in|/)\s?)?"
    r"(?:(?:pay ?period|pay ?check|check)\W{0,3}(?:\(?bi-?weekly|every (?:two|2) w(?:ee)?ks)?"
    r"|bi-?weekly|fortnight(?:ly)?|(?:two|2) w(?:ee)?ks)\b"
)
_MOST_A_WEEK = 60.0  # hours; more than that per pay period are those of two weeks


def _a_week(terms: Terms, figure: Figure, hours: float) -> float:
    """The hours of a week, of two weeks half of them."""
    said = _OF_TWO_WEEKS.match(terms.layout.source.low, figure.end)
    of_two = said is not None and (hours > _MOST_A_WEEK or "period" not in said[0])
    return round(hours / 2 if of_two else hours, 2)


# Before the last day of work: "end date: ", "until ", "ends on "; a date to answer by has other words.
_LAST_DAY = re.compile(
    r"\b(?:end(?:s|ing)?(?: date)?|until|till|thr(?:ough|u))(?: (?:is|on|about))?[ :=]{1,3}$"
    r"|(?<=\d)(?: (?:to|-|\u2013) | ?\u2013 ?)$"
)
_AN_END = 20  # characters before a date that say it is the last day


_RATE_FOR = re.compile(r"(?:\bhours?|\bhr|\bh|\bdays?)(?: w-?2| on w-?2)?,? for $")


def _to_an_end(terms: Terms) -> None:
    """How long pay by the hour or the day lasts: "$85/hour for 6 months", or the first day and the last."""
    if terms.has("term_months") or terms.fields.get("base_period") not in ("hour", "day"):
        return
    low, part = terms.layout.source.low, terms.part
    for figure in terms.layout.figures:
        within = part.start <= figure.start < part.end and figure.kind == "time"
        if within and _RATE_FOR.search(low[max(0, figure.start - _AN_END) : figure.start]):
            terms.put("term_months", _months(figure.low, figure.unit), figure.start, figure.end)
            return
    dated = [
        figure
        for figure in terms.layout.figures
        if figure.kind == "date" and part.start <= figure.start < part.end and figure.words[:4].isdigit()
    ]
    for first, last in pairwise(dated):
        if _LAST_DAY.search(low[max(0, last.start - _AN_END) : last.start]):
            days = (date.fromisoformat(last.words) - date.fromisoformat(first.words)).days
            if days > 0:
                terms.put("term_months", _months(days, "day"), last.start, last.end)
                return


def _months(value: float, unit: str | None) -> float:
    """A time in months; weeks come as five working days each, days as days of the calendar."""
    if unit in {"year", "month", "anniversary"}:
        return value
    months = value * 12 / (365 if unit == "day" else 260)
    # Ninety days are meant as three months.
    return round(months) if abs(months - round(months)) < _NEARLY and round(months) else round(months, 2)


def _said(terms: Terms) -> None:
    """Terms in words: a level, remote work, the kind of employment, a visa, refreshers."""
    source, part = terms.layout.source, (terms.layout.index, terms.part.start, terms.part.end)
    for level in words.levels(source.text, *part):
        if terms.speaks_of_it(level.start()):
            terms.put("level", level.group(), level.start(), level.end())
    for field, (written, first, last) in words.phrases(source.low, *part).items():
        terms.put(field, written, first, last)


def _currency(terms: Terms) -> None:
    """The currency said, of the base first; a place settles an unmarked one, and what "$" means abroad."""
    own = [
        entry.figure
        for entry in sorted(terms.part.entries, key=lambda entry: not entry.role.startswith("base"))
        if entry.figure.kind == "money"
    ]
    said = next((figure.currency for figure in own if figure.currency), None)
    where = _currency_of(cast("str | None", terms.fields.get("location")))
    text = terms.layout.source.low
    if (
        said == "USD"
        and where in _ABROAD_DOLLARS
        and not any(w in text for w in ("usd", "us$", "us dollars"))
    ):
        codes = {figure.currency for figure in own} - {"USD", None}
        terms.fields.update(currency=where, currency_explicit=where in codes)
        return
    terms.fields.update(currency=said or where, currency_explicit=said is not None)
    equity = [
        entry.figure.currency
        for entry in terms.of("equity_value", "equity_year", "share_price", "strike")
        if entry.figure.currency
    ]
    if equity and said and equity[0] != said:
        terms.fields["equity_currency"] = equity[0]


def _currency_of(location: str | None) -> str | None:
    if not location:
        return None
    found = places.mentions(tokens(location))
    if not found:
        return None
    place = found[0].ids[0]
    country = place if len(place) == 2 else None if place == "remote" else "US"  # noqa: PLR2004
    return {row["country"]: row["currency"] for row in rows("country_currencies")}.get(country or "")


_READERS: tuple[Callable[[Terms], None], ...] = (
    miles.by_the_mile,
    cash.base,
    cash.bonus,
    cash.sign_on,
    cash.totals,
    grant.equity,
    grant.vesting,
    benefits.benefits,
    clauses.clauses,
    _relocation,
    _time_off,
    _dates,
    _lengths,
    promised.promised,
    _to_an_end,
    _said,
    _currency,
)


def read_terms(layout: Layout, part: Part, names: dict[What, Name | None]) -> Offer:
    """The offer one part of a text makes, with the names that go with it."""
    terms = Terms(layout, part)
    for field, name in names.items():
        if name:
            terms.put(field, name.text, name.start, name.end)
    for reader in _READERS:
        reader(terms)
    doubts = tuple(doubt for doubt in terms.doubts if doubt.field in terms.fields)
    return replace(Offer(spans=terms.spans, doubts=doubts), **terms.fields)
