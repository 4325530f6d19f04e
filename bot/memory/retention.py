"""How long a case is kept after its last use: `PARLEY_KEEP_DAYS`, 30 where it is not set."""

from __future__ import annotations

import os
from datetime import timedelta

KEPT_FOR = timedelta(days=30)
SETTING = "PARLEY_KEEP_DAYS"
_LONGEST = 365


class BadRetentionError(RuntimeError):
    """`PARLEY_KEEP_DAYS` is no number of days Parley keeps anything for; the message says which are."""


def keep_for() -> timedelta:
    """How long this process keeps a case that nobody uses.

    Raises:
        BadRetentionError: the setting is no whole number of 1 to 365.
    """
    said = os.environ.get(SETTING, "").strip()
    if not said:
        return KEPT_FOR
    if not (said.isascii() and said.isdigit() and 1 <= int(said[:4]) <= _LONGEST):
        raise BadRetentionError(f"{SETTING} must be a whole number of days, 1 to {_LONGEST}")
    return timedelta(days=int(said))
