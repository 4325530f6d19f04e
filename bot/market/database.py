"""The benchmark database: found, loaded once, and read.

The figures ship as CSV. The first process to need them writes `benchmarks-<digest>.sqlite3` into
the user's folder; every later one opens that file read-only. Figures of another release have
another digest, so nothing is ever updated in place.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sqlite3
import tempfile
import threading
import time
from dataclasses import fields
from pathlib import Path
from typing import Any, Final, TypeVar

from bot.market.load import MANIFEST, SCHEMA, BenchmarksError, load, read_manifest
from bot.market.rows import (
    Band,
    Cell,
    Description,
    Effect,
    Filed,
    Poster,
    Premium,
    Published,
    Share,
    Source,
    Trend,
    TypePay,
    Wage,
)

__all__ = ["BenchmarksError", "Market", "open_market"]

_Row = TypeVar("_Row")
_KINDS: Final[tuple[type[Any], ...]] = (
    Band, Cell, Effect, Filed, Poster, Premium, Published, Share, Trend, TypePay, Wage,
)  # fmt: skip
_COLUMNS: Final = {kind: ", ".join(f'"{each.name}"' for each in fields(kind)) for kind in _KINDS}
# Which columns hold several names with ";" between them.
_LISTS: Final = {
    kind: tuple(at for at, each in enumerate(fields(kind)) if each.type == "tuple[str, ...]")
    for kind in _KINDS
}

_ENVIRONMENT: Final = "PARLEY_BENCHMARKS"
_DAY_SECONDS: Final = 86_400.0
_DROP: Final = "drop: "
_POSTINGS: Final = "postings-"
_OEWS: Final = "oews-"


class Market:
    """The benchmark figures, read-only; one connection, safe to share between threads."""

    def __init__(self, connection: sqlite3.Connection, location: str, folder: Path | None = None) -> None:
        self._connection = connection
        self._location = location
        self._folder = folder
        self._lock = threading.Lock()
        self._sources: dict[str, Source] = {}
        self._fill_sources()

    def cell(self, role: str, place: str, level: str = "all", ai: str = "all") -> Cell | None:
        """The cell with this key, thin ones too; None where no posting showed pay."""
        return self._row(Cell, "cells", role=role, place=place, level=level, ai=ai)

    def share(self, role: str, place: str) -> Share | None:
        """How many postings show pay and ask for AI; role "all" is every role."""
        return self._row(Share, "shares", role=role, place=place)

    def premiums(self, role: str, place: str) -> tuple[Premium, ...]:
        """The premiums that stand, of all levels together ("all") and of each."""
        return tuple(self._rows(Premium, "premiums", role=role, place=place))

    def bands(self, employer: str, role: str) -> tuple[Band, ...]:
        """An employer's posted pay for a role, of all levels together ("all") and of each."""
        return tuple(self._rows(Band, "bands", employer=employer, role=role))

    def types(self, role: str, level: str = "all") -> tuple[TypePay, ...]:
        """What the employer types post in the US, those with enough postings."""
        return tuple(self._rows(TypePay, "types", role=role, level=level))

    def posters(self, role: str, place: str) -> tuple[Poster, ...]:
        """Who posts for a role at a place, most postings first, on the licensed boards."""
        found = self._rows(Poster, "posters", role=role, place=place)
        return tuple(sorted(found, key=lambda row: (-row.postings, row.employer)))

    def trends(self, role: str, place: str, level: str = "all", ai: str = "all") -> tuple[Trend, ...]:
        """What changed, where two weeks can be compared."""
        return tuple(self._rows(Trend, "trends", role=role, place=place, level=level, ai=ai))

    def filed(self, employer: str, role: str, state: str) -> Filed | None:
        """What an employer ("" for all) offered in H-1B filings."""
        return self._row(Filed, "h1b", employer=employer, role=role, state=state)

    def effect(self, term: str, role: str = "", level: str = "", place: str = "") -> Effect | None:
        """A term of the model of pay; None where it knows too little, or was not good enough to ship."""
        return self._row(Effect, "effects", term=term, role=role, level=level, place=place)

    def wage(self, soc: str, area: str) -> Wage | None:
        """The OEWS row, or None where the Bureau released no estimate."""
        found = self._row(Wage, "oews", soc=soc, area=area)
        return found if found and found.p50 is not None else None

    def published(self, role: str) -> tuple[Published, ...]:
        """Cited figures for this very role."""
        return tuple(self._rows(Published, "published", role=role))

    def occupation(self, soc: str) -> str:
        """The occupation's OEWS title; the code itself where there is none."""
        rows = self._all("SELECT title FROM occupations WHERE soc = ?", soc)
        return str(rows[0][0]) if rows else soc

    def source(self, name: str) -> Source:
        """A source by its id."""
        return self._sources[name]

    @property
    def postings(self) -> Source:
        """The source behind the cells."""
        return self._newest(_POSTINGS)

    @property
    def oews(self) -> Source:
        """The source behind the wages."""
        return self._newest(_OEWS)

    def describe(self) -> Description:
        """Counts, digest and dates."""
        meta = {str(key): str(value) for key, value in self._all("SELECT key, value FROM meta ORDER BY key")}
        counts: dict[str, int] = {}
        drops: dict[str, dict[str, int]] = {}
        for key, value in meta.items():
            if key.startswith(_DROP):
                step, _, reason = key.removeprefix(_DROP).partition(": ")
                drops.setdefault(step, {})[reason] = int(value)
            elif value.isdecimal() and key != "schema":
                counts[key] = int(value)
        sources = tuple(self._sources.values())
        return Description(meta["digest"], meta["as_of"], self._location, sources, counts, drops)

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._connection.close()

    def _newest(self, prefix: str) -> Source:
        return max((s for s in self._sources.values() if s.id.startswith(prefix)), key=lambda s: s.as_of)

    def _fill_sources(self) -> None:
        self._sources = {row[0]: Source(*row) for row in self._all("SELECT * FROM source ORDER BY id")}

    def _row(self, kind: type[_Row], table: str, **key: str) -> _Row | None:
        return next(iter(self._rows(kind, table, **key)), None)

    def _rows(self, kind: type[_Row], table: str, **key: str) -> list[_Row]:
        where = " AND ".join(f'"{name}" = ?' for name in key)
        query = f'SELECT {_COLUMNS[kind]} FROM "{table}" WHERE {where}'  # noqa: S608 - names are this module's
        return [_made(kind, row) for row in self._all(query, *key.values())]

    def _all(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.DatabaseError:
                if self._folder is None:
                    raise
                # A damaged file shows only where it is read: go on from the CSVs, in memory.
                self._connection.close()
                self._connection = _in_memory(self._folder)
                self._location, self._folder = "memory", None
                return self._connection.execute(query, values).fetchall()


def open_market(home: Path | None = None) -> Market:
    """Open the benchmark database, making it on first use.

    Args:
        home: the folder it is kept in; by default `PARLEY_HOME`, else the user's data folder.

    `PARLEY_BENCHMARKS` may name another database file or folder of CSVs. A folder that cannot be
    written to is no obstacle: the figures are then held in memory.

    Raises:
        BenchmarksError: the figures are missing or altered.
    """
    chosen = os.environ.get(_ENVIRONMENT)
    if chosen and Path(chosen).is_file():
        return _given(Path(chosen))
    folder = Path(chosen) if chosen else _shipped()
    digest = str(read_manifest(folder)["digest"])
    try:
        home = _home() if home is None else home
        path = home / f"benchmarks-{digest[:12]}.sqlite3"
        connection = _open(path, digest)
        if connection is None:
            _make(path, folder)
            connection = _open(path, digest)
    except OSError:
        connection = None
    if connection is None:
        return Market(_in_memory(folder), "memory")
    return Market(connection, str(path), folder)


def _made(kind: type[_Row], row: tuple[Any, ...]) -> _Row:
    values = list(row)
    for at in _LISTS[kind]:
        values[at] = tuple(values[at].split(";")) if values[at] else ()
    return kind(*values)


def _given(path: Path) -> Market:
    connection = _open(path, None)
    if connection is None:
        raise BenchmarksError(f"{path.name} is not a benchmark database of schema {SCHEMA}.")
    return Market(connection, str(path))


def _shipped() -> Path:
    """The folder of shipped CSVs, found without importing the package that made them."""
    beside = Path(__file__).resolve().parents[2] / "data" / "benchmarks"
    if (beside / MANIFEST).is_file():
        return beside
    spec = importlib.util.find_spec("data")
    for location in (spec.submodule_search_locations or ()) if spec else ():
        if (folder := Path(location) / "benchmarks").joinpath(MANIFEST).is_file():
            return folder
    raise BenchmarksError("The benchmark figures are not installed.")


def _home() -> Path:
    if chosen := os.environ.get("PARLEY_HOME"):
        return Path(chosen)
    import platformdirs  # noqa: PLC0415 - only where nobody chose a folder

    return Path(platformdirs.user_data_dir("parley"))


def _open(path: Path, digest: str | None) -> sqlite3.Connection | None:
    """The database at `path`, or None where there is none that can be trusted."""
    if not path.is_file():
        return None
    # `immutable` spares every lock and journal check: the file is never written once it is there.
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    with contextlib.suppress(sqlite3.DatabaseError):
        if connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,):
            found = connection.execute("SELECT value FROM meta WHERE key = 'digest'").fetchone()
            if found and digest in (None, found[0]):
                return connection
    connection.close()
    return None


def _make(path: Path, folder: Path) -> None:
    """Write the database beside its final name and move it there whole, so nobody sees half of one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix="benchmarks-", suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        connection = sqlite3.connect(part)
        try:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            load(folder, connection)
        except sqlite3.OperationalError as error:
            raise OSError("The benchmark database cannot be written.") from error
        finally:
            connection.close()
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _sweep(path)


def _sweep(kept: Path) -> None:
    """Remove databases of other releases, once a day has passed: a running process may read one."""
    before = time.time() - _DAY_SECONDS
    for pattern in ("benchmarks-*.sqlite3", "benchmarks-*.part"):
        for old in kept.parent.glob(pattern):
            with contextlib.suppress(OSError):
                if old != kept and old.stat().st_mtime < before:
                    old.unlink()


def _in_memory(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    load(folder, connection)
    return connection
