"""Figures to the files that ship: CSVs a person can read, the same bytes for the same input."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from data.sources.oews import Release
from data.tables import OCCUPATIONS, OEWS, Table


def write_frame(table: Table, frame: pd.DataFrame, folder: Path) -> None:
    """Write the table's columns of a frame, in the frame's order of rows."""
    rows = frame.loc[:, list(table.columns)].astype("object").itertuples(index=False, name=None)
    write_rows(table, (["" if pd.isna(value) else value for value in row] for row in rows), folder)


def write_oews(release: Release, folder: Path) -> None:
    """Write the wages (released estimates only) and the occupations' titles."""
    columns = OEWS.columns[:-1]
    rows = (
        [*(getattr(wage, name) for name in columns), ";".join(wage.top_coded)]
        for wage in release.wages
        if wage.released
    )
    write_rows(OEWS, rows, folder)
    write_rows(OCCUPATIONS, sorted(release.occupations.items()), folder)


def write_rows(table: Table, rows: Iterable[Sequence[object]], folder: Path) -> None:
    """Write rows that are in the order of the table's columns."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(rows)
    (folder / table.file).write_bytes(buffer.getvalue().encode("utf-8"))


def rows(table: Table, folder: Path) -> int:
    """How many rows of a table stand in `folder`."""
    with (folder / table.file).open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1
