"""Each board's answer to postings: fields, places, days, descriptions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.posting import Posting
from data.sources import ashby, recruitee, smartrecruiters
from data.sources.boards import COLLECTORS
from data.sources.reading import CUT, NO_ID, NO_LIST, NO_TITLE, REPEATED, UNREADABLE

from . import payloads
from .payloads import SEEN

JSON_BOARDS = {
    "greenhouse": (payloads.greenhouse, "jobs", "title"),
    "lever": (payloads.lever, "", "text"),
    "ashby": (payloads.ashby, "jobs", "title"),
    "workable": (payloads.workable, "jobs", "title"),
    "smartrecruiters": (payloads.smartrecruiters, "content", "name"),
    "recruitee": (payloads.recruitee, "offers", "title"),
}


def only(collector: str, payload: Any) -> Posting:
    read = COLLECTORS[collector].read(payload, "acme", SEEN)
    assert read.dropped == []
    (posting,) = read.postings
    return posting


def items(collector: str, payload: Any) -> list[Any]:
    listed = JSON_BOARDS[collector][1]
    found: list[Any] = payload[listed] if listed else payload
    return found


def test_greenhouse() -> None:
    assert only("greenhouse", payloads.greenhouse()) == Posting(
        id="greenhouse:acme:41",
        source="greenhouse",
        employer="Acme",
        title="Staff Engineer, Search",
        locations=("New York, NY; Remote",),
        published="2026-01-21",
        first_seen=SEEN,
        last_seen=SEEN,
        url="https://boards.example.com/acme/jobs/41",
        description="About\n\nSearch & ranking.\n\n* Ship\n* Measure",
    )


@pytest.mark.parametrize("collector", JSON_BOARDS)
def test_a_posting_is_one_however_its_board_is_written(collector: str) -> None:
    payload = JSON_BOARDS[collector][0]()
    ids = {COLLECTORS[collector].read(payload, name, SEEN).postings[0].id for name in ("Acme", "acme")}
    assert len(ids) == (2 if COLLECTORS[collector].cased else 1)


def test_greenhouse_takes_the_office_only_where_the_job_names_no_place() -> None:
    posting = only("greenhouse", payloads.greenhouse(location={"name": ""}))
    assert posting.locations == ("New York, NY, United States",)


@pytest.mark.parametrize(
    ("value", "remote"), [("Remote", True), ("Hybrid", False), ("Moon", None), (None, None)]
)
def test_greenhouse_knows_the_workplace_from_a_custom_field(value: Any, remote: bool | None) -> None:
    metadata = [{"name": "Location Type", "value": value, "value_type": "single_select"}]
    assert only("greenhouse", payloads.greenhouse(metadata=metadata)).remote is remote


def test_lever() -> None:
    posting = only("lever", payloads.lever())
    assert posting.id == "lever:acme:a1"
    assert posting.employer == "acme"
    assert posting.locations == ("Berlin", "Amsterdam")
    assert posting.remote is False
    assert posting.published == "2026-01-15"
    assert posting.description == (
        "Find out why.\n\nWith care.\n\nRequirements\n\n* SQL\n* Python\n\nWe hire fairly."
    )


def test_ashby() -> None:
    posting = only("ashby", payloads.ashby())
    assert posting.locations == ("San Francisco, CA", "New York, NY")
    assert (posting.remote, posting.published, posting.description) == (False, "2026-02-10", "Draw.")


@pytest.mark.parametrize(
    ("workplace", "flagged", "remote"),
    [("Hybrid", True, False), ("Remote", False, True), (None, True, True), (None, None, None)],
)
def test_ashby_tells_hybrid_from_remote(workplace: str | None, flagged: bool | None, remote: Any) -> None:
    posting = only("ashby", payloads.ashby(workplaceType=workplace, isRemote=flagged))
    assert posting.remote is remote


def test_ashby_leaves_out_what_the_employer_does_not_list() -> None:
    read = ashby.read(payloads.ashby(isListed=False), "acme", SEEN)
    assert (read.postings, [each.reason for each in read.dropped]) == ([], [ashby.UNLISTED])


def test_workable_makes_one_posting_of_a_job_listed_once_a_country() -> None:
    payload = payloads.workable(country="Spain", city="", state="", locations=[])
    payload["jobs"] += payloads.workable(locations=[{"country": "Portugal", "city": "", "region": None}])[
        "jobs"
    ]
    posting = only("workable", payload)
    assert posting.employer == "Acme Corp"
    assert posting.locations == ("Spain", "Portugal")


def test_workable_keeps_town_and_state_of_one_name() -> None:
    place = {"city": "New York", "region": "New York", "country": "United States"}
    assert only("workable", payloads.workable(locations=[place])).locations == (
        "New York, New York, United States",
    )


def test_smartrecruiters_reads_the_job_and_not_the_company() -> None:
    posting = only("smartrecruiters", payloads.smartrecruiters())
    assert posting.locations == ("Columbus, OH, US",)
    assert posting.description == "Run it.\n\n* Go"
    assert posting.employment_type == "Full-time"


def test_smartrecruiters_leaves_out_inactive_postings() -> None:
    read = smartrecruiters.read(payloads.smartrecruiters(active=False), "acme", SEEN)
    assert [each.reason for each in read.dropped] == [smartrecruiters.CLOSED]


def test_recruitee() -> None:
    posting = only("recruitee", payloads.recruitee())
    assert posting.locations == ("Berlin, Berlin, Germany",)
    assert (posting.published, posting.description) == ("2026-08-05", "Book.\n\nNumbers.")


def test_recruitee_leaves_out_what_is_not_published() -> None:
    read = recruitee.read(payloads.recruitee(status="closed"), "acme", SEEN)
    assert [each.reason for each in read.dropped] == [recruitee.CLOSED]


@pytest.mark.parametrize("collector", JSON_BOARDS)
def test_what_is_no_posting_is_dropped_with_a_reason(collector: str) -> None:
    make, _, title = JSON_BOARDS[collector]
    payload: Any = make()
    number = "shortcode" if collector == "workable" else "id"
    good = items(collector, payload)[0]
    untitled = good | {number: "other", title: None}
    numberless = good | {number: None}
    items(collector, payload).extend([untitled, numberless, 7, None])
    read = COLLECTORS[collector].read(payload, "acme", SEEN)
    assert len(read.postings) == 1
    assert sorted(each.reason for each in read.dropped) == sorted([NO_TITLE, NO_ID, UNREADABLE, UNREADABLE])


@pytest.mark.parametrize("collector", sorted(set(JSON_BOARDS) - {"workable"}))
def test_a_posting_listed_twice_counts_once(collector: str) -> None:
    payload: Any = JSON_BOARDS[collector][0]()
    items(collector, payload).extend(list(items(collector, payload)))
    read = COLLECTORS[collector].read(payload, "acme", SEEN)
    assert (len(read.postings), [each.reason for each in read.dropped]) == (1, [REPEATED])


@pytest.mark.parametrize("collector", JSON_BOARDS)
@pytest.mark.parametrize("payload", [None, 7, "jobs", {}, {"jobs": {}}, {"content": 1, "offers": "x"}])
def test_an_answer_without_a_list_is_said_to_be_none(collector: str, payload: Any) -> None:
    read = COLLECTORS[collector].read(payload, "acme", SEEN)
    assert read.postings == []
    assert [(each.id, each.reason) for each in read.dropped] == [("", NO_LIST)]


@pytest.mark.parametrize("collector", JSON_BOARDS)
def test_an_empty_board_is_empty(collector: str) -> None:
    listed = JSON_BOARDS[collector][1]
    assert COLLECTORS[collector].read({listed: []} if listed else [], "acme", SEEN) == ([], [])


def test_a_description_of_5_mb_is_cut_and_said_so() -> None:
    read = COLLECTORS["ashby"].read(payloads.ashby(descriptionHtml="<p>word</p>" * 500_000), "acme", SEEN)
    (posting,) = read.postings
    assert len(posting.description or "") == 100_000
    assert [(each.id, each.reason) for each in read.dropped] == [("ashby:acme:u-1", CUT)]


def test_300_places_are_handed_on_each_once() -> None:
    places = [{"location": f"Town {number % 200}"} for number in range(300)]
    posting = only("ashby", payloads.ashby(secondaryLocations=places))
    assert len(posting.locations) == 201


def test_text_of_any_script_survives_and_halves_of_characters_do_not() -> None:
    title = "データ 🚀\u0000\ud800 Engineer"
    posting = only("lever", payloads.lever(text=title))
    assert posting.title == "データ 🚀? Engineer"
    assert json.loads(json.dumps(posting.as_json()).encode()) == json.loads(json.dumps(posting.as_json()))


@pytest.mark.parametrize(
    "sent", [-1, 0, True, "yesterday", "2026-13-40", "9" * 400, 1e300, float("nan"), float("inf"), [], {}]
)
def test_a_day_that_is_none_is_left_empty(sent: Any) -> None:
    assert only("lever", payloads.lever(createdAt=sent)).published == ""
    assert only("recruitee", payloads.recruitee(published_at=sent)).published == ""


_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["<p>", "$9"])
)
_ANY = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("collector", JSON_BOARDS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_answer_raises(collector: str, data: st.DataObject) -> None:
    """Any JSON in the place of any field, one or two deep."""
    payload: Any = json.loads(json.dumps(JSON_BOARDS[collector][0]()))
    job = items(collector, payload)[0]
    for name in list(job):
        if data.draw(st.booleans()):
            inner = job[name]
            if isinstance(inner, dict) and inner and data.draw(st.booleans()):
                inner[data.draw(st.sampled_from(sorted(inner)))] = data.draw(_ANY)
            else:
                job[name] = data.draw(_ANY)
    read = COLLECTORS[collector].read(payload, "acme", SEEN)
    assert len(read.postings) + len({each.id for each in read.dropped}) >= 1


_FIXTURES = {
    "boardwatch_sdist/tests/fixtures/greenhouse/normal.json": 5,
    "boardwatch_sdist/tests/fixtures/lever/normal.json": 6,
    "boardwatch_sdist/tests/fixtures/ashby/normal.json": 7,
    "boardwatch_sdist/tests/fixtures/ashby/huge.json": 110,
    "boardwatch_sdist/tests/fixtures/workable/normal.json": 5,
    "boardwatch_sdist/tests/fixtures/smartrecruiters/list_normal.json": 3,
    "midat_tech_salary_radar/tests/fixtures/greenhouse.json": 2,
    "midat_tech_salary_radar/tests/fixtures/lever.json": 2,
    "midat_tech_salary_radar/tests/fixtures/ashby.json": 2,
    "himalayas/tests/fixtures/greenhouse_anthropic.json": 2,
    "himalayas/tests/fixtures/lever_example.json": 2,
    "himalayas/tests/fixtures/ashby_ramp.json": 1,
    "omoji-personal_careerkit/tests/fixtures/greenhouse.json": 2,
    "omoji-personal_careerkit/tests/fixtures/lever.json": 2,
    "omoji-personal_careerkit/tests/fixtures/ashby.json": 2,
    "omoji-personal_careerkit/tests/fixtures/workable.json": 1,
    "omoji-personal_careerkit/tests/fixtures/smartrecruiters.json": 1,
    "omoji-personal_careerkit/tests/fixtures/recruitee.json": 2,
}


@pytest.mark.parametrize("fixture", _FIXTURES)
def test_captured_answers_are_read_whole(fixture: str, shared: Path) -> None:
    payload = json.loads((shared / "data" / "ats" / fixture).read_text(encoding="utf-8"))
    (collector,) = (name for name in COLLECTORS if name in fixture)
    postings = COLLECTORS[collector].read(payload, "acme", SEEN).postings
    assert len(postings) == _FIXTURES[fixture]
    for posting in postings:
        assert posting.id.startswith(f"{collector}:acme:")
        assert posting.title
        assert posting.locations
        assert "<" not in (posting.description or "")
        assert posting.url.startswith("https://") or collector == "smartrecruiters"
        assert posting.published > "2018"


@pytest.mark.parametrize(
    ("fixture", "found"),
    [
        ("boardwatch_sdist/tests/fixtures/greenhouse/normal.json", 6),
        ("boardwatch_sdist/tests/fixtures/ashby/normal.json", 7),
        ("himalayas/tests/fixtures/ashby_ramp.json", 1),
        ("himalayas/tests/fixtures/lever_example.json", 1),
        ("midat_tech_salary_radar/tests/fixtures/lever.json", 1),
        ("omoji-personal_careerkit/tests/fixtures/recruitee.json", 2),
    ],
)
def test_captured_pay_is_read(fixture: str, found: int, shared: Path) -> None:
    payload = json.loads((shared / "data" / "ats" / fixture).read_text(encoding="utf-8"))
    (collector,) = (name for name in COLLECTORS if name in fixture)
    postings = COLLECTORS[collector].read(payload, "acme", SEEN).postings
    pay = [each for posting in postings for each in posting.pay]
    assert len(pay) == found
    assert all(10_000 <= (each.low or 0) <= 300_000 for each in pay)
