"""The same counter in another way: which words ask for it, and which are about something else."""

from __future__ import annotations

import pytest

from bot.understand.restyle import restyled


@pytest.mark.parametrize(
    ("said", "form", "tone"),
    [
        ("make it firm", "", "firm"),
        ("softer", "", "warm"),
        ("shorter", "chat", ""),
        ("as a chat message", "chat", ""),
        ("warmer please", "", "warm"),
        ("can you make it shorter?", "chat", ""),
        ("make it firmer and shorter", "chat", "firm"),
        ("in a firmer tone", "", "firm"),
        ("too long", "chat", ""),
        ("too soft", "", "firm"),
        ("that's too harsh", "", "warm"),
        ("tone it down", "", "warm"),
        ("make that an email", "email", ""),
    ],
)
def test_another_form_or_tone_is_heard(said: str, form: str, tone: str) -> None:
    found = restyled(said)
    assert found is not None
    assert (found.form, found.tone) == (form, tone)


@pytest.mark.parametrize(
    "said",
    ["they are firm", "the base is firm", "firm", "firm deadline?", "call me tomorrow", "I built a bot", ""],
)
def test_anything_beside_it_is_something_else(said: str) -> None:
    assert restyled(said) is None
