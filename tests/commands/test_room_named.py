"""Where the room lies beside a good base: shares only with an employer that gives some."""

from __future__ import annotations

import pytest

from tests.conftest import Say


@pytest.mark.parametrize(
    ("offer", "shares"),
    [
        ("Software Engineer at Acme, San Francisco, 400k base", True),
        ("Software Engineer at Lakeview Hospital, San Francisco, 400k base", False),
        ("Software Engineer at City of Oakland, San Francisco, 400k base", False),
    ],
)
def test_equity_is_named_where_there_may_be_some(say: Say, offer: str, shares: bool) -> None:
    reply = say(f"/offer {offer}")
    verdict = reply.text.partition("\n")[0]
    assert "The base is good" in verdict or "looks strong" in verdict
    assert ("equity" in verdict) is shares
    assert "a sign-on" in reply.text
