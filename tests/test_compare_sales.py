"""Sales offers side by side, against wages in which commissions are counted."""

from __future__ import annotations

import pytest

from bot.commands.compare import CompareFacts
from tests.conftest import Say


def test_pay_at_target_is_held_against_a_median_that_counts_commissions(say: Say) -> None:
    reply = say(
        "/compare Acme: Account Executive, Chicago, 120k base, 200k OTE\n"
        "Globex: Account Executive, Chicago, 110k base"
    )
    found = reply.facts
    assert isinstance(found, CompareFacts)
    assert found.comparison is not None
    acme, globex = found.comparison.sides
    quote = found.quotes[0]
    assert quote is not None
    assert (acme.held, globex.held) == ("ote", "base")
    assert acme.gap_pct == pytest.approx(100 * (200_000 - quote.p50) / quote.p50)
    assert globex.gap_pct == pytest.approx(100 * (110_000 - quote.p50) / quote.p50)
    assert "Acme: pay at target (OTE)" in reply.text
    assert "commissions counted in both" in reply.text
    assert "which counts commissions too: a weak comparison for a base" in reply.text
