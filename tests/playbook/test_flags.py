"""Terms that cost people later: each found by its own rule, and gone when its term is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.offers.offer import Clause, Offer
from bot.playbook.flags import Flag, days_left, flags

TODAY = date(2026, 11, 2)
PLAIN = Offer(base_amount=185_000, base_period="year", bonus_pct=15, sign_on=20_000, deadline="2026-11-30")


def kinds(offer: Offer) -> list[str]:
    return [flag.kind for flag in flags(offer, TODAY)]


def test_a_plain_offer_has_none() -> None:
    assert flags(PLAIN, TODAY) == ()


@pytest.mark.parametrize(
    ("term", "flag"),
    [
        ({"deadline": "2026-11-05"}, Flag("exploding", 3, "days")),
        ({"deadline": "48 hours"}, Flag("exploding", 2, "days")),
        ({"deadline": "within 5 business days"}, Flag("exploding", 5, "days")),
        ({"deadline": "this Friday"}, Flag("exploding")),
        ({"deadline": "EOD"}, Flag("exploding")),
        ({"clauses": (Clause("non_compete", 1, 2),)}, Flag("non_compete")),
        ({"clauses": (Clause("inventions", 1, 2),)}, Flag("inventions")),
        ({"clauses": (Clause("bonus_discretionary", 1, 2),)}, Flag("discretionary")),
        ({"clauses": (Clause("private_shares", 1, 2),), "equity_kind": "rsu"}, Flag("private_shares")),
        ({"clawback_months": 12}, Flag("clawback", 12, "months")),
        ({"cliff_months": 12}, Flag("cliff", 12, "months")),
        (
            {"equity_kind": "options", "equity_units": 20_000, "strike": 1.0},
            Flag("no_total", 20_000, "shares"),
        ),
        (
            {"equity_kind": "options", "equity_pct": 0.1, "exercise_window_months": 3},
            Flag("short_window", 3, "months"),
        ),
        (
            {"equity_kind": "rsu", "equity_value": 400_000, "vest_schedule": "5/15/40/40"},
            Flag("back_loaded", 20, "percent"),
        ),
    ],
)
def test_one_term_makes_one_flag(term: dict[str, Any], flag: Flag) -> None:
    assert flags(replace(PLAIN, **term), TODAY) == (flag,)


@pytest.mark.parametrize(
    "term",
    [
        {"deadline": "2026-11-09"},  # a week is time enough
        {"deadline": "2026-10-30"},  # it has passed
        {"deadline": "in two weeks"},
        {"cliff_months": 6},
        {"clauses": (Clause("private_shares", 1, 2),)},  # no shares are offered
        {"equity_kind": "options", "equity_units": 20_000, "shares_outstanding": 10_000_000, "strike": 1.0},
        {"equity_kind": "options", "equity_pct": 0.1, "exercise_window_months": 120},
        {"equity_kind": "rsu", "equity_value": 400_000, "vest_schedule": "25/25/25/25"},
        {"equity_kind": "rsu", "equity_value": 400_000, "vest_schedule": "33/33/22/12"},
    ],
)
def test_what_is_usual_is_no_flag(term: dict[str, Any]) -> None:
    assert flags(replace(PLAIN, **term), TODAY) == ()


def test_a_clawback_needs_something_to_give_back() -> None:
    assert kinds(replace(PLAIN, clawback_months=12, sign_on=None)) == []


def test_a_bonus_nobody_offered_is_not_discretionary() -> None:
    offer = replace(PLAIN, bonus_pct=None, clauses=(Clause("bonus_discretionary", 1, 2),))
    assert kinds(offer) == []


def test_the_dearest_comes_first() -> None:
    offer = replace(
        PLAIN,
        deadline="2026-11-03",
        clawback_months=24,
        cliff_months=12,
        clauses=(Clause("non_compete", 1, 2),),
    )
    assert kinds(offer) == ["exploding", "non_compete", "clawback", "cliff"]


def test_days_are_counted_from_today_or_as_said() -> None:
    assert days_left("2026-11-05", TODAY) == 3
    assert days_left("2026-11-05", date(2026, 11, 5)) == 0
    assert days_left("72 hours", TODAY) == 3
    assert days_left("25 hours", TODAY) == 2
    assert days_left("soon", TODAY) is None
    assert days_left(None, TODAY) is None
