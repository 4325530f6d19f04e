"""What `/decide` says of an answer that was weighed, and where there was none to weigh."""

from __future__ import annotations

from dataclasses import replace

from bot.commands import words
from bot.commands.base import Outcome, Setting
from bot.commands.decide_facts import ACCEPT, ANSWER, DECLINE, PACKAGE, TIME, UNREAD, DecideFacts
from bot.commands.judging import Judged, company_of, slots_of
from bot.commands.replied import Replied
from bot.commands.verdict import PASTE
from bot.memory.case import Case, Question
from bot.offers.sheet import Row
from bot.playbook.decide import Decision
from bot.turn import Action, Reply
from bot.voice import render


def ask_for_it(
    case: Case, judged: Judged, decision: Decision, setting: Setting, answer: Replied, *, unclear: bool
) -> Outcome:
    """Nothing was said that can be weighed: ask what they answered."""
    text = render(
        "decide_ask",
        sent=decision.asked,
        unclear=unclear,
        other=answer.other,
        stays=answer.stays,
        currency=judged.offer.currency,
        offer=judged.offer,
    )
    question = Question("decide", ANSWER, UNREAD if unclear else ANSWER, setting.now, free=True)
    facts = DecideFacts(decision, judged.offer, judged.quote, judged.critique)
    reply = Reply(text, "decide", slots_of(judged.offer, judged.about), facts, (ACCEPT, DECLINE, TIME))
    return Outcome(reply, replace(case, question=question))


def say_it(
    case: Case, judged: Judged, decision: Decision, changed: tuple[Row, ...] = (), *, back: bool = False
) -> Outcome:
    """What their answer comes to, and the notes to press for; `back` says that a lost offer stands again."""
    quote = judged.quote
    text = render(
        "decide",
        decision=decision,
        changed=changed,
        back=back,
        offer=judged.offer,
        critique=judged.critique,
        quote=quote,
        job=words.job(quote.role, quote.level) if quote else None,
        company=company_of(judged.offer),
        contract=judged.offer.by_contract,
    )
    facts = DecideFacts(decision, judged.offer, quote, judged.critique, changed=changed)
    actions: tuple[Action, ...] = (ACCEPT, DECLINE, TIME, PACKAGE)
    if decision.answer == "pulled":
        actions = (PASTE,)
    return Outcome(Reply(text, "decide", slots_of(judged.offer, judged.about), facts, actions), case)
