"""The store's schema: made new, taken over from before there were revisions, or brought up to date.

A process start costs one query. Alembic is loaded only where a store has to change: an empty one is
made from the tables at once and marked as current, as Alembic's own guide does it.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from bot.memory.tables import TABLES, cases

if TYPE_CHECKING:
    from alembic.config import Config

# Every revision this version knows, oldest first. A test holds them against the scripts.
REVISIONS = ("0001", "0002")
_MARK = sa.table("alembic_version", sa.column("version_num", sa.String(32)))
_CREATE_MARK = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
_LOCK = 7_275_395  # any number of ours: who changes the schema of a PostgreSQL store holds it
_one_at_a_time = threading.Lock()  # Alembic's context is one for the process


class NewerStoreError(RuntimeError):
    """The store has a schema of a later version; the message says what to do."""


def prepare(engine: sa.Engine) -> None:
    """Bring the store to this version's schema; several processes may do so at once.

    Raises:
        NewerStoreError: a later version wrote it.
    """
    if _quick_look(engine) == REVISIONS[-1]:
        return
    with _one_at_a_time, engine.begin() as connection:
        _keep_others_out(connection)
        at = revision(connection)
        if at == REVISIONS[-1]:
            return
        if at is not None and at not in REVISIONS:
            raise NewerStoreError(
                f"the store has schema {at}, of a newer Parley; this one knows {REVISIONS[-1]}. "
                f"Update Parley, or let the newer one run `parley store downgrade {REVISIONS[-1]}`"
            )
        if at is None and not sa.inspect(connection).has_table(cases.name):
            _create(connection)
        else:
            _migrate(connection)


def downgrade(engine: sa.Engine, to: str) -> None:
    """Take the store back to an earlier revision, for an earlier version of Parley.

    Raises:
        ValueError: there is no such revision.
    """
    if to not in REVISIONS:
        raise ValueError(f"no revision {to!r}; there are {', '.join(REVISIONS)}")
    from alembic import command  # noqa: PLC0415 - see above

    with _one_at_a_time, engine.begin() as connection:
        _keep_others_out(connection)
        command.downgrade(_config(connection), to)


def revision(connection: sa.Connection) -> str | None:
    """The revision a store is marked with; None where it has no mark."""
    if not sa.inspect(connection).has_table(_MARK.name):
        return None
    return connection.execute(sa.select(_MARK.c.version_num)).scalar()


def _quick_look(engine: sa.Engine) -> str | None:
    try:
        with engine.connect() as connection:
            return connection.execute(sa.select(_MARK.c.version_num)).scalar()
    except DBAPIError:  # no such table, most likely; anything worse comes up again below
        return None


def _keep_others_out(connection: sa.Connection) -> None:
    """Wait until nobody else changes the schema; both ways end with the transaction."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))


def _create(connection: sa.Connection) -> None:
    TABLES.create_all(connection)
    connection.exec_driver_sql(_CREATE_MARK)
    connection.execute(sa.insert(_MARK).values(version_num=REVISIONS[-1]))


def _migrate(connection: sa.Connection) -> None:
    from alembic import command  # noqa: PLC0415 - see above

    command.upgrade(_config(connection), "head")


def _config(connection: sa.Connection) -> Config:
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    scripts = Path(__file__).with_name("migrations")
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
