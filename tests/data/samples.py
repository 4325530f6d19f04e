"""Made-up postings in the two collectors' shapes."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

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
