"""Where a base falls in a cell, by hand: p10 150, p25 180, p50 200, p75 230, p90 260 (thousand)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playbook.position import Percentile, percentile

from .test_counter import ESTIMATE, MARKET

CELL = replace(MARKET, p10=150_000, p25=180_000, p50=200_000, p75=230_000, p90=260_000)


@pytest.mark.parametrize(
    ("base", "percent"),
    [
        (150_000, 10),
        (165_000, 18),  # 10 + 15 * 15/30 = 17.5
        (180_000, 25),
        (190_000, 38),  # 25 + 25 * 10/20 = 37.5
        (200_000, 50),
        (215_000, 62),  # 50 + 25 * 15/30 = 62.5, even rounding
        (230_000, 75),
        (260_000, 90),
    ],
)
def test_between_two_percentiles_by_the_straight_line(base: float, percent: int) -> None:
    assert percentile(base, CELL) == Percentile(percent)


def test_outside_the_tenths_only_that_is_known() -> None:
    assert percentile(149_999, CELL) == Percentile(None, "lowest_tenth")
    assert percentile(260_001, CELL) == Percentile(None, "highest_tenth")


def test_an_estimate_has_no_percentiles_nor_a_cell_without_its_ends() -> None:
    assert percentile(200_000, ESTIMATE) is None
    assert percentile(200_000, replace(CELL, p90=None)) is None


@given(st.floats(100_000, 300_000), st.floats(0, 50_000))
def test_more_pay_never_stands_lower(base: float, more: float) -> None:
    def rank(value: float) -> float:
        found = percentile(value, CELL)
        assert found is not None
        return {"lowest_tenth": 0, "highest_tenth": 100}.get(found.beyond or "", found.percent or 0)

    assert rank(base + more) >= rank(base)
