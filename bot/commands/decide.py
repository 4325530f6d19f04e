"""`/decide`: what they answered to the counter, take it or walk, and the note that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.commands import words
from bot.commands.base import Ask, Command, Option, Outcome, Respond, Setting
from bot.commands.judging import Judged, company_of, judge, slots_of, title_of
from bot.commands.keeping import put_right
from bot.commands.replied import Wish, replied
from bot.commands.verdict import PASTE
from bot.market.quote import Quote
from bot.memory.case import Case, Question
from bot.offers.offer import Offer
from bot.offers.sheet import Row, rows_of
from bot.offers.worth.table import worth_of
from bot.playbook.critique import Critique
from bot.playbook.decide import Decision, Sent, decide
from bot.turn import Action, Button, File, Reply
from bot.voice import render

ANSWER = "answer"  # the open question: what they said

# What a yes repeats: the terms that are money or a date. What they count as a total is no term.
_AGREED = frozenset({"base", "ote", "bonus", "sign_on", "equity", "refresh", "relocation", "besides"})

_ACCEPT = Button("Write the yes", "decide.accept")
_DECLINE = Button("Write the no", "decide.decline")
_TIME = Button("Ask for more time", "decide.time")
_PACKAGE = Button("Other levers", "package.show")


@dataclass(frozen=True, slots=True)
class DecideFacts:
    """Their answer held against the counter and the benchmarks; the offer as it stands, or the note written.

    A number named on condition of a yes is in `offer`, and not in the offer kept. `table` are the terms that
    a note of acceptance repeats, a row a term.
    """

    decision: Decision | None = None
    offer: Offer | None = None
    quote: Quote | None = None
    critique: Critique | None = None
    note: str = ""
    table: tuple[Row, ...] = ()


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Take in what they answered, or write the note asked for."""
    if case.offer is None:
        return Outcome(
            Reply(render("decide_no_offer"), "decide", facts=DecideFacts(), actions=(PASTE,)), case
        )
    if ask.known == ANSWER and _over(ask.text):
        return Outcome(
            Reply(render("decide_left"), "decide", facts=DecideFacts()), replace(case, question=None)
        )
    answer = replied(ask.words, case, ask.found)
    if answer.wish:
        return _note(answer.wish, answer.until, case, setting)
    before = case.offer
    kept = replace(case, question=None)
    now = answer.over(before)
    if answer.values and answer.said != "would_you":
        kept = put_right(kept, answer.values)
        now = kept.offer or before
    judged = judge(kept, now, setting)
    sent = case.sent if case.sent and case.sent.company == (before.company or "") else None
    decision = decide(before, now, judged.critique, sent, answer.said)
    if decision.answer == "waiting":
        unclear = bool(ask.words.strip()) and ask.known != ANSWER
        return _ask(kept, judged, decision, setting, unclear=unclear or ask.known == ANSWER)
    return _say(kept, judged, decision)


def _over(said: str) -> bool:
    return said.strip(" .!").lower() in ("stop", "cancel", "never mind", "nevermind", "later", "skip")


def _ask(case: Case, judged: Judged, decision: Decision, setting: Setting, *, unclear: bool) -> Outcome:
    """Nothing was said that can be weighed: ask what they answered."""
    text = render(
        "decide_ask", sent=decision.asked, unclear=unclear, currency=judged.offer.currency, offer=judged.offer
    )
    question = Question("decide", ANSWER, ANSWER, setting.now, free=True)
    facts = DecideFacts(decision, judged.offer, judged.quote, judged.critique)
    reply = Reply(text, "decide", slots_of(judged.offer, judged.about), facts, (_ACCEPT, _DECLINE, _TIME))
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
    )
    facts = DecideFacts(decision, judged.offer, quote, judged.critique)
    actions: tuple[Action, ...] = (_ACCEPT, _DECLINE, _TIME, _PACKAGE)
    if decision.answer == "pulled":
        actions = (PASTE,)
    return Outcome(Reply(text, "decide", slots_of(judged.offer, judged.about), facts, actions), case)


def _note(wish: Wish, until: str, case: Case, setting: Setting) -> Outcome:
    """The note that accepts, declines or asks for time, made of the offer as it stands."""
    offer = case.offer
    if offer is None:
        raise ValueError("a note on an offer, with no offer at hand")
    judged = judge(case, offer, setting)
    table = tuple(row for row in rows_of(offer, worth_of(offer)) if row.term in _AGREED)
    values = {
        "offer": offer,
        "company": company_of(offer),
        "title": title_of(offer, judged.about),
        "until": until,
        "table": table,
    }
    letter = render(f"decide_{wish}_note", **values)
    text = render(f"decide_{wish}", letter=letter, critique=judged.critique, **values)
    facts = DecideFacts(None, offer, judged.quote, judged.critique, wish, table if wish == "accept" else ())
    file = File(f"{wish}.txt", letter)
    others: tuple[Action, ...] = tuple(
        button
        for name, button in (("accept", _ACCEPT), ("decline", _DECLINE), ("time", _TIME))
        if name != wish
    )
    reply = Reply(text, "decide", slots_of(offer, judged.about), facts, others, file=file)
    return Outcome(reply, replace(case, question=None))


def _wishing(wish: Wish) -> Respond:
    """A button's answer: that note, or the way to begin where there is no offer."""

    def answer(_ask: Ask, case: Case, setting: Setting) -> Outcome:
        return respond(Ask(), case, setting) if case.offer is None else _note(wish, "", case, setting)

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
