"""The same job counted once, however many crawls and boards it was read from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import pandas as pd

from data.pay import FIELDS

SAME_ID: Final = "the same posting again"
OTHER_BOARD: Final = "the same job on another board"
CLOSED: Final = "closed more than {days} days before the newest crawl"

WINDOW_DAYS: Final = 28
_ASKS: Final = {"required": 3, "preferred": 2, "none": 1, "unknown": 0}


def once(postings: pd.DataFrame) -> pd.DataFrame:
    """Merge rows with one id: the pay best told, the strongest reading of AI, the widest days.

    Different openings of one employer may share title, place and range: they stay, and the
    count of employers beside n shows how far one employer fills a cell.
    """
    again = postings["id"].duplicated(keep=False)
    if not again.any():
        return postings
    twice = postings[again]
    best = twice.assign(
        usable=twice["pay_drop"].eq(""), fields=twice["origin"].eq(FIELDS), row=range(len(twice))
    ).sort_values(
        ["usable", "fields", "last_seen", "row"], ascending=[False, False, False, True], kind="stable"
    )
    merged = best.drop_duplicates("id").set_index("id")
    by_id = twice.groupby("id", sort=False)
    merged["ai"] = twice["ai"].map(_ASKS).groupby(twice["id"]).max().map({n: ai for ai, n in _ASKS.items()})
    merged["last_seen"] = by_id["last_seen"].max()
    first = twice["first_seen"].where(twice["first_seen"].ne(""), "9")
    merged["first_seen"] = first.groupby(twice["id"]).min().replace("9", "")
    # Without a licence for one of the copies, the others still have theirs.
    merged["licensed"] = by_id["licensed"].any()
    kept = postings.drop_duplicates("id")
    alone = kept[~kept["id"].isin(merged.index)]
    return (
        pd.concat([alone, merged.reset_index()[list(postings.columns)]]).sort_index().reset_index(drop=True)
    )


def one_board(postings: pd.DataFrame) -> pd.Series[str]:
    """Give the job that stands on two boards one id: same employer, title and places.

    Three alike on one board and two on another are three jobs: each board's are counted off against
    the other's, one by one. The boards may differ about pay and AI; `once` takes the best told.

    Args:
        postings: one row an id.
    """
    number = postings.groupby(["twin", "source"], sort=False).cumcount()
    return postings["id"].groupby([postings["twin"], number], sort=False).transform("first")


def closed(postings: pd.DataFrame, days: int = WINDOW_DAYS) -> pd.Series[bool]:
    """Which rows were last seen open more than `days` before the newest day of any crawl."""
    newest = postings["last_seen"].max() if len(postings) else ""
    newest = max(newest, postings["first_seen"].max()) if len(postings) else ""
    if not newest:
        return pd.Series(False, index=postings.index)
    limit = (date.fromisoformat(newest) - timedelta(days=days)).isoformat()
    return postings["last_seen"].ne("") & postings["last_seen"].lt(limit)
