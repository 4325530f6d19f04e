"""What was read as an offer and is none: a question on the one at hand, a sentence on one's work."""

from __future__ import annotations

from bot.commands.amend import of_mine
from bot.commands.amending.aside import asks, tells_work
from bot.commands.same_offer import same_company
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.reader import Reading
from bot.plain_wish import WITH_WORK
from bot.wishes import wish_of


def without_questions(text: str, found: Reading, case: Case) -> Reading:
    """The reading of a text; with an offer at hand a question that names no other is a question alone.

    A sentence on one's work is no offer by a figure that is not named a base: "checked against 400 ...".
    """
    if found.offers and not any(_names_pay(offer) for offer in found.offers) and _is_work(text):
        return Reading(other="nothing")
    mine = of_mine(text)
    if case.offer is None or not found.offers or not (asks(text) or mine):
        return found
    other = any(offer.title or (offer.company and not same_company(case, offer)) for offer in found.offers)
    return found if other else Reading(other="wish" if mine else "question")


def _names_pay(offer: Offer) -> bool:
    pay = (offer.base_amount, offer.base_low, offer.ote_low, offer.mile_rate)
    return any(each is not None for each in pay)


def _is_work(text: str) -> bool:
    return tells_work(text) and wish_of(text).label in WITH_WORK
