"""Promises in a word that no field holds: their kinds, and not where the text denies or asks for them."""

from __future__ import annotations

import pytest

from bot.offers.promised import _kinds
from bot.offers.reader import read
from bot.voice import _environment

_PAY = "Offer: Account Executive at Acme, Denver. Base salary $85,000. "


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Tips pooled, meals free.", ("tips", "meals")),
        ("Uncapped commission and a paid ramp.", ("uncapped", "ramp")),
        ("Pension and holidays, step 3 of the range.", ("pension", "holidays", "step")),
        ("A 2 year bond applies; the notice period is 90 days.", ("bond", "notice")),
        ("There is no overtime.", None),
        ("Any tips for a counter?", None),
        ("20 days PTO.", None),
        ("", None),
    ],
)
def test_the_kinds_that_stand_in_the_text(text: str, kinds: tuple[str, ...] | None) -> None:
    assert read(_PAY + text).offers[0].promised == kinds


def test_a_benefit_that_was_read_is_not_named_again() -> None:
    offer = read(_PAY + "Housing stipend of $500 a month, tuition too.").offers[0]
    assert [each.kind for each in offer.benefits or ()] == ["housing"]
    assert "housing" not in (offer.promised or ())


def test_every_kind_has_its_words() -> None:
    promise = _environment().get_template("_note.md.j2").module.promise  # type: ignore[attr-defined]
    said = [str(promise(kind)).strip() for kind in set(_kinds().values())]
    assert all(said)
    assert len(set(said)) == len(said)


@pytest.mark.parametrize(
    "said",
    ["20% production", "30% of collections", "10% commission", "22% prosal", "25% of net revenue"],
)
def test_a_share_of_what_one_brings_in_is_no_bonus_on_the_base(said: str) -> None:
    (offer,) = read(f"Offer: Associate, Austin, base $115,000, {said}, 10 days off").offers
    assert (offer.base_amount, offer.bonus_pct, offer.bonus_amount) == (115_000, None, None)


def test_a_share_of_production_stays_a_promise() -> None:
    (offer,) = read("Offer: Associate Veterinarian, Austin, base $115,000, 20% production").offers
    assert offer.promised == ("commission",)
