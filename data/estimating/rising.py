"""Pay that never falls with the level: what neighbouring levels of a track say against it is averaged out.

Isotonic regression by pool-adjacent-violators, in the closed form of Robertson, Wright and Dykstra
(Order Restricted Statistical Inference, 1988, theorem 1.4.4): a level's value is the largest, over the
levels it may begin with, of the smallest mean up to any level it may end with. Refused
scikit-learn's and scipy's versions: either brings scipy, for a handful of levels a role.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np

from bot.understand.level_order import tracks
from data.estimating.cases import names
from data.grouped import Real, Whole

# A level nobody posts takes its neighbours' pay where it is out of order, and moves none of them.
_NOBODY: Final = 0.01


def rising(pay: Real, employers: Whole) -> Real:
    """The nearest pay, by squares weighted by employers, that rises along each track of levels.

    Args:
        pay: log pay, as roles x levels of `names()`; all levels together are on no track.
        employers: how many stand behind each, in the same shape.
    """
    found = pay.copy()
    for columns in _tracks():
        weight = employers[:, columns].astype(np.float64) + _NOBODY
        found[:, columns] = _rising(pay[:, columns], weight)
    return found


@cache
def _tracks() -> tuple[list[int], ...]:
    known = names().levels
    return tuple([known.index(level) for level in track] for track in tracks())


def _rising(value: Real, weight: Real) -> Real:
    steps = value.shape[1]
    found = np.full(value.shape, -np.inf)
    for first in range(steps):
        means = np.cumsum((value * weight)[:, first:], axis=1) / np.cumsum(weight[:, first:], axis=1)
        least = np.minimum.accumulate(means[:, ::-1], axis=1)[:, ::-1]
        found[:, first:] = np.maximum(found[:, first:], least)
    return found
