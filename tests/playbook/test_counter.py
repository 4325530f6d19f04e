from __future__ import annotations

import inspect
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.quote import Asked, Quote
from bot.offers.offer import Offer
from bot.playbook import counter as rules
from bot.playbook.beside_base import more_equity
from bot.playbook.counter import Counter, counter
from bot.playbook.critique import critique

MARKET = Quote(
    role="software-engineer",
    place="San Francisco, CA",
    level="senior",
    ai="all",
    p10=150_000,
    p25=180_000,
    p50=200_000,
    p75=230_000,
    p90=260_000,
    n=90,
    employers=20,
    source="postings",
    source_name="made-up postings",
    as_of="2026-08-08",
    basis="measured",
    asked=Asked("software-engineer", "0041860", "senior"),
)
ESTIMATE = replace(
    MARKET, basis="estimated", n=None, employers=None, p10=None, p25=None, p75=None, p90=None,
    low=150_000, high=260_000, evidence=(317, 66),
)  # fmt: skip
OFFER = Offer(base_amount=180_000, base_period="year", currency="USD")


def plan(
    offer: Offer = OFFER, quote: Quote | None = MARKET, floor: float | None = None, **more: float
) -> Counter:
    made = counter(offer, critique(offer, quote, floor), quote, **more)  # type: ignore[arg-type]
    assert made is not None
    return made


def test_below_the_median_it_asks_for_the_median() -> None:
    made = plan()
    assert (made.lever, made.ask, made.rule) == ("base", 200_000, "to_median")
    assert made.change_pct == pytest.approx(11.111, abs=0.001)
    assert made.market == "median"


def test_a_computed_number_is_rounded_up_to_the_thousand() -> None:
    made = plan(quote=replace(MARKET, p50=200_250))
    assert made.ask == 201_000
    assert made.market == "median"


def test_far_below_the_median_it_stays_within_the_usual_movement() -> None:
    made = plan(replace(OFFER, base_amount=150_000))
    assert (made.ask, made.rule) == (180_000, "to_usual_top")
    assert not made.beyond_usual


def test_just_below_the_median_it_asks_the_low_end_of_the_usual_movement() -> None:
    made = plan(replace(OFFER, base_amount=195_000))
    assert (made.ask, made.rule) == (215_000, "to_usual_low")
    assert made.market == "upper_quarter"


def test_where_ten_percent_would_pass_the_upper_quarter_it_stops_there() -> None:
    made = plan(replace(OFFER, base_amount=196_000), quote=replace(MARKET, p75=210_400))
    assert (made.ask, made.rule, made.market) == (210_000, "to_upper_quarter", "upper_quarter")


@pytest.mark.parametrize("base", [129_300, 172_000, 155_555, 61_200])
def test_no_rounding_carries_an_ask_past_the_usual_movement(base: float) -> None:
    made = plan(replace(OFFER, base_amount=base))
    assert made.change_pct is not None
    assert made.change_pct <= 20
    assert not made.beyond_usual


def test_contract_pay_moves_on_its_rate() -> None:
    made = plan(Offer(base_amount=120, base_period="hour", employment_type="contract"))
    assert (made.lever, made.ask, made.market) == ("base", 132, None)


def test_a_median_of_all_levels_is_no_reason_to_leave_a_seniors_base() -> None:
    senior = replace(MARKET, level="all", asked=replace(MARKET.asked, level="senior"))
    made = plan(replace(OFFER, base_amount=210_000), quote=senior)
    assert (made.lever, made.ask, made.market) == ("base", 231_000, None)


def test_at_the_median_it_moves_to_equity() -> None:
    offer = replace(OFFER, base_amount=200_000, equity_kind="rsu", equity_value=100_000)
    made = plan(offer)
    assert (made.lever, made.ask) == ("equity_value", 120_000)
    assert made.change_pct == pytest.approx(20)


@pytest.mark.parametrize(
    ("equity", "lever", "ask"),
    [
        ({"equity_kind": "percent", "equity_pct": 0.05}, "equity_pct", 0.06),
        ({"equity_kind": "options", "equity_units": 12_000.0}, "equity_units", 14_400),
        ({"equity_kind": "none"}, "sign_on", 21_000),
        ({"sign_on": 10_000.0}, "sign_on", 21_000),
        ({"sign_on": 40_000.0}, "sign_on", 48_000),
    ],
)
def test_above_the_median_it_pulls_the_lever_there_is(
    equity: dict[str, object], lever: str, ask: float
) -> None:
    made = plan(replace(OFFER, base_amount=210_000, **equity))  # type: ignore[arg-type]
    assert (made.lever, made.ask) == (lever, ask)


