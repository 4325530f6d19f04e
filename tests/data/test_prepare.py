"""A posting, start to end: pay from fields or words, at the places it holds for; and hostile ones."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data import pay
from data.posting import Posting, Range
from data.prepare import classified, prepare
from data.sources.postings import parts

SF, NYC, US = "0041860", "0035620", "0000000"


def _posting(**told: Any) -> Posting:
    return Posting(
        **{
            "id": "greenhouse:made-up:1",
            "source": "greenhouse",
            "employer": "Made Up",
            "title": "Senior Software Engineer",
            "locations": ("San Francisco, CA",),
            "first_seen": "2026-08-01",
            "last_seen": "2026-08-08",
        }
        | told
    )


def _read(tmp_path: Path, *lines: Posting | dict[str, Any] | str) -> tuple[pd.DataFrame, dict[str, int]]:
    path = tmp_path / "postings.jsonl"
    written = [
        line if isinstance(line, str) else json.dumps(line.as_json() if isinstance(line, Posting) else line)
        for line in lines
    ]
    path.write_text("\n".join(written) + "\n", "utf-8")
    frames: list[pd.DataFrame] = []
    dropped: dict[str, int] = {}
    for part in parts(path):
        found = prepare(part)
        frames.append(found.postings)
        dropped.update(found.dropped)
    return pd.concat(frames, ignore_index=True), dropped


def _one(tmp_path: Path, posting: Posting) -> dict[str, Any]:
    (row,) = _read(tmp_path, posting)[0].to_dict("records")
    return {str(name): value for name, value in row.items()}


def test_pay_in_fields_beats_pay_in_the_text(tmp_path: Path) -> None:
    said = "The base salary range for this role is $100,000 - $120,000 per year."
    fields = (Range(180_000, 220_000, "USD", "year"),)
    both = _one(tmp_path, _posting(pay=fields, description=said))
    assert (both["midpoint"], both["origin"]) == (200_000, pay.FIELDS)
    words = _one(tmp_path, _posting(description=said))
    assert (words["midpoint"], words["origin"]) == (110_000, pay.TEXT)


def test_text_speaks_where_the_fields_are_no_use(tmp_path: Path) -> None:
    said = "The base salary range for this role is $198,000 - $230,000 per year."
    typo = (Range(198_000, 2_000_000, "USD", "year"),)
    found = _one(tmp_path, _posting(pay=typo, description=said))
    assert (found["midpoint"], found["origin"]) == (214_000, pay.TEXT)


def test_each_zone_counts_in_its_place(tmp_path: Path) -> None:
    ranges = (
        Range(200_000, 240_000, "USD", "year", "San Francisco"),
        Range(180_000, 200_000, "USD", "year", "New York"),
    )
    found = _one(tmp_path, _posting(locations=("San Francisco, CA", "New York, NY"), pay=ranges))
    at = dict(zip(found["places"], found["midpoints"], strict=True))
    assert (at[SF], at[NYC]) == (220_000, 190_000)
    assert (found["low"], found["high"]) == (180_000, 240_000)


def test_zones_that_name_no_place_are_not_guessed(tmp_path: Path) -> None:
    ranges = (
        Range(200_000, 240_000, "USD", "year", "Zone A"),
        Range(180_000, 200_000, "USD", "year", "Zone B"),
    )
    found = _one(tmp_path, _posting(pay=ranges))
    assert pd.isna(found["midpoint"])
    assert found["pay_drop"] == pay.SEVERAL


def test_the_same_range_twice_is_one_range(tmp_path: Path) -> None:
    ranges = (
        Range(200_000, 240_000, "USD", "year", "Zone A"),
        Range(200_000, 240_000, "USD", "year", "Zone B"),
    )
    assert _one(tmp_path, _posting(pay=ranges))["midpoint"] == 220_000


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (Range(198_000, 2_000_000, "USD", "year"), pay.TOO_WIDE),
        (Range(-5, 90_000, "USD", "year"), pay.NO_AMOUNT),
        (Range(float("nan"), 90_000, "USD", "year"), pay.NO_AMOUNT),
        (Range(None, 90_000, "USD", "year"), pay.NO_AMOUNT),
        (Range(180_000, 220_000, "USD", "year", kind="ote"), pay.ON_TARGET),
        (Range(180_000, 220_000, "CAD", "year"), pay.OTHER_CURRENCY),
        (Range(180_000, 220_000, "", "year"), pay.NO_CURRENCY),
        (Range(1e300, 1e308, "USD", "hour"), pay.TOO_WIDE),
    ],
)
def test_pay_that_is_not_used_says_why(tmp_path: Path, given: Range, reason: str) -> None:
    found = _one(tmp_path, _posting(pay=(given,)))
    assert pd.isna(found["midpoint"])
    assert found["pay_drop"] == reason


def test_hostile_lines_are_dropped_with_a_reason_and_the_rest_is_read(tmp_path: Path) -> None:
    good = _posting()
    lines: list[Posting | dict[str, Any] | str] = [
        good,
        "{broken",
        "[1, 2]",
        '"text"',
        "[" * 100_000,
        {"employer": "X", "location": "Austin, TX"},
        {"title": "Engineer"},
        {"title": "Engineer " * 100, "employer": "X"},
        {"title": {"a": 1}, "employer": ["X"], "pay": "lots", "location": 7, "skills": 3},
        {"title": "Software Engineer", "employer": "X", "pay": [None, 7, {"low": "NaN", "high": [1]}]},
        {
            "title": "Software Engineer",
            "employer": "X",
            "low": "Infinity",
            "high": "1e999",
            "currency": "USD",
        },
        {"title": "Software Engineer \x00\ud800", "employer": "\u202e", "location": "\x00"},
    ]
    found, dropped = _read(tmp_path, *lines)
    assert len(found) == 4
    assert dropped == {
        "a line that is no JSON object": 4,
        "no title or no employer": 3,
        "a title of more than 300 characters": 1,
    }
    assert found["id"].is_unique


def test_a_huge_description_and_three_hundred_places_cost_no_more_than_a_blink(tmp_path: Path) -> None:
    text = "We pay $100,000 to $120,000 a year. " + "$1 AI (" * 700_000
    many = tuple(f"Town {number}, CA" for number in range(300))
    before = time.process_time()
    found = _read(tmp_path, _posting(description=text[:5_000_000], locations=many))[0]
    assert len(found) == 1
    assert time.process_time() - before < 2.0


def test_remote_of_the_board_counts_as_remote(tmp_path: Path) -> None:
    found = _one(tmp_path, _posting(locations=("United States",), remote=True))
    assert set(found["places"]) == {US, "remote"}


def test_the_same_job_has_the_same_twin_on_another_board(tmp_path: Path) -> None:
    other = _posting(id="jsonld:x:1", source="jsonld", title="Senior  software engineer", employer="made-up")
    found, _ = _read(tmp_path, _posting(), other, _posting(id="3", title="Staff Software Engineer"))
    first, second, third = found["twin"].tolist()
    assert first == second != third


def test_a_page_names_its_posting_in_every_collection(tmp_path: Path) -> None:
    line = {
        "job_key": "x", "company": "Made Up", "title": "Software Engineer",
        "url": "https://job-boards.greenhouse.io/madeup/jobs/4502508008",
    }  # fmt: skip
    assert _read(tmp_path, line)[0]["id"].tolist() == ["greenhouse:madeup:4502508008"]


def test_nothing_to_read_is_an_empty_table(tmp_path: Path) -> None:
    from data.sources.frames import crawl

    empty = crawl(
        pd.DataFrame({"id": []}), pd.DataFrame(columns=["posting", "low", "high", "currency", "interval"])
    )
    assert len(classified(empty)) == 0
    (tmp_path / "empty.jsonl").write_text("")
    assert list(parts(tmp_path / "empty.jsonl")) == []


def test_one_range_for_one_zone_holds_there_alone(tmp_path: Path) -> None:
    ranges = (Range(200_000, 240_000, "USD", "year", "New York, NY"),)
    found = _one(tmp_path, _posting(locations=("Miami, FL", "New York, NY"), pay=ranges))
    at = dict(zip(found["places"], found["midpoints"], strict=True))
    assert at[NYC] == 220_000
    assert pd.isna(at["0033100"])


def test_a_range_of_no_use_still_says_which_place_it_is_for(tmp_path: Path) -> None:
    ranges = (
        Range(100_000, 120_000, "USD", "year", "Austin, TX"),
        Range(200_000, 2_000_000, "USD", "year", "New York, NY"),
    )
    found = _one(tmp_path, _posting(locations=("Austin, TX", "New York, NY"), pay=ranges))
    at = dict(zip(found["places"], found["midpoints"], strict=True))
    assert at["0012420"] == 110_000
    assert pd.isna(at[NYC])


def test_pay_for_another_place_alone_is_none_here(tmp_path: Path) -> None:
    ranges = (Range(200_000, 240_000, "USD", "year", "New York, NY"),)
    found = _one(tmp_path, _posting(locations=("Miami, FL",), pay=ranges))
    assert pd.isna(found["midpoint"])
    assert found["pay_drop"] == pay.ELSEWHERE


def test_an_on_target_range_beside_the_base_takes_nothing_from_it(tmp_path: Path) -> None:
    ranges = (Range(100_000, 120_000, "USD", "year"), Range(200_000, 240_000, "USD", "year", kind="ote"))
    assert _one(tmp_path, _posting(pay=ranges))["midpoint"] == 110_000


def test_a_zone_nobody_can_place_on_the_only_range_means_the_whole_posting(tmp_path: Path) -> None:
    ranges = (Range(100_000, 120_000, "USD", "year", "Zone A"),)
    assert _one(tmp_path, _posting(pay=ranges))["midpoint"] == 110_000


def test_the_first_job_of_two_employers_is_two_jobs(tmp_path: Path) -> None:
    lines = [{"id": "1", "employer": name, "title": "Software Engineer"} for name in ("Acme", "Beta")]
    assert _read(tmp_path, *lines)[0]["id"].nunique() == 2


@pytest.mark.parametrize(
    "day", ["2026-13-45", "2026-02-30", "9999-99-99", "0001-01-01", "2999-01-01", "２０２６-01-01"]
)
def test_a_day_that_is_none_is_unknown(tmp_path: Path, day: str) -> None:
    found = _one(tmp_path, _posting(first_seen=day, published=day, last_seen="2026-08-08"))
    assert (found["first_seen"], found["published"]) == ("", "")


def test_breaks_inside_a_name_become_spaces(tmp_path: Path) -> None:
    assert _one(tmp_path, _posting(employer="Ac\u2028me\r\n\x0bInc\x85"))["employer"] == "Ac me Inc"


def test_a_dollar_sign_is_a_currency_and_annually_a_year(tmp_path: Path) -> None:
    line = {"employer": "Acme", "title": "Software Engineer", "location": "Austin, TX",
            "low": 100_000, "high": 120_000, "currency": "$", "interval": "Annually"}  # fmt: skip
    assert _read(tmp_path, line)[0]["midpoint"].tolist() == [110_000]
