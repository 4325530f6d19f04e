"""The equity of an offer: its kind and size, and how it vests."""

from __future__ import annotations

from bot.offers import words
from bot.offers.figures import Figure
from bot.offers.gather import MOST_SHARE, Terms, beside_base, money
from bot.offers.labels import Labelled
from bot.offers.offer import EquityKind
from bot.understand.money import period_after

# Fewer than this, without a mark of money or a k, are stock units and not their worth.
_FEW_UNITS = 20_000
_MOST_PRICE = 10_000
# How far before a sum the word that makes it a worth may stand, in characters.
_NEAR = 30
_KINDS: dict[str, EquityKind] = {"rsu": "rsu", "options": "options", "option": "options", "other": "other"}


def equity(terms: Terms) -> None:
    """Read what is granted: kind, worth, number, percent, strike; "no equity" is the kind "none"."""
    kinds: list[EquityKind] = []
    entries = terms.of("equity", "money", "count", "percent")
    if not any(e.figure.kind == "percent" for e in entries):
        entries += [e for e in beside_base(terms) if 0 < e.figure.low < MOST_SHARE]
    for entry in entries:
        figure = entry.figure
        detail = entry.cue.cue.detail if entry.cue and entry.role == "equity" else ""
        kinds += [_KINDS[word] for word in (figure.unit or "", detail) if word in _KINDS]
        if figure.kind == "count" or _is_number(terms, figure, detail):
            terms.put_figure("equity_units", figure.low, figure)
            _priced(terms, figure)
        elif figure.kind == "percent":
            terms.put_figure("equity_pct", figure.low, figure)
            kinds.append("percent")
        elif figure.unit != "share" and not figure.is_range:
            yearly = figure.unit == "year" or (
                entry.cue and period_after(terms.layout.source.text, entry.cue.end) == "year"
            )
            terms.put_figure("equity_value_per_year" if yearly else "equity_value", money(figure)[0], figure)
    sentences = {terms.layout.sentence(entry.figure.start) for entry in entries}
    cues = terms.cues("equity")
    for cue in cues:
        if cue.cue.detail in {"rsu", "options"} and terms.layout.sentence(cue.start) in sentences:
            kinds.append(_KINDS[cue.cue.detail])
    for entry in terms.of("strike", "money")[:1]:
        terms.put_figure("strike", entry.figure.low, entry.figure)
    strong = [_KINDS[c.cue.detail] for c in cues if c.cue.detail in _KINDS and c.cue.weight >= 1.1]  # noqa: PLR2004
    none = words.NO_EQUITY.search(terms.low)
    if not entries and none:
        terms.put("equity_kind", "none", terms.group.start + none.start(), terms.group.start + none.end())
        return
    if any(e.figure.unit == "share" for e in entries) and "options" in [
        _KINDS.get(c.cue.detail) for c in cues
    ]:
        kinds.append("options")
    found = kinds or strong
    if found:
        kind = min(found, key=("options", "rsu", "percent", "other").index)
        at = entries[0].figure if entries else next(c for c in cues if _KINDS.get(c.cue.detail) == kind)
        terms.put("equity_kind", kind, at.start, at.end)
    elif entries:
        terms.put_figure("equity_kind", "other", entries[0].figure)


def _priced(terms: Terms, units: Figure) -> None:
    """Value stock units by the price said right after them: "5,000 RSUs at $52", or by their worth.

    A price makes no worth of options, whose strike is not said.
    """
    for price in terms.layout.figures_from(units.end):
        said = terms.layout.source.low[units.end : price.start]
        single = price.kind == "money" and price.currency and not price.is_range
        if not single or not words.AT_PRICE.fullmatch(said):
            continue
        if price.low >= _MOST_PRICE and words.WORTH.search(said):
            terms.put_figure("equity_value", price.low, price)
        elif price.low < _MOST_PRICE and units.unit in {"rsu", "share", "unit"}:
            terms.put_figure("equity_value", round(units.low * price.low, 2), price)


def _is_number(terms: Terms, figure: Figure, detail: str) -> bool:
    """Whether a figure without a mark of money counts options, or so few units that it is no worth."""
    if figure.kind != "money" or figure.currency or figure.unit or figure.is_range:
        return False
    low = terms.layout.source.low
    worth = words.WORTH.search(low, max(0, figure.start - _NEAR), figure.start)
    if worth or words.WORTH_OF.match(low, figure.end):
        return False
    return detail == "options" or (
        detail == "rsu" and figure.plain and not figure.bare and figure.low < _FEW_UNITS
    )


def vesting(terms: Terms) -> None:
    """Read the years, the cliff and the schedule, where there is equity at all."""
    if terms.fields.get("equity_kind") in {None, "none"}:
        return
    cliffs = sorted(terms.of("cliff", "time"), key=lambda entry: -entry.score)
    spans = [
        e
        for e in (*terms.of("vest", "time"), *cliffs[1:], *_beside_grant(terms))
        if e.figure.unit in {"year", "month"} and e.figure.low >= 12  # noqa: PLR2004
    ]
    _vesting_by_mark(terms)
    if spans:
        longest = max(spans, key=lambda entry: entry.figure.low)
        months = longest.figure.low
        # "25% after a year and the rest over 36 months" is four years.
        if longest.figure.unit == "month" and words.first_part(terms.low) and months % 48:
            months += 12
        terms.put_figure("vest_years", round(months / 12, 2), longest.figure)
    for entry in cliffs[:1]:
        terms.put_figure("cliff_months", round(entry.figure.low), entry.figure)
    for entry in terms.of("vest", "schedule")[:1]:
        terms.put_figure("vest_schedule", entry.figure.words, entry.figure)
    said = terms.low.find("vest")
    at = terms.group.start + said if said >= 0 else spans[0].figure.start if spans else -1
    finer = words.finer_vesting(terms.low, at - terms.group.start) if at >= 0 else None
    if finer:
        if finer[1]:
            terms.put("cliff_months", 12, at, at + 4)
        terms.put(
            "vest_schedule",
            f"cliff then {finer[0]}" if "cliff_months" in terms.fields else finer[0],
            at,
            at + 4,
        )


def _beside_grant(terms: Terms) -> list[Labelled]:
    """Years nobody named in the sentence of a cliff: "4 years 1 year cliff"."""
    sentences = {terms.layout.sentence(entry.figure.start) for entry in terms.of("cliff", "time")}
    return [e for e in terms.of(None, "time") if terms.layout.sentence(e.figure.start) in sentences]


def _vesting_by_mark(terms: Terms) -> None:
    """Vesting said with a mark or a share a year: "90k/3", "90k / 3y", "25% per year"."""
    text = terms.layout.source.low
    for entry in terms.of("equity", "money", "count"):
        ends = [
            entry.figure.end,
            *([entry.cue.end] if entry.cue and entry.cue.start > entry.figure.end else []),
        ]
        mark = next(filter(None, (words.OVER_MARK.match(text, end) for end in ends)), None)
        mark = mark or next(filter(None, (words.OVER_YEARS.match(text, end) for end in ends)), None)
        if mark:
            terms.put("vest_years", float(mark[1]), mark.start(1), mark.end(1))
    for entry in terms.of("vest", "percent"):
        if entry.figure.low in {20, 25, 50} and period_after(text, entry.figure.end) == "year":
            terms.put_figure("vest_years", 100 / entry.figure.low, entry.figure)
