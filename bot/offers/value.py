"""What an offer is worth in a year and over four, from its own terms; every assumption is said.

All sums are in the offer's currency. Options and a percent of a company are no cash and are
never added; nor is a grant counted in shares, whose price the offer does not say.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.offers.offer import Offer

# Full-time work in a year: 52 weeks of 40 hours and of 5 days, 26 pays every two weeks.
PERIODS_A_YEAR = {"year": 1, "month": 12, "biweek": 26, "week": 52, "day": 260, "hour": 2080}
_USUAL_VESTING = 4.0
_YEARS = 4


@dataclass(frozen=True, slots=True)
class Worth:
    """A sum and its parts, each None where the offer does not say, and what was assumed, in words."""

    total: float | None
    base: float | None
    bonus: float | None
    sign_on: float | None
    equity: float | None
    assumptions: tuple[str, ...]


def yearly_base(offer: Offer) -> float | None:
    """Base a year: hour x 2080, day x 260, week x 52, two weeks x 26, month x 12; a range by its middle."""
    base = offer.base_amount
    if base is None and offer.base_low is not None and offer.base_high is not None:
        base = (offer.base_low + offer.base_high) / 2
    return None if base is None else base * PERIODS_A_YEAR[offer.base_period or "year"]


def bonus_per_year(offer: Offer) -> float | None:
    """The yearly bonus at target: the sum where one is said, else the percent of base (a range by its middle)."""
    if offer.bonus_amount is not None:
        return offer.bonus_amount
    percent = offer.bonus_pct
    if percent is None and offer.bonus_pct_low is not None and offer.bonus_pct_high is not None:
        percent = (offer.bonus_pct_low + offer.bonus_pct_high) / 2
    if percent == 0:
        return 0.0
    base = yearly_base(offer)
    return None if percent is None or base is None else base * percent / 100


def _is_money(offer: Offer) -> bool:
    foreign = offer.equity_currency is not None and offer.equity_currency != offer.currency
    return offer.equity_kind not in {"options", "percent"} and not foreign


def equity_per_year(offer: Offer) -> float | None:
    """An average year of a grant said in money: the grant over its vesting, four years where not said."""
    if not _is_money(offer):
        return None
    if offer.equity_value_per_year is not None:
        return offer.equity_value_per_year
    if offer.equity_value is None:
        return 0.0 if offer.equity_kind == "none" else None
    return offer.equity_value / (offer.vest_years or _USUAL_VESTING)


def _vested(offer: Offer, years: int) -> float | None:
    """Stock vested after whole years, even a year unless the schedule gives each year's percent."""
    yearly = equity_per_year(offer)
    if yearly is None:
        return None
    shares = _yearly_percents(offer)
    if offer.equity_value is not None and shares:
        return offer.equity_value * sum(shares[:years]) / 100
    return yearly * min(years, offer.vest_years or _USUAL_VESTING) if offer.equity_value else yearly * years


def _yearly_percents(offer: Offer) -> list[float]:
    parts = (offer.vest_schedule or "").replace("%", "").split("/")
    try:
        percents = [float(part) for part in parts]
    except ValueError:
        return []
    years = offer.vest_years or len(percents)
    return percents if len(percents) > 1 and len(percents) == years else []


def _assumptions(offer: Offer, *, equity: bool) -> tuple[str, ...]:
    said = []
    if offer.base_period not in {None, "year"}:
        said.append(f"a full year of work: {PERIODS_A_YEAR[offer.base_period or 'year']:,} {offer.base_period} periods")
    if offer.base_low is not None:
        said.append("the middle of the base range")
    if offer.bonus_pct or offer.bonus_pct_low is not None or offer.bonus_amount:
        said.append("the bonus paid at target")
    if equity and offer.equity_value is not None and _is_money(offer):
        if offer.vest_years is None and not _yearly_percents(offer):
            said.append("four years of even vesting, as the offer does not say")
        said.append("stock worth what it was on the day of the offer")
    if not _is_money(offer):
        said.append("no value for options or a share of the company")
    elif offer.equity_units is not None and offer.equity_value is None:
        said.append("no value for shares, as the offer gives no price")
    return tuple(said)


def _sum(*parts: float | None) -> float | None:
    known = [part for part in parts if part is not None]
    return sum(known) if known else None


def first_year_cash(offer: Offer) -> Worth:
    """Cash in the first year: base, bonus at target and the sign-on paid in it. `total` needs a base."""
    base, bonus = yearly_base(offer), bonus_per_year(offer)
    sign_on = offer.sign_on_y1 if offer.sign_on_y1 is not None else offer.sign_on
    total = None if base is None else _sum(base, bonus, sign_on)
    return Worth(total, base, bonus, sign_on, None, _assumptions(offer, equity=False))


def four_year_total(offer: Offer) -> Worth:
    """Four years: base and bonus unchanged, the sign-on once, stock said in money as it vests. `total` needs a base."""
    base, bonus = yearly_base(offer), bonus_per_year(offer)
    bases = None if base is None else base * _YEARS
    bonuses = None if bonus is None else bonus * _YEARS
    equity = _vested(offer, _YEARS)
    total = None if bases is None else _sum(bases, bonuses, offer.sign_on, equity)
    assumptions = ("no raise and no refresh grant in four years", *_assumptions(offer, equity=True))
    return Worth(total, bases, bonuses, offer.sign_on, equity, assumptions)
