"""What to say in the first talk about pay. Playbook, sections 1, 4.1 and 8.

Pure rules over values. A range begins at the median and ends 15 to 20% above it; never does today's pay
count, it is not among the inputs. An estimate is said to be one, and without a figure there is no range.
All sums are a year, but for a band posted by the hour, day or month; those a person or a company named
keep their own currency.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

from bot.market.quote import Quote
from bot.understand.level_order import track

Top = Literal["usual", "evidence", "upper_quarter"]
Opening = Literal["state", "ask_first"]
Standing = Literal["below", "inside", "above"]
Stand = Literal["top", "market_up", "upper_half", "over_market", "no_market"]
Bar = Literal["low", "high"]
Pay = Literal["base", "ote"]

TOP_LOW, TOP_HIGH = 15, 20  # percent above the median (playbook, section 4, step 1)
WIDE = 1.5  # a posted top this many times its bottom spans more than one job
_STEP = 1000
_MIDDLE = "mid"
_COMMISSIONED = "41-"  # SOC major group 41, "Sales and Related": most of its wages hold commissions


@dataclass(frozen=True, slots=True)
class PayRange:
    """The range to say, USD a year in whole thousands.

    `low` is the median (or the estimate) rounded up, unless the person's `floor` is higher: then that, with
    `from_floor`. `top` lies `top_pct` above the unrounded start, by the rule `why`. `opening` says whether
    to state it or to ask for theirs first, as with any figure that is not of this very job: an estimate, a
    step back, a wage of the whole occupation, all levels together.
    `over_p90` is set where the top lies over the highest tenth's beginning. `bar` is set where the figure is
    of all levels: "low" for a job above the middle, "high" for one below it; such a range is said by
    nobody, unless it begins at the person's own floor (`sayable`). `pay` is what the range is of: the base,
    or where the figure counts commissions the total at target ("ote"), to which no floor of base is held.
    """

    low: float
    top: float
    top_pct: int
    why: Top
    opening: Opening
    estimated: bool
    from_floor: bool
    over_p90: float | None
    bar: Bar | None
    pay: Pay = "base"

    @property
    def sayable(self) -> bool:
        """Whether a person may say it: a figure of all levels is of no job above or below the middle."""
        return self.bar is None or self.from_floor


@dataclass(frozen=True, slots=True)
class Held:
    """A number somebody named (`low` = `high` for a single one) beside the range.

    `say_low` and `say_top` are the range to say with it. `gap` is the number's low end less the range's.
    `under_floor` says that it is under the least the person would accept.
    """

    low: float
    high: float
    standing: Standing
    gap: float
    say_low: float
    say_top: float
    under_floor: bool


@dataclass(frozen=True, slots=True)
class Posted:
    """A posted range and where in it to stand, `say_low` to `say_top`; they are equal where it is one number.

    `where` is the market's place in it: "top" (the median is at or over its top), "market_up" (the median
    is in its upper half), "upper_half" (it is at or under the middle), "over_market" (it is under the whole
    band), "no_market" (no figure to hold it against).
    """

    low: float
    high: float
    middle: float
    say_low: float
    say_top: float
    where: Stand
    wide: bool
    under_floor: bool


def pay_range(
    quote: Quote, *, evidence: frozenset[str] = frozenset(), floor: float | None = None
) -> PayRange:
    """The range for a quote.

    The top is 20% above the start where the person has both halves of the evidence (a workflow and an
    "eval" story) or where the upper quarter of the postings begins there or later, else 15%.
    """
    strong = {"workflow", "eval"} <= evidence
    pay: Pay = "ote" if counts_commissions(quote) else "base"
    floor = floor if pay == "base" else None
    from_floor = floor is not None and floor > quote.p50
    start = floor if floor is not None and from_floor else quote.p50
    allowed = quote.p75 is not None and quote.p75 >= start * (1 + TOP_HIGH / 100)
    pct = TOP_HIGH if strong or allowed else TOP_LOW
    why: Top = "evidence" if strong else "upper_quarter" if allowed else "usual"
    low = _up(start)
    top = max(_down(start * (1 + pct / 100)) if pct == TOP_HIGH else _up(start * (1 + pct / 100)), low)
    estimated, bar = quote.basis == "estimated", _bar(quote)
    return PayRange(
        low,
        top,
        pct,
        why,
        "ask_first" if bar or _is_wide(quote) else "state",
        estimated,
        from_floor,
        quote.p90 if quote.p90 is not None and top > quote.p90 else None,
        bar,
        pay,
    )


def counts_commissions(quote: Quote) -> bool:
    """Whether the figure is a wage with commissions in it, as BLS counts them: no base of a sales job."""
    return quote.soc is not None and quote.soc.startswith(_COMMISSIONED)


def _is_wide(quote: Quote) -> bool:
    """Whether the figure is of more than the very job: to state it may ask for too little."""
    return quote.basis in ("estimated", "stepped_back") or quote.occupation is not None


def _bar(quote: Quote) -> Bar | None:
    """How a figure of all levels stands to the level asked for: too low a bar, too high a one, or fair."""
    asked = quote.asked.level
    if quote.level != "all" or asked is None or asked == _MIDDLE:
        return None
    order = track(asked)
    below = _MIDDLE in order and order.index(asked) < order.index(_MIDDLE)
    return "high" if below else "low"


def held(low: float, high: float, said: PayRange, floor: float | None = None) -> Held:
    """A person's own number, or one they were asked to accept, held against the range.

    Under the range: say the range instead. Inside: begin at their number. Over it: end at their number.
    """
    standing: Standing = "below" if high < said.low else "above" if low > said.top else "inside"
    say = {
        "below": (said.low, said.top),
        "inside": (max(low, said.low), max(high, said.top)),
        "above": (said.top, high),
    }[standing]
    return Held(low, high, standing, low - said.low, *say, under_floor=floor is not None and high < floor)


def posted(
    low: float, high: float, median: float | None, floor: float | None = None, *, step: float = _STEP
) -> Posted:
    """Where to stand in a posted range: never in its lower half, never under the median, never over its top.

    Args:
        low: its lower end, a year, or by the hour as all of these.
        high: its upper end.
        median: the market's figure in the same currency; None where there is none.
        floor: the person's, in the same currency.
        step: what the start is rounded up to.
    """
    middle = (low + high) / 2
    if median is None:
        where: Stand = "no_market"
    elif median >= high:
        where = "top"
    elif median < low:
        where = "over_market"
    else:
        where = "market_up" if median > middle else "upper_half"
    start = middle if median is None else min(max(middle, median), high)
    return Posted(
        low,
        high,
        middle,
        min(_up(start, step), high),
        high,
        where,
        wide=high > WIDE * low,
        under_floor=floor is not None and high < floor,
    )


def a_year(rate: Posted, times: float) -> Posted:
    """A posted range by the hour, or another period, as a year of `times` of it."""
    sums = ("low", "high", "middle", "say_low", "say_top")
    return replace(rate, **{name: getattr(rate, name) * times for name in sums})


def _up(amount: float, step: float = _STEP) -> float:
    return math.ceil(round(amount / step, 6)) * float(step)


def _down(amount: float) -> float:
    return math.floor(round(amount / _STEP, 6)) * float(_STEP)
