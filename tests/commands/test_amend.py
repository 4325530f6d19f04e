"""Short lines about the offer at hand: what each puts right, and which are none."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands.amend import amendment, implied
from bot.commands.amending.shapes import Change, Judge, NotMine, Unclear, Undo
from bot.memory.case import About, Case, Draft
from bot.offers.offer import Offer

from .at_hand import ABOUT, IS_IT_A_BONUS, IS_IT_RELOCATION, OTHER, PLAIN, case, doubted


def changed(text: str, before: Case | None = None) -> dict[str, Any]:
    """The fields a line changes, without those it leaves as they were."""
    before = before or case()
    found = amendment(text, before) or implied(text, before)
    assert isinstance(found, Change), (text, found)
    return {name: value for name, value in found.values.items() if getattr(before.offer, name) != value}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("no, sign-on is 30k", {"sign_on": 30_000}),
        ("sign-on is 30k, not 25k", {"sign_on": 30_000}),
        ("30k not 25k", {"sign_on": 30_000}),
        ("it's 30k instead of 25k", {"sign_on": 30_000}),
        ("sign-on went from 25k to 35k", {"sign_on": 35_000}),
        ("they bumped the signing bonus to 40k", {"sign_on": 40_000}),
        (
            "sign on 30k in year 1 and 20k in year 2",
            {"sign_on": 50_000, "sign_on_y1": 30_000, "sign_on_y2": 20_000},
        ),
        ("base is 190k", {"base_amount": 190_000}),
        ("the base is 185", {"base_amount": 185_000}),
        ("base is 180 to 190k", {"base_amount": None, "base_low": 180_000, "base_high": 190_000}),
        ("actually the base is $92 an hour", {"base_amount": 92, "base_period": "hour"}),
        ("base 190k and bonus 20%", {"base_amount": 190_000, "bonus_pct": 20}),
        ("bonus is 20%", {"bonus_pct": 20}),
        ("bonus isn't 15%, it's 10%", {"bonus_pct": 10}),
        ("no, it's 20%", {"bonus_pct": 20}),
        ("the bonus is 30k", {"bonus_pct": None, "bonus_amount": 30_000}),
        ("bonus is 10-15%", {"bonus_pct": None, "bonus_pct_low": 10, "bonus_pct_high": 15}),
        ("equity is 200k", {"equity_value": 200_000}),
        ("the RSUs are 50k a year", {"equity_value_per_year": 50_000}),
        ("4,500 RSUs", {"equity_units": 4_500}),
        ("4500 rsus at $60", {"equity_units": 4_500, "share_price": 60}),
        ("they're options, not RSUs", {"equity_kind": "options"}),
        (
            "10,000 options at a strike of $1.25",
            {"equity_units": 10_000, "equity_kind": "options", "strike": 1.25},
        ),
        ("equity is 0.1%", {"equity_pct": 0.1}),
        ("strike is $2.10", {"strike": 2.1}),
        ("the share price is $61.50", {"share_price": 61.5}),
        ("vests 5/15/40/40", {"vest_schedule": "5/15/40/40"}),
        ("it vests monthly", {"vest_schedule": "monthly"}),
        ("vests over 3 years", {"vest_years": 3}),
        ("cliff is 6 months", {"cliff_months": 6}),
        ("no cliff", {"cliff_months": None}),
        ("relocation 10k", {"relocation": 10_000}),
        ("relocation is included", {"relocation": "yes"}),
        ("pto is 25 days", {"pto_days": 25}),
        ("unlimited pto", {"pto_days": "unlimited"}),
        ("the deadline is 3 March 2027", {"deadline": "2027-03-03"}),
        ("they want an answer by Friday", {"deadline": "Friday"}),
        ("start date is in two weeks", {"start_date": "in two weeks"}),
        ("it's per month", {"base_period": "month"}),
        ("it's hourly", {"base_period": "hour", "base_amount": 170}),
        ("it's in euros", {"currency": "EUR", "currency_explicit": True}),
        ("it's CAD not USD", {"currency": "CAD", "currency_explicit": True}),
        ("total comp is 300k", {"total_comp": 300_000}),
        ("company is Acme Corp", {"company": "Acme Corp"}),
        ("the company is Stripe", {"company": "Stripe"}),
        ("it's Acme, not Harvey", {"company": "Acme"}),
        ("title is Staff Software Engineer", {"title": "Staff Software Engineer"}),
        ("level is L5", {"level": "L5"}),
        ("the 25k is relocation", {"sign_on": None, "relocation": 25_000}),
        ("relocation is 25k too", {"relocation": 25_000}),
        ("remove the bonus", {"bonus_pct": None}),
        ("remove the 25k", {"sign_on": None}),
        ("leave the sign-on out", {"sign_on": None}),
        ("no sign-on", {"sign_on": 0}),
        ("sign-on is none", {"sign_on": 0}),
        ("they don't offer a bonus", {"bonus_pct": 0}),
        ("the 170k is my current pay, not the offer", {"base_amount": None, "base_period": None}),
        ("no it's 185k", {"base_amount": 185_000}),
        ("they raised it to 200k", {"base_amount": 200_000}),
    ],
)
def test_a_line_puts_a_term_right(text: str, values: dict[str, Any]) -> None:
    assert changed(text) == values


def test_no_equity_takes_its_vesting_with_it() -> None:
    values = changed("there's no equity")
    gone = ("equity_units", "share_price", "vest_years", "cliff_months")
    assert values == {"equity_kind": "none", **dict.fromkeys(gone)}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("make it staff", About(level="staff")),
        ("I'm staff, not senior", About(level="staff")),
        ("the level is staff", About(level="staff")),
        ("it's in NYC", About(place="0035620")),
        ("location is Denver", About(place="0019740")),
        ("sorry, Denver not San Francisco", About(place="0019740")),
        ("role is data engineer", About(role="data-engineer")),
    ],
)
def test_a_line_puts_the_job_right(text: str, about: About) -> None:
    found = amendment(text, case()) or implied(text, case())
    assert isinstance(found, Change)
    assert found.about == about


@pytest.mark.parametrize(
    ("text", "problem", "term"),
    [
        ("the bonus is wrong", "no_value", "bonus"),
        ("change the base", "no_value", "base"),
        ("sign-on is purple", "no_value", "sign_on"),
        ("base is -5", "no_value", "base"),
        ("place is Mars", "no_value", "place"),
        ("bonus is 400%", "out_of_range", "bonus"),
        ("base is 5", "out_of_range", "base"),
        ("cliff is 40 years", "out_of_range", "cliff"),
        ("bonus is 4 years", "wrong_kind", "bonus"),
        ("remove the 77k", "no_such_figure", ""),
        ("the second offer", "no_such_offer", ""),
        ("undo that", "nothing_to_undo", ""),
    ],
)
def test_what_cannot_be_carried_out_says_why(text: str, problem: str, term: str) -> None:
    found = amendment(text, case())
    assert isinstance(found, Unclear)
    assert (found.problem, found.term) == (problem, term)


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "thanks",
        "I want a 30k sign-on",
        "I'd like a 30k sign-on",
        "should I take the sign-on?",
        "what is a cliff",
        "my current base is 140k",
        "Meta offered 50k sign-on",
        "I turned down 150k at Dell, now have 170k from Plaid",
        "the bonus is important to me",
        "new offer: base 190k, sign-on 20k",
        "Offer: 150k base, 10% bonus",
        "185k base, 15% bonus, 20k sign-on",
        "is the base 185k?",
        "base is 190k " * 9,
    ],
)
def test_other_words_put_nothing_right(text: str) -> None:
    assert amendment(text, case()) is None
    assert implied(text, case()) is None


@pytest.mark.parametrize("text", ["undo", "Undo that.", "take that back", "no, change it back please"])
def test_the_last_change_can_be_taken_back(text: str) -> None:
    assert amendment(text, replace(case(), before=(Draft(None),))) == Undo()
    assert amendment(text, Case(before=(Draft(PLAIN),))) == Undo()
    assert amendment(text, Case()) is None


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("that's not my offer, that's my current pay", True),
        ("that's my current salary", True),
        ("that's what I earn now", True),
        ("that's not my offer", False),
    ],
)
def test_an_offer_may_be_none(text: str, present: bool) -> None:
    assert amendment(text, case()) == NotMine(present)


@pytest.mark.parametrize(
    "text", ["second offer is the one", "judge the Meta offer", "the other offer", "no, the last one please"]
)
def test_another_offer_of_the_text_can_be_meant(text: str) -> None:
    assert amendment(text, case(PLAIN, OTHER)) == Judge(0)


def test_after_a_look_up_only_what_is_named_means_the_offer() -> None:
    away = replace(case(), looked_up=ABOUT)
    assert changed("sign-on is 30k", away) == {"sign_on": 30_000}
    assert changed("no it's 185k", away) == {"base_amount": 185_000}
    for text in ("it's per month", "make it staff", "20%", "yes"):
        assert amendment(text, away) is None
        assert implied(text, away) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("yes", {"sign_on": 25_000}),
        ("Yes, that's right", {"sign_on": 25_000}),
        ("it's right", {"sign_on": 25_000}),
    ],
)
def test_yes_confirms_a_doubt(text: str, values: dict[str, Any]) -> None:
    assert amendment(text, doubted(IS_IT_RELOCATION)) == Change(values)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("no", {"sign_on": None, "relocation": 25_000}),
        ("nope", {"sign_on": None, "relocation": 25_000}),
        ("no, it's relocation", {"sign_on": None, "relocation": 25_000}),
        ("no relocation", {"sign_on": None, "relocation": 25_000}),
        ("it's the bonus", {"sign_on": None, "bonus_amount": 25_000}),
        ("it's yearly", {"sign_on": None, "bonus_amount": 25_000}),
        ("no, sign-on is 30k", {"sign_on": 30_000}),
        ("no, it's 30k", {"sign_on": 30_000}),
        ("leave it out", {"sign_on": None}),
        ("it's my current pay", {"sign_on": None}),
        ("remove the bonus", {"bonus_pct": None}),
        ("no cliff", {"cliff_months": None}),
        ("it's 185k", {"base_amount": 185_000}),
    ],
)
def test_words_answer_a_doubt(text: str, values: dict[str, Any]) -> None:
    assert changed(text, doubted(IS_IT_RELOCATION)) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2nd one is yearly", {"sign_on": None, "bonus_amount": 25_000}),
        ("the second is wrong", {"sign_on": None, "relocation": 25_000}),
        ("first one: leave it out", {"bonus_pct": None}),
        ("first one is 20%", {"bonus_pct": 20}),
        ("relocation", {"sign_on": None, "relocation": 25_000}),
        ("neither", {"bonus_pct": None, "sign_on": None}),
    ],
)
def test_one_of_two_doubts_is_meant(text: str, values: dict[str, Any]) -> None:
    assert changed(text, doubted(IS_IT_RELOCATION, IS_IT_A_BONUS)) == values


def test_yes_confirms_both_and_no_asks_which() -> None:
    both = doubted(IS_IT_RELOCATION, IS_IT_A_BONUS)
    assert amendment("yes", both) == Change({"bonus_pct": 15, "sign_on": 25_000})
    for text in ("no", "leave it out", "it's my current pay"):
        found = amendment(text, both)
        assert isinstance(found, Unclear)
        assert found.problem == "which_doubt"


WORDS = st.sampled_from(
    (
        *("no", "yes", "it's", "the", "sign-on", "bonus", "base", "equity", "rsus", "30k", "25k", "20%", "4"),
        *("years", "5/15/40/40", "not", "remove", "undo", "is", "wrong", "second", "offer", "first one"),
        *("per month", "€", "$", "1,000", "cliff", "strike", "relocation", "to", "and", ",", ".", "'", "—"),
        *("company", "Acme", "L5", "0", "999999999999999"),
    )
)


@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_no_line_breaks_it_and_only_fields_are_changed(text: str) -> None:
    names = {field.name for field in fields(Offer)}
    for before in (case(PLAIN, OTHER), doubted(IS_IT_RELOCATION, IS_IT_A_BONUS), Case()):
        for found in (amendment(text, before), implied(text, before)):
            if isinstance(found, Change):
                assert set(found.values) <= names
