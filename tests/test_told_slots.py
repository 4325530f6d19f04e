"""The slots of a reply: a short form's likeliest role, a company's usual name, AI pay only where asked."""

from __future__ import annotations

import pytest

from tests.conftest import Say


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("i'm a pm at stripe and want to write down my ai work", "product-manager"),
        ("pm salary austin", None),  # there the role is asked for
    ],
)
def test_a_short_form_is_told_as_the_likeliest_role(say: Say, text: str, role: str | None) -> None:
    assert say(text).slots.role == role


def test_a_company_goes_by_its_usual_name(say: Say) -> None:
    assert say("offer from Ernst and Young, accountant, chicago, 90k base").slots.company == "EY"


def test_ai_at_work_asks_for_no_ai_pay(say: Say) -> None:
    reply = say("add to my evidence: I am good with ai")
    assert reply.intent == "evidence"
    assert reply.slots.ai is None
