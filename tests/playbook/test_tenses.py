"""The past of what follows "I" on a resume."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playbook.tenses import past_of


@pytest.mark.parametrize(
    ("verb", "helper", "past"),
    [
        ("precept", "", "precepted"),
        ("carry", "", "carried"),
        ("reply", "", "replied"),
        ("plan", "", "planned"),
        ("close", "", "closed"),
        ("write", "", "wrote"),
        ("written", "have", "wrote"),
        ("running", "'m", "ran"),
        ("managing", "have", "managed"),
        ("carrying", "am", "carried"),
        ("cut", "", "cut"),
        ("built", "'d", "built"),
        ("build", "have", "built"),
        ("need", "", ""),
        ("usually", "", ""),
        ("responsible", "was", ""),
        ("two", "have", ""),
        ("12", "have", ""),
        ("", "", ""),
    ],
)
def test_the_past_of_a_verb(verb: str, helper: str, past: str) -> None:
    assert past_of(verb, helper) == past


@given(st.text(max_size=40), st.sampled_from(["", "have", "was", "'m"]))
def test_any_word_has_a_past_or_none(verb: str, helper: str) -> None:
    assert isinstance(past_of(verb, helper), str)
