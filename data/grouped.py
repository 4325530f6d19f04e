"""Counts and quantiles of many small groups at once: a sort and some arithmetic instead of a loop.

`DataFrame.groupby(...).quantile` does the same; over a million postings, each in a dozen cells,
it took several times the time and memory of this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Real = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Runs:
    """Sorted rows in runs of one group each: `start` is each run's first row, `size` its length."""

    group: Whole
    start: Whole
    size: Whole


def runs(ordered: Whole) -> Runs:
    """Find the runs of equal numbers in a sorted array."""
    if not len(ordered):
        empty = np.empty(0, dtype=np.int64)
        return Runs(empty, empty, empty)
    start = np.concatenate(([0], np.flatnonzero(np.diff(ordered)) + 1)).astype(np.int64)
    size = np.diff(np.append(start, len(ordered)))
    return Runs(ordered[start], start, size)


def distinct(group: Whole, member: Whole) -> tuple[Whole, Whole, Whole]:
    """Count the distinct members of each group, and the rows of its most frequent member.

    Args:
        group: a number a row.
        member: a number from 0 a row.

    Returns:
        The groups, ascending; how many distinct members each has; the rows of its largest one.
    """
    span = int(member.max(initial=0)) + 1
    pairs = runs(np.sort(group * span + member))
    each = runs(pairs.group // span)
    largest = np.maximum.reduceat(pairs.size, each.start) if len(each.start) else each.start
    return each.group, each.size, largest


def quantiles(group: Whole, value: Real, wanted: Sequence[float]) -> tuple[Whole, Real]:
    """Quantiles of each group by linear interpolation, to the bit those of `numpy.quantile`.

    Returns:
        The groups, ascending, and an array of groups x wanted.
    """
    order = np.lexsort((value, group))
    ordered = value[order]
    each = runs(group[order])
    columns = []
    for share in wanted:
        position = share * (each.size - 1)
        below = np.floor(position).astype(np.int64)
        part = position - below
        low = ordered[each.start + below]
        high = ordered[each.start + np.minimum(below + 1, each.size - 1)]
        step = high - low
        # numpy interpolates from the nearer end; so does this, or halves of a dollar would differ.
        columns.append(np.where(part >= 0.5, high - step * (1 - part), low + step * part))  # noqa: PLR2004
    return each.group, np.column_stack(columns) if columns else np.empty((len(each.group), 0))
