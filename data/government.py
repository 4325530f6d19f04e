"""The tables that come from no posting: wages of OEWS, offers filed for H-1B, and cited figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile
from typing import Final

from bot.understand.roles import roles
from data import figures, h1b, manifest
from data.manifest import Source
from data.sources import h1b as filings
from data.sources import oews as releases
from data.tables import H1B, OCCUPATIONS, OEWS, PUBLISHED, Table

EARLIER: Final = "of an earlier fiscal year than the newest in the file"


class BuildError(ValueError):
    """The build lacks something; the message says what to give it."""


@dataclass(frozen=True, slots=True)
class Written:
    """The sources of what was written, and what was left out, step by step and reason by reason."""

    sources: tuple[Source, ...]
    drops: dict[str, Counter[str]] = field(default_factory=dict)


def write(
    oews: Path | None, h1b_file: Path | None, folder: Path, shipped: Path, parents: Mapping[str, str]
) -> Written:
    """Put the tables into `folder`: from the files given, else as they stand there, else as shipped.

    Raises:
        BuildError: a table is neither given nor there to keep.
        OewsError, H1bError: a file is not what it should be.
    """
    known = manifest.read_sources(folder) or manifest.read_sources(shipped)
    sources: list[Source] = []
    drops: dict[str, Counter[str]] = {}
    _keep(folder, shipped, PUBLISHED)
    if oews:
        release = releases.read(oews, {role.soc for role in roles().values()})
        figures.write_oews(release, folder)
        sources.append(manifest.oews_source(release.period, release.published))
        drops["wages"] = +Counter(release.dropped)
    else:
        _keep(folder, shipped, OEWS, OCCUPATIONS)
        sources += [source for source in known.values() if source.id.startswith("oews-")]
    if h1b_file:
        filed = filings.read(h1b_file)
        newest = int(filed.frame["fiscal_year"].max()) if len(filed.frame) else 0
        # One table is one year: pay of several would be a median of no time at all.
        current = filed.frame["fiscal_year"].eq(newest)
        classified = h1b.classify(filed.frame[current])
        figures.write_frame(H1B, h1b.measure(classified, parents), folder)
        sources += [h1b.source(newest)] if newest else []
        left = classified.loc[classified["drop"].ne(""), "drop"]
        drops["filings"] = Counter(filed.dropped) + Counter(left.tolist())
        drops["filings"][EARLIER] = int((~current).sum())
    else:
        _keep(folder, shipped, H1B)
        sources += [source for source in known.values() if source.id.startswith("h1b-")]
    return Written(tuple(sources), {step: +reasons for step, reasons in drops.items() if +reasons})


def _keep(folder: Path, shipped: Path, *kept: Table) -> None:
    """Leave tables as they are in `folder`, or take the shipped ones."""
    if all((folder / table.file).is_file() for table in kept):
        return
    for table in kept:
        if not (shipped / table.file).is_file():
            raise BuildError(f"There is no {table.file} to keep. SOURCES.md says how it is made.")
        copyfile(shipped / table.file, folder / table.file)
