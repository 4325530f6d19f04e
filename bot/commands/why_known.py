"""A named figure of a reply, and those of the market: what it is and how it was made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.commands.median import MedianFacts
from bot.commands.premium import PremiumFacts
from bot.commands.range_facts import RangeFacts
from bot.commands.targets import TargetsFacts
from bot.market.employer import Own
from bot.market.quote import Quote
from bot.offers.worth.shapes import Step
from bot.playbook.lever_shapes import Working

Unit = Literal["money", "percent", "count"]


@dataclass(frozen=True, slots=True)
class Known:
    """A figure of a reply: what it is (`code`), and whose or of what (`name`).

    Money is in `currency`, `as_of` is the date (ISO) of another source's figure. `steps` are those of a
    valued offer, `working` those of a lever, `numbers` those that it is arithmetic on, in the order its
    code has them.
    """

    value: float
    code: str
    unit: Unit = "money"
    name: str = ""
    currency: str | None = "USD"
    numbers: tuple[float, ...] = ()
    as_of: str = ""
    steps: tuple[Step, ...] = ()
    working: tuple[Working, ...] = ()


Figures: TypeAlias = "Iterator[Known]"


def quoted(quote: Quote | None) -> Figures:
    """The figures of a benchmark row, its median or estimate first."""
    if quote is None:
        return
    yield Known(quote.p50, "estimate" if quote.basis == "estimated" else "median")
    for code in ("p10", "p25", "p75", "p90", "low", "high"):
        value = getattr(quote, code)
        if value is not None:
            yield Known(value, code)
    for code in ("n", "employers", "largest", "employment"):
        value = getattr(quote, code)
        if value is not None:
            yield Known(value, code, "count")


def own_pay(own: Own | None) -> Figures:
    """What one employer posts and filed."""
    if own is not None and own.band is not None:
        yield Known(own.band.lowest, "band_low", name=own.company)
        yield Known(own.band.highest, "band_high", name=own.company)
        yield Known(own.band.p50, "band_middle", name=own.company)
        yield Known(own.band.n, "band_n", "count", own.company)
    if own is not None and own.filing is not None:
        yield Known(own.filing.p50, "filed", name=own.filing.filer, numbers=(own.filing.n,))


def of_median(facts: MedianFacts) -> Figures:
    """Those of a median, its levels and what stands beside it."""
    yield from quoted(facts.quote)
    yield from own_pay(facts.own)
    for each in facts.by_level.levels if facts.by_level else ():
        yield Known(each.p50, "level", name=each.level, numbers=(each.n, each.employers))
    for other in facts.beside:
        yield Known(other.p50, "beside", name=other.source_name, as_of=other.as_of)


def of_premium(facts: PremiumFacts) -> Figures:
    """Those of a premium: percents, and the median of either side."""
    for each in (facts.premium, *facts.levels, *facts.nearest):
        if each is not None:
            yield Known(each.pct, "premium", "percent", each.level, None, (each.skilled.p50, each.plain.p50))
            yield Known(each.low_pct, "premium_end", "percent", numbers=(each.interval_pct,))
            yield Known(each.high_pct, "premium_end", "percent", numbers=(each.interval_pct,))
            yield Known(each.skilled.p50, "skilled_side", numbers=(each.skilled.n, each.skilled.employers))
            yield Known(each.plain.p50, "plain_side", numbers=(each.plain.n, each.plain.employers))


def of_range(facts: RangeFacts) -> Figures:
    """Those of a range or a posted band, and the sums the person named."""
    said, quote = facts.range, facts.quote
    if said is not None and quote is not None:
        start = facts.floor if said.from_floor and facts.floor is not None else quote.p50
        yield Known(said.low, "range_low", numbers=(start,))
        yield Known(said.top, "range_top", numbers=(start, said.top_pct))
        yield Known(said.top_pct, "range_pct", "percent")
    if facts.posted is not None:
        posted, money = facts.posted, facts.currency
        yield Known(
            posted.say_low, "posted_start", currency=money, numbers=(posted.low, posted.high, posted.middle)
        )
        yield Known(posted.middle, "posted_middle", currency=money, numbers=(posted.low, posted.high))
        yield from (Known(each, "yours", currency=money) for each in (posted.low, posted.high))
    if facts.held is not None:
        yield from (Known(each, "yours") for each in (facts.held.low, facts.held.high))
    if facts.floor is not None:
        yield Known(facts.floor, "floor", currency=facts.currency)
    yield from quoted(quote)
    yield from own_pay(facts.own)


def of_targets(facts: TargetsFacts) -> Figures:
    """Those of the employer types and of a company."""
    for kind, figure in facts.types:
        if figure is not None and figure.pay is not None:
            yield Known(figure.pay.p50, "type", name=kind.id, numbers=(figure.pay.n, figure.pay.employers))
    yield from own_pay(facts.company.own if facts.company else None)
    yield from (Known(each.postings, "hiring", "count", each.name) for each in facts.hiring)
    yield from quoted(facts.quote)
