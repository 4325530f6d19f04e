"""What an offer gives beside pay: a car allowance, a pension, a retention bonus. Seen, never in a sum.

A mention judged a benefit is kept only where words beside it say which one, by the table
`benefit_words.csv`: a bonus's maximum or the fee of a notice period is none. The words are not kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import cast

from bot.offers.benefit_names import is_named_benefit, kinds, named
from bot.offers.figures import Figure
from bot.offers.gather import Terms
from bot.offers.judged import Judged
from bot.offers.offer import Benefit, BenefitUnit, Period

_PERIODS = frozenset({"year", "hour", "month", "day", "week", "biweek"})
_ROLES = ("benefit", "retention", "severance")
_WINDOW = 60  # characters to either side in which a benefit is named
_FAR = 7.0  # steps further off than this, words name something else
_AFTER = 1.0  # words before a figure name it sooner than those after it
_VAGUE = {"allowance": 4.0, "stipend": 4.0}  # a word that says what for names it sooner
_LEAST = 100.0  # a bare number under it may be anything: thousands, days, people
_MOST = 12  # benefits shown of one offer
_SURE = 0.5
_DIFFERENTIALS = frozenset({"shift", "night", "evening", "weekend"})
_MOST_BY_SHIFT = 2_000.0  # nobody is paid more than that for a shift
_A_RATE = 20.0  # money under it beside a shift is for an hour of it


def benefits(terms: Terms) -> None:
    """Read what is given beside pay; without benefits the field stays None."""
    found: dict[Benefit, Figure] = {}
    for entry in terms.of(*_ROLES):
        one = _benefit(terms, entry)
        if one is not None and len(found) < _MOST:
            found.setdefault(one, entry.figure)
    if found:
        first = next(iter(found.values()))
        terms.put("benefits", tuple(found), first.start, first.end)


def _benefit(terms: Terms, entry: Judged) -> Benefit | None:
    """The benefit that a mention is, None where its words name none or its figure is no size of one."""
    figure, role = entry.figure, entry.role
    unit = _unit(figure, role)
    if unit is None or entry.sure < _SURE:
        return None
    sized = figure.unit in _PERIODS or is_named_benefit(terms.layout.source.low, figure)
    if figure.bare and figure.high < _LEAST and not sized:
        return None
    kind = _kind(terms, figure) or (role if role != "benefit" else None)
    if kind is None or (unit == "months" and kind != "severance"):
        return None
    per = figure.unit if unit == "money" and figure.unit in _PERIODS else None
    if per is None and unit == "money" and kind in _DIFFERENTIALS and figure.high < _A_RATE:
        per = "hour"  # "weekend diff $3.50": so little is said of an hour
    return Benefit(kind, figure.low, figure.high, unit, cast("Period | None", per), figure.currency)


def _unit(figure: Figure, role: str) -> BenefitUnit | None:
    if figure.kind in ("money", "percent"):
        return "money" if figure.kind == "money" else "percent"
    in_months = role == "severance" and figure.kind == "time" and figure.unit in ("year", "month")
    return "months" if in_months else None


def _kind(terms: Terms, figure: Figure) -> str | None:
    """The kind that the nearest words of the same sentence name, with no other figure between."""
    small = figure.kind == "percent" or figure.high < _MOST_BY_SHIFT
    found = (each for each in _beside(terms, figure) if small or each[1] not in _DIFFERENTIALS)
    nearest = min(found, default=None)
    return nearest[1] if nearest and nearest[0] <= _FAR else None


def _beside(terms: Terms, figure: Figure) -> Iterator[tuple[float, str]]:
    """How far off each benefit named beside a figure stands, and its kind."""
    layout, low = terms.layout, terms.layout.source.low
    at = bisect_left(layout.figures, figure.start, key=lambda each: each.start)
    before = layout.figures[at - 1].end if at else 0
    after = next((each.start for each in layout.figures[at : at + 3] if each.start >= figure.end), len(low))
    sentence = layout.sentence(figure.start)
    for found in named().finditer(low, max(before, figure.start - _WINDOW), figure.start):
        if layout.sentence(found.start()) == sentence:
            beside = not low[found.end() : figure.start].strip(" +:=(")  # "nights +$6/hr"
            yield _named_by(found[0], 0.0 if beside else layout.steps(found.end() - 1, figure.start))
    for found in named().finditer(low, figure.end, min(after, figure.end + _WINDOW)):
        if layout.sentence(found.start()) == sentence:
            yield _named_by(found[0], layout.steps(figure.start, found.start()) + _AFTER)


def _named_by(phrase: str, steps: float) -> tuple[float, str]:
    kind = kinds()[phrase]
    return steps + _VAGUE.get(kind, 0.0), kind
