"""Job postings from CSV: two collectors' files, one typed shape.

The shape, a row a posting: `id` `source` (job board) `employer` `title` `location` `published` and
`first_seen` (ISO days) `currency` (ISO code, "" where no pay is shown) `low` `high` (as posted,
NaN where absent) `interval` (as posted) `misread` (the collector's figures do not match the posted
words) `skills_read` (someone read the description for skills) `skills` (";" between them) `agency`
(a marketing, design or PR agency) and `licensed` (the file's licence lets an employer's own band be
shown).

Every column is read as text and coerced here: pandas 3 keeps text in Arrow-backed strings that
refuse to be compared with numbers, and a stray "-" would surface far away.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pandas as pd

COLUMNS: Final = (
    "id", "source", "employer", "title", "location", "published", "first_seen", "currency", "low", "high",
    "interval", "misread", "skills_read", "skills", "agency", "licensed",
)  # fmt: skip

# "$64K-$147K": rounded to thousands by the collector, so half a thousand either way agrees.
_THOUSANDS = re.compile(r"\$(\d{1,6})K-\$(\d{1,6})K")
_ROUNDING = 501.0


class PostingsError(ValueError):
    """The file is not one of the shapes known here; the message says which are."""


def read(path: Path) -> pd.DataFrame:
    """Read one CSV of postings into the shape above, whichever collector wrote it.

    Raises:
        PostingsError: the file is missing, is no CSV, or has other columns.
    """
    try:
        raw = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise PostingsError(f"{path.name} cannot be read as a CSV of postings.") from error
    for needed, reader in _READERS:
        if needed <= set(raw.columns):
            return _ordered(reader(raw))
    known = "; ".join(", ".join(sorted(needed)) for needed, _ in _READERS)
    raise PostingsError(f"{path.name} has none of the known sets of columns: {known}.")


def _boards(raw: pd.DataFrame) -> pd.DataFrame:
    """Public boards, with the board's own numbers."""
    return pd.DataFrame(
        {
            "id": raw["id"],
            "source": raw["source"],
            "employer": raw["company"],
            "title": raw["title"],
            "location": raw["location"],
            "published": raw["published_at"].str.slice(0, 10),
            "first_seen": raw["first_seen"].str.slice(0, 10),
            "currency": raw["salary_currency"].str.upper(),
            "low": pd.to_numeric(raw["salary_min"], errors="coerce"),
            "high": pd.to_numeric(raw["salary_max"], errors="coerce"),
            "interval": raw["salary_interval"],
            "misread": False,
            "skills_read": raw["skills_read"].eq("True"),
            "skills": raw["skills"],
            "agency": False,
            "licensed": True,
        }
    )


def _agencies(raw: pd.DataFrame) -> pd.DataFrame:
    """Agencies, where pay is the posted words beside the collector's reading of them.

    The file has no licence, so no band of an employer's may be shown from it. It names no
    currency: the words say "$", which is US dollars only where the place is in the US.
    """
    low = pd.to_numeric(raw["comp_min"], errors="coerce")
    high = pd.to_numeric(raw["comp_max"], errors="coerce")
    words = raw["comp"].str.extract(_THOUSANDS.pattern).apply(pd.to_numeric, errors="coerce") * 1000
    agrees = (words[0] - low).abs().lt(_ROUNDING) & (words[1] - high).abs().lt(_ROUNDING)
    shown = raw["comp"].ne("")
    return pd.DataFrame(
        {
            "id": raw["id"],
            "source": raw["source"],
            "employer": raw["company"],
            "title": raw["title"],
            # Some rows name a place only in the column of countries.
            "location": raw["location"].where(raw["location"].ne(""), raw["country"]),
            "published": raw["posted"].str.slice(0, 10),
            "first_seen": raw["first_seen"].str.slice(0, 10),
            "currency": shown.map({True: "USD", False: ""}),
            "low": low,
            "high": high,
            "interval": shown.map({True: "year", False: ""}),
            "misread": shown & ~agrees,
            "skills_read": False,
            "skills": "",
            "agency": True,
            "licensed": False,
        }
    )


def _ordered(frame: pd.DataFrame) -> pd.DataFrame:
    for column in COLUMNS:
        if frame[column].dtype != bool and column not in {"low", "high"}:
            frame[column] = frame[column].astype("object").astype(str).str.strip()
    frame = frame.astype({"low": "float64", "high": "float64"})
    return frame.loc[:, list(COLUMNS)].reset_index(drop=True)


_READERS: Final[tuple[tuple[frozenset[str], Callable[[pd.DataFrame], pd.DataFrame]], ...]] = (
    (
        frozenset(
            {"id", "source", "company", "title", "location", "published_at", "first_seen", "salary_currency",
             "salary_min", "salary_max", "salary_interval", "skills_read", "skills"}
        ),
        _boards,
    ),
    (
        frozenset(
            {"id", "source", "company", "title", "location", "country", "comp", "comp_min", "comp_max",
             "posted", "first_seen"}
        ),
        _agencies,
    ),
)  # fmt: skip
