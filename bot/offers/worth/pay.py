"""The cash of an offer by year: base, bonus or what is earned above base at target, sign-on."""

from __future__ import annotations

from dataclasses import replace

from bot.offers.offer import Offer
from bot.offers.worth.arithmetic import ENDED, NONE, NOT_YET, line, scaled, single, spanning
from bot.offers.worth.shapes import Assumption, Figure, Line, What


def cash_lines(
    offer: Offer, base: Figure | None, months: tuple[float, ...], made: set[Assumption]
) -> list[Line]:
    """Base, bonus or variable pay, sign-on and relocation, a figure a year; what is not said has no line.

    `base` is the yearly one, `months` are those worked in each year. On-target earnings without a
    base are one line, "ote". Relocation stands apart: it pays a cost.
    """
    lines: list[Line] = []
    if base is not None:
        lines.append(_worked("base", offer, base, months))
    bonus, variable = bonus_a_year(offer, base, made), variable_a_year(offer, base, made)
    if bonus is not None and variable is not None:
        made.add("bonus_within_ote")
        # Without a base, on-target earnings are all of the pay: a bonus is part of them.
        larger = base is not None and bonus.amount >= variable.amount
        bonus, variable = (bonus, None) if larger else (None, variable)
    if bonus is not None:
        if bonus.amount:
            made.add("bonus_at_target")
        lines.append(_worked("bonus", offer, bonus, months))
    if variable is not None:
        made.add("variable_at_target")
        lines.append(_worked("ote" if base is None else "variable", offer, variable, months))
    sign_on = _sign_on(offer, len(months), made)
    if sign_on:
        lines.append(line("sign_on", "cash", offer.currency, sign_on))
    if isinstance(offer.relocation, float | int) and offer.relocation:
        made.add("relocation_left_out")
        moved = _once(spanning(offer.relocation, offer.relocation), 0, len(months))
        lines.append(line("relocation", "apart", offer.relocation_currency or offer.currency, moved))
    return lines


def bonus_a_year(offer: Offer, base: Figure | None, made: set[Assumption]) -> Figure | None:
    """The yearly bonus at target: the sum where one is said, else percent x base / 100.

    A range of the percent counts by its middle and the base's middle; the ends go with the base's
    ends. None where neither is said, or a percent of a base that is not; an explicit zero is "none".
    """
    if offer.bonus_amount is not None:
        return spanning(offer.bonus_amount, offer.bonus_amount) if offer.bonus_amount else NONE
    low, high = offer.bonus_pct, offer.bonus_pct
    if low is None:
        low, high = offer.bonus_pct_low, offer.bonus_pct_high
    if low is None or high is None:
        return None
    if low == high == 0:
        return NONE
    if base is None:
        return None
    percent = spanning(low, high)
    if percent.low != percent.high:
        made.add("middle_of_range")
    figure = scaled(base, "percent_of", percent.amount, first=False)
    ends = base.low * percent.low / 100, base.high * percent.high / 100
    how = figure.how if percent.low == percent.high else (*percent.how, *figure.how)
    return Figure(figure.amount, *ends, how)


def variable_a_year(offer: Offer, base: Figure | None, made: set[Assumption]) -> Figure | None:
    """What is earned above base when targets are met: on-target earnings - base, never below nothing.

    Earnings are a year's. Without a base it is all of them. None where none are said, or no more
    than the base makes in a year.
    """
    low = offer.ote_low if offer.ote_low is not None else offer.ote_high
    high = offer.ote_high if offer.ote_high is not None else offer.ote_low
    if low is None or high is None:
        return None
    earnings = spanning(low, high)
    if earnings.low != earnings.high:
        made.add("middle_of_range")
    if base is None:
        return earnings if earnings.amount else None
    if earnings.amount <= base.amount:
        if earnings.amount < base.amount:
            made.add("ote_left_out")
        return None
    ends = sorted((max(0.0, earnings.low - base.low), max(0.0, earnings.high - base.high)))
    return replace(
        single("less", earnings.amount, base.amount, after=base),
        low=min(ends[0], earnings.amount - base.amount),
        high=max(ends[1], earnings.amount - base.amount),
    )


def _worked(what: What, offer: Offer, yearly: Figure, months: tuple[float, ...]) -> Line:
    return line(what, "cash", offer.currency, [in_months(yearly, each) for each in months])


def in_months(yearly: Figure, months: float) -> Figure:
    """A year's figure for the months of a year worked: yearly x months / 12."""
    if months >= 12 or not yearly.amount:  # noqa: PLR2004 - a whole year
        return yearly
    return scaled(yearly, "months", months) if months else ENDED


def _once(figure: Figure, year: int, years: int) -> list[Figure]:
    return [figure if each == year else NOT_YET for each in range(years)]


def _sign_on(offer: Offer, years: int, made: set[Assumption]) -> list[Figure]:
    """The sign-on by year: its parts where said, what is left of the whole in the other year."""
    whole, first, second = offer.sign_on, offer.sign_on_y1, offer.sign_on_y2
    if whole is None and first is None and second is None:
        return []
    if not (whole or first or second):
        return [NONE] * years
    if not first and not second:
        made.add("sign_on_first_year")
        return _once(spanning(whole or 0.0, whole or 0.0), 0, years)
    made.add("sign_on_by_year")
    left = (whole or 0.0) - (first or 0.0) - (second or 0.0)
    parts = [spanning(part, part) if part else NOT_YET for part in (first, second)]
    if left > 0 and not (first and second):
        year = 1 if first else 0
        parts[year] = single("rest", whole or 0.0, (first or 0.0) + (second or 0.0))
    elif left > 0:
        parts.append(single("rest", whole or 0.0, (first or 0.0) + (second or 0.0)))
    return [*parts, *[NOT_YET] * (years - len(parts))]
