"""Occupations outside the table: as they are shown, and the covered role whose BLS occupation has them.

The table nearest_roles.csv holds only what the Standard Occupational Classification itself puts
there: a management consultant is one of its Management Analysts, a treasurer one of its Financial
Managers. The role is no name for the job, so it is only ever shown as the nearest one known.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.understand.vocab import rows

_SHORT_FORMS = frozenset({"esl", "fbi", "gis", "hr", "hvac", "it", "rf"})


def nearest_role(occupation: str) -> str | None:
    """The role id nearest to an occupation of other_occupations.csv, None where none is near."""
    return _table().get(occupation)


def as_shown(occupation: str) -> str:
    """An occupation with its short forms in capitals: "hr generalist" -> "HR generalist"."""
    return " ".join(word.upper() if word in _SHORT_FORMS else word for word in occupation.split(" "))


@cache
def _table() -> Mapping[str, str]:
    return {row["occupation"]: row["role"] for row in rows("nearest_roles")}
