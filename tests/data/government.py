"""Made-up files in the layouts of the US Departments that publish wages: spreadsheets and flat files."""

from __future__ import annotations

import csv
import os
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

FILING: Final = {
    "CASE_NUMBER": "I-200-23275-000001",
    "CASE_STATUS": "Certified",
    "DECISION_DATE": "2023-10-09",
    "VISA_CLASS": "H-1B",
    "JOB_TITLE": "Software Engineer",
    "SOC_CODE": "15-1252.00",
    "SOC_TITLE": "Software Developers",
    "FULL_TIME_POSITION": "Y",
    "EMPLOYER_NAME": "Example Widgets, Inc.",
    "WORKSITE_STATE": "CA",
    "WAGE_RATE_OF_PAY_FROM": "150000.00",
    "WAGE_RATE_OF_PAY_TO": "",
    "WAGE_UNIT_OF_PAY": "Year",
    "PREVAILING_WAGE": "140000.00",
    "PW_UNIT_OF_PAY": "Year",
}
_SHEET: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def filing(number: int, **told: str) -> dict[str, str]:
    """A filing in the Department of Labor's columns: certified and full-time unless told otherwise."""
    return FILING | {"CASE_NUMBER": f"I-200-23275-{number:06}"} | told


def write_csv(path: Path, rows: Sequence[Mapping[str, str]]) -> Path:
    """Write rows under their own column names."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_xlsx(path: Path, rows: Sequence[Mapping[str, str]]) -> Path:
    """Write rows as the first sheet of a workbook; plain amounts become numbers."""
    table = [list(rows[0]), *(list(row.values()) for row in rows)]
    lines = "".join(f"<row>{''.join(map(_cell, line))}</row>" for line in table)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_MAIN}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_MAIN}.worksheet+xml"/></Types>',
        )
        book.writestr("_rels/.rels", _relation("officeDocument", "xl/workbook.xml"))
        book.writestr("xl/_rels/workbook.xml.rels", _relation("worksheet", "worksheets/sheet1.xml"))
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
        )
        book.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{_SHEET}"><sheetData>{lines}</sheetData></worksheet>',
        )
    return path


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/{kind}" '
        f'Target="{target}"/></Relationships>'
    )


def _cell(text: str) -> str:
    if text.replace(".", "", 1).isdigit() and not text.startswith("0"):
        return f"<c><v>{text}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def flat_line(series: str, value: str, notes: str = "", year: str = "2025") -> str:
    """A line of the Bureau's data file, padded as it pads."""
    return f"{series:<30}\t{year}\tA01\t{value:>12}\t{notes}"


def flat_files(
    folder: Path,
    lines: Iterable[str],
    areas: Mapping[str, str],
    occupations: Mapping[str, str],
    end: str = "\r\n",
) -> Path:
    """Write the flat files of a release of May 2025, published on 2026-05-15."""
    folder.mkdir(exist_ok=True)
    tables = {
        "oe.data.0.Current": [
            f"{'series_id':<30}\tyear\tperiod\t{'value':>12}\tfootnote_codes",
            *lines,
        ],
        "oe.area": [
            "state_code\tarea_code\tareatype_code\tarea_name",
            *(f"00\t{code}\tM\t{name}" for code, name in areas.items()),
        ],
        "oe.occupation": [
            "occupation_code\toccupation_name\toccupation_description\tdisplay_level\tselectable",
            *(f"{code}\t{name}\t\t3\tT" for code, name in occupations.items()),
        ],
        "oe.release": ["release_date\tdescription", "2025A01\tMay 2025"],
        "oe.footnote": [
            "footnote_code\tfootnote_text",
            "5\tThis wage is equal to or greater than $115.00 per hour or $239,200 per year.",
            "8\tEstimate not released.",
        ],
    }
    for name, table in tables.items():
        (folder / name).write_bytes("".join(line + end for line in table).encode())
    published = datetime(2026, 5, 15, 14, tzinfo=UTC).timestamp()
    os.utime(folder / "oe.data.0.Current", (published, published))
    return folder
