"""The line to say back: "this is final", "would you sign at 200k today?", and a bluff that is declined."""

from __future__ import annotations

from bot.commands import words
from bot.commands.answering import answered_of
from bot.commands.base import Outcome
from bot.commands.counter_facts import CounterFacts
from bot.commands.counter_sums import ctc_of
from bot.commands.counter_wish import Wish, evidence_of
from bot.commands.judging import Judged, company_of, slots_of
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.playbook.answers import final, sign_at
from bot.playbook.counter import counter
from bot.turn import Action, Button, Reply
from bot.understand.counter_talk import CounterTalk
from bot.voice import render

_COUNTER = Button("Write the counter", "counter.write")
_STUCK = Button("If the base is fixed", "counter.show", Wish(stuck=True, fixed=True).packed())
_ANSWERED = Button("What they answered", "decide.show")


def again(judged: Judged, case: Case) -> Outcome:
    """A second counter, or one after a last word: none. Take it or walk, or one thing beside base."""
    offer, critique, quote = judged.offer, judged.critique, judged.quote
    sent = case.sent if case.sent and case.sent.company == (offer.company or "") else None
    facts = CounterFacts(None, quote, critique, scene="again", sent=sent)
    text = render("counter_again", sent=sent, offer=offer, critique=critique, heard=answered_of(case, offer))
    actions: tuple[Action, ...] = (_ANSWERED, Button("Other levers", "package.show"))
    return Outcome(Reply(text, "counter", slots_of(offer, judged.about), facts, actions), case)


def answer(talk: CounterTalk, amount: float | None, judged: Judged, case: Case) -> Outcome:
    """The line for what they said, by the rules of `bot.playbook.answers`; `amount` in the base's period."""
    offer, critique, quote = judged.offer, judged.critique, judged.quote
    plan = counter(offer, critique, quote, wanted=_sent(case, offer), evidence=evidence_of(case))
    slots = slots_of(offer, judged.about)
    if talk.scene == "invent":
        others = _others(case)
        facts = CounterFacts(plan, quote, critique, scene="invent", mentioned=others[0] if others else None)
        company = company_of(others[0]) if others else None
        text = render("counter_invent", other=facts.mentioned, company=company)
        return Outcome(Reply(text, "counter", slots, facts, (_COUNTER,)), case)
    if plan is None:
        text = render("counter_no_base", company=offer.company, ctc=ctc_of(offer))
        return Outcome(Reply(text, "counter", slots, CounterFacts(None, quote, critique)), case)
    asked = sign_at(amount, offer, plan, critique, quote) if talk.scene == "sign_at" and amount else None
    facts = CounterFacts(
        plan,
        quote,
        critique,
        scene=talk.scene,
        sign_at=asked,
        final=final(critique) if talk.scene == "final" else None,
    )
    text = render(
        "counter_answer",
        scene="today" if talk.scene == "sign_at" and asked is None else talk.scene,
        facts=facts,
        plan=plan,
        offer=offer,
        quote=quote,
        critique=critique,
        job=words.job(quote.role, quote.level) if quote else None,
        unread=talk.scene == "sign_at" and asked is None,
    )
    actions: tuple[Action, ...] = (_STUCK, _ANSWERED) if talk.scene != "final" else (_ANSWERED,)
    return Outcome(Reply(text, "counter", slots, facts, actions), case)


def _sent(case: Case, offer: Offer) -> float | None:
    """The base that the last counter to this very offer asked for."""
    sent = case.sent
    if sent is None or sent.lever != "base" or sent.company != (offer.company or ""):
        return None
    return sent.ask if sent.period == (offer.base_period or "year") else None


def _others(case: Case) -> tuple[Offer, ...]:
    """Other offers with a base and a company that the person has shown."""
    held = (*case.others, *(each.offer for each in case.shelf))
    return tuple(each for each in held if each.company and (each.base_amount or each.base_high))
