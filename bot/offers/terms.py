"""From labelled figures to the terms of one offer: which base stands, what adds up, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal, cast

from bot.offers import words
from bot.offers.figures import Figure
from bot.offers.grouping import Group
from bot.offers.labels import Labelled, year_of
from bot.offers.layout import Layout
from bot.offers.names import Name
from bot.offers.offer import EquityKind, Offer, Period
from bot.understand import places
from bot.understand.money import in_thousands, period_after
from bot.understand.text import tokens
from bot.understand.vocab import rows

_MINE = frozenset({"", "offer", "revised", "initial"})
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
# A percent nobody named: up to this it is a share of the company, from the second on a bonus.
_SHARE, _BONUS = 3.0, 5.0


class Terms:
    """Gathers the terms of one offer from its part of the text."""

    def __init__(self, layout: Layout, group: Group) -> None:
        """Look at one group of the figures of a text."""
        self.layout = layout
        self.group = group
        self.low = layout.source.low[group.start : group.end]
        self.fields: dict[str, Any] = {}
        self.spans: dict[str, tuple[int, int]] = {}

    def put(self, field: str, value: object, start: int, end: int) -> None:
        """Set a term and where it was read; the first reading stays."""
        if field not in self.fields:
            origin = self.layout.source.origin
            self.fields[field] = value
            self.spans[field] = (origin(start), origin(end))

    def put_figure(self, field: str, value: object, figure: Figure) -> None:
        """Set a term read from a figure."""
        self.put(field, value, figure.start, figure.end)

    def of(self, role: str | None, *kinds: str, frames: frozenset[str] = _MINE) -> list[Labelled]:
        """The figures of a role, of these kinds, that speak of this offer."""
        return [
            entry
            for entry in self.group.figures
            if entry.role == role and entry.figure.kind in kinds and entry.frame in frames
        ]


def _money(figure: Figure) -> tuple[float, float]:
    """Both ends in plain money: a bare 190 in a list of terms is 190,000."""
    if figure.bare and figure.unit in {None, "year"}:
        return in_thousands(figure.low), in_thousands(figure.high)
    return figure.low, figure.high


def _period(entry: Labelled) -> tuple[Period, float, float]:
    figure = entry.figure
    low, high = _money(figure)
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
        if entry.figure.kind != "money" or entry.frame not in _MINE or low <= 0:
            continue
        times = entry.figure.low / low
        if any(abs(times - pays) <= pays * _ROUNDING for pays in _PAYS_A_YEAR):
            return replace(entry, figure=replace(entry.figure, unit="year"))
    return None


def _base(terms: Terms) -> None:
    named = terms.of("base", "money")
    unnamed = _unnamed_pay(terms)
    candidates = [entry for entry in named if entry.figure.unit != "share"]
    sure = [entry for entry in candidates if entry.score >= _SURE]
    if not sure and candidates:
        sure = [max(candidates, key=lambda entry: entry.score)]
    if not sure and not terms.of("total", "money"):
        sure = unnamed
    revised = [entry for entry in sure or unnamed if entry.frame == "revised"]
    chosen = revised[-1] if revised else sure[0] if sure else None
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
    before = [entry for entry in sure or unnamed if entry.figure.start < chosen.figure.start]
    if revised and before and _period(before[0])[1] != low:
        terms.put_figure("original_base", _period(before[0])[1], before[0].figure)


def _bonus(terms: Terms) -> None:
    percents = terms.of("bonus", "percent")
    if not percents and ("base_amount" in terms.fields or "base_low" in terms.fields):
        percents = [e for e in _beside_base(terms) if e.figure.low >= _BONUS]
    for entry in percents[:1]:
        figure = entry.figure
        if figure.is_range:
            terms.put_figure("bonus_pct_low", figure.low, figure)
            terms.put_figure("bonus_pct_high", figure.high, figure)
        else:
            terms.put_figure("bonus_pct", figure.low, figure)
    for entry in terms.of("bonus", "money")[:1]:
        terms.put_figure("bonus_amount", _money(entry.figure)[0], entry.figure)
    none = words.NO_BONUS.search(terms.low)
    if none and not percents and "bonus_amount" not in terms.fields:
        terms.put("bonus_pct", 0.0, terms.group.start + none.start(), terms.group.start + none.end())


def _beside_base(terms: Terms) -> list[Labelled]:
    """Percents nobody named that stand in the sentence of the base."""
    start, end = terms.spans.get("base_amount") or terms.spans.get("base_low") or (0, 0)
    origin, layout = terms.layout.source.origin, terms.layout
    sentences = {
        layout.sentence(e.figure.start) for e in terms.group.figures if start <= origin(e.figure.start) < end
    }
    return [e for e in terms.of(None, "percent") if layout.sentence(e.figure.start) in sentences]


def _sign_on(terms: Terms) -> None:
    entries = [e for e in terms.of("sign_on", "money") if e.figure.unit != "share"]
    years: dict[str, float] = {}
    for entry in entries:
        year = year_of(terms.layout, entry.figure)
        if year and year not in years:
            years[year] = _money(entry.figure)[0]
            terms.put_figure(f"sign_on_{year}", years[year], entry.figure)
    if "y2" in years:
        terms.put_figure("sign_on", sum(years.values()), entries[0].figure)
    elif entries:
        terms.fields.pop("sign_on_y1", None)
        terms.spans.pop("sign_on_y1", None)
        best = max(entries, key=lambda entry: entry.score)
        terms.put_figure("sign_on", _money(best.figure)[0], best.figure)
    none = words.NO_SIGN_ON.search(terms.low)
    if none:
        terms.put("sign_on", 0.0, terms.group.start + none.start(), terms.group.start + none.end())


_KINDS: dict[str, EquityKind] = {"rsu": "rsu", "options": "options", "option": "options", "other": "other"}


def _equity(terms: Terms) -> None:
    kinds: list[EquityKind] = []
    entries = terms.of("equity", "money", "count", "percent")
    if not any(e.figure.kind == "percent" for e in entries):
        entries += [e for e in _beside_base(terms) if 0 < e.figure.low <= _SHARE]
    for entry in entries:
        figure = entry.figure
        detail = entry.cue.cue.detail if entry.cue and entry.role == "equity" else ""
        kinds += [_KINDS[word] for word in (figure.unit or "", detail) if word in _KINDS]
        if figure.kind == "count":
            terms.put_figure("equity_units", figure.low, figure)
        elif figure.kind == "percent":
            terms.put_figure("equity_pct", figure.low, figure)
            kinds.append("percent")
        elif figure.unit != "share" and not figure.is_range:
            yearly = figure.unit == "year" or (
                entry.cue and period_after(terms.layout.source.text, entry.cue.end) == "year"
            )
            terms.put_figure("equity_value_per_year" if yearly else "equity_value", _money(figure)[0], figure)
    sentences = {terms.layout.sentence(entry.figure.start) for entry in entries}
    for cue in terms.layout.cues.terms:
        if (
            cue.cue.detail in {"rsu", "options"}
            and cue.cue.role == "equity"
            and terms.layout.sentence(cue.start) in sentences
        ):
            kinds.append(_KINDS[cue.cue.detail])
    for entry in terms.of("strike", "money")[:1]:
        terms.put_figure("strike", entry.figure.low, entry.figure)
    cues = [
        c
        for c in terms.layout.cues.terms
        if terms.group.start <= c.start < terms.group.end and c.cue.role == "equity"
    ]
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


def _vesting(terms: Terms) -> None:
    if terms.fields.get("equity_kind") in {None, "none"}:
        return
    spans = [e for e in terms.of("vest", "time") if e.figure.unit in {"year", "month"} and e.figure.low >= 12]  # noqa: PLR2004
    if spans:
        longest = max(spans, key=lambda entry: entry.figure.low)
        months = longest.figure.low
        # "25% after a year and the rest over 36 months" is four years.
        if longest.figure.unit == "month" and words.first_part(terms.low) and months % 48:
            months += 12
        terms.put_figure("vest_years", round(months / 12, 2), longest.figure)
    _vesting_by_mark(terms)
    for entry in terms.of("cliff", "time")[:1]:
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


def _vesting_by_mark(terms: Terms) -> None:
    """Vesting said with a mark or a share a year: "260k/4", "534k / 3y", "25% per year"."""
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


def _rest(terms: Terms) -> None:
    for entry in terms.of("total", "money")[:1]:
        terms.put_figure("total_comp", _money(entry.figure)[1], entry.figure)
    for entry in terms.of("ote", "money")[:1]:
        low, high = _money(entry.figure)
        terms.put_figure("ote_low", low, entry.figure)
        terms.put_figure("ote_high", high, entry.figure)
    for entry in terms.of("relocation", "money")[:1]:
        terms.put_figure("relocation", _money(entry.figure)[1], entry.figure)
    for entry in terms.of("pto", "time")[:1]:
        if entry.figure.unit in {"day", "week", "hour"}:
            terms.put_figure("pto_days", entry.figure.low, entry.figure)
    for field, role in (("start_date", "start"), ("deadline", "deadline")):
        dated = [e for e in terms.group.figures if e.role == role and e.figure.kind == "date"]
        if dated:
            best = max(dated, key=lambda entry: entry.score)
            terms.put_figure(field, best.figure.words, best.figure)
    _said(terms)


def _said(terms: Terms) -> None:
    base = terms.group.start
    unlimited = words.UNLIMITED.search(terms.low)
    if unlimited:
        terms.put("pto_days", "unlimited", base + unlimited.start(), base + unlimited.end())
    for cue in terms.layout.cues.terms:
        if (
            cue.cue.role == "relocation"
            and base <= cue.start < terms.group.end
            and not words.NO_RELOCATION.search(terms.low)
        ):
            terms.put("relocation", "yes", cue.start, cue.end)
    level = words.LEVEL.search(terms.layout.source.text, base, terms.group.end)
    if level:
        terms.put("level", level.group(), level.start(), level.end())
    for field, (said, start, end) in words.phrases(terms.low).items():
        terms.put(field, said, base + start, base + end)


def _currency(terms: Terms) -> None:
    """The currency said, of the base first; a place settles an unmarked one, and what "$" means abroad."""
    own = [
        e.figure
        for e in terms.group.figures
        if e.figure.kind == "money" and e.frame in _MINE and e.role != "noise"
    ]
    own.sort(key=lambda figure: terms.spans.get("base_amount") != _origin(terms, figure))
    said = next((figure.currency for figure in own if figure.currency), None)
    where = _currency_of(cast("str | None", terms.fields.get("location")))
    text = terms.layout.source.low
    if said == "USD" and where not in {None, "USD"} and not any(w in text for w in ("usd", "us$", "dollars")):
        codes = {figure.currency for figure in own} - {"USD", None}
        if where in {"CAD", "AUD", "NZD", "SGD", "HKD"}:
            terms.fields.update(currency=where, currency_explicit=where in codes)
            return
    terms.fields.update(currency=said or where, currency_explicit=said is not None)
    equity = [e.figure.currency for e in terms.of("equity", "money") if e.figure.currency]
    if equity and said and equity[0] != said:
        terms.fields["equity_currency"] = equity[0]


def _origin(terms: Terms, figure: Figure) -> tuple[int, int]:
    return terms.layout.source.origin(figure.start), terms.layout.source.origin(figure.end)


def _currency_of(location: str | None) -> str | None:
    if not location:
        return None
    found = places.mentions(tokens(location))
    if not found:
        return None
    place = found[0].ids[0]
    country = place if len(place) == 2 else None if place == "remote" else "US"  # noqa: PLR2004
    return {row["country"]: row["currency"] for row in rows("country_currencies")}.get(country or "")


_READERS: tuple[Callable[[Terms], None], ...] = (_base, _bonus, _sign_on, _equity, _vesting, _rest, _currency)
_Named = Literal["company", "title", "location"]


def read_terms(layout: Layout, group: Group, names: dict[_Named, Name | None]) -> Offer:
    """The offer one group of figures makes, with the names that go with it."""
    terms = Terms(layout, group)
    for field, name in names.items():
        if name:
            terms.put(field, name.text, name.start, name.end)
    for reader in _READERS:
        reader(terms)
    return replace(Offer(spans=terms.spans), **terms.fields)
