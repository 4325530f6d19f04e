"""`/decide`: what they answered to the counter, take it or walk, and the note that says so."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.commands import words
from bot.commands.amend import amendment
from bot.commands.amending.shapes import Amendment
from bot.commands.answering import answered_of, keep_answer
from bot.commands.base import Ask, Command, Option, Outcome, Respond, Setting
from bot.commands.by_name import named_offer
from bot.commands.correct import correcting
from bot.commands.decide_facts import ACCEPT, DECLINE, TIME, DecideFacts
from bot.commands.decide_if import if_they
from bot.commands.decide_notes import next_at_hand, write_note
from bot.commands.decide_rival import rival_of
from bot.commands.decide_waiting import waited
from bot.commands.given import given, sums_beside
from bot.commands.judging import Judged, company_of, judge, slots_of
from bot.commands.keeping import put_right
from bot.commands.replied import Replied, Wish, replied, wants_else
from bot.commands.verdict import PASTE
from bot.memory.case import Case, Question
from bot.offers.offer import Offer
from bot.playbook.answered import Answered, added
from bot.playbook.decide import Decision, Sent, beside_rival, decide, first_of
from bot.playbook.evidence import is_ai_work
from bot.turn import Action, Button, Reply
from bot.understand.ai import AI_ROLES
from bot.understand.leaving import leaves
from bot.understand.pending import Pending, pending
from bot.understand.to_us import asks_us, supposed
from bot.voice import render

__all__ = ["COMMAND", "DecideFacts"]

ANSWER = "answer"  # the open question: what they said
UNREAD = "unread"  # the same, asked again: the words before held no answer

# What puts right what I hold, and is nobody's answer: "no, the base is 182".
_PUTS_RIGHT = re.compile(
    r"(?:no|nope|wait|sorry|actually|correction|i (?:meant|mean))\b(?!.{0,60}\b(?:they|he|she|hr)\b)",
    re.IGNORECASE,
)
# "They gave me until December 9": another day to answer by.
_UNTIL = re.compile(
    r"\b(?:i (?:now )?have|(?:gave|given|give|giving) (?:me|us)|i(?:'ve| have)? got"
    r"|(?:extended|moved) (?:it|the deadline))"
    r" (?:\w{1,10} ){0,2}?(?:until|till|to) (?P<day>\S.{1,30}?)[.!]?$",
    re.IGNORECASE,
)
_FEW = 16  # words

_PACKAGE = Button("Other levers", "package.show")


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Take in what they answered, or write the note asked for."""
    to_come = pending(ask.words)
    if case.offer is None:
        text = waited(to_come, case, None)[0] if to_come == "call" else render("decide_no_offer")
        facts = DecideFacts(pending="call" if to_come == "call" else "")
        return Outcome(Reply(text, "decide", facts=facts, actions=(PASTE,)), case)
    aside = _aside(ask, case, setting)
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
    outcome = _weighed(replace(ask, text=said, options={}), answer, case, setting)
    return next_at_hand(outcome, gone=True) if answer.said == "pulled" and named is not None else outcome


def _aside(ask: Ask, case: Case, setting: Setting) -> Outcome | None:
    """What is said in the place of an answer: "later", or what puts right the offer I hold."""
    if ask.known in (ANSWER, UNREAD) and _over(ask.text):
        return Outcome(
            Reply(render("decide_left"), "decide", facts=DecideFacts()), replace(case, question=None)
        )
    right = _put_right(ask, case)
    return correcting(right)(ask, replace(case, question=None), setting) if right is not None else None


def _put_right(ask: Ask, case: Case) -> Amendment | None:
    """What words put right and do not answer: a figure, after an answer that was not read, or a deadline.

    "They said I have until December 9" moves the deadline.
    """
    at_once = ask.known == ANSWER and not ask.text.lower().startswith("no")
    if (ask.known == UNREAD or at_once) and _PUTS_RIGHT.match(ask.text):
        return amendment(ask.text, case)
    found = _UNTIL.search(ask.words) if len(ask.words.split()) <= _FEW else None
    return amendment(f"the deadline is {found['day']}", case) if found else None


def _weighed(ask: Ask, answer: Replied, case: Case, setting: Setting) -> Outcome:
    """Their answer held against the counter and the benchmarks; what they offer now is kept."""
    said, before = ask.text, case.offer
    if before is None:
        raise ValueError("an answer to no offer")
    if answer.said == "pulled":
        return _pulled(case, before, setting)
    kept = replace(case, question=None)
    so_far = answered_of(case, before)
    beside = given(said) if answer.said in ("", "firm") else ()
    values = {**answer.values, **sums_beside(said, before)}
    now = replace(answer, values=values).over(before)
    if values and answer.said != "would_you":
        kept = put_right(kept, values)
        now = kept.offer or before
    judged = judge(kept, now, setting)
    sent = _sent_for(case, before)
    base, total = first_of(before, sent, so_far)
    heard = Answered(
        moved=sent is not None or so_far.moved,
        beside=added(so_far.beside, beside),
        base=base,
        total=total,
        final=answer.final or answer.said == "firm",
    )
    decision = decide(
        before,
        now,
        judged.critique,
        sent,
        answer.said,
        beside=beside,
        ai=_ai(judged, case),
        heard=replace(heard, final=answer.final),
    )
    decision = beside_rival(decision, rival_of(case, now))
    if decision.answer == "waiting" and answer.stands and so_far.pulled:
        text = render("decide_stands", company=company_of(before))
        facts = DecideFacts(decision, before, judged.quote, judged.critique)
        after = keep_answer(kept, before, replace(so_far, pulled=False))
        return Outcome(Reply(text, "decide", slots_of(before, judged.about), facts, (ACCEPT, TIME)), after)
    unread = bool(said.strip()) and answer == Replied() and not (beside or values)
    if decision.answer == "waiting" or unread:
        unclear = bool(said.strip()) or bool(ask.known)
        return _ask(kept, judged, decision, setting, unclear=unclear, other=answer.other)
    if answer.said == "would_you" and values and decision.lean == "take":
        kept = put_right(kept, values)  # the yes is to this number
    if answer.said != "would_you":
        kept = keep_answer(kept, before, heard)
    return _say(kept, judged, decision)


