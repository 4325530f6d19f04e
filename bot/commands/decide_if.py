"""`/decide` where a question supposes their answer: what to do if they say no, or take the offer back."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.base import Outcome, Setting
from bot.commands.decide_facts import DECLINE, TIME, DecideFacts
from bot.commands.decide_rival import rival_of
from bot.commands.judging import company_of, judge, slots_of
from bot.memory.case import Case
from bot.playbook.decide import Sent, beside_rival, decide
from bot.turn import Reply
from bot.understand.to_us import Supposed
from bot.voice import render


def if_they(state: Supposed, sent: Sent | None, case: Case, setting: Setting) -> Outcome:
    """What holds if they answer so; nothing of the offer changes, and nothing is kept as their answer.

    Raises:
        ValueError: there is no offer at hand.
    """
    offer = case.offer
    if offer is None:
        raise ValueError("an answer to no offer")
    judged = judge(case, offer, setting)
    # What the offer is worth to them as it stands: with no ask, so that nothing counts as missing.
    decision = beside_rival(decide(offer, offer, judged.critique, None), rival_of(case, offer))
    text = render(
        "decide_if",
        state=state,
        sent=sent,
        decision=decision,
        offer=offer,
        critique=judged.critique,
        quote=judged.quote,
        company=company_of(offer),
    )
    facts = DecideFacts(decision, offer, judged.quote, judged.critique, supposed=state)
    reply = Reply(text, "decide", slots_of(offer, judged.about), facts, (TIME, DECLINE))
    return Outcome(reply, replace(case, question=None))
