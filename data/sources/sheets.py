"""Rows of a spreadsheet or CSV of a government's size, a batch at a time and only the columns wanted.

CSV is streamed. A sheet of .xlsx is held whole by python-calamine while it is read, about 8 KB a row
of a hundred columns, ten times as fast as openpyxl, which would stream it.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

BROKEN: Final = "line that cannot be read"
_BATCH: Final = 50_000
_MOST_CELLS: Final = 200_000_000
_CHUNK: Final = 4_000_000  # bytes of a sheet looked over at a time
_CELL: Final = re.compile(rb'<c [^>]{0,200}?r="([A-Z]{1,3})(\d{1,7})"')
_LONGEST_CELL: Final = 300
_WIDEST: Final = 1_000_000  # characters of one CSV field; a longer one is no government's

Pick = Callable[[list[str]], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Up to 50,000 rows: the columns asked for, as text, and how many lines were broken."""

    columns: dict[str, list[str]] = field(default_factory=dict)
    broken: int = 0


class SheetError(ValueError):
    """The file cannot be read as a table; the message says why."""


def batches(path: Path, pick: Pick) -> Iterator[Batch]:
    """Read a table in batches.

    Args:
        path: `.csv` (UTF-8, other bytes replaced) or `.xlsx`, of which the first sheet is read.
        pick: given the header, in capitals; returns where each wanted column stands.

    Raises:
        SheetError: the file is missing, empty, or not what its ending says. What `pick` raises is
            passed on.
    """
    rows = _excel(path) if path.suffix.lower() == ".xlsx" else _csv(path)
    header = next(rows, None)
    if header is None:
        raise SheetError(f"{path.name} is empty.")
    wanted = dict(pick([_text(cell).upper() for cell in header]))
    last = max(wanted.values(), default=0)
    batch = Batch({name: [] for name in wanted})
    held = broken = 0
    for row in rows:
        if row is None or len(row) <= last:
            broken += bool(row is None or row)
            continue
        for name, at in wanted.items():
            batch.columns[name].append(_text(row[at]))
        held += 1
        if held == _BATCH:
            yield Batch(batch.columns, broken)
            batch, held, broken = Batch({name: [] for name in wanted}), 0, 0
    yield Batch(batch.columns, broken)


def _csv(path: Path) -> Iterator[list[Any] | None]:
    """Rows of a CSV; None for a line the reader refuses."""
    before = csv.field_size_limit(_WIDEST)
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            rows = csv.reader(file)
            while True:
                try:
                    yield next(rows)
                except csv.Error:
                    yield None
                except StopIteration:
                    return
    except OSError as error:
        raise SheetError(f"{path.name} cannot be opened: {error.strerror}.") from error
    finally:
        csv.field_size_limit(before)


def _excel(path: Path) -> Iterator[list[Any] | None]:
    import python_calamine  # noqa: PLC0415 - only a spreadsheet needs it

    try:
        if _area(path) > _MOST_CELLS:
            raise SheetError(f"{path.name} claims more cells than any file of a government's has.")
        with python_calamine.load_workbook(path) as book:
            yield from book.get_sheet_by_index(0).iter_rows()
    except (python_calamine.CalamineError, OSError, IndexError, zipfile.BadZipFile) as error:
        raise SheetError(f"{path.name} is not a spreadsheet that can be read.") from error


def _area(path: Path) -> int:
    """The cells of the largest sheet, from its first to its last: what reading it would allocate.

    A sheet of one cell far out is a few bytes long and would take all memory there is.
    """
    largest = 0
    with zipfile.ZipFile(path) as book:
        for member in book.namelist():
            if not member.startswith("xl/worksheets/") or not member.endswith(".xml"):
                continue
            rows = columns = 0
            with book.open(member) as sheet:
                kept = b""
                while chunk := sheet.read(_CHUNK):
                    seen = kept + chunk
                    for name, row in set(_CELL.findall(seen)):
                        rows, columns = max(rows, int(row)), max(columns, _column(name))
                    kept = seen[-_LONGEST_CELL:]
            largest = max(largest, rows * columns)
    return largest


def _column(name: bytes) -> int:
    """The number of a column from 1: "A" is 1, "AA" is 27."""
    number = 0
    for letter in name:
        number = number * 26 + letter - ord("A") + 1
    return number


def _text(cell: object) -> str:
    """A cell as text; a whole number as one."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip() if cell is not None else ""
