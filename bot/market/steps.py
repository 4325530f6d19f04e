"""Each step back from what was asked, as the sentence a person reads."""

from __future__ import annotations

from typing import Final

from bot.market.rows import Cell

AI_THIN: Final = "Only {count} for AI-skilled {role} {where}: too thin, so this is all postings."
AI_NONE: Final = "No AI-skilled posting shows pay for {role} {where}, so this is all postings."
LEVEL_THIN: Final = "Only {count} for {role} {where}: too thin, so this is all levels."
LEVEL_NONE: Final = "No posting shows pay for {role} {where}, so this is all levels."
PARENT_THIN: Final = "Only {count} for {role} {where}: too thin, so this is {parent}, which includes it."
PARENT_NONE: Final = "No posting shows pay for {role} {where}, so this is {parent}, which includes it."

REMOTE: Final = "Too few remote postings show pay, so this is the whole United States: remote pay can differ."
REMOTE_OEWS: Final = "BLS does not set remote work apart, so this is the whole United States."

OEWS_LEVEL: Final = "BLS publishes no levels: all levels together."
OEWS_AI: Final = "BLS does not set AI-skilled pay apart: this is the whole occupation."
OEWS_AREA: Final = "BLS released no estimate for {occupation} in {missing}; {place} instead."
OEWS_TOP: Final = "BLS says only “$239,200 or more” for {which}."

PUBLISHED_PLACE: Final = "The published figure names no city, so it is not for {place} alone."
PUBLISHED_LEVEL: Final = "The published figure names no level: all levels together."


def counted(cell: Cell) -> str:
    """What stands behind a thin cell: "7 postings from 2 employers"."""
    postings = "1 posting" if cell.n == 1 else f"{cell.n} postings"
    employers = "1 employer" if cell.employers == 1 else f"{cell.employers} employers"
    return f"{postings} from {employers}"


def named(place: str) -> str:
    """A place's name inside a sentence."""
    return f"the {place}" if place == "United States" else place
