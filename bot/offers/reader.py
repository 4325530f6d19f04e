"""The one way in: pasted text -> the offers it holds, or what it is when it holds none.

Words and figures are found (`source`, `layout`, `mentions`), each mention's role is judged
(`judged`), the text's kind (`kinds`), which offer each term belongs to (`parting`), who offers
what job where (`naming`), and the terms of each offer are put together (`terms`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from bot.offers.after_job import after_job, in_brackets
from bot.offers.candidates import What
from bot.offers.employer_names import in_its_name, mended, whole_title
from bot.offers.gather import Part
from bot.offers.judged import NONE, PAY, Judged, judge
from bot.offers.kinds import OFFER, kind_of
from bot.offers.lakhs import in_lakhs
from bot.offers.layout import Layout, lay_out
from bot.offers.markers import markers
from bot.offers.names import Name
from bot.offers.naming import name_offers
from bot.offers.offer import Offer
from bot.offers.parting import part
from bot.offers.source import LONGEST, read_source
from bot.offers.tagger import Tag
from bot.offers.taken_back import is_taken_back
from bot.offers.terms import read_terms
from bot.understand.vocab import rows
from bot.understand.writer import without_writer

# A text is an offer from this product of its own surety and its surest term's.
# In a few words there is less to go by, so they must be surer; talk of bills is seldom of pay.
_LEAST, _LEAST_IN_FEW_WORDS, _LEAST_AMONG_BILLS = 0.35, 0.41, 0.55
_FEW_WORDS = 12
# From here on a text surely is an offer; from here on a sum in it may be the base nobody saw.
_SURE, _LIKELY = 0.8, 0.1
NO_PAY = "no_pay"
_VERSUS = re.compile(r"\b(?:versus|vs\.?|compared (?:to|with)) ")
_OF_SUMS = frozenset({"present_pay", "wish"})
# A name this sure is taken before one further on.
_NAMED = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the offers, in the order of the text, and otherwise what the text is.

    `other` is None when there are offers, else "present_pay", "wish", "job_ad", "question",
    "rejection" (an employer's no, or an offer taken back), "no_pay" (an offer without its pay)
    or "nothing".
    """

    offers: tuple[Offer, ...] = ()
    other: str | None = None


def read(text: str) -> Reading:
    """Read pasted text. Never raises; only the first 60,000 characters are read; linear in them."""
    layout = lay_out(read_source(without_writer(text[:LONGEST])))
    if is_taken_back(layout):
        return Reading(other="rejection")
    if _is_of_rent(layout):
        return Reading(other="nothing")
    judged = judge(layout)
    kind = kind_of(layout, judged)
    likely = kind.chance(OFFER)
    surest = max((entry.sure for entry in judged if entry.role in PAY), default=0.0)
    if not surest and likely >= _SURE:
        judged = _with_pay(judged)
        offers = tuple(offers_of(layout, judged))
    else:
        least = _least(layout)
        offers = tuple(offers_of(layout, judged)) if surest * likely >= least else ()
    if offers:
        return Reading(offers)
    sums = any(entry.figure.kind == "money" for entry in judged)
    return Reading(other=_otherwise(kind, unpaid=_is_unpaid(layout), sums=sums))


def _least(layout: Layout) -> float:
    """How sure a text must be to be an offer: surer in few words, and surest where bills are spoken of."""
    if not _bills().isdisjoint(layout.index):
        return _LEAST_AMONG_BILLS
    return _LEAST_IN_FEW_WORDS if len(layout.words) < _FEW_WORDS else _LEAST


_RENTED = frozenset({"lease", "rent", "rental", "tenant", "landlord", "apartment"})
_WORK = frozenset(
    ("base", "salary", "wage", "wages", "bonus", "equity", "job", "role", "position", "employment", "hired")
)


def _is_of_rent(layout: Layout) -> bool:
    """Whether a text is of what someone rents, and of no work: "Lease renewal offer: $1,680 per month"."""
    renewed = "renewal" in layout.index or "renew" in layout.index or "landlord" in layout.index
    return renewed and not _RENTED.isdisjoint(layout.index) and _WORK.isdisjoint(layout.index)


@cache
def _bills() -> frozenset[str]:
    """The words of leases, loans and bills."""
    return frozenset(row["phrase"] for row in rows("offer_words") if row["kind"] == "bills")


