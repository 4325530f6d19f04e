"""The first pay talk over the shipped figures: what no person should be made to say."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Say


@pytest.mark.parametrize("scene", ["", "form ", "current "])
def test_a_new_graduate_is_handed_no_median_of_all_levels(say: Say, scene: str) -> None:
    reply = say(f"/range {scene}new grad software engineer seattle")
    assert reply.facts.quote.level == "all"
    assert (reply.facts.range, reply.facts.all_levels) == (None, "high")
    assert not [line for line in re.findall(r"“[^”]*”", reply.text) if "$" in line]
    median = say("new grad software engineer seattle no offer yet")
    assert median.text.splitlines()[1] == "That counts all levels: expect less at entry level."


@pytest.mark.parametrize("role", ["account executive", "customer success manager"])
def test_a_wage_with_commissions_is_never_called_base(say: Say, role: str) -> None:
    reply = say(f"/range {role} NYC")
    assert reply.facts.quote.soc == "41-3091"
    assert reply.facts.range.pay == "ote"
    lines = [line for line in re.findall(r"“[^”]*”", reply.text) if "$" in line]
    assert lines
    assert all("in on-target earnings" in line and " base" not in line for line in lines)
    assert say("typical OTE").facts.range == reply.facts.range


def test_a_posted_band_of_a_sales_job_goes_by_itself(say: Say) -> None:
    reply = say("/range posted 120-180k, account executive, NYC")
    assert (reply.facts.posted.where, reply.facts.range) == ("no_market", None)
    assert "whether the band is of base or of pay at target" in reply.text
