"""What the employer of an offer has answered, in the case: found, kept, and an offer that was taken back."""

from __future__ import annotations

from dataclasses import replace

from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.playbook.answered import Answered
from bot.understand.text import fold


def answered_of(case: Case, offer: Offer) -> Answered:
    """What the company of an offer has answered so far; nothing where what is kept is of another."""
    heard = case.answered
    return heard if heard is not None and heard.company == (offer.company or "") else Answered()


def keep_answer(case: Case, offer: Offer, heard: Answered) -> Case:
    """The case with what the company of an offer has answered."""
    kept = replace(heard, company=offer.company or "")
    return replace(case, answered=kept if kept != Answered(kept.company) else None)


def taken_back(case: Case, letter: str) -> Case:
    """The case after a letter that takes back an offer: the one at hand, where it names that company."""
    offer = case.offer
    if offer is None or not offer.company or fold(offer.company) not in fold(letter):
        return case
    return keep_answer(case, offer, replace(answered_of(case, offer), pulled=True))
