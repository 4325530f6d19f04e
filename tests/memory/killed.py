"""A process that writes is killed in the middle, again and again: what it had been told was kept is there.

    python -m tests.memory.killed HOME TIMES [URL]

Prints a line of JSON a kill: the last save it was told of, what the store holds, and whether SQLite
finds the file whole. A child is forked, not started anew, so that it is killed while it writes.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from bot.memory.case import Case
from bot.memory.store import FILE, open_store
from bot.offers.offer import Offer
from bot.turn import Who

ADA = Who("slack", "U1", "T1")
_AFTER = (0.02, 0.05)  # seconds of writing before the kill, by turns


def main() -> None:
    """Kill so often, and tell."""
    home, times, url = Path(sys.argv[1]), int(sys.argv[2]), (*sys.argv[3:], None)[0]
    store = open_store(home, url)
    store.save(ADA, _case(0), datetime.now(UTC), None)
    store.close()
    for number in range(times):
        told = _told_until_killed(home, url, _AFTER[number % 2] + number * 0.001)
        store = open_store(home, url)
        held = store.load(ADA, datetime.now(UTC))
        store.close()
        line = {"told": told, "held": held.case.floor, "sealed": held.sealed, "whole": _whole(home, url)}
        print(json.dumps(line))


def _told_until_killed(home: Path, url: str | None, seconds: float) -> float:
    """The last floor a child was told is kept before it was killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _write(home, url, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as said:
        first = said.readline()  # it writes by now
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        lines = [first, *said.read().splitlines(keepends=True)]
    os.waitpid(child, 0)
    return float(next(line for line in reversed(lines) if line.endswith(b"\n")))


def _write(home: Path, url: str | None, writer: int) -> NoReturn:
    """Save without end, telling each save that was acknowledged."""
    store = open_store(home, url)
    kept = store.load(ADA, datetime.now(UTC))
    floor, version = kept.case.floor or 0.0, kept.version
    while True:
        floor += 1
        if not store.save(ADA, _case(floor), datetime.now(UTC), version):
            os._exit(1)
        version = version + 1 if version is not None else None
        os.write(writer, f"{floor}\n".encode())


def _case(floor: float) -> Case:
    return Case(floor=floor, offer=Offer(company="Harvey" * 200, base_amount=floor))


def _whole(home: Path, url: str | None) -> str:
    if url:
        return "ok"  # the server was not the one that was killed
    with sqlite3.connect(home / FILE) as database:
        return str(database.execute("PRAGMA integrity_check").fetchone()[0])


if __name__ == "__main__":
    main()
