"""Postings to what they ask of AI: title and skill tags together."""

from __future__ import annotations

import pandas as pd

from bot.understand.ai import requirement

SKILLED = frozenset({"required", "preferred"})
UNKNOWN = "unknown"


def classify(postings: pd.DataFrame) -> pd.Series[str]:
    """Say of each posting "required", "preferred", "none" or "unknown".

    Args:
        postings: `title`, `skills` (";" between tags) and `skills_read`; where nobody read the
            description for skills and the title is silent, the answer is "unknown".
    """
    asked = [
        requirement(title, None, tuple(filter(None, skills.split(";"))) if was_read else None)
        for title, skills, was_read in zip(
            postings["title"], postings["skills"], postings["skills_read"], strict=True
        )
    ]
    return pd.Series(asked, index=postings.index, dtype="object")
