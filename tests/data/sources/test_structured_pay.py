"""Pay that boards give as fields: cents and units, kinds, zones, periods, and what is no pay."""

from __future__ import annotations

from typing import Any

import pytest

from data.posting import Range
from data.sources import pay_labels
from data.sources.boards import COLLECTORS
from data.sources.pay_labels import Label
from data.sources.reading import NOT_A_NUMBER, NOT_PAY, ODD_PERIOD, number

from . import payloads
from .payloads import SEEN, part, tier, zone


def read(collector: str, payload: Any) -> tuple[tuple[Range, ...], list[str]]:
    found = COLLECTORS[collector].read(payload, "acme", SEEN)
    return found.postings[0].pay, [each.reason for each in found.dropped]


def green(*ranges: Any) -> tuple[tuple[Range, ...], list[str]]:
    return read("greenhouse", payloads.greenhouse(pay_input_ranges=list(ranges)))


def test_greenhouse_counts_cents_and_names_zones() -> None:
    pay, dropped = green(
        zone(16_600_000, 19_500_000, "Zone 1 (metros)"), zone(14_700_050, None, "Zone 2:", currency="CAD")
    )
    assert pay == (
        Range(166_000, 195_000, "USD", "", "Zone 1 (metros)"),
        Range(147_000.5, None, "CAD", "", "Zone 2"),
    )
    assert dropped == []


@pytest.mark.parametrize(
    ("title", "blurb", "expected"),
    [
        ("Annual Salary:", "", ("year", "base", "")),
        ("Hourly Rate", "", ("hour", "base", "")),
        ("US National Pay Range", "", ("", "base", "US National Pay Range")),
        ("On-Target Earnings (base and commission)", "", ("", "ote", "")),
        ("OTE - New York", "", ("", "ote", "OTE - New York")),
        ("Base salary (plus bonus)", "", ("", "base", "")),
        ("Zone A (plus equity)", "", ("", "base", "Zone A (plus equity)")),
        ("Total Compensation", "", ("", "total", "")),
        ("", "<p>The annual base salary for this role, plus an annual bonus.</p>", ("year", "base", "")),
        ("", "Our on-target earnings are half base and half commission.", ("", "ote", "")),
        ("", "We offer an annual bonus and total rewards.", ("", "base", "")),
        ("Salary Range", "Paid at an hourly rate.", ("hour", "base", "")),
    ],
)
def test_greenhouse_titles_say_period_kind_and_zone(
    title: str, blurb: str, expected: tuple[str, str, str]
) -> None:
    ((one,), dropped) = green(zone(5_000, 9_000, title, blurb))
    assert (one.period, one.kind, one.zone) == expected
    assert dropped == []


@pytest.mark.parametrize(
    ("title", "reason"),
    [("Target bonus", NOT_PAY), ("Equity", NOT_PAY), ("Sign-on", NOT_PAY), ("Bi-weekly pay", ODD_PERIOD)],
)
def test_what_is_no_pay_is_left_out(title: str, reason: str) -> None:
    assert green(zone(100, 200, title)) == ((), [reason])


def test_greenhouse_reads_pay_from_an_employers_own_field() -> None:
    amounts = {"unit": "USD", "min_value": "100000.0", "max_value": "150000.0"}
    metadata = [
        {"name": "Annual Base Salary", "value_type": "currency_range", "value": amounts},
        {"name": "Hiring budget", "value_type": "currency_range", "value": amounts},
        {"name": "Salary notes", "value_type": "short_text", "value": "150000"},
    ]
    pay, _ = read("greenhouse", payloads.greenhouse(metadata=metadata))
    assert pay == (Range(100_000, 150_000, "USD", "year"),)


def test_a_blurb_stays_readable() -> None:
    blurb = "<p>OTE is <b>$300,000</b>.</p>"
    payload = payloads.greenhouse(
        content="&lt;p&gt;Sell.&lt;/p&gt;", pay_input_ranges=[zone(1, 2, "", blurb)]
    )
    (posting,) = COLLECTORS["greenhouse"].read(payload, "acme", SEEN).postings
    assert posting.description == "Sell.\n\nOTE is $300,000."


@pytest.mark.parametrize(
    ("interval", "period"),
    [
        ("per-year-salary", "year"),
        ("per year", "year"),
        ("per-hour-wage", "hour"),
        ("per-month-salary", "month"),
        ("per-week-salary", "week"),
        ("per-day-wage", "day"),
        ("", ""),
        (None, ""),
    ],
)
def test_lever_intervals(interval: Any, period: str) -> None:
    salary = {"min": 50, "max": 60, "currency": "usd", "interval": interval}
    assert read("lever", payloads.lever(salaryRange=salary)) == ((Range(50, 60, "USD", period),), [])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "interval", ["one-time", "bi-week-salary", "semi-month-salary", "per-fortnight", "moon"]
)
def test_an_interval_no_range_can_have_is_left_out(interval: str) -> None:
    salary = {"min": 50, "max": 60, "currency": "USD", "interval": interval}
    assert read("lever", payloads.lever(salaryRange=salary)) == ((), [ODD_PERIOD])


