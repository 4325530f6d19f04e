"""Employers as people name them in a line of chat: institutions, shops, odd names, agencies."""

from __future__ import annotations

import time

import pytest

from bot.offers.reader import read
from bot.understand.employers import employer


@pytest.mark.parametrize(
    ("said", "title", "company", "location"),
    [
        (
            "high school science teacher, Aurora Public Schools, Aurora CO, $62,000, step 4 lane MA",
            "high school science teacher",
            "Aurora Public Schools",
            "Aurora CO",
        ),
        (
            "GS-13 policy analyst with the Department of Commerce, Washington DC. $117,962 a year",
            "policy analyst",
            "Department of Commerce",
            "Washington DC",
        ),
        ("Attorney with the Department of Justice, DC, $120,579", "Attorney", "Department of Justice", "DC"),
        (
            "Assistant professor, University of Oregon, Eugene, 9-month salary $92,000",
            "Assistant professor",
            "University of Oregon",
            "Eugene",
        ),
        ("city of Austin, senior planner, $84,000", "senior planner", "City of Austin", "Austin"),
        (
            "Bookseller at Fern & Fable bookstore, Leeds. £12.50 an hour",
            "Bookseller",
            "Fern & Fable",
            "Leeds",
        ),
        ("barista at Moss & Mug cafe, Portland, $17/hr plus tips", None, "Moss & Mug", "Portland"),
        ("line cook, The Salty Pig, Boston, $21/hr", None, "Salty Pig", "Boston"),
        (
            "Dental hygienist, Maplewood Dental, Toronto, C$48/hr",
            "Dental hygienist",
            "Maplewood Dental",
            "Toronto",
        ),
        ("RN, St. Mary's Hospital, Tucson, $41/hr nights", None, "St. Mary's Hospital", "Tucson"),
        ("Store manager, Trader Bo's, Fresno, $68k", "Store manager", "Trader Bo's", "Fresno"),
        (
            "accountant at Smith, Jones & Partners, Manchester NH, 78k",
            "accountant",
            "Smith, Jones & Partners",
            None,
        ),
        ("graphic designer, Ink + Oak, Nashville, $62k", None, "Ink + Oak", "Nashville"),
        ("Software engineer at 3Box, remote, $150k base", "Software engineer", "3Box", "remote"),
        ("Designer at studio nine, Berlin, 62.000 €", "Designer", "studio nine", "Berlin"),
        ("Product Manager, Tidewell. Boston. Base 165,000", "Product Manager", "Tidewell", "Boston"),
        (
            "5th grade teacher at Denver Public Schools, $58k",
            "5th grade teacher",
            "Denver Public Schools",
            None,
        ),
    ],
)
def test_an_employer_is_named_whole(said: str, title: str | None, company: str, location: str | None) -> None:
    (offer,) = read(said).offers
    assert offer.company is not None
    assert offer.company.removeprefix("The ") == company
    assert title is None or offer.title == title
    assert location is None or offer.location == location


@pytest.mark.parametrize(
    "said",
    [
        "Engineering Manager, Payments, Seattle. Base 235k",
        "Senior Engineer, Data Platform, Remote, 210k base",
        "Marketing manager, Boston, 110k base",
        "they offered me 95k base as a nurse manager, Denver",
    ],
)
def test_a_team_or_a_city_is_no_employer(said: str) -> None:
    assert [offer.company for offer in read(said).offers] == [None]


@pytest.mark.parametrize(
    ("said", "company"),
    [
        ("UX researcher at Meta via Northpeak Staffing, 6 months, $72/hr W2", "Meta via Northpeak Staffing"),
        (
            "data engineer at Google through Apex Systems, $85/hr, 12 months",
            "Google via Apex Systems",
        ),
        (
            "Northpeak Staffing is placing me at Meta as UX researcher, $72/hr",
            "Meta via Northpeak Staffing",
        ),
        ("data engineer contract at Meta, hired through Kforce, $80/hr, Austin", "Meta via Kforce"),
        ("Software Engineer at Stripe via referral, Seattle, 190k", "Stripe"),
        ("Software Engineer at Stripe via LinkedIn, Seattle, 190k", "Stripe"),
        ("Senior Product Manager at Notion through my recruiter, NYC, 185k", "Notion"),
    ],
)
def test_a_client_is_named_with_its_agency(said: str, company: str) -> None:
    assert [offer.company for offer in read(said).offers] == [company]


def test_what_an_agency_pays_is_not_what_its_client_pays() -> None:
    assert employer("Meta") is not None
    assert employer("Meta via Northpeak Staffing") is None


def test_two_offers_keep_their_companies() -> None:
    said = "Two offers: Stripe senior software engineer Seattle 215k base; Snowflake staff engineer 225k base"
    assert [offer.company for offer in read(said).offers] == ["Stripe", "Snowflake"]


@pytest.mark.parametrize("piece", ["A", "St. ", "A & ", ", A", "a ", "1", "City of ", "A via B "])
def test_any_short_text_is_read_at_once(piece: str) -> None:
    text = f"cook at Acme, {piece * 120}"[:499] + " 95k"
    begun = time.perf_counter()
    read(text)
    assert time.perf_counter() - begun < 1.0
