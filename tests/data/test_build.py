"""The whole build: the same input gives the same bytes, and everything read is accounted for."""

from __future__ import annotations

import csv
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.market.database import open_market
from bot.market.ladder import quote
from bot.market.quote import Asked
from data.build import SHIPPED, Inputs, run
from data.cli import build_command
from data.government import BuildError
from data.manifest import MANIFEST
from data.replace import ShrunkenError
from data.sources.postings import PostingsError
from data.tables import TABLES

from .samples import agency, board, release, write

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
REAL = Inputs((SHARED / "postings",), h1b=SHARED / "h1b" / "lca_fy2024.parquet")
SF = "0041860"
FILES = (*(table.file for table in TABLES), MANIFEST)


@pytest.fixture
def sample(tmp_path: Path) -> Inputs:
    """Two files: 30 usable postings in San Francisco, and some that are not."""
    boards = [board(number, salary_min=str(170_000 + 1_000 * number)) for number in range(30)]
    boards += [
        board(1),
        board(40, location="Toronto, Canada"),
        board(41, title="Electrician"),
        board(42, salary_max="2000000"),
        board(43, salary_currency="", salary_min="", salary_max="", salary_interval=""),
        board(44, location="Remote - United States", first_seen="2026-08-08"),
        board(45, location="Remote"),
    ]
    agencies = [*(agency(number) for number in range(3)), agency(9, title="Account Executive")]
    return Inputs((write(tmp_path / "boards.csv", boards), write(tmp_path / "agencies.csv", agencies)))


