"""Postings to what they ask of AI: title, description and skill tags together.

A posting is AI-skilled when its title, its description or its skill tags require or prefer AI, ML
or LLM work, or hands-on skill with AI tools. A title that names AI work requires it; a description
decides sentence by sentence (`data.classify.ai_text` has the rules); a tag says that the posting
names the skill, not how firmly, and so counts as preferred.
"""

from __future__ import annotations

from typing import Final, Literal

import pandas as pd

from bot.understand.ai import in_title, is_tag
from data.classify.ai_text import read_text

Requirement = Literal["required", "preferred", "none", "unknown"]

SKILLED: Final = frozenset({"required", "preferred"})
UNKNOWN: Final = "unknown"


def read_ai(title: str, description: str | None, skills: tuple[str, ...] | None) -> Requirement:
    """Say what a posting asks of AI; None for a description or tags nobody read.

    "unknown" when the title is silent and nothing else was read. Never raises.
    """
    tagged = None if skills is None else any(map(is_tag, skills))
    return _settle(in_title(title), description, tagged)


def classify(postings: pd.DataFrame) -> pd.Series[str]:
    """Say of each posting "required", "preferred", "none" or "unknown".

    Args:
        postings: `title`, `skills` (";" between tags) and `skills_read`; where nobody read the
            description for skills and the title is silent, the answer is "unknown". Where there is
            a column `description`, texts in it are read too; a missing value is one nobody read.
    """
    texts = postings["description"] if "description" in postings else [None] * len(postings)
    loud = {title: in_title(title) for title in postings["title"].unique()}
    tagged = {tags: any(map(is_tag, filter(None, tags.split(";")))) for tags in postings["skills"].unique()}
    asked = [
        _settle(loud[title], text if isinstance(text, str) else None, tagged[tags] if was_read else None)
        for title, text, tags, was_read in zip(
            postings["title"], texts, postings["skills"], postings["skills_read"], strict=True
        )
    ]
    return pd.Series(asked, index=postings.index, dtype="object")


def _settle(loud: bool, description: str | None, tagged: bool | None) -> Requirement:
    """Weigh a title that names AI work or not, a description, and whether a tag does; None was not read."""
    if loud:
        return "required"
    written = "none" if description is None else read_text(description)
    if written == "none" and tagged:
        return "preferred"
    return "unknown" if description is None and tagged is None else written
