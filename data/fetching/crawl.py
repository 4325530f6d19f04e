"""A crawl over many boards, each on its own: one that fails changes nothing for the others."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from data.fetching.answers import Collected, DeadError, Visit
from data.fetching.client import Client, Manners, RefusedError, open_client
from data.fetching.ledger import Entry, Ledger
from data.fetching.shelf import (
    Shelf,
    merge,
    open_ones,
    read_lines,
    same,
    shrunken,
    write_lines,
)
from data.posting import Posting
from data.sources.boards import Board

# Boards that wait for details must not keep all others from beginning.
_BOARDS_A_CONNECTION: Final = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a board; `earlier` when a crawl of the same day that was cut short had done it."""

    board: Board
    entry: Entry
    earlier: bool = False


Told = Callable[[Outcome], None]


async def crawl(
    boards: Sequence[Board],
    folder: Path,
    day: str,
    *,
    manners: Manners,
    bases: Mapping[str, str],
    told: Told = lambda _outcome: None,
) -> list[Outcome]:
    """Collect boards into a folder.

    Args:
        boards: what to collect; a board named twice is collected once.
        folder: where files go: `<collector>/<board>.jsonl` and `crawl.json`.
        day: the ISO day of the crawl, UTC.
        manners: how requests are made.
        bases: where boards are by collector, in the place of the usual addresses.
        told: called with each outcome as it comes.

    Returns:
        The outcomes, in the order of `boards`.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shelf, ledger = Shelf(folder), Ledger(folder, day)
    turns = asyncio.Semaphore(manners.connections * _BOARDS_A_CONNECTION)
    outcomes: dict[str, Outcome] = {}

    async def one(client: Client, board: Board) -> None:
        done = ledger.done.get(board.id)
        if done is None:
            async with turns:
                base = bases.get(board.collector.name, board.collector.base)
                entry = await _visit(client, board, base, day, shelf, ledger)
            ledger.note(board.id, entry)
        outcomes[board.id] = Outcome(board, done or entry, earlier=done is not None)
        told(outcomes[board.id])

    once = {board.id: board for board in boards}
    try:
        async with open_client(manners) as client, asyncio.TaskGroup() as group:
            for board in once.values():
                group.create_task(one(client, board))
    except* OSError as errors:
        raise errors.exceptions[0] from None
    ledger.finish()
    return [outcomes[id_] for id_ in once]


async def _visit(client: Client, board: Board, base: str, day: str, shelf: Shelf, ledger: Ledger) -> Entry:
    """Collect one board and put its postings on the shelf; whatever goes wrong is its entry."""
    before = ledger.entry(board.id)
    stands = replace(before, day=day, new=0, gone=0, note="") if before else Entry("failed", day)
    try:
        known = await asyncio.to_thread(read_lines, shelf.path(board))
        visit = Visit(client, board, base, day, known, stands.validators if known else {})
        collected = await visit.collect()
        return await asyncio.to_thread(_settle, board, day, known, collected, stands, shelf)
    except DeadError as error:
        return replace(stands, status="dead", note=f"{board.id} {error}.")
    except RefusedError as error:
        return replace(stands, status="failed", note=f"{board.id} {error}.")
    except Exception as error:
        note = f"{board.id} could not be kept ({type(error).__name__})."
        return replace(stands, status="failed", note=note)


def _settle(
    board: Board, day: str, known: Mapping[str, Posting], collected: Collected, stands: Entry, shelf: Shelf
) -> Entry:
    """Bring what a board answered together with what was known, unless it is too little to believe."""
    now = collected.postings
    if collected.unchanged:
        now = [replace(each, last_seen=day) for each in open_ones(known, stands.seen).values()]
    before = len(open_ones(known, stands.seen))
    aside = shelf.aside(board)
    believed = aside.exists() and same(read_lines(aside), [each.id for each in now])
    if shrunken(before, len(now)) and not believed:
        write_lines(aside, now)
        note = (
            f"{board.id} shows {len(now)} postings after {before}: kept apart, and believed if the next "
            "crawl finds the same."
        )
        return replace(stands, status="shrunken", note=note)
    merged = merge(known, now, day, stands.seen)
    shelf.write(board, merged.postings)
    if collected.unchanged:
        return replace(stands, status="unchanged", seen=day, postings=merged.open)
    return Entry(
        status="ok",
        day=day,
        seen=day,
        postings=merged.open,
        new=merged.new,
        gone=merged.gone,
        dropped=collected.dropped,
        validators=collected.validators,
        note=collected.note,
    )
