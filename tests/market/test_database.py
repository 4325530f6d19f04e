"""The benchmark database: found, loaded once, read by anyone, damaged by no one."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.market.database import BenchmarksError, Market, open_market
from bot.market.rows import Cell

from .samples import CELLS, SF, cell, write

REPOSITORY = Path(__file__).resolve().parents[2]


def _files(home: Path) -> list[str]:
    return sorted(path.name for path in home.iterdir())


def test_first_use_writes_one_file_named_by_the_digest(market: Market, tmp_path: Path) -> None:
    digest = market.describe().digest
    assert _files(tmp_path / "home") == [f"benchmarks-{digest[:12]}.sqlite3"]


def test_second_use_opens_the_same_file_unchanged(benchmarks: Path, tmp_path: Path) -> None:
    assert benchmarks.is_dir()
    home = tmp_path / "home"
    open_market(home).close()
    (file,) = home.iterdir()
    before = file.stat().st_mtime_ns, file.stat().st_ino
    open_market(home).close()
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before


def test_cell_reads_back_every_column(market: Market) -> None:
    found = market.cell("software-engineer", SF, "senior")
    assert found is not None
    assert found.stands
    assert (found.n, found.employers, found.postings, found.disclosed) == (132, 34, 264, 132)
    assert (found.p10, found.p25, found.p50, found.p75, found.p90) == (
        168_000,
        188_000,
        208_000,
        228_000,
        248_000,
    )
    assert found.includes == ("backend-engineer",)


@pytest.mark.parametrize("level", ["staff", "principal"])
def test_thin_cell_is_a_count_and_no_figure(market: Market, level: str) -> None:
    found = market.cell("software-engineer", SF, level)
    assert found is not None
    assert not found.stands
    assert found.p50 is None


def test_new_figures_make_a_new_file_and_leave_a_fresh_old_one(benchmarks: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    open_market(home).close()
    (old,) = home.iterdir()
    write(benchmarks, CELLS[:1])
    open_market(home).close()
    assert len(_files(home)) == 2
    two_days_ago = time.time() - 2 * 86_400
    os.utime(old, (two_days_ago, two_days_ago))
    write(benchmarks, CELLS[:2])
    open_market(home).close()
    assert old.name not in _files(home)
    assert len(_files(home)) == 2


@pytest.mark.parametrize("damage", [b"", b"not a database at all", b"SQLite format 3\x00" + b"\xff" * 4096])
def test_damaged_file_is_made_again(benchmarks: Path, tmp_path: Path, damage: bytes) -> None:
    assert benchmarks.is_dir()
    home = tmp_path / "home"
    open_market(home).close()
    (file,) = home.iterdir()
    file.write_bytes(damage)
    again = open_market(home)
    assert again.cell("software-engineer", SF) is not None
    again.close()


def test_damage_past_the_first_page_still_gets_an_answer(benchmarks: Path, tmp_path: Path) -> None:
    assert benchmarks.is_dir()
    home = tmp_path / "home"
    opened = open_market(home)
    (file,) = home.iterdir()
    with sqlite3.connect(file) as reading:
        (page_size,) = reading.execute("PRAGMA page_size").fetchone()
        (root,) = reading.execute("SELECT rootpage FROM sqlite_master WHERE name = 'cells'").fetchone()
    reading.close()
    opened.close()
    whole = bytearray(file.read_bytes())
    whole[(root - 1) * page_size : root * page_size] = b"\xff" * page_size
    file.write_bytes(whole)
    again = open_market(home)
    found = again.cell("software-engineer", SF)
    assert found is not None
    assert found.n == 300
    again.close()


def test_home_that_cannot_be_written_is_no_obstacle(benchmarks: Path, tmp_path: Path) -> None:
    assert benchmarks.is_dir()
    in_the_way = tmp_path / "a-file"
    in_the_way.write_text("not a folder")
    opened = open_market(in_the_way)
    assert opened.describe().location == "memory"
    assert opened.cell("software-engineer", SF) is not None
    opened.close()


def test_altered_figures_are_refused(benchmarks: Path, tmp_path: Path) -> None:
    cells = benchmarks / "cells.csv"
    cells.write_text(cells.read_text("utf-8").replace("208000", "308000"), "utf-8")
    with pytest.raises(BenchmarksError, match=r"cells\.csv is not the one"):
        open_market(tmp_path / "home")
    assert _files(tmp_path / "home") == []


def test_missing_figures_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_BENCHMARKS", str(tmp_path / "nowhere"))
    with pytest.raises(BenchmarksError, match="no readable benchmark manifest"):
        open_market(tmp_path / "home")


def test_a_database_file_can_be_chosen(
    market: Market, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file,) = (tmp_path / "home").iterdir()
    monkeypatch.setenv("PARLEY_BENCHMARKS", str(file))
    chosen = open_market(tmp_path / "elsewhere")
    assert chosen.cell("software-engineer", SF) == market.cell("software-engineer", SF)
    assert not (tmp_path / "elsewhere").exists()
    chosen.close()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "figures.db").write_text("role,place\n")
    monkeypatch.setenv("PARLEY_BENCHMARKS", str(tmp_path / "figures.db"))
    with pytest.raises(BenchmarksError, match="not a benchmark database"):
        open_market(tmp_path / "home")


def test_home_comes_from_the_environment(
    benchmarks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert benchmarks.is_dir()
    monkeypatch.setenv("PARLEY_HOME", str(tmp_path / "chosen"))
    open_market().close()
    assert len(_files(tmp_path / "chosen")) == 1


def test_threads_share_a_market(market: Market) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: market.cell("software-engineer", SF, "senior"), range(400)))
    assert {cell.n for cell in found if cell} == {132}
    assert None not in found


def test_two_processes_may_load_at_once(tmp_path: Path) -> None:
    write(tmp_path / "figures", [*CELLS, *(cell("recruiter", f"{i:07}") for i in range(1000, 9000))])
    code = (
        "from bot.market.database import open_market\n"
        f"print(open_market().cell('software-engineer', '{SF}', 'senior').n)"
    )
    environment = os.environ | {
        "PARLEY_BENCHMARKS": str(tmp_path / "figures"),
        "PARLEY_HOME": str(tmp_path / "home"),
    }
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code], cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE
        )
        for _ in range(4)
    ]
    assert [process.communicate()[0].strip() for process in running] == [b"132"] * 4
    assert len(_files(tmp_path / "home")) == 1


def test_the_market_is_read_only(market: Market) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        market._connection.execute("DELETE FROM cells")


def test_describe_tells_dates_and_counts(market: Market) -> None:
    described = market.describe()
    assert described.as_of == "2026-08-08"
    assert described.counts["cells_measured"] == 9
    assert [source.id for source in described.sources] == [
        "ai-pulse-2026-05",
        "h1b-fy2024",
        "oews-2025",
        "postings-2026-08",
    ]
    assert (market.postings.first, market.postings.last) == ("2026-07-18", "2026-08-08")


@pytest.mark.parametrize(("n", "employers", "stands"), [(20, 5, True), (19, 5, False), (20, 4, False)])
def test_a_cell_stands_by_its_counts_whatever_figures_it_holds(n: int, employers: int, stands: bool) -> None:
    row = Cell("software-engineer", SF, "all", "all", n, employers, 1, n, n, n, 0, 1, 2, 3, 4, 5, ())
    assert row.stands is stands
