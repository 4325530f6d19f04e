from __future__ import annotations

import asyncio
import threading

from adapters.slack.work import Work
from bot.turn import Reply, Said, Turn, Who

from ..scripting import ScriptedEngine

TURN = Turn(Who("slack", "U1", "T1"), "dm", Said("hello"))


async def test_past_its_capacity_people_are_asked_to_come_back() -> None:
    held = threading.Event()

    def slowly(_turn: Turn) -> Reply:
        held.wait(10)
        return Reply("at last", "help")

    work = Work(ScriptedEngine(slowly), threads=1, waiting=1)
    waiting = [asyncio.create_task(work.respond(TURN)) for _ in range(2)]
    await asyncio.sleep(0)
    turned_away = await work.respond(TURN)
    held.set()
    assert "a lot of people" in turned_away.text
    assert [reply.text for reply in await asyncio.gather(*waiting)] == ["at last", "at last"]
    assert (await work.respond(TURN)).text == "at last"
    await work.drain()
