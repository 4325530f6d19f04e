"""The figures of replies about an offer, each by what it is and how it was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from bot.commands.compare_reply import CompareFacts
from bot.commands.counter_facts import CounterFacts
from bot.commands.decide_facts import DecideFacts
from bot.commands.package import PackageFacts
from bot.commands.verdict import OfferFacts
from bot.commands.why_known import Known, Unit, quoted
from bot.offers.offer import Offer
from bot.offers.sheet import Row, Years
from bot.offers.worth.shapes import Line, Worth
from bot.playbook.critique import Critique

Figures: TypeAlias = "Iterator[Known]"

_SUMS = frozenset({"total", "cash"})  # columns that add up others


def _held(critique: Critique | None, offer: Offer | None) -> Figures:
    """How a base stands to its benchmarks."""
    if critique is None or offer is None:
        return
    money = offer.currency
    base = critique.base_high if critique.base_low == critique.base_high else None
    if base is not None:
        yield Known(base, "base", currency=money)
    if critique.gap is not None and critique.benchmark is not None:
        yield Known(
            critique.gap,
            "gap",
            currency=money,
            numbers=(critique.gap + critique.benchmark, critique.benchmark),
        )
    if critique.gap_pct is not None and critique.gap is not None:
        yield Known(critique.gap_pct, "gap_pct", "percent", numbers=(critique.gap, critique.benchmark or 0.0))
    if critique.floor is not None:
        yield Known(critique.floor, "floor", currency=money)
    if critique.floor_gap is not None and critique.floor is not None:
        yield Known(
            critique.floor_gap, "floor_gap", currency=money,
            numbers=(critique.floor + critique.floor_gap, critique.floor),
        )  # fmt: skip
    if critique.percentile is not None and critique.percentile.percent is not None:
        yield Known(critique.percentile.percent, "percentile", "count")
    for pay in critique.types:
        yield Known(pay.p50, "type", name=pay.type, numbers=(pay.n, pay.employers))
    if critique.band is not None:
        yield Known(critique.band.lowest, "band_low", name=offer.company or "")
        yield Known(critique.band.highest, "band_high", name=offer.company or "")


def _terms(table: tuple[Row, ...]) -> Figures:
    """The offer's own terms as they were read, and what they come to."""
    for row in table:
        if row.comes_to is not None:
            yield Known(
                row.comes_to.amount, "comes_to", name=row.term, currency=row.currency, steps=row.comes_to.how
            )
        for field, value in row.said.items():
            if isinstance(value, int | float) and not isinstance(value, bool):
                percent = field.endswith("_pct") or "_pct_" in field
                counted = field.endswith(("_months", "_years", "_units", "_days", "_week"))
                unit: Unit = "percent" if percent else "count" if counted else "money"
                yield Known(value, "read", unit, row.term, row.currency)


def _years(years: Years | None, worth: Worth | None, currency: str | None) -> Figures:
    """What each year pays, a component at a time, the sums of all of them first."""
    if years is None:
        return
    made: dict[str, Line] = {line.what: line for line in worth.lines} if worth is not None else {}
    columns = list(enumerate(years.columns))
    parts = [at for at, column in columns if column.what not in _SUMS]
    for at, column in sorted(columns, key=lambda each: each[1].what not in _SUMS):
        money = column.currency or currency
        each = tuple(row.amounts[at] for row in years.rows if row.amounts[at])
        yield Known(years.four_years[at], "four_years", name=column.what, currency=money, numbers=each)
        line = made.get(column.what)
        for row in years.rows:
            summed = tuple(row.amounts[part] for part in parts if row.amounts[part])
            yield Known(
                row.amounts[at],
                "year",
                name=f"{column.what} {row.year}",
                currency=money,
                numbers=summed if column.what == "total" else (),
                steps=line.years[row.year - 1].how if line is not None else (),
            )


def of_offer(facts: OfferFacts) -> Figures:
    """Those of a verdict: how the base stands, the terms as read, the years."""
    offer = facts.offer
    if offer is None:
        return
    yield from _held(facts.critique, offer)
    yield from quoted(facts.quote)
    yield from _terms(facts.table)
    yield from _years(facts.years, facts.worth, offer.currency)
    for other in facts.beside:
        yield Known(other.p50, "beside", name=other.source_name, as_of=other.as_of)


