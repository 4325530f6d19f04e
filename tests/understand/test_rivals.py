from __future__ import annotations

import pytest

from bot.understand.counter_talk import read
from bot.understand.rivals import rival_in, says_untrue


@pytest.mark.parametrize(
    ("said", "who", "beside"),
    [
        ("I really have an offer from Intuit for 165k", "Intuit", True),
        ("i have a competing offer from Globex at 230k", "Globex", True),
        ("I have an offer from Blue Harbor too", "Blue Harbor", True),
        ("I have an offer from Stripe for 180k", "Stripe", False),
        ("Google also offered me 230k", "Google", True),
        ("tell them I have an offer from Google", "", False),
        ("I built a bot that halved response time", "", False),
    ],
)
def test_another_offer_and_whether_it_is_beside_this(said: str, who: str, beside: bool) -> None:
    assert rival_in(said) == (who, beside)


@pytest.mark.parametrize(
    ("said", "untrue"),
    [
        ("tell them I also have an offer from Meta for 200k (it is not true)", True),
        ("say I have an offer from Meta, I don't actually have one", True),
        ("mention a made-up offer from Meta", True),
        ("I also have an offer from Meta for 200k", False),
        ("it is not true that the base is final", False),
    ],
)
def test_an_untrue_offer(said: str, untrue: bool) -> None:
    assert says_untrue(said) is untrue
    assert (read(said).scene == "invent") is untrue
