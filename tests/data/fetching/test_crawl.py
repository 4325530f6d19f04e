"""Crawls of a server on this machine: what is asked, how often, and what stands on the shelf after."""

from __future__ import annotations

import json
import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from data.fetching.alone import LOCK
from data.fetching.crawl import Outcome, crawl
from data.fetching.ledger import FILE, JOURNAL, last_days
from data.fetching.manners import Manners
from data.fetching.start import bases
from data.posting import Posting, from_json
from data.sources.boards import Board, board

from .server import Asked, Boards, Sent

QUICK = Manners(connections=4, pace=0.0, attempts=3, wait=0.01, patience=2.0, timeout=5.0, largest=100_000)
MONDAY, TUESDAY, WEDNESDAY = "2026-08-03", "2026-08-04", "2026-08-05"


def job(number: int, **told: Any) -> dict[str, Any]:
    """A job as Greenhouse lists it."""
    return {
        "id": number,
        "title": f"Engineer {number}",
        "company_name": "Acme",
        "location": {"name": "Austin, TX"},
        "first_published": "2026-07-01T09:00:00-04:00",
        "content": "&lt;p&gt;Build things.&lt;/p&gt;",
    } | told


def jobs(*numbers: int) -> dict[str, Any]:
    return {"jobs": [job(number) for number in numbers], "meta": {"total": len(numbers)}}


async def run(folder: Path, *named: str, day: str = MONDAY, manners: Manners = QUICK) -> list[Outcome]:
    boards: list[Board] = [board(each) for each in named]
    return await crawl(boards, folder, day, manners=manners, bases=bases())


def kept(folder: Path, file: str) -> dict[str, Posting]:
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    return {posting.id.rpartition(":")[2]: posting for posting in map(from_json, map(json.loads, lines))}


GREEN = "/greenhouse/acme/jobs"


async def test_a_board_becomes_a_file_of_postings(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, jobs(1, 2))
    (outcome,) = await run(tmp_path, "greenhouse:acme")
    assert (outcome.entry.status, outcome.entry.postings, outcome.entry.new) == ("ok", 2, 2)
    postings = kept(tmp_path, "greenhouse/acme.jsonl")
    assert postings["1"].description == "Build things."
    assert {each.first_seen for each in postings.values()} == {MONDAY}
    assert web.paths() == [f"{GREEN}?content=true&pay_transparency=true"]
    assert web.asked[0].headers["User-Agent"].startswith("Parley")


async def test_days_are_kept_over_crawls(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, jobs(1, 2), jobs(2, 3), jobs(1, 2, 3))
    await run(tmp_path, "greenhouse:acme", day=MONDAY)
    (second,) = await run(tmp_path, "greenhouse:acme", day=TUESDAY)
    assert (second.entry.postings, second.entry.new, second.entry.gone) == (2, 1, 1)
    postings = kept(tmp_path, "greenhouse/acme.jsonl")
    assert (postings["1"].first_seen, postings["1"].last_seen) == (MONDAY, MONDAY)
    assert (postings["2"].first_seen, postings["2"].last_seen) == (MONDAY, TUESDAY)
    assert (postings["3"].first_seen, postings["3"].last_seen) == (TUESDAY, TUESDAY)
    await run(tmp_path, "greenhouse:acme", day=WEDNESDAY)
    again = kept(tmp_path, "greenhouse/acme.jsonl")["1"]
    assert (again.first_seen, again.last_seen) == (MONDAY, WEDNESDAY)


async def test_an_unchanged_board_is_not_sent_again_and_stays_open(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, jobs(1, 2), Sent(jobs(2), headers={"ETag": 'W/"a"'}))
    for day in (MONDAY, TUESDAY):
        await run(tmp_path, "greenhouse:acme", day=day)
    (third,) = await run(tmp_path, "greenhouse:acme", day=WEDNESDAY)
    assert web.asked[-1].headers["If-None-Match"] == 'W/"a"'
    assert (third.entry.status, third.entry.postings) == ("unchanged", 1)
    postings = kept(tmp_path, "greenhouse/acme.jsonl")
    assert (postings["1"].last_seen, postings["2"].last_seen) == (MONDAY, WEDNESDAY)


