"""Seats to cells: role x place x level x AI, each with what stands behind it.

A posting counts for its role and for that role's parent; for its level, where its title states one,
and for all levels; and, where it asks for AI skills, among those alone too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.grouped import Whole, distinct, quantiles
from data.seats import Seats
from data.tables import CELLS, MIN_EMPLOYERS, MIN_POSTINGS

ALL: Final = "all"
QUANTILES: Final = {"p10": 0.10, "p25": 0.25, "p50": 0.50, "p75": 0.75, "p90": 0.90}
_KEY: Final = list(CELLS.key)


@dataclass(frozen=True, slots=True)
class Placed:
    """Seats as they count for roles: each once for its own, and again for a parent.

    `seat` says which seat a row is; `role` is a number into `roles`, for which the seat counts here.
    """

    seats: Seats
    roles: tuple[str, ...]
    seat: Whole
    role: Whole

    @property
    def spot(self) -> Whole:
        """One number for role and place together."""
        return self.role * len(self.seats.places) + self.seats.place[self.seat]


def placed(seats: Seats, parents: Mapping[str, str]) -> Placed:
    """Let each seat count for its role and for the role's parent."""
    above = [parents.get(role, "") for role in seats.roles]
    roles = (*seats.roles, *sorted(set(above) - set(seats.roles) - {""}))
    up = np.array([roles.index(parent) if parent else -1 for parent in above], dtype=np.int64)
    climbs = np.flatnonzero(up[seats.role] >= 0) if len(up) else np.empty(0, dtype=np.int64)
    seat = np.concatenate((np.arange(len(seats)), climbs))
    return Placed(seats, roles, seat, np.concatenate((seats.role, up[seats.role[climbs]])))


def measure(seats: Seats, parents: Mapping[str, str]) -> pd.DataFrame:
    """Measure every cell that holds at least one paid posting.

    Args:
        seats: the postings at their places.
        parents: child role to parent role; a parent's cells hold its children's postings.

    Returns:
        A row a cell, sorted by key: `role place level ai`; `n` paid postings, their distinct
        `employers` and how many the `largest` of these posted; `postings` in all, `disclosed` (any
        pay shown), `ai_known` and `ai_skilled` among them; p10 to p90 of midpoints in whole dollars
        (linear interpolation, `numpy.quantile`), missing where the cell is thin; `includes`, the child
        roles among the paid postings (";" between them), for cells that stand.
    """
    found = [_pass(placed(seats, parents), by_level, skilled) for by_level, skilled in _WAYS]
    frame = pd.concat([each for each in found if len(each)] or found[:1], ignore_index=True)
    frame = frame.astype(dict.fromkeys(QUANTILES, "Int64"))
    return frame.sort_values(_KEY, ignore_index=True).loc[:, list(CELLS.columns)]


# All levels together or each alone; every posting or only those that ask for AI skills.
_WAYS: Final = ((False, False), (True, False), (False, True), (True, True))


def _pass(counted: Placed, by_level: bool, skilled: bool) -> pd.DataFrame:
    held, rows = counted.seats, _rows(counted, by_level, skilled)
    seat = counted.seat[rows]
    levels = len(held.levels)
    cell = counted.spot[rows] * levels + (held.level[seat] if by_level else 0)
    size = len(counted.roles) * len(held.places) * levels
    paid = ~np.isnan(held.midpoint[seat])
    n = np.bincount(cell[paid], minlength=size)
    kept = np.flatnonzero(n)
    _, employers, largest = distinct(cell[paid], held.employer[seat[paid]])
    tally = {
        "postings": np.bincount(cell, minlength=size)[kept],
        "disclosed": np.bincount(cell[held.shown[seat]], minlength=size)[kept],
        "ai_known": np.bincount(cell[held.known[seat]], minlength=size)[kept],
        "ai_skilled": np.bincount(cell[held.skilled[seat]], minlength=size)[kept],
    }
    stands = (n[kept] >= MIN_POSTINGS) & (employers >= MIN_EMPLOYERS)
    standing = np.zeros(size, dtype=bool)
    standing[kept[stands]] = True
    quoted = np.flatnonzero(paid)[standing[cell[paid]]]
    _, figures = quantiles(cell[quoted], held.midpoint[seat[quoted]], list(QUANTILES.values()))
    spot = kept // levels
    frame = pd.DataFrame(
        {
            "role": _named(counted.roles, spot // max(len(held.places), 1)),
            "place": _named(held.places, spot % max(len(held.places), 1)),
            "level": _named(held.levels, kept % levels) if by_level else ALL,
            "ai": "skilled" if skilled else ALL,
            "n": n[kept],
            "employers": employers,
            "largest": largest,
            **tally,
            "includes": "",
        }
    )
    for column, name in enumerate(QUANTILES):
        frame[name] = np.nan
        # Half a dollar rounds up: numpy's own rounding goes to the even neighbour.
        frame.loc[stands, name] = np.floor(figures[:, column] + 0.5)
    for at, names in _children(counted, cell[quoted], rows[quoted], kept):
        frame.loc[at, "includes"] = names
    return frame


def _rows(counted: Placed, by_level: bool, skilled: bool) -> Whole:
    held = counted.seats
    wanted: npt.NDArray[np.bool_] = np.ones(len(counted.seat), dtype=bool)
    if by_level:
        wanted &= held.level[counted.seat] > 0
    if skilled:
        wanted &= held.skilled[counted.seat]
    return np.flatnonzero(wanted)


def _children(counted: Placed, cell: Whole, rows: Whole, kept: Whole) -> Iterator[tuple[int, str]]:
    """Which roles besides its own a standing cell's paid postings were posted for."""
    posted = counted.seats.role[counted.seat[rows]]
    lent = counted.role[rows] != posted
    span = len(counted.roles)
    pairs = np.unique(cell[lent] * span + posted[lent])
    names: dict[int, list[str]] = {}
    for pair in pairs.tolist():
        names.setdefault(pair // span, []).append(counted.roles[pair % span])
    for group, children in names.items():
        yield int(np.searchsorted(kept, group)), ";".join(sorted(children))


def _named(names: tuple[str, ...], numbers: Whole) -> list[str]:
    return [names[number] for number in numbers.tolist()]
