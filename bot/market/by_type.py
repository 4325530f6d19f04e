"""What the four employer types pay for a job, and who of the index posts for it at a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.market.database import Market
from bot.market.quote import Asked
from bot.market.rows import TypePay
from bot.understand import known_companies
from bot.understand.employers import employer, types
from bot.understand.roles import roles

US: Final = "0000000"
ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class TypeFigure:
    """What one type posts for a job anywhere in the US, USD a year: `pay`, or why there is none.

    `pay` is for `role` and `level` after stepping back (the level asked, else "all"; the role, else its
    parent). Without it `n` postings that show pay, of `employers` of the type, were too few for a median.
    """

    type: str
    pay: TypePay | None
    n: int
    employers: int


@dataclass(frozen=True, slots=True)
class Hiring:
    """An employer of the index with `postings` open for the job at a place; `type` is its type's id or ""."""

    name: str
    postings: int
    type: str


def type_figures(market: Market, asked: Asked) -> tuple[TypeFigure, ...]:
    """A figure for each of the four types, in the table's order: the nearest that stands."""
    parent = roles()[asked.role].parent
    found: dict[str, TypePay] = {}
    for role in (asked.role, parent) if parent else (asked.role,):
        for level in dict.fromkeys((asked.level or ALL, ALL)):
            for pay in market.types(role, level):
                found.setdefault(pay.type, pay)
    behind = _paid_by_type(market, asked.role)
    return tuple(
        TypeFigure(each, found.get(each), *_size(found.get(each), behind.get(each, {}))) for each in types()
    )


def _size(pay: TypePay | None, behind: dict[str, int]) -> tuple[int, int]:
    return (pay.n, pay.employers) if pay else (sum(behind.values()), len(behind))


def _paid_by_type(market: Market, role: str) -> dict[str, dict[str, int]]:
    """The postings that show pay, by type and employer, without those that are of a type only in part."""
    found: dict[str, dict[str, int]] = {}
    for row in market.posters(role, US):
        known = employer(row.name)
        if known is not None and not known.only_if and row.n:
            of_type = found.setdefault(known.type.id, {})
            of_type[known.name] = of_type.get(known.name, 0) + row.n
    return found


def hiring(market: Market, role: str, place: str | None) -> tuple[Hiring, ...]:
    """Who posts for a role at a place (a place id; None: the whole US), most postings first."""
    counts: dict[str, int] = {}
    for row in market.posters(role, place or US):
        known = known_companies.company(row.name)
        name = known.name if known else known_companies.shown(row.name.replace("-", " "))
        counts[name] = counts.get(name, 0) + row.postings
    return tuple(
        Hiring(name, n, _type_of(name))
        for name, n in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    )


def _type_of(name: str) -> str:
    known = employer(name)
    return known.type.id if known is not None and not known.only_if else ""