def test_below_the_floor_it_asks_for_at_least_the_floor() -> None:
    made = plan(floor=240_000)
    assert (made.ask, made.rule, made.beyond_usual) == (240_000, "to_floor", True)
    assert plan(floor=185_000).ask == 200_000


def test_above_a_floor_within_reach_it_leaves_room_to_meet() -> None:
    made = plan(floor=200_000)
    assert (made.ask, made.rule) == (210_000, "to_floor")
    assert plan(floor=212_000).ask == 216_000


def test_a_range_is_countered_with_its_top() -> None:
    made = plan(Offer(base_low=190_000, base_high=220_000, base_period="year"))
    assert (made.ask, made.rule, made.change_pct) == (220_000, "top_of_range", None)


def test_a_range_below_the_median_is_countered_from_its_top() -> None:
    made = plan(Offer(base_low=150_000, base_high=190_000, base_period="year"))
    assert made.offered == 190_000
    assert made.ask == 209_000
    assert plan(Offer(base_low=100_000, base_high=150_000, base_period="year")).ask == 180_000


def test_a_median_of_all_levels_is_no_argument_for_a_junior() -> None:
    junior = replace(MARKET, level="all", asked=replace(MARKET.asked, level="entry"))
    made = plan(replace(OFFER, base_amount=120_000), quote=junior)
    assert (made.ask, made.rule, made.market) == (132_000, "to_usual_low", None)


def test_without_a_benchmark_it_asks_the_low_end_and_claims_no_market() -> None:
    made = plan(quote=None)
    assert (made.ask, made.rule, made.market) == (198_000, "to_usual_low", None)


@pytest.mark.parametrize("base", [150_000, 180_000, 260_000])
def test_inside_an_estimate_it_asks_the_low_end_on_base(base: float) -> None:
    made = plan(replace(OFFER, base_amount=base, equity_kind="rsu", equity_value=100_000), quote=ESTIMATE)
    assert (made.lever, made.rule, made.market) == ("base", "to_usual_low", None)
    assert made.ask == pytest.approx(1.1 * base)


def test_under_an_estimate_it_asks_toward_it_and_claims_no_market() -> None:
    made = plan(replace(OFFER, base_amount=140_000), quote=ESTIMATE)
    assert (made.ask, made.rule, made.market) == (168_000, "to_usual_top", None)
    narrow = replace(ESTIMATE, low=190_000)
    made = plan(quote=narrow)
    assert (made.ask, made.rule, made.market) == (200_000, "to_estimate", None)
    made = plan(replace(OFFER, base_amount=188_000), quote=narrow)
    assert (made.ask, made.rule, made.market) == (207_000, "to_usual_low", None)


def test_over_an_estimate_it_moves_to_equity() -> None:
    offer = replace(OFFER, base_amount=270_000, equity_kind="rsu", equity_value=100_000)
    assert plan(offer, quote=ESTIMATE).lever == "equity_value"


def test_a_range_that_reaches_into_an_estimate_is_countered_with_its_top() -> None:
    made = plan(Offer(base_low=120_000, base_high=160_000, base_period="year"), quote=ESTIMATE)
    assert (made.ask, made.rule) == (160_000, "top_of_range")
    made = plan(Offer(base_low=120_000, base_high=140_000, base_period="year"), quote=ESTIMATE)
    assert (made.ask, made.rule) == (168_000, "to_usual_top")


def test_no_estimate_carries_a_number_above_the_floor() -> None:
    made = plan(quote=ESTIMATE, floor=185_000)
    assert (made.ask, made.rule, made.market) == (198_000, "to_usual_low", None)


def test_their_own_number_has_no_market_behind_it_where_there_is_an_estimate() -> None:
    assert plan(quote=ESTIMATE, wanted=190_000).market is None


def test_hourly_pay_is_countered_by_the_hour() -> None:
    made = plan(Offer(base_amount=80, base_period="hour"))
    assert (made.period, made.ask, made.offered) == ("hour", 96, 80)
    shorter = plan(Offer(base_amount=80, base_period="hour", hours_per_week=37.5))
    assert (shorter.ask, shorter.offered) == (96, 80)


