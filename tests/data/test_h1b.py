"""H-1B filings: what is kept, what is dropped and why, and whose wages stand beside which role."""

from __future__ import annotations

import csv
import time
import zipfile
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data import h1b
from data.sources import employer_names
from data.sources import h1b as filings
from data.sources.h1b import Filings, H1bError
from data.tables import H1B

from .government import filing, write_csv, write_xlsx

EXTRACT = Path(__file__).resolve().parents[3] / "shared" / "data" / "h1b" / "lca_fy2024.parquet"
LABELS = Path(__file__).with_name("labels_h1b.csv")


def _read(folder: Path, *rows: dict[str, str], name: str = "LCA_Disclosure_Data_FY2024_Q1.csv") -> Filings:
    return filings.read(write_csv(folder / name, rows))


def test_filing_becomes_a_yearly_wage_in_a_state(tmp_path: Path) -> None:
    kept = _read(tmp_path, filing(1))
    assert list(kept.frame.columns) == list(filings.COLUMNS)
    assert kept.frame.to_dict("records") == [
        {
            "employer": "Example Widgets",
            "employer_key": "examplewidgets",
            "title": "Software Engineer",
            "soc": "15-1252.00",
            "soc_title": "Software Developers",
            "wage": 150_000.0,
            "state": "0600000",
            "fiscal_year": 2024,
        }
    ]
    assert (kept.read, kept.dropped, kept.unchecked) == (1, {}, ())


@pytest.mark.parametrize(
    ("pay", "unit", "yearly"),
    [
        ("60.00", "Hour", 124_800.0),
        ("2,500.00", "Week", 130_000.0),
        ("5000", "Bi-Weekly", 130_000.0),
        ("$10,000.00", "Month", 120_000.0),
        ("120000", "Year", 120_000.0),
    ],
)
def test_wages_are_annualised(tmp_path: Path, pay: str, unit: str, yearly: float) -> None:
    row = filing(1, WAGE_RATE_OF_PAY_FROM=pay, WAGE_UNIT_OF_PAY=unit)
    assert _read(tmp_path, row).frame["wage"].tolist() == [yearly]


def test_lower_end_of_a_range_is_the_wage(tmp_path: Path) -> None:
    assert _read(tmp_path, filing(1, WAGE_RATE_OF_PAY_TO="200000.00")).frame["wage"].tolist() == [150_000.0]


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"CASE_STATUS": "Certified - Withdrawn"}, filings.NOT_CERTIFIED),
        ({"CASE_STATUS": "Denied"}, filings.NOT_CERTIFIED),
        ({"VISA_CLASS": "E-3 Australian"}, filings.OTHER_VISA),
        ({"VISA_CLASS": "H-1B1 Chile"}, filings.OTHER_VISA),
        ({"FULL_TIME_POSITION": "N"}, filings.PART_TIME),
        ({"EMPLOYER_NAME": " "}, filings.NO_NAME),
        ({"JOB_TITLE": ""}, filings.NO_NAME),
        ({"WAGE_RATE_OF_PAY_FROM": ""}, filings.NO_WAGE),
        ({"WAGE_RATE_OF_PAY_FROM": "NaN"}, filings.NO_WAGE),
        ({"WAGE_RATE_OF_PAY_FROM": "-150000"}, filings.NO_WAGE),
        ({"WAGE_UNIT_OF_PAY": "Fortnight"}, filings.NO_UNIT),
        ({"WAGE_RATE_OF_PAY_FROM": "72.11"}, filings.IMPLAUSIBLE),
        ({"WAGE_RATE_OF_PAY_FROM": "1e400"}, filings.IMPLAUSIBLE),
        ({"WAGE_UNIT_OF_PAY": "Hour"}, filings.IMPLAUSIBLE),
        ({"WAGE_RATE_OF_PAY_FROM": "15000", "WAGE_UNIT_OF_PAY": "Week"}, filings.IMPLAUSIBLE),
        ({"WORKSITE_STATE": "MP"}, filings.NO_STATE),
        ({"WORKSITE_STATE": ""}, filings.NO_STATE),
    ],
)
def test_filing_that_cannot_stand_is_dropped_by_reason(
    tmp_path: Path, told: dict[str, str], reason: str
) -> None:
    kept = _read(tmp_path, filing(1), filing(2, **told))
    assert (kept.read, len(kept.frame), kept.dropped) == (2, 1, {reason: 1})


def test_case_counts_once(tmp_path: Path) -> None:
    kept = _read(tmp_path, filing(1), filing(2), filing(1))
    assert (len(kept.frame), kept.dropped) == (2, {filings.REPEATED: 1})


