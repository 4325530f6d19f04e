"""How far posted midpoints fall from an estimate: offsets that hold 8 of 10 of an unseen employer's.

The offsets are quantiles of residuals, each from a fit without its own employer (conformal
prediction). Residuals of one employer move together, so the tenths of those at hand hold less than 80%
of a new employer's: the tails are narrowed until the offsets of the other folds hold nearest to 80% of each.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from data.estimating.evidence import GROUPS
from data.grouped import Real, Whole

HELD: Final = 0.80
_TAILS: Final = tuple(0.100 - 0.005 * step for step in range(15))
# Fewer employers' residuals have no tenths of their own.
_MIN_EMPLOYERS: Final = 20


def offsets(residual: Real, weight: Real, fold: Whole, employer: Whole, group: Whole) -> Real:
    """The lower and upper offset of log pay, as groups x 2; a group of few employers has those of all.

    Args:
        residual: log of the posted midpoint over its estimate.
        weight: how much each counts.
        fold: whose residuals go together.
        employer: whose each is.
        group: see `data.estimating.evidence`.
    """
    everyone = _offsets(residual, weight, fold)
    found = np.tile(everyone, (GROUPS, 1))
    for number in range(GROUPS):
        mine = group == number
        if len(np.unique(employer[mine])) >= _MIN_EMPLOYERS:
            found[number] = _offsets(residual[mine], weight[mine], fold[mine])
    return found


def quantile(value: Real, weight: Real, share: float) -> float:
    """The least value with at least `share` of the weight at or under it."""
    order = np.argsort(value, kind="stable")
    return _at(value[order], np.cumsum(weight[order]), share)


def _at(ordered: Real, reached: Real, share: float) -> float:
    return float(ordered[min(np.searchsorted(reached, share * reached[-1]), len(ordered) - 1)])


def _offsets(residual: Real, weight: Real, fold: Whole) -> Real:
    order = np.argsort(residual, kind="stable")
    residual, weight, fold = residual[order], weight[order], fold[order]
    held = np.zeros(len(_TAILS))
    for out in np.unique(fold):
        rest, mine = fold != out, fold == out
        if rest.any():
            ends = _ends(residual[rest], np.cumsum(weight[rest]))
            held += _inside(residual[mine], np.cumsum(weight[mine]), ends)
    best = int(np.abs(held / weight.sum() - HELD).argmin())
    found: Real = _ends(residual, np.cumsum(weight))[best]
    return found


def _ends(ordered: Real, reached: Real) -> Real:
    """The two ends at each tail, as tails x 2."""
    return np.array([[_at(ordered, reached, tail), _at(ordered, reached, 1 - tail)] for tail in _TAILS])


def _inside(ordered: Real, reached: Real, ends: Real) -> Real:
    """The weight between each pair of ends."""
    below = np.concatenate(([0.0], reached))
    upper = below[np.searchsorted(ordered, ends[:, 1], side="right")]
    lower = below[np.searchsorted(ordered, ends[:, 0], side="left")]
    inside: Real = upper - lower
    return inside
