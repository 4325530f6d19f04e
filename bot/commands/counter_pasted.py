"""An offer pasted along with the wish for a counter to it."""

from __future__ import annotations

import re

from bot.commands.base import Ask
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.reader import read as read_offer

_RIVAL = re.compile(r"\b(?:compet\w+|another|other|also|too|rival|second)\b", re.IGNORECASE)


def pasted_with(ask: Ask, case: Case) -> Offer | None:
    """The offer pasted with the command, None for none; the terms someone wants to ask for are not one."""
    said = ask.words
    found = (ask.found or read_offer(said)).offers
    if not found or (found[0].base_amount is None and found[0].base_low is None):
        return None
    if case.offer is not None:  # a rival offer named in passing must not take this one's place
        return found[0] if ask.spoken and found[0].company and not _RIVAL.search(said) else None
    whole = found[0].company or found[0].title or "offer" in said.lower()
    return found[0] if whole else None
