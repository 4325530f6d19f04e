"""`/counter`: one number, its reasons, an email to send and a few lines to say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.commands import words
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.judging import Judged, company_of, job_of, judge, slots_of, title_of
from bot.commands.keeping import taken_up
from bot.commands.offer import PASTE
from bot.market.quote import Quote
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.reader import read as read_offer
from bot.offers.worth.periods import full_time
from bot.playbook.counter import Counter, counter
from bot.playbook.critique import Critique
from bot.turn import File, Reply
from bot.understand import ai
from bot.understand.told import Told
from bot.understand.told import read as read_told
from bot.voice import render

# A number this far from the base, as a share of it, is not one to ask for instead of it.
_LEAST, _MOST = 0.5, 3.0
_RIVAL = re.compile(r"\b(?:compet\w+|another|other|also|too|rival|second)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CounterFacts:
    """The number and what it rests on. Today's pay is no part of it."""

    counter: Counter | None
    quote: Quote | None
    critique: Critique | None


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Write the counter to the offer at hand, or to one pasted along with the command."""
    pasted = _pasted(ask, case)
    offer = pasted or case.offer
    if offer is None:
        return Outcome(Reply(render("counter_no_offer"), "counter", facts=_nothing(), actions=(PASTE,)), case)
    if pasted:
        case = taken_up(case, (pasted,), job_of(pasted).over(case.me))
        offer = case.offer or pasted
    told = Told() if pasted else read_told(ask.words, spoken=ask.spoken)
    case = replace(case, work=told.work or case.work, proof=told.proof or case.proof)
    return _write(judge(case, offer, setting), told, case)


def _pasted(ask: Ask, case: Case) -> Offer | None:
    """An offer pasted with the command; the terms someone wants to ask for are not one."""
    said = ask.words
    found = (ask.found or read_offer(said)).offers
    if not found or (found[0].base_amount is None and found[0].base_low is None):
        return None
    if case.offer is not None:  # a rival offer named in passing must not take this one's place
        return found[0] if ask.spoken and found[0].company and not _RIVAL.search(said) else None
    whole = found[0].company or found[0].title or "offer" in said.lower()
    return found[0] if whole else None


def _wanted(told: Told, offer: Offer) -> float | None:
    """The number to ask for, in the period of the base; None where none was named or it fits no base."""
    base = offer.base_amount if offer.base_high is None else offer.base_high
    if base is None:
        return None
    if told.percent is not None:
        return base * (1 + told.percent / 100) if 0 < told.percent <= 100 * (_MOST - 1) else None
    amount = told.amount
    if amount is None or (amount.currency and offer.currency and amount.currency != offer.currency):
        return None
    per_year = full_time(offer)
    if amount.per == "share":
        return None
    most = amount.high  # of "210-220k" the number to open with
    in_its_period = most * full_time(offer, amount.per) / per_year if amount.per else most
    for wanted in (in_its_period, most / per_year):
        if _LEAST <= wanted / base <= _MOST:
            return wanted
    return None


def _write(judged: Judged, told: Told, case: Case) -> Outcome:
    offer, slots = judged.offer, slots_of(judged.offer, judged.about)
    wanted = _wanted(told, offer)
    evidence = frozenset(name for name, words_ in (("workflow", case.work), ("eval", case.proof)) if words_)
    plan = counter(offer, judged.critique, judged.quote, wanted=wanted, evidence=evidence)
    if plan is None:
        text = render("counter_no_base", company=offer.company)
        return Outcome(Reply(text, "counter", slots, _facts(None, judged)), case)
    if plan.rule == "theirs" and plan.offered is not None and plan.ask <= plan.offered:
        text = render("counter_too_low", plan=plan, currency=offer.currency)
        return Outcome(Reply(text, "counter", slots, _facts(plan, judged)), case)
    values = {
        "plan": plan,
        "offer": offer,
        "quote": judged.quote,
        "job": words.job(judged.quote.role, judged.quote.level) if judged.quote else None,
        "title": title_of(offer, judged.about),
        "company": company_of(offer),
        "work": case.work,
        "proof": case.proof,
    }
    letter = render("counter_email", **values)
    text = render(
        "counter",
        letter=letter,
        critique=judged.critique,
        left_out=told.left_out,
        took_ai=ai.in_title(told.work) and judged.quote is not None and judged.quote.ai == "skilled",
        unused=told.unused or (wanted is None and bool(told.amount or told.percent)),
        why_not=judged.why_not,
        **values,
    )
    file = File("counter.txt", letter)  # for the person to copy: links and addresses stay whole
    return Outcome(Reply(text, "counter", slots, _facts(plan, judged), file=file), case)


def _facts(plan: Counter | None, judged: Judged) -> CounterFacts:
    return CounterFacts(plan, judged.quote, judged.critique)


def _nothing() -> CounterFacts:
    return CounterFacts(None, None, None)


def write(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The button under a judged offer."""
    return respond(Ask(), case, setting)


COMMAND = Command(
    name="counter",
    summary="Write the counter to your offer: one number, an email, a call script",
    respond=respond,
    options=(
        Option("with", "text", "A base to ask for (215k), what you built, or proof: how you knew it worked"),
    ),
    example="/counter",
    clicks={"write": write},
)
