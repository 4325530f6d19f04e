"""A view of one of several offers by its name: `/offer questions openai`."""

from __future__ import annotations

from tests.conftest import Say


def test_a_view_of_an_offer_that_is_not_at_hand(say: Say) -> None:
    say("/offer Software Engineer at OpenAI, SF. 250k base")
    say("/offer Software Engineer at Google, Mountain View. 190k base")
    assert say("/offer questions openai").text.startswith("**What the offer from OpenAI doesn't say")
    assert say("/offer years for the google offer").text.startswith("**$190,000 a year")
    assert "Google" in say("/offer flags google").text


def test_an_offer_never_read_is_said_so(say: Say) -> None:
    assert say("/offer questions openai").text.startswith("**I have read no offer from openai.**")
    say("/offer Software Engineer at Google, Mountain View. 190k base")
    assert "only Google" in say("/offer questions stripe").text


def test_a_german_line_is_an_offer(say: Say) -> None:
    offer = say("Angebot: Software Engineer at SAP, Walldorf Germany, 78.000 €").facts.offer
    assert (offer.base_amount, offer.currency, offer.company) == (78_000, "EUR", "SAP")
