"""A small Slack on 127.0.0.1: Web API, response_url, Socket Mode and signed requests.

It keeps what the app sent, checks it as Slack would, and answers with Slack's errors. What it
refuses lands in `faults`, which the fixtures expect to be empty.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlencode

import aiohttp
from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from tests.adapters.slack.checks import message_faults, view_faults

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
TEAM, BOT = "T0001", "U0BOT"
MESSAGES = ("respond", "chat.postMessage", "chat.postEphemeral")
PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Call:
    """One thing the app did: a Web API method, or `respond`."""

    method: str
    payload: dict[str, Any]
    at: float = field(default_factory=time.monotonic)

    @property
    def shown(self) -> str:
        """The Markdown a person would read."""
        return "\n".join(b["text"] for b in self.payload.get("blocks", ()) if b["type"] == "markdown")

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """Every button and menu under the message."""
        return [e for b in self.payload.get("blocks", ()) if b["type"] == "actions" for e in b["elements"]]


class FakeSlack:
    """The server. Use it as an asynchronous context manager."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.faults: list[str] = []
        self.fail: dict[str, str] = {}
        self.url = ""
        self.connections = 0
        self.acks: dict[str, dict[str, Any]] = {}
        self._socket: web.WebSocketResponse | None = None
        self._happened = asyncio.Condition()
        self._numbers = itertools.count(1)
        self._triggers: set[str] = set()
        self._uses: dict[str, int] = {}
        app = web.Application()
        app.router.add_post("/api/{method}", self._api)
        app.router.add_get("/api/{method}", self._api)
        app.router.add_post("/respond/{number}", self._respond)
        app.router.add_get("/socket", self._serve_socket)
        app.router.add_get("/files/{name}", self._download)
        self.files: dict[str, tuple[bytes, str]] = {}
        self.downloads: list[str] = []
        self.info: dict[str, Any] = {}
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._socket is not None:
            await self._socket.close()
        await self._runner.cleanup()

    # What a person does ------------------------------------------------------------------

    def command(
        self, name: str, text: str = "", channel: str = "C0TEAM", user: str = "U0ANN"
    ) -> dict[str, Any]:
        """A slash command's payload."""
        return {
            "token": "old",
            "team_id": TEAM,
            "team_domain": "team",
            "channel_id": channel,
            "channel_name": "general",
            "user_id": user,
            "user_name": "ann",
            "command": name,
            "text": text,
            "api_app_id": "A0001",
            "is_enterprise_install": "false",
            "response_url": self.response_url(),
            "trigger_id": self._trigger(),
        }

    def message(self, text: str, event_id: str = "", user: str = "U0ANN", **more: Any) -> dict[str, Any]:
        """The envelope of a direct message to the app."""
        number = next(self._numbers)
        return {
            "token": "old",
            "team_id": TEAM,
            "api_app_id": "A0001",
            "event": {
                "type": "message",
                "user": user,
                "text": text,
                "ts": f"1700000000.{number:06}",
                "team": TEAM,
                "channel": "D0ANN",
                "channel_type": "im",
                "event_ts": f"1700000000.{number:06}",
                **more,
            },
            "type": "event_callback",
            "event_id": event_id or f"Ev{number:08}",
            "event_time": 1_700_000_000,
            "authorizations": [{"team_id": TEAM, "user_id": BOT, "is_bot": True}],
        }

    def shared(
        self, name: str, content: bytes, type_: str = "application/pdf", **more: Any
    ) -> dict[str, Any]:
        """A file as an event tells of it; it can be fetched from here with the app's token."""
        self.files[name] = (content, type_)
        return {
            "id": f"F{next(self._numbers):05}",
            "name": name,
            "mimetype": type_,
            "size": len(content),
            "url_private_download": f"{self.url}/files/{name}",
            **more,
        }

    def submission(self, opened: Call, values: dict[str, str], user: str = "U0ANN") -> dict[str, Any]:
        """A modal sent back as it was opened, with values typed into it."""
        view = opened.payload["view"]
        state = {
            block["block_id"]: {
                block["element"]["action_id"]: {
                    "type": "plain_text_input",
                    "value": values.get(block["block_id"]) or None,
                }
            }
            for block in view["blocks"]
        }
        return {
            **self._interaction("view_submission", user),
            "view": {**view, "id": "V0001", "hash": "1.x", "state": {"values": state}},
            "response_urls": [],
        }

    def click(
        self, element: dict[str, Any], choice: int = 0, channel: str = "C0TEAM", ephemeral: bool = True
    ) -> dict[str, Any]:
        """A press on a button, or a choice from a menu, of a message the app sent."""
        action = {
            "type": element["type"],
            "action_id": element["action_id"],
            "block_id": "b1",
            "action_ts": "1.1",
        }
        if element["type"] == "static_select":
            action["selected_option"] = element["options"][choice]
        elif "value" in element:
            action["value"] = element["value"]
        return {
            **self._interaction("block_actions"),
            "container": {
                "type": "message",
                "message_ts": "1.1",
                "channel_id": channel,
                "is_ephemeral": ephemeral,
            },
            "channel": {"id": channel, "name": "general"},
            "response_url": self.response_url(),
            "actions": [action],
        }

    def shortcut(
        self, text: str, callback_id: str = "critique_offer", channel: str = "C0TEAM"
    ) -> dict[str, Any]:
        """The message shortcut, used on a message somebody wrote."""
        return {
            **self._interaction("message_action"),
            "callback_id": callback_id,
            "channel": {"id": channel, "name": "general"},
            "message_ts": "1.1",
            "message": {"type": "message", "user": "U0BOB", "ts": "1.1", "text": text},
            "response_url": self.response_url(),
        }

    def response_url(self) -> str:
        """A fresh response_url on this server."""
        return f"{self.url}/respond/{next(self._numbers)}"

    # What the app did --------------------------------------------------------------------

    async def wait(self, *methods: str, count: int = 1) -> list[Call]:
        """The calls of these methods, once there are at least `count`."""

        def found() -> list[Call]:
            return [call for call in self.calls if call.method in methods]

        await self.until(lambda: len(found()) >= count)
        return found()

    async def answer(self, count: int = 1) -> Call:
        """The `count`th message the app sent anyone, by whatever road."""
        return (await self.wait(*MESSAGES, count=count))[count - 1]

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait for something to become true of this server; fail after a few seconds."""
        async with asyncio.timeout(PATIENCE), self._happened:
            await self._happened.wait_for(true)

    # Socket Mode -------------------------------------------------------------------------

    async def push(self, kind: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Send an envelope down the socket and wait for its acknowledgement."""
        envelope = f"env-{next(self._numbers)}"
        await self.until(lambda: self._socket is not None and not self._socket.closed)
        socket = self._socket
        assert socket is not None
        await socket.send_json(
            {
                "envelope_id": envelope,
                "type": kind,
                "payload": payload,
                "accepts_response_payload": kind != "events_api",
            }
        )
        await self.until(lambda: envelope in self.acks)
        return self.acks[envelope]

    async def drop(self, *, politely: bool) -> None:
        """End the socket: by Slack's `disconnect` envelope, or by just closing it."""
        socket = self._socket
        assert socket is not None
        if politely:
            await socket.send_json({"type": "disconnect", "reason": "refresh_requested", "debug_info": {}})
        else:
            await socket.close()

    async def _serve_socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json(
            {"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A0001"}}
        )
        self.connections += 1
        self._socket = socket
        await self._tell()
        async for message in socket:
            if message.type == aiohttp.WSMsgType.TEXT and message.data.startswith("{"):
                ack = json.loads(message.data)
                self.acks[ack["envelope_id"]] = ack
                await self._tell()
        if self._socket is socket:
            self._socket = None
        return socket

    # Web API -----------------------------------------------------------------------------

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        payload: dict[str, Any] = (
            await request.json() if request.content_type == "application/json" else dict(await request.post())
        )
        error = self.fail.get(method) or self._refusal(method, payload)
        await self._record(Call(method, payload))
        if error:
            return web.json_response({"ok": False, "error": error})
        return web.json_response({"ok": True, **self._result(method)})

    def _result(self, method: str) -> dict[str, Any]:
        if method == "auth.test":
            return {"url": self.url, "team": "team", "team_id": TEAM, "user_id": BOT, "bot_id": "B0001"}
        if method == "apps.connections.open":
            return {"url": self.url.replace("http", "ws") + "/socket"}
        if method == "files.info":
            return {"file": self.info}
        return {"ts": "1700000001.000001"}

    def _refusal(self, method: str, payload: dict[str, Any]) -> str:
        if method in MESSAGES:
            return self._check(method, message_faults(payload), "invalid_blocks")
        if method == "views.open":
            trigger = payload["trigger_id"]
            if trigger not in self._triggers:
                return "expired_trigger_id"
            self._triggers.discard(trigger)
            return self._check(method, view_faults(payload["view"]), "invalid_arguments")
        if method == "files.info":
            return "" if self.info else "file_not_found"
        if method not in ("auth.test", "apps.connections.open"):
            return self._check(method, ["no such method"], "unknown_method")
        return ""

    def _check(self, method: str, faults: list[str], error: str) -> str:
        self.faults += [f"{method}: {fault}" for fault in faults]
        return error if faults else ""

    async def _download(self, request: web.Request) -> web.Response:
        """A file for who brings the token; the sign-in page for all others, as Slack does it."""
        name = request.match_info["name"]
        self.downloads.append(name)
        if name == "moved.pdf":
            raise web.HTTPFound("http://127.0.0.1:9/elsewhere")
        if request.headers.get("Authorization") != "Bearer xoxb-test" or name not in self.files:
            return web.Response(text="<html>Sign in to Slack</html>", content_type="text/html")
        content, type_ = self.files[name]
        return web.Response(body=content, content_type=type_)

    async def _respond(self, request: web.Request) -> web.Response:
        payload = await request.json()
        number = request.match_info["number"]
        self._uses[number] = self._uses.get(number, 0) + 1
        error = self.fail.get("respond") or self._check("respond", message_faults(payload), "invalid_blocks")
        if self._uses[number] > 5:
            error = self._check("respond", ["used more than five times"], "used_url")
        await self._record(Call("respond", payload))
        return web.Response(status=404 if error else 200, text=error or "ok")

    async def _record(self, call: Call) -> None:
        self.calls.append(call)
        await self._tell()

    async def _tell(self) -> None:
        async with self._happened:
            self._happened.notify_all()

    def _trigger(self) -> str:
        trigger = f"{next(self._numbers)}.trigger"
        self._triggers.add(trigger)
        return trigger

    def _interaction(self, kind: str, user: str = "U0ANN") -> dict[str, Any]:
        return {
            "type": kind,
            "team": {"id": TEAM, "domain": "team"},
            "user": {"id": user, "username": "ann", "team_id": TEAM},
            "api_app_id": "A0001",
            "token": "old",
            "trigger_id": self._trigger(),
        }


def signed(body: str, *, secret: str = SECRET, timestamp: str = "") -> dict[str, str]:
    """The headers Slack would send with a body."""
    timestamp = timestamp or str(int(time.time()))
    signature = SignatureVerifier(secret).generate_signature(timestamp=timestamp, body=body)
    return {"x-slack-request-timestamp": timestamp, "x-slack-signature": signature or ""}


def posted(kind: str, payload: dict[str, Any]) -> tuple[str, str]:
    """The body of an HTTP request for an envelope type's payload, and its content type."""
    if kind == "events_api":
        return json.dumps(payload), "application/json"
    fields = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(fields), "application/x-www-form-urlencoded"
