"""What a person asks of a practice talk: which recruiter, which scene, which job, or to go on, or to stop."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from bot.commands import words
from bot.commands.about import asked_of
from bot.commands.base import Setting
from bot.commands.judging import company_of, judge, title_of
from bot.market.ladder import quote
from bot.market.quote import Quote
from bot.memory.case import About, Case
from bot.playbook.drill import OPENINGS, STYLES, Opening, Style, Terms
from bot.playbook.practice import example_terms, terms_of
from bot.understand.leaving import leaves
from bot.understand.talk import is_only, says, without

Control = Literal["", "stop", "again", "go_on", "skip", "back"]
_CONTROLS: tuple[Control, ...] = ("stop", "again", "go_on", "skip", "back")
_PARTS = 7  # of a button's value: the five of a cell, the recruiter, the scene


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: a recruiter, a scene, a cell; None where not said. `rest` are the words left."""

    style: Style | None = None
    opening: Opening | None = None
    about: About = field(default_factory=About)
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a talk is practised on, with the quote behind it; `terms` None where there is nothing to use.

    `no_base` is True where the offer at hand names no base, `abroad` where no figure is known there.
    """

    terms: Terms | None
    quote: Quote | None
    about: About
    no_base: bool = False
    abroad: bool = False


def control(text: str) -> Control:
    """Words that steer the talk and are no line of it; "" for all others."""
    named: Control = next((each for each in _CONTROLS if is_only(each, text)), "")
    return named or ("stop" if leaves(text) == "stop" else "")


def wish(text: str) -> Wish:
    """The recruiter and the scene that words name, and the words left over."""
    style = next((each for each in STYLES if says(f"style_{each}", text)), None)
    opening = next((each for each in OPENINGS if says(f"opening_{each}", text)), None)
    rest = without(f"style_{style}", text) if style else text
    rest = without(f"opening_{opening}", rest) if opening else rest
    rest = without("setup", rest).strip(" ,.;:!?")
    return Wish(style, opening, rest=" ".join(rest.split()))


def packed(asked: Wish) -> str:
    """A wish as a button's value: the cell, then the recruiter and the scene."""
    cell = words.pack(replace(asked.about, company=None))
    return f"{cell};;{asked.style or ''};{asked.opening or ''}"


def unpacked(value: str) -> Wish:
    """The wish in a button's value. What is no word of ours is left out."""
    parts = [*value.split(";"), *[""] * _PARTS][:_PARTS]
    style = next((each for each in STYLES if each == parts[5]), None)
    opening = next((each for each in OPENINGS if each == parts[6]), None)
    return Wish(style, opening, replace(words.unpack(value), company=None))


def ground(about: About, case: Case, setting: Setting) -> Ground:
    """The offer at hand, unless the words name another job; else an example on the median of the role."""
    offer = case.offer
    if offer is not None and about.role is None:
        judged = judge(case, offer, setting)
        job = title_of(offer, judged.about) or ""
        terms = terms_of(replace(offer, company=company_of(offer)), judged.quote, job)
        if terms is not None:
            return Ground(replace(terms, others=_others(case)), judged.quote, judged.about)
    known = (case.offer_about, case.looked_up, case.me)
    before = next((each for each in known if each and each.role), About())
    cell = about.over(before if about.role is None else About(ai=case.me.ai))
    if about.role is not None and about.place is None and case.me.role == about.role:
        cell = cell.over(case.me)
    if cell.role is None:
        return Ground(None, None, cell, no_base=offer is not None)
    found = quote(setting.market, asked_of(cell))
    if found.quote is None:
        return Ground(None, None, cell, abroad=True)
    job = words.job(found.quote.asked.role, found.quote.asked.level)
    no_base = offer is not None and about.role is None
    terms = replace(example_terms(found.quote, job), others=offer is not None or _others(case))
    return Ground(terms, found.quote, cell, no_base=no_base)


def _others(case: Case) -> bool:
    """Whether the person has shown an offer beside the one at hand."""
    return bool(case.others or case.shelf)