def test_case_counts_once_in_a_file_of_many_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.sources.sheets._BATCH", 2)
    kept = _read(tmp_path, *(filing(n) for n in (1, 2, 3, 4, 1)))
    assert (kept.read, len(kept.frame), kept.dropped) == (5, 4, {filings.REPEATED: 1})


@pytest.mark.parametrize("state", ["California", "CALIFORNIA", "ca"])
def test_states_in_words_are_known(tmp_path: Path, state: str) -> None:
    assert _read(tmp_path, filing(1, WORKSITE_STATE=state)).frame["state"].tolist() == ["0600000"]


@pytest.mark.parametrize(
    ("decided", "year"),
    [("2023-09-30", 2023), ("10/2/2023", 2024), ("2023-10-01 00:00:00", 2024), ("", 2024), ("soon", 2024)],
)
def test_fiscal_year_begins_in_october(tmp_path: Path, decided: str, year: int) -> None:
    assert _read(tmp_path, filing(1, DECISION_DATE=decided)).frame["fiscal_year"].tolist() == [year]


def test_filing_of_no_known_year_is_dropped(tmp_path: Path) -> None:
    kept = _read(tmp_path, filing(1, DECISION_DATE=""), name="filings.csv")
    assert kept.dropped == {filings.NO_YEAR: 1}


def test_columns_of_the_wide_files_are_known(tmp_path: Path) -> None:
    renamed = (
        "WORKSITE_STATE",
        "WAGE_RATE_OF_PAY_FROM",
        "WAGE_UNIT_OF_PAY",
        "PREVAILING_WAGE",
        "PW_UNIT_OF_PAY",
    )
    row = {f"{name}_1" if name in renamed else name: value for name, value in filing(1).items()}
    kept = _read(tmp_path, {"WORKSITE_STATE_2": "TX"} | row)
    assert kept.frame[["wage", "state"]].to_dict("records") == [{"wage": 150_000.0, "state": "0600000"}]
    assert kept.unchecked == ()


def test_all_layouts_give_the_same_filings(tmp_path: Path) -> None:
    rows = [filing(n, JOB_TITLE=f"Software Engineer {n}") for n in range(1, 9)]
    plain = _read(tmp_path, *rows)
    book = filings.read(write_xlsx(tmp_path / "FY2024.xlsx", rows))
    pd.DataFrame(rows).to_parquet(tmp_path / "fy2024.parquet")
    packed = filings.read(tmp_path / "fy2024.parquet")
    for other in (book, packed):
        pd.testing.assert_frame_equal(other.frame, plain.frame)
        assert (other.read, other.dropped) == (plain.read, plain.dropped)


def test_extract_says_what_it_could_not_check(tmp_path: Path) -> None:
    row = filing(1)
    for column in ("CASE_NUMBER", "CASE_STATUS", "VISA_CLASS", "FULL_TIME_POSITION", "DECISION_DATE"):
        del row[column]
    kept = _read(tmp_path, row)
    assert len(kept.frame) == 1
    assert kept.unchecked == ("case", "decided", "full_time", "status", "visa")


def test_missing_values_of_parquet_are_no_words(tmp_path: Path) -> None:
    rows = [filing(1), filing(2), filing(3)]
    frame = pd.DataFrame(rows).assign(WAGE_RATE_OF_PAY_FROM=[150_000.0, float("nan"), 150_000.0])
    frame["EMPLOYER_NAME"] = frame["EMPLOYER_NAME"].mask(frame.index == 2)
    frame.to_parquet(tmp_path / "fy2024.parquet")
    assert filings.read(tmp_path / "fy2024.parquet").dropped == {filings.NO_WAGE: 1, filings.NO_NAME: 1}


def test_broken_lines_are_counted_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "FY2024.csv", [filing(1), filing(2, JOB_TITLE="x" * 5_000_000), filing(3)])
    with path.open("a", encoding="utf-8") as file:
        file.write("I-200,Certified\n\n")
    kept = filings.read(path)
    assert (kept.read, len(kept.frame), kept.dropped) == (4, 2, {"line that cannot be read": 2})


