from __future__ import annotations

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from bot.commands.given import given, gives_instead, sums_beside
from bot.offers.offer import Offer
from bot.playbook.answered import Beside

OFFER = Offer(base_amount=185_000, base_period="year", sign_on=20_000, relocation=7_500)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("no to more base but an extra week vacation", (Beside("vacation", 1, "week"),)),
        ("5 more vacation days", (Beside("vacation", 5, "day"),)),
        (
            "a review after 6 months and two days from home",
            (Beside("review", 6, "month"), Beside("remote", 2, "day")),
        ),
        ("no vacation, no remote", ()),
        ("they will move the title up", (Beside("title"),)),
        ("195k base", ()),
    ],
)
def test_what_is_given_by_its_kind(said: str, found: tuple[Beside, ...]) -> None:
    assert given(said) == found


@pytest.mark.parametrize(
    ("said", "sums"),
    [
        ("they can add 15k to the sign on", {"sign_on": 35_000}),
        ("maybe relocation 10k", {"relocation": 10_000}),
        ("another 5k for the move", {"relocation": 12_500}),
        ("190k base", {}),
    ],
)
def test_sums_beside_the_base(said: str, sums: dict[str, float]) -> None:
    assert sums_beside(said, OFFER) == sums


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("the salary is final but maybe relocation 10k", True),
        ("base is fixed", False),
        ("is the base fixed, but could they add 10k?", False),
        ("I fixed the base image and can ship 10 builds", False),
    ],
)
def test_a_no_with_something_beside_it(said: str, instead: bool) -> None:
    assert gives_instead(said) is instead


@drawn(st.text(max_size=200))
def test_any_words_are_read(said: str) -> None:
    given(said)
    gives_instead(said)
    sums_beside(said, OFFER)
