"""Ridge regression over the postings, in sums that leave any group of employers out again at once.

The normal equations of least squares are sums over rows. Kept apart by fold, the fit without a fold,
or without two, is a subtraction and one solution: an honest evaluation costs little more than a fit.

The whole of it is `numpy.linalg.solve`; refused scikit-learn's Ridge and statsmodels' MixedLM, which
bring scipy and would read every row anew for every fold.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import numpy as np

from data.estimating.cases import names
from data.estimating.rows import FOLDS
from data.grouped import Real, Whole

# An effect is drawn to nothing as though one more employer, with one posting, had shown none.
# 0.5 to 4 measured alike (median errors within 2% of each other) on this index's own postings, so the
# number is the plain one.
PENALTY: Final = 1.0
_FREE: Final = 1e-6  # the level of pay itself is drawn to nothing by nobody


@dataclass(frozen=True, slots=True)
class Equations:
    """Sums by fold over the effects that occur, and over all folds.

    `left` is folds x effects x effects, `right` folds x effects. The last effect is the level of pay,
    which every row has; `used` are the columns of the others.
    """

    used: Whole
    left: Real
    right: Real
    all_left: Real
    all_right: Real

    def solve(self, without: Collection[int] = (), hidden: Equations | None = None) -> Real:
        """The effects by column, 0 for those never seen, the level of pay last.

        Folds may be left out, and so may the rows of other equations over the same columns.
        """
        left, right = self._without(without)
        if hidden is not None:
            hidden_left, hidden_right = hidden._without(without)
            left, right = left - hidden_left, right - hidden_right
        penalty = np.full(len(right), PENALTY)
        penalty[-1] = _FREE
        solved = np.linalg.solve(left + np.diag(penalty), right)
        effects = np.zeros(names().none + 2)
        effects[self.used] = solved[:-1]
        effects[-1] = solved[-1]
        return effects

    def _without(self, folds: Collection[int]) -> tuple[Real, Real]:
        out = sorted(folds)
        return self.all_left - self.left[out].sum(axis=0), self.all_right - self.right[out].sum(axis=0)


def equations(columns: Whole, value: Real, weight: Real, fold: Whole, used: Whole | None = None) -> Equations:
    """Sum rows into equations.

    Args:
        columns: rows x effects, the columns of each row's effects.
        value: what each row's effects should sum to.
        weight: how much each row counts.
        fold: each row's fold, from 0 to `FOLDS`.
        used: the columns that occur, where these rows are some of those of other equations.
    """
    none, folds = names().none, FOLDS
    if used is None:
        used = np.unique(columns)
        used = used[used != none]
    size = len(used) + 1
    place = np.full(none + 1, -1, dtype=np.int64)
    place[used] = np.arange(len(used))
    everywhere = np.full((len(columns), 1), len(used), dtype=np.int64)
    at = np.hstack((place[columns], everywhere))
    left, right = np.zeros((folds, size, size)), np.zeros((folds, size))
    for first in range(at.shape[1]):
        has = at[:, first] >= 0
        np.add.at(right, (fold[has], at[has, first]), weight[has] * value[has])
        for second in range(at.shape[1]):
            both = has & (at[:, second] >= 0)
            np.add.at(left, (fold[both], at[both, first], at[both, second]), weight[both])
    return Equations(used, left, right, left.sum(axis=0), right.sum(axis=0))
