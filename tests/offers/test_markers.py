"""What opens an offer where a text counts its offers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.markers import markers
from tests.offers.marked import laid

PIECES = st.sampled_from(
    [
        "Offer 1", "\n", "- ", "| ", "option b:", "2) ", "a. ", "the other one is", "also got an offer",
        "150k", " ", ":",
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Offer 1: 150k\nOffer 2: 160k", [0, 13]),
        ("Offer A 150k\nOffer B 160k", [0, 12]),
        ("150k\n- Option two: 160k", [4]),
        ("  | company 2 | 150k", [0]),
        ("job one 150k\n\njob three 160k", [0, 13]),
        ("**Offer 1** 150k\n**Offer 2** 160k", [0, 16]),
        ("1) Acme 150k\n2) Umbra 160k", [0, 12]),
        ("1. Acme 150k\n2. Umbra 160k", [0, 12]),
        ("a) Acme 150k\nb: Umbra 160k", [0, 12]),
    ],
)
def test_a_line_that_counts_offers_opens_one(text: str, places: list[int]) -> None:
    assert markers(laid(text)) == places


@pytest.mark.parametrize(
    "text",
    [
        "150k, second offer 160k",
        "150k; 2nd verbal offer 160k",
        "150k, a competing written offer 160k",
        "150k. Also got an offer of 160k",
        "150k, the third company 160k",
        "150k. The other is 160k",
        "150k, the other from Umbra 160k",
    ],
)
def test_words_of_another_offer_open_one(text: str) -> None:
    assert len(markers(laid(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "offer 150k",
        "offer 2%",
        "option 1k",
        "offer 2,000",
        "offer 12",
        "choice four",
        "my offer 1 is 150k",
        "1.5 weeks",
        "on the second floor",
        "another offer letter",
        "the others",
        "the other perks are fine",
        "we also have free lunch",
    ],
)
def test_what_counts_no_offers_opens_none(text: str) -> None:
    assert markers(laid(text)) == []


def test_markers_come_in_order() -> None:
    assert markers(laid("1) 150k\n2) 160k, another offer 170k\nOffer 4: 180k")) == [0, 7, 17, 35]


@given(st.lists(PIECES, max_size=15).map("".join))
def test_markers_lie_in_the_text_in_order(text: str) -> None:
    layout = laid(text)
    found = markers(layout)
    assert found == sorted(found)
    assert all(0 <= place < len(layout.source.text) for place in found)
