"""AI work anchors on AI-skilled pay where that is measured; an estimate of it displaces no figure."""

from __future__ import annotations

from tests.conftest import Say

WORK = "/counter I built an LLM workflow with Claude that cut review time from 3 days to 4 hours"
MEASURED = "182k base senior software engineer at Acme, San Francisco"
THIN = "118k base, marketing manager at Acme, Austin"


def test_measured_ai_pay_takes_the_place_of_all_postings(say: Say) -> None:
    assert say(MEASURED).facts.quote.ai == "all"
    say(WORK)
    after = say(MEASURED).facts.quote
    assert (after.ai, after.basis) == ("skilled", "measured")


def test_an_estimate_does_not(say: Say) -> None:
    before = say(THIN).facts.quote
    say(WORK)
    after = say(THIN).facts.quote
    assert (after.p50, after.basis) == (before.p50, before.basis)
    assert after.basis != "estimated"


def test_ai_pay_that_was_asked_for_holds(say: Say) -> None:
    said = say("/profile ai-skilled")
    assert said.facts.ai is True
    assert say(MEASURED).facts.quote.ai == "skilled"
