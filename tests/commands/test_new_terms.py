"""Terms named before their new sums."""

from __future__ import annotations

import pytest

from bot.commands.new_terms import new_terms
from bot.memory.case import Plain
from bot.offers.offer import Offer

HELD = Offer(base_amount=180_000.0, sign_on=20_000.0, equity_kind="rsu", equity_value=200_000.0)
STAKE = Offer(base_amount=145_000.0, equity_kind="options", equity_pct=0.2)
PERCENT = Offer(base_amount=180_000.0, bonus_pct=15.0)
COUNTED = Offer(base_amount=145_000.0, equity_kind="options", equity_units=22_000.0)


@pytest.mark.parametrize(
    ("text", "offer", "values"),
    [
        ("sign-on goes to 50k", HELD, {"sign_on": 50_000}),
        ("the signing bonus is now $40,000", HELD, {"sign_on": 40_000}),
        ("sign-on from 20k to 30k", HELD, {"sign_on": 30_000}),
        ("sign-on up 10k", HELD, {"sign_on": 30_000}),
        ("RSU to 280k", HELD, {"equity_value": 280_000}),
        ("the bonus goes to 20%", HELD, {"bonus_pct": 20}),
        ("relocation up to 12k", HELD, {"relocation": 12_000}),
        ("options go to 26,000", COUNTED, {"equity_units": 26_000}),
        ("equity moves to 250k", COUNTED, {}),  # neither their number nor said to be money
        ("25,000 options", COUNTED, {"equity_units": 25_000}),
        ("another 2,000 options", COUNTED, {"equity_units": 24_000}),
        ("25,000 options", HELD, {}),
        ("a 10k recruitment incentive", HELD, {"sign_on": 10_000}),
        ("starting bonus is now 12k", HELD, {"sign_on": 12_000}),
        ("the bonus stays at 20", PERCENT, {"bonus_pct": 20}),
        ("the bonus is now 25k", PERCENT, {"bonus_amount": 25_000}),
        ("0.25% and 150k", STAKE, {"equity_pct": 0.25}),
        ("a 0.5% match", STAKE, {}),
        ("0.1% more", STAKE, {}),
        ("a bonus of 0.5%", STAKE, {}),
        ("base goes to 190k", HELD, {}),
        ("the sign-on is 5k more", HELD, {}),
        ("a 40k sign-on", HELD, {}),
        ("bonus at 100% attainment guaranteed the first year", HELD, {}),
    ],
)
def test_each_is_set_to_the_sum_behind_it(text: str, offer: Offer, values: dict[str, Plain]) -> None:
    found = new_terms(text, offer)
    assert {name: value for name, value in found.values.items() if value is not None} == values
    assert len(found.rest) == len(text)
    assert (found.rest == text) == (not values)
