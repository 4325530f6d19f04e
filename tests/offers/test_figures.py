"""The figures of a text: which there are, which there are not, and that none overlaps another."""

from __future__ import annotations

from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.figures import Figure, figures
from bot.offers.source import read_source

PIECES = st.sampled_from(
    [
        "$", "185k", "1,000", "RSUs", "stocks", "15%", "33 1/3%", "5/15/40/40", "25, 25, 25, 25",
        "10 20 30 40", "25 | 25 | 25 | 25", "1/48", "one-third", "one sixty five", "two ten thousand",
        "fifteen percent", "twenty-five", "four equal annual installments", "third anniversary",
        "the anniversary of", "first year", "4 years", "ninety (90) days", "June 5", "by Fri",
        "in May 2026", "https://a.example/2024/185000", "401k", "60/40", "OTE", "-", "/", ",", ".", "\n",
        "(", "İ", "٣", "€4 000", "12 lakh", "a lakh", "half a lakh a month", "every 3 months", "100", "%",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=20).map(" ".join)


def found(text: str) -> list[Figure]:
    source = read_source(text)
    return figures(source.text, source.low)


def schedules(text: str) -> list[str]:
    return [figure.words for figure in found(text) if figure.kind == "schedule"]


def one(text: str) -> tuple[str, float, float, str | None]:
    """The only figure of a text: its kind, both ends, its unit."""
    (figure,) = found(text)
    return figure.kind, figure.low, figure.high, figure.unit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("5/15/40/40", "5/15/40/40"),
        ("25% / 25% / 25% / 25%", "25/25/25/25"),
        ("10-20-30-40", "10/20/30/40"),
        ("25,25,25,25", "25/25/25/25"),
        ("10 20 30 40", "10/20/30/40"),
        ("25|25|25|25", "25/25/25/25"),
        ("40 | 30 | 20 | 10", "40/30/20/10"),
        ("40 : 30 : 20 : 10", "40/30/20/10"),
        ("33/33/33", "33/33/33"),
    ],
)
def test_a_schedule_in_every_way_of_parting_it(text: str, words: str) -> None:
    assert schedules(f"RSUs vest {text} by year") == [words]
    (figure,) = found(text)
    assert (figure.start, figure.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1000 RSUs, 400/300/200/100", "40/30/20/10"),
        ("800 options, 200 200 200 200 by year", "25/25/25/25"),
        ("grant of 60 RSUs (20, 20, 20)", "33.3333/33.3333/33.3333"),
    ],
)
def test_parts_that_make_up_a_count_of_the_text_are_a_schedule(text: str, words: str) -> None:
    assert schedules(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "5 10 15 20",
        "400/300/200/100",
        "900 RSUs vest 400/300/200/100",
        "100/0/0",
        "0, 0, 100",
        "50/50",
        "165/50/200k",
        "2024/25/25/50",
        "25/25/25/25.5.1",
    ],
)
def test_numbers_that_make_no_whole_are_no_schedule(text: str) -> None:
    assert schedules(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("15%", 15, 15),
        ("10-15%", 10, 15),
        ("10% to 15%", 10, 15),
        ("1,5 %", 1.5, 1.5),
        (".5 percent", 0.5, 0.5),
        ("fifteen percent", 15, 15),
        ("twenty-five (25) per cent", 25, 25),
        ("fifteen (15%)", 15, 15),
        ("33 1/3%", 33 + 1 / 3, 33 + 1 / 3),
        ("66 2/3 %", 66 + 2 / 3, 66 + 2 / 3),
    ],
)
def test_percents(text: str, low: float, high: float) -> None:
    kind, first, last, _ = one(text)
    assert kind == "percent"
    assert [first, last] == pytest.approx([low, high])


def test_a_third_that_is_no_part_of_a_percent_is_a_part_of_a_whole() -> None:
    assert [(figure.kind, figure.low) for figure in found("33 units, 1/3 each")][-1] == ("percent", 33.3333)


