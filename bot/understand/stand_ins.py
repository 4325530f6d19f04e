"""Jobs whose BLS occupation is another job: its wage stands in for theirs, and judges them weakly."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from bot.understand.roles import roles
from bot.understand.titles import read_title
from bot.understand.vocab import rows

_MANAGEMENT: Final = "11-"  # how the BLS's codes of management begin: it counts managers alone there
_MANAGES = re.compile(
    r"\b(?:manag(?:er|ers|ing|ement|es)|mgr|directors?|head|[se]?vp|avp|president|chief|lead|leader|controller"
    r"|comptroller|treasurer|supervisor|superintendent|officer|c[fimort]o|em)\b",
    re.IGNORECASE,
)


def stands_in(role: str, title: str | None = None) -> bool:
    """Whether BLS counts a job in an occupation of another name ("Marketing Managers" for a PM).

    `vocabulary/own_occupations.csv` lists the roles that have an occupation of their own, by whatever name.
    Of those a management occupation counts managers alone: a `title` that is read as such a role without a
    word of managing ("HR Business Partner" as HR Manager) has none of its own.
    """
    return role not in _own() or (title is not None and _is_no_manager(role, title))


def _is_no_manager(role: str, title: str) -> bool:
    if not roles()[role].soc.startswith(_MANAGEMENT) or _MANAGES.search(title):
        return False
    return read_title(title).role == role


@cache
def _own() -> frozenset[str]:
    return frozenset(row["role"] for row in rows("own_occupations"))
