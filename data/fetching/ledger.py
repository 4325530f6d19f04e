"""What is known of each board's last crawl: `crawl.json`, and while a crawl runs a journal beside it.

Every board that is done is one line of the journal at once. A crawl that ends folds the journal
into `crawl.json`; one that was killed leaves it, and the next crawl of the same day goes on from there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, get_args

from data.fetching.shelf import replace_file

Status = Literal["ok", "unchanged", "shrunken", "dead", "failed"]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
FILE: Final = "crawl.json"
JOURNAL: Final = "crawl.journal"

_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One board's last crawl.

    `day` is its day and `seen` the day of the last one whose postings stand. `postings` are open then;
    `new` and `gone` are against the crawl before. `dropped` counts reasons; `validators` are by address;
    `note` is a sentence where there is something to say. `waits` is the day of the answer that waits
    aside, too small to be believed, "" where none does.
    """

    status: Status
    day: str
    seen: str = ""
    postings: int = 0
    new: int = 0
    gone: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict)
    validators: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    note: str = ""
    waits: str = ""


def last_days(folder: Path) -> dict[str, str]:
    """The ISO day of each board's last crawl whose postings stand; nothing is written."""
    known = dict(_entries(_parsed(_text(folder / FILE)).get("boards")))
    for line in _text(folder / JOURNAL).splitlines()[1:]:
        known |= dict(_entries(_parsed(line)))
    return {id_: entry.seen for id_, entry in known.items()}


class Ledger:
    """The entries of a folder's boards, by board id, and those already done in this crawl."""

    def __init__(self, folder: Path, day: str) -> None:
        """Open the ledger for a crawl on `day`; a crawl of that day that did not end is taken up again.

        Raises:
            OSError: the folder cannot be written.
        """
        self._file, self._journal, self._day = folder / FILE, folder / JOURNAL, day
        self._entries = dict(_entries(_parsed(_text(self._file)).get("boards")))
        lines = _text(self._journal).splitlines()
        begun = _parsed(lines[0]).get("day") if lines else None
        written = {id_: entry for line in lines[1:] for id_, entry in _entries(_parsed(line))}
        self._entries |= written
        self.done: Mapping[str, Entry] = {}
        if begun == day:
            self.done = {id_: entry for id_, entry in written.items() if entry.status != "failed"}
            # A line that was torn when the crawl was killed must not swallow the next one.
            self._append("")
        else:
            if written:
                self._save()
            replace_file(self._journal, json.dumps({"day": day}) + "\n")

    def entry(self, board: str) -> Entry | None:
        """The board's last crawl, if it ever had one."""
        return self._entries.get(board)

    def note(self, board: str, entry: Entry) -> None:
        """Keep a board's entry, at once and for good."""
        self._entries[board] = entry
        self._append(json.dumps({board: asdict(entry)}))

    def finish(self) -> None:
        """End the crawl: everything into `crawl.json`, and no journal."""
        self._save()
        self._journal.unlink(missing_ok=True)

    def _append(self, line: str) -> None:
        with self._journal.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    def _save(self) -> None:
        boards = {id_: asdict(entry) for id_, entry in sorted(self._entries.items())}
        written = {"version": _VERSION, "day": self._day, "boards": boards}
        replace_file(self._file, json.dumps(written, indent=1) + "\n")


def _entries(read: Any) -> Iterator[tuple[str, Entry]]:
    """The entries of a JSON object by board id; what is none is left out and the board read anew."""
    for id_, each in read.items() if isinstance(read, dict) else ():
        try:
            entry = Entry(**each)
        except TypeError:
            continue
        if entry.status in STATUSES and _sound(entry):
            yield id_, entry


def _sound(entry: Entry) -> bool:
    """Whether the fields another crawl builds on are of their types; a file may have been edited."""
    words = (entry.day, entry.seen, entry.note, entry.waits)
    tables = (entry.dropped, entry.validators)
    return (
        all(isinstance(each, str) for each in words)
        and all(isinstance(each, dict) for each in tables)
        and isinstance(entry.postings, int)
    )


def _parsed(line: str) -> dict[str, Any]:
    try:
        read = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ""
