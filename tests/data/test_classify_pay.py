"""Pay is read out of a posting's words, and nothing else that is money."""

from __future__ import annotations

import json
import math
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.classify.files import LARGEST
from data.classify.lines import pay_lines
from data.classify.pay import read_pay
from data.posting import Range

DESCRIPTIONS = Path(__file__).resolve().parents[3] / "shared/data/postings/descriptions_2026-08.jsonl"
LABELS = Path(__file__).parent / "labels_pay.jsonl"

Plain = tuple[float | None, float | None, str, str]


def _plain(text: str) -> list[Plain]:
    return [(pay.low, pay.high, pay.currency, pay.period) for pay in read_pay(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # US, a year
        ("The base salary range is $150,000 - $180,000.", (150_000, 180_000, "USD", "year")),
        ("Salary: $150,000.00 to $180,000.00 per year", (150_000, 180_000, "USD", "year")),
        ("Pay Range\n\n$144,000—$180,000 USD\n\nAbout us", (144_000, 180_000, "USD", "year")),
        ("Compensation: $185K—$240K + equity", (185_000, 240_000, "USD", "year")),
        ("Base pay $120-150k depending on experience", (120_000, 150_000, "USD", "year")),
        ("We pay between $120,000 and $150,000.", (120_000, 150_000, "USD", "year")),
        ("The salary is $138,000-156,000.", (138_000, 156_000, "USD", "year")),
        ("Salary of 190,000 - 237,000 USD.", (190_000, 237_000, "USD", "year")),
        ("Annual salary: 150,000 ~ 187,000 USD", (150_000, 187_000, "USD", "year")),
        ("Pay range$120,000-$150,000 USDAbout the team", (120_000, 150_000, "USD", "year")),
        ("The range is\n$120,000\n—\n$150,000 USD\na year.", (120_000, 150_000, "USD", "year")),
        ("US$ 120,000 to US$ 150,000 annual base", (120_000, 150_000, "USD", "year")),
        ("Minimum: $120,000\nMaximum: $150,000", (120_000, 150_000, "USD", "year")),
        ("Base salary: $120,000 (min) - $150,000 (max)", (120_000, 150_000, "USD", "year")),
        ("Base salary from $120,000 up to $150,000", (120_000, 150_000, "USD", "year")),
        ("$120,000/yr - $150,000/yr", (120_000, 150_000, "USD", "year")),
        ("Our salary band is 120k-150k USD", (120_000, 150_000, "USD", "year")),
        ("Salary: $198,000 - $2,000,000", (198_000, 2_000_000, "USD", "year")),
        # other periods
        ("$45-$55/hr", (45, 55, "USD", "hour")),
        ("Pay: $21.50 an hour", (21.5, 21.5, "USD", "hour")),
        ("The hourly rate for this role is $45 to $55.", (45, 55, "USD", "hour")),
        ("Hourly pay range: $24.04 - $28.85", (24.04, 28.85, "USD", "hour")),
        ("Compensation: USD 8,000/month", (8_000, 8_000, "USD", "month")),
        ("You earn a weekly stipend of $2,100.", (2_100, 2_100, "USD", "week")),
        ("Day rate: £500 - £600 per day", (500, 600, "GBP", "day")),
        ("$550/day contract rate", (550, 550, "USD", "day")),
        # abroad
        ("Salary: £60k–£75k", (60_000, 75_000, "GBP", "year")),
        ("Salary £55,000 to £65,000 p.a.", (55_000, 65_000, "GBP", "year")),
        ("Gross salary EUR 55.000 - 70.000", (55_000, 70_000, "EUR", "year")),
        ("Rémunération : 60 000 € brut annuel", (60_000, 60_000, "EUR", "year")),
        ("Rémunération : 45 à 55 k€ brut par an", (45_000, 55_000, "EUR", "year")),
        ("Jahresgehalt: 65.000€ bis 80.000€", (65_000, 80_000, "EUR", "year")),
        ("Gehalt zwischen 4.500 € und 5.200 € brutto monatlich", (4_500, 5_200, "EUR", "month")),
        ("base salary between 57,000 EUR and 62,000 EUR", (57_000, 62_000, "EUR", "year")),
        ("Salary CHF 100'000 – 120'000 per year", (100_000, 120_000, "CHF", "year")),
        ("Salary: INR 25-35 LPA", (2_500_000, 3_500_000, "INR", "year")),
        ("CTC: ₹25,00,000 - ₹35,00,000 per annum", (2_500_000, 3_500_000, "INR", "year")),
        ("Salary: 18-24 lakhs per annum", (1_800_000, 2_400_000, "INR", "year")),
        ("Salary PLN 18 000 - 25 000 net/month B2B", (18_000, 25_000, "PLN", "month")),
        ("Wynagrodzenie: 18 000 – 25 000 zł netto miesięcznie", (18_000, 25_000, "PLN", "month")),
        ("Annual salary: ¥8,000,000 - ¥12,000,000", (8_000_000, 12_000_000, "JPY", "year")),
        ("Salary: CAD $130,000 - $150,000", (130_000, 150_000, "CAD", "year")),
        ("Salary: CA$130,000 to CA$150,000", (130_000, 150_000, "CAD", "year")),
        ("Base salary $130,000 - $150,000 CAD", (130_000, 150_000, "CAD", "year")),
        ("Salary range (CAD): $130,000 - $150,000", (130_000, 150_000, "CAD", "year")),
        ("For candidates in Canada: base salary $130,000 - $150,000", (130_000, 150_000, "CAD", "year")),
        ("Base A$150k - A$170k plus super", (150_000, 170_000, "AUD", "year")),
        ("Salary: S$8,000 - S$10,000 per month", (8_000, 10_000, "SGD", "month")),
        # open ends
        ("Salary up to $150k", (None, 150_000, "USD", "year")),
        ("Compensation: up to $200K base salary (plus bonus)", (None, 200_000, "USD", "year")),
        ("Salaries starting at $120,000", (120_000, None, "USD", "year")),
        ("Salary from $120,000", (120_000, None, "USD", "year")),
        ("Base salary: $150k+", (150_000, None, "USD", "year")),
        # no sign of money but the words
        ("Salary: 120,000 - 150,000 per year", (120_000, 150_000, "", "year")),
        ("Pay 25-30 per hour", (25, 30, "", "hour")),
        ("Salary: 12-18 LPA", (1_200_000, 1_800_000, "INR", "year")),
        ("Compensation: ₹12L – ₹18L", (1_200_000, 1_800_000, "INR", "year")),
        ("Annual pay: JPY 8M - 12M", (8_000_000, 12_000_000, "JPY", "year")),
        ("15 000 - 20 000 PLN + VAT (B2B)", (15_000, 20_000, "PLN", "month")),
        ("Monthly salary: NOK 60,000 - 75,000", (60_000, 75_000, "NOK", "month")),
        ("Vergütung: ab 55.000 EUR brutto/Jahr", (55_000, None, "EUR", "year")),
        ("Mindestgehalt von EUR 3.500,- brutto pro Monat", (3_500, 3_500, "EUR", "month")),
        ("Up to 20 000 PLN gross per month", (None, 20_000, "PLN", "month")),
        ("USD $165,750.00/Yr. to USD $195,000.00/Yr.", (165_750, 195_000, "USD", "year")),
        ("Salary Range Minimum\n$90,000\nSalary Range Maximum\n$120,000", (90_000, 120_000, "USD", "year")),
        ("The low end is $100,000 and the high end is $140,000", (100_000, 140_000, "USD", "year")),
        ("Contract: 6 months at £550 per day inside IR35", (550, 550, "GBP", "day")),
        ("It pays $8,500 per month plus a $3,000 housing stipend.", (8_500, 8_500, "USD", "month")),
        ("Fellowship stipend of $70,000 a year", (70_000, 70_000, "USD", "year")),
        ("Pay: $31.00/hour + $2.00/hour lead differential", (31, 31, "USD", "hour")),
        ("Sales Manager: $90,000 - $110,000", (90_000, 110_000, "USD", "year")),
        ("£45,000 - £55,000 + £3,000 car allowance + 10% bonus", (45_000, 55_000, "GBP", "year")),
        ("Pay is $180k - $220k, and equity of 0.5% - 1.0%", (180_000, 220_000, "USD", "year")),
        ("Base pay ranges from $129,300/year in our lowest geographic market up to $223,600/year in our "
         "highest geographic market.", (129_300, 223_600, "USD", "year")),
        ("80 000 - 120 000 Kč", (80_000, 120_000, "CZK", "month")),
        ("Toronto: $120,000 - $150,000", (120_000, 150_000, "CAD", "year")),
        ("Een salaris tussen €3.500,- en €5.000,- bruto per maand", (3_500, 5_000, "EUR", "month")),
        # HTML left in
        ("<p>Salary</p><span>$144,000</span><span>&mdash;</span><span>$180,000 USD</span>",
         (144_000, 180_000, "USD", "year")),
    ],
)  # fmt: skip
def test_one_range(text: str, expected: Plain) -> None:
    assert _plain(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "We raised $400M in a Series D at a $4 billion valuation.",
        "We crossed $100,000,000 in ARR and serve 20,000 customers.",
        "We manage $50 billion in assets and process $2,500,000 a day in payments.",
        "An annual learning budget of $2,000 and a $1,000 home office stipend.",
        "401(k) match up to $10,000, and a 401k plan.",
        "A sign-on bonus of $20,000 and a $5,000 referral bonus.",
        "Sign-on bonus: $10,000 - $20,000",
        "Monthly wellness stipend of $150.",
        "$500 home office setup",
        "Relocation assistance of up to $15,000.",
        "You close deals of $50,000 - $500,000 a year.",
        "You own a quota of $1,200,000 per year.",
        "Manage project budgets of $100,000 to $500,000.",
        "Equity grant of $200,000 over four years.",
        "We match up to $2000 for financial donations.",
        "An additional $20,000 annually once briefed into a programme.",
        "A training budget of 10.000 EUR and 10 training days.",
        "5-10 years of experience, 24/7 on call, ISO 27001, 2026-08-01, +1 (415) 555-0100.",
        "Work 40 hours per week; 3 times a year we meet.",
        "Trusted by over 550,000 customers in 30 countries.",
        "Funding for compute (~$15k/month) and other research expenses",
        "Life insurance coverage of $50,000.",
        "The legal minimum wage is set by law. Bounties of $5,000 - $20,000 were paid by customers.",
        "A book of business of $2,000,000 - $5,000,000 annually.",
        "Average contract size: $40,000-$60,000",
        "Managed ad spend of $50k-$100k per month.",
        "Our customers save $1,000 - $5,000 per month.",
        "Employees get $1,000/year toward learning and $75 per month for phone.",
        "Training: $2,000/year",
        "Applicants must not require $100,000+ in visa sponsorship.",
        "Salary: -$50,000 to NaN",
        "Salary: $0 - $0",
        "",
    ],
)
def test_money_that_is_not_the_jobs_pay(text: str) -> None:
    assert read_pay(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The range is between $150,000 and $180,000 in Zone A, $130,000 and $160,000 in Zone B.",
         [(150_000, 180_000, "Zone A"), (130_000, 160_000, "Zone B")]),
        ("Zone 1 Pay Range\n\n$150,000—$180,000 USD\n\nZone 2 Pay Range\n\n$130,000—$160,000 USD",
         [(150_000, 180_000, "Zone 1"), (130_000, 160_000, "Zone 2")]),
        ("Pay Range:\nLevel 1: $85,000 - $115,000\nLevel 2: $105,000 - $135,000",
         [(85_000, 115_000, "Level 1"), (105_000, 135_000, "Level 2")]),
        ("Our pay is $138,000-156,000 in Denver, and $168,000–189,000 in the San Francisco Bay Area.",
         [(138_000, 156_000, "Denver"), (168_000, 189_000, "San Francisco Bay Area")]),
        ("For Colorado based hires: Estimated annual salary of $170,000 - $212,000.",
         [(170_000, 212_000, "Colorado")]),
        ("The base salary range in the locations of Austin, Chicago is:\n\n$150,000—$180,000 USD",
         [(150_000, 180_000, "Austin, Chicago")]),
        ("Texas Base Pay Range\n\n$150,000—$180,000 USD", [(150_000, 180_000, "Texas")]),
        ("The US base salary range for this full-time position is $150,000 to $180,000 + equity.",
         [(150_000, 180_000, "US")]),
        ("Salary by zone\nZone A | $150,000 | $180,000\nZone B | $130,000 | $160,000",
         [(150_000, 180_000, "Zone A"), (130_000, 160_000, "Zone B")]),
        ("Salary: $150,000 - $180,000 (New York), $130,000 - $160,000 (Texas)",
         [(150_000, 180_000, "New York"), (130_000, 160_000, "Texas")]),
        ("San Francisco, CA: $180,000 – $220,000; New York, NY: $175,000 – $215,000",
         [(180_000, 220_000, "San Francisco, CA"), (175_000, 215_000, "New York, NY")]),
        ("Mid-level: $120k-$150k\nSenior: $150k-$185k",
         [(120_000, 150_000, "Mid-level"), (150_000, 185_000, "Senior")]),
        ("Salary\n€55K – €85K • Offers Equity\nSenior (T5) • €72K – €85K • Offers Equity",
         [(55_000, 85_000, ""), (72_000, 85_000, "Senior (T5)")]),
        ("Pay:\nZone 1: Boston, Seattle - $136,000 - $187,000",
         [(136_000, 187_000, "Zone 1: Boston, Seattle")]),
        ("NYC Salary Range $165,000-$190,000\nSF Salary Range $175,000-$200,000",
         [(165_000, 190_000, "NYC"), (175_000, 200_000, "SF")]),
        ("In Colorado, the range is $110,000 to $130,000; in California, $120,000 to $150,000.",
         [(110_000, 130_000, "Colorado"), (120_000, 150_000, "California")]),
        ("Base salary range\n$150,000 - $180,000", [(150_000, 180_000, "")]),
    ],
)  # fmt: skip
def test_zones(text: str, expected: list[tuple[float, float, str]]) -> None:
    assert [(pay.low, pay.high, pay.zone) for pay in read_pay(text)] == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Base salary: $100,000 - $120,000. OTE: $200,000 - $240,000.", ["base", "ote"]),
        ("On-target earnings (OTE) for this role are $200,000 - $240,000.", ["ote"]),
        ("Estimated annual salary of $231,000-$275,000 OTE, Base + Commissions", ["ote"]),
        ("On-Target Earnings range (Base Salary + Variable) for this role:\n\n€105.100—€166.200", ["ote"]),
        ("Base Salary: $150K-$170K OTE: $300K-$340K", ["base", "ote"]),
        ("Geographic zones (OTE)\n\nZone 1: Texas\n\n$150,000—$180,000\n\nZone 2: Ohio\n\n"
         "$130,000—$160,000", ["ote", "ote"]),
        ("Total compensation of $300,000 - $400,000", ["total"]),
        ("The total cash compensation range is $180,000 to $220,000.", ["total"]),
        ("The total compensation package includes a base salary of $150,000 - $180,000.", ["base"]),
        ("$150k base / $300k OTE", ["base", "ote"]),
        ("Total on-target earnings: $250K-$300K (base salary of $125K-$150K)", ["ote", "base"]),
        # A sentence about other roles says nothing of this one.
        ("For sales roles, the range is the role's On Target Earnings (OTE).\n\nAnnual Salary:\n\n"
         "$300,000—$405,000 USD", ["base"]),
    ],
)  # fmt: skip
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [pay.kind for pay in read_pay(text)] == kinds


