"""An offer as plain data has every field and no tuples."""

from __future__ import annotations

import json
from dataclasses import fields

from bot.offers.as_json import offer_json
from bot.offers.offer import Offer
from bot.offers.reader import read


def test_every_field_is_there_and_spans_are_lists() -> None:
    (offer,) = read("Offer: 170k base, 20k sign on").offers
    plain = offer_json(offer)
    assert set(plain) == {field.name for field in fields(Offer)}
    assert plain["spans"]["base_amount"] == [7, 11]
    assert json.loads(json.dumps(plain)) == plain
