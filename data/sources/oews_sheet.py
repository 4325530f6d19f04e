"""OEWS in the Bureau's "all data" spreadsheet, a row an estimate (`all_data_M_2025.xlsx`), or as CSV."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from data.sources.oews_release import (
    ALL_INDUSTRIES,
    TOP_CODE,
    US,
    Collector,
    OewsError,
    Release,
    changed,
    number,
)
from data.sources.sheets import BROKEN, SheetError, batches

_FIGURES: Final = {
    "TOT_EMP": "employment", "A_PCT10": "p10", "A_PCT25": "p25", "A_MEDIAN": "p50", "A_PCT75": "p75",
    "A_PCT90": "p90",
}  # fmt: skip
_COLUMNS: Final = ("AREA", "AREA_TITLE", "NAICS", "OCC_CODE", "OCC_TITLE", *_FIGURES)
_YEAR: Final = re.compile(r"(?:_M_?|oesm)(?:20)?(\d\d)(?!\d)", re.IGNORECASE)
# "#" is a wage at or above the highest the Bureau shows: 100 dollars an hour until 2021, then 115.
_TOP_CODED: Final = "#"
_TOP_CODE_BEFORE: Final = 208_000
_TOP_CODE_SINCE: Final = 2022
_US_CODE: Final = 99
_FLAT_US_NAME: Final = "National"
_STATES_BELOW: Final = 100  # a state is given by its number of two digits, as the US is


def is_sheet(name: str) -> bool:
    """Whether a file is called as the Bureau calls the spreadsheet."""
    return name.lower().startswith("all_data_m_") and name.lower().endswith((".xlsx", ".csv"))


def read(path: Path, wanted: Mapping[str, str]) -> Release:
    """Read the spreadsheet; its name tells the year, its last change the day of publication.

    Args:
        path: the `.xlsx` or `.csv` file.
        wanted: occupations ("15-1252") by their code without a dash.

    Raises:
        OewsError: the name tells no year, a column is missing, or nothing wanted is there.
    """
    named = _YEAR.search(path.name)
    if named is None:
        raise OewsError(f"{path.name} tells no year; the Bureau's own name is all_data_M_2025.xlsx.")
    year = 2000 + int(named[1])
    top_code = TOP_CODE if year >= _TOP_CODE_SINCE else _TOP_CODE_BEFORE
    found = Collector(wanted)
    try:
        for batch in batches(path, _columns):
            found.dropped[BROKEN] += batch.broken
            for row in zip(*(batch.columns[name] for name in _COLUMNS), strict=True):
                _take(dict(zip(_COLUMNS, row, strict=True)), found, top_code)
    except SheetError as error:
        raise OewsError(str(error)) from error
    return found.release(year, changed(path))


def _take(row: Mapping[str, str], found: Collector, top_code: int) -> None:
    code = row["OCC_CODE"].replace("-", "")
    if code not in found.wanted or row["NAICS"].zfill(len(ALL_INDUSTRIES)) != ALL_INDUSTRIES:
        return
    area = _area(row["AREA"])
    if area is None:
        found.dropped[BROKEN] += 1
        return
    found.areas.setdefault(area, _FLAT_US_NAME if area == US else row["AREA_TITLE"])
    found.occupations.setdefault(code, row["OCC_TITLE"])
    for column, name in _FIGURES.items():
        if row[column] == _TOP_CODED and name != "employment":
            found.take(code, area, name, top_code, top_coded=True)
        else:
            found.take(code, area, name, number(row[column].replace(",", "")))


def _area(written: str) -> str | None:
    """The seven-digit code the flat files use; None for what is no area."""
    if not (written.isascii() and written.isdecimal() and len(written) <= len(US)):
        return None
    if int(written) == _US_CODE:
        return US
    return f"{int(written):02}00000" if int(written) < _STATES_BELOW else written.zfill(len(US))


def _columns(header: list[str]) -> dict[str, int]:
    missing = [name for name in _COLUMNS if name not in header]
    if missing:
        raise OewsError(f"The spreadsheet lacks the column {missing[0]}.")
    return {name: header.index(name) for name in _COLUMNS}
