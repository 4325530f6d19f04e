"""What counts as a number, a tool, a way of measuring; and what only looks like one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playbook.signals import buzzwords, figures, says_ai, signals, tools


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("response time fell from 9 hours to 4", ("9", "4")),
        ("cut errors by 30%", ("30%",)),
        ("saved $2M a year", ("$2M",)),
        ("it serves 40k users", ("40k",)),
        ("errors fell from 9% to 2.5%", ("9%", "2.5%")),
        ("handling time halved", ("halved",)),
        ("falls went down by a third", ("third",)),
        ("saves every rep two hours a week", ("two hours",)),
    ],
)
def test_numbers_that_measure_something(said: str, found: tuple[str, ...]) -> None:
    assert figures(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "built with GPT-4 and Claude 3.5",
        "we moved from Python 2 to S3",
        "launched in 2024",
        "on call 24/7 for a B2B product",
        "F1 and P95",
        "one of my best projects",
        "",
    ],
)
def test_names_years_and_versions_are_no_numbers(said: str) -> None:
    assert figures(said) == ()


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("I wrote it in Python and SQL", ("Python", "SQL")),
        ("charts in Epic and Excel", ("Epic", "Excel")),
        ("Excel", ("Excel",)),
        ("built using Frobnicate for the team", ("Frobnicate",)),
        ("an LLM pipeline with LangChain", ("LangChain",)),
        ("a Power BI report", ("Power BI",)),
    ],
)
def test_tools_are_found_as_written(said: str, named: tuple[str, ...]) -> None:
    assert tools(said) == named


@pytest.mark.parametrize(
    "said", ["I excel at epic work", "go and access the writer", "Teams love it", "with Marc", ""]
)
def test_everyday_words_are_no_tools(said: str) -> None:
    assert tools(said) == ()


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("we compared its labels with 500 tickets", {"measure", "number", "sample", "specific"}),
        ("an A/B test over six weeks", {"measure", "sample"}),
        ("customers waited less than before", {"user", "change"}),
        ("a second team picked it up", {"again"}),
        ("any team can run it", {"transfer"}),
        ("n = 40", {"sample", "number"}),
    ],
)
def test_each_thing_is_told_by_its_words(said: str, shown: set[str]) -> None:
    assert signals(said) >= shown


@pytest.mark.parametrize(
    "said", ["we never measured it", "I didn't track it", "there were no metrics", "without any eval of it"]
)
def test_what_was_not_measured_is_no_measurement(said: str) -> None:
    assert "measure" not in signals(said)


def test_buzzwords_are_told_apart() -> None:
    assert len(buzzwords("leveraged cutting-edge AI synergies to drive transformation")) == 6
    assert buzzwords("I built a bot that sorts tickets") == ()
    assert "specific" not in signals("leveraged cutting-edge AI synergies to drive transformation")


@pytest.mark.parametrize(
    ("said", "is_ai"),
    [
        ("I built an LLM triage bot", True),
        ("I set up a review with Claude", True),
        ("I trained a model in PyTorch", True),
        ("I changed how our ward hands over patients", False),
        ("I said so to my team", False),
    ],
)
def test_ai_work_is_told_by_the_work_or_the_model(said: str, is_ai: bool) -> None:
    assert says_ai(said) is is_ai


@given(st.text(max_size=700))
def test_any_words_are_read(said: str) -> None:
    assert isinstance(signals(said), frozenset)
    assert all(each.split()[0].lower() in said.lower() for each in tools(said))


@pytest.mark.parametrize(
    "piece", ["from ", "before ", "was ", "1,", "not a ", "using ", "over ", "$1", "A.b"]
)
def test_reading_is_linear(piece: str) -> None:
    start = time.perf_counter()
    signals(piece * (700 // len(piece)))
    assert time.perf_counter() - start < 0.5
