from __future__ import annotations

from dataclasses import replace

import pytest

from bot.market.quote import Asked, Quote
from bot.market.rows import Band, TypePay
from bot.offers.offer import Offer
from bot.playbook.critique import Aims, Critique, critique
from bot.playbook.points import strong, weak
from bot.understand.employers import employer

from .test_counter import ESTIMATE, MARKET, OFFER


def test_below_the_median_push_back() -> None:
    judged = critique(OFFER, MARKET, None)
    assert (judged.verdict, judged.move) == ("below_median", "push_back")
    assert (judged.gap, judged.gap_pct) == (-20_000, -10)


@pytest.mark.parametrize(
    ("base", "verdict", "move"),
    [
        (197_999, "below_median", "push_back"),
        (198_000, "around_median", "shift_to_package"),
        (202_000, "around_median", "shift_to_package"),
        (202_001, "above_median", "shift_to_package"),
    ],
)
def test_the_decision_turns_at_one_percent(base: float, verdict: str, move: str) -> None:
    judged = critique(replace(OFFER, base_amount=base), MARKET, None)
    assert (judged.verdict, judged.move) == (verdict, move)


def test_a_failed_floor_beats_any_score() -> None:
    judged = critique(replace(OFFER, base_amount=300_000), MARKET, 310_000)
    assert (judged.verdict, judged.move, judged.floor_gap) == ("below_floor", "decline", -10_000)
    assert critique(replace(OFFER, base_amount=310_000), MARKET, 310_000).verdict == "above_median"


@pytest.mark.parametrize(
    ("base", "position"),
    [(179_999, "below_p25"), (180_000, "p25_to_p50"), (200_000, "p50_to_p75"), (230_001, "above_p75")],
)
def test_where_it_falls_in_the_distribution(base: float, position: str) -> None:
    assert critique(replace(OFFER, base_amount=base), MARKET, None).position == position


def test_without_a_benchmark_it_says_so() -> None:
    judged = critique(OFFER, None, None)
    assert (judged.verdict, judged.median, judged.gap) == ("no_benchmark", None, None)
    assert (judged.benchmark, judged.benchmark_basis) == (None, None)


def test_a_median_is_the_benchmark_it_is_held_against() -> None:
    judged = critique(OFFER, MARKET, None)
    assert (judged.median, judged.benchmark, judged.benchmark_basis) == (200_000, 200_000, "measured")


@pytest.mark.parametrize(
    ("base", "verdict", "move"),
    [
        (149_999, "below_estimate", "push_back"),
        (150_000, "inside_estimate", "ask_band"),
        (200_000, "inside_estimate", "ask_band"),
        (260_000, "inside_estimate", "ask_band"),
        (260_001, "above_estimate", "shift_to_package"),
    ],
)
def test_an_estimate_judges_only_what_lies_outside_it(base: float, verdict: str, move: str) -> None:
    judged = critique(replace(OFFER, base_amount=base), ESTIMATE, None)
    assert (judged.verdict, judged.move) == (verdict, move)
    assert (judged.median, judged.benchmark, judged.benchmark_basis) == (None, 200_000, "estimated")
    assert (judged.gap, judged.bar, judged.position) == (base - 200_000, None, None)


def test_a_failed_floor_beats_an_estimate_too() -> None:
    assert critique(OFFER, ESTIMATE, 181_000).verdict == "below_floor"


def test_a_range_is_judged_by_its_middle() -> None:
    judged = critique(Offer(base_low=180_000, base_high=200_000, base_period="year"), MARKET, None)
    assert (judged.base_low, judged.base_high, judged.gap) == (180_000, 200_000, -10_000)


def test_hourly_and_monthly_base_become_a_year() -> None:
    assert critique(Offer(base_amount=80, base_period="hour"), MARKET, None).base_low == 166_400
    assert critique(Offer(base_amount=10_000, base_period="month"), MARKET, None).base_low == 120_000


