"""The same job counts once, and different openings stay."""

from __future__ import annotations

from data import dedupe

from .frames import frame, prepared

NAN = float("nan")


def test_one_id_is_one_posting_with_the_best_of_its_copies() -> None:
    rows = [
        prepared(id="a", midpoint=NAN, ai="none", first_seen="2026-07-20", last_seen="2026-07-21"),
        prepared(id="b"),
        prepared(id="a", midpoint=190_000.0, ai="required", first_seen="2026-07-18", last_seen="2026-07-19"),
    ]
    found = dedupe.once(frame(rows))
    assert sorted(found["id"]) == ["a", "b"]
    kept = found.set_index("id").loc["a"]
    assert (kept["midpoint"], kept["ai"]) == (190_000.0, "required")
    assert (kept["first_seen"], kept["last_seen"]) == ("2026-07-18", "2026-07-21")


def test_pay_in_fields_beats_pay_in_text_whichever_came_first() -> None:
    text, fields = prepared(id="a", origin="text", midpoint=150_000.0), prepared(id="a", midpoint=160_000.0)
    for rows in ([text, fields], [fields, text]):
        assert dedupe.once(frame(rows))["midpoint"].tolist() == [160_000.0]


def test_order_of_files_does_not_change_what_is_kept() -> None:
    rows = [
        prepared(id=f"p{n % 7}", midpoint=100_000.0 + n, last_seen=f"2026-07-{n + 1:02}") for n in range(20)
    ]
    forward, backward = (dedupe.once(frame(each)).sort_values("id") for each in (rows, rows[::-1]))
    assert forward["midpoint"].tolist() == backward["midpoint"].tolist()


def test_a_job_on_two_boards_counts_once_and_openings_alike_stay() -> None:
    three = [prepared(twin=1, source="ashby") for _ in range(3)]
    two = [prepared(twin=1, source="jsonld") for _ in range(2)]
    for rows in ([*three, *two], [*two, *three]):
        ids = dedupe.one_board(frame(rows))
        assert ids.nunique() == 3
        assert ids.value_counts().tolist() == [2, 2, 1]


def test_two_boards_that_differ_about_pay_and_ai_are_one_job_at_its_best() -> None:
    rows = [
        prepared(twin=1, source="ashby", midpoint=NAN, ai="required"),
        prepared(twin=1, source="jsonld", midpoint=190_000.0, ai="unknown"),
    ]
    found = dedupe.once(frame(rows).assign(id=dedupe.one_board(frame(rows))))
    assert found[["midpoint", "ai"]].to_numpy().tolist() == [[190_000.0, "required"]]


def test_what_closed_long_ago_is_out_of_the_window() -> None:
    rows = [prepared(last_seen="2026-06-01"), prepared(last_seen="2026-07-20"), prepared(last_seen="")]
    assert dedupe.closed(frame(rows), days=28).tolist() == [True, False, False]


def test_nothing_is_closed_where_no_day_is_known() -> None:
    assert dedupe.closed(frame([prepared(first_seen="")])).tolist() == [False]
