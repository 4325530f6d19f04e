"""`parley data fetch`, as a person runs it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from data.fetch import fetch_command
from data.fetching.ledger import JOURNAL
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
    for _ in range(600):
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
