"""Rows of the shipped figures, read from the CSV by hand: the engine has no part in it."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

_FIGURES = Path(__file__).resolve().parents[2] / "data" / "benchmarks"


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with (_FIGURES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def wage(soc: str, area: str) -> float:
    """The BLS median wage of an occupation in an area, USD a year."""
    return _only("oews", soc=soc, area=area)


def posted(role: str, place: str, level: str, ai: str = "all") -> float:
    """The median base of a cell of postings, USD a year."""
    return _only("cells", role=role, place=place, level=level, ai=ai)


def _only(name: str, **wanted: str) -> float:
    (found,) = (row for row in _rows(name) if wanted.items() <= row.items())
    return float(found["p50"])
