"""What every platform says of a file that it does not even hand over."""

from __future__ import annotations

from typing import Literal

from bot.turn import Reply
from bot.voice import render


def refused(reason: Literal["too_large", "no_access", "missing"]) -> Reply:
    """The reply for a file too large to fetch, one that cannot be fetched, and one that is not there."""
    return Reply(text=render("cannot_read_file", reason=reason, attached=False), intent="other")
