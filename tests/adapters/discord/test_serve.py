"""`parley discord` as a whole, over real sockets, against a Discord on this machine."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.client import make_client
from adapters.discord.serve import main, serve
from adapters.discord.settings import Settings
from bot.turn import Button, Clicked, File, Invoked, Reply, Said, Submitted

from .fake import TOKEN, FakeDiscord, running
from .schema import check
from .scripted import OFFER_FORM, Scripted

CANARY = "canary-90210"


@pytest.fixture(autouse=True)
def addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the library's addresses back afterwards: they are its own for the process."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)


@pytest.fixture
async def fake() -> AsyncIterator[FakeDiscord]:
    async with running() as discord:
        yield discord


def settings(fake: FakeDiscord, **more: str) -> Settings:
    environ = {
        "DISCORD_TOKEN": TOKEN,
        "DISCORD_API_URL": fake.api_url,
        "DISCORD_GATEWAY_URL": fake.gateway_url,
    }
    return Settings.from_env(environ | more)


@asynccontextmanager
async def serving(fake: FakeDiscord, engine: Scripted, **more: str) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(serve(settings(fake, **more), engine))
    ready = asyncio.create_task(fake.identified.get())
    await asyncio.wait({task, ready}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
    assert ready.done(), task
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait({task}, timeout=10)


async def test_a_person_is_served_from_the_first_command_to_the_last(
    fake: FakeDiscord, engine: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    engine.answer = lambda turn: Reply(
        text=f"Read {CANARY}",
        intent="offer",
        actions=(Button("Counter", "offer.counter", "1"),),
        file=File("letter.txt", "Dear team"),
        form=OFFER_FORM if isinstance(turn.event, Invoked) else None,
    )
    async with serving(fake, engine):
        brought = [sent for sent in fake.sent if sent.method == "PUT"]
        assert {command["name"] for command in brought[0].json} >= {"median", "offer"}
        await fake.interaction(2, {"id": "2", "name": "offer", "type": 1})
        modal = (await fake.wait_for("POST", "/callback"))[0].json
        assert modal["type"] == 9
        form = modal["data"]
        values = [
            {
                "type": 18,
                "component": {"type": 4, "custom_id": row["component"]["custom_id"], "value": CANARY},
            }
            for row in form["components"]
        ]
        await fake.interaction(5, {"custom_id": form["custom_id"], "components": values})
        answer = (await fake.wait_for("POST", "/callback", 2))[1]
        assert answer.json["data"]["content"] == f"Read {CANARY}"
        assert answer.json["data"]["flags"] & 64
        assert answer.files == ("letter.txt",)
        pressed = answer.json["data"]["components"][0]["components"][0]["custom_id"]
        await fake.interaction(3, {"custom_id": pressed, "component_type": 2})
        await fake.wait_for("POST", "/callback", 3)
        await fake.direct_message(CANARY)
        await fake.wait_for("POST", "/messages")
    assert [turn.event for turn in engine.turns] == [
        Invoked("offer"),
        Submitted("offer", {"text": CANARY, "floor": CANARY}),
        Clicked("offer.counter", "1"),
        Said(CANARY),
    ]
    for sent in fake.sent:
        check(sent.method, sent.path, sent.json)
    assert CANARY not in caplog.text
    assert TOKEN not in caplog.text


async def test_commands_that_stand_already_are_not_brought_again(fake: FakeDiscord, engine: Scripted) -> None:
    async with serving(fake, engine):
        pass
    async with serving(fake, engine):
        pass
    assert len([sent for sent in fake.sent if sent.method == "PUT"]) == 1


async def test_a_slow_engine_is_deferred_in_time_and_others_are_not_kept_waiting(
    fake: FakeDiscord, engine: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.discord.serve.make_client", lambda e, s: make_client(e, s, patience=0.1))
    engine.seconds = 0.6
    async with serving(fake, engine):
        loop = asyncio.get_running_loop()
        before = loop.time()
        await fake.interaction(2, {"id": "1", "name": "help", "type": 1})
        deferred = (await fake.wait_for("POST", "/callback"))[0].json
        assert loop.time() - before < 0.5
        assert deferred == {"type": 5, "data": {"flags": 64}}
        engine.seconds = 0.0
        await fake.interaction(4, {"id": "1", "name": "median", "type": 1, "options": [
            {"type": 3, "name": "role", "value": "x", "focused": True}]})  # fmt: skip
        await fake.wait_for("POST", "/callback", 2)
        assert not [sent for sent in fake.sent if sent.path.startswith("/webhooks")]
        follow = next(iter(await fake.wait_for("POST", "/token-1000")))
        assert follow.json["content"] == "Hello"


async def test_an_unknown_interaction_is_let_go(
    fake: FakeDiscord, engine: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(fake, engine):
        fake.ended.add("1000")
        await fake.interaction(2, {"id": "1", "name": "help", "type": 1})
        await fake.interaction(2, {"id": "1", "name": "help", "type": 1})
        await fake.wait_for("POST", "/callback", 2)
        assert not [sent for sent in fake.sent if sent.path.startswith("/webhooks")]
    # Said once by the library where it finds no voice codecs.
    loud = [r for r in caplog.records if r.levelno >= logging.WARNING and "voice" not in r.getMessage()]
    assert loud == []


async def test_a_dropped_gateway_is_taken_up_again(fake: FakeDiscord, engine: Scripted) -> None:
    async with serving(fake, engine):
        await fake.sockets[-1].send_json({"op": 7, "d": None})
        await asyncio.wait_for(fake.identified.get(), 10)
        assert fake.resumed == 1
        await fake.direct_message("still there?")
        await fake.wait_for("POST", "/messages")
        assert fake.beats > 0


async def test_shards_of_the_settings_are_the_ones_that_connect(fake: FakeDiscord, engine: Scripted) -> None:
    async with serving(fake, engine, DISCORD_SHARD_COUNT="4", DISCORD_SHARD_IDS="2"):
        pass
    assert fake.shards == [[2, 4]]


async def test_a_terminated_process_finishes_the_answer_under_way(
    fake: FakeDiscord, engine: Scripted
) -> None:
    engine.seconds = 0.3
    async with serving(fake, engine) as task:
        await fake.direct_message("hello")
        while not engine.turns:
            await asyncio.sleep(0.01)
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.wait({task}, timeout=10)
        assert task.done()
        assert task.exception() is None
    assert [sent.json["content"] for sent in fake.sent if sent.path.endswith("/messages")] == ["Hello"]


def test_without_a_token_a_sentence_says_what_to_set(
    engine: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    with pytest.raises(SystemExit, match="DISCORD_TOKEN is not set"):
        main(engine=engine)


async def test_a_refused_token_is_said_without_showing_it(fake: FakeDiscord, engine: Scripted) -> None:
    wrong = settings(fake, DISCORD_TOKEN="another-token")
    with pytest.raises(SystemExit, match="refused DISCORD_TOKEN") as stopped:
        await asyncio.to_thread(main, wrong, engine)
    assert "another-token" not in str(stopped.value)


def test_an_address_nobody_answers_at_is_said(engine: Scripted) -> None:
    nowhere = Settings(token=TOKEN, api_url="http://127.0.0.1:1/api/v10", shard_count=1)
    with pytest.raises(SystemExit, match=r"could not be reached at 127\.0\.0\.1:1"):
        main(nowhere, engine)


def test_the_library_is_left_at_its_own_address_without_settings() -> None:
    assert Route.BASE == "https://discord.com/api/v10"
    assert yarl.URL("wss://gateway.discord.gg/") == DiscordWebSocket.DEFAULT_GATEWAY
