"""The one way in: pasted text -> the offers it holds, or what it is when it holds none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.offers import names as naming
from bot.offers.companies import companies as find_companies
from bot.offers.frames import frame_of_name
from bot.offers.grouping import Group, group, pays
from bot.offers.kind import other_kind, weigh
from bot.offers.labels import label
from bot.offers.layout import Layout, lay_out
from bot.offers.names import Name
from bot.offers.offer import Offer
from bot.offers.source import read_source
from bot.offers.terms import read_terms

# Whose employer a name is when it is not the one that offers.
_OTHERS_OWN = frozenset({"present", "past", "other"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the offers, in the order of the text, and otherwise what the text is.

    `other` is None when there are offers, else "present_pay", "wish", "job_ad", "question" or
    "nothing".
    """

    offers: tuple[Offer, ...] = ()
    other: str | None = None


def read(text: str) -> Reading:
    """Read pasted text. Never raises; only the first 60,000 characters are read; linear in them."""
    layout = lay_out(read_source(text))
    labelled = label(layout)
    other = other_kind(weigh(layout.cues.says), labelled, "?" in text)
    if other:
        return Reading(other=other)
    companies = [
        name
        for name in find_companies(layout)
        if frame_of_name(layout, name.start, name.end) not in _OTHERS_OWN
    ]
    titles, locations = naming.titles(layout), _of_offer(layout, naming.locations(layout))
    groups = _offering(group(layout.source.low, companies, labelled), companies)
    offers = []
    for part in groups:
        company = _best(companies, part, groups)
        offer = read_terms(
            layout,
            part,
            {
                "company": company,
                "title": _best(titles, part, groups, shared=True),
                "location": _best(_outside(locations, company), part, groups, shared=True),
            },
        )
        if _says_pay(offer):
            offers.append(offer)
    return Reading(tuple(offers)) if offers else Reading(other="nothing")


def _offering(groups: Sequence[Group], companies: Sequence[Name]) -> list[Group]:
    """Leave out pay that no company and no word of an offer goes with, where other pay has both.

    "Dell pays 140k base, Acme offered 175k": the first is somebody's pay, but no offer.
    """
    said = [any(pays(e) and e.frame in {"offer", "revised"} for e in part.figures) for part in groups]
    if len(groups) == 1 or not any(said):
        return list(groups)
    return [
        part
        for part, offered in zip(groups, said, strict=True)
        if offered or part.marked or any(part.start <= name.start < part.end for name in companies)
    ]


def _says_pay(offer: Offer) -> bool:
    terms = (
        offer.base_amount,
        offer.base_low,
        offer.total_comp,
        offer.ote_low,
        offer.bonus_amount,
        offer.bonus_pct,
        offer.sign_on,
        offer.equity_value,
        offer.equity_value_per_year,
        offer.equity_units,
        offer.equity_pct,
    )
    return any(term is not None for term in terms)


def _of_offer(layout: Layout, found: Sequence[Name]) -> list[Name]:
    """Places without those of somebody else's job, where there are others."""
    own = [name for name in found if frame_of_name(layout, name.start, name.end) != "other"]
    return own or list(found)


def _outside(found: Sequence[Name], company: Name | None) -> list[Name]:
    return [n for n in found if company is None or n.end <= company.start or n.start >= company.end]


def _best(
    found: Sequence[Name], part: Group, groups: Sequence[Group], *, shared: bool = False
) -> Name | None:
    """The surest name inside a part; where it has none, a shared one (a title, a place) of the whole text."""
    inside = [n for n in found if part.start <= n.start < part.end]
    if not inside and shared and len(groups) > 1:
        inside = [n for n in found if groups[0].start <= n.start < groups[0].end] or list(found)
    return max(inside, key=lambda n: (n.sure, -n.start), default=None)
