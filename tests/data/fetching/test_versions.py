"""Pay that changes while a posting stays open, and the days and names under which postings are kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from data.fetching.crawl import DayError, crawl
from data.fetching.ledger import FILE, JOURNAL
from data.fetching.start import bases
from data.posting import Posting, from_json
from data.sources.boards import board

from .server import Boards, Sent
from .test_crawl import GREEN, MONDAY, QUICK, TUESDAY, WEDNESDAY, job, jobs, run

THURSDAY = "2026-08-06"


def paid(*figures: int) -> dict[str, Any]:
    ranges = [
        {"min_cents": low * 100_000, "max_cents": (low + 20) * 100_000, "currency_type": "USD", "title": zone}
        for low, zone in zip(figures, ("Annual Salary Range", "Austin, TX"), strict=False)
    ]
    return {"jobs": [job(1, pay_input_ranges=ranges)]}


def worded(text: str) -> dict[str, Any]:
    return {"jobs": [job(1, content=text)]}


def rows(folder: Path) -> list[Posting]:
    lines = (folder / "greenhouse/acme.jsonl").read_text(encoding="utf-8").splitlines()
    return list(map(from_json, map(json.loads, lines)))


def told(folder: Path) -> list[tuple[str, str, list[float | None]]]:
    return [(each.first_seen, each.last_seen, [pay.low for pay in each.pay]) for each in rows(folder)]


async def test_pay_that_was_raised_is_kept_as_it_was(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, paid(150), paid(150), paid(155), paid(155))
    for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY):
        (outcome,) = await run(tmp_path, "greenhouse:acme", day=day)
        assert outcome.entry.new == (day == MONDAY)
    assert told(tmp_path) == [(MONDAY, TUESDAY, [150_000]), (WEDNESDAY, THURSDAY, [155_000])]
    earlier, newest = rows(tmp_path)
    assert earlier.id == newest.id
    assert (earlier.description, newest.description) == (None, "Build things.")


async def test_pay_in_the_words_is_kept_as_it_was_read(web: Boards, tmp_path: Path) -> None:
    before, after = (f"The base salary range is ${low},000 - $180,000 a year." for low in (150, 155))
    web.answers(GREEN, worded(before), worded(f"We moved. {before}"), worded(after))
    for day in (MONDAY, TUESDAY, WEDNESDAY):
        await run(tmp_path, "greenhouse:acme", day=day)
    assert told(tmp_path) == [(MONDAY, TUESDAY, [150_000]), (WEDNESDAY, WEDNESDAY, [])]
    assert rows(tmp_path)[1].description == after


async def test_ranges_in_another_order_are_no_change(web: Boards, tmp_path: Path) -> None:
    turned = paid(150, 140)
    turned["jobs"][0]["pay_input_ranges"].reverse()
    web.answers(GREEN, paid(150, 140), turned)
    for day in (MONDAY, TUESDAY):
        await run(tmp_path, "greenhouse:acme", day=day)
    assert len(rows(tmp_path)) == 1


async def test_pay_that_stood_for_less_than_a_day_stood_in_no_week(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, paid(150), paid(155), paid(160), paid(165))
    for day in (MONDAY, MONDAY, TUESDAY, TUESDAY):
        await run(tmp_path, "greenhouse:acme", day=day)
    assert told(tmp_path) == [(MONDAY, MONDAY, [155_000]), (TUESDAY, TUESDAY, [165_000])]


async def test_pay_changed_in_a_second_crawl_of_a_day_stood_until_the_day_before(
    web: Boards, tmp_path: Path
) -> None:
    web.answers(GREEN, paid(150), paid(150), paid(155))
    for day in (MONDAY, WEDNESDAY, WEDNESDAY):
        await run(tmp_path, "greenhouse:acme", day=day)
    assert told(tmp_path) == [(MONDAY, TUESDAY, [150_000]), (WEDNESDAY, WEDNESDAY, [155_000])]


async def test_earlier_pay_survives_unchanged_answers_and_the_end_of_the_posting(
    web: Boards, tmp_path: Path
) -> None:
    web.answers(GREEN, paid(150), Sent(paid(155), headers={"ETag": '"a"'}))
    for day in (MONDAY, TUESDAY, WEDNESDAY):
        (outcome,) = await run(tmp_path, "greenhouse:acme", day=day)
    assert outcome.entry.status == "unchanged"
    web.answers(GREEN, jobs(2))
    (last,) = await run(tmp_path, "greenhouse:acme", day=THURSDAY)
    assert (last.entry.new, last.entry.gone) == (1, 1)
    assert told(tmp_path) == [
        (MONDAY, MONDAY, [150_000]),
        (TUESDAY, WEDNESDAY, [155_000]),
        (THURSDAY, THURSDAY, []),
    ]


async def test_the_name_a_person_gives_an_employer_holds_for_every_collector_and_row(
    web: Boards, tmp_path: Path
) -> None:
    web.answers("/lever/acme", [{"id": "a", "text": "Engineer"}])
    page = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Nurse", "url": "/1", '
    web.answers("/page", page + '"hiringOrganization": {"name": "Acme Hospitals Inc"}}</script>')
    web.answers(GREEN, paid(150), paid(155), Sent(jobs(2), headers={"ETag": '"a"'}))
    for day in (MONDAY, TUESDAY, WEDNESDAY):
        await run(tmp_path, "greenhouse:acme", day=day)
    assert {each.employer for each in rows(tmp_path)} == {"Acme"}
    named = [
        board(each, "Acme Works") for each in ("lever:acme", "greenhouse:acme", f"jsonld:{web.url}/page")
    ]
    await crawl(named, tmp_path, THURSDAY, manners=QUICK, bases=bases())
    lines = [line for file in tmp_path.rglob("*.jsonl") for line in file.read_text("utf-8").splitlines()]
    assert len(lines) == 5
    assert {json.loads(line)["employer"] for line in lines} == {"Acme Works"}


@pytest.mark.parametrize("left", [FILE, JOURNAL])
async def test_a_day_before_the_last_crawl_is_refused_and_nothing_is_asked(
    web: Boards, tmp_path: Path, left: str
) -> None:
    web.answers(GREEN, jobs(1))
    await run(tmp_path, "greenhouse:acme", day=TUESDAY)
    if left == JOURNAL:  # as a crawl that was killed leaves it
        entries = json.loads((tmp_path / FILE).read_text("utf-8"))["boards"]
        (tmp_path / JOURNAL).write_text(f'{{"day": "{TUESDAY}"}}\n{json.dumps(entries)}\n', "utf-8")
        (tmp_path / FILE).unlink()
    before, asked = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}, len(web.asked)
    with pytest.raises(DayError, match=f"greenhouse:acme was crawled on {TUESDAY} already"):
        await run(tmp_path, "lever:acme", "greenhouse:acme", day=MONDAY)
    assert len(web.asked) == asked
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == before
    (other,) = await run(tmp_path, "lever:acme", day=MONDAY)
    assert other.entry.status == "dead"