def test_a_median_of_all_levels_is_a_low_bar_for_a_senior() -> None:
    def judged(asked: str, level: str) -> Critique:
        quote = replace(MARKET, level=level, asked=replace(MARKET.asked, level=asked))
        return critique(OFFER, quote, None)

    assert judged("senior", "all").bar == "low"
    assert judged("entry", "all").bar == "high"
    assert judged("mid", "all").bar is None
    assert judged("senior", "senior").bar is None
    upper = replace(MARKET, level="all")
    assert critique(replace(OFFER, base_amount=229_000), upper, None).bar == "low"
    assert critique(replace(OFFER, base_amount=231_000), upper, None).bar is None


@pytest.mark.parametrize(
    ("company", "type_", "only_if"),
    [
        ("Harvey", "ai-native", False),
        ("harvey", "ai-native", False),
        ("Stripe, Inc.", "ai-forward", False),
        ("Anthropic", "ai-lab", False),
        ("AWS Bedrock", "big-tech-ai", False),
        ("Google", "big-tech-ai", True),
        ("Hex Technologies, Inc.", "ai-native", False),
    ],
)
def test_employers_of_the_four_types_are_known(company: str, type_: str, only_if: bool) -> None:
    found = employer(company)
    assert found is not None
    assert found.type.id == type_
    assert bool(found.only_if) is only_if


def test_other_employers_are_in_no_type() -> None:
    assert employer("Initech") is None
    assert employer("Harveys Plumbing") is None
    assert employer(None) is None


def test_what_is_missing_is_part_of_the_verdict() -> None:
    assert critique(Offer(sign_on=1.0), None, None).missing[:2] == ("base", "equity")


def test_hours_that_are_full_time_count_and_part_time_is_judged_by_its_rate() -> None:
    hourly = Offer(base_amount=100, base_period="hour")
    assert critique(hourly, MARKET, None).base_low == 208_000
    assert critique(replace(hourly, hours_per_week=37.5), MARKET, None).base_low == 195_000
    assert critique(replace(hourly, hours_per_week=20), MARKET, None).verdict == "above_median"


STRIPE = replace(OFFER, company="Stripe")
LABS = TypePay("ai-lab", "software-engineer", "senior", 40, 2, 300_000, 340_000, 370_000, ("A", "B"))
NATIVE = TypePay("ai-native", "software-engineer", "senior", 90, 4, 220_000, 250_000, 280_000, ("C", "D"))
FORWARD = TypePay("ai-forward", "software-engineer", "senior", 30, 3, 190_000, 210_000, 230_000, ("E", "F"))
BAND = Band("acme", "software-engineer", "senior", "Acme", 5, 160_000, 220_000, 190_000)


@pytest.mark.parametrize(
    ("offer", "base", "expected"),
    [
        (STRIPE, 180_000, "market_pays"),
        (OFFER, 180_000, "evidence_first"),
        (STRIPE, 200_000, "grow_equity"),
        (OFFER, 200_000, "secure_growth"),
        (STRIPE, 230_000, "grow_equity"),
        (OFFER, 230_000, "secure_growth"),
    ],
)
def test_the_employer_decides_how_to_go_about_it(offer: Offer, base: float, expected: str) -> None:
    judged = critique(replace(offer, base_amount=base), MARKET, None)
    assert judged.approach == expected
    assert critique(replace(offer, base_amount=base), MARKET, 250_000).approach == "reach_floor"
    assert critique(replace(offer, base_amount=base), None, None).approach == "find_median"


