"""Twelve boards crawled twice, a week apart, with every band raised in between: the raise is seen."""

from __future__ import annotations

import asyncio
import csv
from pathlib import Path
from typing import Any

import pytest

from bot.market.database import Market, open_market
from bot.market.rows import Trend
from data.build import Inputs, run
from data.fetching.crawl import crawl
from data.report import Report
from data.sources.boards import board

from .server import serving
from .test_crawl import QUICK

BOISE = "0014260"
WEEKS = ("2026-11-09", "2026-11-16")
RAISE = 5_000


def _postings(employer: int, raised: int, numbers: range) -> list[dict[str, Any]]:
    """An employer's board on Lever; every other employer tells its pay in the words alone."""
    found = []
    for number in numbers:
        low = 140_000 + 3_000 * employer + 1_000 * number + raised
        posting: dict[str, Any] = {
            "id": f"{employer}-{number}",
            "text": "Senior Software Engineer",
            "categories": {"location": "Boise, ID"},
        }
        if employer % 2:
            posting["descriptionPlain"] = f"The base salary range is ${low:,} - ${low + 40_000:,} a year."
        else:
            pay = {"min": low, "max": low + 40_000, "currency": "USD", "interval": "per-year-salary"}
            posting["salaryRange"] = pay
        found.append(posting)
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Path]:
    """The report of a build from both crawls, and the folder of its figures; one build serves all tests."""
    folder = tmp_path_factory.mktemp("raises")
    with serving() as web:
        for day, raised, numbers in zip(WEEKS, (0, RAISE), (range(14), range(1, 14)), strict=True):
            for employer in range(12):
                web.answers(f"/lever/co{employer}", _postings(employer, raised, numbers))
            boards = [board(f"lever:co{employer}", f"Company {employer}") for employer in range(12)]
            bases = {"lever": f"{web.url}/lever"}
            asyncio.run(crawl(boards, folder / "postings", day, manners=QUICK, bases=bases))
    report = run(Inputs((folder / "postings",)), out=folder / "own.db", benchmarks=folder / "figures")
    return report, folder


def _market(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Market:
    monkeypatch.setenv("PARLEY_BENCHMARKS", str(folder / "own.db"))
    return open_market(folder / "home")


def test_a_raise_of_every_open_posting_is_a_trend(
    built: tuple[Report, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    market = _market(built[1], monkeypatch)
    (trend,) = market.trends("software-engineer", BOISE, "senior")
    market.close()
    assert isinstance(trend, Trend)
    assert (trend.span, trend.first, trend.last) == ("week", *WEEKS)
    # 5,000 on midpoints around 183,000; the cheapest job of each board went.
    assert trend.change == pytest.approx(0.03, abs=0.003)
    assert trend.low > 0
    assert trend.pairs == trend.employers == 12


def test_each_week_has_the_median_of_its_own_pay(built: tuple[Report, Path]) -> None:
    with (built[1] / "figures" / "history.csv").open(encoding="utf-8", newline="") as file:
        held = {
            row["week"]: (row["n"], int(row["p50"]))
            for row in csv.DictReader(file)
            if (row["role"], row["place"], row["level"], row["ai"])
            == ("software-engineer", BOISE, "senior", "all")
        }
    assert list(held) == list(WEEKS)
    assert [n for n, _ in held.values()] == ["168", "156"]
    assert held[WEEKS[1]][1] - held[WEEKS[0]][1] == pytest.approx(RAISE, abs=500)


def test_every_job_counts_once_with_its_newest_pay(
    built: tuple[Report, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    report, folder = built
    assert report.counts["postings_read"] == 168 + 156
    assert report.drops["reading"] == {"the same posting, with the pay it showed before": 156}
    assert report.counts["postings_in_cells"] == 168
    market = _market(folder, monkeypatch)
    cell = market.cell("software-engineer", BOISE, "senior")
    market.close()
    assert cell is not None
    assert (cell.n, cell.employers, cell.p50) == (168, 12, 187_500)
