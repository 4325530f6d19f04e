"""The next move on an offer, sentence by sentence as the playbook says it; every case has one."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from bot.playbook.moves import Approach, Employer, Floor, Standing, approach

HELD: tuple[Floor, ...] = ("held", "unset")
EVERY_EMPLOYER: tuple[Employer, ...] = get_args(Employer)
AT_LEAST: tuple[Standing, ...] = ("at", "above")


@pytest.mark.parametrize("floor", HELD)
def test_below_the_median_at_a_target_employer_push_back(floor: Floor) -> None:
    assert approach("below", "target", floor) == "market_pays"


@pytest.mark.parametrize("floor", HELD)
def test_anyone_else_pays_the_premium_only_when_it_must_so_the_work_comes_first(floor: Floor) -> None:
    assert approach("below", "other", floor) == "evidence_first"


@pytest.mark.parametrize(("standing", "floor"), list(product(AT_LEAST, HELD)))
def test_at_or_above_the_median_move_to_equity_and_refresh_grants(standing: Standing, floor: Floor) -> None:
    assert approach(standing, "target", floor) == "grow_equity"


@pytest.mark.parametrize(("standing", "floor"), list(product(AT_LEAST, HELD)))
def test_where_growth_is_slower_secure_it(standing: Standing, floor: Floor) -> None:
    assert approach(standing, "other", floor) == "secure_growth"


@pytest.mark.parametrize(("employer", "floor"), list(product(EVERY_EMPLOYER, HELD)))
def test_without_a_median_there_is_one_to_find(employer: Employer, floor: Floor) -> None:
    assert approach("unknown", employer, floor) == "find_median"


@pytest.mark.parametrize(("standing", "employer"), list(product(get_args(Standing), EVERY_EMPLOYER)))
def test_a_failed_must_have_beats_any_score(standing: Standing, employer: Employer) -> None:
    assert approach(standing, employer, "below") == "reach_floor"


@pytest.mark.parametrize(("standing", "employer"), list(product(get_args(Standing), EVERY_EMPLOYER)))
def test_a_floor_that_holds_changes_nothing(standing: Standing, employer: Employer) -> None:
    assert approach(standing, employer, "held") == approach(standing, employer, "unset") != "reach_floor"


def test_every_move_is_reached() -> None:
    reached = {approach(*case) for case in product(get_args(Standing), EVERY_EMPLOYER, get_args(Floor))}
    assert reached == set(get_args(Approach))
