"""`parley data fetch`: live boards into files of postings."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import click

from data.fetching.client import Manners
from data.fetching.crawl import Outcome, crawl
from data.fetching.ledger import STATUSES
from data.sources.boards import COLLECTORS, Board, BoardError, board, read_file

if TYPE_CHECKING:
    from rich.table import Table

NOTHING: Final = (
    "Name at least one board, like greenhouse:anthropic, or a file of them: --boards FILE (one a line)."
)
FOLDER: Final = Path("postings")
_FETCHED: Final = frozenset({"ok", "unchanged"})
_MOST_NOTES: Final = 20
_USUAL: Final = Manners()


def bases() -> dict[str, str]:
    """Where boards are by collector: the usual address, or `PARLEY_<COLLECTOR>_URL` where that is set.

    Raises:
        BoardError: a setting is no http or https address.
    """
    found: dict[str, str] = {}
    for name, collector in COLLECTORS.items():
        if not collector.base:
            continue
        base = os.environ.get(collector.setting, "").strip() or collector.base
        if urlsplit(base).scheme not in {"http", "https"}:
            raise BoardError(f"{collector.setting} is no http or https address.")
        found[name] = base
    return found


def run(
    boards: Sequence[Board], out: Path, day: str, manners: Manners, *, quiet: bool = False
) -> list[Outcome]:
    """Collect boards, with a progress bar on standard error.

    Raises:
        BoardError: a setting is no address.
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
        disable=quiet,
    )
    with bar:
        task = bar.add_task("Asking", total=len({each.id for each in boards}))

        def told(outcome: Outcome) -> None:
            bar.update(task, advance=1, description=outcome.board.name[:30])

        return asyncio.run(crawl(boards, out, day, manners=manners, bases=bases(), told=told))


def summary(outcomes: Sequence[Outcome]) -> Table:
    """The table of a crawl: a row a collector, and all together."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("collector", no_wrap=True)
    for name in (*STATUSES, "postings", "new", "gone"):
        table.add_column(name, justify="right", no_wrap=True)
    for collector in (*COLLECTORS, "all"):
        of = [each for each in outcomes if collector in {each.board.collector.name, "all"}]
        if not of:
            continue
        counted = Counter(each.entry.status for each in of)
        stands = [each.entry for each in of if each.entry.status in _FETCHED]
        sums = (sum(getattr(entry, name) for entry in stands) for name in ("postings", "new", "gone"))
        cells = [*(counted[status] for status in STATUSES), *sums]
        table.add_row(collector, *(f"{cell:,}" for cell in cells))
    return table


def remarks(outcomes: Sequence[Outcome]) -> list[str]:
    """Sentences about boards that need one, and what was dropped for which reason."""
    notes = [each.entry.note for each in outcomes if each.entry.note]
    told = notes[:_MOST_NOTES]
    if len(notes) > _MOST_NOTES:
        told.append(f"… and {len(notes) - _MOST_NOTES:,} boards more: crawl.json has them all.")
    dropped: Counter[str] = Counter()
    for each in outcomes:
        if each.entry.status == "ok":
            dropped.update(each.entry.dropped)
    told += [f"{count:,} × {reason}" for reason, count in dropped.most_common()]
    earlier = sum(each.earlier for each in outcomes)
    if earlier:
        told.append(f"{earlier:,} boards were done before the last crawl was cut short.")
    return told


def _named(written: Sequence[str], files: Sequence[Path]) -> list[Board]:
    named = [board(each) for each in written]
    for file in files:
        named += read_file(file)
    if not named:
        raise BoardError(NOTHING)
    return named


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    if value is None:
        return datetime.now(UTC).date().isoformat()
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter("give a day like 2026-08-03.") from error


@click.command("fetch")
@click.argument("named", nargs=-1, metavar="[BOARD]...")
@click.option(
    "--boards",
    "files",
    multiple=True,
    type=click.Path(path_type=Path),
    help='A file of boards, one a line: "ashby:ramp", or "ashby:ramp, Ramp" to name the employer.',
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=FOLDER, show_default=True,
    help="Folder of the postings; earlier crawls in it are continued.",
)  # fmt: skip
@click.option(
    "--connections", type=click.IntRange(1, 32), default=_USUAL.connections, show_default=True,
    help="Requests at once, over all hosts.",
)  # fmt: skip
@click.option(
    "--pace", type=click.FloatRange(0, 600), default=_USUAL.pace, show_default=True,
    help="Seconds between two requests to one host.",
)  # fmt: skip
@click.option("--day", callback=_day, help="The day of the crawl, by default today in UTC.")
@click.pass_context
def fetch_command(
    context: click.Context,
    named: tuple[str, ...],
    files: tuple[Path, ...],
    out: Path,
    connections: int,
    pace: float,
    day: str,
) -> None:
    """Collect postings from public job boards: greenhouse:anthropic ashby:ramp ...

    Known are greenhouse, lever, ashby, workable, smartrecruiters, recruitee, and jsonld with the
    address of a page. A crawl that was cut short goes on where it stopped.
    """
    from rich.console import Console  # noqa: PLC0415

    try:
        boards = _named(named, files)
        outcomes = run(boards, out, day, Manners(connections=connections, pace=pace))
    except BoardError as error:
        raise click.ClickException(str(error)) from error
    Console().print(summary(outcomes))
    for line in remarks(outcomes):
        click.echo(line)
    if not any(each.entry.status in _FETCHED for each in outcomes):
        context.exit(1)
