"""Postings to cells: role x place x level x AI, each with what stands behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from data.classify.ai import SKILLED, UNKNOWN

# The measured rule: fewer postings are noise, fewer employers are somebody's pay bands.
MIN_POSTINGS: Final = 20
MIN_EMPLOYERS: Final = 5

KEY: Final = ("role", "place", "level", "ai")
QUANTILES: Final = {"p10": 0.10, "p25": 0.25, "p50": 0.50, "p75": 0.75, "p90": 0.90}
COUNTS: Final = ("n", "employers", "postings", "disclosed", "ai_known", "ai_skilled")
ALL: Final = "all"


def measure(postings: pd.DataFrame, parents: Mapping[str, str]) -> pd.DataFrame:
    """Measure every cell that holds at least one paid posting.

    Args:
        postings: a row a posting with a role and a place in the US: `role` `level` ("" where the
            title does not say) `places` (tuple of place ids) `employer` `ai` (see
            `data.classify.ai`) `currency` `midpoint` (USD a year, NaN where no usable pay is shown).
        parents: child role to parent role; a parent's cells hold its children's postings.

    Returns:
        A row a cell, sorted by key: `role place level ai`; `n` paid postings and their distinct
        `employers`; `postings` in all, `disclosed` (any pay shown), `ai_known` and `ai_skilled`
        among them; p10 to p90 of midpoints in whole dollars (linear interpolation, `numpy.quantile`),
        missing where the cell is thin; `includes`, the child roles among the paid postings
        (";" between them), for cells that stand.
    """
    spread = _spread(postings, parents)
    grouped = spread.groupby(list(KEY), sort=True)
    paid = spread[spread["midpoint"].notna()]
    paid_groups = paid.groupby(list(KEY), sort=True)
    counts = pd.DataFrame(
        {
            "n": paid_groups.size(),
            "employers": paid_groups["employer_key"].nunique(),
            "postings": grouped.size(),
            "disclosed": grouped["shown"].sum(),
            "ai_known": grouped["known"].sum(),
            "ai_skilled": grouped["skilled"].sum(),
        }
    )
    cells = counts[counts["n"].notna()].astype("int64")
    stands = cells["n"].ge(MIN_POSTINGS) & cells["employers"].ge(MIN_EMPLOYERS)
    standing = set(cells.index[stands])
    figures = pd.DataFrame(
        [[*key, *_figures(group)] for key, group in paid_groups if key in standing],
        columns=[*KEY, *QUANTILES, "includes"],
    )
    measured = cells.reset_index().merge(figures, on=list(KEY), how="left")
    measured = measured.astype(dict.fromkeys(QUANTILES, "float64")).astype(dict.fromkeys(QUANTILES, "Int64"))
    measured["includes"] = measured["includes"].astype("object").where(measured["includes"].notna(), "")
    return measured.sort_values(list(KEY), ignore_index=True)


def _spread(postings: pd.DataFrame, parents: Mapping[str, str]) -> pd.DataFrame:
    """A row for each cell a posting belongs to."""
    own = postings.assign(
        posted_role=postings["role"],
        employer_key=employer_key(postings["employer"]),
        shown=postings["currency"].ne(""),
        known=postings["ai"].ne(UNKNOWN),
        skilled=postings["ai"].isin(SKILLED),
        place=postings["places"],
    )
    above = own[own["role"].isin(list(parents))]
    both = pd.concat([own, above.assign(role=above["role"].map(dict(parents)))])
    placed = both.explode("place")
    levelled = pd.concat([placed.assign(level=ALL), placed[placed["level"].ne("")]])
    skilled = levelled[levelled["skilled"]].assign(ai="skilled")
    return pd.concat([levelled.assign(ai=ALL), skilled], ignore_index=True)


def _figures(group: pd.DataFrame) -> list[object]:
    quantiles = np.quantile(group["midpoint"].to_numpy(dtype=float), list(QUANTILES.values()))
    # Half a dollar rounds up: numpy's own rounding goes to the even neighbour.
    rounded = [int(figure) for figure in np.floor(quantiles + 0.5)]
    children = sorted(set(group["posted_role"]) - set(group["role"]))
    return [*rounded, ";".join(children)]


def employer_key(names: pd.Series[str]) -> pd.Series[str]:
    """One key for an employer however its name is spelt: "Match Group" and "matchgroup" are one."""
    return names.str.lower().str.replace(r"[^a-z0-9]", "", regex=True)
