"""`parley store`: what its keeper may do with the store by hand. Nobody's words or figures are shown."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from bot.memory.keys import in_environment, renew_file
from bot.memory.store import open_store


def rotated(home: Path, url: str | None) -> str:
    """Put a new key in the key file and seal every case with it; with keys of the environment, the newest.

    Serving processes may go on: they read the file again, and the key before stays in it for them.
    """
    before = _resealed(home, url)
    if in_environment():
        done, unread = before
        return _told(done, unread, "the newest of PARLEY_DATA_KEYS") + (
            "" if unread else " The older keys can go from PARLEY_DATA_KEYS once no process has them first."
        )
    if before[1]:
        return _told(*before, "the newest key") + " No new key was made, so that no key is lost."
    renew_file(home)
    return _told(*_resealed(home, url), "a new key")


def _resealed(home: Path, url: str | None) -> tuple[int, int]:
    with closing(open_store(home, url)) as store:
        return store.reseal()


def _told(done: int, unread: int, key: str) -> str:
    told = f"{done} {'case' if done == 1 else 'cases'} sealed anew with {key}."
    return f"{told} {unread} could not be opened with any key, and stay as they are." if unread else told


def taken_back(home: Path, url: str | None, to: str) -> str:
    """Take the store's schema back to an earlier revision.

    Raises:
        ValueError: there is no such revision.
    """
    with closing(open_store(home, url)) as store:
        store.downgrade(to)
    return f"The store has schema {to} now. Start the Parley that knows it; this one would bring it up again."
