"""Premiums: like with like, both sides standing, and an interval that knows one employer is one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bot.understand.levels import levels
from data import premiums
from data.seats import seats

from .frames import SF, frame, prepared


def _side(ai: str, count: int, midpoint: float, employers: int = 8, **told: Any) -> list[dict[str, Any]]:
    """Postings of one side, midpoints 1,000 apart around the one given."""
    steps = [midpoint + 1_000 * (number - count // 2) for number in range(count)]
    return [
        prepared(ai=ai, midpoint=pay, employer=f"Employer {number % employers}", **told)
        for number, pay in enumerate(steps)
    ]


def _measured(rows: list[dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    found = premiums.measure(seats(frame(rows)), {}).to_dict("records")
    return {(row["place"], row["level"]): {str(k): v for k, v in row.items()} for row in found}


def test_a_premium_is_the_ratio_of_the_medians_less_one() -> None:
    found = _measured(_side("required", 21, 220_000) + _side("none", 31, 200_000))[SF, "senior"]
    assert (found["skilled_p50"], found["plain_p50"]) == (220_000, 200_000)
    assert found["premium"] == pytest.approx(0.10)
    assert (found["skilled_n"], found["plain_n"]) == (21, 31)
    assert found["low"] < found["premium"] < found["high"]


def test_a_premium_may_be_negative() -> None:
    found = _measured(_side("preferred", 25, 180_000) + _side("none", 25, 200_000))[SF, "senior"]
    assert found["high"] < 0


@pytest.mark.parametrize(
    "rows",
    [
        _side("required", 19, 220_000) + _side("none", 40, 200_000),
        _side("required", 40, 220_000) + _side("none", 19, 200_000),
        _side("required", 40, 220_000, employers=4) + _side("none", 40, 200_000),
        _side("required", 40, 220_000) + _side("none", 40, 200_000, employers=4),
        _side("required", 40, 220_000) + _side("unknown", 40, 200_000),
    ],
)
def test_both_sides_must_stand(rows: list[dict[str, Any]]) -> None:
    assert _measured(rows) == {}


def test_all_levels_compare_level_by_level() -> None:
    # AI-skilled postings are mostly staff here: within each level they pay the same.
    rows = _side("required", 60, 300_000, level="staff") + _side("none", 20, 300_000, level="staff")
    rows += _side("required", 20, 200_000) + _side("none", 60, 200_000)
    found = _measured(rows)[SF, "all"]
    assert found["premium"] == pytest.approx(0.0, abs=0.002)
    assert found["skilled_p50"] > found["plain_p50"]


def test_a_level_that_does_not_stand_adds_nothing_to_all() -> None:
    rows = _side("required", 25, 220_000) + _side("none", 25, 200_000)
    rows += _side("required", 5, 900_000, level="staff") + _side("none", 5, 100_000, level="staff")
    found = _measured(rows)
    assert (SF, "staff") not in found
    assert found[SF, "all"]["premium"] == found[SF, "senior"]["premium"]


def test_titles_that_state_no_level_are_a_row_of_their_own() -> None:
    rows = _side("required", 25, 220_000) + _side("none", 30, 200_000)
    rows += _side("required", 22, 260_000, level="") + _side("none", 21, 250_000, level="")
    found = _measured(rows)
    assert {level for place, level in found if place == SF} == {"senior", "unstated", "all"}
    assert (found[SF, "unstated"]["skilled_n"], found[SF, "unstated"]["plain_n"]) == (22, 21)
    assert found[SF, "unstated"]["premium"] == pytest.approx(0.04, abs=0.003)
    for side in ("skilled_n", "plain_n"):
        assert found[SF, "all"][side] == found[SF, "senior"][side] + found[SF, "unstated"][side]


def test_all_may_rest_on_titles_that_state_no_level() -> None:
    found = _measured(_side("required", 25, 220_000, level="") + _side("none", 25, 200_000, level=""))
    alike = [{k: v for k, v in found[SF, level].items() if k != "level"} for level in ("all", "unstated")]
    assert alike[0] == alike[1]


def test_unstated_is_no_level_anyone_can_ask_for() -> None:
    assert premiums.UNSTATED not in levels()


def test_postings_of_one_employer_are_no_independent_evidence() -> None:
    """Forty alike postings of one employer widen nothing they would narrow if each were drawn alone."""
    random = np.random.default_rng(3)
    spread = random.normal(0, 40_000, 8)
    clustered = [
        prepared(ai=ai, midpoint=base + spread[number % 8], employer=f"{ai} {number % 8}")
        for ai, base in (("required", 220_000.0), ("none", 200_000.0))
        for number in range(160)
    ]
    found = _measured(clustered)[SF, "senior"]
    naive = 1.2816 * np.hypot(1, 1) * 1.2533 * 40_000 / np.sqrt(160) / 200_000
    assert found["high"] - found["low"] > 2 * 2 * naive


def test_levels_weigh_by_their_smaller_side() -> None:
    rows = _side("required", 60, 220_000) + _side("none", 60, 200_000)
    rows += _side("required", 20, 300_000, level="staff") + _side("none", 80, 300_000, level="staff")
    found = _measured(rows)[SF, "all"]
    assert found["premium"] == pytest.approx(np.exp(60 * np.log(1.1) / 80) - 1, abs=0.003)
