"""A small made-up set of benchmarks, in the shape that ships."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from data import figures, manifest, tables

SF, SAN_JOSE, BOISE, ABILENE, AUSTIN = "0041860", "0041940", "0014260", "0010180", "0012420"
CALIFORNIA, IDAHO, TEXAS, US = "0600000", "1600000", "4800000", "0000000"

POSTINGS = manifest.postings_source("2026-07-18", "2026-08-08")
WAGES = manifest.Source("oews-2025", "BLS OEWS May 2025", "2026-05-15", "", "", "public domain")


def cell(  # noqa: PLR0917 - a row has as many columns
    role: str, place: str, level: str = "all", ai: str = "all", n: int = 40, employers: int = 9,
    p50: int = 200_000, includes: str = "",
) -> list[object]:  # fmt: skip
    """A row of cells.csv: percentiles around `p50` where the cell stands, none where it is thin."""
    stands = n >= 20 and employers >= 5
    spread = [p50 - 40_000, p50 - 20_000, p50, p50 + 20_000, p50 + 40_000] if stands else [""] * 5
    return [role, place, level, ai, n, employers, n // 4, n * 2, n, n * 2, n, *spread, includes]


def wage(soc: str, area: str, p50: int = 130_000, top: str = "") -> list[object]:
    """A row of oews.csv."""
    return [soc, area, 1000, p50 - 50_000, p50 - 25_000, p50, p50 + 25_000, p50 + 50_000, top]


CELLS = [
    cell("software-engineer", SF, "senior", n=132, employers=34, p50=208_000, includes="backend-engineer"),
    cell("software-engineer", SF, "senior", "skilled", n=50, employers=20, p50=212_000),
    cell("software-engineer", SF, n=300, employers=60, p50=205_000),
    cell("software-engineer", SF, ai="skilled", n=90, employers=30, p50=215_000),
    cell("software-engineer", SF, "staff", n=12, employers=4),
    cell("software-engineer", SF, "principal", n=40, employers=4),
    cell("software-engineer", SAN_JOSE, "senior", n=9, employers=5),
    cell("software-engineer", "bay-area", "senior", n=141, employers=36, p50=209_000),
    cell("software-engineer", US, "senior", n=700, employers=120, p50=195_000),
    cell("software-engineer", US, n=1500, employers=150, p50=190_000),
    cell("backend-engineer", SF, "senior", n=7, employers=2),
    cell("backend-engineer", SF, n=30, employers=8, p50=203_000),
    cell("ai-engineer", SF, n=22, employers=15, p50=240_000),
    cell("ai-engineer", SF, ai="skilled", n=22, employers=15, p50=240_000),
    cell("data-scientist", "remote", n=25, employers=9, p50=170_000),
    cell("product-manager", US, n=80, employers=30, p50=185_000),
    cell("product-manager", CALIFORNIA, n=50, employers=20, p50=198_000),
    cell("product-manager", BOISE, "senior", n=7, employers=2),
    cell("marketing-manager", AUSTIN, ai="skilled", n=3, employers=2),
]
OEWS = [
    wage("15-1252", SF, 190_000),
    wage("15-1252", BOISE, 128_000),
    wage("15-1252", US, 135_000),
    wage("15-1221", US, 150_000),
    wage("11-2021", AUSTIN, 140_000),
    wage("11-2021", US, 160_000),
    wage("11-2021", BOISE, 189_200 + 50_000, "p50"),
    wage("15-2051", TEXAS, 111_000),
    wage("15-2051", US, 120_000),
    wage("11-2022", US, 150_000),
    wage("11-2021", CALIFORNIA, 170_000),
]
OCCUPATIONS = [
    ["11-2021", "Marketing Managers"],
    ["15-1252", "Software Developers"],
    ["15-2051", "Data Scientists"],
]
PUBLISHED = [
    ["marketing-manager", "", "all", "skilled", 135_000, manifest.AI_PULSE.id],
    ["research-scientist", "", "all", "skilled", 260_000, manifest.AI_PULSE.id],
    ["software-engineer", SF, "all", "skilled", 208_000, manifest.AI_PULSE.id],
]


def write(folder: Path, cells: Iterable[Sequence[object]] = CELLS) -> Path:
    """Write the made-up figures into `folder` with a manifest of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {
        tables.CELLS: cells,
        tables.OEWS: OEWS,
        tables.OCCUPATIONS: OCCUPATIONS,
        tables.PUBLISHED: PUBLISHED,
    }
    for table in tables.TABLES:
        figures.write_rows(table, made.get(table, ()), folder)
    manifest.write_manifest(folder, [POSTINGS, WAGES, manifest.AI_PULSE], {"cells_measured": 9})
    return folder
