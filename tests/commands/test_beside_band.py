"""A job's pay said beside the band it was posted with: an offer, and where in the band it lies."""

from __future__ import annotations

import pytest

from bot.commands.beside_band import read_beside_band
from tests.conftest import Say

COUNTY = (
    "county job. policy analyst II, King County WA, step 3 of pay range 10: $92,400/yr. band posted 88,000 -"
    " 118,000. pension and 11 holidays"
)


def test_a_county_job_is_an_offer_with_its_band(say: Say) -> None:
    reply = say(COUNTY)
    offer = reply.facts.offer
    assert (offer.base_amount, offer.posted_low, offer.posted_high) == (92_400, 88_000, 118_000)
    assert (offer.title, offer.company) == ("policy analyst II", "King County")
    assert "The band they posted: $88,000 to $118,000; the base lies in its lower half" in reply.text
    assert "What is the posted band" not in reply.text


@pytest.mark.parametrize(
    ("said", "base", "low", "high"),
    [
        ("the band is 88-118k and they offered 92k for financial analyst in Denver", 92_000, 88_000, 118_000),
        ("city job: planner II, Tacoma WA, grade 27: $81,200/yr. posted scale 78,000-99,500",
         81_200, 78_000, 99_500),
        ("state job. budget analyst, Olympia WA, step C of range 50: $71,500 a year. range posted"
         " 66,000 to 89,000",
         71_500, 66_000, 89_000),
        ("got the job at the county: policy analyst, Tacoma WA, $44.10/hr, posted 42 to 56/hr", 44.1, 42, 56),
        ("Posted range: 180-220k. Offer: 185k base senior swe at Stripe Seattle", 185_000, 180_000, 220_000),
        ("Data analyst at Foo, Seattle, base $92,400 (range 88,000 - 118,000), 10% bonus",
         92_400, 88_000, 118_000),
    ],
)  # fmt: skip
def test_other_words_for_it(said: str, base: float, low: float, high: float) -> None:
    (offer,) = read_beside_band(said).offers
    assert (offer.base_amount, offer.posted_low, offer.posted_high) == (base, low, high)


@pytest.mark.parametrize(
    "said",
    [
        "they posted 88,000 - 118,000 for a policy analyst, what should I say?",
        "I make 92k, band posted 88-118k, step 3",
        "policy analyst, King County, posted range 88,000 - 118,000",
        "",
    ],
)
def test_a_band_without_an_offer_is_none(said: str) -> None:
    assert read_beside_band(said).offers == ()
