"""Steps of a company's own ladder ("L3", "E5", "IC4"): the same step elsewhere is another job."""

from __future__ import annotations

import re

_STEP = re.compile(r"(?<![\w.])(?:[LE]|IC|level)[ -]?\d{1,2}(?![\w.])", re.IGNORECASE)


def step(text: str) -> str:
    """The first step of a ladder in the words, as written; "" where none is."""
    found = _STEP.search(text)
    return found.group() if found else ""


def without_step(text: str) -> str:
    """The words without any step of a ladder."""
    return _STEP.sub(" ", text)
