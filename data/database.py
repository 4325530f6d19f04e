"""The benchmark database as one file, to hand to replicas or to look into with any SQLite tool."""

from __future__ import annotations

import csv
import io
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, Final

import sqlite_utils

from data.manifest import SCHEMA
from data.tables import TABLES, Table

_SOURCE: Final = ("id", "name", "as_of", "first", "last", "licence")
_PYTHON: Final[dict[str, type]] = {"TEXT": str, "INTEGER": int, "REAL": float}


def write(folder: Path, manifest: Mapping[str, Any], out: Path) -> None:
    """Write the CSVs of `folder` and their manifest as an SQLite file, replacing `out` in one move.

    Whoever reads `out` sees the old figures or the new ones, never half of either; a write that
    fails leaves the old file as it was.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=out.stem, suffix=".part", dir=out.parent)
    os.close(handle)
    part = Path(name)
    try:
        database = sqlite_utils.Database(part)
        _make(database, "meta", ("key",), {"key": str, "value": str}, _meta(manifest))
        sources = ({column: source[column] for column in _SOURCE} for source in manifest["sources"])
        _make(database, "source", ("id",), dict.fromkeys(_SOURCE, str), sources)
        for table in TABLES:
            typed = {column: _PYTHON[kind] for column, kind in table.types.items()}
            _make(database, table.name, table.key, typed, _rows(folder, table))
        database.execute(f"PRAGMA user_version = {SCHEMA}")
        database.conn.commit()
        database.close()
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def counts(path: Path) -> dict[str, int]:
    """The counts an earlier build left in its database; none where there is no database."""
    if not path.is_file():
        return {}
    database = sqlite_utils.Database(path)
    try:
        rows = list(database.query("SELECT key, value FROM meta"))
    except sqlite3.DatabaseError:  # another file, or a broken one: it has nothing to keep
        return {}
    finally:
        database.close()
    return {row["key"]: int(row["value"]) for row in rows if str(row["value"]).isdecimal()}


def _make(
    database: sqlite_utils.Database,
    name: str,
    key: tuple[str, ...],
    columns: dict[str, type],
    rows: Iterator[dict[str, object]],
) -> None:
    made = database.create_table(name, columns, pk=key if len(key) > 1 else key[0])
    made.insert_all(rows)


def _meta(manifest: Mapping[str, Any]) -> Iterator[dict[str, object]]:
    head = ((name, manifest[name]) for name in ("digest", "as_of", "schema"))
    drops = (
        (f"drop: {step}: {reason}", count)
        for step, reasons in manifest["drops"].items()
        for reason, count in reasons.items()
    )
    pairs = chain(head, manifest["counts"].items(), drops)
    return ({"key": key, "value": str(value)} for key, value in pairs)


def _rows(folder: Path, table: Table) -> Iterator[dict[str, object]]:
    kinds = {column: _PYTHON[kind] for column, kind in table.types.items()}
    for row in csv.DictReader(io.StringIO((folder / table.file).read_text("utf-8"), newline="")):
        yield {
            column: value if kinds[column] is str else kinds[column](value) if value else None
            for column, value in row.items()
        }
