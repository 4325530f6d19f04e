"""Postings become cells: what counts where, and when a figure stands."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from data import cells
from data.seats import seats

PARENTS = {"backend-engineer": "software-engineer"}
SF, US = "0041860", "0000000"


def _posting(number: int, **told: object) -> dict[str, object]:
    return {
        "employer": f"Employer {number % 7}",
        "role": "software-engineer",
        "level": "senior",
        "places": (US, SF),
        "ai": "none",
        "currency": "USD",
        "midpoint": 150_000.0 + number * 1_000,
    } | told


def _cells(rows: list[dict[str, object]]) -> dict[tuple[str, ...], dict[str, Any]]:
    measured = measure(rows).to_dict("records")
    named = [{str(name): value for name, value in row.items()} for row in measured]
    return {(cell["role"], cell["place"], cell["level"], cell["ai"]): cell for cell in named}


def measure(rows: list[dict[str, object]]) -> pd.DataFrame:
    return cells.measure(seats(pd.DataFrame(rows)), PARENTS)


def test_a_cell_that_stands_has_linear_quantiles_in_whole_dollars() -> None:
    cell = _cells([_posting(number) for number in range(24)])["software-engineer", SF, "senior", "all"]
    expected = np.quantile([150_000 + n * 1_000 for n in range(24)], [0.10, 0.25, 0.50, 0.75, 0.90])
    found = [cell[name] for name in ("p10", "p25", "p50", "p75", "p90")]
    assert found == [round(value) for value in expected]
    assert (cell["n"], cell["employers"]) == (24, 7)


def test_half_a_dollar_rounds_up() -> None:
    rows = [_posting(number, midpoint=100_000.0 + (number % 2)) for number in range(20)]
    assert _cells(rows)["software-engineer", SF, "senior", "all"]["p50"] == 100_001


def test_nineteen_postings_or_four_employers_are_a_count_only() -> None:
    few = _cells([_posting(number) for number in range(19)])
    clustered = _cells([_posting(number, employer=f"Employer {number % 4}") for number in range(40)])
    for found, n, employers in ((few, 19, 7), (clustered, 40, 4)):
        cell = found["software-engineer", SF, "senior", "all"]
        assert (cell["n"], cell["employers"]) == (n, employers)
        assert pd.isna(cell["p50"])


def test_spellings_of_one_employer_count_once() -> None:
    names = ["Match Group", "matchgroup", "MatchGroup", "Match-Group", "match group"]
    cells = _cells([_posting(number, employer=names[number % 5]) for number in range(20)])
    assert cells["software-engineer", SF, "senior", "all"]["employers"] == 1


def test_a_parent_includes_its_children_and_names_them() -> None:
    rows = [_posting(n) for n in range(15)] + [_posting(n, role="backend-engineer") for n in range(10)]
    cells = _cells(rows)
    parent = cells["software-engineer", SF, "senior", "all"]
    assert (parent["n"], parent["includes"]) == (25, "backend-engineer")
    assert cells["backend-engineer", SF, "senior", "all"]["n"] == 10


def test_a_posting_without_a_level_counts_only_in_all_levels() -> None:
    cells = _cells([_posting(1), _posting(2, level="")])
    assert cells["software-engineer", SF, "all", "all"]["n"] == 2
    assert cells["software-engineer", SF, "senior", "all"]["n"] == 1


def test_unpaid_postings_count_in_disclosure_and_penetration_alone() -> None:
    rows = [
        _posting(1, ai="required"),
        _posting(2, ai="preferred", midpoint=float("nan"), currency=""),
        _posting(3, ai="unknown", midpoint=float("nan"), currency="GBP"),
    ]
    cells = _cells(rows)
    cell = cells["software-engineer", SF, "all", "all"]
    assert (cell["n"], cell["postings"], cell["disclosed"]) == (1, 3, 2)
    assert (cell["ai_known"], cell["ai_skilled"]) == (2, 2)
    assert cells["software-engineer", SF, "all", "skilled"]["n"] == 1


def test_unknown_ai_is_on_neither_side() -> None:
    cells = _cells([_posting(1, ai="unknown")])
    assert ("software-engineer", SF, "all", "all") in cells
    assert ("software-engineer", SF, "all", "skilled") not in cells


def test_order_of_postings_does_not_matter() -> None:
    rows = [_posting(number, ai=["required", "none"][number % 2]) for number in range(50)]
    forward, backward = (measure(each) for each in (rows, rows[::-1]))
    pd.testing.assert_frame_equal(forward, backward)


def test_each_place_has_the_pay_that_holds_there() -> None:
    rows = [_posting(n, midpoint=150_000.0, midpoints=(float("nan"), 100_000.0)) for n in range(20)]
    found = _cells(rows)
    assert found["software-engineer", SF, "senior", "all"]["p50"] == 100_000
    assert ("software-engineer", US, "senior", "all") not in found
