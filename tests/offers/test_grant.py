"""The equity of an offer from its judged mentions: kind and size, years, cliff and schedule."""

from __future__ import annotations

import pytest

from bot.offers.grant import equity, vesting
from tests.offers.marked import terms

RSUS = "[[equity_units|1,000 RSUs]]"


def read(marked: str) -> dict[str, object]:
    """What is read of the equity of a marked text."""
    gathered = terms(marked)
    equity(gathered)
    vesting(gathered)
    return gathered.fields


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[[equity_units|1,000 RSUs]] and [[equity|options]]", "rsu"),
        ("[[equity_units|1,000 options]]", "options"),
        ("[[equity_units|500 shares]] as [[equity|RSUs]]", "rsu"),
        ("[[equity_value|$100k]] in [[equity|options]]", "options"),
        ("[[equity|RSUs]], [[base|150k]]", "rsu"),
        ("[[equity_units|1,000]] at [[strike|$2]]", "options"),
        ("[[equity_pct|0.5%]]", "percent"),
        ("[[equity_value|$100k]] a year", "other"),
        ("[[base|150k]], [[no_equity|no equity]]", "none"),
    ],
)
def test_the_kind_of_equity(marked: str, kind: str) -> None:
    assert read(marked)["equity_kind"] == kind


@pytest.mark.parametrize(
    ("marked", "field", "value"),
    [
        ("[[equity_units|4,000 RSUs]]", "equity_units", 4_000),
        ("[[equity_value|$120k]]", "equity_value", 120_000),
        ("[[equity_value|$100k to $120k]]", "equity_value_high", 120_000),
        ("[[equity_year|$30k]]", "equity_value_per_year", 30_000),
        ("[[equity_pct|0.25%]]", "equity_pct", 0.25),
        ("[[equity_units|4,000]] at [[share_price|$52]]", "share_price", 52),
        ("[[equity_value|$1k]], [[refresh|$20k]]", "refresh_value", 20_000),
        ("[[equity_value|$1k]], [[equity_more|5,000 RSUs]]", "other_equity", "5,000 rsu"),
    ],
)
def test_what_is_granted(marked: str, field: str, value: object) -> None:
    assert read(marked)[field] == value


@pytest.mark.parametrize(
    ("marked", "strike", "price", "preferred"),
    [
        (
            "preferred [[share_price|$4.10]], 409A [[share_price|$1.05]], strike [[strike|1.05]]",
            1.05,
            1.05,
            4.1,
        ),
        ("409A [[share_price|$1.05]] (preferred [[share_price|$4.10]])", None, 1.05, 4.1),
        ("[[share_price|$4.10]] (preferred), common [[share_price|$1.05]]", None, 1.05, 4.1),
        ("strike [[strike|$1]], last round at [[share_price|$4.10]]", 1, None, 4.1),
        ("[[share_price|$4.10 per share]] for preferred", None, None, 4.1),
        ("preferred stock. The price is [[share_price|$1.05]]", None, 1.05, None),
    ],
)
def test_what_investors_paid_is_kept_apart(
    marked: str, strike: float | None, price: float | None, preferred: float | None
) -> None:
    told = read(f"{RSUS} {marked}")
    assert [told.get(field) for field in ("strike", "share_price", "preferred_price")] == [
        strike,
        price,
        preferred,
    ]


@pytest.mark.parametrize(
    ("said", "schedule"),
    [
        ("every 3 months", "quarterly"),
        ("every three months", "quarterly"),
        ("every 6 months", "semi-annually"),
    ],
)
def test_how_often_it_vests(said: str, schedule: str) -> None:
    assert read(f"{RSUS} vesting [[vest_schedule|{said}]]")["vest_schedule"] == schedule


@pytest.mark.parametrize(
    ("marked", "schedule", "years"),
    [
        ("vesting [[vest_schedule|5/15/40/40]]", "5/15/40/40", 4),
        ("vesting [[vest_schedule|50, 25, 25]]", "50/25/25", 3),
        ("vesting [[vest_schedule|400 300 200 100]]", "40/30/20/10", 4),
        (
            "vesting [[vest_part|25%]], [[vest_part|25%]], [[vest_part|25%]], and [[vest_part|25%]]",
            "25/25/25/25",
            4,
        ),
    ],
)
def test_a_schedule_says_the_years(marked: str, schedule: str, years: float) -> None:
    said = read(f"[[equity_units|1000 RSUs]] {marked}")
    assert (said["vest_schedule"], said["vest_years"]) == (schedule, years)


def test_years_said_are_kept_before_those_of_a_schedule() -> None:
    said = read(f"{RSUS} over [[vest_years|5 years]], [[vest_schedule|40/30/20/10]]")
    assert (said["vest_years"], said["vest_schedule"]) == (5, "40/30/20/10")


def test_unequal_parts_are_a_schedule_of_unknown_length() -> None:
    said = read(f"{RSUS}, [[vest_part|10%]], [[vest_part|20%]], [[vest_part|30%]] and [[vest_part|40%]]")
    assert said["vest_schedule"] == "10/20/30/40"
    assert "vest_years" not in said


def test_parts_that_are_no_whole_are_no_schedule() -> None:
    said = read(f"{RSUS}, [[vest_part|10%]], then [[vest_part|20%]]")
    assert {"vest_schedule", "vest_years"} & said.keys() == set()


