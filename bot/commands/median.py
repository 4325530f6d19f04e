"""`/median`: what a role pays, from the best evidence there is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.commands import words
from bot.commands.about import Heard, asked_of, readings
from bot.commands.base import Command, Option, Outcome, Setting
from bot.commands.lookup import Lookup
from bot.market.change import Change, changes
from bot.market.database import Market
from bot.market.employer import Own, own
from bot.market.ladder import Answer, quote
from bot.market.quote import Quote
from bot.memory.case import About, Case
from bot.turn import Action, Button, Reply
from bot.understand.ai import AI_ROLES
from bot.voice import render


@dataclass(frozen=True, slots=True)
class Versus:
    """AI-skilled beside all postings of the same cell. No premium: that compares with the unskilled."""

    skilled: Quote
    all: Quote


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure the person named, and how far above the median it stands (below: negative)."""

    value: float
    gap: float


@dataclass(frozen=True, slots=True)
class MedianFacts:
    """The figures behind the reply. `quote` is None where no row describes what was asked.

    `thin` is (postings, employers) of the very cell asked for, where it is too thin to quote. `own` is
    what the company named pays by its own postings and filings, `changes` how the quoted cell moved.
    """

    quote: Quote | None
    beside: tuple[Quote, ...] = ()
    versus: Versus | None = None
    amount: Amount | None = None
    thin: tuple[int, int] | None = None
    own: Own | None = None
    changes: tuple[Change, ...] = ()


def _answer(heard: Heard, case: Case, setting: Setting) -> Outcome:
    about = heard.about
    answer = quote(setting.market, asked_of(about))
    if answer.quote is None:
        return LOOKUP.abroad(heard, case)
    facts = _facts(answer, answer.quote, heard, setting.market)
    text = render(
        "median",
        quote=answer.quote,
        job=words.job(answer.quote.role, answer.quote.level),
        role=words.job(answer.quote.role),
        includes=tuple(words.job(role) for role in answer.quote.includes),
        versus=facts.versus,
        others=[(other, words.job(other.role, other.level)) for other in _others(facts)],
        read_as=readings(heard),
        amount=facts.amount,
        thin=facts.thin,
        own=facts.own,
        own_job=words.job(facts.own.band.role, facts.own.band.level) if facts.own and facts.own.band else "",
        changes=facts.changes,
        has_offer=case.offer is not None,
    )
    reply = Reply(text, "median", heard.slots, facts, _actions(about, answer.quote, setting))
    return Outcome(reply, LOOKUP.kept(case, about))


def _facts(answer: Answer, best: Quote, heard: Heard, market: Market) -> MedianFacts:
    cell = (best.role, best.place, best.level, best.source)
    twins = {
        other.ai: other
        for other in (best, *answer.beside)
        if (other.role, other.place, other.level, other.source) == cell and other.n
    }
    versus = None
    if len(twins) > 1 and best.role not in AI_ROLES:  # there, all postings are AI-skilled or misread
        versus = Versus(twins["skilled"], twins["all"])
    amount, company = heard.yearly, heard.question.company
    return MedianFacts(
        best,
        answer.beside,
        versus,
        Amount(amount, amount - round(best.p50)) if amount else None,
        answer.thin,
        own(market, company, best.asked) if company else None,
        changes(market, best),
    )


def _others(facts: MedianFacts) -> tuple[Quote, ...]:
    """The comparisons that get a line of their own: not the other side of AI in the same cell."""
    best = facts.quote
    estimated = best is not None and best.basis == "estimated"
    return tuple(
        other for other in facts.beside if not best or other.source != best.source or (estimated and other.n)
    )


def _actions(about: About, best: Quote, setting: Setting) -> tuple[Action, ...]:
    actions: list[Action] = []
    if setting.where == "channel":
        actions.append(Button("Share here", "median.share", words.pack(about)))
    if about.role in AI_ROLES:
        return tuple(actions)
    if best.ai == "skilled":
        actions.append(Button("All postings", "median.pick", words.pack(replace(about, ai=None))))
    elif best.n and not about.ai:
        actions.append(Button("AI-skilled only", "median.pick", words.pack(replace(about, ai=True))))
    return tuple(actions)


LOOKUP = Lookup("median", _answer, MedianFacts(None))

COMMAND = Command(
    name="median",
    summary="The median base for a role, with its evidence",
    respond=LOOKUP.respond,
    options=(
        Option("role", "role", "The role, in your words: swe, pmm, data scientist", required=True),
        Option("place", "place", "A US city, metro area or state, or remote"),
        Option("level", "level", "Entry, senior, staff, director"),
        Option("ai", "flag", "Only postings that ask for AI skills"),
    ),
    example="/median software-engineer SF senior",
    clicks={"pick": LOOKUP.pick, "share": LOOKUP.share},
)
