"""Postings, wages and filings to the figures that ship and the database that serves them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Final

import pandas as pd

from bot.understand.roles import roles
from data import (
    cells,
    database,
    dedupe,
    employers,
    estimate,
    figures,
    government,
    history,
    manifest,
    premiums,
    shares,
    tables,
)
from data.given import NO_POSTINGS
from data.government import BuildError
from data.posting import WINDOW_DAYS
from data.prepare import Prepared, prepare
from data.replace import refuse_shrunken, whole
from data.report import Report, Top
from data.runner import Here, Runner
from data.seats import Seats, employer_key, seats
from data.sources import postings as postings_files
from data.sources.postings import Part, PostingsError

SHIPPED: Final = Path(__file__).resolve().parent / "benchmarks"

_TOP: Final = 10
_METRO: Final = r"00[1-9]"

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build is given. A source that is not given keeps the figures in place, or the shipped ones.

    `name` is what replies call the postings; "" is the shipped index's name for the shipped figures, and
    for others says that they are the person's own.
    """

    postings: tuple[Path, ...]
    oews: Path | None = None
    h1b: Path | None = None
    window_days: int = WINDOW_DAYS
    accept_shrunken: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Every posting once, with what was read and dropped on the way.

    `weekly` holds them as they were week by week: one whose pay was changed has several rows there.
    `dated` names files without any date, with the day they were taken to be seen.
    """

    postings: pd.DataFrame
    weekly: pd.DataFrame
    read: int
    drops: dict[str, Counter[str]] = field(default_factory=dict)
    dated: dict[str, str] = field(default_factory=dict)


def run(
    inputs: Inputs,
    out: Path | None = None,
    benchmarks: Path = SHIPPED,
    progress: Progress = lambda _step: None,
    runner: Runner | None = None,
) -> Report:
    """Build the figures, and the database where `out` is given. All or nothing is replaced.

    Args:
        inputs: the files.
        out: where to write the database, replacing what is there.
        benchmarks: the folder the CSVs and the manifest are written to.
        progress: told each step as it begins, and how many postings were read.
        runner: where postings are read and cells measured; this process by default.

    Raises:
        BuildError: nothing was given to build from.
        PostingsError, OewsError, H1bError: a file is not what it should be.
        ShrunkenError: the new figures stand on far less than those they would replace.
    """
    if not inputs.postings:
        raise BuildError(NO_POSTINGS)
    runner = runner or Here()
    gathered = gather(inputs, runner, progress)
    with whole(benchmarks) as folder:
        before = (manifest.read_manifest(folder) or {"counts": {}})["counts"]
        inputs = replace(inputs, name=inputs.name or _usual_name(benchmarks))
        report = _write(inputs, gathered, folder, progress, runner)
        if not inputs.accept_shrunken:
            refuse_shrunken(before, report.counts)
            refuse_shrunken(database.counts(out) if out else {}, report.counts)
        if out is not None:
            progress("Writing the database")
            database.write(folder, manifest.read_manifest(folder) or {}, out)
    return replace(report, out=str(out) if out else None)


def gather(inputs: Inputs, runner: Runner, progress: Progress) -> Gathered:
    """Read every file, and count every job once."""
    files = postings_files.files(inputs.postings)
    prepared: list[Prepared] = []
    dropped: Counter[str] = Counter()
    for each in runner.map(prepare, _parts(files, set(inputs.postings), dropped)):
        prepared.append(each)
        progress(f"Reading postings: {sum(part.read for part in prepared):,}")
    if not prepared:
        raise BuildError("There is not one posting in these files.")
    for each in prepared:
        dropped.update(each.dropped)
    every = pd.concat([each.postings for each in prepared], ignore_index=True)
    progress("Counting every job once")
    changed = dedupe.changed(every)
    single = dedupe.once(dedupe.recent(every, inputs.window_days))
    dropped[dedupe.EARLIER_PAY] = dedupe.repeats(every[changed])
    dropped[dedupe.SAME_ID] = len(every) - len(single) - dropped[dedupe.EARLIER_PAY]
    ids = dict(zip(single["id"], dedupe.one_board(single), strict=True))
    jobs = dedupe.once(single.assign(id=single["id"].map(ids)))
    dropped[dedupe.OTHER_BOARD] = len(single) - len(jobs)
    single = jobs
    old = dedupe.closed(single, inputs.window_days)
    # Closed postings are out of the window, but the weeks they were open in are history.
    reason = dedupe.CLOSED.format(days=inputs.window_days)
    drop = single["drop"].mask(single["drop"].eq("") & old, reason)
    single = single.assign(drop=drop).reset_index(drop=True)
    drops = {"reading": +dropped, "placing": _counted(single["drop"])}
    kept = single["drop"].eq("")
    drops["pay"] = _counted(single.loc[kept, "pay_drop"])
    weekly = dedupe.as_they_were(single, every[changed], ids)
    dated = {name: day for each in prepared for name, day in each.dated.items()}
    return Gathered(single, weekly, sum(each.read for each in prepared), drops, dated)


def measure(kept: pd.DataFrame, runner: Runner) -> pd.DataFrame:
    """The cells of postings, a bucket of roles at a time: children always with their parents."""
    parents = _parents()
    family = kept["role"].map(lambda role: parents.get(role, role))
    buckets = (seats(each) for _, each in kept.groupby(family, sort=True))
    found = list(runner.map(partial(_measure, parents=parents), buckets))
    every = pd.concat(found or [cells.measure(seats(kept), parents)], ignore_index=True)
    return every.sort_values(list(tables.CELLS.key), ignore_index=True)


def _measure(held: Seats, parents: Mapping[str, str]) -> pd.DataFrame:
    return cells.measure(held, parents)


def _parts(files: Iterable[Path], named: Container[Path], dropped: Counter[str]) -> Iterator[Part]:
    """The files in parts. One that was named must hold postings; among those of a folder others may be."""
    for file in files:
        try:
            yield from postings_files.parts(file)
        except PostingsError:
            if file in named:
                raise
            dropped[f"{file.name}, which is no file of postings"] += 1


def _parents() -> dict[str, str]:
    return {role.id: role.parent for role in roles().values() if role.parent}


def _write(inputs: Inputs, gathered: Gathered, folder: Path, progress: Progress, runner: Runner) -> Report:
    """Measure everything and write it into `folder`."""
    parents = _parents()
    placed = gathered.weekly[~gathered.weekly["drop"].isin(_never_placed(gathered))]
    kept = gathered.postings[gathered.postings["drop"].eq("")].reset_index(drop=True)
    window = _window(gathered.postings, inputs.window_days)
    progress("Measuring cells")
    measured = measure(kept, runner)
    held = seats(kept)
    figures.write_frame(tables.CELLS, measured, folder)
    figures.write_frame(tables.SHARES, shares.measure(held, parents), folder)
    progress("Comparing AI-skilled with other postings")
    premium = premiums.measure(held, parents)
    figures.write_frame(tables.PREMIUMS, premium, folder)
    progress("Measuring employers")
    bands = employers.bands(kept, parents)
    figures.write_frame(tables.BANDS, bands, folder)
    figures.write_frame(tables.TYPES, employers.types(kept, parents), folder)
    figures.write_frame(tables.POSTERS, employers.posters(kept, parents), folder)
    progress("Comparing weeks")
    figures.write_frame(tables.HISTORY, history.history(placed, measured, window[1], parents), folder)
    figures.write_frame(tables.TRENDS, history.trends(placed, parents), folder)
    progress("Writing wages and filings")
    others = government.write(inputs.oews, inputs.h1b, folder, SHIPPED, parents)
    gathered.drops.update(others.drops)
    progress("Fitting estimates, and testing them on employers left out")
    effects, tested = estimate.earned(
        kept,
        estimate.read_table(folder / tables.OEWS.file),
        estimate.read_table(folder / tables.PUBLISHED.file),
    )
    figures.write_frame(tables.EFFECTS, effects, folder)
    sources = [*others.sources, manifest.AI_PULSE, manifest.postings_source(*window, inputs.name)]
    stands = measured[measured["p50"].notna()]
    counts = {
        "postings_read": gathered.read,
        "postings_in_cells": len(kept),
        "postings_paid": int(kept["midpoint"].notna().sum()),
        "employers": int(employer_key(kept["employer"]).nunique()),
        "cells_measured": len(stands),
        "cells_thin": len(measured) - len(stands),
        "premiums": len(premium),
        "employer_bands": len(bands),
        "oews_rows": figures.rows(tables.OEWS, folder),
        "h1b_rows": figures.rows(tables.H1B, folder),
        **(tested.counts() if tested else {}),
    }
    written = manifest.write_manifest(folder, sources, counts, gathered.drops)
    return Report(
        counts=counts,
        drops=gathered.drops,
        window=window,
        published_before=int((kept["published"].ne("") & kept["published"].lt(window[0])).sum()),
        digest=str(written["digest"]),
        tables={name: told["rows"] for name, told in written["tables"].items()},
        size=sum((folder / table.file).stat().st_size for table in tables.TABLES),
        top=_top(stands),
        estimates=tuple(tested.lines()) if tested else (),
        dated=gathered.dated,
    )


def _usual_name(benchmarks: Path) -> str:
    return manifest.SHIPPED_INDEX if benchmarks.resolve() == SHIPPED else manifest.OWN_INDEX


def _never_placed(gathered: Gathered) -> set[str]:
    """The reasons that keep a posting out of every week, not only of the newest."""
    return {reason for reason in gathered.drops["placing"] if not reason.startswith("closed ")}


def _window(postings: pd.DataFrame, days: int) -> tuple[str, str]:
    """The first and last day the figures cover: of tracked postings no more than the window's days.

    Where a collection does not say when it saw a posting, it saw it on the day it was published at the
    earliest; that day can end the window but not begin it.
    """
    kept = postings[postings["drop"].eq("")]
    seen = kept["first_seen"].where(kept["first_seen"].ne(""), kept["published"])
    last = max(kept["last_seen"].max(), seen.max()) if len(kept) else ""
    if not len(kept):
        reasons = ", ".join(f"{reason} ({n:,})" for reason, n in _counted(postings["drop"]).most_common(3))
        raise BuildError(f"No posting belongs to a role and a US place: {reasons or 'there are none'}.")
    if not last:
        raise BuildError("No posting that can be placed says when it was seen: give first_seen or published.")
    limit = (date.fromisoformat(last) - timedelta(days=days)).isoformat()
    first = kept["first_seen"].where(kept["last_seen"].eq("") | kept["first_seen"].ge(limit), limit)
    told = first[kept["first_seen"].ne("")]
    return str(told.min() if len(told) else seen[seen.ne("")].min()), str(last)


def _counted(reasons: pd.Series[str]) -> Counter[str]:
    counts = reasons[reasons.ne("")].value_counts()
    return Counter({str(reason): int(count) for reason, count in counts.sort_index().items()})


def _top(stands: pd.DataFrame) -> tuple[Top, ...]:
    plain = stands["ai"].eq(cells.ALL) & stands["level"].ne(cells.ALL)
    in_metros = stands[plain & stands["place"].astype(str).str.match(_METRO)]
    key = list(tables.CELLS.key)
    best = in_metros.sort_values(["n", *key], ascending=[False, *[True] * len(key)]).head(_TOP)
    rows = best[["role", "place", "level", "n", "employers", "p50"]].to_dict("records")
    return tuple(Top(**{str(column): value for column, value in row.items()}) for row in rows)
