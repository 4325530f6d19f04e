"""Employers' own bands, and what the four types post: who may be shown, and when it is enough."""

from __future__ import annotations

from typing import Any

import pytest

from data import employers

from .frames import SF, US, frame, prepared

PARENTS = {"backend-engineer": "software-engineer"}


def _bands(rows: list[dict[str, Any]]) -> dict[tuple[str, str, str], dict[str, Any]]:
    found = employers.bands(frame(rows), PARENTS).to_dict("records")
    named = [{str(name): value for name, value in row.items()} for row in found]
    return {(row["employer"], row["role"], row["level"]): row for row in named}


def _types(rows: list[dict[str, Any]]) -> dict[tuple[str, str, str], dict[str, Any]]:
    found = employers.types(frame(rows), PARENTS).to_dict("records")
    named = [{str(name): value for name, value in row.items()} for row in found]
    return {(row["type"], row["role"], row["level"]): row for row in named}


def test_a_band_is_its_lowest_and_highest_end_and_its_median_midpoint() -> None:
    rows = [prepared(employer="Acme", midpoint=pay) for pay in (150_000.0, 160_000.0, 190_000.0)]
    band = _bands(rows)["acme", "software-engineer", "senior"]
    assert (band["n"], band["lowest"], band["highest"], band["p50"]) == (3, 135_000, 209_000, 160_000)
    assert band["name"] == "Acme"


def test_two_postings_are_no_band_and_all_levels_count_together() -> None:
    rows = [prepared(employer="Acme"), prepared(employer="Acme"), prepared(employer="ACME", level="")]
    assert set(_bands(rows)) == {("acme", "software-engineer", "all")}


def test_an_unlicensed_collection_shows_nobodys_band() -> None:
    rows = [prepared(employer="Acme", licensed=number > 0) for number in range(3)]
    assert _bands(rows) == {}
    assert ("acme", "software-engineer", "all") in _bands([*rows, prepared(employer="Acme")])


def test_a_parents_band_holds_its_childrens_postings() -> None:
    rows = [prepared(employer="Acme", role="backend-engineer") for _ in range(3)]
    assert {key[1] for key in _bands(rows)} == {"backend-engineer", "software-engineer"}


def test_a_type_names_everyone_behind_it() -> None:
    rows = [prepared(employer=["anthropic", "OpenAI"][n % 2], midpoint=200_000.0 + n) for n in range(20)]
    found = _types(rows)["ai-lab", "software-engineer", "all"]
    assert (found["n"], found["employers"], found["names"]) == (20, 2, "Anthropic;OpenAI")
    assert (found["p25"], found["p50"], found["p75"]) == (200_005, 200_010, 200_014)


@pytest.mark.parametrize(
    "rows",
    [
        [prepared(employer=["anthropic", "openai"][n % 2]) for n in range(19)],
        [prepared(employer="openai") for _ in range(40)],
        [prepared(employer=["anthropic", "openai"][n % 2], licensed=n > 0) for n in range(20)],
        [prepared(employer=f"Nobody {n % 5}") for n in range(40)],
    ],
    ids=["nineteen", "one employer", "one of twenty unlicensed", "in no type"],
)
def test_too_little_makes_no_type(rows: list[dict[str, Any]]) -> None:
    assert _types(rows) == {}


def _posters(rows: list[dict[str, Any]]) -> dict[tuple[str, str, str], tuple[int, int, str]]:
    found = employers.posters(frame(rows), PARENTS).to_dict("records")
    named = [{str(name): value for name, value in row.items()} for row in found]
    return {
        (row["role"], row["place"], row["employer"]): (row["postings"], row["n"], row["name"])
        for row in named
    }


def test_who_posts_is_counted_at_every_place_paid_or_not() -> None:
    unpaid = prepared(employer="ACME", midpoint=float("nan"))
    found = _posters([prepared(employer="Acme"), prepared(employer="Acme"), unpaid])
    assert found["software-engineer", SF, "acme"] == (3, 2, "Acme")
    assert found["software-engineer", US, "acme"] == (3, 2, "Acme")


def test_a_posting_counts_for_its_parent_too_and_an_unlicensed_one_for_nobody() -> None:
    rows = [prepared(employer="Acme", role="backend-engineer"), prepared(employer="Other", licensed=False)]
    found = _posters(rows)
    assert {key[0] for key in found} == {"backend-engineer", "software-engineer"}
    assert {key[2] for key in found} == {"acme"}
