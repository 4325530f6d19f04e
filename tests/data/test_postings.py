"""Two collectors' files become one shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.sources.frames import POSTING, Crawl
from data.sources.plain import PLAIN
from data.sources.postings import RAGGED, PostingsError, parts
from data.sources.postings import read as read_part

from .samples import agency, board, write


def read(path: Path) -> Crawl:
    (part,) = parts(path)
    return read_part(part)


def test_both_files_have_one_shape(tmp_path: Path) -> None:
    boards = read(write(tmp_path / "boards.csv", [board(1)])).postings
    agencies = read(write(tmp_path / "agencies.csv", [agency(1)])).postings
    assert list(boards.columns) == list(agencies.columns) == list(POSTING)
    assert boards.dtypes.equals(agencies.dtypes)


def test_published_and_first_seen_stay_apart(tmp_path: Path) -> None:
    read_back = read(write(tmp_path / "boards.csv", [board(1)])).postings.iloc[0]
    assert (read_back["published"], read_back["first_seen"]) == ("2026-06-01", "2026-07-18")


def test_amounts_are_numbers_or_absent(tmp_path: Path) -> None:
    rows = [board(1), board(2, salary_min="-", salary_max="", salary_currency="")]
    ranges = read(write(tmp_path / "boards.csv", rows)).ranges
    assert ranges["posting"].tolist() == [0]
    assert ranges["low"].tolist() == [180_000.0]


def test_only_a_licensed_file_may_show_employer_bands(tmp_path: Path) -> None:
    assert read(write(tmp_path / "boards.csv", [board(1)])).postings["licensed"].all()
    assert not read(write(tmp_path / "agencies.csv", [agency(1)])).postings["licensed"].any()


def test_agency_figures_are_checked_against_the_posted_words(tmp_path: Path) -> None:
    rows = [agency(1), agency(2, comp_max="900000"), agency(3, comp="£78K-£90K"),
            agency(4, comp="", comp_min="", comp_max="")]  # fmt: skip
    found = read(write(tmp_path / "agencies.csv", rows))
    assert found.postings["misread"].tolist() == [False, True, True, False]
    assert found.ranges["posting"].tolist() == [0, 1, 2]
    assert found.ranges["currency"].tolist() == ["USD", "USD", "USD"]


def test_agency_place_comes_from_the_country_where_it_is_all_there_is(tmp_path: Path) -> None:
    frame = read(write(tmp_path / "agencies.csv", [agency(1, location="", country="Canada")])).postings
    assert frame["location"].tolist() == ["Canada"]


def test_nobody_read_agency_descriptions_for_skills(tmp_path: Path) -> None:
    assert not read(write(tmp_path / "agencies.csv", [agency(1)])).postings["skills_read"].any()


@pytest.mark.parametrize("content", ["a,b\n1,2\n", "", "\x00\x01"])
def test_other_files_are_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.csv"
    path.write_text(content)
    with pytest.raises(PostingsError, match=r"other\.csv"):
        read(path)
    with pytest.raises(PostingsError, match=r"none\.csv"):
        read(tmp_path / "none.csv")


@pytest.mark.parametrize(
    "header",
    [
        "Company,Job Title,City",
        "COMPANY , job-title, Location",
        "employer_name,Job  title,PLACE",
        "Employer,title,location",
    ],
)
def test_columns_are_known_however_they_are_spelt(tmp_path: Path, header: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(f"{header}\nAcme,Recruiter,Boise\n", encoding="utf-8-sig")
    (told,) = read(path).postings[["employer", "title", "location"]].to_numpy().tolist()
    assert told == ["Acme", "Recruiter", "Boise"]


def test_a_city_goes_with_its_state_and_country(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "company,title,city,State,country\nAcme,Recruiter,Portland,ME,\nAcme,Recruiter,Portland,OR,US\n"
    )
    assert read(path).postings["location"].tolist() == ["Portland, ME", "Portland, OR, US"]
    lines = tmp_path / "mine.jsonl"
    lines.write_text('{"Company": "Acme", "Job Title": "Recruiter", "City": "Portland", "state": "ME"}\n')
    assert read(lines).postings[["employer", "location"]].to_numpy().tolist() == [["Acme", "Portland, ME"]]


def test_a_column_of_its_plain_name_beats_one_that_reads_like_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("company,employer,title,job title,location\nOther,Acme,Recruiter,Nurse,Boise\n")
    assert read(path).postings[["employer", "title"]].to_numpy().tolist() == [["Acme", "Recruiter"]]


def test_a_file_without_the_needed_columns_is_told_what_it_has_and_lacks(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(f"title,where,{','.join(f'column {n}' for n in range(30))},{'x' * 5000}\n1,2\n")
    with pytest.raises(PostingsError) as told:
        read(path)
    assert "no column for employer or location; employer, title and location are needed" in str(told.value)
    assert "title, where, column 0" in str(told.value)
    assert len(str(told.value)) < 600


@pytest.mark.parametrize(("column", "names"), PLAIN.items())
def test_the_readme_names_every_column_and_what_else_it_may_be_called(
    column: str, names: tuple[str, ...]
) -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    (row,) = [line for line in readme.splitlines() if line.startswith(f"| `{column}` |")]
    assert {name for name in names if f"`{name}`" not in row} == set()


def test_a_line_that_is_no_row_is_left_out_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "ragged.csv"
    rows = [f"{n},Acme,Software Engineer,Austin" for n in range(5)]
    rows[2] += ",one,cell,too,many"
    path.write_text("\n".join(["id,employer,title,location", *rows]))
    found = [read_part(part) for part in parts(path)]
    assert [row for each in found for row in each.postings["id"]] == [f"Acme:{n}" for n in (0, 1, 3, 4)]
    assert sum(each.dropped.get(RAGGED, 0) for each in found) == 1


def test_a_quote_that_is_never_closed_costs_only_what_follows(tmp_path: Path) -> None:
    path = tmp_path / "quote.csv"
    path.write_text(
        'employer,title,location\nAcme,Data Scientist,Austin\nBeta,"Data Scientist,Austin\nC,D,E\n'
    )
    found = [read_part(part) for part in parts(path)]
    assert [name for each in found for name in each.postings["employer"]] == ["Acme"]
    assert sum(each.dropped.get(RAGGED, 0) for each in found) == 1
