"""What single employers post and where, and what the four employer types of the playbook do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from bot.understand.employers import employer as known_employer
from data.cells import ALL
from data.seats import employer_key
from data.tables import BANDS, MIN_POSTINGS, POSTERS, TYPES

MIN_BAND: Final = 3
# A type is its few named employers, so the market's rule of five cannot hold: two, and all are named.
MIN_OF_TYPE: Final = 2


def bands(postings: pd.DataFrame, parents: Mapping[str, str]) -> pd.DataFrame:
    """Each employer's posted pay for a role and level, where it has at least 3 paid postings.

    Args:
        postings: a row a posting, with what `data.prepare` gives; only those whose collection is
            licensed for it are used.
        parents: child role to parent role; a parent's band holds its children's postings.

    Returns:
        `employer` (key), `role`, `level` ("all" holds every level), `name` as the boards spell it most
        often, `n`, `lowest` and `highest` end of the ranges and `p50` of their midpoints, USD a year.
    """
    paid = postings[postings["midpoint"].notna() & postings["licensed"]]
    counted = _counted(paid.assign(key=employer_key(paid["employer"])), parents)
    groups = counted.groupby(["key", "role", "level"], sort=True)
    found = groups.agg(
        n=("low", "size"), lowest=("low", "min"), highest=("high", "max"), p50=("midpoint", "median")
    ).reset_index()
    found = found[found["n"].ge(MIN_BAND)].rename(columns={"key": "employer"})
    names = counted.groupby("key")["employer"].agg(lambda each: each.mode().iloc[0])
    found["name"] = found["employer"].map(names)
    return _whole(found, ("lowest", "highest", "p50")).loc[:, list(BANDS.columns)].reset_index(drop=True)


def types(postings: pd.DataFrame, parents: Mapping[str, str]) -> pd.DataFrame:
    """What each employer type posts in the US for a role and level: at least 20 postings of 2 employers.

    Returns:
        `type` (an id of employer_types.csv), `role`, `level`, `n`, `employers`, p25 to p75 of midpoints,
        and `names`, every employer behind the figures (";" between them).
    """
    paid = postings[postings["midpoint"].notna() & postings["licensed"]]
    known = {name: known_employer(name) for name in paid["employer"].unique()}
    sure = {name: each for name, each in known.items() if each is not None and not each.only_if}
    typed = paid[paid["employer"].isin(list(sure))]
    typed = typed.assign(
        type=typed["employer"].map({name: each.type.id for name, each in sure.items()}),
        employer=typed["employer"].map({name: each.name for name, each in sure.items()}),
    )
    rows = []
    for (kind, role, level), each in _counted(typed, parents).groupby(["type", "role", "level"], sort=True):
        names = sorted(set(each["employer"]), key=str.casefold)
        if len(each) >= MIN_POSTINGS and len(names) >= MIN_OF_TYPE:
            figures = np.quantile(each["midpoint"].to_numpy(dtype=float), [0.25, 0.5, 0.75])
            rows.append((kind, role, level, len(each), len(names), *figures, ";".join(names)))
    found = pd.DataFrame(rows, columns=list(TYPES.columns))
    return _whole(found, ("p25", "p50", "p75"))


def posters(postings: pd.DataFrame, parents: Mapping[str, str]) -> pd.DataFrame:
    """Who posts for a role at a place, and how often, paid or not.

    Args:
        postings: as for `bands`; only licensed collections are named.
        parents: child role to parent role; an employer's count for a parent holds its children's postings.

    Returns:
        A row a role, place and employer (key), sorted: the employer's `name` as the boards spell it most
        often, its `postings` there, and `n` of them whose pay can be used.
    """
    held = postings.loc[postings["licensed"], ["employer", "role", "places", "midpoint"]]
    held = held.assign(key=employer_key(held["employer"]))
    names = held.groupby("key")["employer"].agg(lambda each: each.mode().iloc[0])
    above = held[held["role"].isin(list(parents))]
    both = pd.concat([held, above.assign(role=above["role"].map(dict(parents)))])
    seated = both.explode("places").rename(columns={"places": "place", "key": "employer", "employer": "said"})
    groups = seated.groupby(["role", "place", "employer"], sort=True)
    found = groups.agg(postings=("said", "size"), n=("midpoint", "count")).reset_index()
    found["name"] = found["employer"].map(names)
    return found.loc[:, list(POSTERS.columns)].reset_index(drop=True)


def _counted(paid: pd.DataFrame, parents: Mapping[str, str]) -> pd.DataFrame:
    """Each posting for its role and the parent of it, for its level and for all."""
    above = paid[paid["role"].isin(list(parents))]
    both = pd.concat([paid, above.assign(role=above["role"].map(dict(parents)))])
    return pd.concat([both.assign(level=ALL), both[both["level"].ne("")]])


def _whole(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    rounded = {name: np.floor(frame[name].astype(float) + 0.5).astype("int64") for name in columns}
    return frame.assign(**rounded)
