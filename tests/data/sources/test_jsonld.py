"""schema.org JobPosting in pages, as employers write it and as they break it."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.posting import Posting, Range
from data.sources import jsonld
from data.sources.reading import NOT_A_NUMBER, ODD_PERIOD, Read

from .payloads import SEEN, job_posting, page

URL = "https://careers.example.com/jobs/7?x=1"


def read(*blocks: Any) -> Read:
    return jsonld.read(page(*blocks), URL, SEEN)


def only(*blocks: Any) -> Posting:
    found = read(*blocks)
    assert found.dropped == []
    (posting,) = found.postings
    return posting


def pay(salary: Any, **told: Any) -> tuple[Range, ...]:
    return only(job_posting(baseSalary=salary, **told)).pay


def test_a_posting_of_a_page() -> None:
    posting = only(job_posting())
    assert posting.id.startswith("jsonld:careers.example.com:N-7-")
    assert posting == Posting(
        id=posting.id,
        source="jsonld",
        employer="Acme Health",
        title="Nurse",
        locations=("Boise, ID, US",),
        employment_type="FULL_TIME, PART_TIME",
        published="2026-07-01",
        first_seen=SEEN,
        last_seen=SEEN,
        url=URL,
        description="Care & nights",
    )


@pytest.mark.parametrize(
    "block",
    [
        [job_posting()],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, job_posting()]},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": job_posting()}]},
        {"@type": "WebPage", "mainEntity": job_posting()},
        job_posting(**{"@type": ["JobPosting", "Thing"]}),
        job_posting(**{"@type": "http://schema.org/JobPosting"}),
    ],
)
def test_a_posting_is_found_wherever_it_stands(block: Any) -> None:
    assert only(block).title == "Nurse"


def test_a_page_of_several_postings() -> None:
    second = job_posting(title="Doctor", identifier="D-1")
    found = read([job_posting()], {"@type": "Organization"}, second)
    assert [each.title for each in found.postings] == ["Nurse", "Doctor"]


@pytest.mark.parametrize(
    ("salary", "expected"),
    [
        (
            {"currency": "USD", "value": {"minValue": 100_000, "maxValue": 120_000, "unitText": "YEAR"}},
            Range(100_000, 120_000, "USD", "year"),
        ),
        (
            {"currency": "USD", "value": {"@type": "QuantitativeValue", "value": 41.5, "unitText": "HOUR"}},
            Range(41.5, 41.5, "USD", "hour"),
        ),
        (
            {"currency": "EUR", "unitText": "Monthly", "value": {"minValue": "4.000", "maxValue": "5.000"}},
            Range(4_000, 5_000, "EUR", "month"),
        ),
        (
            {"currency": "GBP", "value": "45000", "unitText": "per annum"},
            Range(45_000, 45_000, "GBP", "year"),
        ),
        ({"currency": "USD", "minValue": 10, "maxValue": 12}, Range(10, 12, "USD", "")),
        (
            {"@type": "PriceSpecification", "minPrice": 1, "maxPrice": 2, "priceCurrency": "USD"},
            Range(1, 2, "USD", ""),
        ),
        ({"currency": "USD", "value": {"minValue": 90_000}}, Range(90_000, None, "USD", "")),
        (120_000, Range(120_000, 120_000, "", "")),
        ("£40,000 - £50,000 per annum", Range(40_000, 50_000, "GBP", "year")),
        ({"currency": "USD", "value": "$20 - $25 per hour"}, Range(20, 25, "USD", "hour")),
        (
            {"currency": "USD", "value": {"minValue": -5, "maxValue": 2_000_000}},
            Range(-5, 2_000_000, "USD", ""),
        ),
    ],
)
def test_pay_in_every_form(salary: Any, expected: Range) -> None:
    assert pay(salary) == (expected,)


def test_the_currency_may_stand_beside_the_salary() -> None:
    assert pay(50_000, salaryCurrency="CAD") == (Range(50_000, 50_000, "CAD", ""),)


def test_several_amounts_are_kept_apart() -> None:
    amounts = [{"currency": "USD", "value": {"minValue": low, "maxValue": low + 1}} for low in (1, 5, 1)]
    assert [each.low for each in pay(amounts)] == [1, 5]


@pytest.mark.parametrize("salary", [None, {}, [], {"currency": "USD"}, {"value": {}}])
def test_no_pay_is_no_pay(salary: Any) -> None:
    assert pay(salary) == ()


def test_pay_in_words_without_an_amount_stays_in_the_description() -> None:
    posting = only(job_posting(baseSalary="Grade 7, by agreement"))
    assert (posting.pay, posting.description) == ((), "Care & nights\n\nGrade 7, by agreement")


def test_a_guess_of_the_site_is_not_pay() -> None:
    assert only(job_posting(estimatedSalary={"currency": "USD", "value": 1})).pay == ()


@pytest.mark.parametrize(
    ("salary", "reason"),
    [
        ({"currency": "USD", "value": {"value": 5, "unitText": "FORTNIGHT"}}, ODD_PERIOD),
        ({"currency": "USD", "value": {"minValue": "lots", "maxValue": "more"}}, NOT_A_NUMBER),
    ],
)
def test_pay_that_cannot_be_kept_is_said(salary: Any, reason: str) -> None:
    found = read(job_posting(baseSalary=salary))
    assert found.postings[0].pay == ()
    assert [each.reason for each in found.dropped] == [reason]


def test_not_a_number_in_the_page_itself() -> None:
    block = json.dumps(job_posting(baseSalary={"value": {"minValue": float("nan"), "maxValue": 9}}))
    found = read(f'<script type="application/ld+json">{block}</script>')
    assert found.postings[0].pay == (Range(None, 9),)
    assert [each.reason for each in found.dropped] == [NOT_A_NUMBER]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (
            [{"address": {"addressLocality": "Rome"}}, {"address": {"addressLocality": "Oslo"}}],
            ("Rome", "Oslo"),
        ),
        ({"address": "12 Main St, Boise, ID"}, ("12 Main St, Boise, ID",)),
        ({"name": "Berlin office"}, ("Berlin office",)),
        ("Lisbon, Portugal", ("Lisbon, Portugal",)),
        ({"address": {"addressLocality": "Singapore", "addressCountry": "Singapore"}}, ("Singapore",)),
        ({"address": [{"addressLocality": "Rome"}]}, ("Rome",)),
        (None, ()),
    ],
)
def test_places(place: Any, expected: tuple[str, ...]) -> None:
    posting = only(job_posting(jobLocation=place))
    assert (posting.locations, posting.remote) == (expected, None)


def test_remote_says_from_where() -> None:
    posting = only(
        job_posting(
            jobLocation=None,
            jobLocationType="TELECOMMUTE",
            applicantLocationRequirements=[
                {"@type": "Country", "name": "USA"},
                {"@type": "State", "name": "Ohio"},
            ],
        )
    )
    assert (posting.remote, posting.locations) == (True, ("Remote - USA", "Remote - Ohio"))


def test_skills() -> None:
    assert only(job_posting(skills="Python, SQL;  Python")).skills == ("Python", "SQL")
    assert only(job_posting(skills=["Go", {"@type": "DefinedTerm", "name": "Rust"}])).skills == ("Go", "Rust")
    assert only(job_posting()).skills is None


def test_a_posting_past_its_day_is_left_out() -> None:
    found = read(job_posting(validThrough="2026-07-31T23:59"))
    assert (found.postings, [each.reason for each in found.dropped]) == ([], [jsonld.EXPIRED])
    assert only(job_posting(validThrough=SEEN)).title == "Nurse"


def test_without_a_number_the_same_page_gives_the_same_id() -> None:
    one, two = (only(job_posting(identifier=None)) for _ in range(2))
    assert one.id == two.id
    assert one.id != only(job_posting(identifier=None, title="Doctor")).id


@pytest.mark.parametrize("other", [{"title": "Porter"}, {"url": "https://careers.example.com/jobs/8"}])
def test_a_number_that_is_the_employers_own_does_not_make_one_job_of_two(other: dict[str, Any]) -> None:
    numbered = {"identifier": {"@type": "PropertyValue", "name": "Acme Health", "value": "EMP1"}}
    one, two = only(job_posting(**numbered)), only(job_posting(**numbered, **other))
    assert one.id != two.id
    assert one.id == only(job_posting(**numbered)).id


def test_postings_beyond_what_a_page_can_hold_are_counted() -> None:
    many = [{"@type": "JobPosting", "title": f"Nurse {number}"} for number in range(5_003)]
    found = read(many)
    assert len(found.postings) == 5_000
    assert [each.reason for each in found.dropped] == [jsonld.BEYOND] * 3


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ('{"@type": "JobPosting", "title": "Nurse",}', True),
        ('{"@type": "JobPosting", "title": "Nurse"', True),
        ('/*<![CDATA[*/ {"@type": "JobPosting", "title": "Nurse"} /*]]>*/', True),
        ('{"@type": "JobPosting", "title": "Nurse"};', True),
        ('{"@type": "JobPosting", "title": "Nurse", "description": "one\ntwo"}', False),
        ("{&quot;@type&quot;: &quot;JobPosting&quot;, &quot;title&quot;: &quot;Nurse&quot;}", False),
    ],
)
def test_broken_json_is_mended(broken: str, mended: bool) -> None:
    found = read(f"<SCRIPT type='application/ld+json' id=x>{broken}</SCRIPT >")
    assert [each.title for each in found.postings] == ["Nurse"]
    assert [each.reason for each in found.dropped] == [jsonld.MENDED] * mended


@pytest.mark.parametrize(
    "block",
    [
        "",
        "null",
        "JobPosting",
        "{" * 3000 + "JobPosting",
        "[" * 100_000 + '"JobPosting"',
        "7",
        '"JobPosting"',
    ],
)
def test_what_cannot_be_mended_is_dropped_with_a_reason(block: str) -> None:
    found = read(f'<script type="application/ld+json">{block}</script>')
    assert found.postings == []
    assert found.dropped[-1].reason == jsonld.NONE_HERE


@pytest.mark.parametrize("payload", ["", "<p>Hello</p>", None, {}, "<script type='application/ld+json'>{}"])
def test_a_page_without_a_posting(payload: Any) -> None:
    found = jsonld.read(payload, URL, SEEN)
    assert (found.postings, [each.reason for each in found.dropped]) == ([], [jsonld.NONE_HERE])


@pytest.mark.parametrize(
    "hostile",
    [
        "<script" * 150_000,
        "<script " + "a" * 1_000_000,
        "<script type=ld+json>" * 50_000,
        "<script type=ld+json>" + "</scrip" * 150_000,
        '<script type="application/ld+json">{"@type":"JobPosting"' + "{" * 1_000_000,
    ],
)
def test_hostile_pages_take_linear_time(hostile: str) -> None:
    began = time.process_time()
    assert jsonld.read(hostile, URL, SEEN).postings == []
    assert time.process_time() - began < 2


_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
_ANY = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["value", "minValue", "currency", "unitText", "name", "address", "@type"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([*job_posting(), "baseSalary", "skills", "validThrough"]), _ANY))
def test_no_posting_raises(told: dict[str, Any]) -> None:
    read(job_posting() | told | {"@type": "JobPosting"})
