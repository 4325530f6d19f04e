"""What `/decide` knows of an answer, and the notes to press for."""

from __future__ import annotations

from dataclasses import dataclass

from bot.market.quote import Quote
from bot.offers.offer import Offer
from bot.offers.sheet import Row
from bot.playbook.answered import Beside
from bot.playbook.critique import Critique
from bot.playbook.decide import Decision
from bot.turn import Button
from bot.understand.pending import Pending
from bot.understand.to_us import Supposed

ACCEPT = Button("Write the yes", "decide.accept")
DECLINE = Button("Write the no", "decide.decline")
TIME = Button("Ask for more time", "decide.time")


@dataclass(frozen=True, slots=True)
class DecideFacts:
    """Their answer held against the counter and the benchmarks; the offer as it stands, or the note written.

    A number named on condition of a yes is in `offer`, and not in the offer kept. `table` are the terms that
    a note of acceptance repeats, a row a term, and `beside` what they gave beside pay. `pending` says how an
    answer is still to come, `supposed` what a question to Parley supposes that they say.
    """

    decision: Decision | None = None
    offer: Offer | None = None
    quote: Quote | None = None
    critique: Critique | None = None
    note: str = ""
    table: tuple[Row, ...] = ()
    beside: tuple[Beside, ...] = ()
    pending: Pending = ""
    supposed: Supposed = ""
