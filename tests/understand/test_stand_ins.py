"""Which roles have a BLS occupation of their own."""

from __future__ import annotations

import pytest

from bot.understand.roles import roles
from bot.understand.stand_ins import stands_in
from bot.understand.vocab import rows


def test_the_table_names_roles_alone_and_each_once() -> None:
    named = [row["role"] for row in rows("own_occupations")]
    assert len(set(named)) == len(named)
    assert set(named) <= set(roles())


@pytest.mark.parametrize(
    ("role", "stands"),
    [
        ("software-engineer", False),
        ("accountant", False),
        ("marketing-manager", False),
        ("product-manager", True),
        ("customer-success-manager", True),
        ("machine-learning-engineer", True),
    ],
)
def test_a_wage_of_another_job_stands_in(role: str, stands: bool) -> None:
    assert stands_in(role) is stands


@pytest.mark.parametrize(
    ("role", "title", "stands"),
    [
        ("hr-manager", "HR Business Partner", True),
        ("hr-manager", "People Partner", True),
        ("hr-manager", "HR Manager", False),
        ("hr-manager", "Head of People", False),
        ("finance-manager", "Controller", False),
        ("software-engineer", "Software Engineer", False),
        ("hr-manager", None, False),
    ],
)
def test_the_wage_of_managers_stands_in_for_who_manages_nothing(
    role: str, title: str | None, stands: bool
) -> None:
    assert stands_in(role, title) is stands
