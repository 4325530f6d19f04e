"""The shipped figures, from CSV into SQLite: standard library only, once a machine."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final

SCHEMA: Final = 1
MANIFEST: Final = "manifest.json"

# Table -> its columns with their types, and how many of the first make the key. A table is the
# CSV of its name; `source` and `meta` come from the manifest.
TABLES: Final[dict[str, tuple[int, dict[str, str]]]] = {
    "meta": (1, {"key": "TEXT", "value": "TEXT"}),
    "source": (
        1,
        {"id": "TEXT", "name": "TEXT", "as_of": "TEXT", "first": "TEXT", "last": "TEXT", "licence": "TEXT"},
    ),
    "cells": (
        4,
        {"role": "TEXT", "place": "TEXT", "level": "TEXT", "ai": "TEXT", "n": "INTEGER",
         "employers": "INTEGER", "postings": "INTEGER", "disclosed": "INTEGER", "ai_known": "INTEGER",
         "ai_skilled": "INTEGER", "p10": "INTEGER", "p25": "INTEGER", "p50": "INTEGER", "p75": "INTEGER",
         "p90": "INTEGER", "includes": "TEXT"},
    ),
    "oews": (
        2,
        {"soc": "TEXT", "area": "TEXT", "employment": "INTEGER", "p10": "INTEGER", "p25": "INTEGER",
         "p50": "INTEGER", "p75": "INTEGER", "p90": "INTEGER", "top_coded": "TEXT"},
    ),
    "occupations": (1, {"soc": "TEXT", "title": "TEXT"}),
    "published": (
        4,
        {"role": "TEXT", "place": "TEXT", "level": "TEXT", "ai": "TEXT", "p50": "INTEGER", "source": "TEXT"},
    ),
}  # fmt: skip


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
    for table, (keys, columns) in TABLES.items():
        typed = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
        key = ", ".join(f'"{name}"' for name in list(columns)[:keys])
        connection.execute(f'CREATE TABLE "{table}" ({typed}, PRIMARY KEY ({key})) WITHOUT ROWID')
        holes = ", ".join("?" * len(columns))
        connection.executemany(
            f'INSERT INTO "{table}" VALUES ({holes})',  # noqa: S608 - names are this module's own
            _rows(folder, manifest, table, columns),
        )
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.commit()


def _rows(
    folder: Path, manifest: dict[str, Any], table: str, columns: dict[str, str]
) -> Iterator[tuple[object, ...]]:
    if table == "meta":
        counts = manifest["counts"].items()
        head = (("digest", manifest["digest"]), ("as_of", manifest["as_of"]), ("schema", manifest["schema"]))
        return ((key, str(value)) for key, value in chain(head, counts))
    if table == "source":
        return (tuple(source[name] for name in columns) for source in manifest["sources"])
    name = f"{table}.csv"
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        raise BenchmarksError(f"The benchmark file {name} is missing.") from error
    if hashlib.sha256(content).hexdigest() != manifest["files"][name]["sha256"]:
        raise BenchmarksError(f"The benchmark file {name} is not the one its manifest describes.")
    lines = csv.reader(content.decode("utf-8").splitlines())
    if next(lines, None) != list(columns):
        raise BenchmarksError(f"The benchmark file {name} has other columns.")
    numeric = [kind == "INTEGER" for kind in columns.values()]
    return (
        tuple(
            (int(value) if value else None) if number else value
            for value, number in zip(line, numeric, strict=True)
        )
        for line in lines
    )
