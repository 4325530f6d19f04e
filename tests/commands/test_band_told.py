"""The band an employer names after the offer stands beside the base, and never over it."""

from __future__ import annotations

import pytest

from tests.conftest import Say

OFFER = "Offer from Duolingo: UX Researcher II, Pittsburgh PA, 128k base, 10% bonus, 80k RSUs over 4 years"


@pytest.mark.parametrize(
    "words",
    [
        "the band is 120-145k",
        "they say the band for this is 120 to 145k",
        "the posted range is 120,000 - 145,000",
        "recruiter told me the pay range is 120-145k",
    ],
)
def test_a_band_told_leaves_the_base(say: Say, words: str) -> None:
    say(OFFER)
    offer = say(words).facts.offer
    assert (offer.base_amount, offer.posted_low, offer.posted_high) == (128_000, 120_000, 145_000)


def test_a_number_in_the_band_is_argued_from_it(say: Say) -> None:
    say(OFFER)
    say("the band is 120-145k")
    reply = say("/counter 138k")
    assert round(reply.facts.counter.change_pct, 1) == 7.8
    assert "It lies within the band they posted, $120,000 to $145,000" in reply.text
    assert "Your own band for the job runs from $120,000 to $145,000" in reply.text
    assert "[GAP: the market" not in reply.text
    assert say("/decide they said 134k").facts.decision.answer == "moved"


def test_a_wish_or_a_range_of_ones_own_is_no_band(say: Say) -> None:
    say(OFFER)
    say("my range is 140 to 150k")
    assert say("/offer").facts.offer.posted_low is None
