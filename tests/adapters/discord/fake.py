"""A Discord small enough to read, on 127.0.0.1: the REST calls the bot makes, and a gateway."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

TOKEN = "fake-token-for-tests"
APPLICATION = "900"
_USER = {"id": "42", "username": "ann", "discriminator": "0", "avatar": None, "global_name": "Ann"}
_BOT = {"id": APPLICATION, "username": "parley", "discriminator": "0", "avatar": None, "bot": True}

_APPLICATION = {
    "id": APPLICATION,
    "name": "Parley",
    "icon": None,
    "description": "",
    "owner": _USER,
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "",
    "flags": 0,
    "team": None,
}


@dataclass
class Sent:
    """A request that arrived: method, path below the version, JSON body, names of files."""

    method: str
    path: str
    json: Any
    files: tuple[str, ...] = ()


@dataclass
class FakeDiscord:
    address: str = ""
    sent: list[Sent] = field(default_factory=list)
    commands: list[dict[str, Any]] = field(default_factory=list)
    identified: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    shards: list[list[int]] = field(default_factory=list)
    beats: int = 0
    resumed: int = 0
    ended: set[str] = field(default_factory=set)
    _arrived: asyncio.Condition = field(default_factory=asyncio.Condition)
    _numbers: Any = field(default_factory=lambda: itertools.count(1000))
    _sequence: Any = field(default_factory=lambda: itertools.count(1))

    @property
    def api_url(self) -> str:
        return f"http://{self.address}/api/v10"

    @property
    def gateway_url(self) -> str:
        return f"ws://{self.address}/gateway"

    async def wait_for(self, method: str, ending: str, count: int = 1) -> list[Sent]:
        """Wait until `count` requests of this kind have arrived."""

        def found() -> list[Sent]:
            return [s for s in self.sent if s.method == method and s.path.endswith(ending)]

        async with asyncio.timeout(10), self._arrived:
            await self._arrived.wait_for(lambda: len(found()) >= count)
        return found()

    async def interaction(self, kind: int, data: dict[str, Any]) -> str:
        """Send INTERACTION_CREATE from a person in a direct message; returns its id."""
        number = str(next(self._numbers))
        await self.dispatch(
            "INTERACTION_CREATE",
            {
                "id": number,
                "application_id": APPLICATION,
                "type": kind,
                "token": f"token-{number}",
                "version": 1,
                "data": data,
                "channel_id": "77",
                "channel": {"id": "77", "type": 1, "recipients": [_USER]},
                "user": _USER,
                "locale": "en-US",
                "entitlements": [],
                "authorizing_integration_owners": {"1": "42"},
                "context": 1,
                "app_permissions": "0",
                "attachment_size_limit": 1000000,
            },
        )
        return number

    async def direct_message(self, content: str) -> None:
        await self.dispatch("MESSAGE_CREATE", self.message(content, _USER))

    def message(self, content: str, author: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": str(next(self._numbers)),
            "channel_id": "77",
            "channel_type": 1,
            "author": author,
            "content": content,
            "timestamp": "2026-09-01T00:00:00+00:00",
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "pinned": False,
            "type": 0,
            "flags": 0,
            "components": [],
        }

    async def dispatch(self, event: str, data: dict[str, Any]) -> None:
        await self.sockets[-1].send_json({"op": 0, "t": event, "s": next(self._sequence), "d": data})

    async def rest(self, request: web.Request) -> web.Response:
        path = request.path.removeprefix("/api/v10")
        open_to_all = path.startswith(("/interactions", "/webhooks"))
        if not open_to_all and request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        body, files = await _body(request)
        self.sent.append(Sent(request.method, path, body, files))
        async with self._arrived:
            self._arrived.notify_all()
        return self._answer(request.method, path, body)

    def _answer(self, method: str, path: str, body: Any) -> web.Response:
        match path.strip("/").split("/"):
            case ["users", "@me"]:
                answer: Any = _BOT
            case ["oauth2", "applications", "@me"]:
                answer = _APPLICATION
            case ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
                answer = {"url": self.gateway_url, "shards": 1, "session_start_limit": limit}
            case ["applications", _, "commands"]:
                if method == "PUT":
                    self.commands = [
                        {"type": 1, **command, "id": str(n), "application_id": APPLICATION, "description":
                         command.get("description", ""), "version": "1"}
                        for n, command in enumerate(body, 1)
                    ]  # fmt: skip
                answer = self.commands
            case ["interactions", number, _, "callback"]:
                if number in self.ended:
                    return _json({"message": "Unknown interaction", "code": 10062}, status=404)
                answer = {"interaction": {"id": number, "type": 2}}
            case ["webhooks", *_] | ["channels", _, "messages"]:
                answer = self.message((body or {}).get("content", ""), _BOT)
            case _:
                return _json({"message": "404: Not Found", "code": 0}, status=404)
        return _json(answer)

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 200}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            payload = json.loads(message.data)
            if payload["op"] == 1:
                self.beats += 1
                await socket.send_json({"op": 11})
            elif payload["op"] == 2:
                await self._ready(payload["d"])
            elif payload["op"] == 6:
                self.resumed += 1
                await self.dispatch("RESUMED", {})
                await self.identified.put(payload["d"])
        return socket

    async def _ready(self, identity: dict[str, Any]) -> None:
        self.shards.append(identity["shard"])
        ready = {
            "v": 10,
            "user": _BOT,
            "guilds": [],
            "session_id": "a-session",
            "resume_gateway_url": self.gateway_url,
            "shard": identity["shard"],
            "application": {"id": APPLICATION, "flags": 0},
        }
        await self.dispatch("READY", ready)
        await self.identified.put(identity)


def _json(answer: Any, status: int = 200) -> web.Response:
    # The library reads JSON only where the type is exactly this, without a charset.
    return web.Response(
        body=json.dumps(answer).encode(), status=status, headers={"Content-Type": "application/json"}
    )


async def _body(request: web.Request) -> tuple[Any, tuple[str, ...]]:
    if request.content_type == "application/json":
        return await request.json(), ()
    if request.content_type == "multipart/form-data":
        form = await request.post()
        files = tuple(part.filename for part in form.values() if isinstance(part, web.FileField))
        return json.loads(str(form["payload_json"])), files
    return None, ()


@asynccontextmanager
async def running() -> AsyncIterator[FakeDiscord]:
    """Run a fake Discord for the length of a test."""
    fake = FakeDiscord()
    app = web.Application()
    app.router.add_get("/gateway", fake.gateway)
    app.router.add_get("/gateway/", fake.gateway)
    app.router.add_route("*", "/api/v10/{rest:.*}", fake.rest)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    fake.address = f"{host}:{port}"
    try:
        yield fake
    finally:
        for socket in fake.sockets:
            await socket.close()
        await runner.cleanup()
