"""`parley data fetch`, as a person runs it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from data.fetch import fetch_command
from data.fetching.alone import alone
from data.fetching.ledger import JOURNAL
from data.sources.addresses import BASES, setting
from data.sources.boards import COLLECTORS

from .fetching.server import Asked, Boards, Sent, serving

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Boards]:
    with serving() as boards:
        for name, collector in COLLECTORS.items():
            monkeypatch.setenv(collector.setting, f"{boards.url}/{name}")
        yield boards


def fetch(*arguments: str | Path) -> Result:
    return CliRunner().invoke(fetch_command, [*map(str, arguments), "--pace", "0"])


def test_boards_named_and_listed_are_fetched_and_summed_up(web: Boards, tmp_path: Path) -> None:
    web.answers("/lever/acme", [{"id": "a", "text": "Engineer"}, {"id": "b"}])
    web.answers("/ashby/ramp", {"jobs": [{"id": "c", "title": "Designer"}]})
    listed = tmp_path / "boards.txt"
    listed.write_text("ashby:ramp, Ramp\nlever:nobody\n", encoding="utf-8")
    out = tmp_path / "out"
    result = fetch("lever:acme", "--boards", listed, "--out", out, "--day", "2026-08-03")
    assert result.exit_code == 0, result.output
    assert "lever:nobody answered 404." in result.output
    assert "1 × posting without a title" in result.output
    record = json.loads((out / "crawl.json").read_text(encoding="utf-8"))
    assert {name: each["status"] for name, each in record["boards"].items()} == {
        "ashby:ramp": "ok",
        "lever:acme": "ok",
        "lever:nobody": "dead",
    }
    assert "dead: no such board at its address" in " ".join(result.output.split())
    total = next(line for line in result.output.splitlines() if line.split()[:1] == ["all"])
    assert total.split()[1:] == ["2", "0", "0", "1", "0", "2", "2", "0"]


def test_a_crawl_that_fetches_nothing_says_so_with_its_exit_code(web: Boards, tmp_path: Path) -> None:
    assert fetch("lever:nobody", "--out", tmp_path / "out").exit_code == 1
    assert web.paths() == ["/lever/nobody?mode=json"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["greenhous:x"], "Did you mean greenhouse?"),
        ([], "--boards FILE"),
        (["--boards", "missing.txt"], "missing.txt cannot be read"),
        (["lever:acme", "--day", "monday"], "2026-08-03"),
        (["lever:acme", "--day", "2099-01-01"], "2099-01-01 is still to come"),
        (["lever:acme", "--connections", "0"], "1<=x<=32"),
    ],
)
def test_a_mistake_is_explained_before_anything_is_asked(
    web: Boards, tmp_path: Path, arguments: list[str], said: str
) -> None:
    result = fetch(*arguments, "--out", tmp_path / "out")
    assert result.exit_code != 0
    assert said in result.output
    assert not web.asked
    assert not (tmp_path / "out").exists()


def test_a_setting_that_is_no_address_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_LEVER_URL", "localhost")
    result = fetch("lever:acme", "--out", tmp_path)
    assert result.exit_code == 1
    assert "PARLEY_LEVER_URL is no http or https address." in result.output


def test_a_crawl_that_was_killed_goes_on_with_the_boards_not_yet_done(web: Boards, tmp_path: Path) -> None:
    def slow(_asked: Asked) -> Sent:
        time.sleep(0.2)
        return Sent([{"id": "a", "text": "Engineer"}])

    names = [f"lever:board{number}" for number in range(40)]
    for number in range(40):
        web.answers(f"/lever/board{number}", slow)
    out = tmp_path / "out"
    command = [sys.executable, "-c", "from data.fetch import fetch_command as run; run()", *names]
    options = ["--out", str(out), "--pace", "0", "--connections", "2", "--day", "2026-08-03"]
    crawl = subprocess.Popen([*command, *options], cwd=ROOT, env=dict(os.environ), stderr=subprocess.DEVNULL)
    journal = out / JOURNAL
    for _ in range(3_000):
        if journal.exists() and journal.read_text(encoding="utf-8").count("\n") >= 4:
            break
        time.sleep(0.02)
    crawl.send_signal(signal.SIGKILL)
    crawl.wait()
    lines = journal.read_text(encoding="utf-8").splitlines()[1:]
    done = {name for line in lines if line.endswith("}}") for name in json.loads(line)}
    assert 3 <= len(done) < 40
    web.asked.clear()
    for number in range(40):
        web.answers(f"/lever/board{number}", [{"id": "a", "text": "Engineer"}])
    result = fetch(*names, "--out", out, "--day", "2026-08-03")
    assert result.exit_code == 0
    assert f"{len(done)} boards were done before" in result.output
    assert not {f"lever:{path[7:].partition('?')[0]}" for path in web.paths()} & done
    assert len(list((out / "lever").glob("*.jsonl"))) == 40


def test_two_crawls_at_once_into_one_folder_are_refused(web: Boards, tmp_path: Path) -> None:
    web.answers("/lever/acme", [{"id": "a", "text": "Engineer"}])
    with alone(tmp_path):
        result = fetch("lever:acme", "--out", tmp_path)
        assert result.exit_code == 1
        assert f"Another crawl is writing into {tmp_path}: wait until it is done" in result.output
        assert not web.asked
    assert fetch("lever:acme", "--out", tmp_path).exit_code == 0


def test_a_day_before_the_last_crawl_is_explained(web: Boards, tmp_path: Path) -> None:
    web.answers("/lever/acme", [{"id": "a", "text": "Engineer"}])
    fetch("lever:acme", "--out", tmp_path, "--day", "2026-08-03")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    result = fetch("lever:acme", "--out", tmp_path, "--day", "2026-08-02")
    assert result.exit_code == 1
    assert (
        "lever:acme was crawled on 2026-08-03 already: a crawl of 2026-08-02 cannot follow" in result.output
    )
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == before


def test_today_is_no_day_to_come(web: Boards, tmp_path: Path) -> None:
    web.answers("/lever/acme", [{"id": "a", "text": "Engineer"}])
    result = fetch("lever:acme", "--out", tmp_path, "--day", datetime.now(UTC).date().isoformat())
    assert result.exit_code == 0


def test_some_boards_are_enough_for_success_and_the_help_says_so(web: Boards, tmp_path: Path) -> None:
    web.answers("/lever/acme", [])
    result = fetch("lever:acme", *(f"lever:dead{n}" for n in range(5)), "--out", tmp_path)
    assert result.exit_code == 0
    told = " ".join(fetch("-h").output.split())
    assert "The exit code is 0 when any board was collected, 1 when none was, 130 after Ctrl-C." in told


def test_a_folder_that_cannot_be_written_is_named(web: Boards, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = fetch("lever:acme", "--out", tmp_path / "file" / "postings")
    assert result.exit_code == 1
    assert "cannot be written: not a directory." in result.output
    assert not web.asked


def test_a_name_in_a_file_counts_though_the_board_is_named_on_the_command_line_too(
    web: Boards, tmp_path: Path
) -> None:
    web.answers("/lever/acme", [{"id": "a", "text": "Engineer"}])
    (tmp_path / "boards.txt").write_text("lever:acme, Acme Works\n")
    fetch("lever:acme", "--boards", tmp_path / "boards.txt", "--out", tmp_path / "out")
    (line,) = (tmp_path / "out" / "lever" / "acme.jsonl").read_text().splitlines()
    assert json.loads(line)["employer"] == "Acme Works"


@pytest.mark.parametrize("presses", [1, 5])
def test_ctrl_c_says_what_is_kept_and_the_same_command_goes_on(
    web: Boards, tmp_path: Path, presses: int
) -> None:
    web.answers("/lever/quick", [{"id": "a", "text": "Engineer"}])
    web.answers("/lever/slow", Sent("later", 503, {"Retry-After": "60"}))
    out = tmp_path / "out"
    options = ["lever:quick", "lever:slow", "--out", str(out), "--pace", "0", "--day", "2026-08-03"]
    code = "from data.fetch import fetch_command as run; run()"
    crawl = subprocess.Popen(
        [sys.executable, "-c", code, *options], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    try:
        for _ in range(3_000):
            written = (out / JOURNAL).read_text("utf-8") if (out / JOURNAL).exists() else ""
            if "lever:quick" in written and "/lever/slow?mode=json" in web.paths():
                break
            time.sleep(0.02)
        for _ in range(presses):
            crawl.send_signal(signal.SIGINT)
        _, said = crawl.communicate(timeout=30)
    finally:
        crawl.kill()
    assert crawl.returncode == 130
    assert said.strip().endswith(f"kept in {out}: 1. The same command goes on with the rest.")
    assert "Traceback" not in said
    web.asked.clear()
    web.answers("/lever/slow", [{"id": "a", "text": "Engineer"}])
    assert fetch(*options).exit_code == 0
    assert web.paths() == ["/lever/slow?mode=json"]


def test_help_and_readme_show_the_usual_addresses_with_their_paths() -> None:
    assert "PARLEY_JSONLD_URL" in fetch("--help").output
    told, readme = fetch("--help").output, (ROOT / "README.md").read_text(encoding="utf-8")
    assert {name: each.base for name, each in COLLECTORS.items() if each.base} == BASES
    for name, base in BASES.items():
        assert f"{setting(name)} " in told
        assert f" {base}\n" in told
        assert f"| `{setting(name)}` | `{base}` |" in readme
