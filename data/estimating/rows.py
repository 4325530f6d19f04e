"""Postings to what estimates learn from, and to what they are asked when they are tested."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from bot.understand.places import place
from data.cells import ALL
from data.classify.ai import SKILLED
from data.estimating.cases import EVERY_LEVEL, US, Cases, Flags, names
from data.grouped import Real, Whole
from data.seats import employer_key, seats

FOLDS: Final = 20
# A few hundred effects gain nothing from more; whole employers are drawn up to about so many postings.
MOST_POSTINGS: Final = 50_000
_SEED: Final = 20_260_808

# What a job's own place is, nearest first.
_KINDS: Final = ("area", "state", "remote", "country")


@dataclass(frozen=True, slots=True)
class Lessons:
    """A row a posting, place, and way it counts (its level or all levels, AI-skilled or all).

    `weight` sums over an employer's rows to the square root of its postings: one with a hundred counts
    ten times as much as one with one. `posting` is the number of each row's posting.
    """

    cases: Cases
    log_pay: Real
    weight: Real
    fold: Whole
    posting: Whole


@dataclass(frozen=True, slots=True)
class Questions:
    """What a posting's own pay answers: its role, level if stated, metro, and AI skill if asked.

    A posting in several metros asks once for each, at an equal share of `weight`; one in none asks
    for its state, or remote work, or the country.
    """

    cases: Cases
    midpoint: Real
    weight: Real
    fold: Whole
    employer: Whole


@dataclass(frozen=True, slots=True)
class Paid:
    """Paid postings of whole employers, numbered: `employer` and `fold` a row; and where they are seated.

    `seat_row` gives the posting of each seat with pay, in `seats`' order; pooled places are no seats.
    """

    postings: pd.DataFrame
    employer: Whole
    fold: Whole
    seat_row: Whole
    cases: Cases
    midpoint: Real


def paid(kept: pd.DataFrame) -> Paid | None:
    """The paid postings in folds of whole employers; None where there are fewer employers than folds.

    Args:
        kept: a row a posting in a US cell, as `data.seats.seats` takes it.
    """
    shown = kept[kept["midpoint"].notna()].reset_index(drop=True)
    keys = employer_key(shown["employer"])
    if keys.nunique() < FOLDS:
        return None
    sizes = keys.value_counts().sort_index()
    order = np.random.default_rng(_SEED).permutation(len(sizes))
    sizes = sizes.iloc[order]
    sizes = sizes[sizes.cumsum().le(MOST_POSTINGS) | (np.arange(len(sizes)) < FOLDS)]
    inside = keys.isin(sizes.index)
    shown, keys = shown[inside].reset_index(drop=True), keys[inside].reset_index(drop=True)
    numbers = {key: number for number, key in enumerate(sizes.index)}
    employer = keys.map(numbers).to_numpy(dtype=np.int64)
    return _seated(shown, employer, _folds(sizes.to_list())[employer])


def lessons(known: Paid) -> Lessons:
    """What the postings teach: the very seats that cells count."""
    own_level = np.array(_levels(known))[known.seat_row]
    skilled = _skilled(known)[known.seat_row]
    ways = []
    for by_level in (False, True):
        for by_skill in (False, True):
            rows = np.flatnonzero((own_level != EVERY_LEVEL) | (not by_level))
            rows = rows[skilled[rows]] if by_skill else rows
            level = own_level[rows] if by_level else np.full(len(rows), EVERY_LEVEL)
            ways.append((rows, level, np.full(len(rows), by_skill)))
    seat = np.concatenate([rows for rows, _, _ in ways])
    row = known.seat_row[seat]
    times = np.bincount(row, minlength=len(known.postings))
    posted = np.bincount(known.employer)
    weight = posted[known.employer[row]] ** -0.5 / times[row]
    cases = Cases(
        known.cases.role[seat],
        np.concatenate([level for _, level, _ in ways]),
        known.cases.place[seat],
        np.concatenate([by_skill for _, _, by_skill in ways]),
    )
    return Lessons(cases, np.log(known.midpoint[seat]), weight, known.fold[row], row)


def questions(known: Paid) -> Questions:
    """What the postings are asked back."""
    finest = _fineness()[known.cases.place]
    best = np.full(len(known.postings), len(_KINDS))
    np.minimum.at(best, known.seat_row, finest)
    asked = np.flatnonzero(finest == best[known.seat_row])
    row = known.seat_row[asked]
    shares = np.bincount(row, minlength=len(known.postings))
    cases = Cases(
        known.cases.role[asked], np.array(_levels(known))[row], known.cases.place[asked], _skilled(known)[row]
    )
    return Questions(cases, known.midpoint[asked], 1 / shares[row], known.fold[row], known.employer[row])


def _seated(shown: pd.DataFrame, employer: Whole, fold: Whole) -> Paid:
    held = seats(shown)
    row = np.repeat(np.arange(len(shown)), shown["places"].str.len().to_numpy(dtype=np.int64))
    known = names()
    places = {id_: number for number, id_ in enumerate(known.places)}
    number = np.array([places.get(id_, -1) for id_ in held.places], dtype=np.int64)[held.place]
    use = (number >= 0) & np.isfinite(held.midpoint)
    role = np.array([known.roles.index(id_) for id_ in held.roles], dtype=np.int64)[held.role]
    nothing = np.zeros(int(use.sum()), dtype=np.int64)
    cases = Cases(role[use], nothing, number[use], nothing.astype(bool))
    return Paid(shown, employer, fold, row[use], cases, held.midpoint[use])


def _levels(known: Paid) -> list[int]:
    table = {id_: number for number, id_ in enumerate(names().levels)}
    return [table[level or ALL] for level in known.postings["level"]]


def _skilled(known: Paid) -> Flags:
    return known.postings["ai"].isin(SKILLED).to_numpy(dtype=bool)


def _folds(sizes: list[int]) -> Whole:
    """A fold for each employer: the largest first, each to the fold with the fewest postings."""
    held = np.zeros(FOLDS, dtype=np.int64)
    fold = np.zeros(len(sizes), dtype=np.int64)
    for number in sorted(range(len(sizes)), key=lambda each: -sizes[each]):
        fold[number] = int(held.argmin())
        held[fold[number]] += sizes[number]
    return fold


def _fineness() -> Whole:
    """How near each place comes to a job's own: an area, then a state, then remote, then the US."""
    return np.array([_fine(id_) for id_ in names().places], dtype=np.int64)


def _fine(id_: str) -> int:
    if id_ == US:
        return _KINDS.index("country")
    kind = place(id_).kind
    return _KINDS.index("remote" if kind == "remote" else "state" if kind == "state" else "area")
