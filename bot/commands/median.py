"""`/median`: what a role pays, from the best evidence there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from bot.commands import words
from bot.commands.about import Heard, asked_of, readings
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.lookup import Lookup
from bot.market.by_level import ByLevel, by_level
from bot.market.change import Change, changes
from bot.market.database import Market
from bot.market.employer import Own, own
from bot.market.ladder import Answer, quote
from bot.market.premium import compare
from bot.market.quote import Quote
from bot.memory.case import About, Case, Question
from bot.offers.worth.periods import PERIODS_A_YEAR
from bot.turn import Action, Button, Reply
from bot.understand import known_companies
from bot.understand.ai import AI_ROLES
from bot.understand.whose_pay import Whose
from bot.voice import render

_BY_HOUR = re.compile(
    r"\b(?:hourly|(?:an|per|by the|each) hour|(?:an|per) hr)\b|/ ?h(?:ou)?r\b", re.IGNORECASE
)
_BY_CONTRACT = re.compile(
    r"\b(?:contract(?:or|ing|s)?|freelanc\w{1,3}|1099|c2c|corp[- ]to[- ]corp|w-?2)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Versus:
    """AI-skilled beside all postings of the same cell. No premium: that compares with the unskilled."""

    skilled: Quote
    all: Quote


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure the person named, and how far above the median it stands (below: negative).

    Of a range `low` to `high` the `value` is the middle. `whose` says whose pay it is: "present" is the
    person's today, "posted" an advertised range, "" what nothing says more of.
    """

    value: float
    gap: float
    whose: Whose
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class MedianFacts:
    """The figures behind the reply. `quote` is None where no row describes what was asked.

    `thin` is (postings, employers) of the very cell asked for, where it is too thin to quote. `own` is
    what the company named pays by its own postings and filings, `changes` how the quoted cell moved,
    `by_level` what stands within a figure of all levels, and `others_pay` the sums that are somebody
    else's: they are held against nothing. `by_hour` is the median over 2,080 hours, where that was asked.
    """

    quote: Quote | None
    beside: tuple[Quote, ...] = ()
    versus: Versus | None = None
    amount: Amount | None = None
    thin: tuple[int, int] | None = None
    own: Own | None = None
    changes: tuple[Change, ...] = ()
    by_level: ByLevel | None = None
    others_pay: tuple[float, ...] = ()
    by_hour: float | None = None


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Answer for the role, and for a company given as an option by its whole name."""
    named = ask.options.get("company", "").strip()
    if not named:
        return _lookup(ask.words).respond(ask, case, setting)
    options = {name: value for name, value in ask.options.items() if name != "company"}
    about = replace(words.unpack(ask.known), company=known_companies.shown(named))
    return LOOKUP.respond(replace(ask, options=options, known=words.pack(about)), case, setting)


def _lookup(said: str) -> Lookup:
    """The look-up for some words: by the hour, and of a contract, where they speak of one."""
    by_hour, contract = _BY_HOUR.search(said) is not None, _BY_CONTRACT.search(said) is not None
    return Lookup("median", partial(_answer, by_hour=by_hour, contract=contract), MedianFacts(None))


def _answer(
    heard: Heard, case: Case, setting: Setting, *, by_hour: bool = False, contract: bool = False
) -> Outcome:
    about = replace(heard.about, company=heard.company)
    answer = quote(setting.market, asked_of(about))
    if answer.quote is None:
        return LOOKUP.abroad(heard, case)
    facts = _facts(answer, answer.quote, heard, setting.market)
    if by_hour:
        facts = replace(facts, by_hour=answer.quote.p50 / PERIODS_A_YEAR["hour"])
    if facts.own and facts.own.unknown and (near := known_companies.near(facts.own.company)):
        return _asked_back(heard, near, case, setting)
    text = render(
        "median",
        quote=answer.quote,
        job=words.job(answer.quote.role, answer.quote.level),
        role=words.job(answer.quote.role),
        includes=tuple(words.job(role) for role in answer.quote.includes),
        versus=facts.versus,
        by_level=facts.by_level,
        level_names={each: words.level_label(each).lower() for each in _levels(facts)},
        others=[(other, words.job(other.role, other.level)) for other in _others(facts)],
        read_as=readings(heard),
        amount=facts.amount,
        others_pay=facts.others_pay,
        thin=facts.thin,
        own=facts.own,
        own_job=words.job(facts.own.band.role, facts.own.band.level) if facts.own and facts.own.band else "",
        files_as=facts.own is not None and facts.own.files_as,
        companies_besides=heard.question.companies_besides,
        changes=facts.changes,
        has_offer=case.offer is not None,
        by_hour=facts.by_hour,
        contract=contract,
        cell=words.typed(replace(about, company=None)),
        asked_level=answer.quote.asked.level or "",
        asked_level_name=words.level_label(answer.quote.asked.level or "mid").lower(),
    )
    actions = (*_actions(about, answer.quote, setting), *_besides(about, heard))
    reply = Reply(text, "median", heard.slots, facts, actions)
    return Outcome(reply, LOOKUP.kept(case, replace(about, company=None)))


def _asked_back(heard: Heard, near: tuple[str, ...], case: Case, setting: Setting) -> Outcome:
    """Ask which company a name is a misspelling of. All employers are a choice too."""
    about = replace(heard.about, company=None)
    buttons = tuple(Button(name, "median.pick", words.pack(replace(about, company=name))) for name in near)
    buttons = (*buttons, Button("All employers", "median.pick", words.pack(about)))
    text = render("median_company_near", said=heard.company, choices=[each.label for each in buttons])
    choices = tuple(each.value for each in buttons)
    question = Question("median", "company", words.pack(about), setting.now, choices)
    reply = Reply(text, "median", heard.slots, LOOKUP.nothing, buttons)
    return Outcome(reply, replace(case, question=question))


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
    mine, company = next((pay for pay in heard.pay if pay.whose != "others"), None), heard.company
    return MedianFacts(
        best,
        answer.beside,
        versus,
        Amount(mine.value, mine.value - round(best.p50), mine.whose, mine.low, mine.high) if mine else None,
        answer.thin,
        own(market, company, best.asked) if company else None,
        changes(market, best),
        by_level(market, best),
        tuple(pay.value for pay in heard.pay if pay.whose == "others"),
    )


def _levels(facts: MedianFacts) -> Iterator[str]:
    yield from (each.level for each in facts.by_level.levels) if facts.by_level else ()


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
    if compare(setting.market, replace(asked_of(about), ai=False)).premium is not None:
        cell = replace(about, ai=None, company=None)  # no premium is of one employer
        actions.append(Button("AI premium", "premium.pick", words.pack(cell)))
    return tuple(actions)


def _besides(about: About, heard: Heard) -> Iterator[Button]:
    """The other companies named: one at a time."""
    for name in heard.question.companies_besides:
        yield Button(name, "median.pick", words.pack(replace(about, company=name)))


LOOKUP = Lookup("median", _answer, MedianFacts(None))

COMMAND = Command(
    name="median",
    summary="The median base for a role, or what one company posts for it",
    respond=respond,
    options=(
        Option("role", "role", "The role, in your words: swe, pmm, data scientist", required=True),
        Option("place", "place", "A US city, metro area or state, or remote"),
        Option("level", "level", "Entry, senior, staff, director"),
        Option("company", "text", "A company, for what it posts itself: Databricks"),
        Option("ai", "flag", "Only postings that ask for AI skills"),
    ),
    example="/median software-engineer SF senior",
    clicks={"pick": LOOKUP.pick, "share": LOOKUP.share},
)
