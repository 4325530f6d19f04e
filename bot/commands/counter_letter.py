"""The text to send or to say, within its length."""

from __future__ import annotations

from bot.offers.offer import Offer
from bot.playbook.counter import Counter
from bot.playbook.letter import LONGEST_CHAT, LONGEST_EMAIL, fit, length, rooms
from bot.understand.counter_talk import Form
from bot.voice import render


def letter_of(form: Form, work: str, proof: str, values: dict[str, object]) -> tuple[str, bool]:
    """What is sent or said, and whether the person's sentences had to be shortened for it."""
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
    ours = length(render("counter_email", work="-" if work else "", proof="-" if proof else "", **values))
    room = LONGEST_EMAIL - ours + bool(work) + bool(proof)
    for_work, for_proof = rooms(work, proof, room)
    return render("counter_email", work=fit(work, for_work), proof=fit(proof, for_proof), **values), True


def currency_of(plan: Counter, offer: Offer) -> str | None:
    """A grant may be in another currency than the base."""
    return offer.equity_currency or offer.currency if plan.lever == "equity_value" else offer.currency
