"""The picture under a judged offer: its figures are the quote's, the offer's and the ask's."""

from __future__ import annotations

import pytest

from bot.commands.pay_chart import pay_chart
from tests.conftest import Say

OFFER = "182k base senior software engineer at Acme, San Francisco"


def test_its_figures_are_those_of_the_reply(say: Say) -> None:
    say("/profile floor 170k")
    reply = say(OFFER)
    chart, quote = reply.chart, reply.facts.quote
    assert chart is not None
    assert chart.figures == {
        "offer": 182_000, "median": quote.p50, "target": 208_000, "floor": 170_000,
        "p10": quote.p10, "p25": quote.p25, "p50": quote.p50, "p75": quote.p75, "p90": quote.p90,
    }  # fmt: skip
    assert say("/counter").facts.counter.ask == chart.figures["target"]


def test_it_is_drawn_only_when_asked_for(say: Say) -> None:
    chart = say(OFFER).chart
    assert chart is not None
    assert chart.png == b""
    assert chart.drawn().png.startswith(b"\x89PNG")


def test_the_words_and_the_sketch_say_the_same(say: Say) -> None:
    chart = say(OFFER).chart
    assert chart is not None
    for label in ("$182,000", *(f"${chart.figures[mark]:,.0f}" for mark in ("median", "target"))):
        assert label in chart.alt
        assert label in chart.sketch
    lines = chart.sketch.splitlines()
    assert max(len(line) for line in lines) <= 36
    assert lines[0].index("▼") < lines[0].index("┃")


def test_a_better_offer_stands_further_right(say: Say) -> None:
    first, second = (say(OFFER.replace("182k", base)).chart for base in ("182k", "240k"))
    assert first is not None
    assert second is not None
    assert second.sketch.splitlines()[0].index("▼") > second.sketch.splitlines()[0].index("┃")
    assert first.sketch.splitlines()[0].index("▼") < first.sketch.splitlines()[0].index("┃")


@pytest.mark.parametrize(
    "text", ["90k GBP base, senior software engineer, London", "£90,000 base at Acme, London"]
)
def test_without_a_benchmark_there_is_no_picture(say: Say, text: str) -> None:
    assert say(text).chart is None


def test_without_a_base_there_is_none(say: Say) -> None:
    facts = say(OFFER).facts
    from dataclasses import replace

    assert pay_chart(facts.quote, replace(facts.critique, base_low=None), None) is None
    assert pay_chart(None, facts.critique, None) is None
