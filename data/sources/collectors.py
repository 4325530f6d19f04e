"""Two collectors' CSVs: public boards, and agencies."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import pandas as pd

from data.sources.frames import Crawl, crawl

# "$64K-$147K": rounded to thousands by the collector, so half a thousand either way agrees.
_THOUSANDS = re.compile(r"\$(\d{1,6})K-\$(\d{1,6})K")
_ROUNDING = 501.0


def _boards(raw: pd.DataFrame) -> Crawl:
    """Public boards, with the board's own numbers."""
    postings = pd.DataFrame(
        {
            "id": raw["id"],
            "source": raw["source"],
            "employer": raw["company"],
            "title": raw["title"],
            "location": raw["location"],
            "published": raw["published_at"],
            "first_seen": raw["first_seen"],
            "skills_read": raw["skills_read"].eq("True"),
            "skills": raw["skills"],
        }
    )
    return crawl(
        postings,
        pd.DataFrame(
            {
                "posting": range(len(raw)),
                "low": raw["salary_min"],
                "high": raw["salary_max"],
                "currency": raw["salary_currency"],
                "interval": raw["salary_interval"],
            }
        ),
    )


def _agencies(raw: pd.DataFrame) -> Crawl:
    """Agencies, where pay is the posted words beside the collector's reading of them.

    The file has no licence, so no band of an employer's may be shown from it. It names no
    currency: the words say "$", which is US dollars only where the place is in the US.
    """
    low = pd.to_numeric(raw["comp_min"], errors="coerce")
    high = pd.to_numeric(raw["comp_max"], errors="coerce")
    words = raw["comp"].str.extract(_THOUSANDS.pattern).apply(pd.to_numeric, errors="coerce") * 1000
    agrees = (words[0] - low).abs().lt(_ROUNDING) & (words[1] - high).abs().lt(_ROUNDING)
    shown = raw["comp"].ne("")
    postings = pd.DataFrame(
        {
            "id": raw["id"],
            "source": raw["source"],
            "employer": raw["company"],
            "title": raw["title"],
            # Some rows name a place only in the column of countries.
            "location": raw["location"].where(raw["location"].ne(""), raw["country"]),
            "published": raw["posted"],
            "first_seen": raw["first_seen"],
            "misread": shown & ~agrees,
            "agency": True,
            "licensed": False,
        }
    )
    ranges = pd.DataFrame(
        {
            "posting": range(len(raw)),
            "low": low,
            "high": high,
            "currency": shown.map({True: "USD", False: ""}),
            "interval": shown.map({True: "year", False: ""}),
        }
    )
    return crawl(postings, ranges)


# The columns that tell a collector's file, and its reader.
SHAPES: Final[tuple[tuple[frozenset[str], Callable[[pd.DataFrame], Crawl]], ...]] = (
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