@pytest.mark.parametrize(
    ("text", "value"), [("1/48", 2.0833), ("1/4th", 25), ("one-third", 33.3333), ("one quarter", 25)]
)
def test_parts_of_a_whole_are_percents(text: str, value: float) -> None:
    assert one(text) == ("percent", value, value, "part")


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("first anniversary", 12),
        ("one-year cliff", 12),
        ("second anniversary", 24),
        ("3rd anniversary", 36),
        ("fourth anniversary", 48),
        ("5th anniversary", 60),
    ],
)
def test_an_anniversary_is_its_years_in_months(text: str, months: float) -> None:
    assert one(f"on the {text} of your start") == ("time", months, months, "anniversary")


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("in four equal annual installments", 48),
        ("in 16 quarterly instalments", 48),
        ("in thirty-six (36) substantially equal monthly installments", 36),
        ("on each of the four anniversaries", 48),
    ],
)
def test_equal_parts_take_their_time(text: str, months: float) -> None:
    assert one(text) == ("time", months, months, "year")


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("3 full years", 36, 36, "year"),
        ("18 mos", 18, 18, "month"),
        ("2-4 weeks", 10, 20, "week"),
        ("ninety (90) days", 90, 90, "day"),
        ("40 hours", 5, 5, "hour"),
    ],
)
def test_times(text: str, low: float, high: float, unit: str) -> None:
    assert one(text) == ("time", low, high, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("21 stocks", 21, "share"),
        ("19,999 stocks", 19_999, "share"),
        ("4,000 RSUs", 4_000, "rsu"),
        ("19k RSUs", 19_000, "rsu"),
        ("200k options", 200_000, "option"),
        ("1.5 million shares", 1_500_000, "share"),
        ("1,200 restricted stock units", 1_200, "rsu"),
        ("1099 RSUs", 1_099, "rsu"),
    ],
)
def test_things_counted(text: str, value: float, unit: str) -> None:
    assert one(text) == ("count", value, value, unit)


@pytest.mark.parametrize("text", ["20,000 stocks", "20k stocks", "5k stocks", "20k RSUs", "40k RSUs"])
def test_too_many_to_be_counted_are_money(text: str) -> None:
    assert one(text)[0] == "money"


@pytest.mark.parametrize(
    "text",
    [
        "https://jobs.example/2024/185000?base=150000",
        "www.acme.example/150k",
        "401k", "403(b)", "409A", "24/7", "9-5", "at 10:30", "415-555-0134", "(415) 555-0134", "S&P 500",
        "00/100 dollars", "in 2026", "a 1099 role",
    ],
)  # fmt: skip
def test_numbers_that_are_no_figures(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "amount", "period"),
    [
        ("a lakh", 100_000, None),
        ("a lakh per month", 100_000, "month"),
        ("half a lakh a month", 50_000, "month"),
        ("a crore", 10_000_000, None),
    ],
)
def test_a_sum_said_with_an_article(text: str, amount: float, period: str | None) -> None:
    (figure,) = found(f"they pay {text} there")
    assert (figure.low, figure.currency, figure.unit) == (amount, "INR", period)
    assert figure.end - figure.start == len(text)


def test_an_article_before_no_scale_is_no_sum() -> None:
    assert found("a lacquer, two and a half of them, lakhs") == []


def test_how_often_is_no_figure() -> None:
    assert found("every 3 months, every three months, every 6 months") == []


def test_what_stands_after_an_address_is_read() -> None:
    assert [figure.low for figure in found("see https://x.example/2024/185000 for 150k")] == [150_000]


def test_a_split_is_one_only_beside_target_earnings() -> None:
    assert [figure.kind for figure in found("OTE 200k, 60/40")] == ["money", "split"]
    assert "split" not in {figure.kind for figure in found("hybrid 60/40")}
    assert "split" not in {figure.kind for figure in found("OTE 200k, 60/50")}


def test_the_more_particular_reading_wins() -> None:
    told = [figure.kind for figure in found("1/2/2026, 10/20/30/40, 33 1/3%, 4 years, 1,000 RSUs, 50k")]
    assert told == ["date", "schedule", "percent", "time", "count", "money"]


@given(TEXTS)
def test_figures_lie_in_the_text_and_never_overlap(text: str) -> None:
    source = read_source(text)
    told = figures(source.text, source.low)
    assert all(0 <= f.start < f.end <= len(source.text) and 0 <= f.low <= f.high for f in told)
    assert all(before.end <= after.start for before, after in pairwise(told))


@given(TEXTS)
def test_looking_only_where_a_figure_can_begin_loses_none(text: str) -> None:
    told = found(text)
    with patch("bot.offers.figures.openings", lambda low, _: range(len(low))):
        assert found(text) == told
