"""The store: a person's case as one encrypted row, forgotten on request and after 30 quiet days.

SQLAlchemy Core over an SQLite file, and nothing in it is SQLite's alone but the pragmas. Rows are
keyed by an HMAC of the person; the payload is sealed. Nothing a person wrote stands in clear.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

import sqlalchemy as sa
from cryptography.fernet import InvalidToken
from sqlalchemy.schema import CreateIndex, CreateTable

from bot.memory.case import Case
from bot.memory.codec import decode, encode
from bot.memory.keys import Keys, load_keys
from bot.turn import Who

KEPT_FOR = timedelta(days=30)
EVENTS_KEPT_FOR = timedelta(days=1)  # platforms retry for an hour at most

_tables = sa.MetaData()
_cases = sa.Table(
    "cases",
    _tables,
    sa.Column("person", sa.String(64), primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("payload", sa.LargeBinary, nullable=False),
    sa.Column("expires", sa.Integer, nullable=False, index=True),
)
_events = sa.Table(
    "events",
    _tables,
    sa.Column("event", sa.String(64), primary_key=True),
    sa.Column("expires", sa.Integer, nullable=False, index=True),
)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


@dataclass(frozen=True, slots=True)
class Kept:
    """A case as loaded, and the version to save it over (None: there was none).

    `sealed` is True when there is a row that no key opens: it may be another key's to open, so a
    turn that leaves nothing must leave it be.
    """

    case: Case
    version: int | None
    sealed: bool = False


class Store:
    """Cases by person. Safe to call from several threads and processes at once."""

    def __init__(self, url: str, keys: Keys) -> None:
        self._keys = keys
        self._engine = sa.create_engine(url, hide_parameters=True)
        if self._engine.dialect.name == "sqlite":
            sa.event.listen(self._engine, "connect", _prepare_sqlite)
        # Each dialect has its own insert with ON CONFLICT; they read the same. Loading one is enough.
        self._insert = import_module(f"sqlalchemy.dialects.{self._engine.dialect.name}").insert
        with self._engine.begin() as connection:
            for table in _tables.sorted_tables:  # "if not exists" in the statement: two may start at once
                connection.execute(CreateTable(table, if_not_exists=True))
                for index in table.indexes:
                    connection.execute(CreateIndex(index, if_not_exists=True))
        self.purge(datetime.now(UTC))

    def load(self, who: Who, now: datetime) -> Kept:
        """The person's case, or an empty one where there is none, it expired, or no key opens it."""
        query = sa.select(_cases.c.payload, _cases.c.version, _cases.c.expires).where(
            _cases.c.person == self._keys.person(who)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            return Kept(Case(), None)
        if row.expires <= _seconds(now):
            return Kept(Case(), row.version)
        try:
            return Kept(decode(self._keys.seal.decrypt(row.payload)), row.version)
        except InvalidToken:
            return Kept(Case(), row.version, sealed=True)

    def save(self, who: Who, case: Case, now: datetime, version: int | None) -> bool:
        """Keep the case for another 30 days, unless it changed since it was loaded at `version`.

        False means another turn, or a wish to be forgotten, came between: load again. Drops
        whatever has expired.
        """
        person = self._keys.person(who)
        row = {"payload": self._keys.seal.encrypt(encode(case)), "expires": _seconds(now + KEPT_FOR)}
        with self._engine.begin() as connection:
            if version is None:
                # A version no earlier row of this person had: a late save over a forgotten one must fail.
                fresh = self._insert(_cases).values(person=person, version=secrets.randbits(62), **row)
                done = connection.execute(fresh.on_conflict_do_nothing())
            else:
                as_loaded = (_cases.c.person == person) & (_cases.c.version == version)
                done = connection.execute(
                    sa.update(_cases).where(as_loaded).values(version=version + 1, **row)
                )
        self.purge(now)
        return done.rowcount == 1

    def purge(self, now: datetime) -> None:
        """Delete every case that has expired and every event nobody will repeat."""
        with self._engine.begin() as connection:
            for table in (_cases, _events):
                connection.execute(sa.delete(table).where(table.c.expires <= _seconds(now)))

    def forget(self, who: Who, version: int | None = None) -> bool:
        """Remove everything of this person, or only what stands at `version`. True when there was any."""
        mine = _cases.c.person == self._keys.person(who)
        wanted = mine if version is None else mine & (_cases.c.version == version)
        with self._engine.begin() as connection:
            gone = connection.execute(sa.delete(_cases).where(wanted))
        if self._engine.dialect.name == "sqlite":
            with self._engine.connect() as connection:  # the write-ahead log still holds the sealed row
                connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))
        return gone.rowcount > 0

    def take_once(self, key: str, now: datetime | None = None) -> bool:
        """True the first time an event's key is seen, whichever process asks."""
        now = now or datetime.now(UTC)
        row = {"event": self._keys.event(key), "expires": _seconds(now + EVENTS_KEPT_FOR)}
        with self._engine.begin() as connection:
            taken = connection.execute(self._insert(_events).values(row).on_conflict_do_nothing())
        return taken.rowcount == 1

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def open_store(home: Path, url: str | None = None) -> Store:
    """The store at `url`, or the embedded one in `home`.

    Raises:
        BadKeysError: the keys in the environment cannot be used.
        OSError: the folder cannot be written.
    """
    keys = load_keys(home)
    if not url:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = home / "cases.sqlite3"
        file.touch(mode=0o600)
        url = f"sqlite:///{file}"
    return Store(url, keys)


def _prepare_sqlite(connection: object, _record: object) -> None:
    """Readers beside a writer, patience when two write, and no trace of what was deleted."""
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in ("busy_timeout=5000", "journal_mode=WAL", "secure_delete=ON", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
