from __future__ import annotations

from collections.abc import Iterator

import pytest

from data.sources.boards import COLLECTORS

from .server import Boards, serving


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Boards]:
    """A server on which every collector looks for its boards, under its own name."""
    with serving() as boards:
        for name, collector in COLLECTORS.items():
            suffix = "/{board}" if "{board}" in collector.base else ""
            monkeypatch.setenv(collector.setting, f"{boards.url}/{name}{suffix}")
        yield boards
