"""`/premium`: what AI skills add to a role's pay, with its interval, or that nobody can tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bot.commands import words
from bot.commands.about import Heard, asked_of, readings
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.lookup import Lookup
from bot.market.premium import UNSTATED, US, Compared, Counted, Difference, Shares, compare
from bot.market.quote import Asked
from bot.market.rows import MIN_EMPLOYERS, MIN_POSTINGS
from bot.memory.case import About, Case
from bot.turn import Action, Button, Reply
from bot.understand.ai import without_skills
from bot.understand.levels import levels
from bot.understand.places import as_typed, pooled
from bot.voice import render


@dataclass(frozen=True, slots=True)
class PremiumFacts:
    """The figures behind the reply. `premium` is None where no comparison stands as asked.

    `levels` are those that stand where no level was asked, `nearest` comparisons of another cell,
    `counted` what there is where none stands. `company` is the one named, of which none is known apart.
    `source` and the rest say where all of it comes from;
    `window` holds two ISO dates.
    """

    premium: Difference | None
    asked: Asked | None = None
    levels: tuple[Difference, ...] = ()
    nearest: tuple[Difference, ...] = ()
    counted: Counted | None = None
    shares: Shares | None = None
    source: str = ""
    source_name: str = ""
    as_of: str = ""
    window: tuple[str, str] | None = None
    company: str | None = None
    least_n: int = MIN_POSTINGS
    least_employers: int = MIN_EMPLOYERS


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Answer for the role, whatever name its AI skills are called by."""
    outcome = LOOKUP.respond(replace(ask, text=without_skills(ask.text)), case, setting)
    reply = outcome.reply
    slots = replace(reply.slots, ai=True)  # by whatever name they were called
    return replace(outcome, reply=replace(reply, slots=slots))


def _answer(heard: Heard, case: Case, setting: Setting) -> Outcome:
    about = replace(heard.about, ai=None)  # both sides of AI are compared, whatever was said of it
    asked = replace(asked_of(about), ai=False)
    found = compare(setting.market, asked)
    if found.note == "abroad":
        return LOOKUP.abroad(replace(heard, about=about), case, _at_home(asked, setting))
    facts = _facts(found, heard, asked, setting)
    text = render(
        "premium_ai_role" if found.note else "premium" if found.premium else "premium_none",
        facts=facts,
        job=words.job(asked.role, asked.level),
        role=words.job(asked.role),
        cell=words.typed(about),
        here=_spot(asked.place or US),
        names={each: _name(each) for each in (*facts.levels, *facts.nearest)},
        spots={each: _spot(each.place_id) for each in facts.nearest},
        level_names={each: words.level_label(each).lower() for each in levels()},
        read_as=readings(heard),
        has_offer=case.offer is not None,
    )
    reply = Reply(
        text, "premium", heard.slots, facts, _actions(replace(about, company=facts.company), setting)
    )
    return Outcome(reply, LOOKUP.kept(case, about))


def _at_home(asked: Asked, setting: Setting) -> str:
    """The command that has an answer for the same job in the US."""
    stands = compare(setting.market, replace(asked, place=None)).premium is not None
    return LOOKUP.command if stands else "median"


def _facts(found: Compared, heard: Heard, asked: Asked, setting: Setting) -> PremiumFacts:
    source = setting.market.postings
    return PremiumFacts(
        found.premium,
        asked,
        found.levels,
        found.nearest,
        found.counted,
        found.shares,
        source.id,
        source.name,
        source.as_of,
        (source.first, source.last) if source.first else None,
        heard.company,
    )


def _spot(place: str) -> dict[str, Any]:
    """A place as the templates say it; `pooled` are the metros a pooled one counts."""
    metros = pooled(place) if place != US else ()
    names = tuple(words.place_name(metro) for metro in metros) if len(metros) > 1 else ()
    return {"id": place, "name": as_typed(place), "pooled": names}


def _name(found: Difference) -> str:
    return words.job(found.role, None if found.level == UNSTATED else found.level)


def _actions(about: About, setting: Setting) -> tuple[Action, ...]:
    cell = words.pack(about)
    median = Button("Show the median", "median.pick", cell)
    return (Button("Share here", "premium.share", cell), median) if setting.where == "channel" else (median,)


LOOKUP = Lookup("premium", _answer, PremiumFacts(None))

COMMAND = Command(
    name="premium",
    summary="What AI skills add to a role's pay, if anything",
    respond=respond,
    options=(
        Option("role", "role", "The role, in your words: swe, pmm, data scientist", required=True),
        Option("place", "place", "A US city, metro area or state"),
        Option("level", "level", "Entry, senior, staff, director"),
    ),
    example="/premium software-engineer SF senior",
    clicks={"pick": LOOKUP.pick, "share": LOOKUP.share},
)