def _asked(said: str, case: Case, setting: Setting) -> Outcome | None:
    """What a question to Parley gets: what holds if they say so, else to be told what they said.

    Nothing of the offer changes. None where it may tell of an answer: it names a sum, or a note to write.
    """
    offer = case.offer
    if offer is None:
        raise ValueError("an answer to no offer")
    state = supposed(said)
    if state:
        return if_they(state, _sent_for(case, offer), case, setting)
    if not wants_else(said):
        return None
    judged = judge(case, offer, setting)
    decision = decide(offer, offer, judged.critique, _sent_for(case, offer))
    return _ask(case, judged, decision, setting, unclear=True, other="")


def _to_come(state: Pending, case: Case, setting: Setting) -> Outcome:
    """They have not answered yet: nothing is weighed, and nothing of the offer changes."""
    offer = case.offer
    if offer is None:
        raise ValueError("an answer to no offer")
    judged = judge(case, offer, setting)
    sent = _sent_for(case, offer)
    text, file = waited(state, case, sent)
    decision = decide(offer, offer, judged.critique, sent)
    facts = DecideFacts(decision, offer, judged.quote, judged.critique, pending=state)
    reply = Reply(text, "decide", slots_of(offer, judged.about), facts, (TIME, DECLINE), file=file)
    return Outcome(reply, replace(case, question=None))


def _sent_for(case: Case, offer: Offer) -> Sent | None:
    """The counter last written, where it was to this offer."""
    return case.sent if case.sent and case.sent.company == (offer.company or "") else None


def _pulled(case: Case, offer: Offer, setting: Setting) -> Outcome:
    """They took it back: there is nothing left to accept until the person says that it stands again."""
    judged = judge(case, offer, setting)
    sent = _sent_for(case, offer)
    decision = decide(offer, offer, judged.critique, sent, "pulled")
    heard = replace(answered_of(case, offer), pulled=True)
    return _say(keep_answer(replace(case, question=None), offer, heard), judged, decision)


def _ai(judged: Judged, case: Case) -> bool:
    """Whether AI skills are in play: in the role, or in the person's own work where the role is known."""
    if judged.about.role is None:
        return False
    return bool(judged.about.ai) or judged.about.role in AI_ROLES or is_ai_work(case.pack)


def _over(said: str) -> bool:
    return leaves(said) in ("stop", "later") or said.strip(" .!").lower() in ("skip", "done")


def _ask(
    case: Case, judged: Judged, decision: Decision, setting: Setting, *, unclear: bool, other: str
) -> Outcome:
    """Nothing was said that can be weighed: ask what they answered."""
    text = render(
        "decide_ask",
        sent=decision.asked,
        unclear=unclear,
        other=other,
        currency=judged.offer.currency,
        offer=judged.offer,
    )
    question = Question("decide", ANSWER, UNREAD if unclear else ANSWER, setting.now, free=True)
    facts = DecideFacts(decision, judged.offer, judged.quote, judged.critique)
    reply = Reply(text, "decide", slots_of(judged.offer, judged.about), facts, (ACCEPT, DECLINE, TIME))
    return Outcome(reply, replace(case, question=question))


def _say(case: Case, judged: Judged, decision: Decision) -> Outcome:
    quote = judged.quote
    text = render(
        "decide",
        decision=decision,
        offer=judged.offer,
        critique=judged.critique,
        quote=quote,
        job=words.job(quote.role, quote.level) if quote else None,
        company=company_of(judged.offer),
        contract=judged.offer.by_contract,
    )
    facts = DecideFacts(decision, judged.offer, quote, judged.critique)
    actions: tuple[Action, ...] = (ACCEPT, DECLINE, TIME, _PACKAGE)
    if decision.answer == "pulled":
        actions = (PASTE,)
    return Outcome(Reply(text, "decide", slots_of(judged.offer, judged.about), facts, actions), case)


def _wishing(wish: Wish) -> Respond:
    """A button's answer: that note, or the way to begin where there is no offer."""

    def answer(_ask: Ask, case: Case, setting: Setting) -> Outcome:
        return respond(Ask(), case, setting) if case.offer is None else write_note(wish, "", case, setting)

    return answer


def show(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The button under a counter: ask what they answered."""
    return respond(Ask(), case, setting)


def sent_of(case: Case, offer: Offer, sent: Sent) -> Case:
    """The case with the counter just written, so that their answer can be held against it."""
    return replace(case, sent=replace(sent, company=offer.company or ""))


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
