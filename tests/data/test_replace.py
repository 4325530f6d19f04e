"""A rebuild replaces good figures whole, or not at all."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from data.replace import ShrunkenError, refuse_shrunken, whole

GOOD = {"postings_in_cells": 1_000, "postings_paid": 600}


def _content(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir())}


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    folder = tmp_path / "benchmarks"
    folder.mkdir()
    (folder / "cells.csv").write_text("old")
    (folder / "SOURCES.md").write_text("kept")
    return folder


def test_new_figures_take_the_place_of_the_old(figures: Path) -> None:
    with whole(figures) as new:
        (new / "cells.csv").write_text("new")
        assert _content(figures)["cells.csv"] == "old"
    assert _content(figures) == {"SOURCES.md": "kept", "cells.csv": "new"}
    assert [path.name for path in figures.parent.iterdir()] == ["benchmarks"]


def test_a_failure_leaves_the_old_ones_and_no_litter(figures: Path) -> None:
    def fail() -> None:
        with whole(figures) as new:
            (new / "cells.csv").write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert _content(figures)["cells.csv"] == "old"
    assert [path.name for path in figures.parent.iterdir()] == ["benchmarks"]


def test_a_build_killed_between_the_renames_is_put_right_by_the_next(figures: Path) -> None:
    figures.rename(figures.with_name("benchmarks.before"))
    with whole(figures) as new:
        assert _content(new)["cells.csv"] == "old"
    assert _content(figures)["cells.csv"] == "old"


@pytest.mark.parametrize("count", list(GOOD))
def test_far_fewer_postings_are_refused_with_both_counts(count: str) -> None:
    with pytest.raises(ShrunkenError, match=f"{GOOD[count]:,}"):
        refuse_shrunken(GOOD, GOOD | {count: GOOD[count] // 2})


def test_a_few_fewer_or_none_before_are_fine() -> None:
    refuse_shrunken(GOOD, {"postings_in_cells": 700, "postings_paid": 400})
    refuse_shrunken({}, {"postings_in_cells": 1, "postings_paid": 1})


def test_a_second_build_waits_for_the_first(figures: Path) -> None:
    order: list[str] = []

    def second() -> None:
        with whole(figures) as new:
            order.append((new / "cells.csv").read_text())

    with whole(figures) as new:
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.2)
        order.append("first")
        (new / "cells.csv").write_text("new")
    thread.join()
    assert order == ["first", "new"]


def test_lost_wages_and_filings_are_refused_too() -> None:
    before = GOOD | {"oews_rows": 12_000, "h1b_rows": 4_000}
    for count in ("oews_rows", "h1b_rows"):
        with pytest.raises(ShrunkenError):
            refuse_shrunken(before, before | {count: 0})
