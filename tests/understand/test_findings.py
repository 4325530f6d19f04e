"""What a check came out with is no pay, however it is said; pay stays pay."""

from __future__ import annotations

import pytest

from bot.understand.told import names_pay


@pytest.mark.parametrize(
    "said",
    [
        "reviewed 40 NDAs side by side with a second lawyer, agreed on 38",
        "tested on 500 tickets, right on 470",
        "accuracy at 94",
        "NPS at 62, up from 40",
        "CSAT at 88",
        "cost per lead fell 35%, from $80 to $52",
        "p95 at 900 ms",
        "Checked by my manager line by line for two months: 2 mismatches in 3,100",
        "planners stopped over-ordering, $300k less stock",
        "accuracy 94% on 500 labelled tickets",
        "tested w/ 20 users, 17 finished task",
    ],
)
def test_a_finding_is_no_pay(said: str) -> None:
    assert not names_pay(said)


@pytest.mark.parametrize(
    "said",
    [
        "I am on 95",
        "I'm at 120",
        "they agreed on 95k",
        "we agreed on 95 an hour",
        "we agreed on 95",
        "my pay fell 35%, from 80k to 52k",
        "I make 143k",
        "$30k less than I make",
        "they offered $20k less base",
    ],
)
def test_pay_is_pay(said: str) -> None:
    assert names_pay(said)
