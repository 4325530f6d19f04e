"""`/decide` while their answer is still to come: what holds until then, and the next thing to do."""

from __future__ import annotations

from bot.commands.judging import company_of
from bot.memory.case import Case
from bot.playbook.decide import Sent
from bot.turn import File
from bot.understand.pending import Pending
from bot.voice import render


def waited(state: Pending, case: Case, sent: Sent | None) -> tuple[str, File | None]:
    """The words for an answer to come, and where they are silent the note that asks for it."""
    offer = case.offer
    company = company_of(offer) if offer is not None else None
    letter = render("decide_nudge_note", company=company, sent=sent is not None)
    text = render(
        "decide_waiting",
        state=state,
        offer=offer,
        sent=sent,
        currency=(offer.currency if offer else None) or "USD",
        letter=letter if state == "silent" else "",
    )
    return text, File("follow-up.txt", letter, shown=True) if state == "silent" else None
