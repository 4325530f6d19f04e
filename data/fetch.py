"""`parley data fetch`: live boards into files of postings.

Its help is read before anything is installed: what crawls is imported where it is run.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import click

from data.fetching.manners import Manners
from data.sources.addresses import BASES, setting
from data.stopping import stopped_with

FOLDER: Final = Path("postings")
_USUAL: Final = Manners()


def today() -> date:
    """Today in UTC."""
    return datetime.now(UTC).date()


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    if value is None:
        return today().isoformat()
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter("give a day like 2026-08-03.") from error
    if day > today():
        raise click.BadParameter(f"{day} is still to come; today is {today()} in UTC.")
    return day.isoformat()


def _addresses() -> str:
    """The part of the help on addresses; a lone backspace keeps click from running lines together."""
    width = max(len(setting(name)) for name in BASES)
    own = setting("jsonld")
    lines = (f"  {setting(name):{width}}  {base}" for name, base in BASES.items())
    return "\n".join(
        (
            "\b",
            "Another address for a board's interface, path and all (set, these take the",
            "place of what stands beside them):",
            *lines,
            "",
            "\b",
            "Pages are read from public hosts alone. A site on your own network may be named:",
            f"  {own:{width}}  https://careers.intranet.example",
        )
    )


@click.command(
    "fetch",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_addresses(),
)
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
@click.option(
    "--day", callback=_day, help="The day of the crawl, by default today in UTC; none before the last one."
)
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

    The exit code is 0 when any board was collected, 1 when none was, 130 after Ctrl-C.
    """
    done = 0

    def told(_outcome: object) -> None:
        nonlocal done
        done += 1

    def stopped() -> str:
        return f"Stopped. Boards done and kept in {out}: {done:,}. The same command goes on with the rest."

    with stopped_with(stopped):
        from rich.console import Console  # noqa: PLC0415

        from data.fetching import start, summary  # noqa: PLC0415
        from data.fetching.alone import BusyError  # noqa: PLC0415
        from data.fetching.crawl import DayError  # noqa: PLC0415
        from data.sources.boards import BoardError  # noqa: PLC0415

        try:
            boards = start.named(named, files)
            outcomes = start.run(boards, out, day, Manners(connections=connections, pace=pace), told)
        except (BoardError, BusyError, DayError) as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            why = (error.strerror or type(error).__name__).lower()
            raise click.ClickException(f"{out} cannot be written: {why}.") from error
        Console().print(summary.summary(outcomes))
        for line in (*summary.remarks(outcomes), "", summary.LEGEND):
            click.echo(line)
        if not any(each.entry.status in summary.FETCHED for each in outcomes):
            context.exit(1)
