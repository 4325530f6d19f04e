"""Commands over made-up figures, so that every verdict has a case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.market.database import Market, open_market
from tests.market.samples import write


@pytest.fixture
def market(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Market]:
    """The made-up figures, opened as a person's first command would."""
    monkeypatch.setenv("PARLEY_BENCHMARKS", str(write(tmp_path / "figures")))
    opened = open_market(tmp_path / "market")
    yield opened
    opened.close()