async def test_a_last_modified_is_sent_back(web: Boards, tmp_path: Path) -> None:
    stamp = "Wed, 10 Jun 2026 17:48:08 GMT"
    web.answers(GREEN, Sent(jobs(1), headers={"Last-Modified": stamp}), Sent("", 304))
    await run(tmp_path, "greenhouse:acme")
    (second,) = await run(tmp_path, "greenhouse:acme", day=TUESDAY)
    assert web.asked[-1].headers["If-Modified-Since"] == stamp
    assert second.entry.status == "unchanged"


async def test_validators_are_forgotten_with_the_postings(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, Sent(jobs(1), headers={"ETag": '"a"'}))
    await run(tmp_path, "greenhouse:acme")
    (tmp_path / "greenhouse/acme.jsonl").unlink()
    (second,) = await run(tmp_path, "greenhouse:acme", day=TUESDAY)
    assert (second.entry.status, second.entry.postings) == ("ok", 1)


async def test_lines_that_were_lost_are_fetched_again_though_nothing_changed(
    web: Boards, tmp_path: Path
) -> None:
    web.answers(GREEN, Sent(jobs(*range(10)), headers={"ETag": '"a"'}))
    await run(tmp_path, "greenhouse:acme", day=MONDAY)
    file = tmp_path / "greenhouse/acme.jsonl"
    file.write_text("".join(file.read_text("utf-8").splitlines(keepends=True)[:3]), "utf-8")
    (second,) = await run(tmp_path, "greenhouse:acme", day=TUESDAY)
    assert (second.entry.status, second.entry.postings) == ("ok", 10)
    assert len(kept(tmp_path, "greenhouse/acme.jsonl")) == 10
    (third,) = await run(tmp_path, "greenhouse:acme", day=WEDNESDAY)
    assert third.entry.status == "unchanged"


async def test_a_posting_gone_within_a_day_is_not_opened_again_by_an_unchanged_answer(
    web: Boards, tmp_path: Path
) -> None:
    web.answers(GREEN, jobs(1, 2), Sent(jobs(2), headers={"ETag": '"a"'}))
    for day in (MONDAY, MONDAY, TUESDAY, WEDNESDAY):
        (outcome,) = await run(tmp_path, "greenhouse:acme", day=day)
    assert (outcome.entry.status, outcome.entry.postings) == ("unchanged", 1)
    assert kept(tmp_path, "greenhouse/acme.jsonl")["1"].last_seen == MONDAY


async def test_a_board_named_in_capitals_is_the_same_board(web: Boards, tmp_path: Path) -> None:
    web.answers("/ashby/Acme", {"jobs": [{"id": "a", "title": "Engineer"}]})
    web.answers("/ashby/acme", {"jobs": [{"id": "a", "title": "Engineer"}]})
    both = await run(tmp_path, "ashby:Acme", "ashby:acme", day=MONDAY)
    assert (len(both), len(web.asked)) == (1, 1)
    (second,) = await run(tmp_path, "ashby:Acme", day=TUESDAY)
    assert second.entry.new == 0
    assert [file.name for file in (tmp_path / "ashby").iterdir()] == ["acme.jsonl"]
    (posting,) = kept(tmp_path, "ashby/acme.jsonl").values()
    assert (posting.id, posting.employer) == ("ashby:acme:a", "Acme")


async def test_no_more_requests_at_once_than_allowed(web: Boards, tmp_path: Path) -> None:
    # Three that wait for one another show that three go at once; the delay shows a fourth.
    web.held, web.delay = threading.Barrier(3, timeout=20).wait, 0.02
    named = [f"lever:board{number}" for number in range(12)]
    for number in range(12):
        web.answers(f"/lever/board{number}", [])
    outcomes = await run(tmp_path, *named, manners=Manners(connections=3, pace=0.0))
    assert {each.entry.status for each in outcomes} == {"ok"}
    assert web.most_at_once == 3