@pytest.mark.parametrize(
    ("marked", "years"),
    [
        ("[[vest_part|1/48]] [[vest_schedule|monthly]]", 4),
        ("[[vest_part|1/36]] [[vest_schedule|each month]]", 3),
        ("[[vest_part|1/16]] [[vest_schedule|every quarter]]", 4),
        ("[[vest_part|1/8]] [[vest_schedule|semi-annually]]", 4),
        ("[[vest_part|1/3]] [[vest_schedule|annually]]", 3),
        ("[[vest_part|1/36]] of the remainder [[vest_schedule|monthly]]", 4),
        ("[[vest_part|1/24]] of the remainder [[vest_schedule|monthly]]", 2),
    ],
)
def test_equal_parts_say_the_years_where_none_are_said(marked: str, years: float) -> None:
    assert read(f"{RSUS}, {marked}")["vest_years"] == years


@pytest.mark.parametrize(
    "marked",
    [
        "[[vest_part|1/48]] at once",
        "[[vest_part|1/50]] [[vest_schedule|monthly]]",
        "[[vest_part|2%]] [[vest_schedule|monthly]]",
        "[[vest_part|1/48]], [[vest_schedule|back-loaded]]",
        "[[vest_part|25%]] after [[cliff|1 year]], then [[vest_part|5%]] [[vest_schedule|quarterly]]",
    ],
)
def test_parts_that_make_no_years_say_none(marked: str) -> None:
    assert "vest_years" not in read(f"{RSUS}, {marked}")


def test_years_said_are_kept_before_those_of_parts() -> None:
    marked = f"{RSUS} over [[vest_years|5 years]], [[vest_part|1/48]] [[vest_schedule|monthly]]"
    assert read(marked)["vest_years"] == 5


@pytest.mark.parametrize(
    ("marked", "years"),
    [
        ("[[vest_part|25%]] each year", 4),
        ("[[vest_part|33 1/3%]] per year", 3),
        ("[[vest_part|20%]] of the grant every year", 5),
        ("[[vest_part|50%]] yearly", 2),
        ("[[vest_part|20%]] every anniversary", 5),
    ],
)
def test_a_part_each_year_says_the_years(marked: str, years: float) -> None:
    assert read(f"{RSUS}, {marked}")["vest_years"] == years


@pytest.mark.parametrize("marked", ["[[vest_part|25%]] after that", "[[vest_part|0%]] each year"])
def test_a_part_of_no_year_says_none(marked: str) -> None:
    assert "vest_years" not in read(f"{RSUS}, {marked}")


@pytest.mark.parametrize(
    ("marked", "years"),
    [
        ("over [[vest_years|4 years]]", 4),
        ("over [[vest_years|48 months]]", 4),
        ("over [[vest_years|18 months]]", 1.5),
        ("over [[vest_years|4]]", 4),
        ("by the [[vest_years|fourth anniversary]]", 4),
        ("in [[vest_years|four]] equal annual installments", 4),
        ("[[vest_part|25%]] after [[cliff|one year]], the rest over [[vest_years|36 months]]", 4),
        ("[[vest_part|25%]] after [[cliff|one year]], then over [[vest_years|36 months]]", 4),
        ("[[vest_part|50%]] after [[cliff|one year]], then over [[vest_years|24 months]]", 2),
        ("[[vest_part|1/3]] after [[cliff|12 months]], the remainder over [[vest_years|24 months]]", 3),
        ("[[vest_years|12 months]], the rest later", 1),
    ],
)
def test_the_years_of_vesting(marked: str, years: float) -> None:
    assert read(f"{RSUS} {marked}")["vest_years"] == years


def test_working_days_are_no_years_of_vesting() -> None:
    assert "vest_years" not in read(f"{RSUS} over [[vest_years|30 days]]")


@pytest.mark.parametrize(
    ("marked", "months"),
    [
        ("[[cliff|1 year]] cliff", 12),
        ("[[cliff|first anniversary]]", 12),
        ("[[cliff|6 months]] cliff", 6),
        ("cliff: [[cliff|1]]", 12),
        ("cliff: [[cliff|6]]", 6),
        ("nothing until month [[cliff|13]]", 12),
        ("nothing for [[cliff|13 months]]", 13),
        ("nothing until month [[cliff|14]]", 14),
    ],
)
def test_the_cliff_in_months(marked: str, months: int) -> None:
    assert read(f"{RSUS} over [[vest_years|4 years]], {marked}")["cliff_months"] == months


@pytest.mark.parametrize(
    "marked", ["[[cliff|1st year]] CTC is 40", "[[cliff|30 days]] cliff", "cliff: [[cliff|72]]"]
)
def test_what_is_no_cliff(marked: str) -> None:
    assert "cliff_months" not in read(f"{RSUS} over [[vest_years|4 years]], {marked}")


@pytest.mark.parametrize(
    ("marked", "schedule"),
    [
        ("[[vest_schedule|quarterly]]", "quarterly"),
        ("[[vest_schedule|every six months]]", "semi-annually"),
        ("[[vest_schedule|half-yearly]]", "semi-annually"),
        ("[[vest_schedule|annually]]", "yearly"),
        ("[[vest_schedule|back-loaded]]", "back-loaded"),
        ("[[cliff|1 year]] cliff, then [[vest_schedule|monthly]]", "cliff then monthly"),
        ("[[vest_schedule|5/15/40/40]], [[vest_schedule|quarterly]]", "5/15/40/40"),
    ],
)
def test_how_it_vests(marked: str, schedule: str) -> None:
    assert read(f"{RSUS} over [[vest_years|4 years]], {marked}")["vest_schedule"] == schedule


@pytest.mark.parametrize("marked", ["[[base|150k]]", "[[base|150k]], [[no_equity|no equity]]"])
def test_without_equity_nothing_vests(marked: str) -> None:
    said = read(f"{marked}, [[vest_years|4 years]], [[cliff|1 year]] cliff")
    assert {"vest_years", "cliff_months"} & said.keys() == set()
