"""What an answer gives that no field of an offer holds, with its size, and what gives nothing."""

from __future__ import annotations

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from bot.commands.given import given, without_given
from bot.playbook.answered import Beside
from tests.conftest import Say


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("said no to a higher base but offered a 3 month ramp", Beside("ramp", 3, "month")),
        ("no to base but added a guaranteed draw for 6 months", Beside("guaranteed_draw", 6, "month")),
        ("they can do a recoverable draw", Beside("draw")),
        ("they gave me 6 months severance", Beside("severance", 6, "month")),
        ("they'll put three months of severance in", Beside("severance", 3, "month")),
        ("they will buy out my notice period", Beside("notice")),
        ("they agreed to double trigger acceleration", Beside("acceleration")),
        ("no on salary, but 16 weeks parental leave", Beside("parental_leave", 16, "week")),
        ("they'll add a $3,000 learning budget", Beside("learning", 3_000, "money")),
        ("no to base but a 20k retention bonus", Beside("retention", 20_000, "money")),
        ("they bumped the 401k match to 6%", Beside("retirement", 6, "percent")),
        ("they pay a per diem of $80 a day", Beside("per_diem", 80, "money", per="day")),
        ("they'll put me on step 6", Beside("step", 6)),
        ("20 days vacation in the new letter", Beside("vacation", 20, "day", total=True)),
        ("5 weeks of vacation", Beside("vacation", 5, "week", total=True)),
        ("10 extra days of vacation", Beside("vacation", 10, "day")),
        ("they gave me 120 hours of pto", Beside("vacation", 120, "hour", total=True)),
        ("they gave me 16 extra hours of pto", Beside("vacation")),
        ("they added a $2 weekend differential", Beside("weekend", 2, "money", per="hour")),
        ("raised the evening diff to $3", Beside("evening", 3, "money", per="hour")),
        ("they give $1,200 a month for nights", Beside("night", 1_200, "money", per="month")),
        ("overtime paid at 1.5x", Beside("overtime", 1.5, "times")),
        ("accelerators over 100% were agreed", Beside("accelerator")),
        ("they agreed to a 10 year exercise window", Beside("exercise", 10, "year")),
        ("they cover my bar dues", Beside("dues")),
        ("make the bonus 25% and guarantee it", Beside("bonus")),
    ],
)
def test_a_promise_is_given_with_its_size(said: str, found: Beside) -> None:
    assert found in given(said)


@pytest.mark.parametrize(
    "said",
    [
        "i asked for severance",
        "no severance",
        "should i ask for a learning budget",
        "the pension is the same",
        "they took away the stipend",
        "they won't do parental leave",
        "severance",
        "they said nothing about a night differential",
        "they said what the pension is",
    ],
)
def test_what_is_refused_wished_or_as_it_was_is_not_given(said: str) -> None:
    assert given(said) == ()


def test_the_size_of_a_promise_is_no_sum_of_pay() -> None:
    assert "6 month" not in without_given("they can do 168 ote with a 6 month guaranteed draw")
    assert "168" in without_given("they can do 168 ote with a 6 month guaranteed draw")
    assert "66,800" in without_given("they can put me on step 6, 66,800")


def test_a_sum_of_pay_beside_a_promise_stays_pay() -> None:
    assert "145k base" in without_given("they offer 145k base including on-call pay")


@drawn(st.text(max_size=200))
def test_no_text_breaks_it_and_blanks_keep_its_length(said: str) -> None:
    assert len(without_given(said)) == len(said)
    assert isinstance(given(said), tuple)


def test_a_review_given_is_said_as_given(say: Say) -> None:
    say("offer: data analyst at Booz Allen, McLean VA, 128,500")
    reply = say("/decide they can do 131k and a review after 6 months")
    assert "Beside pay: a pay review after 6 months." in reply.text
