"""The store: a person's case as one encrypted row, forgotten on request and after 30 quiet days.

SQLAlchemy Core over an SQLite file or PostgreSQL. Rows are keyed by an HMAC of the person; the payload
is sealed. Nothing a person wrote stands in clear.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

import sqlalchemy as sa
from cryptography.fernet import InvalidToken

from bot.memory import schema
from bot.memory.case import Case
from bot.memory.codec import decode, encode
from bot.memory.keys import Keys, load_keys
from bot.memory.retention import KEPT_FOR, keep_for
from bot.memory.tables import TABLES, cases, events
from bot.turn import Who

__all__ = ["EVENTS_KEPT_FOR", "FILE", "KEPT_FOR", "Kept", "Standing", "Store", "open_store"]

FILE = "cases.sqlite3"
EVENTS_KEPT_FOR = timedelta(days=1)  # platforms retry for an hour at most
_PURGED_EVERY = timedelta(minutes=1)  # at most so often beside a save; what expired is not loaded meanwhile

# Made once: a turn pays for running them, not for writing them.
_LOAD = sa.select(cases.c.payload, cases.c.version, cases.c.expires).where(
    cases.c.person == sa.bindparam("who")
)
_SAVE = sa.update(cases).where(
    cases.c.person == sa.bindparam("who"), cases.c.version == sa.bindparam("loaded")
)
_COUNTED = {"preserve_rowcount": True}  # an insert's: else only updates and deletes are counted


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


@dataclass(frozen=True, slots=True)
class Standing:
    """What a store holds, in numbers.

    `under_old_keys` are the cases under another key than the newest, `sealed_away` those of them that
    no key opens. `first_goes` is when the first case goes, `events` counts those taken already.
    """

    cases: int
    under_old_keys: int
    sealed_away: int
    first_goes: datetime | None
    events: int
    kept_for: timedelta


class Store:
    """Cases by person. Safe to call from several threads and processes at once.

    `renew` reads the keys again, for a row sealed with one that came after this process started.

    Raises:
        NewerStoreError: a later version of Parley wrote the store.
    """

    def __init__(
        self, url: str, keys: Keys, keep: timedelta = KEPT_FOR, renew: Callable[[], Keys] | None = None
    ) -> None:
        self._keys, self._keep, self._renew = keys, keep, renew
        self._purged = datetime.min.replace(tzinfo=UTC)
        embedded = sa.make_url(url).get_backend_name() == "sqlite"
        # A server may have dropped a connection that lay idle; a file has not.
        self._engine = sa.create_engine(url, hide_parameters=True, pool_pre_ping=not embedded)
        if embedded:
            sa.event.listen(self._engine, "connect", _prepare_sqlite)
        # One statement is whole by itself: in a transaction of its own it would be three trips to a server.
        alone = None if embedded else self._engine.execution_options(isolation_level="AUTOCOMMIT")
        self._for_one = alone.connect if alone is not None else self._engine.begin
        # Each dialect has its own insert with ON CONFLICT; they read the same. Loading one is enough.
        self._insert = import_module(f"sqlalchemy.dialects.{self._engine.dialect.name}").insert
        try:
            schema.prepare(self._engine)
            self.purge(datetime.now(UTC))
        except BaseException:
            self._engine.dispose()
            raise

    def load(self, who: Who, now: datetime) -> Kept:
        """The person's case, or an empty one where there is none, it expired, or no key opens it."""
        with self._for_one() as connection:
            row = connection.execute(_LOAD, {"who": self._keys.person(who)}).one_or_none()
        if row is None:
            return Kept(Case(), None)
        if row.expires <= _seconds(now):
            return Kept(Case(), row.version)
        opened = self._opened(row.payload)
        if opened is None:
            return Kept(Case(), row.version, sealed=True)
        return Kept(decode(opened), row.version)

    def save(self, who: Who, case: Case, now: datetime, version: int | None) -> bool:
        """Keep the case for another 30 days, unless it changed since it was loaded at `version`.

        False means another turn, or a wish to be forgotten, came between: load again. Drops
        what has expired, once a minute.
        """
        person = self._keys.person(who)
        row = {**self._sealed(encode(case)), "expires": _seconds(now + self._keep)}
        with self._for_one() as connection:
            if version is None:
                # A version no earlier row of this person had: a late save over a forgotten one must fail.
                fresh = self._insert(cases).values(person=person, version=secrets.randbits(62), **row)
                done = connection.execute(fresh.on_conflict_do_nothing(), execution_options=_COUNTED)
            else:
                loaded = {"who": person, "loaded": version, "version": version + 1}
                done = connection.execute(_SAVE, {**loaded, **row})
        if abs(now - self._purged) >= _PURGED_EVERY:
            self.purge(now)
        return done.rowcount == 1

    def purge(self, now: datetime) -> int:
        """Delete every case that has expired and every event nobody will repeat; how many cases went.

        What an earlier start kept for longer than this one does goes sooner.
        """
        self._purged = now
        latest = _seconds(now + self._keep)
        with self._engine.begin() as connection:
            gone = connection.execute(sa.delete(cases).where(cases.c.expires <= _seconds(now)))
            connection.execute(sa.delete(events).where(events.c.expires <= _seconds(now)))
            # An hour's grace: a clock that runs ahead on another machine is no reason to rewrite its rows.
            longer = cases.c.expires > latest + 3600
            connection.execute(sa.update(cases).where(longer).values(expires=latest))
        if gone.rowcount:
            self._empty_log()
        return gone.rowcount

    def forget(self, who: Who, version: int | None = None) -> bool:
        """Remove everything of this person, or only what stands at `version`. True when there was any."""
        person = self._keys.person(who)
        gone = 0
        with self._engine.begin() as connection:
            for table in TABLES.sorted_tables:
                if "person" in table.c:
                    wanted = sa.delete(table).where(table.c.person == person)
                    if version is not None:
                        wanted = wanted.where(table.c.version == version)
                    gone += connection.execute(wanted).rowcount
        self._empty_log()
        return gone > 0

    def take_once(self, key: str, now: datetime | None = None) -> bool:
        """True the first time an event's key is seen, whichever process asks."""
        now = now or datetime.now(UTC)
        row = {"event": self._keys.event(key), "expires": _seconds(now + EVENTS_KEPT_FOR)}
        with self._for_one() as connection:
            fresh = self._insert(events).values(row).on_conflict_do_nothing()
            taken = connection.execute(fresh, execution_options=_COUNTED)
        return taken.rowcount == 1

    def standing(self) -> Standing:
        """What is kept, in numbers."""
        newest, known = self._keys.names[0], self._keys.names
        with self._engine.connect() as connection:
            keyed = connection.execute(
                sa.select(cases.c.sealed_with, sa.func.count(), sa.func.min(cases.c.expires)).group_by(
                    cases.c.sealed_with
                )
            ).all()
            taken = connection.execute(sa.select(sa.func.count()).select_from(events)).scalar_one()
        first = min((expires for _, _, expires in keyed), default=None)
        return Standing(
            cases=sum(count for _, count, _ in keyed),
            under_old_keys=sum(count for name, count, _ in keyed if name != newest),
            sealed_away=sum(count for name, count, _ in keyed if name is not None and name not in known),
            first_goes=None if first is None else datetime.fromtimestamp(first, UTC),
            events=taken,
            kept_for=self._keep,
        )

    def reseal(self) -> tuple[int, int]:
        """Seal every row with the newest key: how many were sealed anew, and how many no key opens.

        A turn that saves a case at the same time wins: it sealed that row itself.
        """
        query = sa.select(cases.c.person, cases.c.version, cases.c.payload).where(
            cases.c.sealed_with.is_distinct_from(self._keys.names[0])
        )
        done = unread = 0
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        for row in rows:
            opened = self._opened(row.payload)
            if opened is None:
                unread += 1
                continue
            as_read = (cases.c.person == row.person) & (cases.c.version == row.version)
            with self._engine.begin() as connection:
                anew = sa.update(cases).where(as_read).values(self._sealed(opened))
                done += connection.execute(anew).rowcount
        self._empty_log()
        return done, unread

    def downgrade(self, to: str) -> None:
        """Take the schema back for an earlier version of Parley; this one must not use the store after."""
        schema.downgrade(self._engine, to)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _sealed(self, payload: bytes) -> dict[str, object]:
        keys = self._keys
        return {"payload": keys.seal.encrypt(payload), "sealed_with": keys.names[0]}

    def _opened(self, payload: bytes) -> bytes | None:
        """What was sealed, with a key that may have come later; None where none opens it."""
        try:
            return self._keys.seal.decrypt(payload)
        except InvalidToken:
            fresh = self._renew() if self._renew else self._keys
        if fresh.names == self._keys.names or fresh.identity != self._keys.identity:
            return None
        self._keys = fresh
        try:
            return fresh.seal.decrypt(payload)
        except InvalidToken:
            return None

    def _empty_log(self) -> None:
        """Empty SQLite's write-ahead log, which still holds the rows that went."""
        if self._engine.dialect.name == "sqlite":
            with self._engine.connect() as connection:
                connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))


def open_store(home: Path, url: str | None = None) -> Store:
    """The store at `url`, or the embedded one in `home`.

    Raises:
        BadKeysError: the keys in the environment cannot be used.
        BadRetentionError: `PARLEY_KEEP_DAYS` is no number of days.
        NewerStoreError: a later version of Parley wrote the store.
        OSError: the folder cannot be written.
    """
    keys = load_keys(home)
    if not url:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = home / FILE
        file.touch(mode=0o600)
        url = f"sqlite:///{file}"
    return Store(_spelt(url), keys, keep_for(), lambda: load_keys(home))


def _spelt(url: str) -> str:
    """An address as SQLAlchemy knows it: hosts hand out "postgres://"."""
    return f"postgresql://{url.removeprefix('postgres://')}" if url.startswith("postgres://") else url


def _prepare_sqlite(connection: object, _record: object) -> None:
    """Readers beside a writer, patience when two write, and no trace of what was deleted."""
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in ("busy_timeout=5000", "journal_mode=WAL", "secure_delete=ON", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
