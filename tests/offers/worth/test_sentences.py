"""Every code the values carry has its words in `prompts/_worth.md.j2`."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.offers.offer import Offer
from bot.offers.worth.shapes import Assumption, Missing, StakeAssumption, Step, StepCode, What
from bot.offers.worth.table import worth_of
from bot.voice import _environment

STEPS: dict[StepCode, tuple[tuple[float, ...], str]] = {
    "said": ((185_000,), "$185,000 as stated"),
    "none": ((), "none, as stated"),
    "not_yet": ((), "nothing in this year"),
    "ended": ((), "nothing, as the contract is over"),
    "middle": ((150_000, 170_000), "the middle of $150,000 and $170,000"),
    "times": ((3_846.15, 26), "26 × $3,846.15"),
    "hours": ((85, 40, 52), "40 hours × 52 weeks × $85.00"),
    "months": ((156_000, 6), "6 of 12 months × $156,000"),
    "percent_of": ((15, 190_000), "15% × $190,000"),
    "less": ((200_000, 120_000), "$200,000 - $120,000"),
    "rest": ((50_000, 30_000), "$50,000 - $30,000"),
    "share": ((38, 180_000), "38% × $180,000"),
    "for_years": ((18_000, 4), "4 years × $18,000"),
    "units_price": ((2_400, 62.5), "2,400 × $62.50"),
    "sum": ((10_000, 30_000), "$10,000 + $30,000"),
    "of_outstanding": ((40_000, 20_000_000), "40,000 of 20,000,000 shares"),
    "units_of": ((0.5, 8_000_000), "0.5% of 8,000,000 shares"),
    "price_of": ((50_000_000, 10_000_000), "$50,000,000 over 10,000,000 shares"),
    "grown": ((1.75, 2, 20), "$1.75 × 2, less 20% dilution"),
    "exit_price": ((25_000_000, 12_500_000, 0), "$25,000,000 over 12,500,000 shares"),
    "spread": ((1.75, 2.5), "$1.75 - $2.50 a share, never less than nothing"),
    "stake": ((0.75, 12_000_000, 0), "0.75% × $12,000,000"),
}


def say(macro: str, *told: object) -> str:
    return str(getattr(_environment().get_template("_worth.md.j2").module, macro)(*told)).strip()


def test_every_step_can_be_said() -> None:
    assert set(STEPS) == set(get_args(StepCode))
    for code, (numbers, words) in STEPS.items():
        assert say("step", Step(code, numbers), "money", "USD") == words
    assert say("step", Step("share", (15, 900)), "shares", None) == "15% × 900"


@pytest.mark.parametrize("code", [*get_args(Assumption), *get_args(StakeAssumption)])
def test_every_assumption_has_its_words(code: str) -> None:
    assert say("assumed", code)


def test_every_line_and_lack_has_its_words() -> None:
    for what in get_args(What):
        assert say("named", what)
    for what in get_args(Missing):
        assert say("lacking", what)


def test_what_is_granted_is_said_once_and_no_more_than_needed() -> None:
    offer = Offer(
        currency="USD", base_amount=185_000, bonus_pct=10, sign_on=20_000, equity_kind="rsu",
        equity_value=260_000, vest_years=4,
    )  # fmt: skip
    assert say("granted", worth_of(offer)) == "no raise and no refresh grant; shares at today's value"


def test_a_component_explains_itself_once_where_its_years_are_alike() -> None:
    offer = Offer(
        currency="USD", base_amount=190_000, bonus_pct=15, sign_on=0, equity_kind="rsu", equity_value=180_000,
        vest_schedule="5/15/40/40",
    )  # fmt: skip
    base, bonus, sign_on, grant = worth_of(offer).lines
    assert say("explained", base) == "Base: $190,000 each year, as stated."
    assert say("explained", bonus) == "Target bonus: $28,500 each year (15% × $190,000)."
    assert say("explained", sign_on) == "Sign-on: none, as stated."
    assert say("explained", grant) == (
        "Equity: $9,000 in year 1 (5% × $180,000); $27,000 in year 2 (15% × $180,000);"
        " $72,000 in year 3 (40% × $180,000); $72,000 in year 4 (40% × $180,000)."
    )


def test_the_middle_of_two_percents_is_said_in_percent() -> None:
    (_, bonus) = worth_of(Offer(base_amount=100_000, bonus_pct_low=10, bonus_pct_high=15)).lines
    assert "(the middle of 10% and 15%, then 12.5% × $100,000)" in say("explained", bonus)


def test_a_stake_is_said_apart_with_what_it_stands_on() -> None:
    stake = worth_of(Offer(base_amount=1, equity_kind="percent", equity_pct=0.05)).stake
    assert say("apart", stake) == (
        "No cash, so in none of my sums: 0.05% of the company, which would make $50,000 if the company"
        " sells for $100,000,000, $250,000 for $500,000,000, $500,000 for $1,000,000,000. *Round exit"
        " values of mine, not a forecast; before dilution by later rounds, the cost to exercise and what"
        " investors get first.*"
    )
    unpriced = worth_of(Offer(base_amount=1, equity_kind="rsu", equity_units=5_000)).stake
    assert say("apart", unpriced) == (
        "No cash, so in none of my sums: 5,000 shares, as their price is not stated."
    )
    water = worth_of(
        Offer(base_amount=1, equity_kind="options", equity_units=10_000, strike=2.5, share_price=1.25)
    ).stake
    assert "worth nothing at today's price, which is under the strike. They would make $0" in say(
        "apart", water
    )


def test_equity_that_is_none_takes_nothing_for_granted() -> None:
    worth = worth_of(Offer(base_amount=100_000, bonus_pct=10, equity_kind="none"))
    assert "four_year_vesting" not in worth.assumptions
