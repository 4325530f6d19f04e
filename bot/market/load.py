"""The shipped figures, from CSV into SQLite: standard library only, once a machine."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

SCHEMA: Final = 3
MANIFEST: Final = "manifest.json"

# What the manifest itself holds; every other table is the CSV of its name, described there.
_META: Final = {"key": "TEXT", "value": "TEXT"}
_SOURCE: Final = {
    "id": "TEXT", "name": "TEXT", "as_of": "TEXT", "first": "TEXT", "last": "TEXT", "licence": "TEXT",
}  # fmt: skip
_TYPES: Final[dict[str, Callable[[str], object]]] = {"TEXT": str, "INTEGER": int, "REAL": float}


class BenchmarksError(RuntimeError):
    """The benchmark figures are missing, or are not what their manifest describes."""


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read a folder's manifest.

    Raises:
        BenchmarksError: there is none, or it is for another version of Parley.
    """
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BenchmarksError(f"The folder {folder.name!r} holds no readable benchmark manifest.") from error
    if manifest.get("schema") != SCHEMA:
        raise BenchmarksError(f"The benchmarks have schema {manifest.get('schema')}; this reads {SCHEMA}.")
    return manifest


def load(folder: Path, connection: sqlite3.Connection) -> None:
    """Fill an empty database from a folder of CSVs, checking each against the manifest's sha256.

    Raises:
        BenchmarksError: a file is missing, altered or of another shape.
    """
    manifest = read_manifest(folder)
    head = [(name, str(manifest[name])) for name in ("digest", "as_of", "schema")]
    counts = [(name, str(count)) for name, count in manifest["counts"].items()]
    drops = [
        (f"drop: {step}: {reason}", str(count))
        for step, reasons in manifest["drops"].items()
        for reason, count in reasons.items()
    ]
    _fill(connection, "meta", _META, 1, [*head, *counts, *drops])
    sources = [tuple(source[name] for name in _SOURCE) for source in manifest["sources"]]
    _fill(connection, "source", _SOURCE, 1, sources)
    for name, told in manifest["tables"].items():
        columns: dict[str, str] = told["columns"]
        sound = name.isidentifier() and all(
            column.isidentifier() and kind in _TYPES for column, kind in columns.items()
        )
        if not sound or list(columns)[: len(told["key"])] != told["key"]:
            raise BenchmarksError(f"The manifest describes no table that can be made: {name!r}.")
        try:
            _fill(connection, name, columns, len(told["key"]), _rows(folder, name, told))
        except (ValueError, sqlite3.IntegrityError) as error:
            raise BenchmarksError(f"The benchmark file {name}.csv holds a row that is none.") from error
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.commit()


def _fill(
    connection: sqlite3.Connection,
    table: str,
    columns: dict[str, str],
    keys: int,
    rows: Iterable[tuple[object, ...]],
) -> None:
    typed = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
    key = ", ".join(f'"{name}"' for name in list(columns)[:keys])
    connection.execute(f'CREATE TABLE "{table}" ({typed}, PRIMARY KEY ({key})) WITHOUT ROWID')
    holes = ", ".join("?" * len(columns))
    connection.executemany(f'INSERT INTO "{table}" VALUES ({holes})', rows)  # noqa: S608 - identifiers, checked


def _rows(folder: Path, table: str, told: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    name = f"{table}.csv"
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        raise BenchmarksError(f"The benchmark file {name} is missing.") from error
    if hashlib.sha256(content).hexdigest() != told["sha256"]:
        raise BenchmarksError(f"The benchmark file {name} is not the one its manifest describes.")
    # Rows end where the CSV says; `splitlines` would also end them at breaks inside a name.
    lines = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    if next(lines, None) != list(told["columns"]):
        raise BenchmarksError(f"The benchmark file {name} has other columns.")
    kinds = [_TYPES[kind] if kind != "TEXT" else None for kind in told["columns"].values()]
    return (
        tuple(
            value if kind is None else kind(value) if value else None
            for value, kind in zip(line, kinds, strict=True)
        )
        for line in lines
    )
