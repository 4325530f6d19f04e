"""Week by week: the medians of each week, and what changed among the same employers' same jobs.

A week runs from Monday. A posting counts in every week it was open: from the day it was first seen
to the day it was last seen, with the pay it showed then. Collections that do not say when a posting
was last seen give one window, no weeks, and no trend.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import numpy as np
import pandas as pd

from data import cells, dedupe
from data.cells import ALL
from data.grouped import Real
from data.seats import employer_key, seats
from data.tables import HISTORY, MIN_EMPLOYERS, TRENDS

LONG_WEEKS: Final = 12
MOST_WEEKS: Final = 26
DRAWS: Final = 500
INTERVAL: Final = (0.10, 0.90)
MIN_PAIRS: Final = 10
_SEED: Final = 20260808


def monday(day: str) -> str:
    """The Monday of an ISO day's week."""
    read = date.fromisoformat(day)
    return (read - timedelta(days=read.weekday())).isoformat()


def weeks(postings: pd.DataFrame) -> list[str]:
    """The Mondays of the weeks that can be told apart, oldest first: those of tracked postings.

    Half a year at most: what was open longer ago is told by the figures of then.
    """
    tracked = postings[postings["last_seen"].ne("") & postings["first_seen"].ne("")]
    if not len(tracked):
        return []
    day, last = date.fromisoformat(monday(tracked["first_seen"].min())), tracked["last_seen"].max()
    newest = date.fromisoformat(monday(last))
    day = max(day, newest - timedelta(weeks=MOST_WEEKS - 1))
    return [(day + timedelta(weeks=week)).isoformat() for week in range((newest - day).days // 7 + 1)]


def open_in(postings: pd.DataFrame, week: str) -> pd.DataFrame:
    """The tracked postings that were open on any day of the week, each once, with its newest pay of then."""
    sunday = (date.fromisoformat(week) + timedelta(days=6)).isoformat()
    tracked = postings["last_seen"].ne("") & postings["first_seen"].ne("")
    held = postings[tracked & postings["first_seen"].le(sunday) & postings["last_seen"].ge(week)]
    return dedupe.once(held)


def history(
    postings: pd.DataFrame, current: pd.DataFrame, last_day: str, parents: Mapping[str, str]
) -> pd.DataFrame:
    """Medians of every week, of tracked postings; where none are, of the whole window in its last week.

    Args:
        postings: what `data.prepare` gives, tracked or not; several rows of one id are its pay over time.
        current: the cells of the whole window.
        last_day: its last day.
        parents: child role to parent role.

    Returns:
        The cells that stand, a row a week: `role place level ai week n employers p50`.
    """
    known = weeks(postings)
    found = [
        cells.measure(seats(open_in(postings, week)), parents).assign(week=week) for week in known
    ]  # never beside the whole window, which holds other postings
    every = pd.concat(found or [current.assign(week=monday(last_day))], ignore_index=True)
    stands = every[every["p50"].notna()]
    return stands.sort_values(list(HISTORY.key), ignore_index=True).loc[:, list(HISTORY.columns)]


def trends(postings: pd.DataFrame, parents: Mapping[str, str]) -> pd.DataFrame:
    """What changed since the week before ("week") and, where more is known, over up to 12 ("quarter").

    The change of a plain median mostly tells which boards were crawled and which employer opened a
    dozen jobs. This compares like with like: the same employer's postings for the same role, level and
    place in both weeks make a pair; a pair's change is that of its mean log midpoint; the cell's is
    the mean of its pairs, weighted by the postings of the smaller week. The interval is the middle 80%
    of a bootstrap over employers. A cell needs 10 pairs of 5 employers.

    Returns:
        `role place level ai span first last pairs employers change low high`: Mondays, and fractions.
    """
    known = weeks(postings)
    if len(known) < 2:  # noqa: PLR2004 - one week has nothing before it
        return pd.DataFrame(columns=list(TRENDS.columns))
    spans = {"week": known[-2]}
    if len(known) > 2:  # noqa: PLR2004 - of two weeks the quarter would be the week again
        spans["quarter"] = known[-min(len(known), LONG_WEEKS + 1)]
    found = [_between(postings, parents, span, first, known[-1]) for span, first in spans.items()]
    every = pd.concat([each for each in found if len(each)] or found[:1], ignore_index=True)
    return every.sort_values(list(TRENDS.key), ignore_index=True).loc[:, list(TRENDS.columns)]


def _between(
    postings: pd.DataFrame, parents: Mapping[str, str], span: str, first: str, last: str
) -> pd.DataFrame:
    pairs = _pairs(open_in(postings, first), open_in(postings, last))
    above = pairs[pairs["role"].isin(list(parents))]
    counted = pd.concat([pairs, above.assign(role=above["role"].map(dict(parents)))])
    counted = pd.concat([counted.assign(level=ALL), counted[counted["level"].ne("")]])
    rows = []
    for key, each in counted.groupby(["role", "place", "level"], sort=True):
        employers = each["employer"].nunique()
        if len(each) >= MIN_PAIRS and employers >= MIN_EMPLOYERS:
            change, low, high = _change(each)
            rows.append((*key, ALL, span, first, last, len(each), employers, change, low, high))
    return pd.DataFrame(rows, columns=list(TRENDS.columns))


def _pairs(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """The same employer's same job, place and level in both weeks: mean log midpoints and counts."""
    key = ["employer", "role", "level", "place"]
    sides = []
    for side in (before, after):
        paid = side[side["midpoint"].notna()]
        # Where ranges differ by zone, each place has its own pay.
        pay = [
            at if at is not None else (one,) * len(where)
            for at, one, where in zip(paid["midpoints"], paid["midpoint"], paid["places"], strict=True)
        ]
        each = paid.assign(
            employer=employer_key(paid["employer"]),
            place=paid["places"],
            pay=pd.Series(pay, index=paid.index, dtype="object"),
        )
        each = each.explode(["place", "pay"]).dropna(subset="pay")
        each["log"] = np.log(each["pay"].astype(float))
        sides.append(each.groupby(key)["log"].agg(["mean", "size"]))
    both = pd.concat(sides, axis=1, keys=("before", "after"), join="inner")
    change = both["after", "mean"] - both["before", "mean"]
    weight = both[[("before", "size"), ("after", "size")]].min(axis=1)
    return pd.DataFrame({"change": change, "weight": weight}).reset_index()


def _change(pairs: pd.DataFrame) -> tuple[float, float, float]:
    """The weighted mean change as a fraction, and the bootstrap's interval around it."""
    by_employer = (
        pairs.assign(moved=pairs["change"] * pairs["weight"]).groupby("employer")[["moved", "weight"]].sum()
    )
    moved, weight = (by_employer[name].to_numpy(dtype=float) for name in ("moved", "weight"))
    random = np.random.default_rng(_SEED)
    drawn: Real = random.multinomial(len(moved), np.full(len(moved), 1 / len(moved)), size=DRAWS).astype(
        float
    )
    low, high = np.quantile((drawn @ moved) / (drawn @ weight), INTERVAL)
    change = moved.sum() / weight.sum()
    return tuple(round(float(np.expm1(each)), 4) for each in (change, low, high))  # type: ignore[return-value]
