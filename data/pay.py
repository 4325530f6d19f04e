"""Posted pay to one yearly midpoint, or the reason why not."""

from __future__ import annotations

from typing import Final

import pandas as pd

# Yearly multiples of the intervals seen on the boards, folded to lower case. Full time is 2,080
# hours a year, the figure OEWS uses too.
INTERVALS: Final = {
    "year": 1.0, "1 year": 1.0, "per-year-salary": 1.0, "yearly": 1.0, "annual": 1.0,
    "month": 12.0, "1 month": 12.0, "per-month-salary": 12.0, "monthly": 12.0,
    "week": 52.0, "1 week": 52.0, "per-week-salary": 52.0, "weekly": 52.0,
    "hour": 2080.0, "1 hour": 2080.0, "per-hour-wage": 2080.0, "hourly": 2080.0,
}  # fmt: skip

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
TOO_WIDE: Final = f"ends of the range more than {WIDEST_RATIO:.0f} times apart"
IMPLAUSIBLE: Final = f"midpoint outside {LOWEST_MIDPOINT:,.0f} to {HIGHEST_MIDPOINT:,.0f} a year"
OTHER_CURRENCY: Final = "pay in another currency than US dollars"
ON_TARGET: Final = "on-target earnings, not base"


def yearly(postings: pd.DataFrame) -> pd.DataFrame:
    """Work out each posting's pay.

    Args:
        postings: the shape of `data.sources.postings`.

    Returns:
        The same rows with `midpoint` (a year, in the posted currency, NaN where there is none) and
        `pay_drop` ("" where the midpoint stands, else one of the reasons of this module). Other
        currencies are set apart, never converted.
    """
    low = postings[["low", "high"]].min(axis=1)
    high = postings[["low", "high"]].max(axis=1)
    factor = postings["interval"].str.lower().map(INTERVALS).astype("float64")
    factor = factor.mask(postings["interval"].eq("") & low.ge(_YEARLY_AT_LEAST), 1.0)
    midpoint = (low + high) / 2 * factor
    checks = (
        (postings["currency"].eq(""), NOT_SHOWN),
        (postings["misread"], MISREAD),
        (postings["title"].str.contains(r"\bOTE\b|on[- ]target", case=False), ON_TARGET),
        (postings[["low", "high"]].isna().any(axis=1) | low.le(0), NO_AMOUNT),
        (postings["currency"].ne("USD"), OTHER_CURRENCY),
        (factor.isna(), NO_INTERVAL),
        (high.gt(low * WIDEST_RATIO), TOO_WIDE),
        (~midpoint.between(LOWEST_MIDPOINT, HIGHEST_MIDPOINT), IMPLAUSIBLE),
    )
    reason = pd.Series("", index=postings.index, dtype="object")
    for failed, said in checks:
        reason = reason.mask(reason.eq("") & failed.to_numpy(dtype=bool), said)
    return postings.assign(midpoint=midpoint.where(reason.eq("")), pay_drop=reason)
