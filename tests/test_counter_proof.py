"""What a counter may show as proof: a wage of this very job, from the shipped figures."""

from __future__ import annotations

from tests.conftest import Say


def test_the_wage_of_managers_is_no_proof_for_who_manages_nothing(say: Say) -> None:
    say("/offer HR Business Partner at Dunmore Foods, Manchester NH, 82k")
    reply = say("/counter")
    assert (reply.facts.counter.market, reply.facts.counter.weak) == (None, True)
    assert reply.file is not None
    assert "[GAP: the market" in reply.file.content
    assert "142,600" not in reply.file.content
    assert "142,600" not in say("/check Hi Raj, thanks. Could you do 92k? I hired 40 people. Bea").text
    say("/offer HR Manager at Dunmore Foods, Manchester NH, 125k")
    assert say("/counter").facts.counter.weak is False
