"""The manifest: which tables of figures ship, from which sources, and the digest that names them.

Nothing here looks at a clock: the same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from data.tables import TABLES, Table

SCHEMA: Final = 3
MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Source:
    """A dataset behind the figures; `first` and `last` are the days it covers, where it has a window."""

    id: str
    name: str
    as_of: str
    first: str
    last: str
    licence: str


AI_PULSE: Final = Source(
    "ai-pulse-2026-05", "AI Pulse weekly job posting index", "2026-05-23", "", "", "cited figures"
)


SHIPPED_INDEX: Final = "Parley index of public job boards, mostly tech companies"
OWN_INDEX: Final = "your own index of postings"


def postings_source(first: str, last: str, name: str = SHIPPED_INDEX) -> Source:
    """The source behind the cells: an index of postings first seen from one day to another."""
    return Source(
        id=f"postings-{last[:7]}",
        name=name,
        as_of=last,
        first=first,
        last=last,
        licence="facts from public job boards; see SOURCES.md",
    )


def oews_source(period: str, published: str) -> Source:
    """The source behind the wages; the name says the survey's month, `as_of` the day it came out."""
    year = period[:4]
    return Source(
        id=f"oews-{year}",
        name=f"BLS OEWS May {year}",
        as_of=published,
        first="",
        last="",
        licence="public domain",
    )


def write_manifest(
    folder: Path,
    sources: Iterable[Source],
    counts: Mapping[str, int],
    drops: Mapping[str, Mapping[str, int]] | None = None,
) -> dict[str, Any]:
    """Write and return the manifest of the tables in `folder`.

    `as_of` is the newest date among the sources; `drops` says, step by step and reason by reason, how
    many postings were not used; `digest` stands for the manifest's whole content and so, through the
    checksums, for every figure.
    """
    listed = [asdict(source) for source in sorted(sources, key=lambda source: source.id)]
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "as_of": max(source["as_of"] for source in listed),
        "counts": dict(sorted(counts.items())),
        "drops": {step: dict(sorted(reasons.items())) for step, reasons in sorted((drops or {}).items())},
        "sources": listed,
        "tables": {table.name: _describe(folder, table) for table in TABLES},
    }
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
    manifest = {"digest": hashlib.sha256(canonical.encode()).hexdigest(), **content}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return manifest


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The folder's manifest, or None where there is none that this version wrote."""
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return manifest if manifest.get("schema") == SCHEMA else None


def read_sources(folder: Path) -> dict[str, Source]:
    """The sources a manifest names, by id; none where there is no manifest."""
    manifest = read_manifest(folder) or {"sources": []}
    return {source["id"]: Source(**source) for source in manifest["sources"]}


def _describe(folder: Path, table: Table) -> dict[str, Any]:
    from data.figures import rows  # noqa: PLC0415 - it loads pandas, and a manifest is read without

    content = (folder / table.file).read_bytes()
    return {
        "columns": table.types,
        "key": list(table.key),
        "rows": rows(table, folder),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
