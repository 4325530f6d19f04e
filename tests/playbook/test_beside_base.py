"""What is asked for where the base stands at the market, and when a fifth more equity is too little."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.offers.offer import Offer
from bot.playbook.beside_base import beside_base, worth_asking
from bot.playbook.critique import critique
from bot.playbook.stuck import further, stuck

ENGINEER = Offer(title="Software Engineer", base_amount=200_000, base_period="year", currency="USD")
SELLER = replace(ENGINEER, title="Account Executive", base_amount=120_000)


@pytest.mark.parametrize(
    ("terms", "lever", "ask"),
    [
        ({"equity_value": 80_000}, "equity_value", 96_000),
        ({"equity_value": 20_000}, "sign_on", 20_000),  # 4,000 more over four years
        ({"equity_units": 400, "share_price": 50.0}, "sign_on", 20_000),
        ({"equity_units": 12_000, "equity_kind": "options", "strike": 4.1}, "equity_units", 14_400),
        ({"equity_pct": 0.1}, "equity_pct", 0.12),
        ({"equity_pct": 0.02}, "sign_on", 20_000),
        ({}, "sign_on", 20_000),
    ],
)
def test_equity_is_asked_for_where_a_fifth_more_is_worth_it(
    terms: dict[str, object], lever: str, ask: float
) -> None:
    offer = replace(ENGINEER, **terms)  # type: ignore[arg-type]
    assert beside_base(offer, 200_000, targeted=False)[:2] == (lever, ask)


def test_a_small_share_of_an_employer_that_pays_in_shares_is_worth_it() -> None:
    offer = replace(ENGINEER, equity_pct=0.02)
    assert not worth_asking(offer, 200_000, targeted=False)
    assert worth_asking(offer, 200_000, targeted=True)


@pytest.mark.parametrize("title", ["Account Executive", "SDR", "Regional Sales Director"])
def test_a_job_paid_for_results_asks_for_no_shares(title: str) -> None:
    offer = replace(SELLER, title=title, equity_pct=0.5)
    assert beside_base(offer, 120_000, targeted=True)[0] == "sign_on"


def test_pay_at_target_comes_before_all_else() -> None:
    offer = replace(SELLER, ote_low=240_000, ote_high=240_000, equity_pct=0.5)
    assert beside_base(offer, 120_000, targeted=True) == ("ote", 264_000, 240_000, "ote_up")


def test_next_to_ask_in_sales_is_what_it_takes_to_earn_it() -> None:
    judged = critique(SELLER, None, None)
    asked = stuck(SELLER, judged, None)
    assert asked is not None
    assert further(SELLER, judged, asked).kinds[:4] == ("quota", "ramp", "draw", "uncapped")
    granted = replace(SELLER, promised=("uncapped", "ramp", "quota"))
    assert further(granted, judged, asked).kinds[:3] == ("quota", "draw", "equity")
