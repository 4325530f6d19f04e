"""When estimates are served: how errors and intervals are reckoned, and what is said of them."""

from __future__ import annotations

import math
from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest

from data.estimating import evaluate
from data.estimating.evaluate import Evaluation, Outcome, Slice
from data.estimating.interval import offsets, quantile

GOOD = Evaluation(
    everywhere=Slice(1_000, 20_000, 30_000, 0.80),
    where_used=Slice(400, 24_000, 30_000, 0.80),
    hidden=Slice(90, 20_000, 20_000, 0.80),
)


def test_errors_and_coverage_count_a_question_by_its_weight() -> None:
    """Ten parts of half a question, all of them wrong, do not outweigh a whole one that was right."""
    truth, weight = np.full(11, 100_000.0), np.array([1.0, *[0.05] * 10])
    estimate = np.array([101_000.0, *[150_000.0] * 10])
    nothing = np.zeros(11, dtype=bool)
    told = Outcome(
        estimate, estimate - 5_000, estimate + 5_000, estimate + 9_000, estimate, estimate,
        nothing, nothing, nothing, nothing,
    )  # fmt: skip
    found = evaluate._slice(told, truth, weight, ~nothing)
    assert (found.postings, found.estimate, found.step_back) == (2, 1_000, 10_000)
    assert found.coverage == pytest.approx(1 / 1.5)


@pytest.mark.parametrize(
    ("part", "earned"),
    [
        ({}, True),
        ({"everywhere": Slice(1_000, 27_500, 30_000, 0.80)}, True),  # 8.3% better
        ({"everywhere": Slice(1_000, 27_700, 30_000, 0.80)}, False),  # 7.7% better
        ({"everywhere": Slice(1_000, 40_000, 30_000, 0.80)}, False),
        ({"everywhere": Slice(1_000, 20_000, 30_000, 0.76)}, True),
        ({"everywhere": Slice(1_000, 20_000, 30_000, 0.755)}, False),
        ({"everywhere": Slice(1_000, 20_000, 30_000, 0.84)}, True),
        ({"everywhere": Slice(1_000, 20_000, 30_000, 0.845)}, False),
        ({"where_used": Slice(400, 29_900, 30_000, 0.80)}, True),
        ({"where_used": Slice(400, 30_000, 30_000, 0.80)}, False),
        ({"where_used": Slice(400, 31_000, 30_000, 0.80)}, False),
        ({"where_used": Slice(0, 0.0, 0.0, 0.0)}, False),  # never asked, never shown to be of use
    ],
)
def test_estimates_are_served_only_where_better_and_true(part: dict[str, Slice], earned: bool) -> None:
    assert replace(GOOD, **part).earned is earned  # type: ignore[arg-type]


def test_a_loss_is_called_a_loss() -> None:
    worse = replace(GOOD, hidden=Slice(90, 30_600, 20_000, 0.71), by={"family People": Slice(0, 0, 0, 0)})
    told = "\n".join(worse.lines())
    assert "off by $20,000, stepping back by $30,000 (33% better), 80% inside" in told
    assert "off by $30,600, stepping back by $20,000 (53% worse), 71% inside" in told
    assert "-" not in told.replace("AI-skilled", "")
    assert "family People: no postings" in told


def test_what_was_chosen_on_the_same_postings_is_said_to_be_in_sample() -> None:
    (line,) = [line for line in GOOD.lines() if "smaller metros" in line]
    assert "(partly in sample)" in line


def test_quantile_is_the_least_value_that_reaches_its_share() -> None:
    value, even = np.array([3.0, 1.0, 2.0, 4.0]), np.ones(4)
    assert [quantile(value, even, share) for share in (0.1, 0.25, 0.5, 0.9)] == [1, 1, 2, 4]
    assert quantile(value, np.array([10.0, 1, 1, 1]), 0.5) == 3


def test_the_interval_holds_eight_of_ten_of_an_employer_it_never_saw() -> None:
    """The plain tenths of few employers' residuals, which move together, hold fewer."""
    fold, pay = np.repeat(np.arange(14), 20), NormalDist(0, math.hypot(0.2, 0.1))
    group, held, tenths = np.zeros(len(fold), dtype=np.int64), [], []
    for seed in range(60):
        drawn = np.random.default_rng(seed)
        residual = np.repeat(drawn.normal(0, 0.2, 14), 20) + drawn.normal(0, 0.1, len(fold))
        even = np.ones(len(residual))
        low, high = offsets(residual, even, fold, fold, group)[0]
        held.append(pay.cdf(high) - pay.cdf(low))
        tenths.append(pay.cdf(quantile(residual, even, 0.9)) - pay.cdf(quantile(residual, even, 0.1)))
    assert np.mean(held) == pytest.approx(0.8, abs=0.01)
    assert np.mean(tenths) < 0.78


def test_the_interval_of_employers_all_alike_is_the_tenths() -> None:
    residual = np.random.default_rng(3).normal(0, 0.2, 1000)
    fold, group = np.repeat(np.arange(20), 50), np.zeros(1000, dtype=np.int64)
    low, high = offsets(residual, np.ones(1000), fold, fold, group)[0]
    assert high - low == pytest.approx(2 * 1.2816 * 0.2, rel=0.15)
