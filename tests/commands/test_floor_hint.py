"""How a floor is asked for: as the person is paid."""

from __future__ import annotations

import pytest

from tests.conftest import Say


@pytest.mark.parametrize(
    ("offer", "hint"),
    [
        (
            "Staff Nurse at Mercy Ridge Hospital, Boston MA. $44.50/hr, 36 hrs a week",
            "`/profile floor $46/hr`",
        ),
        ("data engineer contract at Acme, $700 a day, Austin", "`/profile floor $400/day`"),
        ("Marketing manager at Acme, Austin, 110k base", "`/profile floor 150k`"),
        ("Bookseller at Fern & Fable, Leeds. £12.50 an hour", "an hourly rate in GBP"),
    ],
)
def test_the_hint_speaks_of_the_persons_own_period(say: Say, offer: str, hint: str) -> None:
    assert hint in say(f"/offer {offer}").text


def test_the_profile_takes_what_the_hint_says(say: Say) -> None:
    say("/offer Staff Nurse at Mercy Ridge Hospital, Boston MA. $44.50/hr, 36 hrs a week")
    assert "`floor $46/hr`" in say("/profile floor").text
    assert "Denver, floor $46/hr`" in say("/profile").text
    facts = say("/profile floor $46/hr").facts
    assert (facts.floor_said, facts.floor_per) == (46, "hour")


def test_why_says_it_too(say: Say) -> None:
    say("/offer Staff Nurse at Mercy Ridge Hospital, Boston MA. $44.50/hr, 36 hrs a week")
    assert "`/profile floor $46/hr`" in say("why").text
