"""Figures put right: "sign-on is 30k", "base 190k and bonus 20%", "30k, not 25k", "it's per month"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.commands.amending.line import Line
from bot.commands.amending.moving import moved, without
from bot.commands.amending.shapes import Amendment, Change, Problem, Unclear
from bot.commands.amending.terms import TERM_OF, TERMS, Named, kind_of
from bot.commands.amending.values import accepts, fill, out_of_range
from bot.memory.case import Plain
from bot.offers.figures import Figure
from bot.offers.offer import Offer

_TOO = re.compile(r"\b(?:too|also|as well|plus|both|same)\b")
_FINER = re.compile(r"\b(?P<how>monthly|quarterly|every (?P<unit>month|quarter)|semi ?annually|evenly)\b")
_CORRECTS = re.compile(
    r"\b(?:no|actually|it'?s|it is|they'?re|they are|those are|are|is|should be|meant?"
    r"|(?:they|he|she|now) (?:went|moved|came|raised)|raised|bumped|upped)\b"
)
_PER_SHARE = re.compile(
    r"\b(?:each|apiece|(?:a|per|one|every|each) (?:share|rsu|unit|option|stock)|trad(?:es|ing)|priced?)\b"
)
_STANDS_AT = re.compile(
    r"\b(?:stock|shares?|rsus?|options|units)(?:'s| is| are)?(?: now| currently| today)? (?:at|worth)\b"
)
_WORTH_NEAR = (
    1 / 3,
    3.0,
)  # how far from the grant, as a share of it, a sum without a name may be meant for it
_BASE_NEAR = (0.5, 2.0)
_SHARE_NEAR, _MOST_SHARE = (0.2, 5.0), 5.0  # likewise of a percent of the company, and the most of one
_MOST_HOURLY = 1_000
_A_PRICE = 5_000  # beside a number of shares, a sum below this is the price of one


def set_by(line: Line, offer: Offer) -> Amendment | None:
    """What the line's figures put right, or what it says without one; None where it is no correction."""
    if line.unknown:
        return None
    if not line.figures:
        return _without_figures(line, offer)
    named = [each for each in line.named if each.term in TERMS]
    if not named:
        return _by_figure(line, offer)
    return _one(named[0], line, offer) if len(named) == 1 else _several(named, line, offer)


def _several(named: Sequence[Named], line: Line, offer: Offer) -> Amendment | None:
    """Several terms, each with its figure."""
    held = _paired(line.figures, named, offer)
    values: dict[str, Plain] = {}
    for name, figures in held or ():
        filled = fill(name.term, figures, offer, name.value)
        if filled is None:
            return _wrong(name.term, figures, line, offer)
        values.update(filled)
    return Change(values) if values else None


def _one(name: Named, line: Line, offer: Offer) -> Amendment | None:
    """One term with its figure, or with its parts: "30k in year 1, 20k in year 2"."""
    able = [each for each in line.figures if accepts(name.term, each, offer)]
    if not able:
        return _wrong(name.term, line.figures, line, offer)
    parts = [each for each in able if not each.bare] if name.term == "sign_on" else []
    figures = parts[:2] if len(parts) > 1 else sorted(able, key=lambda each: _gap(each, name))[:1]
    if name.term == "equity" and _is_price(figures[0], line, offer):
        return Change({"share_price": figures[0].low})
    moves = _moves(name, figures[0], line, offer) if len(line.figures) == 1 else None
    if moves is not None:
        return moves
    values = fill(name.term, figures, offer, name.value)
    if values is None:
        return _wrong(name.term, figures, line, offer)
    for each in line.figures:  # "10,000 options at a strike of $1.25" names only one of two terms
        term = _term_of(each, line, offer) if each not in figures else ""
        values.update((fill(term, [each], offer) if term else None) or {})
    return Change(values)


def _is_price(figure: Figure, line: Line, offer: Offer) -> bool:
    """Whether a sum said of the equity is what one share is worth: "$185 each", "the stock is at 150"."""
    if figure.kind != "money" or figure.is_range or figure.low >= _A_PRICE or figure.unit == "year":
        return False
    if figure.unit == "share" or _PER_SHARE.search(line.plain):
        return True
    known = offer.equity_units is not None
    return known and (figure.currency is not None or _STANDS_AT.search(line.plain) is not None)


def _moves(name: Named, figure: Figure, line: Line, offer: Offer) -> Amendment | None:
    """A figure of the offer under another name: "the 25k is relocation"."""
    held = [each for each in holding(figure, offer) if TERM_OF[each] != name.term]
    if not held or figure.start > name.start or _TOO.search(line.plain):
        return None
    target = next((each for each in TERMS[name.term].fields if kind_of(each) == kind_of(held[0])), None)
    if name.term == "bonus":
        target = "bonus_amount" if kind_of(held[0]) == "money" else "bonus_pct"
    if target is None:
        return None
    return Change({**without(offer, tuple(held)), **moved(offer, held[0], target)})


def _by_figure(line: Line, offer: Offer) -> Amendment | None:
    """Figures without a term: one said instead of another, or of a kind that only one term has."""
    for denied in line.denied_figures:
        terms = [TERM_OF[name] for name in holding(denied, offer)]
        if terms and len(line.figures) == 1 and (filled := fill(terms[0], line.figures, offer)):
            return Change(filled)
    values: dict[str, Plain] = {}
    for each in line.figures:
        term = _term_of(each, line, offer)
        filled = fill(term, [each], offer) if term else None
        if filled is None:
            return None
        values.update(filled)
    return Change(values)


