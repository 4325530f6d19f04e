"""Every store there is: SQLite in a file, and a real PostgreSQL."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from bot.memory.store import Store, open_store
from tests.memory import postgres

_number = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with postgres.server() as address:
        yield address


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    with postgres.schema(postgres_server, f"cases{next(_number)}") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest) -> str | None:
    """The address of an empty store: None is the embedded one."""
    if request.param == "sqlite":
        return None
    address: str = request.getfixturevalue("postgres_url")
    return address


Open = Callable[[], Store]


@pytest.fixture
def opened(tmp_path: Path, url: str | None) -> Iterator[Open]:
    """Open the store again and again: always the same one, each time as a process would."""
    with ExitStack() as closing:

        def again() -> Store:
            store = open_store(tmp_path / "home", url)
            closing.callback(store.close)
            return store

        yield again


@pytest.fixture
def store(opened: Open) -> Store:
    """Takes the place of the suite's own fixture: on both databases."""
    return opened()
