"""Figures that were taken for others: shares for money, a day for an hour, full time for part time."""

from __future__ import annotations

import pytest

from bot.offers.offer import Offer
from bot.offers.reader import NO_PAY, read


def one(text: str) -> Offer:
    found = read(text)
    assert len(found.offers) == 1, found
    return found.offers[0]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("offer: 150k base, 119 RSUs over 4 years, software engineer at Adobe", 119),
        ("Adobe software engineer: 150k base, 400 RSUs", 400),
        ("Adobe software engineer 150k base. RSUs: 850", 850),
        ("Adobe: 150k base, 2,000 RSUs", 2_000),
        ("Adobe: 150k base, 119 units", 119),
    ],
)
def test_a_bare_number_beside_rsus_counts_them(text: str, units: float) -> None:
    offer = one(text)
    assert (offer.equity_units, offer.equity_value) == (units, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Adobe: 150k base, $400k RSUs", 400_000),
        ("Roku: 198 base, 250 rsu, 10% bonus", 250_000),  # all of it is short of its k
        ("Block, remote. Base: $217,000. Initial: 640,000 RSU over 4 years", 640_000),
    ],
)
def test_a_sum_beside_rsus_is_their_worth(text: str, value: float) -> None:
    offer = one(text)
    assert (offer.equity_units, offer.equity_value) == (None, value)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Adobe: 150k base, 400 RSUs, one RSU is worth about $185", 185),
        ("Adobe: 150k base, 400 RSUs, the RSUs are worth $400 each", 400),
        ("Adobe: 150k base, 2,500 RSUs. The stock is at 150", 150),
    ],
)
def test_the_price_of_a_share_is_no_grant(text: str, price: float) -> None:
    offer = one(text)
    assert (offer.share_price, offer.equity_value) == (price, None)


def test_a_strike_per_share_stays_a_strike() -> None:
    offer = one("Offer: 150k base, 20,000 options, strike $0.66 per share. 409A is 0.66, preferred 2.40")
    assert (offer.strike, offer.share_price, offer.preferred_price) == (0.66, 0.66, 2.4)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Adobe software engineer, 180k base, Seattle. Offer valid until Friday 5pm ET", "Friday 5pm ET"),
        ("Base 180k, bonus 10%. Citadel wants an answer by Wednesday 5pm.", "Wednesday 5pm"),
    ],
)
def test_a_day_with_its_hour_is_a_deadline(text: str, deadline: str) -> None:
    assert one(text).deadline == deadline


def test_what_full_time_would_pay_is_no_base_beside_what_is_paid() -> None:
    offer = one("Designer, £50,000 pro rata for 4 days, so £40,000")
    assert (offer.base_amount, offer.currency) == (40_000, "GBP")
    assert one("Designer offer, £50,000 pro rata").base_amount == 50_000


@pytest.mark.parametrize("text", ["electrician offer, $23/hr progressing to $49", "$23/hr rising to 49"])
def test_what_pay_grows_to_is_the_later_base(text: str) -> None:
    offer = one(text)
    assert (offer.base_amount, offer.base_period, offer.base_later) == (23, "hour", 49)
    assert offer.equity_value is None


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("your offer of employment at $54,000 is hereby withdrawn", "rejection"),
        ("Lease renewal offer: $1,680 per month", "nothing"),
        (
            "We are delighted to offer you the position of Sales Manager at Harbor Grill in Boston. You will "
            "report to Dana Reed, and your first day is June 3. Please sign and return this letter.",
            NO_PAY,
        ),
    ],
)
def test_what_is_no_offer_is_told_apart(text: str, other: str) -> None:
    assert (read(text).offers, read(text).other) == ((), other)


def test_an_offer_that_may_be_withdrawn_is_not_taken_back() -> None:
    text = "Offer: base salary $98,000. This offer may be withdrawn if the drug screen is failed."
    assert read(text).other != "rejection"


def test_a_job_about_leases_is_a_job() -> None:
    text = (
        "Property manager offer at Greystar: base salary $98,000, 10% bonus. You handle each lease renewal."
    )
    assert one(text).base_amount == 98_000


@pytest.mark.parametrize(
    "text",
    [
        "We measured it against a holdout group of 50,000 customers",
        "I built a router that handles 160,000 tickets a month",
    ],
)
def test_a_number_of_customers_is_no_pay(text: str) -> None:
    assert read(text).offers == ()
