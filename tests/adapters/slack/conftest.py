"""The app under test, reached over both roads Slack knows."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Protocol

import aiohttp
import pytest
import uvicorn

from adapters.slack.app import make_app
from adapters.slack.http import http_app
from adapters.slack.serve import serve_socket
from adapters.slack.settings import Settings
from tests.adapters.slack.fake import SECRET, FakeSlack, posted, signed
from tests.adapters.slack.scripted import Scripted


class Road(Protocol):
    """How Slack's events reach the app."""

    async def send(self, kind: str, payload: dict[str, Any]) -> None:
        """Hand over one event and wait until it is acknowledged."""


class SocketRoad:
    def __init__(self, slack: FakeSlack) -> None:
        self._slack = slack

    async def send(self, kind: str, payload: dict[str, Any]) -> None:
        await self._slack.push(kind, payload)


class HttpRoad:
    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self.session = session

    async def send(self, kind: str, payload: dict[str, Any]) -> None:
        body, content_type = posted(kind, payload)
        status, _ = await self.post(body, {"content-type": content_type, **signed(body)})
        assert status == 200

    async def post(self, body: str, headers: dict[str, str]) -> tuple[int, str]:
        async with self.session.post(f"{self.url}/slack/events", data=body, headers=headers) as answer:
            return answer.status, await answer.text()


def settings(slack: FakeSlack) -> Settings:
    return Settings("xoxb-test", "xapp-test", SECRET, f"{slack.url}/api/")


@asynccontextmanager
async def served_by_socket(slack: FakeSlack, engine: Any) -> AsyncIterator[SocketRoad]:
    stop = asyncio.Event()
    serving = asyncio.create_task(serve_socket(make_app(engine, settings(slack)), stop, ping_seconds=0.2))
    try:
        await slack.until(lambda: slack.connections > 0)
        yield SocketRoad(slack)
    finally:
        stop.set()
        await asyncio.wait_for(serving, 10)


@asynccontextmanager
async def served_by_http(slack: FakeSlack, engine: Any) -> AsyncIterator[HttpRoad]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    app = http_app(make_app(engine, settings(slack)))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, ws="none", lifespan="on"))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        while not server.started:
            await asyncio.sleep(0.005)
        async with aiohttp.ClientSession() as session:
            yield HttpRoad(f"http://127.0.0.1:{listening.getsockname()[1]}", session)
    finally:
        server.should_exit = True
        await asyncio.wait_for(serving, 10)
        listening.close()


@pytest.fixture
def engine() -> Scripted:
    return Scripted()


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack() as server:
        yield server
    assert server.faults == []


@pytest.fixture(params=["socket", "http"])
async def road(request: pytest.FixtureRequest, slack: FakeSlack, engine: Scripted) -> AsyncIterator[Road]:
    serve = served_by_socket if request.param == "socket" else served_by_http
    async with serve(slack, engine) as found:
        yield found


@pytest.fixture
async def http(slack: FakeSlack, engine: Scripted) -> AsyncIterator[HttpRoad]:
    async with served_by_http(slack, engine) as found:
        yield found
