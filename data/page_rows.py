"""The rows behind the page on the figures: read as written, from CSV or from a database of them."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from data.manifest import SCHEMA, read_manifest
from data.tables import MIN_EMPLOYERS, MIN_POSTINGS, TABLES, Table

_DROP: Final = "drop: "

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Figures:
    """A folder of figures: its manifest and the rows of each table, values as written."""

    manifest: Mapping[str, Any]
    tables: Mapping[str, list[Row]]


def read(path: Path) -> Figures | None:
    """The figures of a folder or a database; None where it holds none of this version.

    A missing table has no rows.
    """
    return _database(path) if path.is_file() else _folder(path)


def _folder(folder: Path) -> Figures | None:
    manifest = read_manifest(folder)
    if manifest is None:
        return None
    return Figures(manifest, {table.name: list(_rows(folder, table)) for table in TABLES})


def _database(path: Path) -> Figures | None:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        try:
            if database.execute("PRAGMA user_version").fetchone() != (SCHEMA,):
                return None
            told = {row["key"]: row["value"] for row in _selected(database, "meta", ("key", "value"))}
            sources = list(_selected(database, "source", ("id", "name", "as_of", "first", "last", "licence")))
            tables = {table.name: list(_selected(database, table.name, table.columns)) for table in TABLES}
        except sqlite3.DatabaseError:
            return None
    counts = {name: int(value) for name, value in told.items() if value.isdecimal() and ": " not in name}
    drops: dict[str, dict[str, int]] = {}
    for name, value in told.items():
        if name.startswith(_DROP):
            step, _, reason = name.removeprefix(_DROP).partition(": ")
            drops.setdefault(step, {})[reason] = int(value)
    manifest = {"as_of": told.get("as_of", ""), "sources": sources, "counts": counts, "drops": drops}
    return Figures(manifest, tables)


def _selected(database: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> Iterator[Row]:
    names = ", ".join(f'"{column}"' for column in columns)
    for row in database.execute(f'SELECT {names} FROM "{table}"'):  # noqa: S608 - names are Parley's own
        yield {c: "" if value is None else str(value) for c, value in zip(columns, row, strict=True)}


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
