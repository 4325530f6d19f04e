"""A correction carried out: the offer put right, and in a few lines what that changes.

The reply is short: what changed, what it means, and the next thing to check. The whole judgement is
one button away, and so is taking it back.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from bot.commands import words
from bot.commands.amending.moving import without
from bot.commands.amending.shapes import Amendment, Change, Decide, Judge, NotMine, Problem, Unclear, Undo
from bot.commands.amending.terms import TERMS, shown
from bot.commands.base import Ask, Outcome, Respond, Setting
from bot.commands.doubt import DoubtShown, all_doubts, doubt_actions, doubts_of, instead_of
from bot.commands.judging import Judged, company_of, judge, slots_of
from bot.commands.keeping import chosen, decided, dropped, put_right, undone
from bot.commands.shifts import JOB, Shift, changes, confirmed
from bot.commands.verdict import PASTE, ask_for_one, judged_reply
from bot.market.quote import Quote
from bot.memory.case import Case, Question
from bot.offers.offer import Offer
from bot.offers.worth.periods import held_at
from bot.offers.worth.shapes import Worth
from bot.offers.worth.table import worth_of
from bot.playbook.critique import Critique
from bot.turn import Action, Button, Reply
from bot.voice import render

_COUNTER = Button("Write the counter", "counter.write", primary=True)


@dataclass(frozen=True, slots=True)
class CorrectionFacts:
    """The offer as it now stands and what was put right in it; `doubts` is what to check next.

    `confirmed` are figures the person said are right, `year_one` and `four_years` the sums before and
    after. `problem` says why a correction could not be carried out, `term` and `figure` what it was about.
    """

    offer: Offer | None
    others: tuple[Offer, ...] = ()
    quote: Quote | None = None
    beside: tuple[Quote, ...] = ()
    critique: Critique | None = None
    worth: Worth | None = None
    doubts: tuple[DoubtShown, ...] = ()
    changes: tuple[Shift, ...] = ()
    confirmed: tuple[Shift, ...] = ()
    year_one: tuple[float | None, float | None] = (None, None)
    four_years: tuple[float | None, float | None] = (None, None)
    problem: Problem | None = None
    term: str = ""
    figure: str = ""


def correcting(found: Amendment) -> Respond:
    """The handler that carries out what a line was read as."""
    return partial(_carry_out, found)


def _carry_out(found: Amendment, _ask: Ask, case: Case, setting: Setting) -> Outcome:
    match found:
        case Change(values, about, denied):
            return _put(case, put_right(case, values, about), setting, tuple(values), denied=denied)
        case Decide(term, pasted):
            said = case.said.get(term)
            return _put(case, decided(case, term, pasted=pasted), setting, tuple(said.values) if said else ())
        case Undo():
            return _take_back(case, setting)
        case NotMine(present):
            return _not_mine(case, setting, present=present)
        case Judge(number):
            return _judge_other(case, number, setting)
        case Unclear():
            return _unclear(found, case)


def revising(before: Case, now: Case, setting: Setting, fields: tuple[str, ...]) -> Outcome:
    """What a line that only gives terms of an offer changed in the one at hand: `before` it, and `now`."""
    return _put(before, now, setting, fields)


def _put(
    before: Case,
    now: Case,
    setting: Setting,
    fields: tuple[str, ...],
    *,
    back: bool = False,
    denied: str | None = None,
) -> Outcome:
    """The short judgement of an offer put right; `fields` are those the person spoke of."""
    offer, old = now.offer, before.offer
    if offer is None or old is None:
        return ask_for_one(now)
    judged = judge(now, offer, setting)
    was = judge(before, old, setting)
    question = _still_open(now)
    now = replace(now, question=question)
    doubts = doubts_of(offer, now.said)
    first, four = zip(_sums(old), _sums(offer), strict=True)
    facts = CorrectionFacts(
        offer=offer,
        others=now.others,
        quote=judged.quote,
        beside=judged.beside,
        critique=judged.critique,
        worth=worth_of(offer),
        doubts=doubts,
        changes=changes(before, now),
        confirmed=() if back else confirmed(old, offer, fields),
        year_one=(first[0], first[1]),
        four_years=(four[0], four[1]),
    )
    text = render(
        "put_right",
        facts=facts,
        doubts=doubts,
        back=back,
        denied=denied,
        company=company_of(offer),
        currency=offer.currency or "USD",
        judged_anew=_verdict(judged) != _verdict(was),
        critique=judged.critique,
        why_not=judged.why_not,
        part_time=held_at(offer) is not None,
        quote=judged.quote,
        job=words.job(judged.quote.role, judged.quote.level) if judged.quote else None,
        wants=question.wants if question else "",
    )
    return Outcome(
        Reply(text, "offer", slots_of(offer, judged.about), facts, _actions(now, offer, judged.critique)), now
    )


def _actions(case: Case, offer: Offer, critique: Critique) -> tuple[Action, ...]:
    """The next answers, the counter, the whole judgement, and the way back."""
    actions: list[Action] = list(doubt_actions(offer, case.said))
    if not actions and critique.base_low is not None:
        actions.append(_COUNTER)
    actions.append(Button(render("doubt_button", answer="whole", doubt=None, offer=None), "doubt.whole"))
    if case.before:
        back = render("doubt_button", answer="undo", doubt=None, offer=None)
        actions.append(Button(back, "doubt.undo", _mark(case)))
    return tuple(actions)


def _still_open(case: Case) -> Question | None:
    """The open question about the job, with what is known of it by now; None once it is answered."""
    asked = case.question
    if asked is None or asked.command != "offer" or asked.choices or asked.wants not in JOB:
        return None
    about = case.offer_about
    return None if getattr(about, asked.wants) else replace(asked, known=words.pack(about))


def _verdict(judged: Judged) -> tuple[object, ...]:
    """What the verdict stands on: a change of anything else needs no word of it."""
    critique, quote = judged.critique, judged.quote
    benchmark = (quote.p50, quote.role, quote.level, quote.place) if quote else None
    return critique.verdict, critique.gap, critique.floor_gap, judged.why_not, benchmark


def _sums(offer: Offer) -> tuple[float | None, float | None]:
    """The first year and four years of an offer, None where no base is known."""
    total = worth_of(offer).total
    return (total.years[0].amount, total.four_years.amount) if total else (None, None)


def _take_back(case: Case, setting: Setting) -> Outcome:
    """The last change undone."""
    now = undone(case)
    if now is None:
        return _unclear(Unclear("nothing_to_undo"), case)
    same = case.offer is not None and now.offer is not None and case.offer.company == now.offer.company
    if same or now.offer is None:
        return _put(case, now, setting, (), back=True)
    outcome = judged_reply(now, now.offer, setting, others=now.others)
    return _under(render("put_back", company=company_of(now.offer)), outcome)


def _not_mine(case: Case, setting: Setting, *, present: bool) -> Outcome:
    """The offer at hand let go; the next of its text is judged, or one is asked for."""
    now = dropped(case)
    company = company_of(now.offer) if now.offer else None
    text = render("not_mine", present=present, other=now.offer is not None, company=company)
    if now.offer is not None:
        return _under(text, judged_reply(now, now.offer, setting, others=now.others))
    back = Button(render("doubt_button", answer="undo", doubt=None, offer=None), "doubt.undo", _mark(now))
    return Outcome(Reply(text, "offer", facts=CorrectionFacts(None), actions=(PASTE, back)), now)


def _under(text: str, outcome: Outcome) -> Outcome:
    """An outcome with a line over its answer."""
    reply = replace(outcome.reply, text=f"{text}\n\n{outcome.reply.text}")
    return replace(outcome, reply=reply)


def _judge_other(case: Case, number: int, setting: Setting) -> Outcome:
    if not 0 <= number < len(case.others):
        return _unclear(Unclear("no_such_offer"), case)
    now = chosen(case, number)
    if now.offer is None:
        return ask_for_one(now)
    return judged_reply(now, now.offer, setting, others=now.others)


def _unclear(found: Unclear, case: Case) -> Outcome:
    """A clear sentence on what was understood and what to type; nothing is changed."""
    offer = case.offer
    doubts = doubts_of(offer, case.said) if offer else ()
    fields = TERMS[found.term].fields if found.term in TERMS else ()
    now = next((value for name in fields if offer and (value := shown(offer, name))), None)
    facts = CorrectionFacts(
        offer=offer,
        others=case.others,
        doubts=doubts,
        problem=found.problem,
        term=found.term,
        figure=found.figure,
    )
    text = render(
        "put_right_unclear",
        problem=found.problem,
        term=found.term,
        figure=found.figure,
        now=now,
        doubts=doubts if found.problem in ("which_doubt", "settled") else (),
        others=len(case.others),
    )
    actions = doubt_actions(offer, case.said) if offer and found.problem in ("which_doubt", "settled") else ()
    slots = slots_of(offer, case.offer_about) if offer else Reply("", "offer").slots
    return Outcome(Reply(text, "offer", slots, facts, actions), case)


def _mark(case: Case) -> str:
    """A short mark of the offer's state, so that a button of another state does nothing."""
    return f"{zlib.crc32(repr((case.offer, case.offer_about, len(case.before))).encode()):08x}"


