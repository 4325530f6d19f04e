"""The best honest answer to "what does this pay?": measured, published, or a step back.

The rungs, first that stands: a measured cell as asked, with AI dropped, with a child role widened
to its parent; an estimate, where a level or AI was asked and nothing measured contradicts it; a
measured cell for all levels; a published figure; the OEWS wage of the occupation at the place, of its
state, of the US. Sources are never blended, and a national cell never answers for a metro.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Final, Literal

from bot.market.database import Market
from bot.market.estimate import Estimate, contradicted, estimate, estimates
from bot.market.quote import Asked, Basis, Quote
from bot.market.rows import Cell, Published, Source, Wage
from bot.market.steps import short, steps_to
from bot.understand.levels import levels
from bot.understand.places import place, pooled, state_of
from bot.understand.roles import roles
from bot.voice import render

US: Final = "0000000"
REMOTE: Final = "remote"
BAY_AREA: Final = "bay-area"
ALL: Final = "all"
SKILLED: Final = "skilled"

Note = Literal["abroad", "unknown"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The quote, and what a reply may say around it.

    `beside` are comparisons worth a line each, never blended into the quote. `thin` is
    (postings, employers) of the very cell asked for, where it exists and is too thin to quote.
    `note` says why there is no quote: the place is "abroad", or the figure is "unknown".
    """

    quote: Quote | None
    beside: tuple[Quote, ...] = ()
    thin: tuple[int, int] | None = None
    note: Note | None = None


def quote(market: Market, asked: Asked) -> Answer:
    """Quote the market for a role, place, level and AI skill. No place means the United States.

    Raises:
        KeyError: a role, place or level id that is in no table.
    """
    where = asked.place or US
    if asked.role not in roles() or (asked.level is not None and asked.level not in levels()):
        raise KeyError("the question names a role or level that is in no table")
    if place(where).kind == "country" and where != US:
        return Answer(None, note="abroad")
    exact = market.cell(asked.role, where, asked.level or ALL, SKILLED if asked.ai else ALL)
    thin = (exact.n, exact.employers) if exact and not exact.stands else None
    found = next(_rungs(market, asked, where), None)
    if found is None:
        return Answer(None, thin=thin, note="unknown")
    return Answer(found, tuple(_beside(market, found, where)), thin)


def _rungs(market: Market, asked: Asked, where: str) -> Iterator[Quote]:
    near = asked.level or ALL
    yield from _measured(market, asked, where, near)
    why_none = ""
    if asked.level is not None or asked.ai:
        told = estimate(market, asked.role, where, asked.level, ai=asked.ai)
        if told and not contradicted(market, told, asked.role, where, asked.level, ai=asked.ai):
            yield _from_estimate(market, asked, told, where)
        elif estimates(market):
            why_none = render("steps/not_estimated", contradicted=bool(told), level=asked.level)
    for quoted in _further(market, asked, where):
        steps = (*quoted.steps, why_none) if why_none and quoted.steps else quoted.steps
        yield replace(quoted, steps=steps)


def _further(market: Market, asked: Asked, where: str) -> Iterator[Quote]:
    """The rungs below the estimate: none of them is of the level and AI skill asked for."""
    yield from _measured(market, asked, where, ALL)
    if where == REMOTE:
        for level in dict.fromkeys((asked.level or ALL, ALL)):
            for quoted in _measured(market, asked, US, level):
                yield replace(quoted, basis="stepped_back", steps=(render("steps/remote"), *quoted.steps))
    if asked.ai:
        yield from _cited(market, asked, where)
    yield from _wages(market, asked, where)


def _measured(market: Market, asked: Asked, where: str, level: str) -> Iterator[Quote]:
    """Cells of a level that stand at the place, nearest to what was asked first."""
    parent = roles()[asked.role].parent
    for role in (asked.role, parent) if parent else (asked.role,):
        for ai in (SKILLED, ALL) if asked.ai else (ALL,):
            cell = market.cell(role, where, level, ai)
            if cell and cell.stands:
                said = steps_to(market, asked, cell)
                yield _from_cell(market, asked, cell, "stepped_back" if said else "measured", said)


def _from_estimate(market: Market, asked: Asked, told: Estimate, where: str) -> Quote:
    """What the model says for exactly what was asked."""
    source = market.postings
    key = (asked.role, where, asked.level or ALL, SKILLED if asked.ai else ALL)
    return Quote(
        role=asked.role,
        place=place(_metro(where)).name,
        level=asked.level or ALL,
        ai="skilled" if asked.ai else "all",
        p50=told.pay,
        low=told.low,
        high=told.high,
        evidence=(told.n, told.employers),
        place_source=market.oews.id if told.by_wages else None,
        place_source_name=market.oews.name if told.by_wages else None,
        source=source.id,
        source_name=source.name,
        as_of=source.as_of,
        window=(source.first, source.last),
        window_days=_days(source),
        basis="estimated",
        asked=asked,
        steps=(short(market, "estimate", key),),
    )


