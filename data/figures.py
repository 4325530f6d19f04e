"""Figures to the files that ship: CSVs a person can read, the same bytes for the same input."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from data.cells import COUNTS, KEY, QUANTILES
from data.manifest import CELLS, OCCUPATIONS, OEWS
from data.sources.oews import PERCENTILES, Release


def write_cells(cells: pd.DataFrame, folder: Path) -> None:
    """Write `cells.csv` from the frame of `data.cells.measure`."""
    columns = [*KEY, *COUNTS, *QUANTILES, "includes"]
    rows = cells.loc[:, columns].astype("object").itertuples(index=False, name=None)
    _write(folder / CELLS, columns, (["" if pd.isna(value) else value for value in row] for row in rows))


def write_oews(release: Release, folder: Path) -> None:
    """Write `oews.csv` (released estimates only) and `occupations.csv`."""
    rows = (
        [wage.soc, wage.area, wage.employment, *(getattr(wage, name) for name in PERCENTILES),
         ";".join(wage.top_coded)]
        for wage in release.wages
        if wage.released
    )  # fmt: skip
    _write(folder / OEWS, ["soc", "area", "employment", *PERCENTILES, "top_coded"], rows)
    _write(folder / OCCUPATIONS, ["soc", "title"], sorted(release.occupations.items()))


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    path.write_bytes(buffer.getvalue().encode("utf-8"))
