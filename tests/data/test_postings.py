"""Two collectors' files become one shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.sources.frames import POSTING, Crawl
from data.sources.postings import PostingsError, parts
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
