"""Hours said of two weeks, and weeks that are no time off."""

from __future__ import annotations

import pytest

from bot.offers.reader import read


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("70 hours per pay period (biweekly)", 35),
        ("72 hours every two weeks", 36),
        ("70 hrs per 2 wks", 35),
        ("36 hours a week, paid biweekly", 36),
        ("40 hours/week biweekly pay", 40),
    ],
)
def test_hours_of_two_weeks_are_halved(said: str, hours: float) -> None:
    (offer,) = read(f"Offer from Mercy, staff pharmacist, Toledo OH, $60/hr, {said}").offers
    assert (offer.hours_per_week, offer.pto_days) == (hours, None)


def test_time_off_beside_them_is_kept() -> None:
    (offer,) = read("Offer from Mercy, pharmacist, $60/hr, 70 hrs per 2 wks, PTO 22 days").offers
    assert offer.pto_days == 22


def test_weeks_of_work_are_no_time_off() -> None:
    (offer,) = read(
        "Offer from Brex: engineer, contractor, $68/hour, 40 hours/week, 48 weeks a year paid"
    ).offers
    assert offer.pto_days is None