async def test_requests_to_one_host_are_paced(web: Boards, tmp_path: Path) -> None:
    for number in range(4):
        web.answers(f"/lever/board{number}", [])
    began = time.monotonic()
    await run(tmp_path, *(f"lever:board{number}" for number in range(4)), manners=Manners(pace=0.1))
    # None can arrive before it is sent, nor be sent before its turn: a slow machine only adds to this.
    assert max(asked.at for asked in web.asked) - began >= 0.3


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
async def test_what_may_pass_is_tried_again(web: Boards, tmp_path: Path, status: int) -> None:
    web.answers(GREEN, Sent("later", status), jobs(1))
    (outcome,) = await run(tmp_path, "greenhouse:acme")
    assert (outcome.entry.status, len(web.asked)) == ("ok", 2)


@pytest.mark.parametrize("status", [400, 401, 403, 451])
async def test_what_will_not_pass_is_asked_once(web: Boards, tmp_path: Path, status: int) -> None:
    web.answers(GREEN, Sent("no", status))
    (outcome,) = await run(tmp_path, "greenhouse:acme")
    assert (outcome.entry.status, len(web.asked)) == ("failed", 1)
    assert str(status) in outcome.entry.note


def _in_a_second() -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=1.5), usegmt=True)


@pytest.mark.parametrize(("after", "least"), [(lambda: "1", 1.0), (_in_a_second, 0.4)])
async def test_retry_after_is_honoured(web: Boards, tmp_path: Path, after: Any, least: float) -> None:
    def busy(_asked: Asked) -> Sent:
        return Sent("slow down", 429, {"Retry-After": after()})

    web.answers(GREEN, busy, jobs(1))
    (outcome,) = await run(tmp_path, "greenhouse:acme")
    assert outcome.entry.status == "ok"
    assert web.asked[1].at - web.asked[0].at >= least


async def test_a_server_that_asks_for_an_hour_is_left_alone(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, Sent("slow down", 503, {"Retry-After": "3600"}))
    (outcome,) = await run(tmp_path, "greenhouse:acme")
    assert (outcome.entry.status, len(web.asked)) == ("failed", 1)
    assert outcome.entry.note == (
        "greenhouse:acme answered 503, and wants 3,600 seconds before the next request."
    )


async def test_one_bad_board_never_stops_the_others(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, jobs(1))
    web.answers("/greenhouse/broken/jobs", '{"jobs": [{"id": 1, "title": "Engi')
    web.answers("/greenhouse/busy/jobs", Sent("later", 503))
    web.answers("/greenhouse/page/jobs", "<!doctype html><title>Careers</title>")
    web.answers("/greenhouse/number/jobs", 7)
    web.answers("/greenhouse/deep/jobs", "[" * 50_000)
    web.answers("/greenhouse/loop/jobs", Sent("", 302, {"Location": "/greenhouse/loop/jobs"}))
    web.answers("/greenhouse/huge/jobs", "x" * 100_001)
    names = ("broken", "busy", "page", "number", "deep", "loop", "huge", "acme", "nobody")
    outcomes = {
        each.board.name: each.entry for each in await run(tmp_path, *(f"greenhouse:{name}" for name in names))
    }
    assert {name for name in names if outcomes[name].status == "failed"} == set(names) - {"acme", "nobody"}
    assert outcomes["acme"].status == "ok"
    assert "broken JSON" in outcomes["broken"].note
    assert "503" in outcomes["busy"].note
    assert "renamed" in outcomes["page"].note
    assert "redirects" in outcomes["loop"].note
    assert "more than" in outcomes["huge"].note
    assert not (tmp_path / "greenhouse/broken.jsonl").exists()


async def test_an_endless_answer_is_cut_off_while_it_streams(web: Boards, tmp_path: Path) -> None:
    import gzip

    body = gzip.compress(b" " * 50_000_000)
    assert len(body) < QUICK.largest
    web.answers(GREEN, Sent(body, headers={"Content-Encoding": "gzip"}))
    (outcome,) = await run(tmp_path, "greenhouse:acme")
    assert (outcome.entry.status, len(web.asked)) == ("failed", 1)
    assert "more than" in outcome.entry.note


async def test_a_server_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_LEVER_URL", "http://127.0.0.1:9")
    (outcome,) = await run(tmp_path, "lever:acme")
    assert outcome.entry.status == "failed"
    assert "cannot be reached" in outcome.entry.note


