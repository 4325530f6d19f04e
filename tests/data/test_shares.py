"""How many postings show pay and ask for AI, by role and place, and of every role together."""

from __future__ import annotations

from typing import Any

from data import shares
from data.seats import seats

from .frames import SF, US, frame, prepared

NAN = float("nan")
PARENTS = {"backend-engineer": "software-engineer"}


def _shares(rows: list[dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    found = shares.measure(seats(frame(rows)), PARENTS).to_dict("records")
    named = [{str(name): value for name, value in row.items()} for row in found]
    return {(row["role"], row["place"]): row for row in named}


def test_each_posting_counts_once_for_all_that_is_known_of_it() -> None:
    rows = [
        prepared(ai="required", employer="A"),
        prepared(ai="preferred", employer="A", midpoint=NAN, currency=""),
        prepared(ai="none", employer="B", midpoint=NAN, currency="GBP"),
        prepared(ai="unknown", employer="C", midpoint=NAN, currency=""),
    ]
    for place in (SF, US):
        row = _shares(rows)["software-engineer", place]
        assert (row["postings"], row["employers"], row["disclosed"]) == (4, 3, 2)
        assert (row["ai_known"], row["ai_required"], row["ai_skilled"]) == (3, 1, 2)


def test_every_role_together_counts_a_posting_once_though_it_has_a_parent() -> None:
    rows = [prepared(role="backend-engineer"), prepared(role="data-scientist", places=(US,))]
    found = _shares(rows)
    assert found["all", US]["postings"] == 2
    assert found["all", SF]["postings"] == 1
    assert found["software-engineer", US]["postings"] == found["backend-engineer", US]["postings"] == 1
