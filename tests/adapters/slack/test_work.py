from __future__ import annotations

import asyncio
import threading

from adapters.slack.work import Work
from bot.engine import Engine
from bot.market.database import Market
from bot.memory.store import Store
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


async def test_twelve_lines_of_one_person_are_taken_in_order_and_none_is_lost(
    market: Market, store: Store
) -> None:
    work = Work(Engine(market, store))
    lines = ["Offer from Initech: Senior Software Engineer, San Francisco. Base $185,000"]
    lines += [f"/offer base is ${190 + n},000" for n in range(10)]
    lines.append("/offer")
    said = [Turn(TURN.who, "dm", Said(line)) for line in lines]
    replies = await asyncio.gather(*(work.respond_once(turn, f"key {n}") for n, turn in enumerate(said)))
    told = [reply.text if reply else "" for reply in replies]
    assert "$185,000" in told[0]
    for n in range(10):
        assert f"${190 + n},000" in told[1 + n]
        assert f"${189 + n if n else 185},000" in told[1 + n]  # what the line before left
    assert "$199,000" in told[-1]
    assert await work.respond_once(said[0], "key 0") is None
    await work.drain()


async def test_one_slow_person_keeps_nobody_else_waiting() -> None:
    held = threading.Event()

    def answer(turn: Turn) -> Reply:
        if turn.who.user == "U1":
            held.wait(10)
        return Reply(turn.who.user, "help")

    work = Work(ScriptedEngine(answer), threads=2)
    slow = [asyncio.create_task(work.respond(TURN)) for _ in range(4)]
    await asyncio.sleep(0)
    other = await asyncio.wait_for(work.respond(Turn(Who("slack", "U2", "T1"), "dm", Said("hello"))), 5)
    held.set()
    assert other.text == "U2"
    assert [reply.text for reply in await asyncio.gather(*slow)] == ["U1"] * 4
    await work.drain()
