"""Clauses that bind or take back, found by their phrases and not where the text denies them."""

from __future__ import annotations

import time

import pytest

from bot.offers.reader import read

_PAY = "Base salary $185,000, 15% target bonus, sign-on $20,000. "


def kinds(text: str) -> list[str]:
    return [clause.kind for clause in read(_PAY + text).offers[0].clauses]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You will sign a non-compete of 12 months.", "non_compete"),
        ("You agree not to compete with the Company for one year.", "non_compete"),
        ("This offer includes restrictive covenants.", "non_compete"),
        ("The discretionary annual bonus is paid in March.", "bonus_discretionary"),
        ("Any bonus is paid at the sole discretion of the board.", "bonus_discretionary"),
        ("The bonus is not guaranteed.", "bonus_discretionary"),
        ("RSUs are double-trigger.", "private_shares"),
        ("RSUs vest on a liquidity event only.", "private_shares"),
        ("You assign all inventions to us.", "inventions"),
    ],
)
def test_a_clause_is_found(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "There is no non-compete.",
        "We do not ask for a non-compete.",
        "The non-compete was removed.",
        "Noncompetes are void in California, so there is none.",
        "Health plan at the discretion of the insurer.",
        "The start date is at your discretion.",
        "You will compete with the best.",
        "We work with private company data.",
        "Double check the letter.",
    ],
)
def test_what_only_sounds_like_one_is_none(text: str) -> None:
    assert kinds(text) == []


def test_where_it_stands_is_kept_and_not_its_words() -> None:
    text = _PAY + "You will sign a NON-COMPETE of 12 months."
    (clause,) = read(text).offers[0].clauses
    assert text[clause.start : clause.end] == "NON-COMPETE"


def test_of_two_offers_the_one_that_has_it() -> None:
    text = (
        "Offer 1 from Acme: base $185,000, 15% bonus, with a non-compete of a year.\n\n"
        "Offer 2 from Globex: base $179,000, 10% bonus, sign-on $30,000."
    )
    first, second = read(text).offers
    assert [clause.kind for clause in first.clauses] == ["non_compete"]
    assert second.clauses == ()


def test_looking_for_them_is_linear() -> None:
    text = _PAY + "no non-compete " * 4000
    started = time.perf_counter()
    read(text)
    assert time.perf_counter() - started < 2
