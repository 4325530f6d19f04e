"""Dates of offers: complete ones as ISO, others as written, and a year for those without one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.dates import FIRST_WORDS, dates, in_year_of
from bot.offers.openings import openings

PIECES = st.sampled_from(
    [
        "by fri", "thurs", "next monday", "end of the week", "eod tomorrow", "in september", "early may",
        "mid-october", "june 5", "5 june", "5th of june 2026", "2026-06-05", "6/5/26", "5.6.2026",
        "end of", "beginning of march", "first week of july", "last half of 2026", "10 days from receipt",
        "within", "september 2026", "this coming tuesday", "12", "march", "in", ",", "start of june",
        "second half in may",
    ]
)  # fmt: skip


def found(text: str) -> list[tuple[str, str]]:
    """The dates of a text: as written, and as kept."""
    low = text.lower()
    return [(text[start:end], said) for start, end, said in dates(text, low, openings(low, FIRST_WORDS))]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2026-09-12", "2026-09-12"),
        ("September 12, 2026", "2026-09-12"),
        ("Sept. 12 2026", "2026-09-12"),
        ("Nov 3rd,  2025", "2025-11-03"),
        ("12th of September 2026", "2026-09-12"),
        ("12 Sep 2026", "2026-09-12"),
        ("9/12/2026", "2026-09-12"),
        ("9/12/26", "2026-09-12"),
        ("13/9/2026", "2026-09-13"),
        ("12.9.2026", "2026-09-12"),
        ("February 29, 2028", "2028-02-29"),
    ],
)
def test_a_complete_date_is_kept_as_iso(text: str, kept: str) -> None:
    assert found(f"start {text} ok") == [(text, kept)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("September 12th", "September 12th"),
        ("12 Sep", "12 Sep"),
        ("February 29", "February 29"),
        ("next Friday", "next Friday"),
        ("this coming Monday", "this coming Monday"),
        ("EOD tomorrow", "EOD tomorrow"),
        ("end of next week", "end of next week"),
        ("end of the month", "end of the month"),
        ("in September", "September"),
        ("late in October", "late in October"),
        ("mid-October", "mid-October"),
        ("first week of July", "first week of July"),
        ("start of June 2026", "start of June 2026"),
        ("September 2026", "September 2026"),
        ("within 3 business days from today", "within 3 business days from today"),
    ],
)
def test_a_date_that_is_not_complete_stays_as_written(text: str, kept: str) -> None:
    assert found(f"answer {text} please") == [(text, kept)]


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30", "13/13/2026", "31.11.2026", "February 30", "Feb 29 2025", "May 150k", "may 15k",
        "may 15%", "March 1,000", "in 2026", "Augustus 5", "on fri", "401.12.2026", "we may start",
        "2026-09-123",
    ],
)  # fmt: skip
def test_what_no_calendar_has_and_what_is_a_sum_is_no_date(text: str) -> None:
    assert found(text) == []


def test_a_weekday_before_its_date_is_no_date_of_its_own() -> None:
    assert found("by Monday, September 7, 2026") == [("September 7, 2026", "2026-09-07")]
    assert found("by Fri, Aug 7") == [("Aug 7", "Aug 7")]
    assert found("by Fri") == [("Fri", "Fri")]


@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_looking_only_where_a_date_can_begin_loses_none(text: str) -> None:
    anywhere = list(dates(text, text, range(len(text))))
    assert list(dates(text, text, openings(text, FIRST_WORDS))) == anywhere
    assert all(0 <= start < end <= len(text) for start, end, _ in anywhere)


@pytest.mark.parametrize(
    ("said", "letter", "kept"),
    [
        ("August 9", "2026-07-01", "2026-08-09"),
        ("August 9", "2026-08-09", "2026-08-09"),
        ("August 9", "2026-08-10", "2027-08-09"),
        ("9th of Aug", "2026-07-01", "2026-08-09"),
        ("Jan. 5th", "2026-12-20", "2027-01-05"),
        ("February 29", "2027-05-05", "2028-02-29"),
    ],
)
def test_a_day_without_a_year_is_the_first_after_the_letter(said: str, letter: str, kept: str) -> None:
    assert in_year_of(said, letter) == kept


@pytest.mark.parametrize(
    "said",
    ["2025-01-01", "August 9, 2025", "in September", "next Friday", "September 2026", "February 29", ""],
)
def test_any_other_date_stays_as_said(said: str) -> None:
    assert in_year_of(said, "2025-03-01") == said


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_the_day_comes_within_a_year_of_the_letter(day: date, letter: date) -> None:
    said = in_year_of(f"{day:%B} {day.day}", letter.isoformat())
    if (day.month, day.day) == (2, 29):
        return
    kept = date.fromisoformat(said)
    assert (kept.month, kept.day) == (day.month, day.day)
    assert letter <= kept <= letter + timedelta(days=366)
