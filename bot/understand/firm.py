"""Words that say an employer holds its base: one table for a counter and for their answer to it."""

from __future__ import annotations

import re
from functools import cache

from bot.understand.vocab import rows

_MARKS = str.maketrans("\u2018\u2019", "''")


def holds(text: str) -> re.Match[str] | None:
    """Where a text says that the base stays as it is, None where it does not.

    >>> bool(holds("They say the base is stuck.")), holds("the base is 190k")
    (True, None)
    """
    return _pattern().search(text.translate(_MARKS).lower())


@cache
def _pattern() -> re.Pattern[str]:
    said = (re.escape(row["words"]).replace("\\ ", r"\s{1,3}") for row in rows("firm_words"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?!\w)")
