"""Roles of mentions: what is made of them whatever the weights say."""

from __future__ import annotations

import pytest

from bot.offers import judged
from bot.offers.judged import Judged, judge
from bot.offers.tagger import Weights
from tests.offers.marked import laid


def judged_by(text: str, *roles: str, **speaks: str) -> tuple[Judged, ...]:
    """A text judged by weights of our own: the first role of all mentions, but what a feature speaks for."""
    numbers = {feature.replace("_", "="): f"{roles.index(role)} 500" for feature, role in speaks.items()}
    size = range(len(roles))
    moves = tuple(tuple(0.01 * (not one) + 0.01 * (not other) for other in size) for one in size)
    return judge(laid(text), Weights(roles, dict(numbers), moves))


def roles(entries: tuple[Judged, ...]) -> list[str]:
    return [entry.role for entry in entries if entry.figure.kind == "money"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("and 25k equity", "equity_value"),
        ("and 25k in RSUs", "equity_value"),
        ("and 25k worth of stock", "equity_value"),
        ("and equity: 25k", "equity_value"),
        ("and stock of 25k", "equity_value"),
        ("and 5k relocation", "relocation"),
        ("and 5k sign-on", "sign_on"),
    ],
)
def test_an_unsure_sum_is_what_the_word_beside_it_says(text: str, role: str) -> None:
    entry = next(e for e in judged_by(text, "base", "bonus_amount") if e.figure.kind == "money")
    assert (entry.role, entry.others[0][0]) == (role, "base")
    assert entry.sure < 0.75, "it is asked about"


@pytest.mark.parametrize(
    "text",
    [
        "and 25k, equity",
        "and 25k equity: 40k",
        "and 25k equity 40k",
        "and 25k equity of 40k",
        "and 5k plus relocation",
        "relocation: 5k",
        "and 25% equity",
    ],
)
def test_a_word_further_off_says_nothing(text: str) -> None:
    assert judged_by(text, "base", "bonus_amount")[0].role == "base"


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("equity_year", "25k equity"),
        ("refresh", "25k in RSUs"),
        ("sign_on_y1", "5k sign-on"),
        ("present", "25k equity"),
    ],
)
def test_a_role_of_the_same_family_or_of_other_pay_stays(role: str, text: str) -> None:
    assert roles(judged_by(f"and {text}", role, "bonus_amount")) == [role]


def test_a_sure_sum_stays_what_it_is() -> None:
    assert roles(judged_by("and 25k equity", "sign_on", "base", b1_and="base")) == ["base"]


def _paid(text: str) -> tuple[Judged, ...]:
    return judged_by(text, "bonus_amount", "base", b1_pay="base")


def test_a_sum_said_again_is_what_it_surely_was() -> None:
    assert roles(_paid("pay 165k, which is $165,000")) == ["base", "base"]
    assert roles(_paid("pay 165k, which is $166,000")) == ["base", "bonus_amount"]
    assert roles(_paid("here 165k, then pay $165,000")) == ["bonus_amount", "base"]


def test_a_bare_number_said_again_is_another() -> None:
    assert roles(_paid("pay 165, which is 165")) == ["base", "bonus_amount"]


def test_words_without_a_figure_need_no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judged, "weights", pytest.fail)
    assert judge(laid("what is a good counter")) == ()


def test_the_chance_of_a_role() -> None:
    entry = Judged(laid("25k").figures[0], "base", 0.7, (("sign_on", 0.2), ("none", 0.1)))
    assert [entry.chance(role) for role in ("base", "sign_on", "total")] == [0.7, 0.2, 0.0]
    assert (entry.instead, entry.offered, Judged(entry.figure, "present").offered) == ("sign_on", True, False)


def test_a_figure_taken_back_is_no_term() -> None:
    entries = judged_by("they gave 140k. sorry, 145k", "base")
    assert roles(entries) == ["none", "base"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [("worth 40k, not 40,000 options", "equity_value"), ("40,000 options, sorry, $40k", "equity_value")],
)
def test_the_right_figure_is_what_the_one_taken_back_was(text: str, kept: str) -> None:
    entries = judged_by(text, "none", "equity_units", **{"k_count/option": "equity_units"})
    assert [(e.figure.kind, e.role) for e in entries if e.role != "none"] == [("money", kept)]


def test_a_wish_takes_no_offer_back() -> None:
    assert roles(judged_by("180k, not 160k", "base", "wish", n_0money="wish")) == ["wish", "base"]


@pytest.mark.parametrize(
    ("text", "weights", "told"),
    [
        ("145 instead of 138", {}, ["base", "base_old"]),
        ("145 instead of 138", {"n_0money": "none"}, ["base", "base_old"]),
        ("145 instead of 138", {"n_1money": "present"}, ["base", "present"]),
        ("138 instead of 145", {}, ["base", "base"]),
    ],
)
def test_a_raised_base_and_what_it_was(text: str, weights: dict[str, str], told: list[str]) -> None:
    assert roles(judged_by(text, "base", "none", "present", **weights)) == told


def test_a_number_alone_beside_options_stays_a_count() -> None:
    entries = judged_by("granted 400 stock options", "equity_units")
    assert [e.role for e in entries if e.figure.kind != "word"] == ["equity_units"]
