"""Begins a crawl for a person: which boards, where they are, and how it is drawn while it runs."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from data.fetching.crawl import Outcome, crawl
from data.fetching.manners import Manners
from data.sources.boards import COLLECTORS, Board, BoardError, board, read_file
from data.stopping import run_until_stopped

NOTHING = "Name at least one board, like greenhouse:anthropic, or a file of them: --boards FILE (one a line)."

Told = Callable[[Outcome], None]


def bases() -> dict[str, str]:
    """Where boards are by collector: the usual address, or `PARLEY_<COLLECTOR>_URL` where that is set.

    A collector whose boards are addresses has no usual one: `PARLEY_JSONLD_URL` is a site on a network
    of one's own, whose pages may be read though its host is not public.

    Raises:
        BoardError: a setting is no http or https address.
    """
    found: dict[str, str] = {}
    for name, collector in COLLECTORS.items():
        base = os.environ.get(collector.setting, "").strip() or collector.base
        if not base:
            continue
        if urlsplit(base).scheme not in {"http", "https"}:
            raise BoardError(f"{collector.setting} is no http or https address.")
        found[name] = base
    return found


def named(written: Sequence[str], files: Sequence[Path]) -> list[Board]:
    """The boards of a command line: those written out, and those of files; a name in a file counts.

    Raises:
        BoardError: there are none, or one is named in a way nobody can collect.
    """
    found = {each.id: each for each in map(board, written)}
    for file in files:
        for each in read_file(file):
            if each.employer or each.id not in found:
                found[each.id] = each
    if not found:
        raise BoardError(NOTHING)
    return list(found.values())


def run(
    boards: Sequence[Board], out: Path, day: str, manners: Manners, told: Told = lambda _outcome: None
) -> list[Outcome]:
    """Collect boards, with a progress bar on standard error; `told` hears of each as it is done.

    Raises:
        BoardError: a setting is no address.
        BusyError: another crawl is at work in the folder.
        DayError: a board was crawled on a later day.
        OSError: the folder cannot be written.
    """
    import stamina.instrumentation  # noqa: PLC0415 - only a crawl needs what draws and retries
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    # Each retry would print a warning across the progress bar; the outcome says what mattered.
    stamina.instrumentation.set_on_retry_hooks([])
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )
    with bar:
        task = bar.add_task("Asking", total=len({each.id for each in boards}))

        def heard(outcome: Outcome) -> None:
            bar.update(task, advance=1, description=outcome.board.name[:30])
            told(outcome)

        crawled = crawl(boards, out, day, manners=manners, bases=bases(), told=heard)
        return run_until_stopped(crawled)
