"""Whether a letter takes an offer back; an offer that may be taken back and a tale of one are none such."""

from __future__ import annotations

import pytest

from bot.offers.taken_back import is_taken_back
from tests.offers.marked import laid


@pytest.mark.parametrize(
    "text",
    [
        "We must rescind our offer of May 4, including the salary of $98,000.",
        "Dear Kim,\nI regret that we have to rescind your offer. The headcount was cut.",
        "The offer of employment has been rescinded.",
        "If you have questions, call us. We hereby withdraw our offer.",
    ],
)
def test_an_offer_taken_back(text: str) -> None:
    assert is_taken_back(laid(text))


@pytest.mark.parametrize(
    "text",
    [
        "Salary $98,000. We may rescind our offer should the drug screen be failed.",
        "Salary $98,000. If we do not hear from you we will withdraw our offer.",
        "We reserve the right to withdraw the offer. Salary: $98,000",
        "They had to rescind the offer, 98k base, after my drug screen.",
        "We are pleased to offer you 98k",
        "",
    ],
)
def test_an_offer_that_stands_or_is_told_of(text: str) -> None:
    assert not is_taken_back(laid(text))
