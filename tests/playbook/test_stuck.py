from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.offer import Offer
from bot.playbook.counter import Counter
from bot.playbook.critique import critique
from bot.playbook.stuck import further, review_months, stuck

from .test_counter import MARKET, OFFER


def made(
    offer: Offer = OFFER,
    *,
    equity: bool = False,
    wanted: float | None = None,
    forfeited: float | None = None,
) -> Counter:
    judged = critique(offer, MARKET, None)
    plan = stuck(offer, judged, MARKET, wanted=wanted, forfeited=forfeited, equity=equity)
    assert plan is not None
    return plan


def test_a_stuck_base_is_countered_with_a_sign_on_of_a_tenth_of_it() -> None:
    plan = made()
    assert (plan.lever, plan.ask, plan.rule, plan.stuck) == ("sign_on", 18_000, "sign_on", True)
    assert plan.instead_of == 200_000
    assert (plan.market, plan.or_equity) == (None, False)


def test_the_sign_on_offered_goes_up_by_a_fifth_where_that_is_more() -> None:
    plan = made(replace(OFFER, sign_on=40_000.0))
    assert (plan.ask, plan.offered) == (48_000, 40_000)
    assert plan.change_pct == pytest.approx(20)


def test_what_is_left_behind_is_the_sum() -> None:
    plan = made(forfeited=80_000)
    assert (plan.ask, plan.rule, plan.forfeited) == (80_000, "forfeited", 80_000)
    covered = made(replace(OFFER, sign_on=90_000.0), forfeited=80_000)
    assert (covered.ask, covered.rule) == (108_000, "sign_on")


def test_the_persons_own_sum_is_theirs() -> None:
    plan = made(wanted=30_000, forfeited=80_000)
    assert (plan.ask, plan.rule, plan.or_equity) == (30_000, "theirs", False)


@pytest.mark.parametrize(
    ("terms", "tied"),
    [
        ({"equity_kind": "rsu", "equity_value": 100_000.0}, True),
        ({"equity_value": 100_000.0}, True),
        ({"equity_kind": "options", "equity_units": 9_000.0}, False),
        ({"equity_kind": "percent", "equity_pct": 0.1}, False),
        ({"equity_kind": "rsu", "equity_value": 60_000.0, "equity_currency": "INR"}, False),
        ({"equity_kind": "none"}, False),
    ],
)
def test_equity_is_tied_to_it_only_where_it_is_money_of_the_same_kind(
    terms: dict[str, object], tied: bool
) -> None:
    assert made(replace(OFFER, **terms)).or_equity is tied  # type: ignore[arg-type]


def test_equity_is_asked_for_where_it_is_wanted_and_has_a_size() -> None:
    plan = made(replace(OFFER, equity_kind="rsu", equity_value=100_000.0), equity=True)
    assert (plan.lever, plan.ask, plan.stuck) == ("equity_value", 120_000, True)
    assert made(equity=True).lever == "sign_on"


def test_a_contract_asks_for_a_dated_review_of_its_rate() -> None:
    contract = Offer(base_amount=120, base_period="hour", employment_type="contract", term_months=12)
    plan = made(contract)
    assert (plan.lever, plan.ask, plan.offered) == ("review", 132, 120)
    assert review_months(contract) == 6
    assert review_months(replace(contract, term_months=6)) is None


def test_without_a_base_there_is_nothing_to_set_it_against() -> None:
    offer = Offer(sign_on=20_000)
    assert stuck(offer, critique(offer, MARKET, None), MARKET) is None


def test_what_is_left_to_ask_for_does_not_hold_what_was_asked() -> None:
    offer = replace(OFFER, equity_kind="rsu", equity_value=100_000.0)
    judged = critique(offer, MARKET, None)
    left = further(offer, judged, made(offer))
    assert left.kinds == ("refresh", "title", "start_date", "vacation")
    assert left.week == pytest.approx(180_000 / 52)
    assert "equity" in further(OFFER, critique(OFFER, MARKET, None), made()).kinds


@given(st.integers(20, 900).map(lambda n: n * 500.0), st.integers(1, 600).map(lambda n: n * 500.0))
def test_more_left_behind_never_lowers_the_sign_on(base: float, left: float) -> None:
    offer = replace(OFFER, base_amount=base)
    assert made(offer, forfeited=left + 500).ask >= made(offer, forfeited=left).ask
    assert made(offer).ask > 0
