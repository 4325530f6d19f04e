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
UNSTATED: Final = "unstated"  # in the figures: titles that state no level; nobody can ask for it
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

    `place` is the shown name, `place_id` its id; `pooled` names the other metros a pooled place counts.
    `level` is an id, "all", or "unstated" for titles that state none. `mixed` says that the percents
    are level by level and the medians of several levels together, so that one does not follow from the
    other; `unstated` that all of them are titles that state no level. `verdict` is "none" where the
    interval reaches zero.
    """

    role: str
    place: str
    place_id: str
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
class CountedLevel:
    """Paid postings of one level ("unstated": of none), and the AI-skilled among them."""

    level: str
    n: int
    skilled_n: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Paid postings of the very cell asked for, and the AI-skilled among them.

    `levels` are theirs, where no level was asked and the AI-skilled alone would be enough.
    """

    n: int
    employers: int
    skilled_n: int
    skilled_employers: int
    levels: tuple[CountedLevel, ...] = ()
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

    `levels` are those that "all" averages, where no level was asked. Where `premium` is None, `counted` says
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
    shares = _shares(market.share(asked.role, where))
    if asked.role in AI_ROLES:
        return Compared(shares=shares, note="ai_role")
    found = _at(market, asked.role, where)
    premium = found.get(asked.level or ALL)
    if premium is None:
        nearest = tuple(_nearest(market, asked, where))
        return Compared(nearest=nearest, counted=_counted(market, asked, where), shares=shares)
    order = (*levels(), UNSTATED)
    each = tuple(found[level] for level in order if level in found) if asked.level is None else ()
    return Compared(premium, each, shares=shares)


def _at(market: Market, role: str, where: str) -> dict[str, Difference]:
    """The comparisons that stand at a place, by level."""
    rows = [row for row in market.premiums(role, where) if _stands(row)]
    parts = {row.level for row in rows} - {ALL}
    return {
        row.level: _difference(
            row,
            mixed=row.level == ALL and len(parts) > 1,
            unstated=row.level == UNSTATED or (row.level == ALL and parts <= {UNSTATED}),
        )
        for row in rows
    }


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
        row.place,
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
    if skilled is None:
        return Counted(every.n, every.employers, 0, 0)
    enough = asked.level is None and skilled.n >= MIN_POSTINGS and skilled.employers >= MIN_EMPLOYERS
    each = _by_level(market, asked.role, where, every.n, skilled.n) if enough else ()
    return Counted(every.n, every.employers, skilled.n, skilled.employers, each)


def _by_level(market: Market, role: str, where: str, n: int, skilled_n: int) -> tuple[CountedLevel, ...]:
    """The levels behind `n` paid postings, `skilled_n` of them AI-skilled, that have any AI-skilled."""
    found = []
    for level in levels():
        every, skilled = (market.cell(role, where, level, ai) for ai in (ALL, SKILLED))
        if every is not None:
            found.append(CountedLevel(level, every.n, skilled.n if skilled else 0))
    rest = n - sum(each.n for each in found), skilled_n - sum(each.skilled_n for each in found)
    return tuple(each for each in (*found, CountedLevel(UNSTATED, *rest)) if each.skilled_n > 0)


def _shares(share: Share | None) -> Shares | None:
    """The rates, where enough postings of enough employers could be read, unrounded: a reply rounds once."""
    if share is None or share.ai_known < MIN_POSTINGS or share.employers < MIN_EMPLOYERS:
        return None
    return Shares(
        share.postings,
        share.ai_known,
        100 * share.ai_skilled / share.ai_known,
        100 * share.ai_required / share.ai_known,
        100 * share.disclosed / share.postings,
    )
