"""The page on the figures: what a person who keeps them must be able to read off it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from data import database, figures, manifest, tables
from data.page import NOTHING, lines, report_command
from data.page_rows import Figures, read
from tests.market.samples import POSTINGS, SF, US, cell, write

TODAY = date(2026, 8, 20)
CELLS = [
    cell("software-engineer", SF, "senior", n=132, employers=34),
    cell("software-engineer", US, n=700, employers=120),
    cell("data-scientist", US, n=19, employers=9),
    cell("data-scientist", SF, n=40, employers=4),
    cell("data-analyst", SF, n=14, employers=9),
    cell("recruiter", "remote", n=30, employers=6, largest=15),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = write(tmp_path / "figures", CELLS)
    counts = {"postings_read": 1000, "postings_in_cells": 400, "postings_paid": 300, "employers": 90}
    drops = {
        "placing": {"placed abroad": 500, "title outside the role table": 100},
        "pay": {"no pay shown": 90},
    }
    manifest.write_manifest(made, [POSTINGS, manifest.AI_PULSE], counts, drops)
    return made


def section(folder: Path, title: str) -> str:
    found = read(folder)
    assert found is not None
    page = "\n".join(lines(found, TODAY))
    return page.split(f"## {title}\n")[1].split("\n## ")[0].strip()


def test_each_source_has_its_age(folder: Path) -> None:
    told = " ".join(section(folder, "Age").split())
    assert "AI Pulse weekly job posting index: of 2026-05-23, 89 days old" in told
    assert "of 2026-08-08, 12 days old, covers 2026-07-18 to 2026-08-08" in told


def test_coverage_counts_what_was_read_placed_and_paid(folder: Path) -> None:
    told = " ".join(section(folder, "Coverage").split())
    assert "Postings read: 1,000" in told
    assert "In US cells: 400 (40% of them) from 90 employers" in told
    assert "With usable pay: 300 (75% of these)" in told
    assert "3, 0 of them of AI-skilled postings alone; too thin to quote: 3" in told


def test_drops_stand_by_step_and_reason_largest_first(folder: Path) -> None:
    rows = section(folder, "Left out").splitlines()[2:]
    assert [[part.strip() for part in row.strip("|").split("|")] for row in rows] == [
        ["reading", "0", "nothing was left out"],
        ["placing", "500", "placed abroad"],
        ["placing", "100", "title outside the role table"],
        ["pay", "90", "no pay shown"],
    ]


def test_roles_are_told_with_their_fullest_cell_and_those_without_any(folder: Path) -> None:
    told = section(folder, "Cells by role")
    assert "| Software Engineer | 2     | 0    | US (700 postings, 120 employers)" in told
    empty = " ".join(told.split("No cell of postings stands for 46 roles: ")[1].split())
    assert "Data Scientist" in empty
    assert "Software Engineer" not in empty


def test_the_cells_closest_to_standing_say_what_they_lack(folder: Path) -> None:
    assert section(folder, "Closest to standing").splitlines() == [
        "- Data Scientist, US (19 postings, 9 employers): lacks 1 posting",
        "- Data Scientist, San Francisco, CA (40 postings, 4 employers): lacks 1 employer",
    ]


def test_a_cell_of_one_employer_is_pointed_at(folder: Path) -> None:
    assert section(folder, "One employer dominates") == (
        "- Recruiter, remote (30 postings, 6 employers): 15 are of one employer"
    )


def test_rates_say_of_what_and_none_is_told_of_a_few(folder: Path) -> None:
    told = section(folder, "AI skills and pay shown")
    assert "| every role          | 4,000    | 80%      | 2,000       | 25%        | 10%" in told
    figures.write_rows(tables.SHARES, [["recruiter", US, 25, 9, 20, 3, 1, 2]], folder)
    assert "| Recruiter | 25       | 80%      | 3           | too few" in section(
        folder, "AI skills and pay shown"
    )


def test_premiums_say_which_are_clear_of_zero(folder: Path) -> None:
    told = section(folder, "AI premiums")
    assert "17 comparisons stand, 7 of them clear of zero" in told
    rows = [[part.strip() for part in row.strip("|").split("|")] for row in told.splitlines()]
    assert ["Software Engineer, US, senior", "+5%", "+1% to +10%", "higher"] in rows
    assert ["Software Engineer, US, staff", "-6%", "-8% to +8%", "cannot be told"] in rows
    assert ["Software Engineer, Texas (state)", "-11%", "-14% to -2%", "lower"] in rows


def test_without_weeks_to_compare_no_trend_is_promised(folder: Path) -> None:
    assert "- 3 cells can be compared over a week" in section(folder, "Weeks")
    figures.write_rows(tables.TRENDS, [], folder)
    assert "No trend is shown" in section(folder, "Weeks")


def test_no_line_is_wider_than_the_page(folder: Path) -> None:
    long = [["e" * 150, "software-engineer", "all", "An employer " * 30, 5, 1, 2, 3]]
    figures.write_rows(tables.BANDS, long, folder)
    drops = {"pay": {"a reason that goes on and on " * 9: 3}}
    manifest.write_manifest(folder, [POSTINGS], {}, drops)
    found = read(folder)
    assert found is not None
    assert max(len(line) for line in lines(found, TODAY)) <= 100


def test_the_command_reads_a_folder_and_says_when_there_is_nothing(folder: Path, tmp_path: Path) -> None:
    told = CliRunner().invoke(report_command, ["--benchmarks", str(folder)])
    assert (told.exit_code, told.output.splitlines()[0]) == (0, "# The pay index of 2026-08-08")
    for other in (tmp_path / "nowhere", tmp_path):
        nothing = CliRunner().invoke(report_command, ["--benchmarks", str(other)])
        assert (nothing.exit_code, nothing.stdout) == (1, "")
        assert nothing.stderr == f"Error: {NOTHING.format(path=other, hint='')}\n"


def test_damaged_tables_are_read_as_far_as_they_go(folder: Path) -> None:
    (folder / "cells.csv").write_bytes(b"role,place\n\xff\xfe,,,,\n" + b"x," * 50_000)
    (folder / "premiums.csv").unlink()
    figures.write_rows(tables.SHARES, [["nobody", "nowhere", "many", "-1", "NaN", "", "", ""]], folder)
    assert "None stands" in section(folder, "AI premiums")
    assert section(folder, "Closest to standing") == "None."


def test_figures_of_another_version_are_nothing(folder: Path) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "schema": 1}), "utf-8")
    assert read(folder) is None


def test_the_shipped_figures_have_a_page_and_it_needs_no_frames() -> None:
    code = (
        "import sys\n"
        "from data.page import report_command\n"
        "report_command([], standalone_mode=False)\n"
        "sys.exit(', '.join({'pandas', 'numpy', 'sqlite_utils'} & set(sys.modules)) or 0)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        check=False,
    )
    page = ran.stdout.decode()
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert page.startswith("# The pay index of 20")
    assert "| Software Engineer " in page
    assert max(map(len, page.splitlines())) <= 100


def test_estimates_are_told_with_what_they_were_tested_against(folder: Path) -> None:
    assert "None were tested" in section(folder, "Estimates")
    counts = {
        "estimate_tested_postings": 2600, "estimate_tested_employers": 160, "estimate_error": 38_000,
        "estimate_step_back_error": 48_000, "estimate_used_error": 30_000,
        "estimate_used_step_back_error": 50_000, "estimate_coverage_percent": 81,
    }  # fmt: skip
    manifest.write_manifest(folder, [POSTINGS, manifest.AI_PULSE], counts)
    told = " ".join(section(folder, "Estimates").split())
    assert "No estimates are used: they did not earn their place" in told
    assert "Median error against the posted midpoint: $38,000" in told
    assert "of stepping back to the nearest figure instead: $48,000." in told
    assert "81% of true midpoints" in told
    figures.write_rows(tables.EFFECTS, [["ai", "", "", "", 1, 1, 0.1, 0, 0]], folder)
    assert "Estimates answer where no cell stands" in section(folder, "Estimates")


def test_a_database_reads_like_the_folder_it_was_made_from(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "benchmarks.db"
    database.write(folder, manifest.read_manifest(folder) or {}, out)
    pages = [list(lines(found, TODAY)) for path in (folder, out) if (found := read(path))]
    assert len(pages) == 2
    assert pages[0] == pages[1]


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0 but broken", b"not a database"])
def test_another_file_is_said_to_hold_no_figures(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(content)
    result = CliRunner().invoke(report_command, ["--benchmarks", str(path)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"Error: {NOTHING.format(path=path, hint='')}\n"


def test_a_build_that_left_out_nothing_says_so(folder: Path, tmp_path: Path) -> None:
    manifest.write_manifest(
        folder, [POSTINGS], {"postings_read": 10}, {"reading": {}, "placing": {}, "pay": {}}
    )
    out = tmp_path / "benchmarks.db"
    database.write(folder, manifest.read_manifest(folder) or {}, out)
    for path in (folder, out):
        rows = section(path, "Left out").splitlines()[2:]
        assert [row.split("|")[1].strip() for row in rows] == ["reading", "placing", "pay"]
        assert all("nothing was left out" in row for row in rows)


def test_the_setting_that_names_other_figures_is_followed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARLEY_BENCHMARKS", str(folder))
    assert "Postings read: 1,000" in CliRunner().invoke(report_command, []).output
    monkeypatch.setenv("PARLEY_BENCHMARKS", str(tmp_path / "nowhere"))
    wrong = CliRunner().invoke(report_command, [])
    assert (wrong.exit_code, wrong.stdout) == (1, "")
    assert "PARLEY_BENCHMARKS names it" in wrong.stderr
    assert CliRunner().invoke(report_command, ["--benchmarks", str(folder)]).exit_code == 0


def test_employers_are_spelt_as_they_spell_themselves_and_counted_in_words(folder: Path) -> None:
    bands = [
        ["openai", "software-engineer", "all", "openai", 5, 1, 2, 3],
        ["co1", "recruiter", "all", "Co1", 5, 1, 2, 3],
    ]
    figures.write_rows(tables.BANDS, bands, folder)
    figures.write_rows(
        tables.TYPES, [["ai-lab", "software-engineer", "all", 30, 2, 1, 2, 3, "OpenAI;Anthropic"]], folder
    )
    told = section(folder, "Employers")
    assert "2 bands of 2 employers." in told
    assert "- OpenAI: 1 role\n" in told
    assert "- Co1: 1 role\n" in told
    assert "By type of employer:\n\n- AI lab: 1 role, from Anthropic, OpenAI" in told


def test_the_table_of_roles_adds_up_with_the_cells_that_stand(folder: Path) -> None:
    assert "Not in this table" not in section(folder, "Cells by role")
    skilled = cell("software-engineer", SF, "senior", ai="skilled", n=40, employers=9)
    write(folder, [*CELLS, skilled])
    assert "the 1 standing cell of AI-skilled postings alone" in section(folder, "Cells by role")


def test_one_day_is_told_as_one() -> None:
    source = {"name": "Mine", "as_of": "2026-08-08", "first": "2026-08-08", "last": "2026-08-08"}
    empty = Figures({"sources": [source]}, {table.name: [] for table in tables.TABLES})
    page = list(lines(empty, TODAY))
    assert "- Mine: of 2026-08-08, 12 days old, covers that day alone" in page
