"""What an offer is worth in a year and over four, from its own terms; every assumption is said.

All sums are in the offer's currency. Options and a percent of a company are no cash and are
never added; nor is a grant counted in shares, whose price the offer does not say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.offers.offer import Offer

Assumption = Literal[
    "no_raise", "whole_year", "middle_of_range", "no_options", "no_share_price", "four_year_vesting"
]

# Full-time work in a year: 12 months, 26 pays every two weeks, 52 weeks of 5 days and 40 hours.
PERIODS_A_YEAR = {"year": 1, "month": 12, "biweek": 26, "week": 52, "day": 260, "hour": 2080}
YEARS = 4
_USUAL_VESTING = 4.0


@dataclass(frozen=True, slots=True)
class FourYears:
    """Four years of an offer, in its currency, with the parts it is the sum of.

    `first_year` is cash alone: base, bonus at target and the sign-on paid in that year. Parts
    are sums over four years, None where the offer does not give them in money. `assumptions`
    names what was taken for granted.
    """

    first_year: float
    total: float
    base: float
    bonus: float | None
    sign_on: float | None
    equity: float | None
    assumptions: tuple[Assumption, ...]


def yearly_base(offer: Offer, amount: float | None = None) -> float | None:
    """Base a year: hour x 2080, day x 260, week x 52, two weeks x 26, month x 12.

    `amount` is a figure in the offer's period, by default its single base; None for a range.
    """
    base = offer.base_amount if amount is None else amount
    return None if base is None else base * PERIODS_A_YEAR[offer.base_period or "year"]


def _middle_base(offer: Offer) -> float | None:
    if offer.base_low is not None and offer.base_high is not None:
        return yearly_base(offer, (offer.base_low + offer.base_high) / 2)
    return yearly_base(offer)


def bonus_per_year(offer: Offer) -> float | None:
    """The yearly bonus at target: the sum where one is said, else the percent of base.

    A range, of the percent or of the base, counts by its middle. None where neither is said.
    """
    if offer.bonus_amount is not None:
        return offer.bonus_amount
    percent = offer.bonus_pct
    if percent is None and offer.bonus_pct_low is not None and offer.bonus_pct_high is not None:
        percent = (offer.bonus_pct_low + offer.bonus_pct_high) / 2
    if percent == 0:
        return 0.0
    base = _middle_base(offer)
    return None if percent is None or base is None else base * percent / 100


def _counts(offer: Offer) -> bool:
    """Whether equity is money: not options, not a percent, not in a currency of its own."""
    foreign = offer.equity_currency not in {None, offer.currency}
    return offer.equity_kind not in {"options", "percent"} and not foreign


def equity_per_year(offer: Offer) -> float | None:
    """An average year of a grant said in money: the grant over its vesting, four years where not said."""
    if not _counts(offer):
        return None
    if offer.equity_value_per_year is not None:
        return offer.equity_value_per_year
    if offer.equity_value is None:
        return 0.0 if offer.equity_kind == "none" else None
    return offer.equity_value / (offer.vest_years or _USUAL_VESTING)


def first_year_cash(offer: Offer) -> float | None:
    """Cash in the first year: base, bonus at target and the sign-on paid in it. None without a base."""
    base = _middle_base(offer)
    sign_on = offer.sign_on if offer.sign_on_y1 is None else offer.sign_on_y1
    return None if base is None else base + (bonus_per_year(offer) or 0.0) + (sign_on or 0.0)


def four_year_total(offer: Offer) -> FourYears | None:
    """Four years of base and bonus unchanged, the sign-on once, equity said in money as it vests.

    None without a base.
    """
    base, first = _middle_base(offer), first_year_cash(offer)
    if base is None or first is None:
        return None
    bonus, equity = bonus_per_year(offer), _vested(offer)
    bonuses = None if bonus is None else bonus * YEARS
    total = base * YEARS + (bonuses or 0.0) + (offer.sign_on or 0.0) + (equity or 0.0)
    return FourYears(first, total, base * YEARS, bonuses, offer.sign_on, equity, _assumptions(offer))


def _vested(offer: Offer) -> float | None:
    """Equity vested in four years: a grant no further than its end, a yearly value every year."""
    yearly = equity_per_year(offer)
    if yearly is None:
        return None
    if offer.equity_value_per_year is not None:
        return yearly * YEARS
    return yearly * min(YEARS, offer.vest_years or _USUAL_VESTING)


def _assumptions(offer: Offer) -> tuple[Assumption, ...]:
    made: list[Assumption] = ["no_raise"]
    if offer.base_period not in {None, "year"}:
        made.append("whole_year")
    if offer.base_low is not None:
        made.append("middle_of_range")
    if not _counts(offer):
        made.append("no_options")
    elif (
        offer.equity_value is None and offer.equity_value_per_year is None and offer.equity_units is not None
    ):
        made.append("no_share_price")
    elif offer.equity_value is not None and offer.vest_years is None and offer.vest_schedule is None:
        made.append("four_year_vesting")
    return tuple(made)
