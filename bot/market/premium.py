"""The AI premium: which comparison answers, and the nearest ones where none stands.

A comparison is of AI-skilled postings against those that ask for no AI, in the same role, place
and level. One that stands elsewhere is shown as another place's and never answers for this one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from bot.market.database import Market
from bot.market.quote import Asked
from bot.market.rows import MIN_EMPLOYERS, MIN_POSTINGS, Premium, Share
from bot.understand.ai import AI_ROLES
from bot.understand.levels import levels
from bot.understand.places import place, pooled, state_of
from bot.understand.roles import roles

US: Final = "0000000"
ALL: Final = "all"
SKILLED: Final = "skilled"
INTERVAL_PCT: Final = 80

Verdict = Literal["higher", "lower", "none"]
Note = Literal["abroad", "ai_role"]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: paid postings, their employers, the median midpoint in USD a year."""

    n: int
    employers: int
    p50: int


@dataclass(frozen=True, slots=True)
class Difference:
    """AI-skilled against no AI asked. Percents are of the plain side (5.1 is 5.1% more).

    `place` is the shown name; `pooled` names the other metros a pooled place counts. `mixed` says that
    the percents are level by level and the medians of several levels together, so that one does not
    follow from the other; `unstated` that all of them are titles that state no level. `verdict` is
    "none" where the interval reaches across zero.
    """

    role: str
    place: str
    level: str
    pct: float
    low_pct: float
    high_pct: float
    skilled: Side
    plain: Side
    verdict: Verdict
    mixed: bool = False
    unstated: bool = False
    pooled: tuple[str, ...] = ()
    interval_pct: int = INTERVAL_PCT


@dataclass(frozen=True, slots=True)
class Counted:
    """Paid postings of the very cell asked for, and the AI-skilled among them."""

    n: int
    employers: int
    skilled_n: int
    skilled_employers: int
    least_n: int = MIN_POSTINGS
    least_employers: int = MIN_EMPLOYERS


@dataclass(frozen=True, slots=True)
class Shares:
    """Of the role's postings at the place, of every level: how many ask for AI, how many show pay.

    `skilled_pct` (required or preferred) and `required_pct` are of the `ai_known` postings whose
    requirements could be read, `disclosed_pct` of all.
    """

    postings: int
    ai_known: int
    skilled_pct: float
    required_pct: float
    disclosed_pct: float


@dataclass(frozen=True, slots=True)
class Compared:
    """What can be said of a premium.

    `levels` are those that stand where no level was asked. Where `premium` is None, `counted` says
    what there is, and `nearest` holds at most one comparison that stands here for a wider cell and one
    that stands elsewhere. `note`: the place is "abroad", or the role is AI work itself.
    """

    premium: Difference | None = None
    levels: tuple[Difference, ...] = ()
    nearest: tuple[Difference, ...] = ()
    counted: Counted | None = None
    shares: Shares | None = None
    note: Note | None = None


def compare(market: Market, asked: Asked) -> Compared:
    """Compare the two sides of AI for a role, place and level. No place means the United States.

    Raises:
        KeyError: a role, place or level id that is in no table.
    """
    where = asked.place or US
    if asked.role not in roles() or (asked.level is not None and asked.level not in levels()):
        raise KeyError("the question names a role or level that is in no table")
    if place(where).kind == "country" and where != US:
        return Compared(note="abroad")
    if asked.role in AI_ROLES:
        return Compared(note="ai_role")
    shares = _shares(market.share(asked.role, where))
    found = _at(market, asked.role, where)
    premium = found.get(asked.level or ALL)
    if premium is None:
        nearest = tuple(_nearest(market, asked, where))
        return Compared(nearest=nearest, counted=_counted(market, asked, where), shares=shares)
    each = tuple(found[level] for level in levels() if level in found) if asked.level is None else ()
    return Compared(premium, each, shares=shares)


def _at(market: Market, role: str, where: str) -> dict[str, Difference]:
    """The comparisons that stand at a place, by level."""
    rows = [row for row in market.premiums(role, where) if _stands(row)]
    lone = {row.level: row.skilled_n + row.plain_n for row in rows if row.level != ALL}
    found = {}
    for row in rows:
        rest = row.skilled_n + row.plain_n - sum(lone.values())  # of titles that state no level
        parts = len(lone) + (rest > 0) if row.level == ALL else 1
        found[row.level] = _difference(row, mixed=parts > 1, unstated=row.level == ALL and not lone)
    return found


def _stands(row: Premium) -> bool:
    """Whether both sides keep the rule; the builder sees to it, figures of another builder may not."""
    enough = min(row.skilled_n, row.plain_n) >= MIN_POSTINGS
    return enough and min(row.skilled_employers, row.plain_employers) >= MIN_EMPLOYERS


def _difference(row: Premium, *, mixed: bool, unstated: bool) -> Difference:
    verdict: Verdict = "higher" if row.low > 0 else "lower" if row.high < 0 else "none"
    pct, low, high = (round(100 * each, 2) for each in (row.premium, row.low, row.high))
    shown = place(row.place).name
    with_ = tuple(name for metro in pooled(row.place) if (name := place(metro).name) != shown)
    return Difference(
        row.role,
        shown,
        row.level,
        pct,
        low,
        high,
        Side(row.skilled_n, row.skilled_employers, row.skilled_p50),
        Side(row.plain_n, row.plain_employers, row.plain_p50),
        verdict,
        mixed,
        unstated,
        with_,
    )


def _nearest(market: Market, asked: Asked, where: str) -> Iterator[Difference]:
    """The first wider comparison here, then the first of the same kind elsewhere."""
    parent = roles()[asked.role].parent
    kinds = [
        (role, level)
        for level in dict.fromkeys((asked.level or ALL, ALL))
        for role in (asked.role, parent)
        if role
    ]
    elsewhere = (state_of(pooled(where)[0]), US)
    for spots in ((where,), tuple(spot for spot in dict.fromkeys(elsewhere) if spot and spot != where)):
        tried = (_at(market, role, spot).get(level) for role, level in kinds for spot in spots)
        yield from [found for found in tried if found is not None][:1]


def _counted(market: Market, asked: Asked, where: str) -> Counted | None:
    level = asked.level or ALL
    every = market.cell(asked.role, where, level)
    if every is None:
        return None
    skilled = market.cell(asked.role, where, level, SKILLED)
    return Counted(every.n, every.employers, skilled.n if skilled else 0, skilled.employers if skilled else 0)


def _shares(share: Share | None) -> Shares | None:
    """The rates, where enough postings of enough employers could be read."""
    if share is None or share.ai_known < MIN_POSTINGS or share.employers < MIN_EMPLOYERS:
        return None
    return Shares(
        share.postings,
        share.ai_known,
        round(100 * share.ai_skilled / share.ai_known, 2),
        round(100 * share.ai_required / share.ai_known, 2),
        round(100 * share.disclosed / share.postings, 2),
    )
