"""What OEWS says of a place before any posting does.

The ground of a place is half the log of how its wages stand to the country's: the median, over our
occupations, of the median wage there over that of the US. All occupations speak together because one
alone is noise in a small metro; and half, because postings of employers that hire in many places differ
less between them than wages do. Of 0, 1/4, 1/2, 3/4 and 1, one half was nowhere worse than the
others where whole metros were left out; one occupation's own ratio, its share fitted, was worse. It was
chosen on this index's own postings, so that a test on their metros is partly in sample.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from bot.understand.places import REMOTE, state_of
from data.estimating.cases import US, names
from data.grouped import Real

SHARE: Final = 0.5


def ground(wages: pd.DataFrame) -> Real:
    """The ground of each place of `names()`, in log pay; an area BLS says nothing of has its state's.

    Args:
        wages: OEWS, with `soc`, `area` and `p50` in USD a year.
    """
    known = wages[wages["p50"].notna()]
    country = known[known["area"].eq(US)].set_index("soc")["p50"].astype("float64")
    told = known["soc"].map(country).astype("float64")
    ratio = (known["p50"].astype("float64") / told).map(np.log)
    index = {str(area): float(value) for area, value in ratio.groupby(known["area"]).median().items()}
    return np.array([SHARE * _of(index, place) for place in names().places])


def _of(index: dict[str, float], place: str) -> float:
    if place in {US, REMOTE}:
        return 0.0
    if place in index and np.isfinite(index[place]):
        return index[place]
    state = state_of(place)
    return index.get(state, 0.0) if state and state != place else 0.0
