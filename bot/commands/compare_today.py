"""An offer beside the job its holder has today: compared, and neither kept nor ever taken for an offer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.commands.base import Outcome, Setting
from bot.commands.compare_reply import side_by_side
from bot.commands.compare_words import Wish
from bot.commands.shelf import all_offers
from bot.memory.case import About, Case, Shelved
from bot.offers.offer import Offer
from bot.turn import Button

TODAY = "Your job today"
_COUNTER = Button("Write the counter", "counter.write", primary=True)
_OF_TODAY = re.compile(
    r"\bmy (?:(?:current|present|existing|own|old|teaching|day|federal|government|state) )"
    r"(?:[\w-]{1,20} ){0,2}?(?:job|role|position|post|pay|salary|package|comp|place|employer|company|work)\b"
    r"|\bmy gs-?\d{1,2}\b|\b(?:current|present) (?:job|role|position|pay|salary|employer)\b"
    r"|\bwhere i(?:'m| am| work)(?: at)? (?:now|today)\b|\bwhat i (?:make|earn|have|get) (?:now|today)\b"
    r"|\b(?:staying|stay) (?:put|where i am)\b",
    re.IGNORECASE,
)


def beside_today(
    found: Sequence[Offer], text: str, wish: Wish, case: Case, setting: Setting
) -> Outcome | None:
    """The comparison with pay that the words call today's; None where they call it an offer.

    The case stays as it was: what somebody is paid today is kept nowhere.
    """
    if case.offer is None or len(found) != 1 or not _OF_TODAY.search(text):
        return None
    today = Shelved(replace(found[0], company=TODAY, title=None), About())
    both = replace(case, others=(), shelf=(today,))
    outcome = side_by_side(all_offers(both), wish, both, setting, today=True)
    return Outcome(replace(outcome.reply, actions=(_COUNTER,)), case)
