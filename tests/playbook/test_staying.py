"""What a stay of any length lets a person keep."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.offer import Offer
from bot.offers.worth.table import worth_of
from bot.playbook.staying import Leaving, leaving

OFFER = Offer(
    currency="USD",
    base_amount=120_000.0,
    base_period="year",
    bonus_pct=10.0,
    sign_on=20_000.0,
    clawback_months=12,
    equity_kind="rsu",
    equity_value=80_000.0,
    vest_years=4.0,
    cliff_months=12,
)


def after(offer: Offer, months: float) -> Leaving:
    return leaving(offer, worth_of(offer), (months,))[0]


def test_before_the_cliff_there_is_no_equity_and_the_sign_on_goes_back() -> None:
    found = after(OFFER, 6)
    assert (found.cash, found.equity, found.back, found.kept) == (66_000 + 20_000, 0, 20_000, 66_000)
    assert (found.left, found.vested_pct) == (80_000, 0)


def test_a_year_and_a_half_counts_by_the_month() -> None:
    found = after(OFFER, 18)
    assert found.cash == pytest.approx(1.5 * 132_000 + 20_000)
    assert found.equity == pytest.approx(30_000)
    assert found.back == 0
    assert found.left == pytest.approx(50_000)


def test_a_contract_pays_to_its_end_and_no_further() -> None:
    contract = Offer(
        currency="USD", base_amount=100.0, base_period="hour", hours_per_week=40.0, term_months=6.0
    )
    assert after(contract, 3).cash == pytest.approx(52_000)
    assert after(contract, 24).cash == pytest.approx(104_000)
    assert after(contract, 24).worked == 6


def test_without_a_base_there_is_no_sum() -> None:
    assert leaving(Offer(sign_on=5_000.0), worth_of(Offer(sign_on=5_000.0))) == ()


@given(st.floats(1, 47), st.floats(0, 12))
def test_a_longer_stay_never_keeps_less(months: float, more: float) -> None:
    assert after(OFFER, months + more).kept >= after(OFFER, months).kept - 1e-6
