"""Pay of one place beside pay of all others, in crowns, and as a contractor's fee."""

from __future__ import annotations

import time

import pytest

from data.classify.pay import read_pay

Read = tuple[float | None, float | None, str, str, str]


def _read(text: str) -> list[Read]:
    return [(pay.low, pay.high, pay.currency, pay.period, pay.zone) for pay in read_pay(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Base pay: $140K-$180K in NYC; $120K-$150K everywhere else.",
            [(140_000, 180_000, "USD", "year", "NYC"), (120_000, 150_000, "USD", "year", "everywhere else")],
        ),
        (
            "Salary £70,000 to £90,000 (London) or £60,000 to £75,000 (rest of the UK).",
            [(70_000, 90_000, "GBP", "year", "London"), (60_000, 75_000, "GBP", "year", "rest of the UK")],
        ),
        (
            "Bay Area and New York: $180,000 - $220,000. Elsewhere: $160,000 - $195,000.",
            [
                (180_000, 220_000, "USD", "year", "Bay Area and New York"),
                (160_000, 195_000, "USD", "year", "Elsewhere"),
            ],
        ),
        (
            "For California the range is $100,000-$130,000, for all other states $90,000-$115,000.",
            [
                (100_000, 130_000, "USD", "year", "California"),
                (90_000, 115_000, "USD", "year", "all other states"),
            ],
        ),
        (
            "$200,000 - $250,000 in San Francisco\n$170,000 - $210,000 in other US locations",
            [
                (200_000, 250_000, "USD", "year", "San Francisco"),
                (170_000, 210_000, "USD", "year", "other US locations"),
            ],
        ),
        (
            "We pay 95k-110k in Boston, 85k-100k rest of the country.",
            [(95_000, 110_000, "", "year", "Boston"), (85_000, 100_000, "", "year", "rest of the country")],
        ),
        (
            "Elsewhere in the US we pay $120,000 - $140,000; in Seattle $140,000 - $160,000.",
            [
                (120_000, 140_000, "USD", "year", "Elsewhere in the US"),
                (140_000, 160_000, "USD", "year", "Seattle"),
            ],
        ),
        (
            "Compensation: $150,000-$180,000 outside of California.",
            [(150_000, 180_000, "USD", "year", "outside of California")],
        ),
        (
            "Salary in Copenhagen: kr. 45.000 - 52.000 per month",
            [(45_000, 52_000, "DKK", "month", "Copenhagen")],
        ),
        (
            "We pay 150k to 200K USD in SF; 130k-170k elsewhere.",
            [(150_000, 200_000, "USD", "year", "SF"), (130_000, 170_000, "USD", "year", "elsewhere")],
        ),
        (
            "San Francisco: $150,000 - $200,000; other locations: $130,000 - $170,000",
            [
                (150_000, 200_000, "USD", "year", "San Francisco"),
                (130_000, 170_000, "USD", "year", "other locations"),
            ],
        ),
        (
            "NYC $150k-$200k, $130k-$170k rest of US.",
            [(150_000, 200_000, "USD", "year", "NYC"), (130_000, 170_000, "USD", "year", "rest of US")],
        ),
        (
            "London: £80,000-£100,000; £65,000-£85,000 outside London",
            [(80_000, 100_000, "GBP", "year", "London"), (65_000, 85_000, "GBP", "year", "outside London")],
        ),
        (
            "In Seattle $150k-$200k; elsewhere $130k-$170k",
            [(150_000, 200_000, "USD", "year", "Seattle"), (130_000, 170_000, "USD", "year", "elsewhere")],
        ),
    ],
)
def test_a_range_for_elsewhere_is_not_the_named_citys(text: str, want: list[Read]) -> None:
    assert _read(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Månadslön kr 38 000 - 44 000.", [(38_000, 44_000, "SEK", "month", "")]),
        (
            "Vi søger en udvikler i Aarhus. Løn: 48.000-55.000 kr. pr. måned",
            [(48_000, 55_000, "DKK", "month", "")],
        ),
        ("Årslønn kr 720.000,- til kr 880.000,-", [(720_000, 880_000, "NOK", "year", "")]),
        ("kr 550 000 - 700 000 per år", [(550_000, 700_000, "SEK", "year", "")]),
        ("Pay: kr 650,000 to kr 800,000 annually", [(650_000, 800_000, "SEK", "year", "")]),
        ("Oslo. Annual salary kr600000-kr750000", [(600_000, 750_000, "NOK", "year", "")]),
    ],
)
def test_kr_before_or_behind_is_the_crown_of_the_texts_country(text: str, want: list[Read]) -> None:
    assert _read(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Freelance editor. Fee: £35-£45 per hour.", [(35, 45, "GBP", "hour", "")]),
        ("Our fee is €650 per day.", [(650, 650, "EUR", "day", "")]),
        ("You collect fees of $100 per hour from guests.", []),
        ("Late fee: $75 per day. Salary: $60,000.", [(60_000, 60_000, "USD", "year", "")]),
        ("Contractor fee: $120-$160 per hour", [(120, 160, "USD", "hour", "")]),
        (
            "This is a 6-month contract. Fee: $120-$160 per hour, depending on experience.",
            [(120, 160, "USD", "hour", "")],
        ),
        ("Application fee: $50", []),
        ("Placement fee: $5,000 - $10,000", []),
        ("You manage clients with fees of $120-$160 per hour.", []),
    ],
)
def test_a_contractors_fee_is_pay_and_other_fees_are_not(text: str, want: list[Read]) -> None:
    assert _read(text) == want


@pytest.mark.parametrize(
    "part", ["$100k elsewhere ", "$1 outside A A ", "kr 9 kr. ", "fee: $9/hour ", "For A, the a range 1k "]
)
def test_a_megabyte_is_read_in_little_time(part: str) -> None:
    text = part * (1_000_000 // len(part))
    start = time.process_time()
    read_pay(text)
    assert time.process_time() - start < 3
