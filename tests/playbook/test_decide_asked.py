"""An answer beside what was asked for: past it, a base asked for in an earlier draft, a review. By hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.offer import Offer
from bot.playbook.answered import Beside
from bot.playbook.critique import critique
from bot.playbook.decide import Decision, Sent, decide

from .test_counter import MARKET

FIRST = Offer(
    base_amount=180_000,
    base_period="year",
    currency="USD",
    sign_on=10_000,
    company="Acme",
    equity_kind="options",
    equity_units=12_000,
)
ON_OPTIONS = Sent("equity_units", 14_400, 12_000, "year", 180_000, company="Acme")


def decided(now: Offer, sent: Sent, *, beside: tuple[Beside, ...] = ()) -> Decision:
    return decide(FIRST, now, critique(now, MARKET, None), sent, beside=beside)


@pytest.mark.parametrize(("units", "past"), [(14_000, None), (14_400, None), (15_000, 600)])
def test_by_how_much_they_go_past_the_ask(units: float, past: float | None) -> None:
    made = decided(replace(FIRST, equity_units=units), ON_OPTIONS)
    assert made.past_ask == past
    assert made.answer == ("moved" if units < 14_400 else "met")


def test_a_move_on_base_alone_is_held_against_the_base_of_an_earlier_draft() -> None:
    sent = replace(ON_OPTIONS, base_ask=200_000)
    made = decided(replace(FIRST, base_amount=190_000), sent)
    assert made.asked is not None
    assert (made.asked.lever, made.left) == ("base", 10_000)
    both = decided(replace(FIRST, base_amount=190_000, equity_units=13_000), sent)
    assert both.asked == sent
    assert decided(replace(FIRST, base_amount=190_000), ON_OPTIONS).asked == ON_OPTIONS


def test_a_review_asked_for_leaves_nothing_to_count() -> None:
    sent = Sent("review", 97, 88, "hour", 180_000, company="Acme")
    made = decided(FIRST, sent, beside=(Beside("review", 6, "month"),))
    assert (made.answer, made.left, made.held, made.past_ask) == ("moved", None, None, None)


@pytest.mark.parametrize(("base", "alone"), [(180_000, True), (190_000, False)])
def test_what_is_given_alone_is_told_from_a_move(base: float, alone: bool) -> None:
    now = replace(FIRST, base_amount=base)
    assert decided(now, ON_OPTIONS, beside=(Beside("severance", 6, "month"),)).alone == alone


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_past_the_ask_and_short_of_it_never_both(ask: float, units: float) -> None:
    made = decided(replace(FIRST, equity_units=units), replace(ON_OPTIONS, ask=ask))
    assert not (made.past_ask and made.left)
