"""A rebuild replaces good figures whole, or not at all."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

# A crawl under this share of the last one lost boards; it did not find fewer jobs.
SHRUNK: Final = 0.6
_COUNTED: Final = {
    "postings_in_cells": "postings in cells",
    "postings_paid": "postings with pay",
    "oews_rows": "wages of OEWS",
    "h1b_rows": "rows of H-1B filings",
}


class ShrunkenError(ValueError):
    """The new figures stand on far fewer postings than the ones they would replace."""


def refuse_shrunken(before: Mapping[str, int], after: Mapping[str, int]) -> None:
    """Refuse figures built on far less than the ones in place.

    Raises:
        ShrunkenError: a count fell under `SHRUNK` of what it was; the message gives both.
    """
    for count, words in _COUNTED.items():
        if after.get(count, 0) < SHRUNK * before.get(count, 0):
            raise ShrunkenError(
                f"The new figures stand on {after.get(count, 0):,} {words}, the ones in place on "
                f"{before[count]:,}. Nothing was replaced. If boards were left out on purpose, say "
                "--accept-shrunken."
            )


@contextmanager
def whole(folder: Path) -> Iterator[Path]:
    """A folder to write new figures into, which takes the place of `folder` when all went well.

    What else stands in `folder` (SOURCES.md) is kept. Where the body raises, `folder` is untouched. A
    second build waits for the first. A build killed between the two renames leaves the old figures as
    `<folder>.before`; the next build puts them back first. For the instant between them there is no
    folder: whoever serves while building serves from a database, which is replaced in one move.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    near = tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent)
    with _alone(folder), near as scratch:
        before = folder.with_name(f"{folder.name}.before")
        if before.exists() and not folder.exists():
            before.rename(folder)
        new = Path(scratch) / "new"
        if folder.is_dir():
            shutil.copytree(folder, new)
        else:
            new.mkdir()
        yield new
        shutil.rmtree(before, ignore_errors=True)
        if folder.exists():
            folder.rename(before)
        new.rename(folder)
        shutil.rmtree(before, ignore_errors=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one build at a time replace this folder; the lock goes with the process."""
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    with (Path(tempfile.gettempdir()) / f"parley-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
