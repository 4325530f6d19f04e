"""The two tables every source of postings is read into: postings, and the ranges of pay they show.

`postings`, a row a posting: `id` `source` (job board) `employer` `title` `location` (several apart by
";") `remote` (the board says it may be done from home) `published` `first_seen` `last_seen` (ISO days,
"" where unknown) `description` (None where there is none) `misread` (the collector's figures do not
match the posted words) `skills_read` (someone read the description for skills) `skills` (";" between
them) `agency` (a marketing, design or PR agency) and `licensed` (an employer's own band may be shown).

`ranges`, a row a range: `posting` (the row of its posting) `low` `high` (as posted, NaN where absent)
`currency` (ISO code) `interval` (as posted) `zone` (what it holds for) `kind` (base, ote, total).

Every column is read as text and coerced here: pandas 3 keeps text in Arrow-backed strings that
refuse to be compared with numbers, and a stray "-" would surface far away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import pandas as pd

from data.posting import KINDS

TEXTS: Final = (
    "id", "source", "employer", "title", "location", "published", "first_seen", "last_seen", "skills",
)  # fmt: skip
FLAGS: Final = ("remote", "misread", "skills_read", "agency", "licensed")
POSTING: Final = (*TEXTS, *FLAGS, "description")
RANGE: Final = ("posting", "low", "high", "currency", "interval", "zone", "kind")

# What boards write where a code should stand.
_SIGNS: Final = {"$": "USD", "US$": "USD", "USD$": "USD", "€": "EUR", "£": "GBP"}
# No board's posting is older than the boards; a day ahead of now is a slip of the collector's.
_EARLIEST: Final = "2000-01-01"


@dataclass(frozen=True, slots=True)
class Crawl:
    """Postings with their ranges, and how many rows were dropped on reading, reason by reason.

    `undated` says that no row told any day, and all took the day of their file.
    """

    postings: pd.DataFrame
    ranges: pd.DataFrame
    dropped: Mapping[str, int]
    undated: bool = False


def crawl(postings: pd.DataFrame, ranges: pd.DataFrame, dropped: Mapping[str, int] | None = None) -> Crawl:
    """Settle columns, types and order; what is missing is filled with "", False, None or "base"."""
    count = len(postings)
    nothing = pd.Series([""] * count, dtype="object")
    settled: dict[str, Any] = {name: _text(postings[name]) if name in postings else nothing for name in TEXTS}
    settled |= {
        name: postings[name].astype(bool).to_numpy() if name in postings else [name == "licensed"] * count
        for name in FLAGS
    }
    described = postings["description"] if "description" in postings else pd.Series([None] * count)
    settled["description"] = described.astype("object").to_numpy()
    frame = pd.DataFrame(settled, columns=list(POSTING))
    for name in ("published", "first_seen", "last_seen"):
        read = {told: _day(told) for told in frame[name].unique()}
        frame[name] = frame[name].map(read).astype("object")
    return Crawl(frame, _ranges(ranges), dict(dropped or {}))


def _ranges(ranges: pd.DataFrame) -> pd.DataFrame:
    count = len(ranges)
    kind = _text(ranges["kind"]) if "kind" in ranges else pd.Series(["base"] * count, dtype="object")
    settled = pd.DataFrame(
        {
            "posting": ranges["posting"].to_numpy(dtype="int64"),
            "low": _number(ranges["low"]),
            "high": _number(ranges["high"]),
            "currency": _text(ranges["currency"]).str.upper().replace(_SIGNS).to_numpy(),
            "interval": _text(ranges["interval"]).str.lower().to_numpy(),
            "zone": _text(ranges["zone"]).to_numpy() if "zone" in ranges else "",
            "kind": kind.where(kind.isin(KINDS), "base").to_numpy(),
        },
        columns=list(RANGE),
    )
    # A figure is pay whether or not its currency is said; a row of blanks is not.
    shown = settled["low"].notna() | settled["high"].notna() | settled["currency"].ne("")
    return settled[shown].reset_index(drop=True)


def _text(column: pd.Series[Any]) -> pd.Series[str]:
    texts = column.astype("object").where(column.notna(), "").astype(str)
    # Any line break in a name would break the line it is later written on.
    return pd.Series([" ".join(text.split()) for text in texts], dtype="object")


def _day(told: str) -> str:
    """The ISO day a text begins with; "" where that is none, or none on which anybody saw a posting."""
    try:
        day = date.fromisoformat(told[:10]).isoformat() if told.isascii() else ""
    except ValueError:
        return ""
    return day if _EARLIEST <= day <= (date.today() + timedelta(days=1)).isoformat() else ""


def _number(column: pd.Series[Any]) -> Any:
    read = pd.to_numeric(column.astype("object"), errors="coerce")
    return read.to_numpy(dtype="float64", na_value=float("nan"))
