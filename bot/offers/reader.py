"""The one way in: pasted text -> the offers it holds, or what it is when it holds none.

Words and figures are found (`source`, `layout`, `mentions`), each mention's role is judged
(`judged`), the text's kind (`kinds`), which offer each term belongs to (`parting`), who offers
what job where (`companies`, `names`), and the terms of each offer are put together (`terms`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.offers import names as naming
from bot.offers.companies import companies as find_companies
from bot.offers.gather import Part
from bot.offers.judged import NONE, PAY, Judged, judge
from bot.offers.kinds import OFFER, kind_of
from bot.offers.layout import Layout, lay_out
from bot.offers.names import Name
from bot.offers.offer import Offer
from bot.offers.parting import MARKER, part
from bot.offers.source import read_source
from bot.offers.tagger import Tag
from bot.offers.terms import read_terms
from bot.offers.whose import whose

# Whose employer a name is when it is not the one that offers.
_OTHERS_OWN = frozenset({"present", "past", "other"})
# A text is an offer from this product of its own surety and its surest term's.
_LEAST = 0.2
# From here on a text surely is an offer; from here on a sum in it may be the base nobody saw.
_SURE, _LIKELY = 0.8, 0.1


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
    judged = judge(layout)
    kind = kind_of(layout, judged)
    if kind.label != OFFER:
        return Reading(other=kind.label)
    judged = _with_pay(judged, kind.sure)
    surest = max((entry.sure for entry in judged if entry.role in PAY), default=0.0)
    offers = tuple(offers_of(layout, judged)) if surest * kind.sure >= _LEAST else ()
    return Reading(offers) if offers else Reading(other=_otherwise(kind))


def _with_pay(judged: tuple[Judged, ...], sure: float) -> tuple[Judged, ...]:
    """The mentions of a text that surely is an offer, with pay: where none was seen, the likeliest base.

    It keeps how unlikely it is, so that it is asked about.
    """
    if sure < _SURE or any(entry.role in PAY for entry in judged):
        return judged
    likely = max((entry.chance("base"), -n) for n, entry in enumerate(judged)) if judged else (0.0, 0)
    if likely[0] < _LIKELY:
        return judged
    found = list(judged)
    found[-likely[1]] = replace(judged[-likely[1]], role="base", sure=likely[0])
    return tuple(found)


def _otherwise(kind: Tag) -> str:
    """What a text without pay is that reads like an offer."""
    return kind.second if kind.second != OFFER else "nothing"


def companies_of(layout: Layout, judged: Sequence[Judged]) -> list[Name]:
    """The companies a text names that may be the ones that offer: not the writer's own, nor another's.

    A company belongs to the pay nearest to it, in a sentence that speaks both of an offer and of
    other pay; elsewhere the words beside it say whose it is.
    """
    pay = [entry for entry in judged if entry.role != NONE and entry.figure.kind == "money"]
    starts = [entry.figure.start for entry in pay]
    offered: dict[int, set[bool]] = {}
    for entry in pay:
        offered.setdefault(layout.sentence(entry.figure.start), set()).add(entry.offered)
    own = []
    for name in find_companies(layout):
        if len(offered.get(layout.sentence(name.start), ())) > 1:
            mine = _nearest(layout, pay, starts, name).offered
        else:
            mine = whose(layout, name.start, name.end) not in _OTHERS_OWN
        if mine:
            own.append(name)
    return own


def _nearest(layout: Layout, pay: Sequence[Judged], starts: Sequence[int], name: Name) -> Judged:
    """The pay that stands nearest to a name, before it or after it."""
    at = bisect_left(starts, name.start)
    return min(
        pay[max(0, at - 1) : at + 1],
        key=lambda entry: layout.steps(*sorted((name.start, entry.figure.start))),
    )


def offers_of(layout: Layout, judged: Sequence[Judged], numbers: Sequence[int] | None = None) -> list[Offer]:
    """The offers that judged mentions make; `numbers` says which offer each belongs to, else it is judged."""
    companies = companies_of(layout, judged)
    if numbers is None:
        numbers = part(layout, judged, companies)
    titles, locations = naming.titles(layout), _of_offer(layout, naming.locations(layout))
    parts = _parts(layout, judged, numbers, companies)
    offers = []
    for one in parts:
        company = _best(companies, one, parts)
        names = {
            "company": company,
            "title": _best(titles, one, parts, shared=True),
            "location": _best(_outside(locations, company), one, parts, shared=True),
        }
        offers.append(read_terms(layout, one, names))  # type: ignore[arg-type]
    return offers


def _parts(
    layout: Layout, judged: Sequence[Judged], numbers: Sequence[int], companies: Sequence[Name]
) -> list[Part]:
    """The mentions of each offer with pay, and the stretch of text that speaks of it."""
    held: dict[int, list[Judged]] = {}
    for entry, number in zip(judged, numbers, strict=True):
        if entry.offered:
            held.setdefault(number, []).append(entry)
    paid = {n: entries for n, entries in held.items() if any(e.role in PAY for e in entries)}
    for number, entries in held.items():
        if number not in paid and paid:
            # Terms without pay of their own are counted to the offer before them.
            home = max((n for n in paid if n < number), default=min(paid))
            paid[home] = sorted([*paid[home], *entries], key=lambda e: e.figure.start)
    if not paid:
        return []
    ordered = sorted(paid.items(), key=lambda item: item[1][0].figure.start)
    starts = [0]
    for (_, before), (_, entries) in pairwise(ordered):
        begin = entries[0].figure.start
        earlier = max((e.figure.end for e in before if e.figure.end <= begin), default=0)
        starts.append(max(starts[-1], _opening(layout, earlier, begin, companies, ordered[0][1][0])))
    ends = [*starts[1:], len(layout.source.text)]
    sentences = tuple(
        (entry.offered, layout.sentence(entry.figure.start))
        for entry in judged
        if entry.role != NONE and entry.figure.kind == "money"
    )
    return [
        Part(start, end, tuple(entries), sentences)
        for start, end, (_, entries) in zip(starts, ends, ordered, strict=True)
    ]


def _opening(layout: Layout, earlier: int, begin: int, companies: Sequence[Name], first: Judged) -> int:
    """Where talk of a further offer opens, between the last term of the one before and its own first.

    At a heading that counts offers, else at the company named before it; where the text names its
    companies after their pay, at the term itself.
    """
    marker = next(MARKER.finditer(layout.source.low, earlier, begin), None)
    if marker:
        return marker.start()
    trailing = bool(companies) and companies[0].start > first.figure.start
    named = [name.start for name in companies if earlier <= name.start < begin]
    return named[-1] if named and not trailing else begin


def _of_offer(layout: Layout, found: Sequence[Name]) -> list[Name]:
    """Places without those of somebody else's job, where there are others."""
    own = [name for name in found if whose(layout, name.start, name.end) != "other"]
    return own or list(found)


def _outside(found: Sequence[Name], company: Name | None) -> list[Name]:
    return [n for n in found if company is None or n.end <= company.start or n.start >= company.end]


def _best(found: Sequence[Name], one: Part, parts: Sequence[Part], *, shared: bool = False) -> Name | None:
    """The surest name inside a part; where it has none, a shared one (a title, a place) of the whole text."""
    inside = [n for n in found if one.start <= n.start < one.end]
    if not inside and shared and len(parts) > 1:
        inside = [n for n in found if parts[0].start <= n.start < parts[0].end] or list(found)
    return max(inside, key=lambda n: (n.sure, -n.start), default=None)