def test_bytes_that_are_no_utf8_do_not_stop_the_reading(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "FY2024.csv", [filing(1, EMPLOYER_NAME="Soci\u00e9t\u00e9 Inc"), filing(2)])
    path.write_bytes(path.read_text("utf-8").encode("latin-1"))
    assert len(filings.read(path).frame) == 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.csv", None, "cannot be opened"),
        ("none.parquet", None, "not a parquet file"),
        ("none.xlsx", None, "not a spreadsheet"),
        ("empty.csv", b"", "is empty"),
        ("other.csv", b"a,b\n1,2\n", "lacks EMPLOYER_NAME"),
        ("other.parquet", b"PAR1", "not a parquet file"),
        ("other.xlsx", b"PK", "not a spreadsheet"),
        ("other.pdf", b"%PDF", "is not a .parquet, .csv or .xlsx"),
    ],
)
def test_what_is_no_disclosure_is_refused(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(H1bError, match=said):
        filings.read(tmp_path / name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GOOGLE LLC", "Google, Inc."),
        ("AMAZON.COM SERVICES LLC", "Amazon.com Services, L.L.C."),
        ("LTIMINDTREE LIMITED \t", " LTIMindtree  Limited"),
        ("JPMorgan Chase & Co.", "JPMORGAN CHASE & COMPANY"),
        ("The Coca-Cola Company", "Coca Cola Co"),
        ("Example LLC d/b/a Sample", "EXAMPLE, INC."),
        ("Citibank, N.A.", "CITIBANK NA"),
    ],
)
def test_spellings_of_one_employer_share_a_key(one: str, other: str) -> None:
    assert employer_names.key(one) == employer_names.key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amazon Web Services, Inc.", "Amazon.com Services LLC"),
        ("Machine Learning Technologies LLC", "Machine Learning LLC"),
        ("Deloitte Consulting LLP", "Deloitte & Touche LLP"),
        ("Day Spa LLC", "Day LLC"),
        ("Limited Brands Inc", "Brands Inc"),
        ("Inc Digital LLC", "Digital LLC"),
    ],
)
def test_different_employers_stay_apart(one: str, other: str) -> None:
    assert employer_names.key(one) != employer_names.key(other)


@pytest.mark.parametrize(
    ("spellings", "shown"),
    [
        (["GOOGLE LLC", "GOOGLE LLC", "Google LLC"], "Google"),
        (["IBM Corporation"], "IBM"),
        (["Ernst & Young U.S. LLP"], "Ernst & Young U.S."),
        (["The Coca-Cola Company"], "The Coca-Cola Company"),
        (["JPMorgan Chase & Co."], "JPMorgan Chase"),
        (["Limited LLC"], "Limited"),
        ([], ""),
    ],
)
def test_name_shown_is_the_employers_own(spellings: list[str], shown: str) -> None:
    assert employer_names.shown(spellings) == shown


def test_name_that_is_only_a_legal_form_keeps_it() -> None:
    assert [employer_names.key(name) for name in ("Limited LLC", "Inc", "The", "?!")] == [
        "limited",
        "inc",
        "the",
        "",
    ]


def test_name_shown_leads_back_to_the_key() -> None:
    for name in ("The Coca-Cola Company", "Ernst & Young U.S. LLP", "Example, Inc. f/k/a Old, Inc."):
        assert employer_names.key(employer_names.shown([name])) == employer_names.key(name)


def test_hostile_names_are_read_in_no_time() -> None:
    began = time.process_time()
    for name in (" ,(" * 400_000, "inc " * 300_000, "d/b/a" * 200_000, "(" * 1_000_000, ""):
        employer_names.key(name)
        employer_names.shown([name])
    assert time.process_time() - began < 1


def _filed(title: str, soc: str, soc_title: str = "") -> pd.DataFrame:
    row = {
        "title": title,
        "soc": soc,
        "soc_title": soc_title,
        "employer": "Example",
        "employer_key": "example",
    }
    return pd.DataFrame([row | {"wage": 100_000.0, "state": "0600000", "fiscal_year": 2024}])


@pytest.mark.parametrize(
    ("title", "soc", "soc_title", "role", "drop"),
    [
        ("Data Engineer", "15-1299.08", "Computer Systems Engineers/Architects", "data-engineer", ""),
        ("Associate", "15-1252", "Software Developers", "software-engineer", ""),
        ("Associate", "13-2051", "Financial and Investment Analysts", "", h1b.NO_ROLE),
        ("Manager JC50 - Software Developers", "15-1252", "Software Developers", "software-engineer", ""),
        ("Accountants and Auditors - XY1-2", "13-2011", "Accountants and Auditors", "accountant", ""),
        ("Database Administrators - XY1", "15-1242", "Database Administrators", "", h1b.NO_ROLE),
        ("Research Scientist", "15-1221", "Computer Scientists", "research-scientist", ""),
        ("Research Scientist", "19-1021", "Biochemists and Biophysicists", "", h1b.OTHER_OCCUPATION),
        ("Software Engineer", "", "", "", h1b.OTHER_OCCUPATION),
    ],
)  # fmt: skip
def test_title_says_the_role_and_the_occupation_guards_it(
    title: str, soc: str, soc_title: str, role: str, drop: str
) -> None:
    read = h1b.classify(_filed(title, soc, soc_title)).iloc[0]
    assert (read["role"], read["drop"]) == (role, drop)


