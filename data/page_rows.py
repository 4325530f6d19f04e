"""The rows behind the page on the figures: read as written, from CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from data.manifest import read_manifest
from data.tables import TABLES, Table

MIN_POSTINGS: Final = 20
MIN_EMPLOYERS: Final = 5

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Figures:
    """A folder of figures: its manifest and the rows of each table, values as written."""

    manifest: Mapping[str, Any]
    tables: Mapping[str, list[Row]]


def read(folder: Path) -> Figures | None:
    """The figures of a folder; None where it holds none of this version. A missing table has no rows."""
    manifest = read_manifest(folder)
    if manifest is None:
        return None
    return Figures(manifest, {table.name: list(_rows(folder, table)) for table in TABLES})


def stands(cell: Row) -> bool:
    """Whether a cell may be quoted, by its counts and by holding figures."""
    enough = whole(cell["n"]) >= MIN_POSTINGS and whole(cell["employers"]) >= MIN_EMPLOYERS
    return enough and cell["p50"] != ""


def key(cell: Row) -> tuple[str, ...]:
    """What tells a cell from all others."""
    return (cell["role"], cell["place"], cell["level"], cell["ai"])


def whole(value: str) -> int:
    """A count as written; 0 where it is none."""
    return int(value) if value.isdecimal() else 0


def real(value: str) -> float:
    """A fraction as written; 0 where it is none."""
    try:
        return float(value)
    except ValueError:
        return 0.0


def _rows(folder: Path, table: Table) -> Iterator[Row]:
    """The rows of a table that hold every column."""
    try:
        text = (folder / table.file).read_text("utf-8", errors="replace")
    except OSError:
        return
    for row in csv.DictReader(text.splitlines()):
        if all(isinstance(row.get(column), str) for column in table.columns):
            yield {column: row[column] for column in table.columns}
