"""How a person names a board, and where it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.sources.boards import COLLECTORS, BoardError, board, boards, read_file


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("greenhouse:anthropic", "https://boards-api.greenhouse.io/v1/boards/anthropic/jobs?content=true&pay_transparency=true"),
        (" Lever:acme ", "https://api.lever.co/v0/postings/acme?mode=json"),
        ("ashby:Jane Doe", "https://api.ashbyhq.com/posting-api/job-board/Jane%20Doe?includeCompensation=true"),
        ("workable:acme", "https://apply.workable.com/api/v1/widget/accounts/acme?details=true"),
        ("smartrecruiters:Acme1", "https://api.smartrecruiters.com/v1/companies/Acme1/postings?limit=100&offset=0"),
        ("recruitee:acme", "https://acme.recruitee.com/api/offers/"),
        ("jsonld:https://careers.example.com/job/1", "https://careers.example.com/job/1"),
    ],
)  # fmt: skip
def test_addresses(written: str, address: str) -> None:
    one = board(written)
    assert one.collector.address(one.collector.base, one.name) == address


def test_a_typo_is_answered_with_what_was_meant() -> None:
    with pytest.raises(BoardError, match=r"Did you mean greenhouse\? Known are greenhouse, lever, ashby"):
        board("greenhous:acme")


@pytest.mark.parametrize(
    "written",
    [
        "", "acme", "myspace:acme", "greenhouse:", "greenhouse:../../etc", "ashby:a/b", "lever:a?b=c",
        "recruitee:evil.example.com", "recruitee:a b", "jsonld:careers.example.com", "jsonld:file:///etc/passwd",
        "jsonld:http://[", "jsonld:http://x.example:99999/", "jsonld:", "greenhouse:" + "a" * 101,
        "ashby:\u0000",
    ],
)  # fmt: skip
def test_what_names_no_board_is_refused(written: str) -> None:
    with pytest.raises(BoardError):
        board(written)


def test_a_list_of_boards() -> None:
    lines = [
        "# ours",
        "",
        "ashby:ramp, Ramp  # cards",
        "lever:acme",
        "ashby:ramp",
        "jsonld:https://x.example/#/7",
    ]
    found = boards(lines)
    assert [(each.id, each.employer) for each in found] == [
        ("ashby:ramp", "Ramp"),
        ("lever:acme", ""),
        ("jsonld:https://x.example/#/7", ""),
    ]


def test_a_line_that_is_wrong_is_named() -> None:
    with pytest.raises(BoardError, match="Line 2: There is no collector “levver”"):
        boards(["ashby:ramp", "levver:acme"])


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "boards.txt").write_bytes(b"\xff\xfe\x00")
    for name in ("boards.txt", "missing.txt"):
        with pytest.raises(BoardError, match=name):
            read_file(tmp_path / name)


def test_files_of_boards_have_safe_and_different_names() -> None:
    named = [
        "jsonld:https://x.example/a/../b",
        "jsonld:https://x.example/b",
        "ashby:Jane Doe",
        "ashby:Jane-Doe",
    ]
    files = [board(each).file for each in named]
    assert len(set(files)) == 4
    assert not any({"/", "\\", " ", ":"} & set(file) for file in files)


def test_every_collector_reads_and_is_named_after_itself() -> None:
    for name, collector in COLLECTORS.items():
        assert collector.name == name
        assert collector.read(None, "acme", "2026-08-03").postings == []
        assert collector.setting == f"PARLEY_{name.upper()}_URL"


def test_a_board_is_asked_as_written_and_known_in_small_letters_where_case_means_nothing() -> None:
    for name in ("greenhouse", "ashby", "workable", "smartrecruiters", "recruitee"):
        one, other = board(f"{name}:Acme"), board(f"{name}:acme")
        assert (one.id, one.file) == (other.id, other.file) == (f"{name}:acme", "acme")
        assert "Acme" in one.collector.address(one.collector.base, one.name)
    assert len(boards(["ashby:Ramp", "ashby:ramp"])) == 1


def test_lever_boards_of_one_name_in_other_letters_are_two() -> None:
    one, other = board("lever:Acme"), board("lever:acme")
    assert one.id != other.id
    # Nor may they be one file where the file system knows no case.
    assert one.file.lower() != other.file.lower()
