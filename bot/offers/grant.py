"""The equity of an offer: its kind and size, and how it vests."""

from __future__ import annotations

from bot.offers import words
from bot.offers.figures import Figure
from bot.offers.gather import Terms, beside_base, money
from bot.offers.labels import Labelled
from bot.offers.offer import EquityKind
from bot.understand.money import period_after

# A percent nobody named beside the base is a share of the company up to this.
_SHARE = 3.0
# Fewer than this, without a mark of money or a k, are stock units and not their worth.
_FEW_UNITS = 20_000
_KINDS: dict[str, EquityKind] = {"rsu": "rsu", "options": "options", "option": "options", "other": "other"}


def equity(terms: Terms) -> None:
    """Read what is granted: kind, worth, number, percent, strike; "no equity" is the kind "none"."""
    kinds: list[EquityKind] = []
    entries = terms.of("equity", "money", "count", "percent")
    if not any(e.figure.kind == "percent" for e in entries):
        entries += [e for e in beside_base(terms) if 0 < e.figure.low <= _SHARE]
    for entry in entries:
        figure = entry.figure
        detail = entry.cue.cue.detail if entry.cue and entry.role == "equity" else ""
        kinds += [_KINDS[word] for word in (figure.unit or "", detail) if word in _KINDS]
        if figure.kind == "count" or _is_number(figure, detail):
            terms.put_figure("equity_units", figure.low, figure)
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


def _is_number(figure: Figure, detail: str) -> bool:
    """Whether a figure without a mark of money counts options, or so few units that it is no worth."""
    if figure.kind != "money" or figure.currency or figure.unit or figure.is_range:
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
    if spans:
        longest = max(spans, key=lambda entry: entry.figure.low)
        months = longest.figure.low
        # "25% after a year and the rest over 36 months" is four years.
        if longest.figure.unit == "month" and words.first_part(terms.low) and months % 48:
            months += 12
        terms.put_figure("vest_years", round(months / 12, 2), longest.figure)
    _vesting_by_mark(terms)
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
        if mark:
            terms.put("vest_years", float(mark[1]), mark.start(1), mark.end(1))
    for entry in terms.of("vest", "percent"):
        if entry.figure.low in {20, 25, 50} and period_after(text, entry.figure.end) == "year":
            terms.put_figure("vest_years", 100 / entry.figure.low, entry.figure)