def test_every_role_of_the_tables_is_known() -> None:
    from bot.understand.roles import roles

    known = {role.id for role in roles().values()} | {role.family for role in roles().values()}
    for name, column in (("h1b_occupations.csv", "role"), ("h1b_families.csv", "of")):
        with (Path(h1b.__file__).parent / name).open(encoding="utf-8", newline="") as file:
            assert {row[column] for row in csv.DictReader(file)} <= known
    assert {role.family for role in roles().values()} <= set(h1b._accepted())


def _many(
    employer: str, wages: list[float], role: str = "data-scientist", state: str = "0600000"
) -> pd.DataFrame:
    return pd.DataFrame(
        {"employer": employer.title(), "employer_key": employer, "role": role, "state": state, "wage": wages}
    )


def test_employer_needs_five_filings_and_everyone_twenty_of_five_employers() -> None:
    five = [100_000.0, 110_000.0, 120_000.0, 130_000.0, 140_001.0]
    employers = [_many(name, five) for name in ("a", "b", "c")] + [_many("d", five[:4])]
    thin = h1b.measure(pd.concat(employers), {})
    assert set(thin["employer"]) == {"a", "b", "c"}
    of_four = h1b.measure(pd.concat([*employers, _many("d", five)]), {})
    assert "" not in set(of_four["employer"])
    enough = h1b.measure(pd.concat([*employers, _many("e", five[:1])]), {})
    everyone = enough[enough["employer"].eq("")]
    assert everyone[["state", "name", "n", "employers"]].to_numpy().tolist() == [
        ["0000000", "", 20, 5],
        ["0600000", "", 20, 5],
    ]
    own = enough[enough["employer"].eq("a") & enough["state"].eq("0600000")].to_dict("records")
    assert own == [
        {"employer": "a", "role": "data-scientist", "state": "0600000", "name": "A", "n": 5, "employers": 1,
         "p25": 110_000, "p50": 120_000, "p75": 130_000}
    ]  # fmt: skip


def test_country_pools_states_and_parent_holds_its_children() -> None:
    rows = [
        _many("a", [100_000.0] * 3, "backend-engineer"),
        _many("a", [200_000.0] * 3, "software-engineer", "5300000"),
    ]
    measured = h1b.measure(pd.concat(rows), {"backend-engineer": "software-engineer"})
    assert measured[["role", "state", "n", "p50"]].to_numpy().tolist() == [
        ["software-engineer", "0000000", 6, 150_000]
    ]


def test_measured_table_has_the_shipped_columns_even_when_empty() -> None:
    empty = h1b.measure(_many("a", [100_000.0]), {})
    assert list(empty.columns) == list(H1B.columns)
    assert empty.empty


def test_source_is_the_fiscal_year() -> None:
    source = h1b.source(2024)
    assert (source.id, source.first, source.last) == ("h1b-fy2024", "2023-10-01", "2024-09-30")
    assert date.fromisoformat(source.as_of) == date(2024, 9, 30)


@pytest.mark.parametrize(("part", "least"), [("shown", 110), ("blind", 107)])
def test_roles_of_titles_labelled_by_hand(part: str, least: int) -> None:
    with LABELS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["part"] == part]
    read = h1b.classify(pd.DataFrame(rows)[["title", "soc", "soc_title"]])["role"].replace("", "-")
    right = [role in row["role"].split("|") for role, row in zip(read, rows, strict=True)]
    assert len(right) == 120
    assert sum(right) >= least


@pytest.mark.skipif(not EXTRACT.is_file(), reason="the shared H-1B extract is not on this machine")
def test_shared_extract_is_read_whole() -> None:
    kept = filings.read(EXTRACT)
    assert kept.read == 96_545
    assert sum(kept.dropped.values()) == kept.read - len(kept.frame) < 50
    assert set(kept.frame["fiscal_year"]) == {2024}
    assert kept.frame["state"].str.fullmatch(r"\d{2}00000").all()
    assert kept.frame.groupby("employer_key")["employer"].nunique().max() == 1


def test_a_sheet_of_one_far_cell_is_refused_before_it_takes_all_memory(tmp_path: Path) -> None:
    path = tmp_path / "LCA_FY2024.xlsx"
    far = (
        '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet1.xml", far)
    with pytest.raises(H1bError, match="more cells"):
        filings.read(path)
