"""The AI premium: AI-skilled postings against those that ask for no AI, same role, place and level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
import pandas as pd

from data.cells import ALL, Placed, placed
from data.grouped import Real, Whole
from data.seats import Seats
from data.tables import MIN_EMPLOYERS, MIN_POSTINGS, PREMIUMS

DRAWS: Final = 600
INTERVAL: Final = (0.10, 0.90)
UNSTATED: Final = "unstated"  # the level column's word for titles that state none; no level id
_SEED: Final = 20260808
_STEPS: Final = 512


def measure(seats: Seats, parents: Mapping[str, str]) -> pd.DataFrame:
    """Measure every premium with at least 20 paid postings of 5 employers on both sides.

    A premium is the median midpoint of AI-skilled postings over the median of those read to ask for
    no AI, less one; postings whose requirement is unknown are on neither side. The interval is the
    middle 80% of a bootstrap that draws whole employers, because the postings of one employer share
    its bands and are no independent evidence.

    Level "all" compares like with like, level by level, those of no stated level with each other: the
    weighted mean of the log ratios of the levels that stand, by the smaller side's postings. Where no
    level stands there is none, however many postings there are. Each of the levels it averages has a
    row of its own, titles that state none as "unstated"; "all" counts exactly their postings.

    Returns:
        A row a comparison, sorted by `role place level`; medians in whole dollars; for level "all" the
        medians are of all the postings compared.
    """
    counted = placed(seats, parents)
    rows = [row for spot in _spots(counted) for row in _compare(counted, *spot)]
    frame = pd.DataFrame(rows, columns=list(PREMIUMS.columns))
    return frame.sort_values(list(PREMIUMS.key), ignore_index=True)


def _spots(counted: Placed) -> Iterator[tuple[str, str, Whole]]:
    """Role, place and rows wherever both sides could stand at all."""
    held = counted.seats
    paid = np.flatnonzero(~np.isnan(held.midpoint[counted.seat]) & held.known[counted.seat])
    spot = counted.spot[paid]
    size = len(counted.roles) * max(len(held.places), 1)
    skilled = held.skilled[counted.seat[paid]]
    both = np.minimum(np.bincount(spot[skilled], minlength=size), np.bincount(spot[~skilled], minlength=size))
    order = np.argsort(spot, kind="stable")
    ordered = spot[order]
    for number in np.flatnonzero(both >= MIN_POSTINGS).tolist():
        start, end = np.searchsorted(ordered, (number, number + 1))
        role, place = divmod(number, len(held.places))
        yield counted.roles[role], held.places[place], paid[order[start:end]]


def _compare(counted: Placed, role: str, place: str, rows: Whole) -> Iterator[tuple[object, ...]]:
    held, seat = counted.seats, counted.seat[rows]
    level = held.level[seat]
    strata = []
    for number in np.unique(level).tolist():
        here = seat[level == number]
        sides = (here[held.skilled[here]], here[~held.skilled[here]])
        if not all(_stands(held, side) for side in sides):
            continue
        strata.append(sides)
        yield (role, place, held.levels[number] or UNSTATED, *_row(held, [sides]))
    if strata:
        yield (role, place, ALL, *_row(held, strata))


def _stands(held: Seats, side: Whole) -> bool:
    return len(side) >= MIN_POSTINGS and len(np.unique(held.employer[side])) >= MIN_EMPLOYERS


def _row(held: Seats, strata: list[tuple[Whole, Whole]]) -> tuple[object, ...]:
    counts: list[object] = []
    for side in (0, 1):
        of_side = np.concatenate([each[side] for each in strata])
        counts += [
            len(of_side),
            len(np.unique(held.employer[of_side])),
            int(np.floor(np.median(held.midpoint[of_side]) + 0.5)),
        ]
    weights = np.array([min(map(len, each)) for each in strata], dtype=float)
    ratios = [_log_ratio(held.midpoint[skilled], held.midpoint[plain]) for skilled, plain in strata]
    premium = float(np.average(ratios, weights=weights))
    low, high = np.quantile(_bootstrap(held, strata, weights), INTERVAL)
    return (*counts, *(round(float(np.expm1(each)), 4) for each in (premium, low, high)))


def _log_ratio(skilled: Real, plain: Real) -> float:
    return float(np.log(np.median(skilled)) - np.log(np.median(plain)))


def _bootstrap(held: Seats, strata: list[tuple[Whole, Whole]], weights: Real) -> Real:
    """Log ratios of `DRAWS` draws of employers, with replacement, both sides of an employer together."""
    random = np.random.default_rng(_SEED)
    together = np.concatenate([side for sides in strata for side in sides])
    employers, number = np.unique(held.employer[together], return_inverse=True)
    times = random.multinomial(len(employers), np.full(len(employers), 1 / len(employers)), size=DRAWS)
    drawn = times.astype(np.float64)
    total, start = np.zeros(DRAWS), 0
    for (skilled, plain), weight in zip(strata, weights / weights.sum(), strict=True):
        medians = []
        for side in (skilled, plain):
            theirs = number[start : start + len(side)]
            start += len(side)
            medians.append(_medians(held.midpoint[side], theirs, drawn))
        total += weight * (np.log(medians[0]) - np.log(medians[1]))
    return total[~np.isnan(total)]


def _medians(values: Real, employer: Whole, times: Real) -> Real:
    """The median of the values with each employer's taken `times` over, a figure a draw; NaN for none.

    Up to `_STEPS` different values are exact; more are first rounded to that many quantiles.
    """
    steps = np.unique(values)
    if len(steps) > _STEPS:
        steps = np.unique(np.quantile(values, np.linspace(0, 1, _STEPS), method="nearest"))
    column = np.minimum(np.searchsorted(steps, values), len(steps) - 1)
    held = np.zeros((times.shape[1], len(steps)))
    np.add.at(held, (employer, column), 1.0)
    running = np.cumsum(times @ held, axis=1)
    count = running[:, -1:]

    def at(rank: Real) -> Real:
        found: Real = steps[np.minimum((running < rank).sum(axis=1), len(steps) - 1)]
        return found

    median: Real = (at(np.floor((count + 1) / 2)) + at(np.floor(count / 2) + 1)) / 2
    drawn: Real = np.where(count[:, 0] > 0, median, np.nan)
    return drawn