@pytest.mark.parametrize(
    ("named", "path", "sent"),
    [
        ("greenhouse:acme", GREEN, Sent({"status": 404, "error": "Job not found"}, 404)),
        ("lever:acme", "/lever/acme", Sent({"ok": False, "error": "Document not found"}, 404)),
        ("lever:acme", "/lever/acme", Sent({"ok": False, "error": "Document not found"})),
        ("ashby:acme", "/ashby/acme", Sent("Not Found", 404)),
        ("workable:acme", "/workable/acme", Sent({"error": "Not found"})),
        ("recruitee:acme", "/recruitee/acme/offers/", Sent("gone", 410)),
    ],
)
async def test_a_dead_board_is_reported_dead(
    web: Boards, tmp_path: Path, named: str, path: str, sent: Sent
) -> None:
    web.answers(path, sent)
    (outcome,) = await run(tmp_path, named)
    assert outcome.entry.status == "dead"


async def test_postings_of_a_board_that_died_keep_their_last_day(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, jobs(1), Sent("Not Found", 404))
    await run(tmp_path, "greenhouse:acme", day=MONDAY)
    (second,) = await run(tmp_path, "greenhouse:acme", day=TUESDAY)
    assert (second.entry.status, second.entry.seen) == ("dead", MONDAY)
    assert kept(tmp_path, "greenhouse/acme.jsonl")["1"].last_seen == MONDAY


async def test_a_crawl_that_was_cut_short_goes_on(web: Boards, tmp_path: Path) -> None:
    names = [f"greenhouse:board{number}" for number in range(6)]
    for number in range(6):
        web.answers(f"/greenhouse/board{number}/jobs", jobs(number))

    class CutShortError(BaseException):
        pass

    told: list[Outcome] = []

    def cut(outcome: Outcome) -> None:
        told.append(outcome)
        if len(told) >= 3:
            raise CutShortError

    with pytest.raises(BaseExceptionGroup):
        await crawl([board(each) for each in names], tmp_path, MONDAY, manners=QUICK, bases=bases(), told=cut)
    done = {each.board.name for each in told}
    # Killed in the middle of a line: what it says is not known.
    with (tmp_path / JOURNAL).open("a", encoding="utf-8") as journal:
        journal.write('{"greenhouse:board9": {"sta')
    web.asked.clear()
    outcomes = await run(tmp_path, *names)
    asked = {path.split("/")[2] for path in web.paths()}
    assert 3 <= len(done) < 6
    assert not asked & done
    assert {each.board.name for each in outcomes if each.earlier} >= done
    assert {each.entry.status for each in outcomes} == {"ok"}
    assert len(list((tmp_path / "greenhouse").iterdir())) == 6
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE, LOCK, "greenhouse"]


async def test_a_new_day_begins_anew(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, jobs(1))
    await run(tmp_path, "greenhouse:acme", day=MONDAY)
    entry = json.loads((tmp_path / FILE).read_text(encoding="utf-8"))["boards"]
    (tmp_path / FILE).unlink()
    lines = [json.dumps({"day": MONDAY}), json.dumps(entry)]
    (tmp_path / JOURNAL).write_text("\n".join(lines), encoding="utf-8")
    (outcome,) = await run(tmp_path, "greenhouse:acme", day=TUESDAY)
    assert (outcome.earlier, len(web.asked)) == (False, 2)
    # What the other day's journal held is not lost: the posting is known, not new.
    assert outcome.entry.new == 0


@pytest.mark.parametrize(
    "written",
    [
        "",
        "not JSON",
        "[]",
        '{"boards": {"greenhouse:acme": {"status": 7}}}',
        '{"boards": {"greenhouse:acme": {"status": "ok", "day": "2026-08-03", "seen": 7}}}',
    ],
)
async def test_a_broken_record_costs_no_postings(web: Boards, tmp_path: Path, written: str) -> None:
    web.answers(GREEN, jobs(1, 2), jobs(2))
    await run(tmp_path, "greenhouse:acme", day=MONDAY)
    (tmp_path / FILE).write_text(written, encoding="utf-8")
    with (tmp_path / "greenhouse/acme.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": 1}\nnot JSON\n')
    (second,) = await run(tmp_path, "greenhouse:acme", day=TUESDAY)
    assert (second.entry.new, second.entry.gone) == (0, 1)
    assert kept(tmp_path, "greenhouse/acme.jsonl")["2"].first_seen == MONDAY


