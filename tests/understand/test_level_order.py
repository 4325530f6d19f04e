"""Levels in their order, and figures that break it."""

from __future__ import annotations

import pytest

from bot.understand.level_order import contradicts, track
from bot.understand.levels import levels


def test_engineers_and_managers_are_two_tracks() -> None:
    assert track("senior") == ("intern", "entry", "mid", "senior", "staff", "principal")
    assert track("vp") == ("manager", "director", "vp", "executive")
    assert track("all") == ()
    assert all(level in track(level) for level in levels())


@pytest.mark.parametrize(
    ("level", "known", "refused"),
    [
        ("senior", {}, False),
        ("senior", {"mid": 201.0}, True),
        ("senior", {"mid": 200.0, "staff": 200.0}, False),
        ("senior", {"staff": 199.0}, True),
        ("senior", {"intern": 300.0}, True),
        ("senior", {"director": 100.0, "manager": 400.0}, False),  # another track
        ("senior", {"senior": 100.0}, False),
        ("senior", {"all": 251.0}, True),
        ("senior", {"all": 149.0}, True),
        ("senior", {"all": 250.0}, False),
        ("all", {"all": 260.0}, True),
        ("all", {"senior": 300.0}, False),
        ("director", {"vp": 180.0}, True),
    ],
)
def test_what_is_measured_refuses_what_contradicts_it(
    level: str, known: dict[str, float], refused: bool
) -> None:
    assert contradicts(level, 200, (150, 250), known) is refused
