"""After the counter: what moved, and which reasons stand on which side. Figures by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.offer import Offer
from bot.playbook.answered import Answered, Beside
from bot.playbook.critique import critique
from bot.playbook.decide import Decision, Reason, Rival, Said, Sent, beside_rival, decide

from .test_counter import MARKET

# Their first offer; the median of MARKET is 200,000.
FIRST = Offer(base_amount=180_000, base_period="year", currency="USD", sign_on=10_000, company="Acme")
ASKED = Sent("base", 200_000, 180_000, "year", 180_000, 730_000, "Acme")


def decided(now: Offer, said: Said = "", sent: Sent | None = ASKED, floor: float | None = None) -> Decision:
    return decide(FIRST, now, critique(now, MARKET, floor), sent, said)


def codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.code for reason in reasons]


@pytest.mark.parametrize(
    ("base", "pct", "movement", "answer"),
    [
        (180_000, 0, "none", "waiting"),
        (189_000, 5, "under", "moved"),
        (198_000, 10, "within", "moved"),
        (200_000, 100 / 9, "within", "met"),
        (216_000, 20, "within", "met"),
        (225_000, 25, "over", "met"),
        (171_000, -5, "none", "lower"),
    ],
)
def test_movement_is_that_of_the_base(base: float, pct: float, movement: str, answer: str) -> None:
    made = decided(replace(FIRST, base_amount=base))
    assert made.movement_pct == pytest.approx(pct)
    assert made.answer == answer
    assert made.movement == (None if answer == "waiting" else movement)
    assert made.usual == (10, 20)


def test_what_is_still_missing_and_the_totals() -> None:
    made = decided(replace(FIRST, base_amount=190_000, sign_on=20_000))
    assert made.left == 10_000
    assert (made.total_before, made.total_now, made.total_change) == (730_000, 780_000, 50_000)
    assert Reason("short_of_ask", 10_000) in made.walk
    assert Reason("total_up", 50_000) in made.take


def test_a_move_beside_the_base_counts_as_one() -> None:
    made = decided(replace(FIRST, sign_on=40_000))
    assert (made.answer, made.movement, made.total_change) == ("moved", "none", 30_000)


def test_firm_is_a_reason_to_walk_and_leaves_it_open() -> None:
    made = decided(FIRST, "firm")
    assert made.answer == "firm"
    assert {"no_movement", "below_median"} <= set(codes(made.walk))
    assert made.lean == "open"


def test_firm_above_the_median_is_to_be_taken() -> None:
    made = decided(replace(FIRST, base_amount=210_000), "firm", sent=None)
    assert made.lean == "take"
    assert Reason("above_median", 10_000) in made.take


def test_a_floor_beats_any_movement() -> None:
    moved = replace(FIRST, base_amount=216_000)
    assert decided(moved).lean == "take"
    under = decided(moved, floor=220_000)
    assert (under.lean, under.walk[0]) == ("walk", Reason("below_floor", 4_000))
    assert decided(moved, floor=216_000).lean == "take"


def test_pulled_leaves_nothing_to_take() -> None:
    made = decided(FIRST, "pulled")
    assert (made.answer, made.take, made.lean) == ("pulled", (), "walk")


def test_a_yes_asked_for_turns_on_the_median() -> None:
    under, at = (decided(replace(FIRST, base_amount=base), "would_you") for base in (190_000, 200_000))
    assert (under.lean, under.condition) == ("open", 200_000)
    assert (at.lean, at.condition) == ("take", None)


def test_a_condition_is_named_in_the_period_of_the_pay() -> None:
    hourly = replace(FIRST, base_amount=90, base_period="hour")  # 187,200 a year; 200,000 / 2,080 = 96.15
    assert decided(hourly, "would_you", sent=None).condition == 97


def test_an_employer_of_a_type_is_a_reason_and_another_is_none() -> None:
    known = decided(replace(FIRST, base_amount=190_000, company="Stripe"))
    assert "target" in codes(known.take)
    assert "slower_growth" not in codes(known.walk)
    now = replace(FIRST, base_amount=190_000, company="Tallgrass")
    judged = critique(now, MARKET, None)
    assert "slower_growth" in codes(decide(FIRST, now, judged, ASKED, ai=True).walk)


def test_slower_raises_are_a_reason_only_where_ai_skills_count_and_the_employer_has_a_name() -> None:
    named = replace(FIRST, base_amount=190_000, company="Mercy Hospital")
    unnamed = replace(named, company=None)
    assert "slower_growth" not in codes(decide(FIRST, named, critique(named, MARKET, None), ASKED).walk)
    judged = critique(unnamed, MARKET, None)
    assert "slower_growth" not in codes(decide(FIRST, unnamed, judged, ASKED, ai=True).walk)


def test_a_salaried_median_is_no_reason_to_take_contract_pay() -> None:
    salaried = replace(FIRST, base_amount=230_000)
    contract = replace(salaried, employment_type="contract")
    assert "above_median" in codes(decided(salaried).take)
    assert "above_median" not in codes(decided(contract, sent=None).take)


def test_what_is_added_beside_the_base_is_movement() -> None:
    had = replace(FIRST, relocation=7_500)
    now = replace(FIRST, relocation=10_000)
    made = decide(had, now, critique(now, MARKET, None), ASKED, "firm")
    assert (made.answer, made.relocation) == ("moved", 2_500)
    week = (Beside("vacation", 1, "week"),)
    made = decide(had, had, critique(had, MARKET, None), ASKED, "firm", beside=week)
    assert (made.answer, made.beside) == ("moved", week)
    assert decide(had, had, critique(had, MARKET, None), ASKED, "firm").answer == "firm"


def test_without_a_benchmark_nothing_is_said_of_one() -> None:
    now = replace(FIRST, base_amount=198_000)
    made = decide(FIRST, now, critique(now, None, None), ASKED)
    assert "no_benchmark" in codes(made.walk)
    assert not {"above_median", "at_median", "below_median"} & set(codes((*made.take, *made.walk)))


def test_without_a_counter_the_offer_before_is_the_measure() -> None:
    made = decided(replace(FIRST, base_amount=189_000), sent=None)
    assert made.movement_pct == pytest.approx(5)
    assert made.left is None


_ORDER = {"walk": 0, "open": 1, "take": 2}


@given(st.integers(150_000, 300_000), st.integers(0, 60_000), st.none() | st.integers(150_000, 260_000))
def test_more_base_never_speaks_for_walking(base: int, more: int, floor: int | None) -> None:
    less, now = (decided(replace(FIRST, base_amount=each), floor=floor) for each in (base, base + more))
    assert _ORDER[now.lean] >= _ORDER[less.lean]


@given(st.integers(150_000, 300_000), st.sampled_from(["", "firm", "would_you"]))
def test_nobody_moves_a_number_by_a_name(base: int, said: Said) -> None:
    one, other = (
        decided(replace(FIRST, base_amount=base, title=title), said)
        for title in ("Engineer, Ms. A", "Engineer")
    )
    assert one == other


def test_a_yes_wanted_at_the_ask_or_more_is_to_be_given_whatever_the_median() -> None:
    found = decided(replace(FIRST, base_amount=ASKED.ask + 1_000), "would_you")
    assert (found.answer, found.left, found.lean) == ("would_you", 0, "take")
    assert "asked_met" in codes(found.take)
    less = decided(replace(FIRST, base_amount=ASKED.ask - 1_000), "would_you")
    assert "asked_met" not in codes(less.take)


def test_what_is_added_beside_pay_speaks_for_taking_it_and_settles_nothing() -> None:
    plain = decide(FIRST, FIRST, critique(FIRST, MARKET, None), ASKED, "firm")
    visa = decide(FIRST, FIRST, critique(FIRST, MARKET, None), ASKED, "firm", beside=(Beside("visa"),))
    assert "beside" not in codes(plain.take)
    assert "beside" in codes(visa.take)
    assert visa.lean == plain.lean


def test_movement_counts_from_their_first_number_once_they_have_answered() -> None:
    second = replace(FIRST, base_amount=190_000)
    again = replace(ASKED, offered=190_000, base=190_000, total=770_000)
    seen = critique(second, MARKET, None)
    forgotten = decide(second, second, seen, again, "firm")
    known = decide(second, second, seen, again, "firm", heard=Answered(base=180_000, total=730_000))
    assert "no_movement" in codes(forgotten.walk)
    assert known.movement_pct == pytest.approx(100 * 10_000 / 180_000)
    assert "no_movement" not in codes(known.walk)


def test_another_offer_that_pays_more_makes_a_yes_the_persons_own() -> None:
    met = decided(replace(FIRST, base_amount=200_000))
    assert met.lean == "take"
    more = beside_rival(met, Rival("Globex", (met.total_now or 0) + 50_000))
    assert more.lean == "open"
    assert more.walk[-1] == Reason("under_rival", 50_000)
    less = beside_rival(met, Rival("Globex", (met.total_now or 0) - 50_000))
    assert (less.lean, less.take[-1]) == ("take", Reason("over_rival", 50_000))
    gone = decided(FIRST, "pulled")
    assert beside_rival(gone, Rival("Globex", 1)) == gone
