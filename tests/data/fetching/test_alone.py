"""Crawls into one folder wait for no one and spoil nothing: the second is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.fetching.alone import BusyError
from data.fetching.crawl import Outcome, crawl
from data.fetching.ledger import last_days
from data.fetching.start import bases
from data.sources.boards import board

from .server import Boards
from .test_crawl import GREEN, MONDAY, QUICK, jobs, run


async def test_a_crawl_keeps_another_out_until_it_is_done(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, jobs(1))
    web.answers("/lever/acme", [{"id": "a", "text": "Engineer"}])
    refused: list[str] = []

    async def second() -> None:
        await run(tmp_path, "lever:acme")

    def told(_outcome: Outcome) -> None:
        # The first crawl has done a board and not yet written its record.
        with pytest.raises(BusyError) as error:
            second().send(None)
        refused.append(str(error.value))

    await crawl([board("greenhouse:acme")], tmp_path, MONDAY, manners=QUICK, bases=bases(), told=told)
    assert len(refused) == 1
    assert len(web.asked) == 1
    await run(tmp_path, "lever:acme")
    assert last_days(tmp_path) == {"greenhouse:acme": MONDAY, "lever:acme": MONDAY}


async def test_another_folder_is_free(web: Boards, tmp_path: Path) -> None:
    web.answers(GREEN, jobs(1))
    for name in ("one", "two"):
        (outcome,) = await run(tmp_path / name, "greenhouse:acme")
        assert outcome.entry.status == "ok"
