"""What is said in the middle of a practised talk and is none of its lines: an offer, another command."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.commands.base import Ask, Outcome, Setting
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.reader import Reading
from bot.offers.reader import read as read_offer
from bot.understand.intent import intent
from bot.understand.talk import says

_SPOKEN: Final = 8  # words; an offer pasted or retold has more
_FEW: Final = 12  # words of an order to another command
_SUMS: Final = 2  # terms beside the base, with which an offer needs no company
_FOR_US = re.compile(
    r"(?:what(?:['’]s| is) the (?:median|ai premium|premium)\b|(?:show|give|tell) (?:me )?(?:my|the)\b"
    r"|(?:write|draft|make) (?:me )?(?:my|the|an?) (?:counter|note|e-?mail|chat)\b"
    r"|(?:compare|check|judge|forget|export|delete) (?:my|the|these|this|all|both|me)\b)",
    re.IGNORECASE,
)
_OFFER = re.compile(r"\boffer(?:ed|s)?\b", re.IGNORECASE)


def elsewhere(said: str, case: Case, setting: Setting) -> Outcome | None:
    """The answer of another command to words that are for it, with the talk left as it stands; else None."""
    from bot.commands import COMMANDS  # noqa: PLC0415 - the table that `practice` stands in

    found = read_offer(said) if re.search(r"\d", said) else Reading()
    meant = "offer" if _is_offer(said, found) else _named(said)
    command = COMMANDS.get(meant)
    if command is None or command.name == "practice":
        return None
    outcome = command.respond(Ask(said, spoken=True, found=found), case, setting)
    if outcome.case is None:
        return outcome
    return replace(outcome, case=replace(outcome.case, question=case.question))


def _named(said: str) -> str:
    """The command that few words are an order to; "" where they may be a line."""
    return intent(said) or "" if len(said.split()) <= _FEW and _FOR_US.match(said.strip()) else ""


def _is_offer(said: str, found: Reading) -> bool:
    """Whether words hold a whole offer: more than a line says, of a company or with several terms."""
    if not found.offers or len(said.split()) <= _SPOKEN or says("wish", said.lower()):
        return False
    offer = found.offers[0]
    if offer.base_amount is None and offer.base_low is None:
        return False
    besides = sum(value is not None for value in _terms(offer))
    return besides >= _SUMS or bool(besides and (offer.company or _OFFER.search(said)))


def _terms(offer: Offer) -> tuple[object, ...]:
    grant = offer.equity_value or offer.equity_units or offer.equity_pct
    return (offer.bonus_pct or offer.bonus_amount, offer.sign_on, grant, offer.title)