def _from_cell(market: Market, asked: Asked, cell: Cell, basis: Basis, said: tuple[str, ...] = ()) -> Quote:
    source = market.postings
    return Quote(
        role=cell.role,
        place=place(cell.place).name,
        level=cell.level,
        ai="skilled" if cell.ai == SKILLED else "all",
        p10=cell.p10,
        p25=cell.p25,
        p50=cell.p50 or 0,
        p75=cell.p75,
        p90=cell.p90,
        n=cell.n,
        employers=cell.employers,
        largest=cell.largest,
        source=source.id,
        source_name=source.name,
        as_of=source.as_of,
        window=(source.first, source.last),
        window_days=_days(source),
        basis=basis,
        asked=asked,
        includes=cell.includes,
        pooled=_pooled_with(market, cell),
        steps=said,
    )


def _pooled_with(market: Market, cell: Cell) -> tuple[str, ...]:
    """The neighbours whose postings are in a pooled cell, beside the metro it is shown as."""
    if cell.place != BAY_AREA:
        return ()
    shown = place(BAY_AREA).name
    parts = [metro for metro in pooled(BAY_AREA) if market.cell(cell.role, metro, cell.level, cell.ai)]
    return tuple(name for metro in parts if (name := place(metro).name) != shown)


def _cited(market: Market, asked: Asked, where: str) -> Iterator[Quote]:
    """Published figures for the role that speak of the place, or of no place at all."""
    for figure in sorted(market.published(asked.role), key=lambda figure: not figure.place):
        if figure.ai != SKILLED or figure.place not in ("", _metro(where)):
            continue
        said = []
        if not figure.place and asked.place is not None:
            said.append(render("steps/published_place", place=place(where).name))
        if asked.level is not None:
            said.append(render("steps/published_level"))
        yield _from_published(market, asked, figure, tuple(said))


def _from_published(market: Market, asked: Asked, figure: Published, said: tuple[str, ...] = ()) -> Quote:
    source = market.source(figure.source)
    return Quote(
        role=figure.role,
        place=place(figure.place).name if figure.place else "no city named",
        level=figure.level,
        ai="skilled" if figure.ai == SKILLED else "all",
        p50=figure.p50,
        source=source.id,
        source_name=source.name,
        as_of=source.as_of,
        basis="stepped_back" if said else "published",
        asked=asked,
        steps=said,
    )


def _wages(market: Market, asked: Asked, where: str) -> Iterator[Quote]:
    """The occupation's wage at the place, else in its state, else in the US."""
    soc = roles()[asked.role].soc
    said = [render("steps/oews_remote")] if where == REMOTE else []
    if asked.level is not None:
        said.append(render("steps/oews_level"))
    if asked.ai:
        said.append(render("steps/oews_ai"))
    area = US if where == REMOTE else _metro(where)
    missing: list[str] = []
    for tried in dict.fromkeys((area, state_of(area) or US, US)):
        shown = place(tried).name
        if wage := market.wage(soc, tried):
            if missing:
                occupation = market.occupation(soc)
                said.append(render("steps/oews_area", occupation=occupation, missing=missing, place=shown))
            yield _from_wage(market, asked, wage, tuple(said))
        missing.append(shown)


def _from_wage(market: Market, asked: Asked, wage: Wage, said: tuple[str, ...] = ()) -> Quote:
    source = market.oews
    top = (render("steps/oews_top", which=wage.top_coded),) if wage.top_coded else ()
    return Quote(
        role=asked.role,
        place=place(wage.area).name,
        level=ALL,
        ai="all",
        p10=wage.p10,
        p25=wage.p25,
        p50=wage.p50,
        p75=wage.p75,
        p90=wage.p90,
        employment=wage.employment,
        source=source.id,
        source_name=source.name,
        as_of=source.as_of,
        basis="stepped_back" if said else "published",
        asked=asked,
        occupation=market.occupation(wage.soc),
        soc=wage.soc,
        steps=(*said, *top),
    )


def _beside(market: Market, found: Quote, where: str) -> Iterator[Quote]:
    """Comparisons: all levels beside an estimate, the other side of AI, a published figure, the OEWS wage."""
    if found.basis == "estimated":
        yield from islice(_measured(market, replace(found.asked, level=None), where, ALL), 1)
    if found.n is not None:
        spot = US if found.place == place(US).name else where
        cell = market.cell(found.role, spot, found.level, ALL if found.ai == SKILLED else SKILLED)
        # An AI role's postings are all AI-skilled: the same cell twice is no comparison.
        if cell and cell.stands and cell.n != found.n:
            yield _from_cell(market, _as_itself(cell, found.asked), cell, "measured")
    asked = found.asked
    for figure in market.published(asked.role):
        exact = figure.place == ("" if asked.place is None else _metro(where))
        if exact and figure.source != found.source:
            itself = Asked(figure.role, figure.place or None, None, figure.ai == SKILLED)
            yield _from_published(market, itself, figure)
    if found.soc is None:
        area = US if where == REMOTE else _metro(where)
        if wage := market.wage(roles()[asked.role].soc, area):
            yield _from_wage(market, Asked(asked.role, area), wage)


def _as_itself(cell: Cell, asked: Asked) -> Asked:
    spot = asked.place if cell.place == US else cell.place
    return Asked(cell.role, spot, None if cell.level == ALL else cell.level, cell.ai == SKILLED)


def _metro(where: str) -> str:
    """The one area that speaks for a place: the Bay Area means San Francisco."""
    return pooled(where)[0] if where == BAY_AREA else where


def _days(source: Source) -> int | None:
    if not source.first:
        return None
    return (date.fromisoformat(source.last) - date.fromisoformat(source.first)).days + 1
