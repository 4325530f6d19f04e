"""`/decide`: what they answered to the counter, take it or walk, and the note that says so."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.base import Ask, Command, Option, Outcome, Respond, Setting
from bot.commands.by_name import named_offer
from bot.commands.decide_aside import aside_of
from bot.commands.decide_facts import DECLINE, TIME, DecideFacts
from bot.commands.decide_if import if_they
from bot.commands.decide_notes import next_at_hand, write_note
from bot.commands.decide_replies import ask_for_it
from bot.commands.decide_waiting import waited
from bot.commands.decide_weighed import sent_for, weighed
from bot.commands.given import given
from bot.commands.judging import judge, slots_of
from bot.commands.replied import Replied, Wish, replied, wants_else
from bot.commands.replying.notes import NO_DAY
from bot.commands.verdict import PASTE
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.playbook.decide import Sent, decide
from bot.turn import Reply
from bot.understand.pending import Pending, pending
from bot.understand.to_us import asks_us, supposed
from bot.voice import render

__all__ = ["COMMAND", "DecideFacts"]


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Take in what they answered, or write the note asked for."""
    to_come = pending(ask.words)
    if case.offer is None:
        text = waited(to_come, case, None)[0] if to_come == "call" else render("decide_no_offer")
        facts = DecideFacts(pending="call" if to_come == "call" else "")
        return Outcome(Reply(text, "decide", facts=facts, actions=(PASTE,)), case)
    aside = aside_of(ask, case, setting)
    if aside is not None:
        return aside
    said = ask.words
    named = named_offer(said, case) if not ask.known else None
    if named is not None:
        case, said = named.case, named.rest
    if asks_us(said):
        asked = _asked(said, case, setting)
        if asked is not None:
            return asked
    answer = replied(said, case, ask.found if named is None else None)
    if to_come and answer in (Replied(), Replied(wish="time", until=answer.until)) and not given(said):
        return _to_come(to_come, case, setting)
    if answer.wish:
        outcome = write_note(answer.wish, answer.until, case, setting)
        return next_at_hand(outcome) if answer.wish == "decline" and named is not None else outcome
    outcome = weighed(replace(ask, text=said, options={}), answer, case, setting)
    return next_at_hand(outcome, gone=True) if answer.said == "pulled" and named is not None else outcome


def _asked(said: str, case: Case, setting: Setting) -> Outcome | None:
    """What a question to Parley gets: what holds if they say so, else to be told what they said.

    Nothing of the offer changes. None where it may tell of an answer: it names a sum, or a note to write.
    """
    offer = case.offer
    if offer is None:
        raise ValueError("an answer to no offer")
    state = supposed(said)
    if state:
        return if_they(state, sent_for(case, offer), case, setting)
    if not wants_else(said):
        return None
    judged = judge(case, offer, setting)
    decision = decide(offer, offer, judged.critique, sent_for(case, offer))
    return ask_for_it(case, judged, decision, setting, Replied(), unclear=True)


def _to_come(state: Pending, case: Case, setting: Setting) -> Outcome:
    """They have not answered yet: nothing is weighed, and nothing of the offer changes."""
    offer = case.offer
    if offer is None:
        raise ValueError("an answer to no offer")
    judged = judge(case, offer, setting)
    sent = sent_for(case, offer)
    text, file = waited(state, case, sent)
    decision = decide(offer, offer, judged.critique, sent)
    facts = DecideFacts(decision, offer, judged.quote, judged.critique, pending=state)
    reply = Reply(text, "decide", slots_of(offer, judged.about), facts, (TIME, DECLINE), file=file)
    return Outcome(reply, replace(case, question=None))


def _wishing(wish: Wish) -> Respond:
    """A button's answer: that note, or the way to begin where there is no offer."""

    def answer(_ask: Ask, case: Case, setting: Setting) -> Outcome:
        return (
            respond(Ask(), case, setting) if case.offer is None else write_note(wish, NO_DAY, case, setting)
        )

    return answer


def show(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The button under a counter: ask what they answered."""
    return respond(Ask(), case, setting)


def sent_of(case: Case, offer: Offer, sent: Sent) -> Case:
    """The case with the counter just written, so that their answer can be held against it."""
    last = sent_for(case, offer)
    had = (last.ask if last.lever == "base" else last.base_ask) if last else None
    on_base = had if sent.lever != "base" else None
    return replace(case, sent=replace(sent, company=offer.company or "", base_ask=on_base))


COMMAND = Command(
    name="decide",
    summary="After your counter: what their answer comes to, take it or walk, and the note to send",
    respond=respond,
    options=(
        Option("answer", "text", "What they said: 195k base, firm, pulled; or accept, decline, more time"),
    ),
    example="/decide they came back with 195k base and a 10k sign-on",
    clicks={
        "accept": _wishing("accept"),
        "decline": _wishing("decline"),
        "time": _wishing("time"),
        "show": show,
    },
)
