"""A wheel carries everything an answer needs: code, sentences, vocabulary and figures."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parents[1]
CELL = ("software-engineer", "0041860", "senior", "all")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = list(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"]))
    assert len(built) == 1
    with zipfile.ZipFile(built[0]) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def test_every_shipped_file_is_in_it(unpacked: Path) -> None:
    shipped = [
        path.relative_to(ROOT)
        for folder in ("bot", "adapters", "data", "prompts")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix in {".py", ".csv", ".json", ".j2", ".md"}
    ]
    assert len(shipped) > 150
    assert [str(path) for path in shipped if not (unpacked / path).is_file()] == []


def test_it_answers_from_there(unpacked: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(unpacked),
        "PARLEY_HOME": str(tmp_path / "home"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    environment.pop("PARLEY_BENCHMARKS", None)
    code = (
        "import sys, bot.engine; print(bot.engine.__file__, file=sys.stderr);"
        "from adapters.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "say", "/median software-engineer SF senior"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(unpacked) in done.stderr
    with (ROOT / "data" / "benchmarks" / "cells.csv").open(encoding="utf-8") as file:
        (row,) = (r for r in csv.DictReader(file) if tuple(r.values())[:4] == CELL)
    assert f"${int(row['p50']):,} a year" in done.stdout
