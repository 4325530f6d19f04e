"""What a reply of `/counter` rests on."""

from __future__ import annotations

from dataclasses import dataclass

from bot.market.quote import Quote
from bot.offers.offer import Offer
from bot.playbook.answers import Final, SignAt
from bot.playbook.counter import Counter
from bot.playbook.critique import Critique
from bot.playbook.decide import Sent
from bot.playbook.stuck import Further
from bot.understand.counter_talk import Form, Scene, Tone


@dataclass(frozen=True, slots=True)
class CounterFacts:
    """The number and what it rests on. Today's pay is no part of it.

    `full_time_ask` is a base asked for part-time work, as a full-time year at `full_time_hours` a
    week: the market's figures are for that. `ctc_ask` is the cost to company a year that an Indian offer
    comes to with the fixed pay asked for, and the rest of it as it is.
    `form` is the one shown ("" for email and call lines) in `tone`.
    `scene` is what they said that this answers; then `sign_at` or `final` holds the rule's figures.
    `work` and `proof` are the person's own sentences, `mentioned` the other offer named in the letter.
    `further` are the levers left where the base is fixed, `review_months` those of a contract's review.
    `words` is the letter's length, `sent` the counter already written where this is about that.
    """

    counter: Counter | None
    quote: Quote | None
    critique: Critique | None
    full_time_ask: float | None = None
    full_time_hours: float | None = None
    ctc_ask: float | None = None
    form: Form = ""
    tone: Tone = "warm"
    scene: Scene = ""
    sign_at: SignAt | None = None
    final: Final | None = None
    work: str = ""
    proof: str = ""
    mentioned: Offer | None = None
    further: Further | None = None
    review_months: float | None = None
    words: int | None = None
    sent: Sent | None = None


def nothing(scene: Scene = "") -> CounterFacts:
    """The facts where there is no offer, or none with a base."""
    return CounterFacts(None, None, None, scene=scene)
