"""Made-up postings in the two collectors' shapes, and a made-up OEWS release."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any, Final

BOARD_COLUMNS: Final = (
    "id", "source", "company", "title", "location", "is_remote", "employment_type", "published_at",
    "first_seen", "salary_currency", "salary_min", "salary_max", "salary_interval", "skills_read", "skills",
)  # fmt: skip
AGENCY_COLUMNS: Final = (
    "id", "source", "company", "title", "location", "workplace", "employment", "country", "comp", "comp_min",
    "comp_max", "posted", "first_seen",
)  # fmt: skip


def board(number: int, **told: str) -> dict[str, str]:
    """A board's posting: a paid senior software engineer in San Francisco unless told otherwise."""
    return {
        "id": f"ashby:made-up:{number}",
        "source": "ashby",
        "company": f"employer {number % 7}",
        "title": "Senior Software Engineer",
        "location": "San Francisco, CA",
        "published_at": "2026-06-01T10:00:00+00:00",
        "first_seen": "2026-07-18",
        "salary_currency": "USD",
        "salary_min": "180000.0",
        "salary_max": "220000.0",
        "salary_interval": "year",
        "skills_read": "True",
        "skills": "Go;Linux",
    } | told


def agency(number: int, **told: str) -> dict[str, str]:
    """An agency's posting: a paid marketing manager in New York unless told otherwise."""
    return {
        "id": f"agency{number}",
        "source": "greenhouse",
        "company": f"Agency {number % 6}",
        "title": "Marketing Manager",
        "location": "New York, NY",
        "country": "United States",
        "comp": "$78K-$90K",
        "comp_min": "77500",
        "comp_max": "90000",
        "posted": "2026-08-01",
        "first_seen": "2026-08-04",
    } | told


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    """Write rows as the CSV of whichever collector they are shaped like."""
    columns = AGENCY_COLUMNS if "comp" in rows[0] else BOARD_COLUMNS
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def _key(area: str, soc: str, industry: str = "000000", kind: str = "M") -> str:
    return f"OEU{kind}{area}{industry}{soc}"


def release(folder: Path) -> tuple[Path, dict[str, Any]]:
    """A made-up release of three estimates in the package's shape, with its manifest."""
    columns = [f"{letter}{number:02}" for letter in "vf" for number in range(1, 18)]
    path = folder / "oews-2025.sqlite"
    with sqlite3.connect(path) as database:
        database.execute(
            f"CREATE TABLE cell (key TEXT PRIMARY KEY, {', '.join(f'{c} TEXT' for c in columns)})"
        )
        database.execute("CREATE TABLE area (area_code TEXT, area_name TEXT)")
        database.execute("CREATE TABLE occupation (occupation_code TEXT, occupation_name TEXT)")
        database.execute("INSERT INTO area VALUES ('0041860', 'Somewhere, CA')")
        database.execute("INSERT INTO occupation VALUES ('151252', 'Software Developers')")
        rows = {
            _key("0041860", "151252"): {"v01": "100", "v11": "90000", "v12": "100000", "v13": "120000",
                                        "v14": "150000", "v15": "-", "f15": "5"},
            _key("0010180", "151252"): {"v01": "-", **{f"v{n}": "-" for n in range(11, 16)},
                                        **{f"f{n}": "8" for n in range(11, 16)}},
            _key("0041860", "151252", industry="541500"): {"v13": "999999"},
            _key("0041860", "291141"): {"v13": "999999"},
        }  # fmt: skip
        for key, values in rows.items():
            filled = [values.get(column, "") for column in columns]
            database.execute(f"INSERT INTO cell VALUES ({','.join('?' * 35)})", [key, *filled])
    database.close()
    packed = gzip.compress(path.read_bytes(), mtime=0)
    manifest = {
        "file": "oews-2025.sqlite.gz",
        "database_sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "file_sha256": hashlib.sha256(packed).hexdigest(),
        "release": {"year": "2025", "description": "May 2025"},
        "sources": {"oe.data.0.Current": {"last_modified": "2026-05-15"}},
    }
    (folder / "oews-2025.sqlite.gz").write_bytes(packed)
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return path, manifest
