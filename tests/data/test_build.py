"""The whole build: the same input gives the same bytes, and everything read is accounted for."""

from __future__ import annotations

import csv
import json
import os
import signal
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from bot.market.database import open_market
from bot.market.ladder import quote
from bot.market.quote import Asked
from data.build import SHIPPED, Inputs, run
from data.cli import build_command
from data.government import BuildError
from data.manifest import MANIFEST, OWN_INDEX, SHIPPED_INDEX
from data.replace import ShrunkenError
from data.sources.postings import PostingsError
from data.tables import TABLES

from .samples import agency, board, release, write

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
REAL = Inputs((SHARED / "postings",), h1b=SHARED / "h1b" / "lca_fy2024.parquet", name=SHIPPED_INDEX)
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
    assert "odd.csv has no column for employer or title or location" in result.output
    assert "Its columns are a, b." in result.output
    assert "salary_currency" not in result.output
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


def _index(folder: Path) -> str:
    sources = json.loads((folder / MANIFEST).read_text("utf-8"))["sources"]
    (name,) = [source["name"] for source in sources if source["id"].startswith("postings-")]
    return str(name)


def test_an_index_of_ones_own_is_not_called_the_shipped_one(
    sample: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(sample, benchmarks=tmp_path / "own")
    assert _index(tmp_path / "own") == OWN_INDEX
    run(replace(sample, name="Tech pay in Ohio"), benchmarks=tmp_path / "own")
    assert _index(tmp_path / "own") == "Tech pay in Ohio"
    copied = tmp_path / "shipped"
    copytree(SHIPPED, copied)
    monkeypatch.setattr("data.build.SHIPPED", copied)
    run(replace(sample, accept_shrunken=True), benchmarks=copied)
    assert _index(copied) == SHIPPED_INDEX


def _plain(path: Path, rows: str) -> Path:
    path.write_text(rows, "utf-8")
    # Late on 9 November in UTC, whatever the clock of this machine says of it.
    os.utime(path, (at := datetime(2026, 11, 9, 23, 30, tzinfo=UTC).timestamp(), at))
    return path


def test_a_file_without_dates_was_seen_when_it_was_last_changed_and_the_report_says_so(
    tmp_path: Path,
) -> None:
    rows = "\n".join(f"Acme {n},Recruiter,Boise,ID,9000{n},99000,USD" for n in range(6))
    path = _plain(tmp_path / "mine.csv", f"Company,Job Title,City,State,Salary Min,max,Currency\n{rows}\n")
    report = run(Inputs((path,)), benchmarks=tmp_path / "out")
    assert report.window == ("2026-11-09", "2026-11-09")
    assert report.counts["postings_paid"] == 6
    told = list(report.lines())
    assert told[0] == "Postings read: 6, first seen on 2026-11-09"
    assert "mine.csv tells no dates" in told[1]
    assert "2026-11-09" in told[1]


def test_a_file_with_any_date_keeps_to_its_own(tmp_path: Path) -> None:
    rows = '{"employer": "A", "title": "Recruiter", "location": "Boise, ID", "published": "2026-08-01"}\n'
    other = '{"employer": "B", "title": "Recruiter", "location": "Boise, ID"}\n'
    report = run(Inputs((_plain(tmp_path / "mine.jsonl", rows + other),)), benchmarks=tmp_path / "out")
    assert (report.window, report.dated) == (("2026-08-01", "2026-08-01"), {})


def test_where_nothing_can_be_placed_the_reasons_are_told(tmp_path: Path) -> None:
    rows = "employer,title,location\nA,Electrician,Boise ID\nB,Recruiter,Paris France\n"
    with pytest.raises(BuildError, match=r"placed abroad \(1\).*title outside the role table \(1\)"):
        run(Inputs((_plain(tmp_path / "mine.csv", rows),)), benchmarks=tmp_path / "out")


def test_the_report_names_places_and_roles(sample: Inputs, tmp_path: Path) -> None:
    told = list(run(sample, benchmarks=tmp_path / "out").lines())
    at = told.index("The fullest cells of one level in one metro area:")
    assert told[at + 1].startswith("  Software Engineer, San Francisco, CA, senior: $")


def _database_of_others(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE notes (line TEXT)")


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("mine.csv", "is no database of Parley's: it was left alone"),
        ("notes.db", "is no database of Parley's: it was left alone"),
        ("held", "is a folder: give a file"),
        ("nowhere/own.db", "There is no folder"),
    ],
)
def test_a_database_takes_no_other_files_place(sample: Inputs, tmp_path: Path, out: str, said: str) -> None:
    (tmp_path / "mine.csv").write_text("title\n")
    _database_of_others(tmp_path / "notes.db")
    (tmp_path / "held").mkdir()
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    result = CliRunner().invoke(
        build_command, ["--postings", str(sample.postings[0]), "--out", str(tmp_path / out)]
    )
    assert result.exit_code == 1
    assert said in result.output
    assert "doctor" not in result.output
    assert before == {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert not (tmp_path / "nowhere").exists()


def test_a_database_of_an_earlier_build_is_replaced(sample: Inputs, tmp_path: Path) -> None:
    out = tmp_path / "own.db"
    arguments = [part for path in sample.postings for part in ("--postings", str(path))]
    for name in ("One", "Two"):
        result = CliRunner().invoke(build_command, [*arguments, "--out", str(out), "--name", name])
        assert result.exit_code == 0, result.output
    with closing(sqlite3.connect(out)) as database:
        names = {name for (name,) in database.execute("SELECT name FROM source")}
    assert "Two" in names
    assert "One" not in names


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "bell\a"])
def test_a_name_no_reply_could_carry_is_refused(sample: Inputs, name: str) -> None:
    result = CliRunner().invoke(
        build_command, ["--postings", str(sample.postings[0]), "--out", "x.db", "--name", name]
    )
    assert result.exit_code == 2
    assert "80 characters at most" in result.output


