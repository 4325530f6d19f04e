"""Weeks, and what changed between them: on made-up weeks whose true change is known."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from data import cells, history
from data.seats import seats

from .frames import SF, frame, prepared

AUSTIN = "0012420"

WEEKS = ("2026-07-06", "2026-07-13")


def test_a_week_runs_from_monday() -> None:
    assert history.monday("2026-08-09") == "2026-08-03"
    assert history.monday("2026-08-03") == "2026-08-03"


def test_only_tracked_postings_make_weeks() -> None:
    assert history.weeks(frame([prepared()])) == []
    assert history.trends(frame([prepared()]), {}).empty
    tracked = prepared(first_seen="2026-07-06", last_seen="2026-07-20")
    assert history.weeks(frame([tracked])) == ["2026-07-06", "2026-07-13", "2026-07-20"]


def test_a_posting_is_open_from_first_to_last_day_seen() -> None:
    rows = frame([prepared(first_seen="2026-07-12", last_seen="2026-07-13")])
    assert [len(history.open_in(rows, week)) for week in ("2026-06-29", *WEEKS, "2026-07-20")] == [0, 1, 1, 0]


def _weeks(rise: float, seed: int = 1, churn: float = 0.5) -> list[dict[str, Any]]:
    """Two weeks of 24 employers, each with its own bands; from one to the other every band rises alike.

    `churn` of each week's postings are of employers that open or close many jobs just then, as boards do.
    """
    random = np.random.default_rng(seed)
    rows = []
    bands = random.normal(200_000, 45_000, 24)
    for week, factor in zip(WEEKS, (1.0, 1.0 + rise), strict=True):
        openings = random.poisson(np.where(random.random(24) < churn, 9, 2)) + 1
        for employer, (band, count) in enumerate(zip(bands, openings, strict=True)):
            rows += [
                prepared(
                    employer=f"Employer {employer}",
                    midpoint=float(max(band, 80_000) * factor * random.normal(1, 0.02)),
                    first_seen=week,
                    last_seen=week,
                )
                for _ in range(count)
            ]
    return rows


def _trend(rows: list[dict[str, Any]], span: str = "week") -> dict[str, Any]:
    found = history.trends(frame(rows), {})
    (row,) = found[found["place"].eq(SF) & found["level"].eq("senior") & found["span"].eq(span)].to_dict(
        "records"
    )
    return {str(name): value for name, value in row.items()}


def test_a_rise_is_told_with_its_weeks_and_evidence() -> None:
    found = _trend(_weeks(rise=0.03))
    assert found["change"] == pytest.approx(0.03, abs=0.01)
    assert 0 < found["low"] < found["change"] < found["high"]
    assert (found["first"], found["last"]) == WEEKS
    assert found["pairs"] == found["employers"] == 24


def test_no_rise_is_no_rise() -> None:
    inside = [row["low"] <= 0 <= row["high"] for row in (_trend(_weeks(rise=0.0, seed=s)) for s in range(20))]
    assert sum(inside) >= 13


def test_the_same_jobs_beat_the_plain_medians_and_no_change_at_all() -> None:
    """The dumb baselines: the change of the two medians, and saying nothing ever changes."""
    matched, medians, nothing = [], [], []
    for seed in range(20):
        rise = 0.02 if seed % 2 else -0.02
        rows = _weeks(rise, seed)
        table = frame(rows)
        before, after = (history.open_in(table, week)["midpoint"].median() for week in WEEKS)
        matched.append(abs(_trend(rows)["change"] - rise))
        medians.append(abs(after / before - 1 - rise))
        nothing.append(abs(rise))
    assert np.mean(matched) < 0.5 * np.mean(nothing)
    assert np.mean(matched) < 0.5 * np.mean(medians)


def test_few_pairs_tell_nothing() -> None:
    few = [row for row in _weeks(0.03) if int(row["employer"].split()[1]) < 9]
    assert history.trends(frame(few), {}).empty


def test_history_holds_the_cells_that_stand_each_week() -> None:
    rows = frame(_weeks(0.03))
    current = cells.measure(seats(rows), {})
    found = history.history(rows, current, "2026-07-19", {})
    mine = found[found["place"].eq(SF) & found["level"].eq("senior") & found["ai"].eq("all")]
    assert mine["week"].tolist() == list(WEEKS)
    first = history.open_in(rows, WEEKS[0])["midpoint"]
    assert mine["p50"].tolist()[0] == int(first.median() + 0.5)


def test_the_quarter_reaches_back_twelve_weeks_at_most() -> None:
    rows = [
        prepared(
            employer=f"Employer {employer}",
            midpoint=200_000.0 * 1.01**week,
            first_seen=f"2026-0{3 + week // 4}-{1 + week % 4 * 7:02}",
            last_seen=f"2026-0{3 + week // 4}-{1 + week % 4 * 7:02}",
        )
        for employer in range(12)
        for week in range(20)
    ]
    found = _trend(rows, "quarter")
    weeks = history.weeks(frame(rows))
    assert (found["first"], found["last"]) == (weeks[-13], weeks[-1])


def test_a_job_counts_once_a_week_with_its_newest_pay_of_that_week() -> None:
    days = (("2026-07-06", "2026-07-07"), ("2026-07-08", "2026-07-13"), ("2026-07-14", "2026-07-20"))
    rows = frame(
        [
            prepared(id="a", midpoint=100_000.0 * (1 + at), first_seen=first, last_seen=last)
            for at, (first, last) in enumerate(days)
        ]
    )
    told = [history.open_in(rows, week)["midpoint"].tolist() for week in (*WEEKS, "2026-07-20")]
    assert told == [[200_000.0], [300_000.0], [300_000.0]]


def test_two_weeks_make_no_quarter() -> None:
    assert set(history.trends(frame(_weeks(0.03)), {})["span"]) == {"week"}


def test_each_zone_changes_by_its_own_pay() -> None:
    rows = [
        prepared(
            employer=f"Employer {employer}",
            places=(AUSTIN, SF),
            midpoint=100_000.0,
            midpoints=(100_000.0 * (1.0 + 0.5 * number), 200_000.0),
            first_seen=week,
            last_seen=week,
        )
        for number, week in enumerate(WEEKS)
        for employer in range(12)
    ]
    found = history.trends(frame(rows), {}).set_index(["place", "level"])["change"]
    assert found[SF, "senior"] == 0.0
    assert found[AUSTIN, "senior"] == pytest.approx(0.5)


def test_history_never_mixes_tracked_weeks_with_the_whole_window() -> None:
    rows = _weeks(0.0) + [prepared(midpoint=900_000.0, employer=f"Other {n % 9}") for n in range(90)]
    found = history.history(frame(rows), cells.measure(seats(frame(rows)), {}), "2026-07-19", {})
    assert found["p50"].max() < 400_000


def test_half_a_year_of_weeks_at_most() -> None:
    rows = [prepared(first_seen="2001-01-01", last_seen="2026-08-03")]
    found = history.weeks(frame(rows))
    assert (len(found), found[-1]) == (history.MOST_WEEKS, "2026-08-03")


def test_pairs_weigh_by_the_postings_of_the_smaller_week() -> None:
    rows = [
        prepared(
            employer=f"Employer {employer}",
            midpoint=200_000.0 * (1.0 + (0.1 if employer < 6 else 0.0) * week_number),
            first_seen=week,
            last_seen=week,
        )
        for week_number, week in enumerate(WEEKS)
        for employer in range(12)
        for _ in range(1 if employer < 6 else 9)
    ]
    assert _trend(rows)["change"] == pytest.approx(np.exp(6 * np.log(1.1) / 60) - 1, abs=0.001)


def test_a_place_without_pay_of_its_own_has_no_trend() -> None:
    rows = [
        prepared(
            employer=f"Employer {employer}",
            places=(AUSTIN, SF),
            midpoint=200_000.0,
            midpoints=(float("nan"), 200_000.0 + 20_000 * number),
            first_seen=week,
            last_seen=week,
        )
        for number, week in enumerate(WEEKS)
        for employer in range(12)
    ]
    found = history.trends(frame(rows), {})
    assert set(found["place"]) == {SF}
    assert found["change"].tolist() == pytest.approx([0.1] * len(found))
