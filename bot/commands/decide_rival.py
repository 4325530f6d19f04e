"""The best of the other offers a person holds, for `/decide` to weigh against the one at hand."""

from __future__ import annotations

from bot.commands.answering import answered_of
from bot.commands.judging import company_of
from bot.commands.shelf import all_offers
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.playbook.decide import Rival, total_of


def rival_of(case: Case, offer: Offer) -> Rival | None:
    """Of the other offers kept, that with the highest four-year total; None where none can be held beside.

    One without a name, in another currency, by contract, or taken back is no rival.
    """
    found: list[Rival] = []
    for kept in all_offers(case)[1:]:
        other, total = kept.offer, total_of(kept.offer)
        same = (other.currency or "USD") == (offer.currency or "USD")
        stands = not (other.by_contract or offer.by_contract or answered_of(case, other).pulled)
        name = company_of(other)
        if total is not None and same and stands and name and name != company_of(offer):
            found.append(Rival(name, total))
    return max(found, key=lambda each: each.total, default=None)