def of_counter(facts: CounterFacts) -> Figures:
    """Those of an ask, the number itself first."""
    plan = facts.counter
    if plan is not None:
        unit: Unit = {"equity_pct": "percent", "equity_units": "count"}.get(plan.lever, "money")  # type: ignore[assignment]
        if facts.sign_at is not None:
            yield Known(facts.sign_at.amount, "yours", currency=None)
            if facts.sign_at.condition is not None:
                yield Known(facts.sign_at.condition, "ask", currency=None)
        yield Known(plan.ask, "ask", unit, currency=None)
        if plan.offered is not None:
            yield Known(plan.offered, "offered", unit, currency=None)
        if plan.change_pct is not None and plan.offered is not None:
            yield Known(plan.change_pct, "change", "percent", numbers=(plan.ask, plan.offered))
        yield from (Known(each, "usual", "percent", numbers=plan.usual) for each in plan.usual)
    yield from quoted(facts.quote)
    if facts.critique is not None and facts.critique.floor is not None:
        yield Known(facts.critique.floor, "floor", currency=None)


def of_decide(facts: DecideFacts) -> Figures:
    """Those of an answer weighed: how far they moved, and what is missing."""
    decision = facts.decision
    if decision is not None:
        money = facts.offer.currency if facts.offer else None
        before, now = decision.base_before, decision.base_now
        if now is not None:
            yield Known(now, "base", currency=money)
        if before is not None:
            yield Known(before, "base_before", currency=money)
        if decision.movement_pct is not None:
            yield Known(decision.movement_pct, "movement", "percent", numbers=(before or 0.0, now or 0.0))
        if decision.total_change is not None:
            totals = (decision.total_before or 0.0, decision.total_now or 0.0)
            yield Known(decision.total_change, "total_change", currency=money, numbers=totals)
        if decision.asked is not None:
            yield Known(decision.asked.ask, "asked", currency=money)
            yield Known(decision.left or 0.0, "left", currency=money, numbers=(decision.asked.ask,))
        if decision.condition is not None:
            yield Known(decision.condition, "condition", currency=money)
        yield from (Known(each, "usual", "percent", numbers=decision.usual) for each in decision.usual)
    yield from _held(facts.critique, facts.offer)
    yield from quoted(facts.quote)


def of_package(facts: PackageFacts) -> Figures:
    """Those of the levers, the one shown first."""
    first = [each for each in facts.levers if each.kind == facts.shown]
    for lever in (*first, *(each for each in facts.levers if each.kind != facts.shown)):
        unit: Unit = {"percent": "percent", "units": "count"}.get(lever.unit, "money")  # type: ignore[assignment]
        made: list[tuple[float, str, Unit]] = [(each, "lever_ask", unit) for each in lever.ask or ()]
        made += [(each, "lever_four", "money") for each in lever.four_years or ()]
        made += [(each, "lever_year", "money") for each in lever.a_year or ()]
        made += [(lever.once, "lever_once", "money")] if lever.once is not None else []
        made += [(lever.offered, "lever_offered", unit)] if lever.offered is not None else []
        for value, code, of in made:
            yield Known(value, code, of, lever.kind, lever.currency, working=lever.how)
    yield from _held(facts.critique, facts.offer)
    yield from quoted(facts.quote)


def of_compare(facts: CompareFacts) -> Figures:
    """Those of a comparison, the lead first."""
    compared = facts.comparison
    if compared is None:
        return
    for lead, code in ((compared.four_years, "lead_four"), (compared.first_year, "lead_first")):
        if lead is not None:
            sums = {
                side.name: side.both_four if code == "lead_four" else side.both[0] for side in compared.sides
            }
            yield Known(
                lead.by, code, name=lead.name, currency=None, numbers=(sums[lead.name], sums[lead.next])
            )
    for side in compared.sides:
        yield Known(side.both_four, "four_years", name=side.name, currency=side.currency, numbers=side.both)
        yield Known(side.cash_four, "cash_four", name=side.name, currency=side.currency, numbers=side.cash)
        yield Known(
            side.equity_four, "equity_four", name=side.name, currency=side.currency, numbers=side.equity
        )
        for at, value in enumerate(side.both):
            numbers = (side.cash[at], side.equity[at])
            yield Known(value, "side_year", name=side.name, currency=side.currency, numbers=numbers)
        if side.base is not None:
            yield Known(side.base, "base", currency=side.currency, name=side.name)
