"""OEWS in the flat files of download.bls.gov/pub/time.series/oe.

Tab separated, values padded with spaces, a line a figure. A series' identifier says everything about
it: "OEU", the kind of area (N, S or M), then area (7 characters), industry (6), occupation (6) and
datatype (2). `oe.series`, over a gigabyte, only spells that out and is not needed. The data file has
six million lines; it is read once, line by line, and only what is wanted is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
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

DATA: Final = ("oe.data.0.Current", "oe.data.1.AllData")
AREAS: Final = "oe.area"
OCCUPATIONS: Final = "oe.occupation"
RELEASE: Final = "oe.release"
FOOTNOTES: Final = "oe.footnote"
FILES: Final = (*DATA, AREAS, OCCUPATIONS, RELEASE, FOOTNOTES)

BROKEN: Final = "line that cannot be read"
UNKNOWN_AREA: Final = "area the release does not name"
OTHER_YEAR: Final = "estimate of another year"

_DATATYPES: Final = {"01": "employment", "11": "p10", "12": "p25", "13": "p50", "14": "p75", "15": "p90"}
_SERIES_LENGTH: Final = len("OEUM004186000000015125213")
_FIELDS: Final = len(("series_id", "year", "period", "value", "footnote_codes"))
_LONGEST_LINE: Final = 10_000
_TOP_CODED: Final = "5"
_TOP_TEXT: Final = "equal to or greater than"
_A_YEAR: Final = re.compile(r"\$([\d,]{5,12}) per year")


def data_file(folder: Path) -> Path | None:
    """The file of figures in a folder; "Current" before "AllData", which holds the same or more."""
    return next((folder / name for name in DATA if (folder / name).is_file()), None)


def read(folder: Path, wanted: Mapping[str, str]) -> Release:
    """Read the flat files of a folder: data, `oe.area`, `oe.occupation`.

    `oe.release` says the year, else the newest year in the data does; `oe.footnote` says what a
    top-coded wage is at least. The day of publication is the day the data file was last changed,
    which a download with the server's dates keeps.

    Args:
        folder: where the files are.
        wanted: occupations ("15-1252") by their code without a dash.

    Raises:
        OewsError: a file is missing, cut short, or of another shape.
    """
    data = data_file(folder)
    if data is None:
        raise OewsError(f"There is no {DATA[0]} in {folder.name}.")
    found = Collector(
        wanted,
        areas=_names(folder / AREAS, "area_code", "area_name"),
        occupations=_names(folder / OCCUPATIONS, "occupation_code", "occupation_name"),
    )
    top_coded, top_code = _top_code(folder / FOOTNOTES)
    year, kinds = _released(folder / RELEASE), set()
    for series, said, _period, value, notes in _wanted_lines(data, wanted, found.dropped):
        area, code, name = series[4:11], series[17:23], _DATATYPES[series[23:]]
        kinds.add(series[3])
        if int(said) > year:
            found.dropped[OTHER_YEAR] += found.forget()
            year = int(said)
        if int(said) < year:
            found.dropped[OTHER_YEAR] += 1
        elif area not in found.areas:
            found.dropped[UNKNOWN_AREA] += 1
        elif name != "employment" and top_coded in notes.replace(",", " ").split():
            found.take(code, area, name, top_code, top_coded=True)
        else:
            found.take(code, area, name, number(value))
    release = found.release(year, changed(data))
    if US in found.areas and "N" not in kinds:
        raise OewsError(f"{data.name} has no national estimates: it was not downloaded whole.")
    return release


def _wanted_lines(data: Path, wanted: Mapping[str, str], dropped: Counter[str]) -> Iterator[list[str]]:
    """The fields of lines about all industries and these occupations, told by the fixed identifier."""
    industry = ALL_INDUSTRIES.encode()
    codes = frozenset(code.encode() for code in wanted)
    datatypes = frozenset(code.encode() for code in _DATATYPES)
    line = b""
    with data.open("rb") as file:
        file.readline(_LONGEST_LINE)
        for line in iter(lambda: file.readline(_LONGEST_LINE), b""):
            if line[11:17] != industry or line[17:23] not in codes or line[23:25] not in datatypes:
                continue
            fields = [part.strip() for part in line.decode("ascii", "replace").split("\t")]
            if len(fields) == _FIELDS and len(fields[0]) == _SERIES_LENGTH and _is_year(fields[1]):
                yield fields
            else:
                dropped[BROKEN] += 1
    if line.strip() and line.count(b"\t") < _FIELDS - 1:
        raise OewsError(f"{data.name} ends in the middle of a line: it was not downloaded whole.")


def _is_year(text: str) -> bool:
    return len(text) == len("2025") and text.isascii() and text.isdecimal()


def _names(path: Path, code: str, name: str) -> dict[str, str]:
    """Names by code, from one of the release's small tables."""
    rows = _table(path)
    header = rows[0] if rows else []
    if code not in header or name not in header:
        raise OewsError(f"There is no {path.name} with the columns {code} and {name}.")
    at, named = header.index(code), header.index(name)
    return dict(sorted((row[at], row[named]) for row in rows[1:] if len(row) > max(at, named)))


def _table(path: Path) -> list[list[str]]:
    if not path.is_file():
        return []
    lines = path.read_text("utf-8-sig", errors="replace").splitlines()
    return [[cell.strip() for cell in line.split("\t")] for line in lines if line.strip()]


def _released(path: Path) -> int:
    """The year of the newest release named ("2025A01", "May 2025"); 0 where none is."""
    year, described = max(((row[0][:4], row[-1]) for row in _table(path)[1:]), default=("", ""))
    if not _is_year(year):
        return 0
    if described != f"May {year}":
        raise OewsError(f"OEWS is a May survey; this release calls itself {described[:40]!r}.")
    return int(year)


def _top_code(path: Path) -> tuple[str, int]:
    """Code of the footnote that marks a wage above the highest shown, and that wage, USD a year."""
    for code, *_, text in (row for row in _table(path) if len(row) > 1):
        amount = _A_YEAR.search(text) if _TOP_TEXT in text else None
        if amount:
            return code, int(amount[1].replace(",", ""))
    return _TOP_CODED, TOP_CODE
