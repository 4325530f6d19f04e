"""Reads the tables of `vocabulary/`: CSV files that a person can edit."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "vocabulary"


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """All rows of `vocabulary/<table>.csv`, every value a string (empty where the cell is)."""
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
