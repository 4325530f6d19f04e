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
PACKAGE = Button("Other levers", "package.show")

ANSWER = "answer"  # the open question: what they said
UNREAD = "unread"  # the same, asked again: the words before held no answer


@dataclass(frozen=True, slots=True)
class DecideFacts:
    """Their answer held against the counter and the benchmarks; the offer as it stands, or the note written.

    A number named on condition of a yes is in `offer`, and not in the offer kept. `table` are the terms that
    a note of acceptance repeats, a row a term, and `beside` what they gave beside pay. `changed` are the
    terms beside the base, and beside what was asked for, that this answer made new. `pending` says how an
    answer is still to come, `supposed` what a question to Parley supposes that they say.
    """

    decision: Decision | None = None
    offer: Offer | None = None
    quote: Quote | None = None
    critique: Critique | None = None
    note: str = ""
    table: tuple[Row, ...] = ()
    beside: tuple[Beside, ...] = ()
    changed: tuple[Row, ...] = ()
    pending: Pending = ""
    supposed: Supposed = ""
