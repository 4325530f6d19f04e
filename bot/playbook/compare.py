"""Offers side by side over four years: what each pays, how sure it is, what would level them.

Playbook, section 5. Pure arithmetic over values. Cash and equity that is money are summed; options,
percents and shares without a price never are. Currencies are never converted, and a job that ends sooner
is no match for four years.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.market.quote import Quote
from bot.offers.offer import Offer
from bot.offers.worth.arithmetic import YEARS
from bot.offers.worth.shapes import Worth
from bot.playbook.match import Match, match
from bot.playbook.risks import Risk, risks
from bot.playbook.staying import Leaving, leaving

Barrier = Literal[
    "currency",  # another one than the others'
    "no_pay",  # no base is known
    "length",  # it ends before four years, and the others do not
]
Difference = Literal["contract", "hours", "level", "place", "equity_currency", "variable"]
YearSums: TypeAlias = "tuple[float, ...]"


@dataclass(frozen=True, slots=True)
class Entry:
    """An offer to compare: its name, its worth, and its job as ids with the market's figure for that."""

    name: str
    offer: Offer
    worth: Worth
    level: str | None = None
    place: str | None = None
    quote: Quote | None = None
    base: float | None = None  # of a full-time year, as benchmarks are held against it
    ote: float | None = None  # of a year, where the median counts commissions too


