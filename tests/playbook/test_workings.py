"""The working laid out for "why?" is the one the rules made the number by."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.market.quote import Asked, Quote
from bot.offers.offer import Offer
from bot.playbook.asks import round_up
from bot.playbook.counter import counter
from bot.playbook.critique import critique
from bot.playbook.pay_range import pay_range
from bot.playbook.workings import ask_working, range_working

MARKET = Quote(
    role="software-engineer",
    place="Boise, ID",
    level="senior",
    ai="all",
    p10=120_000,
    p25=140_000,
    p50=160_000,
    p75=185_000,
    p90=210_000,
    n=40,
    employers=9,
    source="postings",
    source_name="made-up postings",
    as_of="2026-08-08",
    basis="measured",
    asked=Asked("software-engineer", "0014260", "senior"),
)
EVIDENCE = st.sampled_from([frozenset(), frozenset({"workflow"}), frozenset({"workflow", "eval"})])
ANY_CENT = pytest.approx


def at(p50: int) -> Quote:
    return replace(MARKET, p10=p50 - 40_000, p25=p50 - 20_000, p50=p50, p75=p50 + 25_000, p90=p50 + 50_000)


@settings(deadline=None)
@given(
    base=st.integers(60_000, 400_000),
    p50=st.one_of(st.none(), st.integers(100_000, 300_000)),
    floor=st.one_of(st.none(), st.integers(60_000, 400_000)),
    evidence=EVIDENCE,
)
def test_every_ask_on_base_follows_from_its_working(
    base: int, p50: int | None, floor: int | None, evidence: frozenset[str]
) -> None:
    offer = Offer(base_amount=base, base_period="year", currency="USD")
    quote = at(p50) if p50 else None
    judged = critique(offer, quote, floor)
    plan = counter(offer, judged, quote, evidence=evidence)
    assert plan is not None
    made = ask_working(plan, offer, judged, quote)
    if plan.lever != "base":
        assert made.of is None or plan.lever != "sign_on"
        return
    assert (made.of, made.step) == (base, 1_000)
    assert made.low == ANY_CENT(base * (1 + made.percent / 100))
    assert made.top == ANY_CENT(base * 1.2)
    assert made.low is not None
    assert made.top is not None
    if plan.rule in ("to_usual_low", "to_usual_middle"):
        assert plan.ask in (round_up(made.low, 1_000), math.floor(made.top / 1_000) * 1_000, base)
        assert made.percent == (15 if plan.rule == "to_usual_middle" else 10)
    elif plan.rule == "to_median":
        assert made.median is not None
        assert made.low <= made.top
        assert plan.ask in (round_up(made.median, 1_000), math.floor(made.top / 1_000) * 1_000, base)
    elif plan.rule == "to_usual_top":
        assert made.median is not None
        assert made.median > made.top
        assert plan.ask <= made.top
        assert made.top - plan.ask < 1_000
    elif plan.rule == "to_upper_quarter":
        assert made.upper_quarter is not None
        assert plan.ask < made.upper_quarter + 1_000
    elif plan.rule == "to_floor":
        assert made.floor is not None
        assert plan.ask >= made.floor


def test_pay_by_the_hour_is_laid_out_by_the_hour() -> None:
    offer = Offer(base_amount=62, base_period="hour", currency="USD")
    judged = critique(offer, MARKET, None)
    plan = counter(offer, judged, MARKET)
    assert plan is not None
    made = ask_working(plan, offer, judged, MARKET)
    assert (made.of, made.low, made.top, made.step) == (62, 68.2, 74.4, 1)
    assert made.median == pytest.approx(160_000 / 2_080)


def test_a_sign_on_is_of_no_percent_of_itself() -> None:
    offer = Offer(base_amount=200_000, base_period="year", currency="USD", equity_kind="none")
    judged = critique(offer, MARKET, None)
    plan = counter(offer, judged, MARKET)
    assert plan is not None
    assert plan.lever == "sign_on"
    made = ask_working(plan, offer, judged, MARKET)
    assert (made.of, made.low, made.top, made.median) == (None, None, None, None)


@given(
    p50=st.integers(60_000, 400_000),
    floor=st.one_of(st.none(), st.integers(60_000, 500_000)),
    evidence=EVIDENCE,
)
def test_every_range_lies_on_its_working(p50: int, floor: int | None, evidence: frozenset[str]) -> None:
    quote = at(p50)
    said = pay_range(quote, evidence=evidence, floor=floor)
    made = range_working(said, quote, floor)
    assert made.start == max(p50, floor or 0)
    assert 0 <= said.low - made.start < 1_000
    assert made.top == pytest.approx(made.start * (1 + said.top_pct / 100))
    assert abs(said.top - made.top) < 1_000 or said.top == said.low