def _on_doubt(answer: str, ask: Ask, case: Case, setting: Setting) -> Outcome:
    """A button under a question about a figure; one of an earlier question says that it is settled."""
    offer = case.offer
    if offer is None:
        return ask_for_one(case)
    keys = ask.known.split(";")
    asked = [each for each in all_doubts(offer, case.said) if each.key in keys]
    if not asked:
        return _unclear(Unclear("settled"), case)
    one = asked[0]
    match answer:
        case "mine" | "pasted":
            return _carry_out(Decide(one.term, answer == "pasted"), ask, case, setting)
        case "yes" | "both":
            values = {name: getattr(offer, name) for each in asked for name in each.fields}
        case "instead":
            values = instead_of(offer, one)
        case _:
            values = without(offer, one.fields)
    return _carry_out(Change(values), ask, case, setting)


def _on_undo(ask: Ask, case: Case, setting: Setting) -> Outcome:
    if ask.known != _mark(case):
        return _unclear(Unclear("settled"), case)
    return _take_back(case, setting)


def _on_other(ask: Ask, case: Case, setting: Setting) -> Outcome:
    return _judge_other(case, int(ask.known) if ask.known.isdigit() else -1, setting)


def _on_whole(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The whole judgement of the offer as it stands."""
    if case.offer is None:
        return ask_for_one(case)
    return judged_reply(case, case.offer, setting, others=case.others)


CLICKS: Mapping[str, Respond] = {
    **{answer: partial(_on_doubt, answer) for answer in ("yes", "both", "instead", "out", "mine", "pasted")},
    "undo": _on_undo,
    "other": _on_other,
    "whole": _on_whole,
}
