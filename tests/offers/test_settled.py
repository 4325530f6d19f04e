"""What the words right beside a figure settle: a bond, a pension, days to answer in, pay by the mile."""

from __future__ import annotations

from datetime import date

import pytest

from bot.offers.offer import Benefit, Offer
from bot.offers.reader import read
from bot.offers.sheet import rows_of
from bot.offers.worth.table import worth_of
from bot.playbook.flags import flags
from bot.playbook.missing import missing

_INDIA = "got offer from Zentrix Software: SDE-1, Bangalore. fixed 14 LPA, ESOPs worth 6 lakh over 4 years, "


def only(text: str) -> Offer:
    (offer,) = read(text).offers
    return offer


@pytest.mark.parametrize(
    "bond",
    [
        "2 year bond of 1.5 lakh",
        "bond: 2 years, penalty 1.5 lakh",
        "service bond of 1.5 lakh for 2 years",
        "1.5 lakh bond for 2 years",
        "bond period 2 years",
    ],
)
def test_a_bond_is_a_clause_and_no_sign_on(bond: str) -> None:
    offer = only(_INDIA + bond)
    assert [clause.kind for clause in offer.clauses] == ["bond"]
    assert (offer.base_amount, offer.vest_years) == (1_400_000, 4)
    assert (offer.sign_on, offer.cliff_months, offer.clawback_months, offer.term_months) == (None,) * 4
    assert "bond" in [flag.kind for flag in flags(offer, date(2026, 1, 5))]
    assert "bond" in missing(offer)


def test_no_bond_and_a_bond_trader_bind_nobody() -> None:
    assert only(_INDIA + "no bond of any kind").clauses == ()
    trader = only("Bond trader at Harrow Securities, New York, $150,000 base, 20% bonus")
    assert (trader.base_amount, trader.bonus_pct, trader.clauses) == (150_000, 20, ())


@pytest.mark.parametrize("said", ["10% pension", "10% employer pension", "pension of 10%", "pension: 10%"])
def test_a_percent_beside_a_pension_is_no_bonus(said: str) -> None:
    offer = only(f"Marketing Manager at Monzo in London. £62,000 per annum, {said}")
    assert offer.bonus_pct is None
    assert offer.benefits == (Benefit("pension", 10, 10, "percent"),)


def test_a_bonus_after_a_pension_stays_one() -> None:
    offer = only("Marketing Manager at Monzo in London. £62,000 per annum, 5% pension, 10% bonus")
    assert offer.bonus_pct == 10


@pytest.mark.parametrize(
    ("said", "deadline"),
    [
        ("Offer expires in 7 days.", "7 days"),
        ("Reply in 3 days", "3 days"),
        ("Please answer within 5 business days.", "5 business days"),
        ("I have 5 days to decide.", "5 days"),
        ("Options expire in 30 days after leaving.", None),
        ("Sign-on repaid if you leave within 30 days.", None),
    ],
)
def test_the_days_to_answer_in_are_read(said: str, deadline: str | None) -> None:
    offer = only(f"Engineering Manager at Northwind Cloud, Seattle. Base $235k. {said}")
    assert offer.deadline == deadline


@pytest.mark.parametrize(
    ("said", "rate"), [("58 cents a mile", 0.58), ("$0.62 per mile", 0.62), ("55 cpm", 0.55)]
)
def test_pay_by_the_mile_is_no_yearly_base(said: str, rate: float) -> None:
    offer = only(f"Truck driver at Hollis Lines, Tulsa, {said}")
    assert (offer.mile_rate, offer.base_amount, offer.base_low) == (rate, None, None)
    assert "miles" in missing(offer)
    assert "base" not in missing(offer)


def test_miles_a_week_make_the_pay_of_a_week() -> None:
    offer = only("CDL driver, Prairie Freight, Omaha, 62 cents per mile, about 2500 miles a week")
    assert (offer.mile_rate, offer.miles_per_week) == (0.62, 2500)
    assert (offer.base_amount, offer.base_period) == (1550, "week")
    assert "miles" not in missing(offer)
    base = rows_of(offer, worth_of(offer))[0]
    assert base.comes_to is not None
    assert base.comes_to.amount == 1550 * 52


def test_money_for_a_lab_is_no_pay() -> None:
    offer = only("assistant professor of biology at Halden College, salary $92,000, startup package $650k")
    assert (offer.base_amount, offer.total_comp, offer.sign_on) == (92_000, None, None)


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Account Executive, Mid-Market at Veltrix. base $80k", "Veltrix"),
        ("Engineering Manager, Hexbyte. Remote. Base 250,000", "Hexbyte"),
        ("Engineering Manager, Hexbyte (remote). Base 250,000, RSU $240,000 over 4 years", "Hexbyte"),
        ("Engineering Manager, Payments (remote). Base 250,000", None),
        ("Product Manager, Growth (remote). Base 250,000", None),
    ],
)
def test_the_employer_after_the_job_is_read_and_a_team_is_none(text: str, company: str | None) -> None:
    assert only(text).company == company


def test_remote_in_brackets_is_the_place() -> None:
    assert only(
        "Engineering Manager, Hexbyte (remote). Base 250,000, RSU $240,000 over 4 years"
    ).location == ("remote")


def test_the_employer_at_the_end_of_a_job_is_not_in_its_title() -> None:
    offer = only("Staff Nurse, ICU, Mercy Ridge Hospital, Boston MA. $44.50/hr, 36 hrs a week")
    assert (offer.title, offer.company) == ("Staff Nurse, ICU", "Mercy Ridge Hospital")


def test_versus_parts_two_offers_and_their_names() -> None:
    first, second = read(
        "W2 contract data engineer $82/hr 40h/week 12 months no PTO, versus Data Engineer at Brightline,"
        " Charlotte, base 150k, 10% bonus, 401k 5% match"
    ).offers
    assert (first.company, first.base_amount, first.term_months) == (None, 82, 12)
    assert (second.company, second.base_amount, second.term_months) == ("Brightline", 150_000, None)


def test_a_bonus_called_discretionary_after_its_name_is_flagged() -> None:
    offer = only("Associate attorney, Pell & Grange LLP, Denver. 185k salary, bonus discretionary up to 20k")
    assert [clause.kind for clause in offer.clauses] == ["bonus_discretionary"]
