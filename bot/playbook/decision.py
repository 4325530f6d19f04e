"""What `/decide` weighs and what it finds: the counter sent, the reasons on either side, the decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bot.offers.offer import Period
from bot.playbook.answered import Beside
from bot.playbook.counter import Lever

Said = Literal["", "firm", "pulled", "would_you"]
Answer = Literal[
    "met",  # the number asked for, or more
    "moved",  # part of the way, on what was asked for or beside it
    "lower",  # what they offer now is less than before
    "firm",  # nothing moved
    "pulled",  # there is no offer any more
    "would_you",  # a number named on condition of a yes
    "waiting",  # nothing said yet
]
Movement = Literal["none", "under", "within", "over"]
Lean = Literal["take", "walk", "open"]
For = Literal[
    "above_median",
    "at_median",
    "above_floor",
    "usual_movement",
    "target",
    "total_up",
    "asked_met",
    "in_range",
    "beside",
    "stake_up",
    "over_rival",
]
Against = Literal[
    "below_floor",
    "below_median",
    "no_movement",
    "short_of_ask",
    "slower_growth",
    "went_lower",
    "no_benchmark",
    "under_rival",
]


@dataclass(frozen=True, slots=True)
class Sent:
    """The counter last written: what was asked for, and what the offer's yearly base was then.

    `ask` and `offered` are in the offer's own period and currency, as in `Counter`; `base` is a year's.
    `total` was the offer's four-year total, None where it had none, `company` who made it. `theirs` says that
    the number was the person's own. `form` and `tone` are how it was written, `mention` the company whose
    offer it names. `options` says that a number of units counts options. `base_ask` is the base that an
    earlier draft to the same offer asked for, where this one asks for something else.
    """

    lever: Lever
    ask: float
    offered: float | None
    period: Period
    base: float
    total: float | None = None
    company: str = ""
    theirs: bool = False
    form: str = ""
    tone: str = ""
    mention: str = ""
    options: bool = False
    base_ask: float | None = None

    def answered_on_base(self) -> Sent:
        """The counter as an answer on base takes it: the base that an earlier draft asked for, if one did."""
        return self if self.base_ask is None else replace(self, lever="base", ask=self.base_ask)


@dataclass(frozen=True, slots=True)
class Rival:
    """The best of the other offers the person holds, in the same currency: its four-year total."""

    company: str
    total: float


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason on one side: its code, and the figure it rests on (money a year, or percent for movement)."""

    code: For | Against
    figure: float | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Their answer, what moved, and what speaks for either side.

    Bases are a full-time year's, totals over four years, `movement_pct` that of the base. `usual` is the
    movement most companies make, as a rule of thumb. `left` is what is still missing to the ask, in the
    unit of what was asked for; None where nothing was asked. `condition` is the base to name where they
    want a yes at less than the median: the median in the offer's period, in a round step. `relocation` is
    what they add to that, `beside` what they give beside pay. `held` is what the offer now has of a thing
    asked for that is no base, `gained_pct` its movement in percent; both None where that is not known.
    `final` says that they call what they offer now their last. `rival` is an offer held beside it.
    `past_ask` is by how much they go past what was asked for, in its unit; None where they do not. `alone`
    says that nothing of the offer is new but what they give beside pay.
    """

    answer: Answer
    base_before: float | None
    base_now: float | None
    movement_pct: float | None
    movement: Movement | None
    total_before: float | None
    total_now: float | None
    total_change: float | None
    left: float | None
    condition: float | None
    asked: Sent | None
    usual: tuple[int, int]
    take: tuple[Reason, ...]
    walk: tuple[Reason, ...]
    lean: Lean
    relocation: float | None = None
    beside: tuple[Beside, ...] = ()
    held: float | None = None
    gained_pct: float | None = None
    final: bool = False
    rival: Rival | None = None
    past_ask: float | None = None
    alone: bool = False
