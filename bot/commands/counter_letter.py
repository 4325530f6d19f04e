"""The text to send or to say, within its length."""

from __future__ import annotations

from bot.offers.offer import Offer
from bot.playbook.counter import Counter
from bot.playbook.letter import LONGEST_CHAT, LONGEST_EMAIL, length, rooms
from bot.playbook.prose import Own
from bot.understand.counter_talk import Form
from bot.voice import render


def letter_of(form: Form, work: Own, proof: Own, values: dict[str, object]) -> tuple[str, bool]:
    """What is sent or said, and whether the person's words had to be shortened for it."""
    if form == "chat":
        whole = render("counter_chat", full=True, **values)
        return (
            whole if length(whole) <= LONGEST_CHAT else render("counter_chat", full=False, **values)
        ), False
    if form == "call":
        return render("counter_call", whole=True, work=work, **values), False
    letter = render("counter_email", work=work, proof=proof, **values)
    if length(letter) <= LONGEST_EMAIL:
        return letter, False
    room = LONGEST_EMAIL - length(letter) + length(work.said) + length(proof.said)
    for_work, for_proof = rooms(work.said, proof.said, room)
    return render("counter_email", work=work.within(for_work), proof=proof.within(for_proof), **values), True


def currency_of(plan: Counter, offer: Offer) -> str | None:
    """A grant may be in another currency than the base."""
    return offer.equity_currency or offer.currency if plan.lever == "equity_value" else offer.currency