def _with_pay(judged: tuple[Judged, ...]) -> tuple[Judged, ...]:
    """The mentions of a text that surely is an offer, and in which no pay was seen, with the likeliest base.

    It keeps how unlikely it is, so that it is asked about.
    """
    sums = [n for n, entry in enumerate(judged) if entry.figure.kind == "money"]
    best = max(sums, key=lambda n: judged[n].chance("base"), default=None)
    if best is None or judged[best].chance("base") < _LIKELY:
        return judged
    found = list(judged)
    found[best] = judged[best]._replace(role="base", sure=judged[best].chance("base"))
    return tuple(found)


def _is_unpaid(layout: Layout) -> bool:
    """Whether a text speaks to somebody, in more than a few words, and of no money at all."""
    sums = any(figure.kind == "money" and not figure.bare for figure in layout.figures)
    return not sums and len(layout.words) > _FEW_WORDS and "you" in layout.index


def _otherwise(kind: Tag, *, unpaid: bool, sums: bool) -> str:
    """What a text is that is no offer, or one without pay; `unpaid` where no money stands in it.

    Without `sums` that can be anybody's pay it is neither present pay nor a hope.
    """
    if kind.label in _OF_SUMS and not sums:
        return "nothing"
    if kind.label != OFFER:
        return kind.label
    return NO_PAY if unpaid else kind.second if kind.second != OFFER else "nothing"


def offers_of(layout: Layout, judged: Sequence[Judged], numbers: Sequence[int] | None = None) -> list[Offer]:
    """The offers that judged mentions make; `numbers` says which offer each belongs to, else it is judged."""
    named = name_offers(layout, judged)
    companies = named["company"]
    if numbers is None:
        numbers = part(layout, judged, companies)
    # Only now: how terms are parted was learnt without these.
    companies = mended(layout, companies or after_job(layout), named["location"])
    titles = whole_title(layout, named["title"], companies)
    places = named["location"] or in_brackets(layout)
    parts = _parts(layout, in_lakhs(layout, judged), numbers, companies)
    offers = []
    for one in parts:
        company = _best(companies, one, parts)
        placed = _outside(places, company) or in_its_name(company, places)
        names: dict[What, Name | None] = {
            "company": company,
            "title": _up_to(_best(titles, one, parts, shared=True), company),
            "location": _best(placed, one, parts, shared=True),
        }
        offers.append(read_terms(layout, one, names))
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
    marks = markers(layout) if len(ordered) > 1 else []
    for (_, before), (_, entries) in pairwise(ordered):
        begin = entries[0].figure.start
        earlier = max((e.figure.end for e in before if e.figure.end <= begin), default=0)
        starts.append(
            max(starts[-1], _opening(layout.source.low, marks, earlier, begin, companies, ordered[0][1][0]))
        )
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


def _opening(
    low: str, marks: Sequence[int], earlier: int, begin: int, companies: Sequence[Name], first: Judged
) -> int:
    """Where talk of a further offer opens, between the last term of the one before and its own first.

    At a heading that counts offers or a "versus", else at the company named before it; where the text
    names its companies after their pay, at the term itself.
    """
    marked = next((place for place in marks if earlier <= place < begin), None)
    if marked is not None:
        return marked
    against = list(_VERSUS.finditer(low, earlier, begin))
    if against:
        return against[-1].end()
    trailing = bool(companies) and companies[0].start > first.figure.start
    named = [name.start for name in companies if earlier <= name.start < begin]
    return named[-1] if named and not trailing else begin


def _up_to(title: Name | None, company: Name | None) -> Name | None:
    """A title without the company that ends it: "Staff Nurse, ICU, Mercy Ridge Hospital"."""
    if title is None or company is None or not title.start < company.start < title.end:
        return title
    left = title.text[: company.start - title.start].rstrip(" ,|-\u2013(")
    # The name of an employer inside a job's is the job's: "Acme Fellow" of "Senior Acme Fellow".
    cut = left and company.end >= title.end and title.text[len(left)] in ",|-\u2013( "
    return replace(title, text=left, end=title.start + len(left)) if cut else title


def _outside(found: Sequence[Name], company: Name | None) -> list[Name]:
    return [n for n in found if company is None or n.end <= company.start or n.start >= company.end]


def _best(found: Sequence[Name], one: Part, parts: Sequence[Part], *, shared: bool = False) -> Name | None:
    """The first sure name inside a part, else its surest; a title or place may be that of the whole text."""
    inside = [n for n in found if one.start <= n.start < one.end]
    if not inside and shared and len(parts) > 1:
        inside = [n for n in found if parts[0].start <= n.start < parts[0].end] or list(found)
    sure = next((n for n in inside if n.sure >= _NAMED), None)
    return sure or max(inside, key=lambda n: (n.sure, -n.start), default=None)
