"""What is contract pay: one place decides it, and every command asks that place."""

from __future__ import annotations

import pytest

from bot.offers.reader import read


@pytest.mark.parametrize(
    "said",
    [
        "Offer: Data Engineer at Ridgeline, $90/hour W2 contract, 12 months",
        "Ridgeline offers $90/hr on 1099, Data Engineer, Denver",
        "C2C rate 110/hr, Data Engineer, 6 months, Ridgeline",
        "Offer: Data Engineer, Denver, $90/hour, 6 month contract at Ridgeline",
        "Offer from Ridgeline: Data Engineer, contract to hire, $80/hr",
        "Offer from Riverside Hospital: Registered Nurse, $60/hour, 13 week travel contract",
    ],
)
def test_pay_called_a_contract_is_one(said: str) -> None:
    (offer,) = read(said).offers
    assert offer.by_contract


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("Offer from Ridgeline: Data Engineer, $85/hour for 6 months", 6),
        ("Offer from Ridgeline: Data Engineer, $95 an hour, start 1 Feb 2027, end date 31 July 2027", 6),
        ("Offer from Ridgeline: Data Engineer, $95 an hour from 1 Feb 2027 until 31 July 2027", 6),
    ],
)
def test_pay_by_the_hour_to_an_end_is_one_whatever_it_is_called(said: str, months: float) -> None:
    (offer,) = read(said).offers
    assert offer.by_contract
    assert offer.term_months == months


@pytest.mark.parametrize(
    "said",
    [
        "Offer: Ridgeline, Registered Nurse, $41/hour full-time",
        "Offer from Ridgeline: Data Engineer, $120,000 base",
        "Offer from Ridgeline: software engineering internship, $50/hour, 12 weeks",
        "Offer from Ridgeline: Data Engineer, $95 an hour, start 1 Feb 2027, please answer by 15 Feb 2027",
    ],
)
def test_other_pay_is_none(said: str) -> None:
    (offer,) = read(said).offers
    assert not offer.by_contract
