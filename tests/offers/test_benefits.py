"""What is given beside pay: seen by its kind and size, kept without words, in no sum."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.offers.judged import Judged
from bot.offers.offer import Benefit, Offer, Period
from bot.offers.reader import read
from bot.offers.terms import read_terms
from bot.offers.worth.table import worth_of
from bot.understand.vocab import rows
from bot.voice import _environment
from tests.offers.marked import _whole, judged, offer

PAY = "Base [[base|150k]]."


def of(said: str) -> tuple[Benefit, ...]:
    return offer(f"{PAY} {said}").benefits or ()


@pytest.mark.parametrize(
    ("said", "kind", "amount", "unit", "period"),
    [
        ("Car allowance [[benefit|$6,000 a year]]", "car", 6_000, "money", "year"),
        ("a [[benefit|$700 a month]] vehicle allowance", "car", 700, "money", "month"),
        ("401(k) with a [[benefit|4%]] match", "retirement", 4, "percent", None),
        ("Pension: [[benefit|8%]]", "pension", 8, "percent", None),
        ("night differential [[benefit|$6.50 an hour]]", "night", 6.5, "money", "hour"),
        ("meal vouchers of [[benefit|EUR 8 a day]]", "meals", 8, "money", "day"),
        ("ESPP at [[benefit|15%]]", "espp", 15, "percent", None),
        ("a phone allowance of [[benefit|$50 a month]]", "phone", 50, "money", "month"),
        ("[[benefit|$1,200]] stipend", "stipend", 1_200, "money", None),
        ("completion bonus [[retention|$10,000]]", "completion", 10_000, "money", None),
        ("and [[retention|$30,000]] after two years", "retention", 30_000, "money", None),
        ("severance of [[severance|3 months]]", "severance", 3, "months", None),
    ],
)
def test_a_benefit_is_named_by_the_words_beside_it(
    said: str, kind: str, amount: float, unit: str, period: Period | None
) -> None:
    (found,) = of(said)
    assert (found.kind, found.amount, found.most, found.unit, found.period) == (
        kind, amount, amount, unit, period,
    )  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "Bonus [[bonus_pct|10%]], at most [[benefit|20%]]",
        "90 days, buyout up to [[benefit|$2,000]]",
        "learning [[benefit|40]]",
        "401k match is great. You get [[benefit|6%]] of something",
        "Pension plan, bonus [[bonus_pct|10%]], up to [[benefit|12%]]",
    ],
)
def test_what_no_word_names_is_no_benefit(said: str) -> None:
    assert offer(f"{PAY} {said}").benefits is None


def test_each_of_several_goes_by_its_own_words() -> None:
    found = of("[[benefit|6%]] pension, car allowance [[benefit|£5,400]], [[benefit|£300]] wellness")
    assert [(each.kind, each.amount, each.currency) for each in found] == [
        ("pension", 6, None), ("car", 5_400, "GBP"), ("wellness", 300, "GBP"),
    ]  # fmt: skip


def test_said_twice_is_one_and_an_unsure_one_is_left() -> None:
    assert len(of("Pension [[benefit|8%]]. Pension [[benefit|8%]]")) == 1
    layout, entries = judged(f"{PAY} Pension [[benefit|8%]]")
    unsure = tuple(Judged(e.figure, e.role, 0.4 if e.role == "benefit" else 1.0) for e in entries)
    assert read_terms(layout, _whole(layout, unsure), {}).benefits is None


def test_a_benefit_is_in_no_sum() -> None:
    car = Benefit("car", 6_000, 6_000, "money", "year", "USD")
    bare, given = Offer(base_amount=100_000), Offer(base_amount=100_000, benefits=(car,))
    assert worth_of(given) == worth_of(bare)


def test_every_kind_has_its_words_and_none_is_the_letters() -> None:
    say = _environment().get_template("_offer.md.j2").module.benefit  # type: ignore[attr-defined]
    kinds = {row["kind"] for row in rows("benefit_words")}
    for kind in kinds:
        assert str(say(Benefit(kind, 5, 5, "percent"), "USD")).strip().endswith(" 5%")
    assert str(say(Benefit("shift", 2, 3.5, "money", "hour"), "USD")).strip() == (
        "shift differential $2 to $3.50 an hour"
    )
    assert str(say(Benefit("severance", 1, 1, "months"), "USD")).strip() == "severance 1 month"
    for period in get_args(Period):
        assert (
            str(say(Benefit("car", 500, 500, "money", period, "EUR"), "USD"))
            .strip()
            .startswith("car allowance €500 ")
        )


def test_no_more_are_kept_than_a_table_can_show() -> None:
    assert len(of(" ".join(f"Pension [[benefit|{percent}%]]." for percent in range(1, 31)))) == 12


def test_a_plus_joins_a_shift_to_its_rate() -> None:
    (offer,) = read("offer: RN at Mercy, $58/hr, nights +$6/hr, weekend +$3/hr, CME $2,500").offers
    assert [(each.kind, each.amount) for each in offer.benefits or ()] == [
        ("night", 6.0),
        ("weekend", 3.0),
        ("learning", 2_500.0),
    ]