def _cells(folder: Path) -> dict[tuple[str, ...], dict[str, str]]:
    with (folder / "cells.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["role"], row["place"], row["level"], row["ai"]): row for row in rows}


def test_same_input_same_bytes(sample: Inputs, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run(sample, benchmarks=tmp_path / name)
    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_every_posting_is_in_a_cell_or_has_a_reason(sample: Inputs, tmp_path: Path) -> None:
    report = run(sample, benchmarks=tmp_path / "out")
    assert report.counts["postings_read"] == 41
    assert report.drops["reading"] == {"the same posting again": 1}
    assert report.drops["placing"] == {
        "account executive of an agency: client service, not sales": 1,
        "no country can be told from the location": 1,
        "placed abroad": 1,
        "title outside the role table": 1,
    }
    kept, paid = report.counts["postings_in_cells"], report.counts["postings_paid"]
    assert kept == 41 - sum(report.drops["reading"].values()) - sum(report.drops["placing"].values())
    assert report.drops["pay"] == {"ends of the range more than 4 times apart": 1, "no pay shown": 1}
    assert paid == kept - sum(report.drops["pay"].values())
    assert report.window == ("2026-07-18", "2026-08-08")


def test_us_dollars_in_canada_are_no_us_pay(sample: Inputs, tmp_path: Path) -> None:
    run(sample, benchmarks=tmp_path / "out")
    cell = _cells(tmp_path / "out")["software-engineer", "0000000", "all", "all"]
    assert cell["n"] == "31"
    assert cell["postings"] == "33"


def test_a_metro_counts_for_its_state_and_the_bay_area(sample: Inputs, tmp_path: Path) -> None:
    run(sample, benchmarks=tmp_path / "out")
    cells = _cells(tmp_path / "out")
    for place in (SF, "0600000", "bay-area"):
        assert cells["software-engineer", place, "senior", "all"]["n"] == "30"
    assert cells["software-engineer", "remote", "senior", "all"]["n"] == "1"


def test_database_has_the_tables_the_loader_makes(
    sample: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = tmp_path / "out", tmp_path / "benchmarks.db"
    run(sample, out=out, benchmarks=folder)
    monkeypatch.setenv("PARLEY_BENCHMARKS", str(folder))
    open_market(tmp_path / "home").close()
    (loaded,) = (tmp_path / "home").iterdir()
    assert _content(out) == _content(loaded)
    monkeypatch.setenv("PARLEY_BENCHMARKS", str(out))
    market = open_market(tmp_path / "home")
    answer = quote(market, Asked("software-engineer", SF, "senior"))
    assert answer.quote is not None
    assert (answer.quote.n, answer.quote.basis) == (30, "measured")
    market.close()


def _content(path: Path) -> dict[str, object]:
    database = sqlite3.connect(path)
    tables = [
        name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
    ]
    content: dict[str, object] = {"version": database.execute("PRAGMA user_version").fetchone()}
    for table in tables:
        columns = database.execute(f"SELECT name, type, pk FROM pragma_table_info('{table}')").fetchall()
        content[table] = (columns, sorted(database.execute(f"SELECT * FROM {table}"), key=repr))
    database.close()
    return content


def test_a_given_release_replaces_the_shipped_wages(sample: Inputs, tmp_path: Path) -> None:
    path, _ = release(tmp_path)
    report = run(replace(sample, oews=path), benchmarks=tmp_path / "out")
    assert report.tables["oews"] == 1
    wages = (tmp_path / "out" / "oews.csv").read_text("utf-8").splitlines()
    assert wages[1:] == ["15-1252,0041860,100,90000,100000,120000,150000,239200,p90"]


def test_nothing_given_says_what_to_give() -> None:
    with pytest.raises(BuildError, match="--postings FILE"):
        run(Inputs(()))


def test_command_reports_and_leaves_the_shipped_figures_alone(sample: Inputs, tmp_path: Path) -> None:
    before = (SHIPPED / MANIFEST).read_bytes()
    out = tmp_path / "made.db"
    arguments = [part for path in sample.postings for part in ("--postings", str(path))]
    result = CliRunner().invoke(build_command, [*arguments, "--out", str(out)])
    assert result.exit_code == 0
    assert "Postings read: 41" in result.output
    assert "placed abroad: 1" in result.output
    assert out.is_file()
    assert (SHIPPED / MANIFEST).read_bytes() == before


def test_command_says_plainly_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("a,b\n1,2\n")
    result = CliRunner().invoke(
        build_command, ["--postings", str(tmp_path / "odd.csv"), "--out", str(tmp_path / "x.db")]
    )
    assert result.exit_code == 1
    assert "odd.csv has none of the known sets of columns" in result.output
    assert not (tmp_path / "x.db").exists()


def test_shipped_figures_are_small_and_match_their_manifest() -> None:
    sizes = [(SHIPPED / name).stat().st_size for name in FILES]
    assert sum(sizes) < 3_000_000
    manifest = json.loads((SHIPPED / MANIFEST).read_text("utf-8"))
    assert {f"{name}.csv" for name in manifest["tables"]} | {MANIFEST} == set(FILES)
    assert {source["id"] for source in manifest["sources"]} == {
        "ai-pulse-2026-05",
        "h1b-fy2024",
        "oews-2025",
        "postings-2026-08",
    }


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared postings are not on this machine")
def test_shipped_figures_are_what_the_real_postings_give(tmp_path: Path) -> None:
    run(REAL, benchmarks=tmp_path)
    changed = [n for n in FILES if (tmp_path / n).read_bytes() != (SHIPPED / n).read_bytes()]
    assert changed == [], "the vocabulary or the rules changed: build the figures again (SOURCES.md says how)"


def _fewer(sample: Inputs, tmp_path: Path) -> Inputs:
    return replace(sample, postings=(write(tmp_path / "few.csv", [board(1), board(2)]),))


def test_far_fewer_postings_replace_neither_figures_nor_database(sample: Inputs, tmp_path: Path) -> None:
    folder, out = tmp_path / "figures", tmp_path / "benchmarks.db"
    run(sample, out=out, benchmarks=folder)
    before = {path: path.read_bytes() for path in (*folder.iterdir(), out)}
    few = _fewer(sample, tmp_path)
    with pytest.raises(ShrunkenError, match="2 postings in cells, the ones in place on 36"):
        run(few, benchmarks=folder)
    with pytest.raises(ShrunkenError):
        run(few, out=out, benchmarks=tmp_path / "elsewhere")
    assert before == {path: path.read_bytes() for path in before}
    assert not (tmp_path / "elsewhere").exists()
    report = run(replace(few, accept_shrunken=True), out=out, benchmarks=folder)
    assert report.counts["postings_in_cells"] == 2


def test_a_build_that_fails_late_leaves_everything_as_it_was(
    sample: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = tmp_path / "figures", tmp_path / "benchmarks.db"
    run(sample, out=out, benchmarks=folder)
    before = {path: path.read_bytes() for path in (*folder.iterdir(), out)}

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("data.database.write", full)
    with pytest.raises(OSError, match="No space"):
        run(sample, out=out, benchmarks=folder)
    assert before == {path: path.read_bytes() for path in before}
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".csv") == [
        out.name,
        folder.name,
    ]


def test_a_folder_stands_for_the_files_in_it(sample: Inputs, tmp_path: Path) -> None:
    held = tmp_path / "held"
    (held / "deeper").mkdir(parents=True)
    for number, path in enumerate(sample.postings):
        path.rename(held / ("deeper" if number else "") / path.name)
    (held / "notes.txt").write_text("not postings")
    report = run(replace(sample, postings=(held,)), benchmarks=tmp_path / "out")
    assert report.counts["postings_read"] == 41


@pytest.mark.parametrize("name", ["absent.csv", "empty"])
def test_a_path_without_postings_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(PostingsError, match=name):
        run(Inputs((tmp_path / name,)), benchmarks=tmp_path / "out")


def test_filings_fill_the_table_of_offered_wages(sample: Inputs, tmp_path: Path) -> None:
    header = (
        "EMPLOYER_NAME,JOB_TITLE,SOC_CODE,SOC_TITLE,WAGE_RATE_OF_PAY_FROM,WAGE_UNIT_OF_PAY,WORKSITE_STATE"
    )
    filing = "Made Up Inc.,Software Engineer,15-1252,Software Developers,{},Year,CA"
    path = tmp_path / "LCA_FY2024.csv"
    path.write_text("\n".join([header, *(filing.format(150_000 + 1_000 * n) for n in range(9)), "x,,,,,,"]))
    report = run(replace(sample, h1b=path), benchmarks=tmp_path / "out")
    assert report.tables["h1b"] > 0
    assert sum(report.drops["filings"].values()) == 1
    sources = json.loads((tmp_path / "out" / MANIFEST).read_text("utf-8"))["sources"]
    assert "h1b-fy2024" in {source["id"] for source in sources}
