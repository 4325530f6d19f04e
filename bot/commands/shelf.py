"""Offers of other companies, put aside while one is at hand: at most five, so that they can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.commands.amending.values import applied
from bot.commands.judging import job_of
from bot.commands.same_offer import ABOUT, is_again
from bot.memory.case import About, Case, Plain, Said, Shelved
from bot.offers.offer import Offer

MOST = 5


def shelved(case: Case, offer: Offer) -> tuple[Case, tuple[Shelved, ...]]:
    """The case that an offer just read belongs to, and the shelf once it is taken up.

    That is the case itself where it is the offer at hand again. Else those at hand go to the shelf, and
    what was said of the offer is taken from there if it lay on it. Others of the text before go there too.
    """
    beside = [aside_of(each, job_of(each).over(case.me), {}) for each in case.others]
    if case.offer is None or is_again(case, offer):
        return case, _distinct([*beside, *case.shelf])
    aside = [aside_of(case.offer, case.offer_about, case.said), *beside]
    held = next((one for each in case.shelf if is_again(one := _of(case, each), offer)), None)
    rest = [each for each in (*aside, *case.shelf) if not is_again(_of(case, each), offer)]
    return held or replace(case, said={}), _distinct(rest)


def unshelved(
    offers: Sequence[Offer], shelf: Sequence[Shelved]
) -> tuple[tuple[Offer, ...], tuple[Shelved, ...]]:
    """Offers that stand in a text, each as the person put it right, and the shelf without them."""
    found: list[Offer] = []
    rest = list(shelf)
    for offer in offers:
        again = next((each for each in rest if is_again(_of(Case(), each), offer)), None)
        found.append(applied(offer, _held(again.said)) if again else offer)
        rest = [each for each in rest if each is not again]
    return tuple(found), tuple(rest)


def all_offers(case: Case) -> tuple[Shelved, ...]:
    """Every offer the case holds: that at hand, those of the same text, those on the shelf; at most five."""
    at_hand = [Shelved(case.offer, case.offer_about, case.said)] if case.offer is not None else []
    beside = [Shelved(each, job_of(each).over(case.me)) for each in case.others]
    return _distinct([*at_hand, *beside, *case.shelf])


def aside_of(offer: Offer, about: About, said: Mapping[str, Said]) -> Shelved:
    """An offer as it lies on the shelf."""
    return Shelved(slim(offer), about, said)


def slim(offer: Offer) -> Offer:
    """The offer without the places in a text that no open question about it needs any more."""
    asked = {offer.spans.get(doubt.field) for doubt in offer.doubts}
    spans = {name: span for name, span in offer.spans.items() if span in asked}
    return offer if spans == offer.spans else replace(offer, spans=spans)


def same(one: Offer, other: Offer) -> bool:
    """Whether two offers say the same, wherever in a text they stood."""
    return replace(one, spans={}, doubts=()) == replace(other, spans={}, doubts=())


def _of(case: Case, each: Shelved) -> Case:
    return replace(case, offer=each.offer, offer_about=each.about, said=each.said)


def _held(said: Mapping[str, Said]) -> dict[str, Plain]:
    """What the person said of the terms, by field."""
    return {
        name: value for term, each in said.items() if term != ABOUT for name, value in each.values.items()
    }


def _distinct(offers: Sequence[Shelved]) -> tuple[Shelved, ...]:
    """The offers without those said twice, the first of each; at most five."""
    found: list[Shelved] = []
    for each in offers:
        if not any(same(each.offer, had.offer) for had in found):
            found.append(each)
    return tuple(found[:MOST])
