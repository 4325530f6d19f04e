"""An offer held against the market: which job it is for, its benchmark, and how it is named in replies.

Shared by `/offer`, which tells the verdict, and `/counter`, which acts on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.commands import words
from bot.commands.about import asked_of
from bot.commands.anchor import anchored
from bot.commands.base import Setting
from bot.commands.sums import DOLLARS
from bot.market.by_type import type_figures
from bot.market.employer import own
from bot.market.quote import Quote
from bot.memory.case import About, Case
from bot.offers.offer import Offer
from bot.playbook.critique import Aims, Critique, critique
from bot.turn import Slots
from bot.understand import employers, ladder, levels, occupations, places, roles, titles
from bot.understand.nearest import as_shown, nearest_role
from bot.understand.text import tokens

WhyNot = Literal["", "currency", "role", "beyond", "abroad", "unknown"]


@dataclass(frozen=True, slots=True)
class Near:
    """The covered role nearest to an occupation outside the table, and its BLS occupation."""

    role: str
    occupation: str


@dataclass(frozen=True, slots=True)
class Judged:
    """An offer with its benchmark; `why_not` says why there is none.

    `outside` is the job as the offer names it where it is none of the roles ("warehouse manager"), and
    `near` the role closest to it. `ladder` is the company's own word for the level ("L3") where the
    level was taken from that.
    """

    offer: Offer
    about: About
    quote: Quote | None
    beside: tuple[Quote, ...]
    critique: Critique
    why_not: WhyNot
    outside: str = ""
    near: Near | None = None
    ladder: str = ""


def judge(case: Case, offer: Offer, setting: Setting) -> Judged:
    """Hold an offer against the market for the job it is for."""
    about = case.offer_about
    if about.role is not None and about.role == case.me.role and outside(offer):
        about = replace(about, role=None, level=None)  # the profile's job, and not the offer's
    about = about.over(About(ai=case.me.ai))
    best: Quote | None = None
    beside: tuple[Quote, ...] = ()
    why_not: WhyNot = ""
    if offer.currency not in (None, DOLLARS):
        why_not = "currency"
    elif about.role is None:
        why_not = "beyond" if outside(offer) else "role"
    else:
        about, answer = anchored(case, about, setting.market)
        best, beside, why_not = answer.quote, answer.beside, answer.note or ""
    floor = case.floor_for(offer)
    named = outside(offer) if about.role is None else ""
    aims = _aims(case, offer, about, setting) if why_not != "currency" else None
    near, found = nearest_role(named), critique(offer, best, floor, aims, floor_per=case.floor_per or "year")
    return Judged(
        offer,
        about,
        best,
        beside,
        without_equity(found) if named else found,
        why_not,
        as_shown(named),
        Near(near, setting.market.occupation(roles.roles()[near].soc)) if near else None,
        ladder_word(offer, about.level),
    )


def _aims(case: Case, offer: Offer, about: About, setting: Setting) -> Aims | None:
    """What employers pay for the job beside the median: by type, and the offering one's own posted band."""
    if about.role is None:
        return None
    asked = asked_of(about)
    types = tuple(each.pay for each in type_figures(setting.market, asked) if each.pay is not None)
    band = own(setting.market, offer.company, asked).band if offer.company else None
    return Aims(types, band, case.targets)


def outside(offer: Offer) -> str:
    """The occupation an offer's title names that no figure is known for, in the singular; "" for none."""
    found = occupations.mentions(tokens(offer.title or ""), terse=True)
    return found[0].ids[0] if found and titles.read_title(offer.title or "").role is None else ""


def without_equity(judged: Critique) -> Critique:
    """The same, without asking for equity where none is usual: outside the trades that pay figures are of."""
    return replace(judged, missing=tuple(term for term in judged.missing if term != "equity"))


def ladder_word(offer: Offer, level: str | None) -> str:
    """The word of a company's ladder that a level was read from: "L3"; "" where it was said in words."""
    if level is None or titles.read_title(ladder.without_step(offer.title or "")).level is not None:
        return ""
    steps = (ladder.step(said or "") for said in (offer.title, offer.level))
    return next((step for step in steps if step and _level_of(step) == level), "")


def _level_of(said: str) -> str | None:
    found = levels.mentions(tokens(f"level {said}"))
    return found[0].ids[0] if found else None


def job_of(offer: Offer) -> About:
    """The cell an offer is for, as its title, level and location name it."""
    title = titles.read_title(offer.title) if offer.title else None
    level = title.level if title else None
    if level is None and offer.level:
        level = _level_of(offer.level)
    if outside(offer) or (title and title.role is None and level == "staff" and not _several(offer.title)):
        level = None  # a staff nurse is of no staff level, nor is every "lead"
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
    """The job's title for a letter: as the offer writes it, or in full where it was said in short.

    A title that begins or ends with the company's name is said without it: it stands beside the company.
    """
    if offer.title and not offer.title.islower():
        return _without_company(offer.title, offer.company)
    return words.job(about.role, about.level) if about.role else offer.title


def _without_company(title: str, company: str | None) -> str:
    if not company:
        return title
    low, name = title.casefold(), company.casefold()
    rest = title[len(company) :].strip(" ,:-") if low.startswith(f"{name} ") else ""
    if low.endswith((f", {name}", f" at {name}", f" - {name}", f" | {name}")):
        rest = title[: -len(company)].rstrip(" ,-|").removesuffix(" at").rstrip(" ,-|")
    return f"{rest[:1].upper()}{rest[1:]}" if rest else title


# "the Department of Commerce", "the City of Denver", but "Bank of America".
_WITH_ARTICLE = re.compile(
    r"(?:U\.?S\.? )?(?:Department|Ministry|Office|Institute|Bureau|City|County|State|Port|University|Museum"
    r"|Commonwealth|Government) of "
)


def company_of(offer: Offer) -> str | None:
    """The company's name as a sentence has it: see `name_of`, with an article where it has one."""
    name = name_of(offer)
    return f"the {name}" if name and _WITH_ARTICLE.match(name) else name


def name_of(offer: Offer) -> str | None:
    """The company's name as it writes it itself where known, else as read, with a capital."""
    known = employers.employer(offer.company)
    if known is not None and offer.company and offer.company.islower():
        return known.name
    return offer.company.title() if offer.company and offer.company.islower() else offer.company
