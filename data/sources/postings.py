"""Job postings from files: which file holds what, read a part at a time.

Known are the CSVs of two collectors, plain CSV and JSONL (`data.sources.plain` names the columns),
and the JSONL that `parley data fetch` writes. A part is small enough to hand to another process.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from data.sources import objects, plain
from data.sources.collectors import SHAPES
from data.sources.frames import Crawl

PART_ROWS: Final = 50_000
PART_BYTES: Final = 16_000_000
ENDINGS: Final = (".csv", ".jsonl")
LONGEST_TITLE: Final = 300
LONGEST_LOCATION: Final = 4_000

NAMELESS: Final = "no title or no employer"
LONG_TITLE: Final = f"a title of more than {LONGEST_TITLE} characters"


class PostingsError(ValueError):
    """The file is not one of the shapes known here; the message says which are."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a file: rows of a CSV as text, or lines of JSON as they stand."""

    name: str
    rows: pd.DataFrame | None = None
    lines: bytes = b""


def files(paths: Iterable[Path]) -> list[Path]:
    """The files meant: a folder stands for every CSV and JSONL in it, in order of their names.

    Raises:
        PostingsError: a path is not there, or a folder holds nothing to read.
    """
    found: list[Path] = []
    for path in paths:
        held = (each for each in path.rglob("*") if each.suffix in ENDINGS)
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
        if path.suffix == ".jsonl":
            with path.open("rb") as file:
                while lines := file.readlines(PART_BYTES):
                    yield Part(path.name, lines=b"".join(lines))
            return
        with pd.read_csv(
            path,
            dtype=str,
            keep_default_na=False,
            encoding="utf-8",
            encoding_errors="replace",
            chunksize=PART_ROWS,
        ) as chunks:
            for number, chunk in enumerate(chunks):
                if not number:
                    _reader(path.name, chunk)
                yield Part(path.name, rows=chunk)
    except PostingsError:
        raise
    except (OSError, ValueError) as error:
        raise PostingsError(f"{path.name} cannot be read as postings: {_why(error)}.") from error


def read(part: Part) -> Crawl:
    """Read one part.

    Raises:
        PostingsError: the columns are none of the known sets.
    """
    if part.rows is None:
        return _sound(objects.read(part.lines))
    return _sound(_reader(part.name, part.rows)(part.rows))


def _reader(name: str, rows: pd.DataFrame) -> Callable[[pd.DataFrame], Crawl]:
    for needed, reader in SHAPES:
        if needed <= set(rows.columns):
            return reader
    if not {"employer", "title", "location"} - set(plain.plainly(rows).columns):
        return plain.table
    known = "; ".join(", ".join(sorted(needed)) for needed, _ in SHAPES)
    raise PostingsError(
        f"{name} has none of the known sets of columns: employer, title and location; or {known}."
    )


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
