"""Which few words ask why, and which do not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.why_words import Why, asks_why, is_bare


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("why?", Why()),
        ("Why??", Why()),
        ("but why tho", Why()),
        ("ok, how come?", Why()),
        ("says who", Why()),
        ("Source?", Why()),
        ("on what basis?", Why()),
        ("How did you get that?", Why()),
        ("where does that number come from", Why()),
        ("why should I ask for that", Why()),
        ("why not more?", Why("more")),
        ("Why shouldn't I ask for more?", Why("more")),
        ("why so high", Why("less")),
        ("why 208?", Why(figure=208.0)),
        ("why $208,000", Why(figure=208_000.0)),
        ("and why 25k?", Why(figure=25_000.0)),
        ("where does 1,076,000 come from", Why(figure=1_076_000.0)),
        ("why 10%?", Why(figure=10.0, percent=True)),
        ("why 12.4 percent", Why(figure=12.4, percent=True)),
    ],
)
def test_it_asks_why(text: str, why: Why) -> None:
    assert asks_why(text) == why


@pytest.mark.parametrize(
    "text",
    [
        "",
        "why did they lower my offer",
        "why do recruiters ask for my salary",
        "what about 190k?",
        "185k base at Acme",
        "why they offered me 185k base and a 20k bonus at Acme in Boston I can't say, but here is the letter",
        "I asked them why and they said the band is fixed",
        "whyever",
    ],
)
def test_it_does_not(text: str) -> None:
    assert asks_why(text) is None


def test_with_nothing_said_yet_only_plain_words_ask() -> None:
    assert asks_why("says who?", alone=True) == Why()
    assert asks_why("why should I ask for that", alone=True) is None
    assert asks_why("why 208?", alone=True) is None


def test_only_bare_words_interrupt_a_talk() -> None:
    assert is_bare(" Why? ")
    assert is_bare("how come?!")
    assert not is_bare("why 208?")
    assert not is_bare("why should I take less than the median pays")


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    found = asks_why(text)
    assert found is None or found.figure is None or found.figure >= 0


def test_hostile_lengths_cost_little() -> None:
    started = time.perf_counter()
    for text in ("why " * 50_000, "1," * 100_000, "ok " * 50_000, "why " + "9" * 100_000):
        asks_why(text)
    assert time.perf_counter() - started < 0.2