def _term_of(figure: Figure, line: Line, offer: Offer) -> str:
    """The term a figure can only be for, "" where it can be for several."""
    if figure.kind in ("schedule", "count"):
        return "schedule" if figure.kind == "schedule" else "equity"
    if figure.kind == "money" and any(each.kind == "count" for each in line.figures):
        return "share_price" if figure.unit == "share" or figure.low < _A_PRICE else ""
    if figure.kind == "money" and _is_the_grant(figure, offer):
        return "equity"
    if figure.kind == "money" and len(line.figures) > 1 and _is_the_base(figure, offer):
        return "base"
    if figure.kind == "percent" and _CORRECTS.search(line.plain):
        return _percent_of(figure, offer)
    return "cliff" if "cliff" in line.low[figure.start : figure.end] else ""


def _percent_of(figure: Figure, offer: Offer) -> str:
    """Whether a percent is of the company or a bonus: by what the offer has; "" where it may be either."""
    had = offer.equity_pct
    if had is None:
        return "bonus"
    near = (
        figure.low <= _MOST_SHARE and _SHARE_NEAR[0] <= figure.low / had <= _SHARE_NEAR[1] if had else False
    )
    bonus = offer.bonus_pct or 0.0
    return "equity" if near and abs(figure.low - had) <= abs(figure.low - bonus) else ""


def _is_the_base(figure: Figure, offer: Offer) -> bool:
    """Whether a sum without a name is of the size of the base: "they went to 1% and 170k"."""
    base = offer.base_amount or offer.base_high
    size = figure.low * 1000 if figure.bare and base and base > _MOST_HOURLY else figure.low
    return bool(base) and _BASE_NEAR[0] <= size / (base or 1) <= _BASE_NEAR[1]


def _is_the_grant(figure: Figure, offer: Offer) -> bool:
    """Whether a sum without a name is of the size of the grant, and of no base's: "310k base and 1.4M"."""
    worth, base = offer.equity_value, offer.base_amount or offer.base_high
    if not worth or not base or figure.is_range or figure.unit is not None or figure.plain:
        return False
    return _WORTH_NEAR[0] <= figure.low / worth <= _WORTH_NEAR[1] and figure.low > _WORTH_NEAR[1] * base


def _without_figures(line: Line, offer: Offer) -> Amendment | None:
    """A period, a currency, a kind of equity or a way of vesting said by itself."""
    terms = {each.term for each in line.named}
    finer = _FINER.search(line.plain)
    values: dict[str, Plain] = {}
    kinds = [each.value for each in line.named if each.value in ("rsu", "options")]
    if finer and terms and terms <= {"vesting", "schedule", "equity"}:
        how = {"month": "monthly", "quarter": "quarterly"}.get(finer["unit"] or "", finer["how"])
        values["vest_schedule"] = "yearly" if how == "evenly" else how
    elif terms == {"pto"} and "unlimited" in line.plain:
        values["pto_days"] = "unlimited"
    elif line.period and terms <= {"base"}:
        values = _period(line.period, offer)
    elif line.period == "year" and terms == {"equity"} and offer.equity_value is not None:
        values = {"equity_value": None, "equity_value_per_year": offer.equity_value}
    elif line.currency and terms <= {"currency", "base"}:
        values = {"currency": line.currency, "currency_explicit": True}
    elif kinds and terms == {"equity"} and (line.denied_named or _CORRECTS.search(line.plain)):
        values["equity_kind"] = kinds[0]
    return Change(values) if values else None


def _period(period: str, offer: Offer) -> dict[str, Plain]:
    """The base in another period; a sum read in thousands is what was written where that fits the hour."""
    values: dict[str, Plain] = {"base_period": period}
    for name in ("base_amount", "base_low", "base_high"):
        value = getattr(offer, name)
        if value is not None:
            hourly = period == "hour" and value >= 1000 and value % 1000 == 0  # noqa: PLR2004
            values[name] = value / 1000 if hourly else value
    return values


def _paired(
    figures: Sequence[Figure], named: Sequence[Named], offer: Offer
) -> list[tuple[Named, list[Figure]]] | None:
    """Each figure with the nearest term that can have it; None where one finds none."""
    held: dict[int, list[Figure]] = {}
    for figure in figures:
        able = [at for at, name in enumerate(named) if accepts(name.term, figure, offer)]
        free = [at for at in able if at not in held]
        if not free:
            return None
        nearest = min(free, key=lambda at: _gap(figure, named[at]))
        held[nearest] = [figure]
    return [(named[at], found) for at, found in held.items()]


def _gap(figure: Figure, name: Named) -> int:
    return max(name.start - figure.end, figure.start - name.end, 0)


def holding(figure: Figure, offer: Offer) -> tuple[str, ...]:
    """The fields of the offer that hold a figure."""
    sizes = {figure.low, figure.low * 1000} if figure.bare else {figure.low}
    if figure.kind == "time":
        sizes = {figure.low, round(figure.low / 12, 2)}
    kinds = {
        "money": {"money", "price"},
        "percent": {"percent"},
        "count": {"count"},
        "time": {"years", "months"},
    }
    able = kinds.get(figure.kind, set())
    return tuple(name for name in TERM_OF if kind_of(name) in able and getattr(offer, name) in sizes)


def _wrong(term: str, figures: Sequence[Figure], line: Line, offer: Offer) -> Unclear:
    """What is wrong with a figure for a term."""
    problem: Problem = "out_of_range" if out_of_range(term, figures, offer) else "wrong_kind"
    return Unclear(problem, term, line.text[figures[0].start : figures[0].end])