def test_ctrl_c_says_what_is_kept(sample: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    handler = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr("data.build.gather", interrupted)
    out = tmp_path / "own.db"
    try:
        result = CliRunner().invoke(build_command, ["--postings", str(sample.postings[0]), "--out", str(out)])
    finally:
        signal.signal(signal.SIGINT, handler)
    assert result.exit_code == 130
    assert "Stopped. Nothing was replaced" in result.output
    assert not out.exists()


def test_a_file_of_a_folder_that_holds_no_postings_is_left_out_and_said(
    sample: Inputs, tmp_path: Path
) -> None:
    held = tmp_path / "held"
    held.mkdir()
    for path in sample.postings:
        path.rename(held / path.name)
    (held / "budget.CSV").write_text("a,b\n1,2\n")
    (held / "empty.csv").write_text("")
    report = run(replace(sample, postings=(held,)), benchmarks=tmp_path / "out")
    assert report.counts["postings_read"] == 41
    assert {"budget.CSV, which is no file of postings", "empty.csv, which is no file of postings"} <= set(
        report.drops["reading"]
    )


def test_nothing_but_an_empty_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("")
    with pytest.raises(BuildError, match="not one posting"):
        run(Inputs((tmp_path / "empty.jsonl",)), benchmarks=tmp_path / "out")


def test_a_name_with_a_line_break_builds_a_database_that_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {"employer": "Ac\u2028me\x85", "title": "Software Engineer", "location": "Austin, TX",
           "high": 1.2e5, "currency": "USD", "interval": "year", "first_seen": "2026-08-01"}  # fmt: skip
    rows = [{**row, "low": 1e5 + number} for number in range(4)]
    path = tmp_path / "odd.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    out = tmp_path / "odd.db"
    run(Inputs((path,)), out=out, benchmarks=tmp_path / "figures")
    for chosen in (out, tmp_path / "figures"):
        monkeypatch.setenv("PARLEY_BENCHMARKS", str(chosen))
        market = open_market(tmp_path / "home")
        assert [band.name for band in market.bands("acme", "software-engineer")] == ["Ac me"]
        market.close()


def test_of_several_fiscal_years_the_newest_makes_the_table(sample: Inputs, tmp_path: Path) -> None:
    header = (
        "CASE_STATUS,DECISION_DATE,EMPLOYER_NAME,JOB_TITLE,SOC_CODE,SOC_TITLE,WAGE_RATE_OF_PAY_FROM,"
        "WAGE_UNIT_OF_PAY,WORKSITE_STATE"
    )
    rows = [
        f"Certified,{year}-01-15,Made Up Inc.,Software Engineer,15-1252,Software Developers,{wage},Year,CA"
        for year, wage in ((2024, 200_000), (2020, 100_000))
        for _ in range(9)
    ]
    path = tmp_path / "filings.csv"
    path.write_text("\n".join([header, *rows]))
    report = run(replace(sample, h1b=path), benchmarks=tmp_path / "out")
    with (tmp_path / "out" / "h1b.csv").open(encoding="utf-8", newline="") as file:
        assert {(row["n"], row["p50"]) for row in csv.DictReader(file)} == {("9", "200000")}
    assert report.drops["filings"]["of an earlier fiscal year than the newest in the file"] == 9
