"""The same job counts once, and different openings stay."""

from __future__ import annotations

from typing import Any

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


def test_the_newest_usable_pay_counts_and_fields_only_decide_within_a_day() -> None:
    rows = [
        prepared(id="a", midpoint=150_000.0, first_seen="2026-07-01", last_seen="2026-07-10"),
        prepared(id="a", midpoint=160_000.0, first_seen="2026-07-11", last_seen="2026-07-20", origin="text"),
        prepared(id="a", midpoint=NAN, first_seen="2026-07-21", last_seen="2026-07-22"),
    ]
    for order in (rows, rows[::-1]):
        (kept,) = dedupe.once(frame(order)).to_dict("records")
        assert (kept["midpoint"], kept["first_seen"], kept["last_seen"]) == (
            160_000.0,
            "2026-07-01",
            "2026-07-22",
        )


def test_only_pay_that_differs_over_days_is_a_change() -> None:
    def row(id_: str, pay: float, day: str) -> dict[str, Any]:
        return prepared(id=id_, midpoint=pay, first_seen=day, last_seen=day)

    rows = [
        row("same", 1e5, "2026-07-01"), row("same", 1e5, "2026-07-08"),
        row("raised", 1e5, "2026-07-01"), row("raised", 2e5, "2026-07-08"),
        row("shown", NAN, "2026-07-01"), row("shown", 1e5, "2026-07-08"),
        row("untracked", 1e5, ""), row("untracked", 2e5, ""),
        row("once", 1e5, "2026-07-01"),
    ]  # fmt: skip
    table = frame(rows)
    assert table.loc[dedupe.changed(table), "id"].tolist() == ["raised", "raised", "shown", "shown"]


def test_pay_from_before_the_window_does_not_count_once_the_posting_shows_none() -> None:
    rows = [
        prepared(id="a", midpoint=150_000.0, first_seen="2026-03-01", last_seen="2026-03-10"),
        prepared(id="a", midpoint=NAN, first_seen="2026-03-11", last_seen="2026-07-22"),
        prepared(id="b", midpoint=150_000.0, first_seen="2026-03-01", last_seen="2026-03-10"),
    ]
    assert dedupe.recent(frame(rows), 28)[["id", "last_seen"]].to_numpy().tolist() == [
        ["a", "2026-07-22"],
        ["b", "2026-03-10"],
    ]


def test_earlier_pay_keeps_what_its_posting_asks_of_ai() -> None:
    rows = [
        prepared(id="a", midpoint=150_000.0, ai="unknown", first_seen="2026-07-01", last_seen="2026-07-10"),
        prepared(id="a", midpoint=160_000.0, ai="required", first_seen="2026-07-11", last_seen="2026-07-20"),
        prepared(id="b"),
    ]
    table = frame(rows)
    found = dedupe.as_they_were(dedupe.once(table), table[dedupe.changed(table)], {"a": "a", "b": "b"})
    assert sorted(found["id"]) == ["a", "a", "b"]
    assert found.loc[found["id"].eq("a"), ["midpoint", "ai"]].to_numpy().tolist() == [
        [150_000.0, "required"],
        [160_000.0, "required"],
    ]


def test_two_collections_of_one_board_are_counted_off_against_each_other() -> None:
    rows = [prepared(twin=1, file="tech.csv"), prepared(twin=1, file="agencies.csv")]
    assert dedupe.one_board(frame(rows)).nunique() == 1


def test_the_newest_crawl_says_what_a_job_is() -> None:
    rows = [
        prepared(id="a", level="senior", midpoint=100_000.0, first_seen="2026-07-01", last_seen="2026-07-01"),
        prepared(
            id="a", level="staff", midpoint=NAN, currency="", first_seen="2026-08-03", last_seen="2026-08-03"
        ),
    ]
    for each in (rows, rows[::-1]):
        kept = dedupe.once(frame(each)).iloc[0]
        assert (kept["level"], kept["pay_drop"]) == ("staff", "no pay shown")


def test_pay_of_an_unlicensed_copy_stays_unlicensed() -> None:
    rows = [
        prepared(id="a", licensed=False, midpoint=100_000.0),
        prepared(id="a", licensed=True, midpoint=NAN, currency=""),
    ]
    assert dedupe.once(frame(rows))["licensed"].tolist() == [False]
    both = [prepared(id="a", licensed=False), prepared(id="a", licensed=True)]
    assert dedupe.once(frame(both))["licensed"].tolist() == [True]


def test_copies_alike_in_all_that_counts_are_settled_by_what_they_say_not_by_their_order() -> None:
    rows = [prepared(id="a", midpoint=pay, published=day) for pay, day in ((2e5, ""), (1e5, "2026-07-02"))]
    found = [dedupe.once(frame(each)).iloc[0] for each in (rows, rows[::-1])]
    assert found[0]["midpoint"] == found[1]["midpoint"]
    assert found[0]["published"] == found[1]["published"] == "2026-07-02"


def test_a_row_outside_every_cell_closes_nothing() -> None:
    rows = [prepared(last_seen="2026-07-20"), prepared(last_seen="2026-10-01", drop="title outside")]
    assert dedupe.closed(frame(rows)).tolist() == [False, False]
