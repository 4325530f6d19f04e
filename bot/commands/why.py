"""`/why`: where a figure or an advice came from, the arithmetic, the rule, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bot.commands import words
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.counter_facts import CounterFacts
from bot.commands.counter_letter import currency_of
from bot.commands.counter_wish import evidence_of
from bot.commands.judging import company_of, title_of
from bot.commands.last_reply import of_button
from bot.commands.median import MedianFacts
from bot.commands.range_facts import RangeFacts
from bot.commands.why_again import Again, again
from bot.commands.why_figures import figures_of, named_in
from bot.commands.why_known import Known
from bot.market.estimate import estimate
from bot.market.quote import Quote
from bot.market.rows import MIN_EMPLOYERS, MIN_POSTINGS, Source
from bot.memory.case import Case, Last, Question
from bot.playbook.critique import AROUND
from bot.playbook.pay_range import TOP_HIGH, TOP_LOW
from bot.playbook.workings import AskWorking, RangeWorking, ask_working, range_working
from bot.turn import Button, Reply
from bot.understand import why_words
from bot.understand.employers import type_labels, types
from bot.understand.places import place
from bot.understand.why_words import Why
from bot.voice import render

_TALKS = frozenset({"evidence", "practice"})  # "why?" there asks why this is asked
_A_FEW = 4  # figures named where the one asked about was none of them


@dataclass(frozen=True, slots=True)
class PartShown:
    """A step to an estimate: what it is `of`, by how many percent it changes the pay, and the pay then."""

    of: str
    pct: float
    pay: float


@dataclass(frozen=True, slots=True)
class WhyFacts:
    """What is explained: the command `of` the last reply, and its `facts` worked out again.

    `figure` is the number asked about, `named` what it was in that reply, None where it was none of it; then
    `there` are a few that were. `working` is the arithmetic of an ask or a range, `parts` that of an
    estimate. `source` is the dataset of `quote`, with its licence. `least` are the postings and employers
    a figure needs, `around_pct` how near to a median counts as at it, `tops` how far a range may end above
    it. `question` is the open question explained instead, as "evidence tools".
    """

    of: str
    facts: Any = None
    quote: Quote | None = None
    figure: float | None = None
    named: Known | None = None
    there: tuple[Known, ...] = ()
    working: AskWorking | RangeWorking | None = None
    parts: tuple[PartShown, ...] = ()
    source: Source | None = None
    least: tuple[int, int] = (MIN_POSTINGS, MIN_EMPLOYERS)
    around_pct: float = 100 * AROUND
    tops: tuple[int, int] = (TOP_LOW, TOP_HIGH)
    question: str = ""


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Explain the last reply, one figure of it, or the question that was asked since."""
    said = ask.words.strip()
    if said.lower() in ("help", "?"):
        return Outcome(Reply(render("help_command", command=COMMAND), "why", facts=WhyFacts("")), case)
    wants = why_words.asks_why(said) or why_words.asks_why(f"why {said}")
    question = _asked_since(case, setting)
    if question is not None:
        return _why_asked(question, case)
    outcome = _explained(case.last, wants or Why(), case, setting)
    if wants is not None or ask.spoken or not outcome.reply.facts.of:
        return outcome
    text = f"{outcome.reply.text}\n\n{render('why_unread', words=said[:60])}"
    return replace(outcome, reply=replace(outcome.reply, text=text))


