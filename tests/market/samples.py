"""A small made-up set of benchmarks, in the shape that ships."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from data import figures, manifest, tables

SF, SAN_JOSE, BOISE, ABILENE, AUSTIN = "0041860", "0041940", "0014260", "0010180", "0012420"
CALIFORNIA, IDAHO, TEXAS, US = "0600000", "1600000", "4800000", "0000000"

POSTINGS = manifest.postings_source("2026-07-18", "2026-08-08")
FILINGS = manifest.Source(
    "h1b-fy2024", "US Department of Labor LCA disclosure data, fiscal year 2024", "2024-09-30", "2023-10-01",
    "2024-09-30", "public domain",
)  # fmt: skip
WAGES = manifest.Source("oews-2025", "BLS OEWS May 2025", "2026-05-15", "", "", "public domain")


def cell(  # noqa: PLR0917 - a row has as many columns
    role: str, place: str, level: str = "all", ai: str = "all", n: int = 40, employers: int = 9,
    p50: int = 200_000, includes: str = "", largest: int | None = None,
) -> list[object]:  # fmt: skip
    """A row of cells.csv: percentiles around `p50` where the cell stands, none where it is thin."""
    stands = n >= 20 and employers >= 5
    spread = [p50 - 40_000, p50 - 20_000, p50, p50 + 20_000, p50 + 40_000] if stands else [""] * 5
    most = n // 4 if largest is None else largest
    return [role, place, level, ai, n, employers, most, n * 2, n, n * 2, n, *spread, includes]


def wage(soc: str, area: str, p50: int = 130_000, top: str = "") -> list[object]:
    """A row of oews.csv."""
    return [soc, area, 1000, p50 - 50_000, p50 - 25_000, p50, p50 + 25_000, p50 + 50_000, top]


def premium(  # noqa: PLR0917 - a row has as many columns
    role: str, place: str, level: str, pct: float, low: float, high: float,
    skilled: int = 30, plain: int = 60, skilled_employers: int = 8, plain_employers: int = 12,
) -> list[object]:  # fmt: skip
    """A row of premiums.csv: percents as 5, not 0.05; 200,000 is the median that asks for no AI."""
    p50 = 200_000
    higher = round(p50 * (1 + pct / 100))
    ratios = [each / 100 for each in (pct, low, high)]
    return [role, place, level, skilled, skilled_employers, higher, plain, plain_employers, p50, *ratios]


def trend(place: str, level: str, span: str, first: str, pairs: int, *told: float) -> list[object]:
    """A row of trends.csv, of software engineers: `told` is employers, the change and its interval."""
    return ["software-engineer", place, level, "all", span, first, "2026-08-03", pairs, *told]


def share(role: str, place: str, postings: int = 200, employers: int = 40) -> list[object]:
    """A row of shares.csv: four fifths show pay; of those read a quarter ask for AI, a tenth require it."""
    known = postings // 2
    return [role, place, postings, employers, postings * 4 // 5, known, known // 10, known // 4]


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
    cell("data-scientist", "remote", n=25, employers=9, p50=170_000, largest=14),
    cell("product-manager", US, n=80, employers=30, p50=185_000),
    cell("product-manager", CALIFORNIA, n=50, employers=20, p50=198_000),
    cell("product-manager", BOISE, "senior", n=7, employers=2),
    cell("recruiter", US, n=24, employers=8, p50=120_000, largest=12),
    cell("marketing-manager", AUSTIN, ai="skilled", n=3, employers=2),
    # Enough AI-skilled postings together, too few at each level.
    cell("mobile-engineer", TEXAS, n=155, employers=29),
    cell("mobile-engineer", TEXAS, ai="skilled", n=33, employers=17),
    cell("mobile-engineer", TEXAS, "senior", n=59, employers=20),
    cell("mobile-engineer", TEXAS, "senior", "skilled", n=8, employers=6),
    cell("mobile-engineer", TEXAS, "staff", n=40, employers=20),
    cell("mobile-engineer", TEXAS, "staff", "skilled", n=14, employers=9),
    cell("mobile-engineer", TEXAS, "entry", n=6, employers=2),
    cell("recruiter", TEXAS, n=1, employers=1),
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
# Software engineers: paid more for AI in the US, less in Texas, nothing to tell in San Francisco.
PREMIUMS = [
    premium("software-engineer", US, "all", 4.0, 1.0, 8.0, skilled=100, plain=200),
    premium("software-engineer", US, "senior", 5.12, 0.75, 9.96, skilled=65, plain=130),
    premium("software-engineer", US, "staff", -6.0, -8.2, 7.95, skilled=35, plain=70),
    premium("software-engineer", SF, "all", 0.28, -4.99, 7.13, skilled=40, plain=90),
    premium("software-engineer", SF, "senior", 0.28, -4.99, 7.13, skilled=40, plain=90),
    premium("software-engineer", TEXAS, "all", -10.6, -13.5, -2.1),
    premium("software-engineer", TEXAS, "senior", -10.6, -13.5, -2.1),
    premium("software-engineer", "bay-area", "all", -3.74, -4.99, 7.09, skilled=50, plain=100),
    premium("software-engineer", "bay-area", "senior", 1.94, -0.23, 10.47),
    premium("software-engineer", "bay-area", "unstated", -9.0, -13.0, 1.0, skilled=20, plain=40),
    premium("data-scientist", US, "all", 6.56, -22.9, 25.6),
    premium("data-scientist", US, "unstated", 6.56, -22.9, 25.6),
    premium("engineering-manager", US, "all", 21.0, 0.0, 34.3),
    premium("engineering-manager", US, "manager", 21.0, 0.0, 34.3),
    # What no builder would write, and no reply may show: too few on one side, or too few employers.
    premium("product-manager", CALIFORNIA, "all", 40.0, 30.0, 50.0, skilled=19),
    premium("ux-researcher", US, "all", 40.0, 30.0, 50.0, skilled_employers=4),
    premium("technical-writer", US, "all", 40.0, 30.0, 50.0, plain_employers=4),
]
SHARES = [
    share("software-engineer", US, 1_600, 120),
    share("software-engineer", SF),
    share("software-engineer", AUSTIN, 30),
    share("data-scientist", US),
    share("all", US, 4_000, 200),
    share("ai-engineer", US, 400),
    share("ux-researcher", US, employers=4),
    ["engineering-manager", US, 330, 60, 262, 326, 44, 92],
]
BANDS = [
    ["databricks", "software-engineer", "all", "databricks", 30, 150_000, 300_000, 225_000],
    ["databricks", "software-engineer", "senior", "databricks", 12, 190_000, 265_000, 227_500],
    ["gatikaiinc", "software-engineer", "all", "gatikaiinc", 14, 160_000, 260_000, 215_000],
    ["matchgroup", "product-manager", "all", "Match Group", 5, 191_500, 302_500, 241_000],
    ["ramp", "software-engineer", "all", "ramp", 24, 140_400, 339_500, 252_500],
]
TYPES = [
    ["ai-lab", "ux-researcher", "all", 25, 2, 200_000, 220_000, 240_000, "Anthropic;OpenAI"],
]
POSTERS = [
    ["software-engineer", US, "openai", "openai", 9, 7],
    ["software-engineer", US, "anthropic", "anthropic", 8, 8],
    ["software-engineer", US, "harvey", "harvey", 3, 0],
    ["software-engineer", US, "databricks", "databricks", 40, 30],
    ["software-engineer", SF, "databricks", "databricks", 30, 20],
    ["software-engineer", SF, "gatikaiinc", "gatik-ai-inc", 4, 1],
    ["software-engineer", SF, "openai", "openai", 9, 7],
    ["software-engineer", SF, "harvey", "harvey", 3, 0],
    ["software-engineer", SF, "google", "google", 2, 2],
    ["software-engineer", SF, "ramp", "ramp", 12, 12],
]
TRENDS = [
    trend(SF, "senior", "week", "2026-07-27", 34, 9, 0.012, 0.004, 0.019),
    trend(SF, "senior", "quarter", "2026-05-11", 22, 7, 0.03, -0.01, 0.06),
    trend(SF, "all", "week", "2026-07-27", 60, 19, -0.02, -0.03, -0.01),
    trend(US, "senior", "week", "2026-07-27", 90, 40, 0.0, -0.004, 0.005),
    trend(US, "senior", "quarter", "2026-07-27", 90, 40, 0.0, -0.004, 0.005),
]
H1B = [
    ["databricks", "software-engineer", CALIFORNIA, "Databricks", 40, 1, 160_000, 181_500, 210_000],
    ["databricks", "software-engineer", US, "Databricks", 55, 1, 158_000, 178_000, 208_000],
    ["google", "software-engineer", US, "Google", 900, 1, 150_000, 172_000, 200_000],
    ["ramp", "software-engineer", US, "Ramp", 4, 1, 150_000, 172_000, 200_000],
    ["metaplatforms", "software-engineer", US, "META PLATFORMS", 600, 1, 160_000, 193_000, 220_000],
    ["amazonwebservices", "software-engineer", US, "Amazon Web Services", 300, 1, 140_000, 165_000, 180_000],
    ["amazoncomservices", "software-engineer", US, "Amazon.com Services", 900, 1, 140_000, 161_000, 180_000],
]


def write(folder: Path, cells: Iterable[Sequence[object]] = CELLS) -> Path:
    """Write the made-up figures into `folder` with a manifest of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {
        tables.CELLS: cells,
        tables.OEWS: OEWS,
        tables.OCCUPATIONS: OCCUPATIONS,
        tables.PUBLISHED: PUBLISHED,
        tables.PREMIUMS: PREMIUMS,
        tables.SHARES: SHARES,
        tables.BANDS: BANDS,
        tables.TYPES: TYPES,
        tables.POSTERS: POSTERS,
        tables.TRENDS: TRENDS,
        tables.H1B: H1B,
    }
    for table in tables.TABLES:
        figures.write_rows(table, made.get(table, ()), folder)
    manifest.write_manifest(folder, [POSTINGS, WAGES, FILINGS, manifest.AI_PULSE], {"cells_measured": 9})
    return folder
