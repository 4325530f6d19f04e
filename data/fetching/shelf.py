"""Where collected postings stand: `<folder>/<collector>/<board>.jsonl`, a posting a line.

A board's file holds the postings open now and those gone since, so that first and last days are
never forgotten; and as a line of its own what a posting showed before its pay was changed. Files are
replaced whole or not at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from data.fetching.versions import as_it_was, same_pay
from data.posting import Posting, from_json
from data.sources.boards import Board

# Fewer than half of what was there, of a board large enough that chance does not do it.
_LARGE: Final = 20
_SHRUNKEN: Final = 0.5
_SAME: Final = 0.8


@dataclass(frozen=True, slots=True)
class Held:
    """A board's known postings: each as it was last seen, by id, and those whose pay was another before."""

    newest: Mapping[str, Posting]
    before: list[Posting]


@dataclass(frozen=True, slots=True)
class Merged:
    """A board's postings after a crawl: open, gone and as they were, and how many are open, new and gone."""

    postings: list[Posting]
    open: int
    new: int
    gone: int


class Shelf:
    """The folder of one crawl's postings."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, board: Board) -> Path:
        """Where the board's postings stand."""
        return self._folder / board.collector.name / f"{board.file}.jsonl"

    def aside(self, board: Board) -> Path:
        """Where an answer waits that is too small to be believed at once."""
        return self.path(board).with_suffix(".shrunken")

    def write(self, board: Board, postings: Iterable[Posting]) -> None:
        """Replace the board's postings; what waited aside goes."""
        write_lines(self.path(board), postings)
        self.aside(board).unlink(missing_ok=True)


def read_lines(path: Path) -> Held:
    """The postings of a file; a line that is not one is left out, a file that is not there is empty."""
    newest: dict[str, Posting] = {}
    before: list[Posting] = []
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                try:
                    posting = from_json(json.loads(line))
                except (KeyError, TypeError, ValueError, RecursionError):
                    continue
                other = newest.get(posting.id)
                if other is not None:
                    other, posting = sorted((other, posting), key=_days)
                    before.append(other)
                newest[posting.id] = posting
    except FileNotFoundError:
        pass
    return Held(newest, before)


def write_lines(path: Path, postings: Iterable[Posting]) -> None:
    """Write postings, a line each, by id, the oldest of one id first."""
    ordered = sorted(postings, key=lambda posting: (posting.id, *_days(posting)))
    replace_file(path, "".join(f"{json.dumps(posting.as_json())}\n" for posting in ordered))


def replace_file(path: Path, content: str) -> None:
    """Put a file in the place of another; whoever reads it sees the old one or the new one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.{uuid4().hex[:8]}")
    try:
        scratch.write_text(content, encoding="utf-8")
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def merge(held: Held, now: Iterable[Posting], seen: str, last: str) -> Merged:
    """Bring a crawl together with what was known.

    Args:
        held: all known postings of the board, open and gone.
        now: the postings open now, with `last_seen` the day of the crawl.
        seen: that day.
        last: the day of the crawl before, on which the open ones were last seen; "" where unknown.
    """
    found = {posting.id: posting for posting in now}
    earlier, before = held.newest, list(held.before)
    was_open = open_ones(earlier, last)
    for id_, posting in found.items():
        known = earlier.get(id_)
        if known is None:
            continue
        first = min(filter(None, (known.first_seen, seen)))
        # Pay that stood for less than a day stood in no week of its own.
        if first < seen and not same_pay(known, posting):
            before.append(as_it_was(known, seen))
            first = seen
        found[id_] = replace(posting, first_seen=first, last_seen=max(known.last_seen, seen))
    gone = (known for id_, known in earlier.items() if id_ not in found)
    return Merged(
        postings=[*found.values(), *gone, *before],
        open=len(found),
        new=sum(id_ not in earlier for id_ in found),
        gone=sum(id_ not in found for id_ in was_open),
    )


def open_ones(earlier: Mapping[str, Posting], last: str) -> dict[str, Posting]:
    """Those of the known postings that were open in the crawl of day `last`, or in the latest known."""
    day = last or max((posting.last_seen for posting in earlier.values()), default="")
    return {id_: posting for id_, posting in earlier.items() if posting.last_seen >= day}


def _days(posting: Posting) -> tuple[str, str]:
    return posting.last_seen, posting.first_seen


def shrunken(before: int, now: int) -> bool:
    """Whether an answer has so few postings beside the one before that a fault is likelier than the truth."""
    return before >= _LARGE and now < before * _SHRUNKEN


def same(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two crawls, by their ids, give the same board: four in five are the same."""
    first, second = set(one), set(other)
    return len(first & second) >= _SAME * max(len(first), len(second))
