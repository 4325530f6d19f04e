"""The same job counted once, however many crawls and boards it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import numpy as np
import pandas as pd

from data.pay import FIELDS
from data.posting import WINDOW_DAYS

SAME_ID: Final = "the same posting again"
EARLIER_PAY: Final = "the same posting, with the pay it showed before"
OTHER_BOARD: Final = "the same job on another board or in another collection"
CLOSED: Final = "closed more than {days} days before the newest crawl"

_ASKS: Final = {"required": 3, "preferred": 2, "none": 1, "unknown": 0}


# What a posting is, told by its newest copy; an older one that says otherwise tells of another job.
_IS: Final = ("role", "level", "places")
# Which of several copies tells the pay; the last names only settle ties, whatever the order of files.
_BEST: Final = {
    "usable": False, "last_seen": False, "fields": False, "licensed": False,
    "low": True, "high": True, "published": True, "source": True, "employer": True, "file": True,
}  # fmt: skip


def once(postings: pd.DataFrame) -> pd.DataFrame:
    """Merge rows with one id: the newest usable pay, the strongest reading of AI, the widest days.

    A copy from an earlier crawl that gives another role, level or place tells nothing any more. Of pay last
    seen on one day, or on none that is known, fields beat text. The licence is that of the copy whose pay
    is taken. Different openings of one employer may share title, place and range: they stay, and the
    count of employers beside n shows how far one employer fills a cell.
    """
    again = postings["id"].duplicated(keep=False)
    if not again.any():
        return postings
    twice = postings[again]
    ranked = twice.assign(usable=twice["pay_drop"].eq(""), fields=twice["origin"].eq(FIELDS))
    ranked = ranked.sort_values(list(_BEST), ascending=list(_BEST.values()), kind="stable")
    merged = ranked[~_outdated(ranked)].drop_duplicates("id").set_index("id")
    by_id = twice.groupby("id", sort=False)
    merged["ai"] = twice["ai"].map(_ASKS).groupby(twice["id"]).max().map({n: ai for ai, n in _ASKS.items()})
    merged["last_seen"] = by_id["last_seen"].max()
    for column in ("first_seen", "published"):
        told = twice[column].where(twice[column].ne(""), "9")
        merged[column] = told.groupby(twice["id"]).min().replace("9", "")
    kept = postings.drop_duplicates("id")
    alone = kept[~kept["id"].isin(merged.index)]
    return (
        pd.concat([alone, merged.reset_index()[list(postings.columns)]]).sort_index().reset_index(drop=True)
    )


def _outdated(ranked: pd.DataFrame) -> pd.Series[bool]:
    """Which copies an id's newest crawl contradicts; copies that do not say when they were seen stay."""
    newest = ranked.sort_values("last_seen", ascending=False, kind="stable").drop_duplicates("id")
    is_now = newest.set_index("id").loc[ranked["id"]]
    differs = np.zeros(len(ranked), dtype=bool)
    for column in _IS:
        pairs = zip(ranked[column], is_now[column], strict=True)
        differs |= np.array([before != now for before, now in pairs], dtype=bool)
    seen = zip(ranked["last_seen"], is_now["last_seen"], strict=True)
    earlier = np.array([before != "" and before < now for before, now in seen], dtype=bool)
    return pd.Series(differs & earlier, index=ranked.index)


def changed(postings: pd.DataFrame) -> pd.Series[bool]:
    """Which rows are of a posting that showed different pay on different days of its crawls."""
    found = pd.Series(False, index=postings.index)
    tracked = postings["first_seen"].ne("") & postings["last_seen"].ne("")
    again = postings[tracked & postings["id"].where(tracked).duplicated(keep=False)]
    if len(again):
        columns = (again[name] for name in ("currency", "low", "high", "midpoints"))
        # As written, so that a NaN is the same as another.
        pay = pd.Series([repr(each) for each in zip(*columns, strict=True)], index=again.index)
        found[again.index] = pay.groupby(again["id"]).transform("nunique").gt(1)
    return found


def repeats(postings: pd.DataFrame) -> int:
    """How many rows are not the first with their id."""
    return int(postings["id"].duplicated().sum())


def recent(postings: pd.DataFrame, days: int = WINDOW_DAYS) -> pd.DataFrame:
    """The rows without those of earlier days whose posting was seen since, within the window.

    What a posting paid before the window says nothing of what it pays in it.
    """
    old = closed(postings, days)
    tracked_since = postings.loc[~old & postings["last_seen"].ne(""), "id"]
    return postings[~(old & postings["id"].isin(set(tracked_since)))]


def as_they_were(jobs: pd.DataFrame, rows: pd.DataFrame, ids: Mapping[str, str]) -> pd.DataFrame:
    """Jobs with the pay they showed in each week: those whose pay was changed as several rows of one id.

    Args:
        jobs: every job once.
        rows: what was read of jobs whose pay was changed, each row with its own days and pay.
        ids: the id of the job by that of a row.
    """
    if not len(rows):
        return jobs
    told = rows.assign(id=rows["id"].map(ids))
    # An earlier row has lost its description: what it asked of AI is read from the newest.
    whole = jobs.set_index("id").reindex(told["id"])
    for column in ("role", "level", "ai", "drop"):
        told[column] = whole[column].to_numpy()
    return pd.concat([jobs[~jobs["id"].isin(set(told["id"]))], told], ignore_index=True)


def one_board(postings: pd.DataFrame) -> pd.Series[str]:
    """Give the job that stands in two collections one id: same employer, title and places.

    Three alike on one board and two on another are three jobs: each board's are counted off against
    the other's, one by one; so are those of two files. The boards may differ about pay and AI; `once`
    takes the best told.

    Args:
        postings: one row an id.
    """
    number = postings.groupby(["twin", "file", "source"], sort=False).cumcount()
    return postings["id"].groupby([postings["twin"], number], sort=False).transform("first")


def closed(postings: pd.DataFrame, days: int = WINDOW_DAYS) -> pd.Series[bool]:
    """Which rows were last seen open more than `days` before the newest day of any crawl."""
    placed = postings[postings["drop"].eq("")]
    newest = max(placed["last_seen"].max(), placed["first_seen"].max()) if len(placed) else ""
    if not newest:
        return pd.Series(False, index=postings.index)
    limit = (date.fromisoformat(newest) - timedelta(days=days)).isoformat()
    return postings["last_seen"].ne("") & postings["last_seen"].lt(limit)
