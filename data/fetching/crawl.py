"""A crawl over many boards, each on its own: one that fails changes nothing for the others."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from data.fetching.alone import alone
from data.fetching.answers import Collected, DeadError, Visit
from data.fetching.client import Client, RefusedError, open_client
from data.fetching.ledger import Entry, Ledger, last_days
from data.fetching.manners import Manners
from data.fetching.shelf import (
    Held,
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


class DayError(ValueError):
    """The day of a crawl lies before one that is kept already; the message says which."""


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
        BusyError: another crawl is at work in the folder; nothing was asked.
        DayError: a board was crawled on a later day; nothing was asked.
        OSError: the folder cannot be written.
    """
    with alone(folder):
        _check_day(boards, folder, day)
        return await _crawl(boards, folder, day, manners, bases, told)


async def _crawl(
    boards: Sequence[Board], folder: Path, day: str, manners: Manners, bases: Mapping[str, str], told: Told
) -> list[Outcome]:
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


def _check_day(boards: Sequence[Board], folder: Path, day: str) -> None:
    """Refuse a day that would turn the first and last days of known postings round."""
    crawled = last_days(folder)
    later = {board.id: crawled[board.id] for board in boards if crawled.get(board.id, "") > day}
    if later:
        last = max(later, key=lambda id_: later[id_])
        raise DayError(
            f"{last} was crawled on {later[last]} already: a crawl of {day} cannot follow it. Give that day "
            "or a later one, or another folder."
        )


async def _visit(client: Client, board: Board, base: str, day: str, shelf: Shelf, ledger: Ledger) -> Entry:
    """Collect one board and put its postings on the shelf; whatever goes wrong is its entry."""
    before = ledger.entry(board.id)
    stands = replace(before, day=day, new=0, gone=0, note="") if before else Entry("failed", day)
    try:
        known = await asyncio.to_thread(read_lines, shelf.path(board))
        # Where lines were lost, an answer that nothing changed would leave them lost for ever.
        whole = len(open_ones(known.newest, stands.seen)) == stands.postings
        visit = Visit(client, board, base, day, known.newest, stands.validators if whole else {})
        collected = await visit.collect()
        return await asyncio.to_thread(_settle, board, day, known, collected, stands, shelf)
    except DeadError as error:
        return replace(stands, status="dead", note=f"{board.id} {error}.")
    except RefusedError as error:
        return replace(stands, status="failed", note=f"{board.id} {error}.")
    except Exception as error:
        note = f"{board.id} could not be kept ({type(error).__name__})."
        return replace(stands, status="failed", note=note)


def _settle(board: Board, day: str, known: Held, collected: Collected, stands: Entry, shelf: Shelf) -> Entry:
    """Bring what a board answered together with what was known, unless it is too little to believe."""
    now = collected.postings
    if collected.unchanged:
        now = [replace(each, last_seen=day) for each in open_ones(known.newest, stands.seen).values()]
    before = len(open_ones(known.newest, stands.seen))
    aside = shelf.aside(board)
    # A fault of minutes gives the same small answer twice: only that of another day says more.
    waited = bool(stands.waits) and stands.waits < day and aside.exists()
    believed = waited and same(read_lines(aside).newest, [each.id for each in now])
    if shrunken(before, len(now)) and not believed:
        write_lines(aside, now)
        note = (
            f"{board.id} shows {len(now)} postings after {before}: kept apart, and believed if a crawl of a "
            "later day finds the same."
        )
        return replace(stands, status="shrunken", note=note, waits=day)
    merged = merge(known, now, day, stands.seen)
    shelf.write(board, (_named(posting, board) for posting in merged.postings))
    if collected.unchanged:
        return replace(stands, status="unchanged", seen=day, postings=merged.open, waits="")
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


def _named(posting: Posting, board: Board) -> Posting:
    """The posting under the name a person gave the employer, if they did; gone and earlier ones alike."""
    return replace(posting, employer=board.employer) if board.employer else posting
