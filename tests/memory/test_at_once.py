"""Many at once, and killed in the middle: nothing is lost, nothing crosses from one person to another.

The long versions: `make soak`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.engine import Engine
from bot.market.database import Market
from bot.memory.case import Case
from bot.memory.store import Store
from bot.turn import Said, Turn, Who
from tests.memory.crowd import crowd

NOW = datetime.now(UTC)
ADA = Who("slack", "U1", "T1")
KILLS = 20
Open = Callable[[], Store]


def test_a_crowd_on_two_engines_gets_its_own_back(tmp_path: Path, url: str | None, market: Market) -> None:
    users = 20 if url is None else 50
    assert crowd(tmp_path / "home", url, market, users, turns=users * 25) == []


def test_one_person_on_two_engines_never_loses_what_was_said_before(market: Market, opened: Open) -> None:
    engines = [Engine(market, opened()) for _ in range(2)]
    told = ["/profile floor 150k", "/profile Denver", "/profile senior", "/profile targets ai-lab"]
    refused: list[str] = []

    def say(number: int) -> None:
        reply = engines[number % 2].respond(Turn(ADA, "dm", Said(told[number])))
        if reply.intent != "profile":
            refused.append(told[number])

    threads = [threading.Thread(target=say, args=(number,)) for number in range(len(told))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    case = opened().load(ADA, NOW).case
    kept = {
        told[0]: case.floor == 150_000,
        told[1]: case.me.place is not None,
        told[2]: case.me.level == "senior",
        told[3]: case.targets == ("ai-lab",),
    }
    assert refused == [words for words, there in kept.items() if not there] == []


def test_a_killed_writer_leaves_all_it_was_told_is_kept(tmp_path: Path, url: str | None) -> None:
    command = [sys.executable, "-m", "tests.memory.killed", str(tmp_path / "home"), str(KILLS)]
    done = subprocess.run([*command, *([url] if url else [])], capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == KILLS
    for line in lines:
        assert line["held"] in (line["told"], line["told"] + 1)  # one more may be kept than it was told of
        assert (line["sealed"], line["whole"]) == (False, "ok")
    assert [line["told"] for line in lines] == sorted({line["told"] for line in lines})


def test_a_forgotten_person_stays_forgotten_while_they_talk(market: Market, opened: Open) -> None:
    """A turn that began before the wish is taken again on the empty case, and keeps only its own words."""
    engines = [Engine(market, opened()) for _ in range(2)]
    for _ in range(5):
        engines[0].respond(Turn(ADA, "dm", Said("/profile floor 150k, Denver")))
        threads = [
            threading.Thread(target=engine.respond, args=(Turn(ADA, "dm", Said(text)),))
            for engine, text in zip(engines, ("/forget now", "/profile senior"), strict=True)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        case = opened().load(ADA, datetime.now(UTC)).case
        assert case == Case(me=case.me)
        assert (case.floor, case.me.place) == (None, None)
        engines[0].respond(Turn(ADA, "dm", Said("/forget now")))
