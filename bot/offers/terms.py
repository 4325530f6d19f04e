"""From labelled figures to the terms of one offer, each read by its own module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, cast

from bot.offers import grant, pay, words
from bot.offers.figures import Figure
from bot.offers.frames import OF_OFFER
from bot.offers.gather import Terms, money
from bot.offers.grouping import Group
from bot.offers.layout import Layout
from bot.offers.names import Name
from bot.offers.offer import Offer
from bot.understand import places
from bot.understand.text import tokens
from bot.understand.vocab import rows


def _rest(terms: Terms) -> None:
    for entry in terms.of("total", "money")[:1]:
        terms.put_figure("total_comp", money(entry.figure)[1], entry.figure)
    for entry in terms.of("ote", "money")[:1]:
        low, high = money(entry.figure)
        terms.put_figure("ote_low", low, entry.figure)
        terms.put_figure("ote_high", high, entry.figure)
        _base_of_split(terms, entry.figure)
    for entry in terms.of("relocation", "money")[:1]:
        terms.put_figure("relocation", money(entry.figure)[1], entry.figure)
    for entry in terms.of("pto", "time")[:1]:
        if entry.figure.unit in {"day", "week", "hour"}:
            terms.put_figure("pto_days", entry.figure.low, entry.figure)
    for field, role in (("start_date", "start"), ("deadline", "deadline")):
        dated = [e for e in terms.group.figures if e.role == role and e.figure.kind == "date"]
        if dated:
            best = max(dated, key=lambda entry: entry.score)
            terms.put_figure(field, best.figure.words, best.figure)
    _said(terms)


def _base_of_split(terms: Terms, earnings: Figure) -> None:
    """The base that a split of target earnings makes: 60% of an OTE of 200k at "60/40"."""
    if earnings.is_range or "base_amount" in terms.fields or "base_low" in terms.fields:
        return
    for entry in terms.of(None, "split")[:1]:
        terms.put_figure("base_amount", money(earnings)[1] * entry.figure.low / 100, earnings)
        terms.put_figure("base_period", "year", earnings)


def _said(terms: Terms) -> None:
    base = terms.group.start
    unlimited = words.UNLIMITED.search(terms.low)
    if unlimited:
        terms.put("pto_days", "unlimited", base + unlimited.start(), base + unlimited.end())
    if not words.NO_RELOCATION.search(terms.low):
        for cue in terms.cues("relocation"):
            terms.put("relocation", "yes", cue.start, cue.end)
    levels = words.LEVEL.finditer(terms.layout.source.text, base, terms.group.end)
    for level in (found for found in levels if terms.low[found.start() - base] != " "):
        terms.put("level", level.group(), level.start(), level.end())
    for field, (said, start, end) in words.phrases(terms.low).items():
        terms.put(field, said, base + start, base + end)


def _currency(terms: Terms) -> None:
    """The currency said, of the base first; a place settles an unmarked one, and what "$" means abroad."""
    own = [
        e.figure
        for e in terms.group.figures
        if e.figure.kind == "money" and e.frame in OF_OFFER and e.role != "noise"
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


_READERS: tuple[Callable[[Terms], None], ...] = (
    pay.base,
    pay.bonus,
    pay.sign_on,
    grant.equity,
    grant.vesting,
    _rest,
    _currency,
)
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
