"""What a job has no room for by its kind."""

from __future__ import annotations

import pytest

from bot.offers.offer import Offer
from bot.offers.worth.table import worth_of
from bot.playbook.critique import critique
from bot.playbook.levers import levers
from bot.playbook.missing import missing
from bot.playbook.open_to import gives_shares, room_for_remote


@pytest.mark.parametrize(
    ("company", "title"),
    [
        ("Riverside Hospital", "Registered Nurse"),
        (None, "ICU Nurse"),
        ("Oak Hill Unified School District", "Science Teacher"),
        ("Lantern Learning", "Math Teacher"),
        ("City of Austin", "Data Analyst"),
        ("Cook County", "Project Manager"),
        ("State of Oregon", "Software Engineer"),
        ("University of Michigan", "Research Engineer"),
        ("Saint Clare Medical Center", "Software Engineer"),
    ],
)
def test_no_shares_where_the_employer_gives_none_by_kind(company: str | None, title: str) -> None:
    offer = Offer(company=company, title=title, base_amount=90_000, base_period="year", currency="USD")
    assert not gives_shares(offer)
    kinds = {each.kind for each in levers(offer, worth_of(offer), critique(offer, None, None))}
    assert not kinds & {"equity", "refresh", "acceleration"}
    assert "sign_on" in kinds
    assert "equity" not in missing(offer)


@pytest.mark.parametrize("company", ["Figma", "State Street", "Clover Health", "Flatiron", None])
def test_shares_may_be_asked_for_elsewhere(company: str | None) -> None:
    assert gives_shares(Offer(company=company, title="Product Designer"))


def test_shares_that_are_offered_may_be_asked_for_anywhere() -> None:
    assert gives_shares(
        Offer(company="Riverside Hospital", title="Nurse", equity_kind="rsu", equity_value=5_000)
    )


def test_contract_pay_gives_none() -> None:
    assert not gives_shares(Offer(title="Data Engineer", employment_type="contract"))


@pytest.mark.parametrize(
    ("offer", "room"),
    [
        (Offer(title="Engineering Manager", remote="remote"), False),
        (Offer(title="Engineering Manager", location="Remote, US"), False),
        (Offer(title="Registered Nurse"), False),
        (Offer(title="Engineering Manager", remote="hybrid"), True),
        (Offer(title="Engineering Manager", location="Austin, TX"), True),
    ],
)
def test_remote_days_are_for_a_job_that_has_room_for_them(offer: Offer, room: bool) -> None:
    assert room_for_remote(offer) is room
    priced = Offer(
        title=offer.title,
        location=offer.location,
        remote=offer.remote,
        base_amount=90_000,
        base_period="year",
    )
    kinds = {each.kind for each in levers(priced, worth_of(priced), critique(priced, None, None))}
    assert ("remote" in kinds) is room
