"""Titles of postings to role, level and AI, each distinct title read once."""

from __future__ import annotations

import pandas as pd

from bot.understand.titles import read_title


def classify(titles: pd.Series[str]) -> pd.DataFrame:
    """Read job titles.

    Returns:
        `role` and `level` (ids, "" where the title does not say), `is_management` and `ai_title`,
        on the index of `titles`.
    """
    read = {title: read_title(title) for title in titles.unique()}
    return pd.DataFrame(
        {
            "role": [read[title].role or "" for title in titles],
            "level": [read[title].level or "" for title in titles],
            "is_management": [read[title].is_management for title in titles],
            "ai_title": [read[title].ai for title in titles],
        },
        index=titles.index,
    )
