"""`/profile`: the floor as it was said, and words without a meaning here left out in the open."""

from __future__ import annotations

import pytest

from bot.commands.floor_said import floor_said
from bot.memory.case import Case
from bot.offers.offer import Offer
from tests.conftest import Say

PARALEGAL = "/offer Paralegal at Dunn LLP, Boston MA, $47/hr, 36 hours a week"
HOURLY = Case(offer=Offer(base_amount=47, base_period="hour"))


@pytest.mark.parametrize(("floor", "gap"), [("$46/hr", 1), ("$47/hr", 0), ("$48.50/hr", -1.5)])
def test_a_floor_by_the_hour_is_held_against_the_rate(say: Say, floor: str, gap: float) -> None:
    say(f"my floor is {floor}")
    judged = say(PARALEGAL).facts.critique
    assert judged.rate_gap == gap
    assert judged.floor_gap == gap * 36 * 52
    assert (judged.verdict == "below_floor") is (gap < 0)


def test_a_rate_is_said_as_a_rate(say: Say) -> None:
    assert "Floor: $46 an hour, base" in say("my floor is $46/hr").text
    assert "Your floor: $46 an hour; this is $1 an hour above it" in say(PARALEGAL).text
    say("/counter")
    assert "It clears your floor by $1 an hour" in say("they won't move").text
    low = say("/offer Paralegal at Dunn LLP, Boston MA, $45.50/hr, 36 hours a week").text
    assert "That is $0.50 an hour under your floor of $46 an hour" in low


def test_a_floor_by_the_hour_against_a_salary_is_a_year_of_it(say: Say) -> None:
    say("my floor is $50/hr")
    judged = say("/offer Paralegal at Dunn LLP, Boston MA, base 100k").facts.critique
    assert (judged.floor, judged.floor_gap, judged.rate_gap) == (104_000, -4_000, None)


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("floor $85/hr", None),
        ("marketing manager, floor $46/hr", "marketing-manager"),
        ("data engineer, floor $46 / h", "data-engineer"),
        ("product manager, floor $46-50/hour", "product-manager"),
        ("hr manager, floor 46 an hr", "hr-manager"),
    ],
)
def test_the_period_of_a_sum_is_no_job(say: Say, said: str, role: str | None) -> None:
    told = say(f"/profile {said}").facts
    assert told.role == role
    assert (told.floor_per, told.floor_said) == ("hour", 85 if "85" in said else 46)


@pytest.mark.parametrize(
    ("said", "floor"),
    [
        ("I closed 112% of quota last year, $1.4M. Floor 85k base", 85_000),
        ("floor 85k base, and I closed 112% of quota", 85_000),
        ("112% of quota, 85k is my floor", 85_000),
        ("I brought in 1.4M, floor is 85k", 85_000),
        ("85k floor, quota 900k", 85_000),
        ("cut costs by less than 200k, floor 85k", 85_000),
        ("floor 85k base, total 120k", 85_000),
        ("I won't take less than 85k", 85_000),
        ("my floor is 112 percent of what they said", None),
    ],
)
def test_the_floor_is_the_sum_beside_its_word_and_never_a_percent(said: str, floor: float | None) -> None:
    assert floor_said(said, Case()).amount == floor


def test_a_number_like_the_offers_rate_is_a_rate() -> None:
    told = floor_said("my floor is 46", HOURLY)
    assert (told.amount, told.per) == (95_680, "hour")
    assert floor_said("my floor is 95k", HOURLY).per is None
    assert floor_said("my floor is 46", Case()).amount == 46_000


def test_what_is_left_out_is_said_and_the_rest_is_shown_as_kept(say: Say) -> None:
    reply = say(
        "/profile senior product designer, austin, floor 140k. I use figma make and claude code daily"
    )
    assert reply.facts.left_out == ("I use figma make and claude code daily",)
    assert "$140,000 a year, base" in reply.text
    assert "stopped" not in reply.text
    assert (reply.facts.role, reply.facts.level, reply.facts.floor) == ("product-designer", "senior", 140_000)


def test_what_could_be_several_things_is_asked_under_what_is_kept(say: Say) -> None:
    reply = say("/profile pm, denver, floor 150k")
    assert "Floor: $150,000 a year, base" in reply.text
    assert len(reply.actions) == 3
    assert say("1").facts.role == "product-manager"
    assert say("/profile").facts.floor == 150_000
