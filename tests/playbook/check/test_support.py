"""Which market figure stands behind a number that a draft asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.market.quote import Asked as AskedCell
from bot.market.quote import Quote
from bot.playbook.check.reading import look
from bot.playbook.check.shapes import Known
from bot.playbook.check.support import below_median, support, wanted_of

QUOTE = Quote(
    role="software-engineer",
    place="San Francisco, CA",
    level="senior",
    ai="all",
    p50=200_000.0,
    p75=230_000.0,
    source="postings",
    source_name="postings",
    as_of="2026-08-08",
    basis="measured",
    n=300,
    employers=40,
    asked=AskedCell("software-engineer", "0041860", "senior"),
)


@pytest.mark.parametrize(
    ("figure", "stands"),
    [
        ("200k", "median"),
        ("$201,500", "median"),
        ("215", "upper_quarter"),
        ("240k", None),
        ("$80 an hour", None),
    ],
)
def test_the_figure_reaches_the_number_or_is_left_out(figure: str, stands: str | None) -> None:
    asked = wanted_of(look(f"Thank you. I'm asking for {figure}. Can we?", Known()).asks)
    assert asked is not None
    assert support(asked, QUOTE) == stands
    assert support(asked, replace(QUOTE, basis="estimated")) is None
    assert support(asked, replace(QUOTE, level="all")) is None
    assert support(asked, None) is None


def test_a_number_far_under_the_median_is_told() -> None:
    asked = wanted_of(look("Thank you. I'm asking for 150k. Can we?", Known()).asks)
    assert below_median(asked, QUOTE) == 25.0
    asked = wanted_of(look("Thank you. I'm asking for 185k. Can we?", Known()).asks)
    assert below_median(asked, QUOTE) is None


def test_no_number_no_support() -> None:
    assert wanted_of(look("Thank you. Is there any flexibility on the base?", Known()).asks) is None
    assert support(None, QUOTE) is None
