"""The cash of an offer: which base stands, its bonus and its sign-on."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from bot.offers import words
from bot.offers.frames import OF_OFFER
from bot.offers.gather import Terms, beside_base, denied, money
from bot.offers.labels import Labelled, year_of
from bot.offers.offer import Period

_SUB_YEAR = frozenset({"hour", "month", "day", "week", "biweek"})
# A base named less surely than this gives way to one named more surely.
_SURE = 0.35
# The least a figure nobody named must be to be taken for yearly pay, and the most an hour is paid.
_LEAST_YEARLY = 12_000
_MOST_HOURLY = 1_000
# "$190 base" is thousands; "$52 base" is by the hour.
_LEAST_SHORT = 100
# How often a year pay is paid: monthly, twice a month, every two weeks, weekly, hourly.
_PAYS_A_YEAR = (12, 24, 26, 52, 2080)
_ROUNDING = 0.004
# How far before a percent the word that makes it the target may stand, in characters.
_NEAR = 20
# A percent nobody named beside the base is a bonus from this on.
_BONUS = 5.0


def _period(entry: Labelled) -> tuple[Period, float, float]:
    figure = entry.figure
    low, high = money(figure)
    detail = entry.cue.cue.detail if entry.cue else ""
    if figure.unit in {"year", *_SUB_YEAR}:
        return (
            cast("Period", figure.unit),
            figure.low if figure.unit != "year" else low,
            figure.high if figure.unit != "year" else high,
        )
    if detail == "hour" and figure.high < _MOST_HOURLY:
        return "hour", figure.low, figure.high
    if detail in {"month", "week", "day", "biweek"} and high < 40_000:  # noqa: PLR2004
        return cast("Period", detail), low, high
    if not figure.bare and figure.currency and figure.low >= _LEAST_SHORT and figure.high < _MOST_HOURLY:
        return "year", low * 1000, high * 1000
    if not figure.bare and figure.high < _LEAST_SHORT and figure.currency:
        return "hour", low, high
    return "year", low, high


def _unnamed_pay(terms: Terms) -> list[Labelled]:
    """Money nobody named in talk of an offer that is large enough, or paid by the hour or month."""
    found = []
    among_terms = any(terms.of(role, "money", "count", "percent") for role in ("sign_on", "equity", "bonus"))
    for entry in terms.of(None, "money"):
        period, low, _ = _period(entry)
        figure = entry.figure
        if figure.unit == "share" or not (entry.frame or figure.unit or among_terms):
            continue
        if (period in _SUB_YEAR and figure.unit) or (period == "year" and low >= _LEAST_YEARLY):
            found.append(entry)
    return found


def _same_by_the_year(terms: Terms, chosen: Labelled) -> Labelled | None:
    """The yearly figure that says the same as one paid by the hour, the month or the pay day."""
    low = _period(chosen)[1]
    for entry in terms.group.figures:
        if entry.figure.kind != "money" or entry.frame not in OF_OFFER or low <= 0:
            continue
        times = entry.figure.low / low
        if any(abs(times - pays) <= pays * _ROUNDING for pays in _PAYS_A_YEAR):
            return replace(entry, figure=replace(entry.figure, unit="year"))
    return None


def base(terms: Terms) -> None:
    """Read the base: the last form of it, yearly where it is said both ways, and the first form."""
    named = terms.of("base", "money")
    unnamed = _unnamed_pay(terms)
    candidates = [entry for entry in named if entry.figure.unit != "share"]
    sure = [entry for entry in candidates if entry.score >= _SURE]
    if not sure and candidates:
        sure = [max(candidates, key=lambda entry: entry.score)]
    if not sure and not terms.of("total", "money"):
        sure = unnamed
    # An offer that says so goes before pay that nobody speaks of.
    offered = [entry for entry in sure if entry.frame == "offer"] or sure
    revised = [entry for entry in sure or unnamed if entry.frame == "revised"]
    later = [entry for entry in offered if entry.frame != "initial"] or offered
    chosen = revised[-1] if revised else later[0] if later else None
    if chosen is None:
        return
    chosen = _same_by_the_year(terms, chosen) or chosen
    period, low, high = _period(chosen)
    if chosen.figure.is_range:
        terms.put_figure("base_low", low, chosen.figure)
        terms.put_figure("base_high", high, chosen.figure)
    else:
        terms.put_figure("base_amount", low, chosen.figure)
    terms.put_figure("base_period", period, chosen.figure)
    before = (
        [entry for entry in sure or unnamed if entry.figure.start < chosen.figure.start] if revised else []
    )
    before = _initial(terms) or before
    if before and _period(before[0])[1] != low:
        terms.put_figure("original_base", _period(before[0])[1], before[0].figure)


def _initial(terms: Terms) -> list[Labelled]:
    """The base an offer began with, where the words say that it moved on from there."""
    entries = [*terms.of("base", "money"), *terms.of(None, "money")]
    return [entry for entry in entries if entry.frame == "initial"]


def bonus(terms: Terms) -> None:
    """Read the yearly bonus, as a percent, a range of percents or a sum; "no bonus" is 0."""
    percents = [e for e in terms.of("bonus", "percent") if not denied(terms, e)]
    if not percents and ("base_amount" in terms.fields or "base_low" in terms.fields):
        low = terms.layout.source.low
        beside = [e for e in beside_base(terms) if e.figure.low >= _BONUS]
        percents = [e for e in beside if not words.VESTS.match(low, e.figure.end)]
    if any(e.figure.is_range for e in percents):
        percents = [e for e in (*percents, *terms.of(None, "percent")) if _is_target(terms, e)] or percents
    for entry in percents[:1]:
        figure = entry.figure
        if figure.is_range:
            terms.put_figure("bonus_pct_low", figure.low, figure)
            terms.put_figure("bonus_pct_high", figure.high, figure)
        else:
            terms.put_figure("bonus_pct", figure.low, figure)
    for entry in terms.of("bonus", "money")[:1]:
        terms.put_figure("bonus_amount", money(entry.figure)[0], entry.figure)
    none = words.NO_BONUS.search(terms.low)
    if none and not percents and "bonus_amount" not in terms.fields:
        terms.put("bonus_pct", 0.0, terms.group.start + none.start(), terms.group.start + none.end())


def _is_target(terms: Terms, entry: Labelled) -> bool:
    """Whether a percent is the target itself, said beside the range it may pay: "0-40%, target 20%"."""
    low, start = terms.layout.source.low, entry.figure.start
    return not entry.figure.is_range and bool(words.TARGET.search(low, max(0, start - _NEAR), start))


def sign_on(terms: Terms) -> None:
    """Read the joining cash, summed over its years."""
    entries = [e for e in terms.of("sign_on", "money") if e.figure.unit != "share"]
    years: dict[str, float] = {}
    for entry in entries:
        year = year_of(terms.layout, entry.figure)
        if year and year not in years:
            years[year] = money(entry.figure)[0]
            terms.put_figure(f"sign_on_{year}", years[year], entry.figure)
    if "y2" in years:
        terms.put_figure("sign_on", sum(years.values()), entries[0].figure)
    elif entries:
        terms.fields.pop("sign_on_y1", None)
        terms.spans.pop("sign_on_y1", None)
        best = max(entries, key=lambda entry: entry.score)
        terms.put_figure("sign_on", money(best.figure)[0], best.figure)
    none = words.NO_SIGN_ON.search(terms.low)
    if none:
        terms.put("sign_on", 0.0, terms.group.start + none.start(), terms.group.start + none.end())
