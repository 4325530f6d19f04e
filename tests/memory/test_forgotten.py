"""A person's words stand in clear nowhere, and after `/forget` not even sealed."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest
import sqlalchemy as sa

from bot.engine import Engine
from bot.market.database import Market
from bot.memory.case import Case
from bot.memory.store import Store
from bot.memory.tables import TABLES, cases
from bot.turn import Reply, Said, Turn, Uploaded, Who

CANARY = "Zanziquokk"
ADA, BOB = Who("slack", "U1ADAPERSON", "T1"), Who("slack", "U2", "T1")
FILE = f"Offer letter\n{CANARY} offers you 150,000 USD base a year as Data Scientist.".encode()
TURNS = (
    Said(f"Got an offer from {CANARY}: Senior Software Engineer, San Francisco. 191,919 base, 25k sign on"),
    Said(f"/counter I built {CANARY}, a search that halved handling time"),
    Said(f"my name is {CANARY} Person, my floor is 171717"),
    Uploaded(f"{CANARY}.txt", "text/plain", FILE),
    Said("/practice hard"),
    Said(f"I bring {CANARY} and want 191,919"),
)
FIGURES = ("191919", "191,919", "171717")


@pytest.fixture
def said(market: Market, store: Store, caplog: pytest.LogCaptureFixture) -> list[Reply]:
    """All of it said, with every log line there is."""
    caplog.set_level(logging.DEBUG)
    engine = Engine(market, store)
    return [engine.respond(Turn(ADA, "dm", event)) for event in TURNS]


def in_clear(text: bytes, words: tuple[str, ...] = (CANARY, ADA.user, *FIGURES)) -> list[str]:
    """What of the person's words and figures stands in some bytes."""
    low = text.lower()
    return [each for each in words if each.lower().encode() in low]


def everything(store: Store) -> Iterator[bytes]:
    """Every value of every row of every table, and every file the database wrote, a backup among them."""
    with store._engine.connect() as connection:
        for table in sa.inspect(connection).get_table_names():
            for row in connection.execute(sa.text(f"SELECT * FROM {table}")):
                yield b" ".join(v if isinstance(v, bytes) else str(v).encode() for v in row)
    if store._engine.dialect.name == "sqlite":
        file = Path(str(store._engine.url.database))
        copy = file.with_name("backup.sqlite3")
        copy.unlink(missing_ok=True)
        with sqlite3.connect(file) as source, sqlite3.connect(copy) as target:
            source.backup(target)
        folder = file.parent
    else:
        url = str(store._engine.url.render_as_string(hide_password=False))
        folder = Path(parse_qs(urlsplit(url).query)["host"][0])
        with psycopg.connect(url, autocommit=True) as admin:
            admin.execute("CHECKPOINT")
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "keys.json" and "pgserver" not in str(path.relative_to(folder)):
            yield path.read_bytes()


def test_nothing_stands_in_clear_in_table_file_backup_or_log(
    said: list[Reply], store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    assert CANARY in " ".join(reply.text for reply in said)
    assert store.standing().cases == 1
    assert [found for each in everything(store) for found in in_clear(each)] == []
    assert in_clear(caplog.text.encode()) == []


def test_the_look_would_see_it(store: Store) -> None:
    with store._engine.begin() as connection:
        clear = {"person": "x", "version": 1, "payload": b"a Wandering word", "expires": 2**31 - 1}
        connection.execute(sa.insert(cases).values(**clear))
    seen = [found for each in everything(store) for found in in_clear(each, ("wandering",))]
    assert len(seen) >= 2  # the row, and the file it stands in


def test_after_forget_there_is_no_row_of_theirs_anywhere(
    market: Market, said: list[Reply], store: Store
) -> None:
    engine = Engine(market, store)
    assert said
    engine.respond(Turn(BOB, "dm", Said("my floor is 150k")))
    assert engine.respond(Turn(ADA, "dm", Said("forget me"))).facts.had
    assert engine.respond(Turn(ADA, "dm", Said("yes"))).facts.gone
    person = store._keys.person(ADA)
    with store._engine.connect() as connection:
        for table in TABLES.sorted_tables:
            for row in connection.execute(sa.select(table)):
                assert person not in map(str, row)
    if store._engine.dialect.name == "sqlite":  # PostgreSQL frees it at its next vacuum
        assert not any(person.encode() in each for each in everything(store))
    assert store.load(ADA, datetime.now(UTC)).case == Case()
    assert store.standing().cases == 1
    assert engine.respond(Turn(BOB, "dm", Said("/profile"))).facts.floor == 150_000


def test_an_exception_quotes_nothing(market: Market, store: Store, caplog: pytest.LogCaptureFixture) -> None:
    """The driver's own message holds the values that could not be written."""
    engine = Engine(market, store)
    with store._engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE cases RENAME TO elsewhere")
    try:
        reply = engine.respond(Turn(ADA, "dm", TURNS[0]))
        assert reply.intent == "other"
        assert in_clear(reply.text.encode()) == []
        with pytest.raises(sa.exc.DBAPIError) as caught:
            store.save(ADA, Case(floor=171717.0), datetime.now(UTC), 1)
        assert in_clear(str(caught.value).encode()) == []
        assert "turn failed" in caplog.text
        assert in_clear(caplog.text.encode()) == []
    finally:
        with store._engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO cases")


@pytest.mark.parametrize(("flag", "left"), [((), False), (("--keep",), True)])
def test_no_object_of_the_process_holds_a_word_after_forget(
    tmp_path: Path, flag: tuple[str, ...], left: bool
) -> None:
    """And with caches that are not emptied the look finds them, so it can see."""
    command = [sys.executable, "-m", "tests.memory.heap", str(tmp_path), *flag]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout != "nothing\n") is left
    assert ("_lru_cache_wrapper" in done.stdout) is left
