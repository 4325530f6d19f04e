"""A market of made-up figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.market.database import Market, open_market

from .samples import write


@pytest.fixture
def benchmarks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of made-up figures, chosen by the environment."""
    folder = write(tmp_path / "figures")
    monkeypatch.setenv("PARLEY_BENCHMARKS", str(folder))
    return folder


@pytest.fixture
def market(benchmarks: Path, tmp_path: Path) -> Iterator[Market]:
    """The made-up figures, opened as a person's first command would."""
    assert benchmarks.is_dir()
    opened = open_market(tmp_path / "home")
    yield opened
    opened.close()
