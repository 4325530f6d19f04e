"""`/median`: what a role pays, from the best evidence there is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.commands import words
from bot.commands.about import Heard, asked_of, doubt, hear, readings
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.market.ladder import Answer, quote
from bot.market.quote import Quote
from bot.memory.case import About, Case, Question
from bot.turn import Action, Button, Reply
from bot.understand.ai import AI_ROLES
from bot.voice import render

_FOLLOWS = re.compile(r"\s*(?:and|what about|how about|or)\b", re.IGNORECASE)


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

    `thin` is (postings, employers) of the very cell asked for, where it is too thin to quote.
    """

    quote: Quote | None
    beside: tuple[Quote, ...] = ()
    versus: Versus | None = None
    amount: Amount | None = None
    thin: tuple[int, int] | None = None


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Answer with a quote, or ask for what is missing or unclear."""
    heard = hear(ask.words, words.unpack(ask.known), spoken=ask.spoken)
    heard = _filled_in(heard, ask, case)
    unclear = doubt(heard, "median.pick")
    if unclear is None:
        return _answer(heard, case, setting)
    question = Question("median", unclear.wants, words.pack(heard.about), setting.now, unclear.choices)
    reply = Reply(unclear.text, "median", heard.slots, MedianFacts(None), unclear.actions)
    return Outcome(reply, replace(case, question=question))


def pick(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """A choice made on a button: the cell is whole in its value."""
    return _answer(hear("", words.unpack(ask.known), spoken=False), case, setting)


def share(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The same answer for everyone in the room. It holds market figures, nothing of the asker."""
    outcome = _answer(hear("", words.unpack(ask.known), spoken=False), Case(), setting)
    return Outcome(replace(outcome.reply, private=False, actions=()), case)


def _filled_in(heard: Heard, ask: Ask, case: Case) -> Heard:
    """What goes without saying: of a follow-up ("and in Seattle?") the rest, of "my rate" the profile.

    Words that name a role are a question of their own and inherit nothing, but "and for an AE?" the place.
    """
    about = heard.about
    unclear = {unsure.slot for unsure in heard.question.unsure}
    if about.role is not None and case.looked_up is not None and _FOLLOWS.match(ask.text):
        about = about.over(About(place=case.looked_up.place))  # "and for an AE?"
    if about.role is None and "role" not in unclear and not heard.question.beyond:
        before = case.looked_up or case.offer_about
        follows = ask.spoken and (about != About() or bool(unclear))
        about = about.over(before if follows and before.role else case.me)
    return replace(heard, about=about.over(About(ai=case.me.ai)))


def _answer(heard: Heard, case: Case, setting: Setting) -> Outcome:
    about = heard.about
    if about.role is None:
        text = render("ask_role", place=None, unknown=())
        return Outcome(Reply(text, "median", heard.slots, MedianFacts(None)), case)
    answer = quote(setting.market, asked_of(about))
    kept = replace(case, looked_up=about, question=None)
    if answer.quote is None:
        text = render(
            "median_none",
            job=words.job(about.role, about.level),
            place=words.place_name(about.place),
            role_id=about.role,
            read_as=readings(heard),
        )
        there = Button(
            "Show the US figure", "median.pick", words.pack(replace(about, place=words.UNITED_STATES))
        )
        return Outcome(Reply(text, "median", heard.slots, MedianFacts(None), (there,)), kept)
    facts = _facts(answer, answer.quote, heard.yearly)
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
        company=heard.question.company,
        has_offer=case.offer is not None,
    )
    return Outcome(Reply(text, "median", heard.slots, facts, _actions(about, answer.quote, setting)), kept)


def _facts(answer: Answer, best: Quote, amount: float | None) -> MedianFacts:
    cell = (best.role, best.place, best.level, best.source)
    twins = {
        other.ai: other
        for other in (best, *answer.beside)
        if (other.role, other.place, other.level, other.source) == cell and other.n
    }
    versus = None
    if len(twins) > 1 and best.role not in AI_ROLES:  # there, all postings are AI-skilled or misread
        versus = Versus(twins["skilled"], twins["all"])
    said = Amount(amount, amount - round(best.p50)) if amount else None
    return MedianFacts(best, answer.beside, versus, said, answer.thin)


def _others(facts: MedianFacts) -> tuple[Quote, ...]:
    """The comparisons that get a line of their own: not the other side of AI in the same cell."""
    best = facts.quote
    return tuple(other for other in facts.beside if not best or other.source != best.source)


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


COMMAND = Command(
    name="median",
    summary="The median base for a role, with its evidence",
    respond=respond,
    options=(
        Option("role", "role", "The role, in your words: swe, pmm, data scientist", required=True),
        Option("place", "place", "A US city, metro area or state, or remote"),
        Option("level", "level", "Entry, senior, staff, director"),
        Option("ai", "flag", "Only postings that ask for AI skills"),
    ),
    example="/median software-engineer SF senior",
    clicks={"pick": pick, "share": share},
)
