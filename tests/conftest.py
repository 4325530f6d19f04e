from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.market.database import Market, open_market
from bot.memory.store import Store, open_store
from bot.turn import Reply, Said, Turn, Who

if TYPE_CHECKING:
    from bot.engine import Engine

SHARED = Path(__file__).resolve().parents[2] / "shared"

Say = Callable[..., Reply]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of raw data beside the project, where it is."""
    if not SHARED.is_dir():
        pytest.skip("the shared data folder is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def market(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Market]:
    opened = open_market(tmp_path_factory.mktemp("benchmarks"))
    yield opened
    opened.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "home")
    yield opened
    opened.close()


@pytest.fixture
def engine(market: Market, store: Store) -> Engine:
    from bot.engine import Engine

    return Engine(market, store)


@pytest.fixture
def say(engine: Engine) -> Say:
    """Say something as a person (by default always the same one) and get the reply."""

    def said(text: str, user: str = "ada") -> Reply:
        return engine.respond(Turn(Who("terminal", user), "terminal", Said(text)))

    return said
