"""`/targets`: the employer types that already pay for AI skills, and what a company's type means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from bot.commands import words
from bot.commands.about import Heard, asked_of, doubt, hear, readings
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.last_job import last_job, names_a_job
from bot.market.by_type import Hiring, TypeFigure, hiring, type_figures
from bot.market.employer import Own, own
from bot.market.ladder import quote
from bot.market.quote import Quote
from bot.memory.case import About, Case, Question
from bot.playbook.targets import Stance, Verb, changed, shortlist, stance
from bot.turn import Action, Button, Reply
from bot.understand import employers, known_companies
from bot.understand.places import as_typed
from bot.voice import render

_LONGEST_NAME = 40  # characters of a company's name that no table knows
_SENTENCE = re.compile(
    r"\W{0,3}(?:which|what|who|where|how|is|are|should|do|does|i|tell|show)\b", re.IGNORECASE
)
_CHANGE = re.compile(r"\W{0,3}(add|set|remove|drop|delete|clear|none|aim at|keep)\b[\s:]*", re.IGNORECASE)
_VERBS: dict[str, Verb] = {
    "add": "add", "aim at": "add", "keep": "add", "set": "set", "remove": "remove", "drop": "remove",
    "delete": "remove", "clear": "clear", "none": "clear",
}  # fmt: skip
# "Is Stripe a target?", "what type is Stripe?": the name stands in a known place of a sentence.
_NAMED_IN = re.compile(
    r"\bis (?P<is>[^?]{2,40}?) (?:a|one of my|in|my|among) (?:good )?(?:target|types?|the four)"
    r"|\btype (?:of (?:employer|company) )?is (?P<type>[^?]{2,40})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CompanyShown:
    """The company asked about. `type` is None where it is in none; it holds only if `only_if` where set.

    `own` is what it posts and files for the job, None where no role is known.
    """

    name: str
    type: employers.EmployerType | None
    only_if: str
    stance: Stance
    own: Own | None


@dataclass(frozen=True, slots=True)
class TargetsFacts:
    """The figures behind the reply, all for the job of `quote` where a role is known.

    `types` are the four, or those asked about, with what they post. `quote` is what all employers pay.
    `hiring` is a shortlist of who posts for the job at the place, of `hiring_in_all` employers there, or in
    the whole US where nobody posts for it at the place (`hiring_anywhere`). `targets` are the types the
    person aims at. `types_source` says who groups employers so, `types_as_of` when (ISO); `source_name` and
    `window` are of the postings.
    """

    types: tuple[tuple[employers.EmployerType, TypeFigure | None], ...] = ()
    company: CompanyShown | None = None
    quote: Quote | None = None
    beside: tuple[Quote, ...] = ()
    hiring: tuple[Hiring, ...] = ()
    hiring_in_all: int = 0
    hiring_anywhere: bool = False
    targets: tuple[str, ...] = ()
    types_source: str = ""
    types_as_of: str = ""
    source_name: str = ""
    window: tuple[str, str] | None = None


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Show the types, one of them or a company; or keep the types the person aims at."""
    text = ask.words.strip()
    change = None if ask.spoken else _CHANGE.match(text)
    spoken = ask.spoken or _SENTENCE.match(text) is not None
    if change:
        ids, _ = employers.types_named(text[change.end() :])
        return _keep(_VERBS[change[1].lower()], ids, case)
    company = _company_of(text, spoken=spoken)
    ids, rest = ((), text) if company else employers.types_named(text)
    heard = hear("" if company == text else rest, words.unpack(ask.known), spoken=spoken)
    if not names_a_job(heard):
        known = words.unpack(ask.known)
        heard = hear("" if company == text else rest, known.over(last_job(case)), spoken=spoken)
    company = company or heard.company or _strange(heard, spoken=spoken)
    heard = replace(heard, about=replace(heard.about, company=company or None))
    if company and (near := known_companies.near(company)):
        return _asked_back(company, near, heard, case, setting)
    if company:
        heard = replace(heard, question=replace(heard.question, unknown=()))
    unclear = doubt(heard, "targets.pick", needs_role=False, has_figures=False)
    if unclear is not None:
        question = Question("targets", unclear.wants, words.pack(heard.about), setting.now, unclear.choices)
        reply = Reply(unclear.text, "targets", heard.slots, TargetsFacts(), unclear.actions)
        return Outcome(reply, replace(case, question=question))
    return _shown(heard, company or None, ids, case, setting)


def _company_of(text: str, *, spoken: bool) -> str:
    """The company that the words are, whole or in a sentence's place for it; "" where they are none."""
    if not text or len(text) > words.LONGEST_VALUE:
        return ""
    if known_companies.company(text) is not None and not employers.types_named(text)[1].isspace():
        return text
    said = _NAMED_IN.search(text) if spoken else None
    return (said["is"] or said["type"]).strip() if said else ""


def _strange(heard: Heard, *, spoken: bool) -> str:
    """A company nobody listed: the one name in a command's words that means nothing else."""
    unknown = heard.question.unknown
    if spoken or len(unknown) != 1 or len(unknown[0]) > _LONGEST_NAME:
        return ""
    return unknown[0]


def _asked_back(said: str, near: tuple[str, ...], heard: Heard, case: Case, setting: Setting) -> Outcome:
    """Which company a name is a misspelling of."""
    buttons = tuple(
        Button(label, "targets.pick", words.pack(replace(heard.about, company=name)))
        for label, name in (*((name, name) for name in near), ("None of these", said))
    )
    text = render("median_company_near", said=said, choices=[each.label for each in buttons])
    choices = tuple(each.value for each in buttons)
    question = Question("targets", "company", words.pack(heard.about), setting.now, choices)
    reply = Reply(text, "targets", heard.slots, TargetsFacts(), buttons)
    return Outcome(reply, replace(case, question=question))


