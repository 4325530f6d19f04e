"""The decision table of the playbook is total: every case has its next move."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from bot.playbook.moves import Approach, Employer, Floor, Standing, approach

EXPECTED: dict[tuple[Standing, Employer], Approach] = {
    ("below", "target"): "market_pays",
    ("below", "other"): "evidence_first",
    ("at", "target"): "grow_equity",
    ("at", "other"): "secure_growth",
    ("above", "target"): "grow_equity",
    ("above", "other"): "secure_growth",
    ("unknown", "target"): "find_median",
    ("unknown", "other"): "find_median",
}


@pytest.mark.parametrize(
    ("standing", "employer", "floor"), list(product(get_args(Standing), get_args(Employer), get_args(Floor)))
)
def test_every_case_has_its_move(standing: Standing, employer: Employer, floor: Floor) -> None:
    expected = "reach_floor" if floor == "below" else EXPECTED[standing, employer]
    assert approach(standing, employer, floor) == expected


def test_every_move_is_reached() -> None:
    reached = {approach(*case) for case in product(get_args(Standing), get_args(Employer), get_args(Floor))}
    assert reached == set(get_args(Approach))
