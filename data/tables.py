"""The tables of figures that ship: their columns, types and keys, said once.

A table is the CSV of its name. The manifest carries these descriptions, so that a reader of
the figures needs nothing from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# The measured rule: fewer postings are noise, fewer employers are somebody's pay bands.
MIN_POSTINGS: Final = 20
MIN_EMPLOYERS: Final = 5

_QUARTILES: Final = ("p25", "p50", "p75")
_PERCENTILES: Final = ("p10", *_QUARTILES, "p90")


@dataclass(frozen=True, slots=True)
class Table:
    """Columns by kind, in their order: `key`, then `counts` (whole numbers) and the rest.

    Whole numbers may be missing; so may `ratios` (fractions); texts are "" instead.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    whole: frozenset[str] = frozenset()
    ratios: frozenset[str] = frozenset()

    @property
    def types(self) -> dict[str, str]:
        """SQLite's type of each column."""
        kinds = dict.fromkeys(self.columns, "TEXT")
        return kinds | dict.fromkeys(self.whole, "INTEGER") | dict.fromkeys(self.ratios, "REAL")

    @property
    def file(self) -> str:
        """The name of its CSV."""
        return f"{self.name}.csv"


def _table(
    name: str,
    key: tuple[str, ...],
    *,
    texts: tuple[str, ...] = (),
    whole: tuple[str, ...] = (),
    ratios: tuple[str, ...] = (),
    last: tuple[str, ...] = (),
) -> Table:
    columns = (*key, *texts, *whole, *ratios, *last)
    return Table(name, key, columns, frozenset(whole), frozenset(ratios))


# What postings pay: paid postings `n`, of which `largest` from one employer, and all `postings`.
CELLS: Final = _table(
    "cells",
    ("role", "place", "level", "ai"),
    whole=("n", "employers", "largest", "postings", "disclosed", "ai_known", "ai_skilled", *_PERCENTILES),
    last=("includes",),
)
# How many postings show pay, and how many ask for AI skills; role "all" is every role there is.
SHARES: Final = _table(
    "shares",
    ("role", "place"),
    whole=("postings", "employers", "disclosed", "ai_known", "ai_required", "ai_skilled"),
)
# AI-skilled against no AI asked, same role, place and level; the interval is of the ratio less one.
PREMIUMS: Final = _table(
    "premiums",
    ("role", "place", "level"),
    whole=("skilled_n", "skilled_employers", "skilled_p50", "plain_n", "plain_employers", "plain_p50"),
    ratios=("premium", "low", "high"),
)
# One employer's posted ranges: lowest and highest end, median midpoint.
BANDS: Final = _table(
    "bands", ("employer", "role", "level"), texts=("name",), whole=("n", "lowest", "highest", "p50")
)
# What the four employer types post; `names` says who stands behind it (";" between them).
TYPES: Final = _table(
    "types", ("type", "role", "level"), whole=("n", "employers", *_QUARTILES), last=("names",)
)
# Who posts for a role at a place: an employer's `postings`, of which `n` show pay.
POSTERS: Final = _table("posters", ("role", "place", "employer"), texts=("name",), whole=("postings", "n"))
# Medians week by week; `week` is its Monday.
HISTORY: Final = _table("history", ("role", "place", "level", "ai", "week"), whole=("n", "employers", "p50"))
# What changed from one week to another among the same employers' same jobs.
TRENDS: Final = _table(
    "trends",
    ("role", "place", "level", "ai", "span"),
    texts=("first", "last"),
    whole=("pairs", "employers"),
    ratios=("change", "low", "high"),
)
H1B: Final = _table(
    "h1b", ("employer", "role", "state"), texts=("name",), whole=("n", "employers", *_QUARTILES)
)
# The model of pay, in logs: see data.estimating.model.table. Empty where it did not earn its place.
EFFECTS: Final = _table(
    "effects",
    ("term", "role", "level", "place"),
    whole=("n", "employers"),
    ratios=("effect", "low", "high"),
)
OEWS: Final = _table("oews", ("soc", "area"), whole=("employment", *_PERCENTILES), last=("top_coded",))
OCCUPATIONS: Final = _table("occupations", ("soc",), texts=("title",))
PUBLISHED: Final = _table("published", ("role", "place", "level", "ai"), whole=("p50",), last=("source",))

TABLES: Final = (
    CELLS, SHARES, PREMIUMS, BANDS, TYPES, POSTERS, HISTORY, TRENDS, EFFECTS, H1B, OEWS, OCCUPATIONS,
    PUBLISHED,
)  # fmt: skip
