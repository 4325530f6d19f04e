"""A rebuild replaces good figures whole, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

# A crawl under this share of the last one lost boards; it did not find fewer jobs.
SHRUNK: Final = 0.6
_COUNTED: Final = {"postings_in_cells": "postings in cells", "postings_paid": "postings with pay"}


class ShrunkenError(ValueError):
    """The new figures stand on far fewer postings than the ones they would replace."""


def refuse_shrunken(before: Mapping[str, int], after: Mapping[str, int]) -> None:
    """Refuse figures built on far less than the ones in place.

    Raises:
        ShrunkenError: a count fell under `SHRUNK` of what it was; the message gives both.
    """
    for count, words in _COUNTED.items():
        if after[count] < SHRUNK * before.get(count, 0):
            raise ShrunkenError(
                f"The new figures stand on {after[count]:,} {words}, the ones in place on {before[count]:,}. "
                "Nothing was replaced. If boards were left out on purpose, say --accept-shrunken."
            )


@contextmanager
def whole(folder: Path) -> Iterator[Path]:
    """A folder to write new figures into, which takes the place of `folder` when all went well.

    What else stands in `folder` (SOURCES.md) is kept. Where the body raises, `folder` is untouched. A
    build killed between the two renames leaves the old figures as `<folder>.before`; the next build
    puts them back first.
    """
    before = folder.with_name(f"{folder.name}.before")
    if before.exists() and not folder.exists():
        before.rename(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as scratch:
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
