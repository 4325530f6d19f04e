"""Posted pay to a yearly midpoint at each place of the posting, or the reason why there is none."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

# Yearly multiples of the intervals seen on the boards, folded to lower case. Full time is 2,080
# hours a year, the figure OEWS uses too, and 260 days.
INTERVALS: Final = {
    **dict.fromkeys(
        ("year", "1 year", "per-year-salary", "yearly", "annual", "annually", "per year", "yr"), 1.0
    ),
    **dict.fromkeys(("month", "1 month", "per-month-salary", "monthly", "per month", "mo"), 12.0),
    **dict.fromkeys(("week", "1 week", "per-week-salary", "weekly", "per week", "wk"), 52.0),
    **dict.fromkeys(("day", "1 day", "per-day-wage", "daily", "per day"), 260.0),
    **dict.fromkeys(("hour", "1 hour", "per-hour-wage", "hourly", "per hour", "hr"), 2080.0),
}

# Real bands on these boards reach 3.9 times ("130,000 - 500,000"); above 4 every one read was a
# slip: a target in millions, or zeros too many.
WIDEST_RATIO: Final = 4.0
LOWEST_MIDPOINT: Final = 20_000.0
HIGHEST_MIDPOINT: Final = 1_500_000.0
# A blank interval is a year only where the amount could not be an hour, a week or a month.
_YEARLY_AT_LEAST: Final = 20_000.0

NOT_SHOWN: Final = "no pay shown"
MISREAD: Final = "collector's figures differ from the posted words"
NO_AMOUNT: Final = "an end of the range is missing or not positive"
NO_INTERVAL: Final = "interval not known"
NO_CURRENCY: Final = "currency not known"
TOO_WIDE: Final = f"ends of the range more than {WIDEST_RATIO:.0f} times apart"
IMPLAUSIBLE: Final = f"midpoint outside {LOWEST_MIDPOINT:,.0f} to {HIGHEST_MIDPOINT:,.0f} a year"
OTHER_CURRENCY: Final = "pay in another currency than US dollars"
ON_TARGET: Final = "on-target or total pay, not base"
SEVERAL: Final = "several ranges, and none told for a place"
ELSEWHERE: Final = "pay told for other places than the posting's"

FIELDS, TEXT = "fields", "text"

# Which places of a posting each zone's range holds for; None where a zone names no place.
Assign = Callable[[Sequence[str], Sequence[str]], Sequence[tuple[str, ...] | None]]


def yearly(postings: pd.DataFrame, ranges: pd.DataFrame) -> pd.DataFrame:
    """Work out each range: low and high of a year, and whether it can be used.

    Args:
        postings: the shape of `data.sources.frames`.
        ranges: the same, with `origin`: "fields" of the board, or its "text".

    Returns:
        The ranges with `low` and `high` a year and in order (NaN where not told), and `drop`: "" where
        the range can be used, else one of the reasons of this module. Other currencies are set apart,
        never converted.
    """
    low = ranges[["low", "high"]].min(axis=1)
    high = ranges[["low", "high"]].max(axis=1)
    factor = ranges["interval"].map(INTERVALS).astype("float64")
    factor = factor.mask(ranges["interval"].eq("") & low.ge(_YEARLY_AT_LEAST), 1.0)
    low_year, high_year = low * factor, high * factor
    row = ranges["posting"].to_numpy()
    on_target = postings["title"].str.contains(r"\bOTE\b|on[- ]target", case=False).to_numpy(dtype=bool)
    checks = (
        (postings["misread"].to_numpy()[row], MISREAD),
        (ranges["kind"].ne("base") | on_target[row], ON_TARGET),
        (ranges[["low", "high"]].isna().any(axis=1) | low.le(0), NO_AMOUNT),
        (ranges["currency"].eq(""), NO_CURRENCY),
        (ranges["currency"].ne("USD"), OTHER_CURRENCY),
        (factor.isna(), NO_INTERVAL),
        (high.gt(low * WIDEST_RATIO), TOO_WIDE),
        (~((low_year + high_year) / 2).between(LOWEST_MIDPOINT, HIGHEST_MIDPOINT), IMPLAUSIBLE),
    )
    drop = np.full(len(ranges), "", dtype=object)
    for failed, said in checks:
        drop[(drop == "") & np.asarray(failed, dtype=bool)] = said
    return ranges.assign(low=low_year, high=high_year, drop=drop)


def chosen(places: pd.Series[tuple[str, ...]], ranges: pd.DataFrame, assign: Assign) -> pd.DataFrame:  # type: ignore[type-var]
    """Choose the pay that counts for each posting.

    Pay given as fields beats pay in the text. One range holds at all of a posting's places; of
    several, or of one for a zone, each holds where its zone says; where none is told nothing is guessed.

    Args:
        places: each posting's place ids.
        ranges: what `yearly` gave, with `posting` the row of `places`.
        assign: see `Assign`.

    Returns:
        A row a posting: `currency` ("" where no pay is shown), `low` and `high` (the lowest and highest
        end used), `midpoint` (of the one range, or of the first place that has one), `midpoints` (a
        tuple beside the places, where they differ; else None), `origin`, and `pay_drop` ("" where there
        is a midpoint, else why not).
    """
    count = len(places)
    found = pd.DataFrame(
        {
            "currency": "", "low": np.nan, "high": np.nan, "midpoint": np.nan,
            "midpoints": pd.Series([None] * count, dtype="object"), "origin": "", "pay_drop": NOT_SHOWN,
        },
        index=range(count),
    )  # fmt: skip
    # Fields first, then usable ones: the first range of each posting is the one that speaks for it.
    usable = ranges["drop"].eq("")
    rank = np.where(usable, 0, 2) + np.where(ranges["origin"].eq(FIELDS), 0, 1)
    ordered = ranges.assign(rank=rank).sort_values(["posting", "rank"], kind="stable")
    first = ordered.drop_duplicates("posting").set_index("posting")
    at = first.index.to_numpy()
    found.loc[at, "currency"] = first["currency"].where(first["currency"].ne(""), "?")
    found.loc[at, "origin"] = first["origin"]
    found.loc[at, "pay_drop"] = first["drop"]
    speaks = first[first["drop"].eq("")]
    at = speaks.index.to_numpy()
    found.loc[at, "low"], found.loc[at, "high"] = speaks["low"], speaks["high"]
    found.loc[at, "midpoint"] = (speaks["low"] + speaks["high"]) / 2
    # A range with a zone may not hold everywhere, and one that is no use still says which place it is for.
    same = ordered["origin"].to_numpy() == first["origin"].reindex(ordered["posting"]).to_numpy()
    rivals = ordered[same & ordered["posting"].isin(speaks.index)]
    rivals = rivals.drop_duplicates(["posting", "low", "high", "zone", "drop"])
    zoned = rivals["zone"].ne("") | (rivals["drop"].eq("") & rivals["posting"].duplicated(keep=False))
    told = rivals[rivals["posting"].isin(rivals.loc[zoned, "posting"])]
    settled = [
        {"row": row, **_by_place(places.iloc[row], each, assign)}
        for row, each in ((int(str(row)), each) for row, each in told.groupby("posting", sort=False))
    ]
    for column in _SETTLED if settled else ():
        values = pd.Series([each[column] for each in settled], dtype=found[column].dtype)
        found.loc[[each["row"] for each in settled], column] = values.to_numpy()
    return found


_SETTLED: Final = ("low", "high", "midpoint", "midpoints", "pay_drop")


def _by_place(places: tuple[str, ...], ranges: pd.DataFrame, assign: Assign) -> dict[str, Any]:
    """Give each place of one posting the usable range that names it."""
    usable = ranges["drop"].eq("").tolist()
    ends = list(zip(ranges["low"].tolist(), ranges["high"].tolist(), strict=True))
    distinct = {end for end, use in zip(ends, usable, strict=True) if use}
    where = assign(ranges["zone"].tolist(), places)
    if len(distinct) == 1 and all(each is None for each in where):
        ((low, high),) = distinct  # zones nobody can place, and one range all the same
        middle = (low + high) / 2
        return {"low": low, "high": high, "midpoint": middle, "midpoints": None, "pay_drop": ""}
    held: dict[str, set[tuple[float, float]]] = {}
    for end, use, named in zip(ends, usable, where, strict=True):
        for place in named or () if use else ():
            held.setdefault(place, set()).add(end)
    # Two ranges for one place are two levels of one job: which holds is not told.
    sure = {place: next(iter(those)) for place, those in held.items() if len(those) == 1}
    midpoints = tuple(sum(sure[place]) / 2 if place in sure else math.nan for place in places)
    if not sure:
        reason = SEVERAL if len(distinct) > 1 else ELSEWHERE
        return {
            "low": math.nan,
            "high": math.nan,
            "midpoint": math.nan,
            "midpoints": None,
            "pay_drop": reason,
        }
    return {
        "low": min(low for low, _ in sure.values()),
        "high": max(high for _, high in sure.values()),
        "midpoint": next(each for each in midpoints if not math.isnan(each)),
        "midpoints": None if len(set(sure.values())) == 1 and len(sure) == len(places) else midpoints,
        "pay_drop": "",
    }
