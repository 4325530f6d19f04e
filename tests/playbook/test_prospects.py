"""Private stakes: scenarios by hand, what is lost to dilution, what to ask."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.offers.offer import Offer
from bot.playbook.private_equity import is_private, open_facts
from bot.playbook.prospects import Prospect, prospect

PERCENT = Offer(currency="USD", base_amount=150_000, equity_kind="percent", equity_pct=0.1, vest_years=4)
OPTIONS = Offer(
    currency="USD", base_amount=150_000, equity_kind="options", equity_units=20_000, strike=1.0,
    share_price=1.5, vest_years=4,
)  # fmt: skip


def seen(offer: Offer, *exits: float, dilution: float = 20.0) -> Prospect:
    found = prospect("Acme", offer, exits, dilution)
    assert found is not None
    return found


def test_a_percent_at_the_exits_a_person_names() -> None:
    rows = seen(PERCENT, 300e6, 2e9, dilution=50).outlooks
    # 0.1% of 300 million and of 2 billion, and half of that
    assert [row.exit_value for row in rows] == [300e6, 2e9]
    assert [row.undiluted for row in rows] == pytest.approx([300_000, 2_000_000])
    assert [row.diluted for row in rows] == pytest.approx([150_000, 1_000_000])


def test_options_at_multiples_of_their_price() -> None:
    rows = seen(OPTIONS).outlooks
    # 20,000 x (1.50, 3.00, 7.50 - 1.00); diluted by a fifth the price is 1.20, 2.40, 6.00
    assert [row.undiluted for row in rows] == pytest.approx([10_000, 40_000, 130_000])
    assert [row.diluted for row in rows] == pytest.approx([4_000, 28_000, 100_000])


def test_only_what_vests_in_four_years_counts() -> None:
    rows = seen(replace(PERCENT, vest_years=8.0), 1e9).outlooks
    assert rows[0].undiluted == pytest.approx(500_000)


def test_money_is_no_stake() -> None:
    stock = replace(PERCENT, equity_kind="rsu", equity_pct=None, equity_value=100_000)
    assert prospect("Acme", stock, (), 20.0) is None
    assert not is_private(stock)
    assert open_facts(stock) == ()


@pytest.mark.parametrize(
    ("offer", "asked"),
    [
        (
            PERCENT,
            (
                "percent_diluted", "strike", "price_409a", "preferred_price", "exercise_window",
                "early_exercise", "preferences",
            ),
        ),
        (
            OPTIONS,
            ("fully_diluted", "preferred_price", "exercise_window", "early_exercise", "preferences"),
        ),
        (
            replace(OPTIONS, shares_outstanding=1e7, preferred_price=4.0, exercise_window_months=3),
            ("early_exercise", "preferences"),
        ),
        (
            replace(OPTIONS, equity_units=None),
            ("size", "fully_diluted", "preferred_price", "exercise_window", "early_exercise", "preferences"),
        ),
        (
            replace(OPTIONS, equity_kind="rsu", strike=None, share_price=None),
            ("fully_diluted", "price_409a", "preferred_price", "preferences"),
        ),
    ],
)  # fmt: skip
def test_what_is_not_stated_is_asked(offer: Offer, asked: tuple[str, ...]) -> None:
    assert open_facts(offer) == asked


def test_what_the_offer_puts_a_stake_at_is_told_and_no_scenario() -> None:
    found = seen(Offer(currency="USD", base_amount=240_000, equity_kind="options", equity_value=300_000))
    assert (found.said_value, found.outlooks) == (300_000, ())
    assert "size" in found.open_facts
