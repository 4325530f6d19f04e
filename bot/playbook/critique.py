"""Judge an offer against three benchmarks: the median, the employer's type, the person's floor.

Playbook, section 4, step 3. Pure rules over values: nothing is fetched and nothing is said here.
An estimate is no median: its interval is most of what it knows, so only a base outside it is judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.market.quote import Basis, Quote
from bot.market.rows import Band, TypePay
from bot.offers.offer import Offer, Period
from bot.offers.worth.periods import PERIODS_A_YEAR, full_time
from bot.playbook.missing import Asked, missing
from bot.playbook.moves import Approach, Standing, approach
from bot.playbook.position import Percentile, percentile
from bot.understand.employers import EmployerType, employer
from bot.understand.stand_ins import stands_in

Verdict = Literal[
    "below_floor",
    "below_median",
    "around_median",
    "above_median",
    "below_estimate",
    "inside_estimate",
    "above_estimate",
    "no_benchmark",
    "no_base",
]
Move = Literal["decline", "push_back", "shift_to_package", "ask_band", "find_benchmark", "ask_base"]
BandAt = Literal["under", "lower_half", "upper_half", "over"]
Position = Literal["below_p25", "p25_to_p50", "p50_to_p75", "above_p75"]

AROUND = 0.01  # a base within 1% of the median is at the median: rounding, not an argument

_BELOW_THE_MIDDLE = frozenset({"intern", "entry"})
_ABOVE_THE_MIDDLE = frozenset({"senior", "staff", "principal", "manager", "director", "vp", "executive"})


@dataclass(frozen=True, slots=True)
class Critique:
    """An offer beside its benchmarks. Money is a year in the offer's currency, gaps are signed.

    `base_low` and `base_high` are the base of a full-time year (equal when one figure was offered).
    `benchmark` is the figure it is held against, `benchmark_basis` what that figure is, and `median`
    the same figure unless it is an estimate. `gap` is base minus benchmark, `gap_pct` that over the
    benchmark in percent; `floor_gap` base minus floor. A floor said for another period than a year stands in
    `floor_rate` as it was said, an hour or a month (`floor_per`), and `rate_gap` is the base's rate minus
    that, where the base is paid by the same period. Against an estimate the verdict is of its
    interval: under, inside (which says nothing of the base) or over it.
    `stand_in` says that the benchmark is the wage of a BLS occupation of another name ("Marketing Managers"
    for a product manager): the verdict is computed all the same, and is too weak to act on before the
    employer's own band is known, so the move is to ask for that.
    `bar` is set when the median is of all levels: "low" for a job above the middle (clearing it says
    little, short of the upper quarter), "high" for one below (missing it says little).
    """

    verdict: Verdict
    move: Move
    base_low: float | None
    base_high: float | None
    median: float | None
    benchmark: float | None
    benchmark_basis: Basis | None
    gap: float | None
    gap_pct: float | None
    position: Position | None
    floor: float | None
    floor_gap: float | None
    employer_type: EmployerType | None
    employer_only_if: str
    missing: tuple[Asked, ...]
    bar: Literal["low", "high"] | None
    percentile: Percentile | None = None
    targeted: bool = False
    approach: Approach = "find_median"
    types: tuple[TypePay, ...] = ()
    type_gap: float | None = None
    band: Band | None = None
    band_at: BandAt | None = None
    stand_in: bool = False
    floor_per: Period = "year"
    floor_rate: float | None = None
    rate_gap: float | None = None


@dataclass(frozen=True, slots=True)
class Aims:
    """What employers pay for the job, beside the median: by type, and the employer's own posted band.

    `wanted` are the ids of the types the person aims at, empty for all four.
    """

    types: tuple[TypePay, ...] = ()
    band: Band | None = None
    wanted: tuple[str, ...] = ()


def critique(
    offer: Offer,
    quote: Quote | None,
    floor: float | None,
    aims: Aims | None = None,
    *,
    floor_per: Period = "year",
) -> Critique:
    """The verdict and the next move.

    `quote` is None where no benchmark describes the job or its currency; `floor` is a yearly
    base in the offer's currency, said for `floor_per`. A range is judged by its middle, as the
    benchmarks are.
    """
    aims = aims or Aims()
    low, high = yearly_range(offer)
    base = None if low is None or high is None else (low + high) / 2
    benchmark = quote.p50 if quote else None
    gap = None if base is None or benchmark is None else base - benchmark
    floor_gap = None if base is None or floor is None else base - floor
    known = employer(offer.company)
    verdict = _verdict(base, quote, floor_gap)
    stand_in = quote is not None and quote.occupation is not None and stands_in(quote.role, offer.title)
    types = tuple(each for each in aims.types if not aims.wanted or each.type in aims.wanted)
    held = _held_type(types, known.type.id if known else None)
    targeted = known is not None and (not aims.wanted or known.type.id in aims.wanted)
    return Critique(
        verdict=verdict,
        move="ask_band" if stand_in and verdict in _OF_A_MEDIAN else _MOVES[verdict],
        base_low=low,
        base_high=high,
        median=benchmark if quote and quote.basis != "estimated" else None,
        benchmark=benchmark,
        benchmark_basis=quote.basis if quote else None,
        gap=gap,
        gap_pct=None if gap is None or not benchmark else 100 * gap / benchmark,
        position=_position(base, quote),
        floor=floor,
        floor_gap=floor_gap,
        employer_type=known.type if known else None,
        employer_only_if=known.only_if if known else "",
        missing=missing(offer),
        bar=_bar(base, quote),
        percentile=percentile(base, quote) if base is not None and quote is not None else None,
        targeted=targeted,
        approach=approach(
            _standing(base, quote), "target" if targeted else "other", _floor_stands(floor_gap)
        ),
        types=types,
        type_gap=base - held.p50 if base is not None and held is not None else None,
        band=aims.band,
        band_at=_band_at(base, aims.band),
        stand_in=stand_in,
        floor_per=floor_per,
        floor_rate=None if floor is None or floor_per == "year" else _rate(floor, offer, floor_per),
        rate_gap=(
            None
            if floor_gap is None or floor_per == "year" or floor_per != offer.base_period
            else _rate(floor_gap, offer, floor_per)
        ),
    )


def _rate(yearly: float, offer: Offer, per: Period) -> float:
    """A sum a year as one of a period, by the hours of the offer where that is an hour."""
    return round(yearly / (full_time(offer, per) if per == "hour" else PERIODS_A_YEAR[per]), 6)


def _held_type(types: tuple[TypePay, ...], own: str | None) -> TypePay | None:
    """The type's pay a base is held against: the employer's own type, else the one with most postings."""
    mine = [each for each in types if each.type == own]
    return max(mine or types, key=lambda each: each.n, default=None)


def _standing(base: float | None, quote: Quote | None) -> Standing:
    """How a base stands to the market, whatever the floor."""
    return _STANDINGS[_verdict(base, quote, None)]


def _floor_stands(gap: float | None) -> Literal["below", "held", "unset"]:
    return "unset" if gap is None else "below" if gap < 0 else "held"


def _band_at(base: float | None, band: Band | None) -> BandAt | None:
    if base is None or band is None:
        return None
    if base < band.lowest:
        return "under"
    if base > band.highest:
        return "over"
    return "lower_half" if base < (band.lowest + band.highest) / 2 else "upper_half"


def yearly_range(offer: Offer) -> tuple[float | None, float | None]:
    """The base of a full-time year, lowest and highest: the same figure twice unless a range was offered."""
    low = offer.base_low if offer.base_amount is None else offer.base_amount
    high = offer.base_high if offer.base_amount is None else offer.base_amount
    if low is None or high is None:
        return None, None
    per_year = full_time(offer)
    return low * per_year, high * per_year


_STANDINGS: dict[Verdict, Standing] = {
    "below_median": "below",
    "around_median": "at",
    "above_median": "above",
    "below_estimate": "below",
    "inside_estimate": "unknown",  # too wide to judge by
    "above_estimate": "above",
    "no_benchmark": "unknown",
    "no_base": "unknown",
}

_MOVES: dict[Verdict, Move] = {
    "below_floor": "decline",
    "below_median": "push_back",
    "around_median": "shift_to_package",
    "above_median": "shift_to_package",
    "below_estimate": "push_back",
    "inside_estimate": "ask_band",
    "above_estimate": "shift_to_package",
    "no_benchmark": "find_benchmark",
    "no_base": "ask_base",
}


_OF_A_MEDIAN: frozenset[Verdict] = frozenset({"below_median", "around_median", "above_median"})


def _verdict(base: float | None, quote: Quote | None, floor_gap: float | None) -> Verdict:
    if base is None:
        return "no_base"
    if floor_gap is not None and floor_gap < 0:
        return "below_floor"  # a failed must-have beats any score
    if quote is None or not quote.p50:
        return "no_benchmark"
    if quote.basis == "estimated":
        return _of_estimate(base, quote)
    if abs(base - quote.p50) <= AROUND * quote.p50:
        return "around_median"
    return "below_median" if base < quote.p50 else "above_median"


def _of_estimate(base: float, quote: Quote) -> Verdict:
    if quote.low is not None and base < quote.low:
        return "below_estimate"
    return "above_estimate" if quote.high is not None and base > quote.high else "inside_estimate"


def _bar(base: float | None, quote: Quote | None) -> Literal["low", "high"] | None:
    if quote is None or base is None or quote.level != "all":
        return None
    if quote.asked.level in _ABOVE_THE_MIDDLE:
        # From the upper quarter of all levels on, the base is good by any of them.
        return "low" if quote.p75 is None or base < quote.p75 else None
    return "high" if quote.asked.level in _BELOW_THE_MIDDLE else None


def _position(base: float | None, quote: Quote | None) -> Position | None:
    if base is None or quote is None or quote.p25 is None or quote.p75 is None:
        return None
    if base < quote.p25:
        return "below_p25"
    if base < quote.p50:
        return "p25_to_p50"
    return "p50_to_p75" if base <= quote.p75 else "above_p75"
