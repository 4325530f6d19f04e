"""One crawl at a time writes into a folder."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

LOCK: Final = "crawl.lock"


class BusyError(Exception):
    """Another crawl is at work in the folder; the message says what to do."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other crawls out of a folder, which is made where it is not there.

    The lock goes with the process, however it ends; its file stays, for taking it away would let two in.

    Raises:
        BusyError: another crawl holds the folder.
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(
                f"Another crawl is writing into {folder}: wait until it is done, or give another folder."
            ) from None
        yield