def test_pay_beside_benefits_is_told_apart() -> None:
    text = (
        "Backed by $50M in funding.\n\nCompensation\n\n$150,000 - $180,000 plus a $10,000 sign-on bonus, "
        "and a $2,000 learning stipend.\n\nBenefits\n\n$500 home office setup\n\n401k match of $5,000"
    )
    assert _plain(text) == [(150_000, 180_000, "USD", "year")]


def test_a_range_said_twice_is_given_once() -> None:
    text = "Salary: $150,000 - $180,000.\n\nAbout us\n\nThe base salary range in Texas is $150k-$180k a year."
    assert read_pay(text) == (Range(150_000, 180_000, "USD", "year", "Texas", "base"),)


def test_one_sum_in_three_currencies_shares_its_period() -> None:
    assert _plain("A base stipend of 3,850 USD / 2,310 GBP / 4,300 CAD per week.") == [
        (3_850, 3_850, "USD", "week"),
        (2_310, 2_310, "GBP", "week"),
        (4_300, 4_300, "CAD", "week"),
    ]


def test_a_size_between_hour_and_year_leaves_the_period_open() -> None:
    assert _plain("Compensation: $4,000 - $5,000") == [(4_000, 5_000, "USD", "")]


def _labels() -> list[dict[str, Any]]:
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def test_labels_are_of_220_postings_and_hold_no_text() -> None:
    labels = _labels()
    assert len({label["job_key"] for label in labels}) == 220
    assert {frozenset(label) for label in labels} == {frozenset({"job_key", "pay"})}


