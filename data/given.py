"""Whether a build can begin: it has postings, and a place for its database. Told before anything is read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

NO_POSTINGS: Final = (
    "Give postings: --postings FILE, a CSV or JSONL or a folder of them. README.md says which columns."
)


def why_not(out: Path) -> str:
    """Why a database cannot be put at `out`, as a sentence; "" where it can.

    What stands there is replaced only where it is a database a build wrote: nobody loses a file of
    theirs to a slip of the tab key.
    """
    if out.is_dir():
        return f"{out} is a folder: give a file, such as {out / 'benchmarks.sqlite3'}."
    if not out.parent.is_dir():
        return f"There is no folder {out.parent} to put {out.name} in."
    if not out.exists() or not out.stat().st_size:
        return ""
    try:
        with closing(sqlite3.connect(f"{out.resolve().as_uri()}?mode=ro", uri=True)) as database:
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError:
        tables = set()
    if {"meta", "cells"} <= tables:
        return ""
    return f"{out} is there and is no database of Parley's: it was left alone. Give another name."
