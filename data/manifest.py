"""The manifest: which files of figures ship, from which sources, and the digest that names them.

Nothing here looks at a clock: the same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

SCHEMA: Final = 1
MANIFEST: Final = "manifest.json"
CELLS: Final = "cells.csv"
OEWS: Final = "oews.csv"
OCCUPATIONS: Final = "occupations.csv"
PUBLISHED: Final = "published.csv"
FILES: Final = (CELLS, OCCUPATIONS, OEWS, PUBLISHED)


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


def postings_source(first: str, last: str) -> Source:
    """The source behind the cells: postings first seen from one day to another."""
    return Source(
        id=f"postings-{last[:7]}",
        name="Parley index of public job boards, mostly tech companies",
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


def write_manifest(folder: Path, sources: Iterable[Source], counts: dict[str, int]) -> dict[str, Any]:
    """Write and return the manifest of the files in `folder`.

    `as_of` is the newest date among the sources; `digest` stands for the manifest's whole content
    and so, through the checksums, for every figure.
    """
    files = {name: _describe(folder / name) for name in FILES}
    listed = [asdict(source) for source in sorted(sources, key=lambda source: source.id)]
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "as_of": max(source["as_of"] for source in listed),
        "counts": dict(sorted(counts.items())),
        "sources": listed,
        "files": files,
    }
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
    manifest = {"digest": hashlib.sha256(canonical.encode()).hexdigest(), **content}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return manifest


def read_sources(folder: Path) -> dict[str, Source]:
    """The sources a manifest names, by id; none where there is no manifest."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    except OSError:
        return {}
    return {source["id"]: Source(**source) for source in manifest["sources"]}


def _describe(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "rows": content.count(b"\n") - 1}
