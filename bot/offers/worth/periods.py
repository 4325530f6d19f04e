"""Pay of any period as pay a year, and how much of each year a contract lasts."""

from __future__ import annotations

from bot.offers.offer import Offer, Period
from bot.offers.worth.arithmetic import scaled, spanning
from bot.offers.worth.shapes import Assumption, Figure

HOURS_A_WEEK = 40.0  # full-time work, where the offer does not say its hours
WEEKS_A_YEAR = 52
MONTHS_A_YEAR = 12
_FULL_TIME = 30.0  # hours a week from which US law (26 USC 4980H) counts work as full-time
_LEAST_HOURS = 4.0  # a week; fewer were misread

# Pays a year of full-time work. 260 days are 52 weeks of 5; every two weeks is 26 times.
PERIODS_A_YEAR: dict[Period, float] = {
    "year": 1,
    "month": MONTHS_A_YEAR,
    "biweek": 26,
    "week": WEEKS_A_YEAR,
    "day": 260,
    "hour": HOURS_A_WEEK * WEEKS_A_YEAR,
}


def full_time(offer: Offer, period: Period | None = None) -> float:
    """What a rate of `period` (by default that of the base) is multiplied by for a full-time year.

    An hour counts 2,080 times, or as often as the offer's own hours a week make where they are
    full-time work, 30 or more: a part-time job is held against full-time pay by its rate. So is
    part-time pay by the week, month or year, which is for the hours offered: 72,000 a year for 24
    hours a week are 120,000 for 40. Pay by the day is a rate already.
    """
    per = period or offer.base_period or "year"
    hours = offer.hours_per_week
    if per == "hour" and hours is not None and _FULL_TIME <= hours <= 2 * HOURS_A_WEEK:
        return hours * WEEKS_A_YEAR
    if per not in ("hour", "day") and hours is not None and _LEAST_HOURS <= hours < _FULL_TIME:
        return PERIODS_A_YEAR[per] * HOURS_A_WEEK / hours
    return PERIODS_A_YEAR[per]


def held_at(offer: Offer) -> float | None:
    """The hours a week that make the base a full-time year, None where they are those of the offer.

    None too where the offer says no hours, or is paid by the day.
    """
    per, hours = offer.base_period or "year", offer.hours_per_week
    if hours is None or per == "day":
        return None
    if per == "hour":
        held = full_time(offer) / WEEKS_A_YEAR
        return held if held != hours else None
    return HOURS_A_WEEK if full_time(offer) != PERIODS_A_YEAR[per] else None


def a_year(figure: Figure, offer: Offer, made: set[Assumption]) -> Figure:
    """A figure in the period of the offer's base as one a year, at the hours the offer says."""
    per = offer.base_period or "year"
    if per == "year":
        return figure
    made.add("whole_year")
    if per == "hour":
        if offer.hours_per_week is None:
            made.add("forty_hours")
        return scaled(figure, "hours", offer.hours_per_week or HOURS_A_WEEK, WEEKS_A_YEAR)
    if per == "day":
        made.add("five_days")
    return scaled(figure, "times", PERIODS_A_YEAR[per])


def yearly_base(offer: Offer, made: set[Assumption]) -> Figure | None:
    """The base a year; of a range its middle, with both ends. None where the offer says none."""
    if offer.base_amount is not None:
        said = spanning(offer.base_amount, offer.base_amount)
    elif offer.base_low is not None and offer.base_high is not None:
        said = spanning(offer.base_low, offer.base_high)
        made.add("middle_of_range")
    else:
        return None
    return a_year(said, offer, made)


def months_worked(term: float | None, years: int) -> tuple[float, ...]:
    """The months of each year that a contract of `term` months lasts: all 12 without a term."""
    if term is None:
        return (12.0,) * years
    return tuple([min(12.0, max(0.0, term - 12 * year)) for year in range(years)])
