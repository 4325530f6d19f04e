"""Two offers held side by side for who does not stay four years."""

from __future__ import annotations

import pytest

from bot.commands.compare_reply import CompareFacts
from bot.turn import Reply
from tests.conftest import Say

FIRST = (
    "/offer Engineering Manager at Northwind Cloud, Seattle. Base $235k, RSU $240,000 over 4 years,"
    " sign-on 30k"
)
SECOND = "/offer Engineering Manager at Hexbyte. Remote. Base 255,000, RSU $160,000 over 4 years"


def facts(reply: Reply) -> CompareFacts:
    assert isinstance(reply.facts, CompareFacts), reply.text
    return reply.facts


@pytest.mark.parametrize(
    ("said", "months", "northwind", "hexbyte"),
    [
        ("which one is better if i only stay 2 years?", 24, 470_000 + 30_000 + 120_000, 510_000 + 80_000),
        ("and if I leave after 18 months", 18, 352_500 + 30_000 + 90_000, 382_500 + 60_000),
        ("which is better in the first year", 12, 235_000 + 30_000 + 60_000, 255_000 + 40_000),
        ("compare them over 3 years", 36, 705_000 + 30_000 + 180_000, 765_000 + 120_000),
        ("/compare 3 years", 36, 705_000 + 30_000 + 180_000, 765_000 + 120_000),
        ("what if I stay a year and a half", 18, 352_500 + 30_000 + 90_000, 382_500 + 60_000),
    ],
)
def test_a_shorter_stay_has_sums_of_its_own(
    say: Say, said: str, months: float, northwind: float, hexbyte: float
) -> None:
    say(FIRST)
    say(SECOND)
    say("/compare")
    found = facts(say(said))
    assert found.comparison is not None
    assert found.stay is not None
    kept = {
        side.name: each.kept
        for side, each in zip(found.comparison.sides, found.stay.sides, strict=True)
        if each
    }
    assert found.stay.months == months
    assert kept == {"Northwind Cloud": pytest.approx(northwind), "Hexbyte": pytest.approx(hexbyte)}
    assert found.stay.lead is not None
    assert found.stay.lead.by == pytest.approx(northwind - hexbyte)


def test_the_first_line_says_the_time_and_four_years_stand_under_it(say: Say) -> None:
    say(FIRST)
    say(SECOND)
    text = say("which one pays more over 2 years").text
    assert text.startswith(
        "**Over 2 years Northwind Cloud leaves you $30,000 more than Hexbyte: $620,000 against"
    )
    assert "Over four years" in text


def test_a_grants_years_are_no_stay(say: Say) -> None:
    found = facts(
        say("/compare Acme: 180k base, 80k RSUs over 2 years vs Globex: 170k base, 200k RSUs over 3 years")
    )
    assert found.comparison is not None
    assert found.stay is None


def test_line_cooks_are_compared_by_their_employers(say: Say) -> None:
    both = (
        "Line cook at Pepper House, $21/hr, 40 hours, free meals vs Line cook at Salt Diner, $22/hr, 35 hours"
    )
    found = facts(say(f"/compare {both}")).comparison
    assert found is not None
    assert [side.name for side in found.sides] == ["Pepper House", "Salt Diner"]