def show(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The button under a reply: that reply explained, however long ago it was."""
    return _explained(of_button(ask.known, case), Why(), case, setting)


def _asked_since(case: Case, setting: Setting) -> Question | None:
    """The open question, where it came after the last figure; a talk that waits for words goes first."""
    asked, last = case.question, case.last
    if asked is None or not asked.stands(setting.now) or asked.command == "forget":
        return None
    if (asked.free and asked.command in _TALKS) or last is None or last.at is None:
        return asked
    return asked if asked.asked_at > last.at else None


def _why_asked(question: Question, case: Case) -> Outcome:
    """Why a question is asked; it stays open."""
    moves = case.drill.moves if case.drill is not None and question.command == "practice" else ()
    step = question.known.partition("+")[0] if question.command == "evidence" else ""
    text = render(
        "why_question",
        command=question.command,
        wants=question.wants,
        step=step.rstrip("0123456789"),
        opening=case.drill.opening if case.drill is not None else "",
        moves=[each.kind for each in moves],
    )
    facts = WhyFacts(question.command, question=f"{question.command} {question.wants}")
    return Outcome(Reply(text, "why", facts=facts), case)


def _explained(last: Last | None, wants: Why, case: Case, setting: Setting) -> Outcome:
    found = again(last, case, setting) if last is not None else None
    if last is None or found is None:
        text = render("why_nothing", gone=last is not None, has_offer=case.offer is not None)
        return Outcome(Reply(text, "why", facts=WhyFacts(""), actions=(PASTE,)), case)
    facts = _facts(last, found, wants, setting)
    template = f"why_{last.of}"
    if wants.figure is not None and found.facts is not None:
        template = "why_figure" if facts.named else "why_not_there"
        template = f"why_{last.of}" if facts.named and facts.named.code in ("ask", "forfeited") else template
    text = render(template, last=last, f=facts, **_values(last, found, facts, wants, case))
    return Outcome(Reply(text, "why", facts=facts), case)


def _facts(last: Last, found: Again, wants: Why, setting: Setting) -> WhyFacts:
    told, market = found.facts, setting.market
    quote = getattr(told, "quote", None)
    named = named_in(wants, told)
    facts = WhyFacts(
        last.of,
        told,
        quote,
        wants.figure,
        named,
        _weightiest(told) if wants.figure is not None and named is None else (),
        _working(found),
        source=market.source(quote.source) if quote is not None else market.postings,
    )
    if quote is None or quote.basis != "estimated":
        return facts
    asked = quote.asked
    made = estimate(market, asked.role, asked.place or words.UNITED_STATES, asked.level, ai=asked.ai)
    steps = made.parts if made is not None else ()
    return replace(facts, parts=tuple(PartShown(each.of, 100 * each.change, each.pay) for each in steps))


def _weightiest(told: Any) -> tuple[Known, ...]:
    """A few figures of the reply: no two the same, and no counts."""
    seen: dict[float, Known] = {}
    for each in figures_of(told):
        if each.value and each.unit != "count":
            seen.setdefault(round(abs(each.value), 1), each)
    return tuple(seen.values())[:_A_FEW]


def _working(found: Again) -> AskWorking | RangeWorking | None:
    told, judged = found.facts, found.judged
    if isinstance(told, CounterFacts) and told.counter is not None and judged is not None:
        return ask_working(told.counter, judged.offer, judged.critique, judged.quote)
    if isinstance(told, RangeFacts) and told.range is not None and told.quote is not None:
        return range_working(told.range, told.quote, told.floor)
    return None


def _values(last: Last, found: Again, facts: WhyFacts, wants: Why, case: Case) -> dict[str, Any]:
    """What the templates name: the job, the offer and its verdict, the words for ids."""
    quote, judged, told = facts.quote, found.judged, found.facts
    about = judged.about if judged is not None else last.about
    offer = judged.offer if judged is not None else None
    plan = told.counter if isinstance(told, CounterFacts) else None
    where = about.place or words.UNITED_STATES
    band = told.own.band if isinstance(told, MedianFacts) and told.own is not None else None
    return {
        "r": told,
        "angle": wants.angle,
        "quote": quote,
        "job": words.job(quote.role, quote.level) if quote is not None else None,
        "asked_job": words.job(about.role, about.level) if about.role else None,
        "role": words.job(about.role) if about.role else None,
        "level": words.level_label(about.level).lower() if about.level else None,
        "place": words.place_name(about.place) if about.place else None,
        "abroad": place(where).kind == "country" and where != words.UNITED_STATES,
        "cell": words.typed(about),
        "home": words.typed(replace(about, place=None)),
        "own_job": words.job(band.role, band.level) if band is not None else None,
        "offer": offer,
        "c": judged.critique if judged is not None else None,
        "why_not": judged.why_not if judged is not None else "",
        "company": company_of(offer) if offer is not None else None,
        "title": title_of(offer, about) if offer is not None else None,
        "currency": (currency_of(plan, offer) if plan else offer.currency or "USD") if offer else "USD",
        "types": type_labels(),
        "kinds": {each.id: each for each in types().values()},
        "evidence": evidence_of(case),
        "level_name": _level_of(facts.named),
    }


def _level_of(named: Known | None) -> str:
    return words.level_label(named.name).lower() if named is not None and named.code == "level" else ""


PASTE = Button("Paste an offer", "offer.open")

COMMAND = Command(
    name="why",
    summary="Where my last figure or advice came from: source, arithmetic, rule",
    respond=respond,
    options=(Option("figure", "text", "One figure of my last reply: 208k; or nothing for all of it"),),
    example="/why 208k",
    clicks={"show": show},
)
