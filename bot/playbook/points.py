"""What is strong in an offer and what is weak, each by a term of it or a benchmark it was held against."""

from __future__ import annotations

from typing import Literal

from bot.offers.offer import Offer
from bot.offers.worth.equity import kind_of
from bot.offers.worth.vesting import vesting
from bot.playbook.critique import Critique

Strong = Literal["base_above", "band_upper", "refresh", "early_vesting", "long_window", "target"]
Weak = Literal["base_below", "band_under", "band_lower", "no_equity", "no_bonus"]

EARLY = 30.0  # percent vested after a year; an even grant over four years has 25
LONG_WINDOW = 24  # months to exercise options after leaving
_YEAR = 12


def strong(offer: Offer, critique: Critique) -> tuple[Strong, ...]:
    """What speaks for the offer, the base first."""
    found: list[Strong] = []
    if critique.verdict in ("above_median", "above_estimate") and _telling(critique):
        found.append("base_above")
    if critique.band_at == "over" or (critique.band_at == "upper_half" and _of_its_level(critique)):
        found.append("band_upper")
    if critique.employer_type is not None and critique.targeted:
        found.append("target")
    if offer.refresh_value or (offer.refresh and not offer.refresh.startswith("no")):
        found.append("refresh")
    if kind_of(offer) == "stock" and offer.vest_schedule and vesting(offer).by(_YEAR) >= EARLY:
        found.append("early_vesting")
    window = offer.exercise_window_months
    if offer.equity_kind == "options" and window is not None and window >= LONG_WINDOW:
        found.append("long_window")
    return tuple(found)


def weak(offer: Offer, critique: Critique) -> tuple[Weak, ...]:
    """What speaks against it, the base first; the terms that cost later are in `flags`."""
    found: list[Weak] = []
    if critique.verdict in ("below_median", "below_estimate") and _telling(critique):
        found.append("base_below")
    if critique.band_at == "under":
        found.append("band_under")
    elif critique.band_at == "lower_half" and _of_its_level(critique):
        found.append("band_lower")
    if offer.equity_kind == "none":
        found.append("no_equity")
    if offer.bonus_pct == 0 or offer.bonus_amount == 0:
        found.append("no_bonus")
    return tuple(found)


def _telling(critique: Critique) -> bool:
    """Whether the median says much of this job: not where it counts all levels, or is another job's."""
    return critique.bar is None and not critique.stand_in


def _of_its_level(critique: Critique) -> bool:
    """Whether their band is of one level: in one of all levels a half says nothing of the job."""
    return critique.band is not None and critique.band.level != "all"
