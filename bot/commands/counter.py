"""`/counter`: one number, its reasons, an email to send and a few lines to say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.commands import words
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.offer import PASTE, Judged, company_of, job_of, judge, slots_of, title_of
from bot.market.quote import Quote
from bot.memory.case import Case
from bot.offers.reader import read
from bot.playbook.counter import Counter, counter
from bot.playbook.critique import Critique
from bot.turn import File, Reply
from bot.understand.money import read_amount
from bot.voice import render

_PRESENT_PAY = re.compile(
    r"\b(?:current(?:ly)?|now|today|presently|existing|previous(?:ly)?|last)\b.{0,40}\b(?:sal|pay|paid|comp|mak|earn|base|wage|tc)"
    r"|\b(?:i|i'm|im)\s+(?:\w+\s+){0,3}(?:make|making|earn|earning|paid)\b"
    r"|\bmy\s+(?:\w+\s+){0,2}(?:salary|pay|comp|tc|base)\b",
    re.IGNORECASE,
)
_WORDS_OF_A_NUMBER = 4  # "/counter 215k", "/counter ask for 215k"; more words are evidence


@dataclass(frozen=True, slots=True)
class CounterFacts:
    """The number and what it rests on. Today's pay is no part of it."""

    counter: Counter | None
    quote: Quote | None
    critique: Critique | None


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Write the counter to the offer at hand, or to one pasted along with the command."""
    pasted = read(ask.words).offers if ask.words else ()
    offer = pasted[0] if pasted else case.offer
    if offer is None:
        return Outcome(Reply(render("counter_no_offer"), "counter", facts=_nothing(), actions=(PASTE,)), case)
    if pasted:
        case = replace(case, offer=offer, offer_about=job_of(offer).over(case.me), question=None)
    told = Told() if pasted or ask.spoken else _told(ask.words)
    if told.workflow:  # AI work done is what the AI-skilled median pays for
        case = replace(case, offer_about=replace(case.offer_about, ai=True))
    return _write(judge(case, offer, setting), told, case)


@dataclass(frozen=True, slots=True)
class Told:
    """What came with the command: a number to ask for, or a sentence on work done.

    `left_out` is True when the sentence named present pay: it goes no further than this.
    """

    wanted: float | None = None
    workflow: str = ""
    left_out: bool = False


def _told(said: str) -> Told:
    if _PRESENT_PAY.search(said):
        return Told(left_out=True)
    figure = read_amount(said)
    if figure is not None and len(said.split()) <= _WORDS_OF_A_NUMBER:
        return Told(wanted=figure.value)
    return Told(workflow=said.strip().rstrip("."))


def _write(judged: Judged, told: Told, case: Case) -> Outcome:
    offer, slots = judged.offer, slots_of(judged.offer, judged.about)
    wanted, workflow = told.wanted, told.workflow
    evidence = frozenset({"workflow"}) if workflow else frozenset[str]()
    plan = counter(offer, judged.critique, judged.quote, wanted=wanted, evidence=evidence)
    if plan is None:
        text = render("counter_no_base", company=offer.company)
        return Outcome(Reply(text, "counter", slots, _facts(None, judged)), case)
    if plan.offered is not None and plan.ask <= plan.offered:
        text = render("counter_too_low", plan=plan, currency=offer.currency)
        return Outcome(Reply(text, "counter", slots, _facts(plan, judged)), case)
    values = {
        "plan": plan,
        "offer": offer,
        "quote": judged.quote,
        "job": words.job(judged.quote.role, judged.quote.level) if judged.quote else None,
        "title": title_of(offer, judged.about),
        "company": company_of(offer),
        "workflow": workflow,
    }
    letter = render("counter_email", **values)
    text = render(
        "counter",
        letter=letter,
        critique=judged.critique,
        left_out=told.left_out,
        why_not=judged.why_not,
        **values,
    )
    file = File("counter.txt", letter)
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
        Option("with", "text", "Your own number (215k), or one sentence on AI work you did and its result"),
    ),
    example="/counter",
    clicks={"write": write},
)
