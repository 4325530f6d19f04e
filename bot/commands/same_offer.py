"""Whether a text is of the offer at hand: of its company, or, unnamed, with mostly its figures."""

from __future__ import annotations

from collections.abc import Mapping

from bot.commands.amending.terms import TERM_OF, is_figure
from bot.memory.case import Case, Plain
from bot.offers.offer import Offer
from bot.understand.text import fold

ABOUT = "about"  # what was said of the job an offer is for, kept among the terms
_ALIKE = 0.01  # two figures this near, as a share of them, are one that was rounded
_IN_COMMON = 0.5  # share of the figures of two texts without a company that makes them one offer


def _companies(case: Case) -> set[str]:
    """The names of the company at hand: as it stands, and as it was read before the person named it."""
    named = [case.offer.company if case.offer else None]
    if "company" in case.said:
        named += [str(each.get("company") or "") for each in case.said["company"].readings]
    return {fold(name) for name in named if name}


def same_company(case: Case, offer: Offer) -> bool:
    """Whether an offer names the company at hand, by any name the person or a text gave it."""
    return bool(offer.company) and fold(offer.company or "") in _companies(case)


def is_again(case: Case, offer: Offer) -> bool:
    """Whether a text is of the offer at hand: of its company, or, unnamed, with mostly its figures."""
    if offer.company and _companies(case):
        return same_company(case, offer)
    known: list[Mapping[str, Plain]] = [{name: getattr(case.offer, name) for name in TERM_OF}]
    known += [read for term, each in case.said.items() if term != ABOUT for read in each.readings]
    figures = {
        name: value for name in TERM_OF if is_figure(name) and (value := getattr(offer, name)) is not None
    }
    common = sum(any(alike(value, each.get(name)) for each in known) for name, value in figures.items())
    return bool(figures) and common >= _IN_COMMON * len(figures)


def alike(one: Plain, other: Plain) -> bool:
    """Whether two values of a term are the same: a figure that was rounded, a word however it is written."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= _ALIKE * max(abs(one), abs(other))
    if isinstance(one, str) and isinstance(other, str):
        return fold(one) == fold(other)
    return one == other
