"""Steps of a company's own ladder."""

from __future__ import annotations

import pytest

from bot.understand.ladder import step, without_step


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L3 software engineer", "L3"),
        ("Engineer, E5", "E5"),
        ("ic4", "ic4"),
        ("Level 2", "Level 2"),
        ("Senior Engineer II", ""),
        ("S3E4", ""),
        ("HTML5 developer", ""),
    ],
)
def test_a_step_is_found_as_written(text: str, found: str) -> None:
    assert step(text) == found


def test_the_rest_of_the_words_stays() -> None:
    assert without_step("Senior Engineer (L5)").split() == ["Senior", "Engineer", "(", ")"]
