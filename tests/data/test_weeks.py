"""Two weekly crawls of made-up boards, built and opened: history and trends reach the one who asks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.market.database import Market, open_market
from data.build import Inputs, run
from data.posting import Posting, Range

SF = "0041860"
FIRST, SECOND = "2026-08-03", "2026-08-10"


def _board(folder: Path, employer: int) -> None:
    """An employer with jobs open in the first week only, in both, and in the second only, at 5% more."""
    rows = []
    for number in range(6):
        first = FIRST if number < 4 else SECOND
        last = FIRST if number < 2 else SECOND
        low = (150_000 + 5_000 * employer) * (1.0 if number < 4 else 1.05)
        posting = Posting(
            id=f"greenhouse:employer{employer}:{number}",
            source="greenhouse",
            employer=f"Employer {employer}",
            title="Senior Software Engineer",
            locations=("San Francisco, CA",),
            first_seen=first,
            last_seen=last,
            pay=(Range(low, low * 1.2, "USD", "year"),),
        )
        rows.append(json.dumps(posting.as_json()))
    path = folder / "greenhouse" / f"employer{employer}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(rows) + "\n", "utf-8")


@pytest.fixture
def market(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Market:
    crawl = tmp_path / "crawl"
    for employer in range(12):
        _board(crawl, employer)
    out = tmp_path / "benchmarks.db"
    report = run(Inputs((crawl,)), out=out, benchmarks=tmp_path / "figures")
    assert report.counts["postings_read"] == 72
    assert report.window == (FIRST, SECOND)
    monkeypatch.setenv("PARLEY_BENCHMARKS", str(out))
    return open_market(tmp_path / "home")


def test_a_trend_reaches_the_market(market: Market) -> None:
    found = {trend.span: trend for trend in market.trends("software-engineer", SF, "senior")}
    trend = found["week"]
    assert (trend.first, trend.last) == (FIRST, SECOND)
    # Half of each second week's jobs are the new ones, 5% up.
    assert trend.change == pytest.approx(0.0247, abs=0.001)
    assert trend.pairs == trend.employers == 12
    market.close()


def test_every_posting_of_the_window_counts_once(market: Market) -> None:
    cell = market.cell("software-engineer", SF, "senior")
    assert cell is not None
    assert (cell.n, cell.employers, cell.largest) == (72, 12, 6)
    market.close()


def test_untracked_postings_show_no_trend(tmp_path: Path) -> None:
    lines = [
        {"employer": f"E{n % 9}", "title": "Software Engineer", "location": "San Francisco, CA",
         "first_seen": f"2026-08-{3 + n % 14:02}", "low": 100_000 + n * 500, "high": 150_000,
         "currency": "USD", "interval": "year"}
        for n in range(80)
    ]  # fmt: skip
    path = tmp_path / "plain.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    report = run(Inputs((path,)), benchmarks=tmp_path / "out")
    assert report.tables["trends"] == 0
    assert report.tables["history"] > 0


def test_jobs_closed_before_the_window_are_still_history(tmp_path: Path) -> None:
    lines = []
    for number in range(60):
        early = number % 2 == 0
        first, last = ("2026-06-01", "2026-06-05") if early else ("2026-08-03", SECOND)
        posting = Posting(
            id=f"greenhouse:employer{number % 9}:{number}",
            source="greenhouse",
            employer=f"Employer {number % 9}",
            title="Senior Software Engineer",
            locations=("San Francisco, CA",),
            first_seen=first,
            last_seen=last,
            pay=(Range(100_000 if early else 200_000, 120_000 if early else 240_000, "USD", "year"),),
        )
        lines.append(json.dumps(posting.as_json()))
    (tmp_path / "crawl.jsonl").write_text("\n".join(lines))
    report = run(Inputs((tmp_path / "crawl.jsonl",)), benchmarks=tmp_path / "out")
    assert report.counts["postings_in_cells"] == 30
    assert report.drops["placing"] == {"closed more than 28 days before the newest crawl": 30}
    history = (tmp_path / "out" / "history.csv").read_text("utf-8").splitlines()
    assert f"software-engineer,{SF},senior,all,2026-06-01,30,9,110000" in history
    assert f"software-engineer,{SF},senior,all,{SECOND},30,9,220000" in history