@pytest.mark.skipif(not DESCRIPTIONS.is_file(), reason="the shared postings are not on this machine")
def test_real_postings_are_read_as_labelled() -> None:
    rows = map(json.loads, DESCRIPTIONS.read_text(encoding="utf-8").strip().split("\n"))
    texts = {row["job_key"]: row["description"] or "" for row in rows}
    right = wrong = missed = 0
    for label in _labels():
        read = Counter(_plain(texts[label["job_key"]]))
        meant = Counter((pay["low"], pay["high"], pay["currency"], pay["period"]) for pay in label["pay"])
        right += (read & meant).total()
        wrong += (read - meant).total()
        missed += (meant - read).total()
    assert 2 * right / (2 * right + wrong + missed) >= 0.98


@pytest.mark.parametrize(
    "piece",
    [
        "1 ", "1,", "1.", "9", "$", "$1 ", "$1-", "$1,000 - ", "$1,000 (", "CAD ", "<p", "</p>", "&amp;",
        "Zone A: $100,000 - $120,000\n", "$100,000 in A B C D ", "for New York based ", "salary ", "\n", " ",
        "• ", "A, ",
    ],
)  # fmt: skip
def test_a_hostile_text_of_five_megabytes_is_read_in_no_time(piece: str) -> None:
    text = piece * (5_000_000 // len(piece))
    started = time.process_time()
    read_pay(text)
    assert time.process_time() - started < 2.0


def test_a_posting_in_300_places_gives_every_range() -> None:
    text = "Base salary\n" + "\n".join(f"Zone {n}: ${100 + n},000 - ${150 + n},000" for n in range(300))
    found = read_pay(text)
    assert len(found) == 300
    assert found[17] == Range(117_000, 167_000, "USD", "year", "Zone 17", "base")


def test_pay_at_the_end_of_a_huge_text_is_found() -> None:
    assert _plain("words " * 900_000 + "\nSalary: $150,000 - $180,000") == [(150_000, 180_000, "USD", "year")]


@given(st.text(alphabet="$€£1230.,k-–to \n:()/A%&;<>", max_size=200))
def test_nothing_raises_and_figures_are_positive(text: str) -> None:
    for pay in read_pay(f"Salary {text}"):
        assert all(end is None or 0 <= end < math.inf for end in (pay.low, pay.high))


def test_files_give_a_line_a_posting(tmp_path: Path) -> None:
    single = tmp_path / "job-7.txt"
    single.write_text("Salary up to $150,000.50", encoding="utf-8")
    many = tmp_path / "crawl.jsonl"
    told = [
        {"job_key": "k", "description": "Pay: $20 - $25 an hour"},
        {"id": 9, "text": "no pay"},
        {"text": "-"},
    ]
    many.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    hourly = {"low": 20, "high": 25, "currency": "USD", "period": "hour", "zone": "", "kind": "base"}
    upto = {"low": None, "high": 150_000.5, "currency": "USD", "period": "year", "zone": "", "kind": "base"}
    assert list(pay_lines([single, many])) == [
        {"id": "job-7", "pay": [upto]},
        {"id": "k", "pay": [hourly]},
        {"id": "9", "pay": []},
        {"id": "3", "pay": []},
    ]


def test_bad_files_give_an_error_in_their_place(tmp_path: Path) -> None:
    huge, broken, binary = tmp_path / "huge.txt", tmp_path / "broken.jsonl", tmp_path / "binary.txt"
    huge.write_bytes(b" " * (LARGEST + 1))
    broken.write_text(
        '{"job_key": \n[1]\n{"id": "x"}\n{"id": "y", "text": 5}\n' + "[" * 200_000, encoding="utf-8"
    )
    binary.write_bytes(b"\xff\xfe\x00Salary: $100,000 - $120,000")
    lines = list(pay_lines([huge, tmp_path / "absent.txt", tmp_path, broken, binary]))
    assert [line["id"] for line in lines] == [
        "huge",
        "absent",
        tmp_path.name,
        "1",
        "2",
        "x",
        "y",
        "5",
        "binary",
    ]
    assert ["error" in line for line in lines] == [True] * 8 + [False]
    assert lines[-1]["pay"][0]["low"] == 100_000