def test_types_the_person_does_not_aim_at_are_left_out() -> None:
    every = critique(STRIPE, MARKET, None, Aims((LABS, NATIVE, FORWARD)))
    assert (every.targeted, len(every.types)) == (True, 3)
    assert every.type_gap == 180_000 - 210_000  # Stripe's own type
    chosen = critique(STRIPE, MARKET, None, Aims((LABS, NATIVE, FORWARD), wanted=("ai-lab",)))
    assert (chosen.targeted, chosen.types, chosen.type_gap) == (False, (LABS,), 180_000 - 340_000)
    assert chosen.approach == "evidence_first"
    other = critique(OFFER, MARKET, None, Aims((LABS, NATIVE)))
    assert other.type_gap == 180_000 - 250_000  # the type with most postings


@pytest.mark.parametrize(
    ("base", "stands"),
    [
        (159_999, "under"),
        (160_000, "lower_half"),
        (189_999, "lower_half"),
        (190_000, "upper_half"),
        (220_001, "over"),
    ],
)
def test_where_it_stands_in_their_own_band(base: float, stands: str) -> None:
    assert critique(replace(OFFER, base_amount=base), MARKET, None, Aims(band=BAND)).band_at == stands


def _as_wage(role: str, occupation: str) -> Quote:
    """The market's figure as the BLS wage of an occupation that a role is counted in."""
    return replace(MARKET, role=role, occupation=occupation, n=None, employers=None, level="all",
                   asked=Asked(role))  # fmt: skip


@pytest.mark.parametrize(("base", "verdict"), [(180_000, "below_median"), (260_000, "above_median")])
def test_the_wage_of_another_job_is_judged_by_and_asked_about_first(base: float, verdict: str) -> None:
    offer = replace(OFFER, base_amount=base)
    other = critique(offer, _as_wage("product-manager", "Marketing Managers"), None)
    assert (other.verdict, other.stand_in, other.move) == (verdict, True, "ask_band")
    assert not {"base_above", "base_below"} & {*strong(offer, other), *weak(offer, other)}
    own = critique(offer, _as_wage("marketing-manager", "Marketing Managers"), None)
    assert (own.verdict, own.stand_in) == (verdict, False)
    assert own.move in ("push_back", "shift_to_package")
    below = critique(offer, _as_wage("product-manager", "Marketing Managers"), base + 1)
    assert (below.verdict, below.move) == ("below_floor", "decline")


def test_postings_of_a_role_stand_in_for_nobody() -> None:
    assert not critique(OFFER, replace(MARKET, role="product-manager"), None).stand_in


@pytest.mark.parametrize(
    ("base", "good", "bad"),
    [(159_999, (), ("band_under",)), (170_000, (), ()), (200_000, (), ()), (220_001, ("band_upper",), ())],
)
def test_a_half_of_a_band_of_all_levels_says_nothing(
    base: float, good: tuple[str, ...], bad: tuple[str, ...]
) -> None:
    offer = replace(OFFER, base_amount=base)
    judged = critique(offer, None, None, Aims(band=replace(BAND, level="all")))
    assert (strong(offer, judged), weak(offer, judged)) == (good, bad)
    of_level = critique(replace(OFFER, base_amount=170_000), None, None, Aims(band=BAND))
    assert weak(offer, of_level) == ("band_lower",)


def test_strong_and_weak_follow_the_terms() -> None:
    offer = replace(
        STRIPE, base_amount=230_000, equity_kind="rsu", equity_value=300_000, vest_schedule="33/33/22/12",
        refresh_value=40_000,
    )  # fmt: skip
    good = critique(offer, MARKET, None, Aims(band=BAND))
    assert strong(offer, good) == ("base_above", "band_upper", "target", "refresh", "early_vesting")
    assert weak(offer, good) == ()
    poor = replace(OFFER, base_amount=150_000, equity_kind="none", bonus_pct=0)
    judged = critique(poor, MARKET, None, Aims(band=BAND))
    assert strong(poor, judged) == ()
    assert weak(poor, judged) == ("base_below", "band_under", "no_equity", "no_bonus")
    even = replace(offer, vest_schedule="25/25/25/25", refresh_value=None)
    assert "early_vesting" not in strong(even, good)
    assert "refresh" not in strong(even, good)
