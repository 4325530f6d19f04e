"""Job postings from files: which file holds what, read a part at a time.

Known are the CSVs of two collectors, plain CSV and JSONL (`data.sources.plain` names the columns),
and the JSONL that `parley data fetch` writes. A part is small enough to hand to another process.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pandas as pd

from data.sources import objects, plain
from data.sources.collectors import SHAPES
from data.sources.frames import Crawl

PART_ROWS: Final = 50_000
PART_BYTES: Final = 16_000_000
ENDINGS: Final = (".csv", ".jsonl")
_AS_TEXT: Final[dict[str, Any]] = {
    "dtype": str, "keep_default_na": False, "encoding": "utf-8", "encoding_errors": "replace",
    "chunksize": PART_ROWS,
}  # fmt: skip
LONGEST_TITLE: Final = 300
LONGEST_LOCATION: Final = 4_000
_MOST_NAMED: Final = 20  # columns of a file nobody can read postings from
_LONGEST_NAME: Final = 40

RAGGED: Final = "a line with more cells than there are columns"
NAMELESS: Final = "no title or no employer"
LONG_TITLE: Final = f"a title of more than {LONGEST_TITLE} characters"


class PostingsError(ValueError):
    """The file is not one of the shapes known here; the message says which are."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a file: rows of a CSV as text, or lines of JSON as they stand.

    `day` is the ISO day the file was last changed, UTC: the day of postings that tell none. `ragged` counts
    the lines left out because they are no rows.
    """

    name: str
    rows: pd.DataFrame | None = None
    lines: bytes = b""
    day: str = ""
    ragged: int = 0


def files(paths: Iterable[Path]) -> list[Path]:
    """The files meant: a folder stands for every CSV and JSONL in it, in order of their names.

    Raises:
        PostingsError: a path is not there, or a folder holds nothing to read.
    """
    found: list[Path] = []
    for path in paths:
        held = (each for each in path.rglob("*") if each.suffix.lower() in ENDINGS)
        inside = sorted(held) if path.is_dir() else [path]
        if not inside or not path.exists():
            raise PostingsError(
                f"{path.name} holds no postings: give a .csv or .jsonl file, or a folder of them."
            )
        found += inside
    return found


def parts(path: Path) -> Iterator[Part]:
    """Cut one file into parts.

    Raises:
        PostingsError: the file is missing, is neither CSV nor JSONL, or has other columns.
    """
    try:
        day = datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
        if path.suffix.lower() == ".jsonl":
            with path.open("rb") as file:
                while lines := file.readlines(PART_BYTES):
                    yield Part(path.name, lines=b"".join(lines), day=day)
            return
        for number, (chunk, ragged) in enumerate(_chunks(path)):
            if not number:
                _reader(path.name, chunk)
            yield Part(path.name, rows=chunk, day=day, ragged=ragged)
    except PostingsError:
        raise
    except (OSError, ValueError) as error:
        raise PostingsError(f"{path.name} cannot be read as postings: {_why(error)}.") from error


def _chunks(path: Path) -> Iterator[tuple[pd.DataFrame, int]]:
    """A CSV's rows, and how many lines before or among them were no rows.

    The fast parser stops at the first line with more cells than the header has. Then the slow one goes on
    from there: it can be told to leave such lines out, and counts them.
    """
    done = 0
    with contextlib.suppress(pd.errors.ParserError):
        with pd.read_csv(path, engine="c", **_AS_TEXT) as chunks:
            for chunk in chunks:
                yield chunk, 0
                done += len(chunk)
        return
    ragged: list[object] = []
    counted = 0
    chunk = pd.DataFrame()
    with (
        contextlib.suppress(pd.errors.ParserError),
        pd.read_csv(path, engine="python", on_bad_lines=ragged.append, **_AS_TEXT) as chunks,
    ):
        for chunk in chunks:
            yield chunk.iloc[max(done - int(chunk.index[0]), 0) :], len(ragged)
            counted += len(ragged)
            ragged.clear()
    # A quote that is never closed makes one cell of all that follows it.
    if ragged or not counted:
        yield chunk.iloc[:0], len(ragged) or 1


def read(part: Part) -> Crawl:
    """Read one part.

    Raises:
        PostingsError: the columns are none of the known sets.
    """
    if part.rows is None:
        return _dated(_sound(objects.read(part.lines)), part.day)
    read_in = _dated(_sound(_reader(part.name, part.rows)(part.rows)), part.day)
    return replace(read_in, dropped={**read_in.dropped, RAGGED: part.ragged}) if part.ragged else read_in


def _reader(name: str, rows: pd.DataFrame) -> Callable[[pd.DataFrame], Crawl]:
    for needed, reader in SHAPES:
        if needed <= set(rows.columns):
            return reader
    missing = [each for each in plain.NEEDED if each not in plain.plainly(rows).columns]
    if not missing:
        return plain.table
    found = [str(column)[:_LONGEST_NAME].strip() or "(no name)" for column in rows.columns[:_MOST_NAMED]]
    more = f" and {len(rows.columns) - _MOST_NAMED:,} more" if len(rows.columns) > _MOST_NAMED else ""
    raise PostingsError(
        f"{name} has no column for {' or '.join(missing)}; employer, title and location are needed. "
        f"Its columns are {', '.join(found)}{more}. README.md says what they may be called."
    )


def _dated(read_in: Crawl, day: str) -> Crawl:
    """Where no posting tells a day, all were seen on the day their file was last changed."""
    days = read_in.postings[["published", "first_seen", "last_seen"]]
    if not len(days) or not day or (days.to_numpy(dtype=object) != "").any():
        return read_in
    return replace(read_in, postings=read_in.postings.assign(first_seen=day, last_seen=day), undated=True)


def _sound(read_in: Crawl) -> Crawl:
    """Drop rows that name no job or no employer, and cut what is far longer than any real one."""
    postings = read_in.postings
    nameless = postings["title"].eq("") | postings["employer"].eq("")
    long = postings["title"].str.len().gt(LONGEST_TITLE)
    dropped = Counter(read_in.dropped)
    dropped.update({NAMELESS: int(nameless.sum()), LONG_TITLE: int((long & ~nameless).sum())})
    kept = ~(nameless | long)
    postings["location"] = postings["location"].str.slice(0, LONGEST_LOCATION)
    if not kept.all():
        number = kept.cumsum() - 1
        ranges = read_in.ranges[kept.to_numpy()[read_in.ranges["posting"].to_numpy()]]
        ranges = ranges.assign(posting=number.to_numpy()[ranges["posting"].to_numpy()])
        read_in = Crawl(postings[kept].reset_index(drop=True), ranges.reset_index(drop=True), {})
    return Crawl(read_in.postings, read_in.ranges, {reason: n for reason, n in dropped.items() if n})


def _why(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "it is no table of text"