def test_their_own_number_is_theirs() -> None:
    made = plan(wanted=207_500)
    assert (made.ask, made.rule, made.beyond_usual) == (207_500, "theirs", False)
    assert plan(wanted=260_000).beyond_usual


def test_no_base_no_counter() -> None:
    offer = Offer(sign_on=20_000)
    assert counter(offer, critique(offer, MARKET, None), MARKET) is None


def test_evidence_given_is_no_gap() -> None:
    assert plan().gaps == ("workflow", "eval")
    made = counter(OFFER, critique(OFFER, MARKET, None), MARKET, evidence=frozenset({"workflow"}))
    assert made is not None
    assert made.gaps == ("eval",)


def test_present_pay_is_not_among_the_inputs() -> None:
    """Playbook 1: never anchor on the current salary. There is no way to hand it in."""
    assert set(inspect.signature(rules.counter).parameters) == {
        "offer",
        "critique",
        "quote",
        "wanted",
        "evidence",
    }
    assert not [name for name in Offer.__slots__ if "current" in name or "present" in name]


def test_only_terms_move_the_number() -> None:
    """Playbook 9: a name, a school or a company's spelling never does."""
    other = replace(OFFER, company="Elsewhere", title="Ms. Engineer", location="the North")
    assert plan(other) == plan()


def test_a_sign_on_beside_part_time_pay_is_counted_from_what_is_paid() -> None:
    part_time = Offer(base_amount=150_000, hours_per_week=24)
    asked = plan(part_time)
    assert (asked.lever, asked.ask) == ("sign_on", 15_000)


BOTH = frozenset({"workflow", "eval"})
WORK = frozenset({"workflow"})


def with_evidence(evidence: frozenset[str], offer: Offer = OFFER, quote: Quote | None = MARKET) -> Counter:
    made = counter(offer, critique(offer, quote, None), quote, evidence=evidence)
    assert made is not None
    return made


def test_evidence_raises_the_low_end_where_the_market_sets_no_number() -> None:
    assert with_evidence(frozenset(), quote=None).ask == 198_000
    assert with_evidence(WORK, quote=None).ask == 198_000
    made = with_evidence(BOTH, quote=None)
    assert (made.ask, made.rule) == (207_000, "to_usual_middle")


def test_at_a_target_employer_one_part_of_the_evidence_is_enough() -> None:
    harvey = replace(OFFER, company="Harvey")
    assert with_evidence(WORK, harvey, None).ask == 207_000
    assert with_evidence(frozenset(), harvey, None).ask == 198_000


def test_evidence_carries_no_number_past_the_upper_quarter() -> None:
    made = with_evidence(BOTH, replace(OFFER, base_amount=196_000), replace(MARKET, p75=218_400))
    assert (made.ask, made.rule, made.market) == (218_000, "to_upper_quarter", "upper_quarter")


def test_a_letter_leads_with_the_market_only_at_a_target_type_below_the_median() -> None:
    assert plan(replace(OFFER, company="Harvey")).lead == "market"
    assert plan().lead == "evidence"
    assert plan(replace(OFFER, company="Harvey"), quote=None).lead == "evidence"
    assert plan(replace(OFFER, company="Harvey", base_amount=210_000)).lead == "evidence"


def test_a_number_just_over_the_upper_quarter_of_the_floor_is_not_held_there() -> None:
    made = plan(replace(OFFER, base_amount=196_000), quote=replace(MARKET, p75=203_000), floor=195_000)
    assert (made.ask, made.rule) == (216_000, "to_usual_low")


def test_a_small_rate_moves_in_small_steps() -> None:
    made = plan(Offer(base_amount=3.3, base_period="hour"), quote=None)
    assert made.ask == pytest.approx(3.7)
    made = plan(Offer(base_amount=300, base_period="month"), quote=None)
    assert made.ask == 330
    small = more_equity(replace(OFFER, base_amount=210_000, equity_kind="rsu", equity_value=2_100))
    assert small is not None
    assert small[1] == 2_500


def test_pay_by_the_hour_for_a_fixed_term_moves_on_its_rate() -> None:
    made = plan(Offer(base_amount=120, base_period="hour", term_months=6))
    assert (made.lever, made.ask) == ("base", 132)


