"""How the words of an answer are matched: in lower case, with plain quotes and single spaces."""

from __future__ import annotations

import re

_MARKS = str.maketrans("\u2018\u2019", "''")
MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"


def folded(text: str) -> str:
    """The text as the patterns of an answer expect it."""
    return " ".join(text.lower().translate(_MARKS).split())


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern of several."""
    return re.compile("|".join(patterns))
