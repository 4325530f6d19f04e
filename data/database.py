"""The benchmark database as one file, to hand to replicas or to look into with any SQLite tool."""

from __future__ import annotations

import csv
import json
import os
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final

import sqlite_utils

from data.manifest import MANIFEST, SCHEMA

_KEYS: Final[dict[str, tuple[str, ...]]] = {
    "meta": ("key",),
    "source": ("id",),
    "cells": ("role", "place", "level", "ai"),
    "oews": ("soc", "area"),
    "occupations": ("soc",),
    "published": ("role", "place", "level", "ai"),
}
_NUMBERS: Final = frozenset(
    {"n", "employers", "postings", "disclosed", "ai_known", "ai_skilled", "employment",
     "p10", "p25", "p50", "p75", "p90"}
)  # fmt: skip


def write(folder: Path, out: Path) -> None:
    """Write the CSVs and the manifest in `folder` as an SQLite file, replacing `out` in one move."""
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    out.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=out.stem, suffix=".part", dir=out.parent)
    os.close(handle)
    part = Path(name)
    try:
        database = sqlite_utils.Database(part)
        for table, key in _KEYS.items():
            columns, rows = _content(folder, manifest, table)
            typed = {column: int if column in _NUMBERS else str for column in columns}
            made = database.create_table(table, typed, pk=key if len(key) > 1 else key[0])
            made.insert_all(dict(zip(columns, row, strict=True)) for row in rows)
        database.execute(f"PRAGMA user_version = {SCHEMA}")
        database.conn.commit()
        database.close()
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def _content(
    folder: Path, manifest: dict[str, Any], table: str
) -> tuple[list[str], Iterator[tuple[object, ...]]]:
    if table == "meta":
        head = (("digest", manifest["digest"]), ("as_of", manifest["as_of"]), ("schema", manifest["schema"]))
        pairs = chain(head, manifest["counts"].items())
        return ["key", "value"], ((key, str(value)) for key, value in pairs)
    if table == "source":
        columns = ["id", "name", "as_of", "first", "last", "licence"]
        return columns, (tuple(source[name] for name in columns) for source in manifest["sources"])
    lines = csv.reader((folder / f"{table}.csv").read_text("utf-8").splitlines())
    columns = next(lines)
    return columns, (
        tuple(_typed(column, value) for column, value in zip(columns, line, strict=True)) for line in lines
    )


def _typed(column: str, value: str) -> object:
    if column not in _NUMBERS:
        return value
    return int(value) if value else None