@pytest.mark.parametrize("wrong", [{"seen": 7}, {"waits": None}, {"postings": "3"}, {"dropped": []}])
def test_an_entry_that_nobody_can_build_on_is_none(tmp_path: Path, wrong: dict[str, Any]) -> None:
    entry = {"status": "ok", "day": MONDAY, "seen": MONDAY, "postings": 3}
    for told, found in ((entry, {"lever:acme": MONDAY}), (entry | wrong, {})):
        (tmp_path / FILE).write_text(json.dumps({"boards": {"lever:acme": told}}), encoding="utf-8")
        assert last_days(tmp_path) == found


async def test_a_shrunken_answer_waits_for_a_second_one(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, jobs(*range(30)), jobs(1, 2), jobs(1, 2))
    await run(tmp_path, "greenhouse:acme", day=MONDAY)
    before = (tmp_path / "greenhouse/acme.jsonl").read_bytes()
    (second,) = await run(tmp_path, "greenhouse:acme", day=TUESDAY)
    assert (second.entry.status, second.entry.seen) == ("shrunken", MONDAY)
    assert (tmp_path / "greenhouse/acme.jsonl").read_bytes() == before
    assert len(kept(tmp_path, "greenhouse/acme.shrunken")) == 2
    (third,) = await run(tmp_path, "greenhouse:acme", day=WEDNESDAY)
    assert (third.entry.status, third.entry.postings, third.entry.gone) == ("ok", 2, 28)
    assert not (tmp_path / "greenhouse/acme.shrunken").exists()


async def test_a_shrunken_answer_is_not_believed_on_the_day_it_came(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, jobs(*range(30)), jobs(1, 2))
    await run(tmp_path, "greenhouse:acme", day=MONDAY)
    for _ in range(3):
        (again,) = await run(tmp_path, "greenhouse:acme", day=TUESDAY)
        assert (again.entry.status, again.entry.postings) == ("shrunken", 30)
    assert len(kept(tmp_path, "greenhouse/acme.jsonl")) == 30
    web.answers(GREEN, Sent("no", 500))
    await run(tmp_path, "greenhouse:acme", day=TUESDAY)
    web.answers(GREEN, jobs(1, 2))
    (later,) = await run(tmp_path, "greenhouse:acme", day=WEDNESDAY)
    assert (later.entry.status, later.entry.gone, later.entry.waits) == ("ok", 28, "")


async def test_another_small_answer_waits_anew(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, jobs(*range(30)), jobs(1, 2), jobs(7, 8, 9), jobs(7, 8, 9))
    for day in (MONDAY, TUESDAY, WEDNESDAY):
        (outcome,) = await run(tmp_path, "greenhouse:acme", day=day)
    assert (outcome.entry.status, outcome.entry.waits) == ("shrunken", WEDNESDAY)
    (fourth,) = await run(tmp_path, "greenhouse:acme", day="2026-08-06")
    assert (fourth.entry.status, fourth.entry.postings) == ("ok", 3)


async def test_a_shrunken_answer_that_was_a_fault_is_forgotten(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, jobs(*range(30)), jobs(), jobs(*range(29)), jobs(5))
    for day in (MONDAY, TUESDAY):
        await run(tmp_path, "greenhouse:acme", day=day)
    (third,) = await run(tmp_path, "greenhouse:acme", day=WEDNESDAY)
    assert (third.entry.status, third.entry.gone) == ("ok", 1)
    (fourth,) = await run(tmp_path, "greenhouse:acme", day="2026-08-06")
    assert fourth.entry.status == "shrunken"


async def test_a_small_board_may_lose_its_postings(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, jobs(*range(19)), jobs(), jobs())
    await run(tmp_path, "greenhouse:acme", day=MONDAY)
    (second,) = await run(tmp_path, "greenhouse:acme", day=TUESDAY)
    assert (second.entry.status, second.entry.gone) == ("ok", 19)
    (third,) = await run(tmp_path, "greenhouse:acme", day=WEDNESDAY)
    assert third.entry.gone == 0
