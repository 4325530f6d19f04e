"""Boards that come in pages, with the descriptions elsewhere; and pages with JSON-LD."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from data.fetching.answers import NO_DETAILS
from data.sources import smartrecruiters

from .server import Asked, Boards, Sent
from .test_crawl import MONDAY, TUESDAY, kept, run

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
