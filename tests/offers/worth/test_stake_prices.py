"""Strike, common price (409A) and preferred price are three prices, and no figure mixes them."""

from __future__ import annotations

import pytest

from bot.offers.offer import Offer
from bot.offers.worth.shapes import Figure, Stake, Step
from bot.offers.worth.table import worth_of
from bot.voice import _environment


def stake(**terms: object) -> Stake:
    offer = Offer(currency="USD", equity_kind="options", equity_units=20_000, **terms)  # type: ignore[arg-type]
    found = worth_of(offer).stake
    assert found is not None
    return found


def amount(figure: Figure | None) -> float | None:
    return None if figure is None else round(figure.amount, 2)


def said(of: Stake) -> str:
    return str(_environment().get_template("_worth.md.j2").module.apart(of)).strip()  # type: ignore[attr-defined]


def test_todays_spread_is_the_common_price_less_the_strike() -> None:
    found = stake(strike=0.4, share_price=1.05, preferred_price=4.1)
    assert (amount(found.spread), amount(found.preferred_spread)) == (13_000, 74_000)
    assert found.spread is not None
    assert found.spread.how[-2:] == (Step("spread", (1.05, 0.4)), Step("units_price", (20_000, 0.65)))
    assert [each.exit_price for each in found.scenarios] == [1.05, 2.1, 5.25]


def test_the_preferred_price_alone_prices_no_common_share() -> None:
    found = stake(strike=0.4, preferred_price=4.1)
    assert (found.price, found.spread, amount(found.preferred_spread)) == (None, None, 74_000)
    assert [each.exit_price for each in found.scenarios] == [0.4, 0.8, 2]
    assert "price_at_strike" in found.assumptions
    assert "share_price" in found.missing


def test_the_valuation_counts_every_share_at_the_preferred_price() -> None:
    found = stake(strike=0.4, share_price=1.05, valuation=41e6, shares_outstanding=10e6)
    assert found.preferred is not None
    assert found.preferred.how == (Step("price_of", (41e6, 10e6)),)
    assert found.price is not None
    assert found.price.amount == 1.05
    # the company sold for its valuation pays each share a part of it, not its 409A price
    assert [(each.exit_value, each.exit_price) for each in found.scenarios] == [
        (41e6, 4.1), (82e6, 8.2), (205e6, 20.5),
    ]  # fmt: skip


def test_without_the_number_of_shares_a_sale_tells_no_price() -> None:
    found = stake(strike=0.4, share_price=1.05, valuation=41e6)
    assert [(each.exit_value, each.exit_price) for each in found.scenarios] == [
        (None, 1.05), (None, 2.1), (None, 5.25),
    ]  # fmt: skip


def test_a_strike_is_never_taken_to_be_the_preferred_price() -> None:
    found = stake(preferred_price=4.1)
    assert (found.strike, found.spread, found.preferred_spread, found.scenarios) == (None, None, None, ())
    assert "strike" in found.missing
    assert said(found).endswith("20,000 options, as their strike is not stated.")


def test_a_strike_between_the_two_prices_is_under_water() -> None:
    found = stake(strike=2, share_price=1.05, preferred_price=4.1)
    assert (found.under_water, amount(found.spread), amount(found.preferred_spread)) == (True, 0, 42_000)


@pytest.mark.parametrize(("pct", "exits"), [(0.2, [82_000, 164_000, 410_000])])
def test_a_percent_and_a_valuation_are_enough(pct: float, exits: list[float]) -> None:
    found = worth_of(Offer(currency="USD", equity_kind="options", equity_pct=pct, valuation=41e6)).stake
    assert found is not None
    assert [each.whole.amount for each in found.scenarios] == exits
    assert (found.price, found.spread, found.preferred_spread) == (None, None, None)


def test_shares_held_at_the_preferred_price_are_said_to_be_that() -> None:
    offer = Offer(currency="USD", equity_kind="rsu", equity_units=20_000, preferred_price=4.1)
    worth = worth_of(offer)
    assert worth.equity is None
    assert worth.stake is not None
    assert amount(worth.stake.preferred_spread) == 82_000
    assert "what investors last paid for a preferred share" in said(worth.stake)


def test_the_words_keep_the_prices_apart() -> None:
    text = said(stake(strike=1.05, share_price=1.05, preferred_price=4.1))
    assert "which would make $0 at $1.05 a share (today's price), $21,000 at $2.10, $84,000 at $5.25." in text
    assert (
        "At $4.10, what investors last paid for a preferred share, all of them would be worth $61,000"
        " after the strike; common is usually worth less." in text
    )
    valued = said(stake(strike=0.4, share_price=1.05, valuation=41e6, shares_outstanding=10e6))
    assert "At today's $1.05 a share less the strike of $0.40, all of them are worth $13,000." in valued
    assert "preferred" not in valued


def test_a_rounded_percent_makes_no_value_of_the_company() -> None:
    found = stake(strike=0.62, share_price=0.62, preferred_price=2.9, equity_pct=0.35)
    assert [(each.exit_value, each.exit_price) for each in found.scenarios] == [
        (None, 0.62), (None, 1.24), (None, 3.1),
    ]  # fmt: skip
    counted = stake(strike=0.62, share_price=0.62, preferred_price=2.9, shares_outstanding=10e6)
    assert [each.exit_value for each in counted.scenarios] == [29e6, 58e6, 145e6]
