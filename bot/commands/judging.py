"""An offer held against the market: which job it is for, its benchmark, and how it is named in replies.

Shared by `/offer`, which tells the verdict, and `/counter`, which acts on it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bot.commands import words
from bot.commands.about import asked_of
from bot.commands.base import Setting
from bot.commands.sums import DOLLARS
from bot.market.ladder import quote
from bot.market.quote import Quote
from bot.memory.case import About, Case
from bot.offers.offer import Offer
from bot.playbook.critique import Critique, critique
from bot.turn import Slots
from bot.understand import employers, levels, places, roles, titles
from bot.understand.ai import in_title
from bot.understand.text import tokens

WhyNot = Literal["", "currency", "role", "abroad", "unknown"]


@dataclass(frozen=True, slots=True)
class Judged:
    """An offer with its benchmark; `why_not` says why there is none."""

    offer: Offer
    about: About
    quote: Quote | None
    beside: tuple[Quote, ...]
    critique: Critique
    why_not: WhyNot


def judge(case: Case, offer: Offer, setting: Setting) -> Judged:
    """Hold an offer against the market for the job it is for."""
    about = case.offer_about
    if about.ai is None and case.work and in_title(case.work):
        about = replace(about, ai=True)  # AI work is what the AI-skilled median pays for
    about = about.over(About(ai=case.me.ai))
    best: Quote | None = None
    beside: tuple[Quote, ...] = ()
    why_not: WhyNot = ""
    if offer.currency not in (None, DOLLARS):
        why_not = "currency"
    elif about.role is None:
        why_not = "role"
    else:
        answer = quote(setting.market, asked_of(about))
        best, beside, why_not = answer.quote, answer.beside, answer.note or ""
    floor = case.floor if offer.currency in (None, DOLLARS) else None
    return Judged(offer, about, best, beside, critique(offer, best, floor), why_not)


def job_of(offer: Offer) -> About:
    """The cell an offer is for, as its title, level and location name it."""
    title = titles.read_title(offer.title) if offer.title else None
    level = title.level if title else None
    if level is None and offer.level:
        found = levels.mentions(tokens(f"level {offer.level}"))
        level = found[0].ids[0] if found else None
    return About(
        role=title.role if title and not _several(offer.title) else None,
        place=_place_of(offer),
        level=level,
        ai=True if title and title.ai else None,
    )


def _several(title: str | None) -> bool:
    """Whether the title is one that people use for several roles ("PM")."""
    return any(len(mention.ids) > 1 for mention in roles.mentions(tokens(title or "")))


def _place_of(offer: Offer) -> str | None:
    if not offer.location:
        return None
    where = places.read_location(offer.location)
    abroad = tuple(country for country in where.countries if country != "US")
    for ids in (where.metros, where.states, abroad):
        if ids:
            return ids[0]
    return "remote" if where.remote else None


def slots_of(offer: Offer, about: About) -> Slots:
    """An offer's job and base as the slots of a reply."""
    return Slots(
        role=about.role,
        place=words.place_name(about.place) if about.place else None,
        level=about.level,
        ai=about.ai,
        company=company_of(offer),
        amount=offer.base_amount,
    )


def title_of(offer: Offer, about: About) -> str | None:
    """The job's title for a letter: as the offer writes it, or in full where it was said in short."""
    if offer.title and not offer.title.islower():
        return offer.title
    return words.job(about.role, about.level) if about.role else offer.title


def company_of(offer: Offer) -> str | None:
    """The company's name as it writes it itself where known, else as read, with a capital."""
    known = employers.employer(offer.company)
    if known is not None and offer.company and offer.company.islower():
        return known.name
    return offer.company.title() if offer.company and offer.company.islower() else offer.company