def _shown(heard: Heard, company: str | None, ids: tuple[str, ...], case: Case, setting: Setting) -> Outcome:
    about = replace(heard.about, ai=None, company=None)
    facts = _facts(about, company, ids, case, setting)
    template = "targets_company" if company else "targets"
    text = render(template, **_values(facts, about, heard), one=len(ids) == 1)
    slots = replace(heard.slots, company=facts.company.name if facts.company else None)
    kept = replace(case, question=None)
    if about.role:
        kept = replace(kept, looked_up=about, looked_up_by="targets")
    return Outcome(Reply(text, "targets", slots, facts, _actions(facts, about)), kept)


def _facts(
    about: About, company: str | None, ids: tuple[str, ...], case: Case, setting: Setting
) -> TargetsFacts:
    market = setting.market
    asked = asked_of(about) if about.role else None
    known = employers.employer(company)
    found = quote(market, asked) if asked else None
    figures = {each.type: each for each in type_figures(market, asked)} if asked else {}
    shown = ids or ((known.type.id,) if known else () if company else tuple(employers.types()))
    there = hiring(market, asked.role, asked.place) if asked else ()
    posting = there or (hiring(market, asked.role, None) if asked else ())
    name = known_companies.shown(company) if company else ""
    source, grouped = market.postings, next(iter(employers.types().values()))
    return TargetsFacts(
        types=tuple((employers.types()[each], figures.get(each)) for each in shown),
        company=CompanyShown(
            known.name if known else name,
            known.type if known else None,
            known.only_if if known else "",
            stance(known),
            own(market, company, asked) if asked else None,
        )
        if company
        else None,
        quote=found.quote if found else None,
        hiring=shortlist(posting, case.targets, name),
        hiring_in_all=len(posting),
        hiring_anywhere=bool(posting) and not there,
        targets=case.targets,
        types_source=grouped.source,
        types_as_of=grouped.as_of,
        source_name=source.name,
        window=(source.first, source.last) if source.first else None,
    )


def _values(facts: TargetsFacts, about: About, heard: Heard) -> dict[str, Any]:
    band = facts.company.own.band if facts.company and facts.company.own else None
    return {
        "facts": facts,
        "members": {kind.id: employers.of_type(kind.id) for kind, _ in facts.types},
        "jobs": {
            kind.id: words.job(figure.pay.role, figure.pay.level)
            for kind, figure in facts.types
            if figure and figure.pay
        },
        "job": words.job(about.role, about.level) if about.role else "",
        "role": words.job(about.role) if about.role else "",
        "quoted": words.job(facts.quote.role, facts.quote.level) if facts.quote else "",
        "own_job": words.job(band.role, band.level) if band else "",
        "place": as_typed(about.place) if about.place else "",
        "place_id": about.place or words.UNITED_STATES,
        "aims": [
            _several(employers.types()[each].label) for each in facts.targets if each in employers.types()
        ],
        "labels": {kind.id: kind.label for kind in employers.types().values()},
        "several": {kind.id: _several(kind.label) for kind in employers.types().values()},
        "beyond": heard.question.beyond or "",
        "read_as": readings(heard),
    }


def _actions(facts: TargetsFacts, about: About) -> tuple[Action, ...]:
    aims = tuple(
        Button(f"Aim at {_several(kind.label)}", "targets.add", kind.id)
        for kind, _ in facts.types
        if kind.id not in facts.targets
    )
    if about.role is None or facts.company is None:
        return aims
    return (*aims, Button("The median", "median.pick", words.pack(about)))


def _several(label: str) -> str:
    """A type's name for its employers: "AI labs", "AI-forward companies"."""
    return f"{label[:-1]}ies" if label.endswith("y") else f"{label}s"


def _keep(verb: Verb, ids: tuple[str, ...], case: Case) -> Outcome:
    """Keep, or drop, the types a person aims at."""
    understood = bool(ids) or verb == "clear"
    kept = replace(case, targets=changed(case.targets, verb, ids)) if understood else case
    every = employers.types()
    text = render(
        "targets_kept",
        understood=understood,
        aims=[(_several(every[each].label), each) for each in kept.targets if each in every],
        types=tuple(every.values()),
        changed=kept.targets != case.targets,
    )
    return Outcome(Reply(text, "targets", facts=TargetsFacts(targets=kept.targets)), kept)


def add(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """The button that aims at a type; its id is the value."""
    return _keep("add", (ask.known,), case)


def pick(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """A choice made on a button: a company, or the job."""
    about = words.unpack(ask.known)
    if about.role is None:
        about = replace(last_job(case), company=about.company)
    return _shown(hear("", about, spoken=False), about.company, (), case, setting)


COMMAND = Command(
    name="targets",
    summary="Which employers already pay for AI skills, and what a company's type means",
    respond=respond,
    options=(
        Option("company", "text", "A company, a type such as ai-native, or add ai-lab to aim at it"),
        Option("role", "role", "The role, in your words: swe, pmm, data scientist"),
        Option("place", "place", "A US city, metro area or state"),
        Option("level", "level", "Entry, senior, staff, director"),
    ),
    example="/targets Stripe",
    clicks={"pick": pick, "add": add},
)
