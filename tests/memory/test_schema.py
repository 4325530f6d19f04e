"""The schema follows the version, and back, whoever wrote the store and however many start at once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.memory import migrations, schema
from bot.memory.case import Case
from bot.memory.codec import encode
from bot.memory.keys import load_keys
from bot.memory.schema import REVISIONS, NewerStoreError
from bot.memory.store import Store, open_store
from bot.memory.tables import TABLES
from bot.turn import Who
from tests.memory.filled import filled

NOW = datetime.now(UTC)
ADA = Who("slack", "U1", "T1")
Open = Callable[[], Store]

# The tables as the version before revisions made them by itself.
BEFORE = (
    "CREATE TABLE cases (person VARCHAR(64) NOT NULL, version BIGINT NOT NULL, payload {bytes} NOT NULL, "
    "expires INTEGER NOT NULL, PRIMARY KEY (person))",
    "CREATE INDEX ix_cases_expires ON cases (expires)",
    "CREATE TABLE events (event VARCHAR(64) NOT NULL, expires INTEGER NOT NULL, PRIMARY KEY (event))",
    "CREATE INDEX ix_events_expires ON events (expires)",
)


# Eight processes, forked from one that has read the code already, so that they do start together.
AT_ONCE = """
import os, pathlib, sys
from bot.memory.store import open_store
children = []
for _ in range(8):
    child = os.fork()
    if child == 0:
        open_store(pathlib.Path(sys.argv[1]), sys.argv[2]).close()
        os._exit(0)
    children.append(child)
print(*(os.waitpid(child, 0)[1] for child in children))
"""


def address(tmp_path: Path, url: str | None) -> str:
    (tmp_path / "home").mkdir(exist_ok=True)
    return url or f"sqlite:///{tmp_path / 'home' / 'cases.sqlite3'}"


def at(store: Store) -> str | None:
    with store._engine.connect() as connection:
        return schema.revision(connection)


def test_the_revisions_are_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    scripts = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(scripts)) == REVISIONS


def test_an_empty_store_is_made_at_the_newest_revision(opened: Open) -> None:
    assert at(opened()) == REVISIONS[-1]


def test_the_scripts_make_the_tables(tmp_path: Path, url: str | None) -> None:
    engine = sa.create_engine(address(tmp_path, url))
    with engine.begin() as connection:
        schema._migrate(connection)
    with engine.connect() as connection:
        differing = compare_metadata(
            MigrationContext.configure(connection, opts={"compare_type": True}), TABLES
        )
    engine.dispose()
    assert differing == []


def test_a_store_from_before_revisions_is_taken_over_whole(
    tmp_path: Path, url: str | None, opened: Open
) -> None:
    engine = sa.create_engine(address(tmp_path, url))
    keys = load_keys(tmp_path / "home")
    with engine.begin() as connection:
        for statement in BEFORE:
            bytes_ = "BLOB" if engine.dialect.name == "sqlite" else "BYTEA"
            connection.exec_driver_sql(statement.format(bytes=bytes_))
        connection.execute(
            sa.text("INSERT INTO cases VALUES (:person, 7, :payload, :expires)"),
            {
                "person": keys.person(ADA),
                "payload": keys.seal.encrypt(encode(filled(Case))),
                "expires": int(NOW.timestamp()) + 1000,
            },
        )
        connection.execute(
            sa.text("INSERT INTO events VALUES (:event, :expires)"),
            {"event": keys.event("Ev1"), "expires": int(NOW.timestamp()) + 1000},
        )
    engine.dispose()
    store = opened()
    assert at(store) == REVISIONS[-1]
    kept = store.load(ADA, NOW)
    assert (kept.case, kept.version) == (filled(Case), 7)
    assert not store.take_once("Ev1", NOW)
    assert store.standing().under_old_keys == 1
    assert store.save(ADA, Case(floor=1.0), NOW, 7)
    assert store.standing().under_old_keys == 0


def test_down_and_up_again_loses_nothing(opened: Open) -> None:
    store = opened()
    store.save(ADA, filled(Case), NOW, None)
    store.downgrade("0001")
    assert at(store) == "0001"
    with store._engine.connect() as connection:
        names = {column["name"] for column in sa.inspect(connection).get_columns("cases")}
    assert names == {"person", "version", "payload", "expires"}
    again = opened()
    assert at(again) == REVISIONS[-1]
    assert again.load(ADA, NOW).case == filled(Case)


def test_a_newer_store_is_left_alone_and_says_so(opened: Open) -> None:
    store = opened()
    store.save(ADA, filled(Case), NOW, None)
    with store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerStoreError, match=r"schema 9999.*parley store downgrade 0002"):
        opened()
    assert store.load(ADA, NOW).case == filled(Case)


def test_a_revision_nobody_knows_is_refused(opened: Open) -> None:
    with pytest.raises(ValueError, match="no revision '7'; there are 0001, 0002"):
        opened().downgrade("7")


def test_a_store_that_is_up_to_date_costs_one_query_and_no_alembic(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    code = (
        "import sys, pathlib, bot.memory.store as s; s.open_store(pathlib.Path(sys.argv[1])).close();"
        "print([name for name in sys.modules if name.partition('.')[0] in ('alembic', 'mako', 'psycopg')])"
    )
    for home in (tmp_path, tmp_path / "fresh"):
        done = subprocess.run(
            [sys.executable, "-c", code, str(home)], capture_output=True, text=True, check=True
        )
        assert done.stdout == "[]\n"
    asked: list[str] = []
    with closing(open_store(tmp_path)) as store:

        def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
            asked.append(statement)

        sa.event.listen(store._engine, "before_cursor_execute", note)
        schema.prepare(store._engine)
    assert [" ".join(each.split()) for each in asked] == [
        "SELECT alembic_version.version_num FROM alembic_version"
    ]


@pytest.mark.parametrize("beginning", ["empty", "0001"])
def test_many_processes_may_start_at_once(
    tmp_path: Path, url: str | None, opened: Open, beginning: str
) -> None:
    """Nobody makes a table twice, and a case is there after all have brought the store up to date."""
    if beginning == "0001":
        first = opened()
        first.save(ADA, filled(Case), NOW, None)
        first.downgrade("0001")
    command = [sys.executable, "-c", AT_ONCE, str(tmp_path / "home"), url or ""]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout.split(), done.stderr) == (["0"] * 8, "")
    store = opened()
    assert at(store) == REVISIONS[-1]
    assert store.load(ADA, NOW).case == (filled(Case) if beginning == "0001" else Case())