def test_lever_on_target_pay_is_told_by_its_description() -> None:
    salary = {"min": 140_000, "max": 170_000, "currency": "USD", "interval": "per-year-salary"}
    pay, _ = read("lever", payloads.lever(salaryRange=salary, salaryDescriptionPlain="This is the OTE."))
    assert pay[0].kind == "ote"


def test_ashby_takes_salaries_of_every_tier_and_nothing_else() -> None:
    payload = payloads.ashby(
        tier(part(0.1, 0.2, "EquityPercentage", "NONE", None), part(210_000, 260_000), title="Zone A"),
        tier(
            part(180_000, None),
            part(9, 10, "Bonus"),
            part(9, 10, "Commission"),
            part(9, 10, "EquityCashValue"),
            summary="EU tier",
        ),
        tier(part(12_000, 15_000, interval="1 MONTH"), summary="$12K – $15K"),
    )
    assert read("ashby", payload) == (
        (
            Range(210_000, 260_000, "USD", "year", "Zone A"),
            Range(180_000, None, "USD", "year", "EU tier"),
            Range(12_000, 15_000, "USD", "month"),
        ),
        [],
    )


def test_ashby_tells_on_target_pay_by_the_tiers_title() -> None:
    pay, _ = read("ashby", payloads.ashby(tier(part(1, 2), title="OTE")))
    assert pay == (Range(1, 2, "USD", "year", "", "ote"),)


def test_ashby_falls_back_on_the_summary_without_tiers() -> None:
    compensation = {"compensationTiers": [], "summaryComponents": [part(1, 2), part(3, 4, "Bonus")]}
    assert read("ashby", payloads.ashby(compensation=compensation))[0] == (Range(1, 2, "USD", "year"),)


@pytest.mark.parametrize(
    ("interval", "dropped"), [("NONE", []), ("1 TIME", [ODD_PERIOD]), ("2 WEEK", [ODD_PERIOD])]
)
def test_ashby_intervals(interval: str, dropped: list[str]) -> None:
    pay, reasons = read("ashby", payloads.ashby(tier(part(1, 2, interval=interval))))
    assert reasons == dropped
    assert len(pay) == 1 - len(dropped)


def test_ashby_components_without_amounts_are_no_pay() -> None:
    assert read("ashby", payloads.ashby(tier(part(None, None)))) == ((), [])


def test_recruitee_and_smartrecruiters() -> None:
    assert read("recruitee", payloads.recruitee())[0] == (Range(60_000, 75_000, "EUR", "year"),)
    compensation = {"min": 20, "max": 30, "currency": "USD", "period": "HOURLY"}
    assert read("smartrecruiters", payloads.smartrecruiters(compensation=compensation))[0] == (
        Range(20, 30, "USD", "hour"),
    )


@pytest.mark.parametrize("amount", [float("nan"), float("inf"), "competitive", True, [1], 10**400])
def test_an_amount_that_is_no_number_is_left_out_with_a_reason(amount: Any) -> None:
    salary = {"min": amount, "max": 90_000, "currency": "EUR", "period": "year"}
    pay, dropped = read("recruitee", payloads.recruitee(salary=salary))
    assert pay == (Range(None, 90_000, "EUR", "year"),)
    assert dropped == [NOT_A_NUMBER]


@pytest.mark.parametrize(("low", "high"), [(-5, 100_000), (198_000, 2_000_000), (0, 0), (90_000, 10), (5, 5)])
def test_odd_amounts_are_handed_on_as_posted(low: float, high: float) -> None:
    salary = {"min": low, "max": high, "currency": "EUR", "period": "year"}
    assert read("recruitee", payloads.recruitee(salary=salary)) == ((Range(low, high, "EUR", "year"),), [])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("75000", 75_000),
        ("75,000", 75_000),
        ("75 000", 75_000),
        ("75.000", 75_000),
        ("75000.50", 75_000.5),
        ("1.250.000", 1_250_000),
        ("$75,000.00", 75_000),
        ("75k", 75_000),
        ("-75000", -75_000),
        ("12,5", None),
        ("10 to 20", None),
        ("", None),
        ("nan", None),
    ],
)
def test_numbers_in_words(written: str, meant: float | None) -> None:
    assert number(written) == meant


@pytest.mark.parametrize("currency", ["$", "", None, 7, "dollars", ["USD"]])
def test_what_is_no_currency_code_is_none(currency: Any) -> None:
    salary = {"min": 1, "max": 2, "currency": currency, "period": "year"}
    assert read("recruitee", payloads.recruitee(salary=salary))[0] == (Range(1, 2, "", "year"),)


def test_labels_of_hostile_length_are_read_in_time() -> None:
    words = "zone " * 100_000
    assert pay_labels.title(words).zone
    assert pay_labels.prose(words) == Label()
    assert pay_labels.interval(words) is None
