"""A cell as it travels through a button."""

from __future__ import annotations

import pytest

from bot.commands import words
from bot.memory.case import About
from bot.understand.levels import levels
from bot.understand.roles import roles


@pytest.mark.parametrize(
    "about",
    [
        About("software-engineer", "0041860", "senior", True),
        About("software-engineer", company="Scale AI"),
        About("software-engineer", "0041860", "senior", True, "Johnson & Johnson"),
        About(company="37signals"),
    ],
)
def test_a_cell_comes_back_as_it_was(about: About) -> None:
    assert words.unpack(words.pack(about)) == about


def test_a_cell_without_a_company_is_written_as_before() -> None:
    assert (
        words.pack(About("software-engineer", "0041860", "senior", True))
        == "software-engineer;0041860;senior;ai"
    )
    assert words.unpack("software-engineer;0041860;senior;ai").company is None


@pytest.mark.parametrize("company", ["x" * 5_000, "a;b;c" * 20, ";;;;", "\n\n", "日本" * 60])
def test_any_company_fits_a_button_and_changes_nothing_else(company: str) -> None:
    role = max(roles(), key=len)
    level = max(levels(), key=len)
    value = words.pack(About(role, "0041860", level, True, company))
    assert len(value) + len("premium.share") < 90
    found = words.unpack(value)
    assert (found.role, found.place, found.level, found.ai) == (role, "0041860", level, True)
