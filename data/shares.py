"""How many postings show pay, and how many ask for AI skills: by role and place, and overall."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.cells import ALL, Placed, placed
from data.grouped import Whole, distinct
from data.seats import Seats
from data.tables import SHARES


def measure(seats: Seats, parents: Mapping[str, str]) -> pd.DataFrame:
    """Count each role at each place, and every role together (role "all").

    Returns:
        A row a role and place with any posting, sorted by them: `postings`, their `employers`,
        `disclosed` (any pay shown), `ai_known` (what it asks of AI could be read), and among these
        `ai_required` and `ai_skilled` (required or preferred). Disclosure is that of these boards:
        another collection of boards has another.
    """
    together = Placed(seats, (ALL,), np.arange(len(seats)), np.zeros(len(seats), dtype=np.int64))
    frame = pd.concat([_count(together), _count(placed(seats, parents))], ignore_index=True)
    return frame.sort_values(list(SHARES.key), ignore_index=True).loc[:, list(SHARES.columns)]


def _count(counted: Placed) -> pd.DataFrame:
    held, spot, width = counted.seats, counted.spot, max(len(counted.seats.places), 1)
    size = len(counted.roles) * width

    def tally(marked: npt.NDArray[np.bool_]) -> Whole:
        return np.bincount(spot[marked], minlength=size)[kept]

    everything = np.bincount(spot, minlength=size)
    kept = np.flatnonzero(everything)
    _, employers, _ = distinct(spot, held.employer[counted.seat])
    return pd.DataFrame(
        {
            "role": [counted.roles[number] for number in (kept // width).tolist()],
            "place": [held.places[number] for number in (kept % width).tolist()],
            "postings": everything[kept],
            "employers": employers,
            "disclosed": tally(held.shown[counted.seat]),
            "ai_known": tally(held.known[counted.seat]),
            "ai_required": tally(held.required[counted.seat]),
            "ai_skilled": tally(held.skilled[counted.seat]),
        }
    )
