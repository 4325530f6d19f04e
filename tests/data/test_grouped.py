"""Counts and quantiles of many groups at once agree with doing it group by group."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from data.grouped import distinct, quantiles, runs

WANTED = [0.10, 0.25, 0.50, 0.75, 0.90]
pairs = st.lists(st.tuples(st.integers(0, 6), st.integers(1, 2_000_000)), min_size=1, max_size=80)


@given(pairs)
def test_quantiles_are_numpys_to_the_bit(rows: list[tuple[int, int]]) -> None:
    group = np.array([row[0] for row in rows])
    value = np.array([row[1] / 2 for row in rows])
    groups, found = quantiles(group, value, WANTED)
    assert groups.tolist() == sorted(set(group.tolist()))
    for number, figures in zip(groups.tolist(), found, strict=True):
        assert figures.tolist() == np.quantile(value[group == number], WANTED).tolist()


@given(pairs)
def test_distinct_members_and_the_largest_one(rows: list[tuple[int, int]]) -> None:
    group = np.array([row[0] for row in rows])
    member = np.array([row[1] % 5 for row in rows])
    groups, counts, largest = distinct(group, member)
    for number, count, most in zip(groups.tolist(), counts.tolist(), largest.tolist(), strict=True):
        theirs = member[group == number].tolist()
        assert (count, most) == (len(set(theirs)), max(map(theirs.count, theirs)))


def test_nothing_gives_nothing() -> None:
    empty = np.array([], dtype=np.int64)
    assert len(runs(empty).start) == 0
    assert quantiles(empty, empty.astype(float), WANTED)[1].shape == (0, 5)
    assert [len(each) for each in distinct(empty, empty)] == [0, 0, 0]
