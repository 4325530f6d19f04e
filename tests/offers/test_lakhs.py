"""Sums said short in talk of lakhs, and what no talk of lakhs makes of them."""

from __future__ import annotations

import pytest

from bot.offers.lakhs import in_lakhs
from tests.offers.marked import judged


def sums(marked: str) -> list[tuple[str, float, str | None]]:
    """Role, size and currency of every sum of a marked text."""
    layout, entries = judged(marked)
    return [
        (entry.role, entry.figure.low, entry.figure.currency)
        for entry in in_lakhs(layout, entries)
        if entry.figure.kind == "money"
    ]


def test_bare_sums_are_lakhs_where_the_others_are() -> None:
    assert sums("CTC [[total|28 LPA]]: fixed [[base|24]], variable [[bonus_amount|2.5]]") == [
        ("total", 2_800_000, "INR"),
        ("base", 2_400_000, "INR"),
        ("bonus_amount", 250_000, "INR"),
    ]


@pytest.mark.parametrize(
    ("marked", "low"),
    [
        ("CTC [[total|28 LPA]], bonus [[bonus_pct|10]]", 10),
        ("CTC [[total|28 LPA]], vests in [[vest_years|4]]", 4),
        ("CTC [[total|28 LPA]], stipend [[base|900]]", 900),
        ("base [[base|₹24,00,000]], joining [[sign_on|50]]", 50),
        ("base [[base|24 LPA]], stocks [[equity_value|$40k]] and [[equity_more|50]]", 50),
        ("base [[base|185]], bonus [[bonus_amount|20]]", 20),
    ],
)
def test_other_bare_numbers_stay_as_they_are(marked: str, low: float) -> None:
    assert sums(marked)[-1][1] == low
