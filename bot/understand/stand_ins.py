"""Roles whose BLS occupation is another job: its wage stands in for theirs, and judges them weakly."""

from __future__ import annotations

from functools import cache

from bot.understand.vocab import rows


def stands_in(role: str) -> bool:
    """Whether BLS counts a role in an occupation of another name ("Marketing Managers" for a PM).

    `vocabulary/own_occupations.csv` lists the roles that have an occupation of their own, by whatever name.
    """
    return role not in _own()


@cache
def _own() -> frozenset[str]:
    return frozenset(row["role"] for row in rows("own_occupations"))
