"""Postings to seats: a posting takes one seat at each of its places.

Seats are columns of numbers beside tuples of names, so that the cells of a million postings are
counted with arithmetic, in little memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from bot.understand.text import fold
from data.classify.ai import SKILLED, UNKNOWN
from data.grouped import Real, Whole

_NEITHER: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Seats:
    """A row a posting and place.

    `role`, `place`, `level` and `employer` are numbers into the tuples of names beside them; `level` 0
    is a title that states none. `midpoint` is USD a year, NaN where no usable pay holds at the place.
    """

    roles: tuple[str, ...]
    places: tuple[str, ...]
    levels: tuple[str, ...]
    employers: tuple[str, ...]
    role: Whole
    place: Whole
    level: Whole
    employer: Whole
    midpoint: Real
    shown: npt.NDArray[np.bool_]
    known: npt.NDArray[np.bool_]
    required: npt.NDArray[np.bool_]
    skilled: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.role)


def seats(postings: pd.DataFrame) -> Seats:
    """Seat every posting at each of its places.

    Args:
        postings: a row a posting with a role and a place in the US: `role` `level` ("" where the title
            does not say) `places` (tuple of place ids) `employer` `ai` `currency` `midpoint` (USD a
            year, NaN where no usable pay is shown) and, where a posting gives several ranges,
            `midpoints` (a tuple beside `places`; elsewhere None).
    """
    counts = np.fromiter(map(len, postings["places"]), dtype=np.int64, count=len(postings))
    row = np.repeat(np.arange(len(postings)), counts)
    place, places = _numbered(pd.Series(list(_flat(postings["places"])), dtype="object"))
    role, roles = _numbered(postings["role"])
    level, levels = _numbered(postings["level"], first="")
    employer, employers = _numbered(employer_key(postings["employer"]))
    midpoint = postings["midpoint"].to_numpy(dtype=np.float64)[row]
    if "midpoints" in postings.columns:
        starts = np.concatenate(([0], np.cumsum(counts)))
        for at in np.flatnonzero(postings["midpoints"].notna().to_numpy()):
            midpoint[starts[at] : starts[at + 1]] = postings["midpoints"].iloc[at]
    ai = postings["ai"]
    return Seats(
        roles, places, levels, employers,
        role[row], place, level[row], employer[row], midpoint,
        postings["currency"].ne("").to_numpy(dtype=bool)[row],
        ai.ne(UNKNOWN).to_numpy(dtype=bool)[row],
        ai.eq("required").to_numpy(dtype=bool)[row],
        ai.isin(SKILLED).to_numpy(dtype=bool)[row],
    )  # fmt: skip


def employer_key(names: pd.Series[str]) -> pd.Series[str]:
    """One key for an employer however its name is spelt: "Match Group" and "matchgroup" are one."""
    return names.map({name: _NEITHER.sub("", fold(name)) or name for name in names.unique()})


def _flat(places: pd.Series[tuple[str, ...]]) -> Iterable[str]:  # type: ignore[type-var]
    return (place for each in places for place in each)


def _numbered(names: pd.Series[str], first: str | None = None) -> tuple[Whole, tuple[str, ...]]:
    distinct = sorted(set(names.unique()) - {first})
    known = ([first] if first is not None else []) + distinct
    numbers = {name: number for number, name in enumerate(known)}
    return names.map(numbers).to_numpy(dtype=np.int64), tuple(known)
