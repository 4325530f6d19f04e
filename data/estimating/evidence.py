"""How many employers stand behind a question, and which questions are too little known to answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from data.estimating.cases import EVERY_LEVEL, Cases, Flags, names
from data.estimating.rows import FOLDS, Paid, Questions
from data.grouped import Real, Whole
from data.tables import MIN_EMPLOYERS, MIN_POSTINGS

# The groups whose residuals are apart: all levels together spread wider than one, and what few
# employers stand behind is missed by more.
ALL_LEVELS: Final = 0
ONE_LEVEL: Final = 1
FEW: Final = 2
GROUPS: Final = 3
_FEW_EMPLOYERS: Final = 10

# Eight of ten metros lie within this of what is estimated without any posting there, in log pay: what
# the interval had to widen by to hold 80% in the smaller metros when all their postings were hidden. It was
# read off this index's own postings, so that its test on them is partly in sample.
PLACE_SPREAD: Final = 0.19


@dataclass(frozen=True, slots=True)
class Evidence:
    """Paid postings and distinct employers anywhere in the country, with some folds left out.

    `postings` by role and `employers` by role and level: of this very role, with its children. `trees`
    by role: employers of the role, or for a child of its parent, children included; `in_family` by role
    and level: of the level in the role's family. `places` by place: of employers who post there.
    """

    postings: Real
    employers: Whole
    trees: Whole
    in_family: Whole
    places: Whole

    def answers(self, cases: Cases) -> Flags:
        """Which questions are known well enough to estimate.

        The role is a market of its own, 20 postings of 5 employers as a cell is, and 5 employers post it
        at the level: an estimate adjusts what is known of a job and makes up nothing.
        """
        known = (self.postings[cases.role] >= MIN_POSTINGS) & (
            self.employers[cases.role, EVERY_LEVEL] >= MIN_EMPLOYERS
        )
        enough: Flags = known & (self.employers[cases.role, cases.level] >= MIN_EMPLOYERS)
        return enough

    def groups(self, cases: Cases) -> Whole:
        """The group of each question."""
        plain = np.where(cases.level == EVERY_LEVEL, ALL_LEVELS, ONE_LEVEL)
        behind = np.minimum(self.trees[cases.role], self.in_family[cases.role, cases.level])
        return np.where(behind < _FEW_EMPLOYERS, FEW, plain)

    def spreads(self, place: Whole) -> Real:
        """How far, in log pay, a place's own level may lie from its ground, where few employers show it."""
        return np.where(self.places[place] < MIN_EMPLOYERS, PLACE_SPREAD, 0.0)


class Census:
    """Employers counted by fold, so that evidence without some folds is a subtraction."""

    def __init__(self, asked: Questions, seated: Paid) -> None:
        known = names()
        self._levels_known = len(known.levels)
        role = asked.cases.role
        tree, family = known.tree[role], known.family[role]
        own, every = asked.cases.level, np.full(len(asked.cases), EVERY_LEVEL)
        sizes = len(known.roles), (int(known.family.max()) + 1)
        self._postings = _summed(asked, role, sizes[0])
        self._postings += _summed(asked, np.where(tree == role, -1, tree), sizes[0])
        self._trees = _count(asked, [tree], sizes[0])
        by_role = [each * self._levels_known + level for each in (role, tree) for level in (own, every)]
        self._employers = _count(asked, by_role, sizes[0] * self._levels_known)
        in_family = [family * self._levels_known + level for level in (own, every)]
        self._in_family = _count(asked, in_family, sizes[1] * self._levels_known)
        at = seated.employer[seated.seat_row], seated.fold[seated.seat_row]
        self._places = _distinct(*at, seated.cases.place, len(known.places))

    def without(self, *folds: int) -> Evidence:
        """The evidence with some folds left out."""
        known, kept = names(), sorted(set(range(FOLDS)) - set(folds))

        def by_level(counted: Whole) -> Whole:
            rows: Whole = counted[kept].sum(axis=0).reshape(-1, self._levels_known)
            return rows

        return Evidence(
            postings=np.rint(self._postings[kept].sum(axis=0)),
            employers=by_level(self._employers),
            trees=self._trees[kept].sum(axis=0)[known.tree],
            in_family=by_level(self._in_family)[known.family],
            places=self._places[kept].sum(axis=0),
        )


def _summed(asked: Questions, kind: Whole, size: int) -> Real:
    """Postings of each kind, as folds x kinds; a row of kind -1 is of none."""
    use = kind >= 0
    at = asked.fold[use] * size + kind[use]
    summed: Real = np.bincount(at, asked.weight[use], minlength=FOLDS * size).astype(np.float64)
    return summed.reshape(FOLDS, size)


def _count(asked: Questions, kinds: list[Whole], size: int) -> Whole:
    """Employers of each kind; a row is of every kind its columns name."""
    times = len(kinds)
    return _distinct(np.tile(asked.employer, times), np.tile(asked.fold, times), np.concatenate(kinds), size)


def _distinct(employer: Whole, fold: Whole, kind: Whole, size: int) -> Whole:
    """Distinct employers of each kind, as folds x kinds."""
    once = np.unique(np.column_stack((fold, kind, employer)), axis=0)
    return np.bincount(once[:, 0] * size + once[:, 1], minlength=FOLDS * size).reshape(FOLDS, size)
