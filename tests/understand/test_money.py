"""Amounts in words."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.money import amounts, read_amount

WORDS = [
    "one",
    "five",
    "ten",
    "twenty",
    "hundred",
    "thousand",
    "million",
    "and",
    "a",
    "dollars",
    "(",
    ")",
    "-",
]


@pytest.mark.parametrize(
    ("text", "value", "currency", "per"),
    [
        ("165k", 165_000, None, None),
        ("165K", 165_000, None, None),
        ("$165,000", 165_000, "USD", None),
        ("$1.2M", 1_200_000, "USD", None),
        ("$1.2 million", 1_200_000, "USD", None),
        ("US$ 100k", 100_000, "USD", None),
        ("98,000 dollars per year", 98_000, "USD", "year"),
        ("USD 176,000 / YEAR", 176_000, "USD", "year"),
        ("£85,000 a year", 85_000, "GBP", "year"),
        ("€72k", 72_000, "EUR", None),
        ("72.000 €", 72_000, "EUR", None),
        ("65 000 €", 65_000, "EUR", None),
        ("120'000 CHF", 120_000, "CHF", None),
        ("CAD 118,000", 118_000, "CAD", None),
        ("C$90k", 90_000, "CAD", None),
        ("12 lakh", 1_200_000, "INR", None),
        ("32 LPA", 3_200_000, "INR", "year"),
        ("₹12,00,000", 1_200_000, "INR", None),
        ("1.5 cr INR", 15_000_000, "INR", None),
        ("$42.50 per hour", 42.5, "USD", "hour"),
        ("$52/hr", 52, "USD", "hour"),
        ("$9,500/mo", 9_500, "USD", "month"),
        ("$5,000 biweekly", 5_000, "USD", "biweek"),
        ("$2.15 per share", 2.15, "USD", "share"),
        ("150 thousand", 150_000, None, None),
    ],
)
def test_reads_one_amount_whole(text: str, value: float, currency: str | None, per: str | None) -> None:
    (amount,) = amounts(text)
    assert (amount.low, amount.high, amount.currency, amount.per) == (value, value, currency, per)
    assert text[amount.start : amount.end] == text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("150-180k", 150_000, 180_000),
        ("$150k to $180k", 150_000, 180_000),
        ("between 150k and 170k", 150_000, 170_000),
        ("$160,000 – $175,000", 160_000, 175_000),
        ("150k-180", 150_000, 180_000),
    ],
)
def test_reads_a_range_as_one(text: str, low: float, high: float) -> None:
    (amount,) = amounts(text)
    assert (amount.low, amount.high) == (low, high)


def test_two_sums_are_no_range() -> None:
    assert [a.low for a in amounts("150k and 170k")] == [150_000, 170_000]
    assert [a.low for a in amounts("20k - 200k")] == [20_000, 200_000]
    assert [a.low for a in amounts("200k-150k")] == [200_000, 150_000]


def test_a_letter_alone_is_no_scale() -> None:
    (amount,) = amounts("4 m")
    assert (amount.low, amount.bare) == (4, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("165", 165_000),
        ("165k", 165_000),
        ("my floor is 180", 180_000),
        ("185000", 185_000),
        ("$55 an hour", 55),
    ],
)
def test_one_figure_about_pay(text: str, value: float) -> None:
    amount = read_amount(text)
    assert amount is not None
    assert amount.low == value


@pytest.mark.parametrize("text", ["", "none", "5 years", "in 2026", "L4", "v1.2.3", "-", "$", "k"])
def test_what_is_no_pay_is_not_found(text: str) -> None:
    assert read_amount(text) is None


@given(st.text(max_size=200))
def test_never_raises_and_spans_are_in_order(text: str) -> None:
    found = amounts(text)
    assert all(0 <= a.start < a.end <= len(text) and 0 <= a.low <= a.high for a in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("piece", ["1", "$", "1,", "1 ", "1.", "$1k-", "123 ", "'", "1'000 ", "€ "])
def test_linear_on_hostile_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        began = time.process_time()
        amounts(text)
        return time.process_time() - began

    seconds(1_000)
    assert seconds(200_000) < 2.0


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("one hundred and sixty five thousand dollars", 165_000, 165_000, "USD"),
        ("Ninety-Two Thousand Five Hundred", 92_500, 92_500, None),
        ("a hundred thousand pounds", 100_000, 100_000, "GBP"),
        ("one million two hundred thousand", 1_200_000, 1_200_000, None),
        ("fifty grand", 50_000, 50_000, None),
        ("between one hundred ten and one hundred thirty thousand", 110_000, 130_000, None),
        ("sixty thousand dollars ($60,000.00)", 60_000, 60_000, "USD"),
    ],
)
def test_amounts_written_in_words(text: str, low: float, high: float, currency: str | None) -> None:
    (amount,) = amounts(text)
    assert (amount.low, amount.high, amount.currency) == (low, high, currency)


@pytest.mark.parametrize(
    "text",
    [
        "one two three",
        "twenty people",
        "forty thousand shares",
        "two thousand stock options",
        "five hundred thousand users",
        "hundred hundred",
        "the thousand islands",
        "twenty-one",
        "someone thousands",
    ],
)
def test_numbers_in_words_that_are_no_money(text: str) -> None:
    assert amounts(text) == []


def test_words_and_other_digits_are_two_amounts() -> None:
    found = amounts("ninety thousand dollars ($9,500)")
    assert [amount.low for amount in found] == [90_000, 9_500]


def test_the_period_of_a_sum_in_words() -> None:
    (amount,) = amounts("eighty-five euros per hour")
    assert (amount.low, amount.currency, amount.per) == (85, "EUR", "hour")


@given(st.lists(st.sampled_from(WORDS)))
def test_any_number_words_are_read_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = amounts(text)
    assert all(0 <= a.start < a.end <= len(text) and 0 <= a.low <= a.high for a in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("piece", ["one ", "one hundred and ", "a ", "twenty-", "thousand dollars "])
def test_number_words_are_linear(piece: str) -> None:
    began = time.process_time()
    amounts(piece * (200_000 // len(piece)))
    assert time.process_time() - began < 2.0


@pytest.mark.parametrize(
    ("text", "value", "per"),
    [
        ("twelve lakh", 1_200_000, None),
        ("twenty five lakh rupees", 2_500_000, None),
        ("seven lakh fifty thousand", 750_000, None),
        ("one crore twenty lakh", 12_000_000, None),
        ("fifty lakhs per annum", 5_000_000, "year"),
        ("7L", 700_000, None),
        ("1.2 cr", 12_000_000, None),
        ("5 crores", 50_000_000, None),
    ],
)
def test_indian_sums_are_rupees(text: str, value: float, per: str | None) -> None:
    (amount,) = amounts(text)
    assert (amount.low, amount.currency, amount.per, amount.bare) == (value, "INR", per, False)
    assert text[amount.start : amount.end] == text


def test_a_sum_in_words_of_another_currency_keeps_it() -> None:
    assert [amount.currency for amount in amounts("two lakh dollars, 3 lakh USD")] == ["USD", "USD"]


@pytest.mark.parametrize("text", ["ten lakh shares", "lakh", "a few crore users"])
def test_counts_in_lakhs_are_no_money(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize("text", ["CTC 7 L", "7 L and 2 lakh", "INR, 7 L", "7 L, then 2L", "₹ and 7 L"])
def test_an_l_apart_is_lakh_where_lakhs_are_spoken_of(text: str) -> None:
    assert (700_000, "INR") in {(amount.low, amount.currency) for amount in amounts(text)}


@pytest.mark.parametrize("text", ["7 L", "7 l", "7l", "12 m", "7 M", "3 b", f"7 L{' and so on' * 50} lakh"])
def test_a_shy_letter_apart_is_no_scale(text: str) -> None:
    (amount,) = amounts(text)
    assert (amount.low < 13, amount.currency, amount.bare) == (True, None, True)


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("€4 000", 4_000, "EUR"),
        ("€ 4 000", 4_000, "EUR"),
        ("$ 150 000", 150_000, "USD"),
        ("€4 000 000", 4_000_000, "EUR"),
        ("40 000", 40_000, None),
        ("4 000 zł", 4_000, "PLN"),
    ],
)
def test_thousands_parted_by_spaces(text: str, value: float, currency: str | None) -> None:
    (amount,) = amounts(text)
    assert (amount.low, amount.currency) == (value, currency)


@pytest.mark.parametrize("text", ["4 000", "€4 0000", "2 100 RSUs"])
def test_two_numbers_beside_each_other_are_not_one(text: str) -> None:
    assert len(amounts(text)) == 2


@pytest.mark.parametrize("said", ["every other week", "every two weeks", "per pay period", "biweekly"])
def test_pay_every_two_weeks(said: str) -> None:
    (amount,) = amounts(f"$4,000 {said}")
    assert (amount.low, amount.per) == (4_000, "biweek")


@pytest.mark.parametrize("text", ["150k $20k", "150 €20k", "150k £20", "150k ₹20,000"])
def test_a_symbol_of_the_next_sum_is_not_this_one_s(text: str) -> None:
    first, second = amounts(text)
    assert (first.low in {150, 150_000}, first.currency) == (True, None)
    assert second.currency is not None


@pytest.mark.parametrize(
    ("text", "currency"), [("150k€ 20k", "EUR"), ("150k £, 20k", "GBP"), ("150k$", "USD")]
)
def test_a_symbol_after_a_sum_is_its_own(text: str, currency: str) -> None:
    assert amounts(text)[0].currency == currency


def test_sums_far_apart_are_all_found() -> None:
    words = "and so it goes on for a while " * 40
    assert [a.currency for a in amounts(f"US$ 150k {words} CAD 90k {words} £5,000")] == ["USD", "CAD", "GBP"]
