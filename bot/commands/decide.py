"""`/decide`: what they answered to the counter, take it or walk, and the note that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.commands import words
from bot.commands.answering import answered_of, keep_answer
from bot.commands.base import Ask, Command, Option, Outcome, Respond, Setting
from bot.commands.by_name import named_offer
from bot.commands.given import given, sums_beside
from bot.commands.judging import Judged, company_of, judge, slots_of, title_of
from bot.commands.keeping import put_right
from bot.commands.replied import Replied, Wish, replied
from bot.commands.verdict import PASTE
from bot.market.quote import Quote
from bot.memory.case import Case, Question
from bot.offers.offer import Offer
from bot.offers.sheet import Row, rows_of
from bot.offers.worth.table import worth_of
from bot.playbook.answered import Answered, Beside, added
from bot.playbook.counter import by_contract
from bot.playbook.critique import Critique
from bot.playbook.decide import Decision, Sent, decide
from bot.playbook.evidence import is_ai_work
from bot.turn import Action, Button, File, Reply
from bot.understand.ai import AI_ROLES
from bot.understand.leaving import leaves
from bot.voice import render

ANSWER = "answer"  # the open question: what they said

# What a yes repeats: the terms that are money or a date. What they count as a total is no term.
_AGREED = frozenset(
    ("base", "ote", "bonus", "sign_on", "equity", "refresh", "relocation", "besides", "benefits")
)

_ACCEPT = Button("Write the yes", "decide.accept")
_DECLINE = Button("Write the no", "decide.decline")
_TIME = Button("Ask for more time", "decide.time")
_PACKAGE = Button("Other levers", "package.show")


@dataclass(frozen=True, slots=True)
class DecideFacts:
    """Their answer held against the counter and the benchmarks; the offer as it stands, or the note written.

    A number named on condition of a yes is in `offer`, and not in the offer kept. `table` are the terms that
    a note of acceptance repeats, a row a term, and `beside` what they gave beside pay.
    """

    decision: Decision | None = None
    offer: Offer | None = None
    quote: Quote | None = None
    critique: Critique | None = None
    note: str = ""
    table: tuple[Row, ...] = ()
    beside: tuple[Beside, ...] = ()


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
    said = ask.words
    named = named_offer(said, case) if not ask.known else None
    if named is not None:
        case, said = named.case, named.rest
    answer = replied(said, case, ask.found if named is None else None)
    if answer.wish:
        return _note(answer.wish, answer.until, case, setting)
    return _weighed(replace(ask, text=said, options={}), answer, case, setting)


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
    sent = case.sent if case.sent and case.sent.company == (before.company or "") else None
    decision = decide(before, now, judged.critique, sent, answer.said, beside=beside, ai=_ai(judged, case))
    if decision.answer == "waiting" and answer.stands and so_far.pulled:
        text = render("decide_stands", company=company_of(before))
        facts = DecideFacts(decision, before, judged.quote, judged.critique)
        after = keep_answer(kept, before, replace(so_far, pulled=False))
        return Outcome(Reply(text, "decide", slots_of(before, judged.about), facts, (_ACCEPT, _TIME)), after)
    unread = bool(said.strip()) and answer == Replied() and not (beside or values)
    if decision.answer == "waiting" or unread:
        unclear = bool(said.strip()) and ask.known != ANSWER
        unclear = unclear or ask.known == ANSWER
        return _ask(kept, judged, decision, setting, unclear=unclear, other=answer.other)
    if answer.said == "would_you" and values and decision.lean == "take":
        kept = put_right(kept, values)  # the yes is to this number
    if answer.said != "would_you":
        heard = Answered(moved=sent is not None or so_far.moved, beside=added(so_far.beside, beside))
        kept = keep_answer(kept, before, heard)
    return _say(kept, judged, decision)


def _pulled(case: Case, offer: Offer, setting: Setting) -> Outcome:
    """They took it back: there is nothing left to accept until the person says that it stands again."""
    judged = judge(case, offer, setting)
    sent = case.sent if case.sent and case.sent.company == (offer.company or "") else None
    decision = decide(offer, offer, judged.critique, sent, "pulled")
    heard = replace(answered_of(case, offer), pulled=True)
    return _say(keep_answer(replace(case, question=None), offer, heard), judged, decision)


def _ai(judged: Judged, case: Case) -> bool:
    """Whether AI skills are in play: in the role, or in the person's own work."""
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
        contract=by_contract(judged.offer),
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
    so_far = answered_of(case, offer)
    if so_far.pulled and wish != "decline":
        text = render("decide_taken_back", company=company_of(offer))
        facts = DecideFacts(None, offer, judged.quote, judged.critique)
        return Outcome(
            Reply(text, "decide", slots_of(offer, judged.about), facts, (PASTE,)),
            replace(case, question=None),
        )
    table = tuple(
        row for row in rows_of(offer, worth_of(offer)) if row.term in _AGREED and not _nothing(row, offer)
    )
    title = title_of(offer, judged.about)
    values = {
        "offer": offer,
        "company": company_of(offer),
        "title": title,
        "role": _spelled_small(title),
        "until": until,
        "table": table,
        "beside": so_far.beside,
    }
    letter = render("decide_farewell_note" if so_far.pulled else f"decide_{wish}_note", **values)
    text = render(f"decide_{wish}", letter=letter, critique=judged.critique, pulled=so_far.pulled, **values)
    agreed = wish == "accept"
    facts = DecideFacts(
        None,
        offer,
        judged.quote,
        judged.critique,
        wish,
        table if agreed else (),
        so_far.beside if agreed else (),
    )
    file = File(f"{wish}.txt", letter, shown=True)
    others: tuple[Action, ...] = tuple(
        button
        for name, button in (("accept", _ACCEPT), ("decline", _DECLINE), ("time", _TIME))
        if name != wish
    )
    reply = Reply(text, "decide", slots_of(offer, judged.about), facts, others, file=file)
    return Outcome(reply, replace(case, question=None))


def _nothing(row: Row, offer: Offer) -> bool:
    """Whether a row says that a term is none: a yes names what is agreed."""
    signs = (offer.sign_on, offer.sign_on_y1, offer.sign_on_y2)
    none_of = {
        "sign_on": not any(signs),
        "bonus": offer.bonus_pct == 0 or offer.bonus_amount == 0,
        "equity": offer.equity_kind == "none",
        "relocation": offer.relocation == 0,
    }
    return none_of.get(row.term, False)


def _spelled_small(title: str | None) -> str | None:
    """A title as it stands after "as a": "registered nurse", "senior AI engineer"."""
    if title is None:
        return None
    return " ".join(word.lower() if word[1:].islower() else word for word in title.split())


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
