"""Boards that come in pages, with the descriptions elsewhere; and pages with JSON-LD."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data.fetching import answers
from data.fetching.answers import NO_DETAILS, NOT_LISTED
from data.sources import smartrecruiters

from .server import Asked, Boards, Sent, serving
from .test_crawl import MONDAY, QUICK, TUESDAY, kept, run

LIST = "/smartrecruiters/acme/postings"


def listed(number: int) -> dict[str, Any]:
    return {
        "id": str(number),
        "name": f"Engineer {number}",
        "company": {"name": "Acme"},
        "location": {"city": "Austin", "region": "TX", "country": "us", "remote": False},
    }


def detail(number: int, **told: Any) -> dict[str, Any]:
    sections = {
        "companyDescription": {"text": "We raised $90M."},
        "jobDescription": {"text": f"<p>Work on {number}.</p>"},
    }
    return listed(number) | {"active": True, "jobAd": {"sections": sections}} | told


def pages(total: int, size: int = 100) -> Any:
    def page(asked: Asked) -> Sent:
        offset = int(asked.path.rpartition("offset=")[2])
        content = [listed(number) for number in range(offset, min(offset + size, total))]
        return Sent({"offset": offset, "limit": size, "totalFound": total, "content": content})

    return page


async def test_every_page_and_every_detail_is_read(web: Boards, tmp_path: Path) -> None:
    web.answers(LIST, pages(7, size=3))
    for number in range(7):
        web.answers(f"{LIST}/{number}", detail(number))
    (outcome,) = await run(tmp_path, "smartrecruiters:acme")
    assert (outcome.entry.status, outcome.entry.postings) == ("ok", 7)
    offsets = [path.rpartition("=")[2] for path in web.paths() if "offset=" in path]
    assert offsets == ["0", "3", "6"]
    postings = kept(tmp_path, "smartrecruiters/acme.jsonl")
    assert {number: postings[number].description for number in ("0", "6")} == {
        "0": "Work on 0.",
        "6": "Work on 6.",
    }


async def test_a_page_that_fails_leaves_the_board_as_it_was(web: Boards, tmp_path: Path) -> None:
    whole, page = pages(6, size=3), pages(6, size=3)

    def second_fails(asked: Asked) -> Sent:
        return Sent("no", 500) if asked.path.endswith("offset=3") else page(asked)

    for number in range(6):
        web.answers(f"{LIST}/{number}", detail(number))
    web.answers(LIST, whole, whole, second_fails)
    await run(tmp_path, "smartrecruiters:acme", day=MONDAY)
    (second,) = await run(tmp_path, "smartrecruiters:acme", day=TUESDAY)
    assert second.entry.status == "failed"
    assert {each.last_seen for each in kept(tmp_path, "smartrecruiters/acme.jsonl").values()} == {MONDAY}


async def test_details_keep_their_validators(web: Boards, tmp_path: Path) -> None:
    web.answers(LIST, pages(2))
    paid = {"min": 100_000, "max": 120_000, "currency": "USD", "period": "YEARLY"}
    web.answers(f"{LIST}/0", Sent(detail(0, compensation=paid), headers={"ETag": '"d0"'}))
    web.answers(f"{LIST}/1", detail(1))
    await run(tmp_path, "smartrecruiters:acme", day=MONDAY)
    (second,) = await run(tmp_path, "smartrecruiters:acme", day=TUESDAY)
    again = next(asked for asked in web.asked[::-1] if asked.path.endswith("/0"))
    assert again.headers["If-None-Match"] == '"d0"'
    first = kept(tmp_path, "smartrecruiters/acme.jsonl")["0"]
    assert (first.description, first.pay[0].high, first.last_seen) == ("Work on 0.", 120_000, TUESDAY)
    assert second.entry.postings == 2


async def test_postings_closed_since_the_list_are_left_out(web: Boards, tmp_path: Path) -> None:
    web.answers(LIST, pages(3))
    web.answers(f"{LIST}/0", detail(0))
    web.answers(f"{LIST}/1", detail(1, active=False))
    (outcome,) = await run(tmp_path, "smartrecruiters:acme")
    assert list(kept(tmp_path, "smartrecruiters/acme.jsonl")) == ["0"]
    assert outcome.entry.dropped == {smartrecruiters.CLOSED: 2}


async def test_a_detail_that_fails_keeps_what_is_known(web: Boards, tmp_path: Path) -> None:
    web.answers(LIST, pages(3))
    for number in range(3):
        web.answers(f"{LIST}/{number}", detail(number))
    await run(tmp_path, "smartrecruiters:acme", day=MONDAY)
    web.answers(f"{LIST}/2", Sent("no", 500))
    (second,) = await run(tmp_path, "smartrecruiters:acme", day=TUESDAY)
    assert second.entry.dropped == {NO_DETAILS: 1}
    last = kept(tmp_path, "smartrecruiters/acme.jsonl")["2"]
    assert (last.description, last.last_seen) == ("Work on 2.", TUESDAY)


async def test_a_detail_that_never_ends_costs_only_itself(web: Boards, tmp_path: Path) -> None:
    over = threading.Event()

    def hangs(_asked: Asked) -> Sent:
        over.wait(60)
        return Sent(detail(2))

    web.answers(LIST, pages(3))
    for number in range(2):
        web.answers(f"{LIST}/{number}", detail(number))
    web.answers(f"{LIST}/2", hangs)
    (outcome,) = await run(tmp_path, "smartrecruiters:acme", manners=replace(QUICK, longest=1.5))
    over.set()
    assert (outcome.entry.status, outcome.entry.note) == ("ok", "")
    assert outcome.entry.dropped == {NO_DETAILS: 1}
    postings = kept(tmp_path, "smartrecruiters/acme.jsonl")
    assert {number: each.description for number, each in postings.items()} == {
        "0": "Work on 0.",
        "1": "Work on 1.",
        "2": None,
    }


async def test_a_list_that_repeats_itself_is_left_and_said_so(web: Boards, tmp_path: Path) -> None:
    page = {"totalFound": 10**30, "content": [listed(1)]}
    web.answers(LIST, page)
    web.answers(f"{LIST}/1", detail(1))
    (outcome,) = await run(tmp_path, "smartrecruiters:acme")
    assert [path.partition("?")[0] for path in web.paths()] == [LIST, f"{LIST}/1", LIST]
    assert (outcome.entry.status, outcome.entry.postings) == ("ok", 1)
    assert "announces 1,000,000,000 postings, and only 1 were listed" in outcome.entry.note
    assert outcome.entry.dropped == {NOT_LISTED: 999_999_999}


async def test_a_list_longer_than_anyone_reads_is_cut_and_said_so(
    web: Boards, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "_MOST_PAGES", 2)
    web.answers(LIST, pages(7, size=2))
    for number in range(4):
        web.answers(f"{LIST}/{number}", detail(number))
    (outcome,) = await run(tmp_path, "smartrecruiters:acme")
    assert (outcome.entry.postings, outcome.entry.dropped) == (4, {NOT_LISTED: 3})
    assert outcome.entry.note == "smartrecruiters:acme announces 7 postings, and only 4 were listed."


@pytest.mark.parametrize("total", [6, 3])
async def test_a_page_without_postings_ends_the_list(web: Boards, tmp_path: Path, total: int) -> None:
    for number in range(3):
        web.answers(f"{LIST}/{number}", detail(number))
    web.answers(LIST, pages(6, size=3), {"totalFound": total, "content": []})
    (outcome,) = await run(tmp_path, "smartrecruiters:acme")
    assert outcome.entry.postings == 3
    # Where the board has come to announce no more than it listed, nothing is missing.
    assert outcome.entry.dropped == ({NOT_LISTED: 3} if total == 6 else {})


async def test_a_list_that_announces_postings_and_shows_none(web: Boards, tmp_path: Path) -> None:
    web.answers(LIST, {"totalFound": 5, "content": []})
    (outcome,) = await run(tmp_path, "smartrecruiters:acme")
    assert outcome.entry.dropped == {NOT_LISTED: 5}


async def test_a_board_whose_details_are_mostly_refused_fails(web: Boards, tmp_path: Path) -> None:
    web.answers(LIST, pages(3))
    for number in range(3):
        web.answers(f"{LIST}/{number}", Sent("no", 403))
    (outcome,) = await run(tmp_path, "smartrecruiters:acme")
    assert (outcome.entry.status, "details of 3 of 3" in outcome.entry.note) == ("failed", True)


async def test_an_unknown_company_and_an_empty_one_look_alike(web: Boards, tmp_path: Path) -> None:
    web.answers(LIST, pages(0))
    (outcome,) = await run(tmp_path, "smartrecruiters:acme")
    assert (outcome.entry.status, outcome.entry.note) == ("ok", smartrecruiters.EMPTY)


JOB_PAGE = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Nurse"}</script>'


async def test_a_page_is_a_board_of_its_own(web: Boards, tmp_path: Path) -> None:
    web.answers("/job/1", JOB_PAGE, "<p>This job is no longer open.</p>")
    web.answers("/about", "<p>About us</p>")
    (first,) = await run(tmp_path, f"jsonld:{web.url}/job/1", day=MONDAY)
    (second,) = await run(tmp_path, f"jsonld:{web.url}/job/1", day=TUESDAY)
    (other,) = await run(tmp_path, f"jsonld:{web.url}/about", day=TUESDAY)
    assert (first.entry.status, first.entry.postings) == ("ok", 1)
    assert (second.entry.status, second.entry.gone) == ("ok", 1)
    assert (other.entry.status, "JobPosting" in other.entry.note) == ("failed", True)
    assert len(list((tmp_path / "jsonld").glob("127.0.0.1-*.jsonl"))) == 1


async def test_a_page_of_this_machine_is_not_asked_unless_it_is_named(
    web: Boards, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.answers("/job/1", JOB_PAGE)
    monkeypatch.delenv("PARLEY_JSONLD_URL")
    (refused,) = await run(tmp_path, f"jsonld:{web.url}/job/1")
    assert (refused.entry.status, web.asked) == ("failed", [])
    assert "127.0.0.1, which is not on the public internet: where the site is yours, PARLEY_JSONLD_URL" in (
        refused.entry.note
    )
    monkeypatch.setenv("PARLEY_JSONLD_URL", "http://127.0.0.1:9")
    (other,) = await run(tmp_path, f"jsonld:{web.url}/job/1")
    assert (other.entry.status, web.asked) == ("failed", [])
    monkeypatch.setenv("PARLEY_JSONLD_URL", f"{web.url}/careers")
    (named,) = await run(tmp_path, f"jsonld:{web.url}/job/1")
    assert named.entry.status == "ok"


async def test_a_redirect_to_what_listens_on_this_machine_is_not_followed(
    web: Boards, tmp_path: Path
) -> None:
    with serving() as other:
        web.answers("/lever/acme", Sent("", 302, {"Location": f"{other.url}/metadata"}))
        other.answers("/metadata", [])
        web.answers("/lever/moved", Sent("", 301, {"Location": "/lever/here"}))
        web.answers("/lever/here", [{"id": "a", "text": "Engineer"}])
        away, moved = await run(tmp_path, "lever:acme", "lever:moved")
        assert other.asked == []
    assert (away.entry.status, moved.entry.status) == ("failed", "ok")
    assert "redirects to 127.0.0.1, which is not on the public internet" in away.entry.note


async def test_jobs_of_one_number_stay_apart_over_pages_and_crawls(web: Boards, tmp_path: Path) -> None:
    for title in ("Nurse", "Porter"):
        job = {"@type": "JobPosting", "title": title, "identifier": {"name": "Acme", "value": "EMP1"}}
        page = f'<script type="application/ld+json">{json.dumps(job)}</script>'
        web.answers(f"/job/{title}", page)
    for day in (MONDAY, TUESDAY):
        outcomes = await run(
            tmp_path, *(f"jsonld:{web.url}/job/{title}" for title in ("Nurse", "Porter")), day=day
        )
    assert [each.entry.new for each in outcomes] == [0, 0]
    lines = [line for file in tmp_path.rglob("*.jsonl") for line in file.read_text("utf-8").splitlines()]
    assert len({json.loads(line)["id"] for line in lines}) == len(lines) == 2
