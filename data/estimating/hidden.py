"""Estimates for metros nobody has posted in: the smaller metros asked back with all their postings hidden.

Most of the areas of the country have no posting at all, so this is what an answer there is worth. It is
partly in sample: the spread added here was read off these very residuals.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from data.estimating.cases import names
from data.estimating.evidence import PLACE_SPREAD
from data.estimating.model import Fitting
from data.grouped import Real, Whole

# A metro with more of the postings than this stands for the index itself; hiding it tells nothing of others.
_LARGE: Final = 0.10
_GROUPS: Final = 10


def estimates(fitting: Fitting) -> tuple[Real, Real, Real]:
    """The log pay of each question in a smaller metro, and the ends of its interval; NaN for other questions.

    Neither the question's employer nor any posting seated in its metro is in the fit. The offsets of the
    interval are those of the whole model.
    """
    asked = fitting.asked
    log_pay, low, high = (np.full(len(asked.cases), np.nan) for _ in range(3))
    offsets, evidence = fitting.offsets(fitting.residuals()), fitting.census.without()
    for places in np.array_split(_small(fitting), _GROUPS):
        hidden = fitting.hiding(places)
        there = np.isin(asked.cases.place, places)
        for fold in np.unique(asked.fold[there]).tolist():
            mine = there & (asked.fold == fold)
            log_pay[mine] = fitting.fit_hiding(hidden, fold).log_pay(asked.cases.at(mine))
            ends = offsets[evidence.groups(asked.cases.at(mine))]
            low[mine] = log_pay[mine] - np.hypot(ends[:, 0], PLACE_SPREAD)
            high[mine] = log_pay[mine] + np.hypot(ends[:, 1], PLACE_SPREAD)
    return log_pay, low, high


def _small(fitting: Fitting) -> Whole:
    """The areas asked about that hold less than a tenth of the postings."""
    asked, known = fitting.asked, names()
    held = np.bincount(asked.cases.place, asked.weight, minlength=len(known.places))
    area = np.array([id_.isdecimal() and not id_.endswith("00000") for id_ in known.places])
    found: Whole = np.flatnonzero(area & (held > 0) & (held < _LARGE * held.sum()))
    return found
