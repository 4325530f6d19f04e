"""Occupations outside the table: how they are shown and what is nearest to them."""

from __future__ import annotations

from bot.understand.nearest import as_shown, nearest_role
from bot.understand.roles import roles
from bot.understand.vocab import rows


def test_every_row_names_an_occupation_and_a_role() -> None:
    occupations = {row["occupation"] for row in rows("other_occupations")}
    for row in rows("nearest_roles"):
        assert row["occupation"] in occupations
        assert row["role"] in roles()


def test_only_what_the_classification_puts_there_is_near() -> None:
    assert nearest_role("consultant") == "strategy-operations"
    assert nearest_role("registered nurse") is None


def test_short_forms_are_shown_in_capitals() -> None:
    assert as_shown("hr generalist") == "HR generalist"
    assert as_shown("security guard") == "security guard"
