"""The README is true: its transcript is what Parley says, its table is what the commands declare."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .readme import EXCHANGE, commands_table, refreshed

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_transcript_is_what_parley_says(tmp_path: Path) -> None:
    assert len(EXCHANGE.findall(README)) == 3
    assert refreshed(README, tmp_path) == README, "run `python -m tests.readme`"


def test_the_table_is_what_the_commands_declare() -> None:
    assert commands_table() in README


@pytest.mark.parametrize("target", ["chat", "test", "lint", "benchmark"])
def test_the_makefile_has_what_the_readme_names(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"make {target}" in README
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_continuous_integration_runs_the_same_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test" in script
    assert "make lint" in script


def test_the_readme_documents_every_setting() -> None:
    named = set()
    for folder in ("bot", "adapters"):
        for path in (ROOT / folder).rglob("*.py"):
            named |= set(
                re.findall(r'"((?:PARLEY|SLACK|DISCORD)_[A-Z_]+)"', path.read_text(encoding="utf-8"))
            )
    assert named
    assert {name for name in named if f"`{name}`" not in README} == set()


def test_constraints_pin_everything_and_name_no_index() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    assert len(pins) > 40
