from __future__ import annotations

import pytest

from bot.understand.counter_talk import read


@pytest.mark.parametrize(
    ("said", "sum_", "rest"),
    [
        ("180k ote", 180_000, ""),
        ("on-target earnings of $180,000", 180_000, ""),
        ("counter on the OTE instead, 180k", 180_000, ""),
        ("OTE from 160k to 180k", 180_000, ""),
        ("180k OTE because I closed 112% of quota", 180_000, "I closed 112% of quota"),
        ("more OTE", None, "more"),
        ("15% more OTE", None, "15% more"),
    ],
)
def test_pay_at_target_is_heard_with_its_sum(said: str, sum_: float | None, rest: str) -> None:
    talk = read(said)
    assert talk.wants_ote
    assert (talk.ote.high if talk.ote else None) == sum_
    assert talk.rest == rest


@pytest.mark.parametrize("said", ["215k", "215k base", "I built a tool for plans with an OTE of 180k"])
def test_other_numbers_are_no_pay_at_target(said: str) -> None:
    assert not read(said).wants_ote


def test_a_base_beside_it_stays() -> None:
    talk = read("90k base, 180k OTE")
    assert (talk.wants_ote, talk.ote_beside, talk.rest) == (False, True, "90k base")