bases = st.integers(40, 700).map(lambda thousands: thousands * 500.0)
parts = st.frozensets(st.sampled_from(["workflow", "eval"]))
floors = st.none() | st.integers(50, 300).map(lambda thousands: thousands * 1000.0)
companies = st.sampled_from([None, "Harvey", "Initech"])
kinds = st.sampled_from([None, "contract"])


@st.composite
def quotes(draw: st.DrawFn) -> Quote | None:
    if draw(st.booleans()) and draw(st.booleans()):
        return None
    p50 = draw(st.integers(120, 900)) * 250.0
    p75 = draw(st.none() | st.integers(0, 60).map(lambda percent: p50 * (1 + percent / 100)))
    return replace(MARKET, p10=None, p25=None, p50=p50, p75=p75, p90=None)


def made_for(
    base: float,
    quote: Quote | None,
    floor: float | None,
    evidence: frozenset[str],
    company: str | None,
    kind: str | None,
) -> Counter:
    offer = replace(OFFER, base_amount=base, company=company, employment_type=kind)
    made = counter(offer, critique(offer, quote, floor), quote, evidence=evidence)
    assert made is not None
    return made


@given(bases, quotes(), floors, parts, parts, companies, kinds)
def test_more_evidence_never_lowers_the_ask(
    base: float,
    quote: Quote | None,
    floor: float | None,
    some: frozenset[str],
    more: frozenset[str],
    company: str | None,
    kind: str | None,
) -> None:
    less = made_for(base, quote, floor, some, company, kind)
    whole = made_for(base, quote, floor, some | more, company, kind)
    assert whole.lever == less.lever
    assert whole.ask >= less.ask


@given(bases, quotes(), st.integers(0, 100), floors, parts, companies, kinds)
def test_a_higher_median_never_lowers_the_ask(
    base: float,
    quote: Quote | None,
    raised: int,
    floor: float | None,
    evidence: frozenset[str],
    company: str | None,
    kind: str | None,
) -> None:
    if quote is None:
        return
    room = (quote.p75 or 2 * quote.p50) - quote.p50
    lower = made_for(base, quote, floor, evidence, company, kind)
    higher = made_for(
        base, replace(quote, p50=quote.p50 + room * raised / 100), floor, evidence, company, kind
    )
    if higher.lever == lower.lever:
        assert higher.ask >= lower.ask


@given(bases, bases, quotes(), floors, parts, companies, kinds)
def test_a_higher_offer_never_lowers_the_ask(
    base: float,
    other: float,
    quote: Quote | None,
    floor: float | None,
    evidence: frozenset[str],
    company: str | None,
    kind: str | None,
) -> None:
    low, high = sorted((base, other))
    lower = made_for(low, quote, floor, evidence, company, kind)
    higher = made_for(high, quote, floor, evidence, company, kind)
    if higher.lever == lower.lever:
        assert higher.ask >= lower.ask


@given(bases, quotes(), floors, parts, companies, kinds)
def test_an_ask_is_always_more_than_the_offer(
    base: float,
    quote: Quote | None,
    floor: float | None,
    evidence: frozenset[str],
    company: str | None,
    kind: str | None,
) -> None:
    made = made_for(base, quote, floor, evidence, company, kind)
    assert made.ask > (made.offered or 0)
    if made.lever == "base" and made.rule != "to_floor":
        assert made.change_pct is not None
        assert made.change_pct <= 20 + 1e-6


def test_pay_at_target_is_asked_for_before_more_equity() -> None:
    sales = replace(OFFER, base_amount=210_000, ote_low=300_000, ote_high=300_000, equity_pct=0.02)
    made = plan(sales)
    assert (made.lever, made.ask, made.offered, made.rule) == ("ote", 330_000, 300_000, "ote_up")
    assert made.market is None


def test_the_wage_of_another_occupation_supports_no_number() -> None:
    wage = replace(
        MARKET, role="data-analyst", occupation="Data Scientists", basis="stepped_back", level="all"
    )
    judged = replace(critique(OFFER, wage, None), stand_in=True, bar=None)
    made = counter(OFFER, judged, wage, wanted=195_000)
    assert made is not None
    assert made.weak
    assert made.market is None
    proved = counter(OFFER, replace(judged, stand_in=False), wage, wanted=195_000)
    assert proved is not None
    assert proved.market == "median"