@dataclass(frozen=True, slots=True)
class Side:
    """One offer's sums by year, in its own currency; `equity` is what is money and vests in that year.

    `both` is cash and equity, cash alone where the equity has a currency of its own (`equity_currency`,
    else None). `barriers` say why it can't be put in one sum with the first offer that can.
    `gap_pct` is the base of a full-time year over its own median, in percent; pay at target (`held` is
    "ote") where the offer has it and the median counts commissions.
    """

    name: str
    currency: str | None
    equity_currency: str | None
    cash: YearSums
    equity: YearSums
    both: YearSums
    cash_four: float
    equity_four: float
    both_four: float
    months: float | None
    base: float | None
    held: Literal["base", "ote"]
    gap_pct: float | None
    leaving: tuple[Leaving, ...]
    risks: tuple[Risk, ...]
    barriers: tuple[Barrier, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """Who pays most of one kind of sum, over the next: `by` is the difference, 0 where they are level."""

    name: str
    next: str
    by: float


@dataclass(frozen=True, slots=True)
class Level:
    """What `name` would have to change to match `to`; the two stretches of time stand apart."""

    name: str
    to: str
    four_years: Match
    first_year: Match


@dataclass(frozen=True, slots=True)
class Comparison:
    """Offers side by side, in the order given. The leads are among those that can be put in one sum.

    `levels` are told for every offer but the one that pays most over four years.
    """

    sides: tuple[Side, ...]
    four_years: Lead | None
    first_year: Lead | None
    cash: Lead | None
    levels: tuple[Level, ...]
    differences: tuple[Difference, ...]


def compare(entries: Sequence[Entry], *, dilution_pct: float = 0.0) -> Comparison:
    """Two to five offers side by side; `dilution_pct` (20 for 20%) is what later rounds take of a stake.

    Raises:
        ValueError: fewer than two offers.
    """
    if len(entries) < 2:  # noqa: PLR2004 - a comparison is of two
        raise ValueError("a comparison needs two offers")
    model = _model(entries)
    sides = tuple(_side(each, model) for each in entries)
    level = [(entry, side) for entry, side in zip(entries, sides, strict=True) if not side.barriers]
    able = [side for _, side in level]
    four = _lead(able, lambda side: side.both_four)
    return Comparison(
        sides=sides,
        four_years=four,
        first_year=_lead(able, lambda side: side.both[0]),
        cash=_lead(able, lambda side: side.cash_four),
        levels=_levels(level, four, dilution_pct),
        differences=_differences(entries),
    )


def _model(entries: Sequence[Entry]) -> Entry | None:
    """The offer the others must be like: of the commonest currency, with pay, of the longest run."""
    paid = [each for each in entries if each.worth.cash is not None]
    currencies = [_currency(each) for each in paid]
    usual = max(currencies, key=currencies.count, default=None)
    ours = [each for each in paid if _currency(each) == usual]
    return max(ours, key=_run, default=None)


def _currency(entry: Entry) -> str:
    return entry.worth.currency or "USD"


def _run(entry: Entry) -> float:
    """The months of four years that the work lasts."""
    return min(12.0 * YEARS, entry.worth.term_months or math.inf)


def _side(entry: Entry, model: Entry | None) -> Side:
    worth, offer = entry.worth, entry.offer
    cash, equity = _sums(worth, "cash"), _sums(worth, "equity")
    apart = worth.equity is not None and (worth.equity_currency or "USD") != _currency(entry)
    both = cash if apart else tuple(a + b for a, b in zip(cash, equity, strict=True))
    median = entry.quote.p50 if entry.quote is not None else None
    held = entry.ote if entry.ote is not None else entry.base
    return Side(
        name=entry.name,
        currency=worth.currency,
        equity_currency=worth.equity_currency if apart else None,
        cash=cash,
        equity=equity,
        both=both,
        cash_four=math.fsum(cash),
        equity_four=math.fsum(equity),
        both_four=math.fsum(both),
        months=worth.term_months,
        base=entry.base,
        held="base" if entry.ote is None else "ote",
        gap_pct=100 * (held - median) / median if held is not None and median else None,
        leaving=leaving(offer, worth),
        risks=risks(offer, worth),
        barriers=_barriers(entry, model),
    )


def _sums(worth: Worth, which: Literal["cash", "equity"]) -> YearSums:
    line = worth.cash if which == "cash" else worth.equity
    return tuple(year.amount for year in line.years[:YEARS]) if line is not None else (0.0,) * YEARS


def _barriers(entry: Entry, model: Entry | None) -> tuple[Barrier, ...]:
    found: list[Barrier] = []
    if entry.worth.cash is None:
        found.append("no_pay")
    elif model is not None:
        if _currency(entry) != _currency(model):
            found.append("currency")
        if _run(entry) != _run(model):
            found.append("length")
    return tuple(found)


def _lead(sides: Sequence[Side], of: Callable[[Side], float]) -> Lead | None:
    if len(sides) < 2:  # noqa: PLR2004 - a lead is over another
        return None
    first, second, *_ = sorted(sides, key=of, reverse=True)
    return Lead(first.name, second.name, of(first) - of(second))


def _levels(level: Sequence[tuple[Entry, Side]], four: Lead | None, dilution_pct: float) -> tuple[Level, ...]:
    """What each of the others needs to match the offer that pays most over four years."""
    best = next((side for _, side in level if four is not None and side.name == four.name), None)
    if best is None:
        return ()
    return tuple(
        Level(
            side.name,
            best.name,
            match(
                entry.offer,
                entry.worth,
                best.both_four - side.both_four,
                "four_years",
                dilution_pct=dilution_pct,
            ),
            match(entry.offer, entry.worth, best.both[0] - side.both[0], "first_year"),
        )
        for entry, side in level
        if side is not best
    )


def _differences(entries: Sequence[Entry]) -> tuple[Difference, ...]:
    """In what the jobs differ beyond the sums."""
    contracts = [each.offer.by_contract for each in entries]
    hours = [each.offer.hours_per_week or 40.0 for each in entries]
    levels = {each.level for each in entries if each.level}
    places = {each.place for each in entries if each.place}
    variable = [any(line.what in ("variable", "ote") for line in each.worth.lines) for each in entries]
    apart = [
        each.worth.equity is not None and (each.worth.equity_currency or "USD") != _currency(each)
        for each in entries
    ]
    found: dict[Difference, bool] = {
        "contract": any(contracts),
        "hours": len(set(hours)) > 1,
        "level": len(levels) > 1,
        "place": len(places) > 1,
        "equity_currency": any(apart),
        "variable": any(variable) and not all(variable),
    }
    return tuple(name for name, differs in found.items() if differs)
