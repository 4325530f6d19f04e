"""What is asked about an offer read with doubt, and what each answer makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.commands.amending.moving import without
from bot.commands.doubt import all_doubts, doubt_actions, doubts_of, instead_of, other_actions
from bot.memory.case import Said
from bot.offers.offer import Doubt
from bot.voice import render

from .at_hand import IS_IT_A_BONUS, IS_IT_A_CLIFF, IS_IT_RELOCATION, OTHER, PLAIN


def test_without_doubt_nothing_is_asked() -> None:
    assert doubts_of(PLAIN) == ()
    assert doubt_actions(PLAIN) == ()
    assert render("_doubts", doubts=()) == ""


def test_a_doubt_is_a_question_with_its_answers() -> None:
    offer = replace(PLAIN, doubts=(IS_IT_RELOCATION,))
    asked = doubts_of(offer)
    assert render("_doubts", doubts=asked) == (
        "**Please check:** I read $25,000 as a sign-on bonus. Right, or is it relocation?"
    )
    assert [button.label for button in doubt_actions(offer)] == ["Yes", "No, it's relocation", "Leave it out"]


def test_two_are_asked_at_once_the_most_money_first() -> None:
    offer = replace(PLAIN, doubts=(IS_IT_A_CLIFF, IS_IT_RELOCATION, IS_IT_A_BONUS))
    assert [each.field for each in doubts_of(offer)] == ["bonus_pct", "sign_on"]
    assert [each.field for each in all_doubts(offer)] == ["bonus_pct", "sign_on", "cliff_months"]
    assert "2. I read $25,000 as a sign-on bonus." in render("_doubts", doubts=doubts_of(offer))
    assert [button.label for button in doubt_actions(offer)] == [
        "Both are right",
        "Leave out 15%",
        "$25,000 is relocation",
        "Leave out $25,000",
    ]


def test_a_base_is_asked_about_before_all_else() -> None:
    offer = replace(PLAIN, doubts=(IS_IT_A_BONUS, Doubt("base_amount", 0.7, "total")))
    assert doubts_of(offer)[0].field == "base_amount"


def test_what_one_figure_filled_is_one_question() -> None:
    offer = replace(PLAIN, doubts=(Doubt("equity_units", 0.5), Doubt("equity_kind", 0.5)))
    (asked,) = doubts_of(offer)
    assert asked.fields == ("equity_units", "equity_kind")


@pytest.mark.parametrize(
    ("doubt", "instead"),
    [
        (Doubt("sign_on", 0.5, "present"), "present"),
        (Doubt("sign_on", 0.5, "equity_year"), "equity_year"),
        (Doubt("sign_on", 0.5, "total"), "total"),
        (Doubt("sign_on", 0.5, "none"), ""),
        (Doubt("sign_on", 0.5, "bonus_again"), ""),
        (Doubt("sign_on", 0.5, "vest_years"), ""),  # no sum of money is a time
        (Doubt("sign_on", 0.5, "base"), ""),  # there is a base already
        (Doubt("bonus_pct", 0.5, "equity_pct"), ""),  # nobody gets 15% of a company
    ],
)
def test_only_what_it_can_be_is_offered_instead(doubt: Doubt, instead: str) -> None:
    (asked,) = doubts_of(replace(PLAIN, doubts=(doubt,)))
    assert asked.instead == instead


def test_a_figure_of_no_term_is_left_out() -> None:
    offer = replace(PLAIN, doubts=(Doubt("sign_on", 0.5, "present"),))
    assert instead_of(offer, doubts_of(offer)[0])["sign_on"] is None


def test_months_become_years_where_the_term_asks_for_them() -> None:
    offer = replace(PLAIN, vest_years=None, doubts=(Doubt("cliff_months", 0.5, "vest_years"),))
    assert instead_of(offer, doubts_of(offer)[0]) == {"cliff_months": None, "vest_years": 1.0}


def test_a_part_of_a_sign_on_leaves_the_other_standing() -> None:
    offer = replace(PLAIN, sign_on=50_000.0, sign_on_y1=30_000.0, sign_on_y2=20_000.0)
    assert without(offer, ("sign_on_y2",)) == {"sign_on_y2": None, "sign_on": 30_000.0}
    assert without(offer, ("sign_on",)) == {"sign_on": None, "sign_on_y1": None, "sign_on_y2": None}


def test_two_texts_that_disagree_are_asked_about_first() -> None:
    offer = replace(PLAIN, sign_on=30_000.0, doubts=(IS_IT_A_BONUS,))
    said = {"sign_on": Said({"sign_on": 30_000.0}, ({"sign_on": 25_000.0},), {"sign_on": 40_000.0})}
    text = render("_doubts", doubts=doubts_of(offer, said))
    assert "You told me $30,000 for the sign-on bonus, and this text says $40,000. Which holds?" in text
    assert [button.label for button in doubt_actions(offer, said)] == ["$30,000", "$40,000"]


def test_a_button_fits_every_platform() -> None:
    long = replace(PLAIN, deadline="by the end of the week after next " * 9, doubts=(Doubt("deadline", 0.4),))
    for offer in (long, replace(PLAIN, doubts=(IS_IT_RELOCATION, IS_IT_A_BONUS, IS_IT_A_CLIFF))):
        for button in doubt_actions(offer):
            assert len(button.action) + len(button.value) < 90


def test_another_offer_has_a_button() -> None:
    (button,) = other_actions((OTHER,))
    assert (button.label, button.action, button.value) == ("Judge Meta", "doubt.other", "0")


def test_every_field_in_doubt_has_words() -> None:
    for name, value in (
        ("base_low", 150_000.0), ("bonus_amount", 20_000.0), ("equity_value", 90_000.0), ("equity_pct", 0.5),
        ("strike", 1.25), ("share_price", 52.0), ("valuation", 1e8), ("shares_outstanding", 1e7),
        ("vest_years", 4.0), ("vest_schedule", "monthly"), ("relocation", "yes"), ("total_comp", 3e5),
        ("ote_low", 2e5), ("refresh_value", 4e4), ("pto_days", "unlimited"), ("start_date", "2027-01-04"),
        ("deadline", "Friday"), ("hours_per_week", 35.0), ("term_months", 6.0), ("clawback_months", 12.0),
        ("exercise_window_months", 3.0), ("base_later", 2e5), ("original_base", 1.6e5),
        ("equity_kind", "rsu"), ("equity_value_per_year", 5e4), ("sign_on_y1", 1e4),
        ("bonus_pct_low", 10.0), ("level", "L5"),
    ):  # fmt: skip
        offer = replace(PLAIN, spans={}, doubts=(Doubt(name, 0.4),), **{name: value})  # type: ignore[arg-type]
        text = render("_doubts", doubts=doubts_of(offer))
        assert text.startswith("**Please check:** I read "), name
        assert "None" not in text
