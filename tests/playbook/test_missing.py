"""What an offer leaves unsaid, as questions for the recruiter."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from bot.offers.offer import Offer
from bot.playbook.missing import Asked, missing
from bot.voice import _environment

FULL = Offer(
    base_amount=180_000, bonus_amount=0, sign_on=0, equity_kind="none", deadline="2026-09-01",
    start_date="2026-10-01",
)  # fmt: skip


def test_an_offer_that_says_all_leaves_nothing_to_ask() -> None:
    assert missing(FULL) == ()


def test_the_most_valuable_comes_first() -> None:
    assert missing(Offer()) == ("base", "equity", "bonus", "sign_on", "deadline")
    options = replace(FULL, equity_kind="options", equity_units=1_000, bonus_amount=None)
    assert missing(options) == ("options", "bonus", "vesting")


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({"equity_kind": "percent", "equity_pct": 0.1, "vest_years": 4}, ("percent",)),
        ({"equity_kind": "options", "equity_units": 9, "vest_years": 4}, ("options",)),
        (
            {"equity_kind": "options", "equity_units": 9, "vest_years": 4, "strike": 1.0},
            ("window",),
        ),
        (
            {"equity_kind": "options", "equity_units": 9, "vest_years": 4, "strike": 1.0,
             "exercise_window_months": 3},
            (),
        ),
        ({"equity_kind": "rsu"}, ("equity_size",)),
        ({"equity_kind": "rsu", "equity_units": 9, "vest_years": 4}, ("unit_price", "refresh")),
        ({"equity_kind": "rsu", "equity_value": 9e4}, ("vesting", "refresh")),
        ({"equity_kind": "rsu", "equity_value": 9e4, "vest_years": 4, "refresh": "annual refresh"}, ()),
        ({"sign_on": 20_000}, ("clawback",)),
        ({"sign_on": 20_000, "clawback_months": 12}, ("clawback_terms",)),
        ({"equity_kind": "options", "equity_pct": 0.35, "vest_years": 4, "strike": 0.85,
          "exercise_window_months": 3}, ("diluted",)),
        ({"bonus_amount": None, "bonus_pct": 15}, ("bonus_paid",)),
        ({"bonus_amount": None, "ote_low": 200_000}, ("attainment",)),
        ({"base_period": "hour"}, ("hours",)),
        ({"base_period": "hour", "hours_per_week": 40}, ()),
        ({"base_later": 190_000}, ("step_up",)),
        ({"relocation": "yes"}, ("relocation_sum",)),
        ({"relocation": 5_000}, ()),
        ({"visa": "H-1B transfer"}, ("visa",)),
    ],
)  # fmt: skip
def test_each_gap_has_its_question(said: dict[str, object], asked: tuple[str, ...]) -> None:
    assert missing(replace(FULL, **said)) == asked  # type: ignore[arg-type]


def test_a_contractor_is_asked_about_the_contract_and_not_about_stock() -> None:
    contract = Offer(base_amount=85, base_period="hour", employment_type="contract")
    assert missing(contract) == ("deadline", "hours", "term")


@pytest.mark.parametrize(
    ("job", "asked"),
    [
        ({"title": "Registered Nurse", "base_period": "hour"}, ("sign_on", "deadline", "hours")),
        ({"title": "Line cook", "base_period": "hour"}, ("deadline", "hours")),
        ({"title": "Policy Analyst II", "company": "King County"}, ("step", "deadline")),
        ({"title": "High School Science Teacher"}, ("step", "deadline")),
        ({"title": "Program Analyst GS-13"}, ("step", "deadline")),
        ({"title": "Data Analyst", "company": "Corven"}, ("equity", "bonus", "sign_on", "deadline")),
    ],
)
def test_a_bonus_and_a_sign_on_are_asked_for_only_where_they_are_usual(
    job: dict[str, str], asked: tuple[str, ...]
) -> None:
    assert missing(Offer(base_amount=30, **job)) == asked  # type: ignore[arg-type]


def test_every_question_has_its_words() -> None:
    ask = _environment().get_template("_offer.md.j2").module.ask  # type: ignore[attr-defined]
    asked = [str(ask(code)).strip() for code in get_args(Asked)]
    assert all(words.endswith("?") for words in asked)
    assert len(set(asked)) == len(asked)
