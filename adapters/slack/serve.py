"""Serving Slack: Socket Mode from anywhere, or signed HTTP behind a balancer."""

from __future__ import annotations

import asyncio
import signal
import sys
import time

import aiohttp
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_sdk.errors import SlackClientError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from adapters.door import Engine
from adapters.housekeeping import tidy_hourly
from adapters.settings import SettingError
from adapters.slack.app import SlackApp, make_app
from adapters.slack.quiet import kind, log, sdk_logger, slack_code
from adapters.slack.settings import Settings

_TICKET_SECONDS = 20.0
_REFUSED = {
    "invalid_auth": "Slack does not accept {name}. Copy it again from your app's settings.",
    "not_authed": "Slack does not accept {name}. Copy it again from your app's settings.",
    "account_inactive": "{name} belongs to a removed app. Install the app again and copy its token.",
    "token_revoked": "{name} was revoked. Install the app again and copy its token.",
    "missing_scope": "{name} lacks connections:write. Make an app-level token that has it.",
    "not_allowed_token_type": "{name} is the wrong kind of token. Copy it again from your app's settings.",
}


class _Socket(SocketModeClient):
    """The SDK's client, except that an address it could not connect to is not tried for ever.

    Slack's addresses are tickets that soon run out; the SDK's retry loop keeps the one it has.
    """

    _ticket: str | None = None
    _since: float = 0.0

    @property  # type: ignore[override]
    def wss_uri(self) -> str | None:
        fresh = time.monotonic() - self._since < _TICKET_SECONDS
        return self._ticket if fresh else None

    @wss_uri.setter
    def wss_uri(self, ticket: str | None) -> None:
        self._ticket = ticket
        self._since = time.monotonic()


async def serve_socket(app: SlackApp, stop: asyncio.Event, ping_seconds: float = 5.0) -> None:
    """Answer over Socket Mode until `stop` is set; then finish what was begun.

    Raises:
        SettingError: Slack refuses a token, or cannot be reached at all.
    """
    async with app:
        ticket = await _ticket(app)
        socket = _Socket(
            app_token=app.settings.app_token,
            logger=sdk_logger(),
            web_client=app.client,
            ping_interval=ping_seconds,
        )

        async def take(client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
            answer = await run_async_bolt_app(app.bolt, request)
            await send_async_response(client, request, answer, time.time())

        socket.socket_mode_request_listeners.append(take)
        socket.wss_uri = ticket
        try:
            await socket.connect()  # type: ignore[no-untyped-call]
            log.info("connected to Slack")
            await stop.wait()
        finally:
            await socket.close()  # type: ignore[no-untyped-call]
            log.info("left Slack; finishing the answers under way")


async def _ticket(app: SlackApp) -> str:
    """The first address to connect to; asks Slack about both tokens, since the SDK would retry for ever."""
    name = "SLACK_BOT_TOKEN"
    try:
        await app.client.auth_test()
        name = "SLACK_APP_TOKEN"
        opened = await app.client.apps_connections_open(app_token=app.settings.app_token)
        return str(opened["url"])
    except SlackClientError as error:
        said = _REFUSED.get(slack_code(error), "Slack refused {name} (" + kind(error) + ").")
        raise SettingError(said.format(name=name)) from None
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        raise SettingError(f"Slack could not be reached at {app.settings.api_url} ({kind(error)}).") from None


def main_socket(settings: Settings | None = None, engine: Engine | None = None) -> None:
    """Serve Socket Mode until interrupted or told to stop. Exits with a sentence if it cannot start."""
    try:
        settings = (settings or Settings.from_env()).for_socket()
        asyncio.run(_until_signalled(make_app(engine or _engine(), settings)))
    except SettingError as error:
        sys.exit(str(error))


async def _until_signalled(app: SlackApp) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await serve_socket(app, stop)


def main_http(
    settings: Settings | None = None,
    host: str = "127.0.0.1",
    port: int = 3000,
    engine: Engine | None = None,
) -> None:
    """Serve signed HTTP until interrupted or told to stop. Exits with a sentence if it cannot start."""
    import uvicorn  # noqa: PLC0415 - Socket Mode needs no server

    from adapters.slack.http import http_app  # noqa: PLC0415

    try:
        settings = (settings or Settings.from_env()).for_http()
    except SettingError as error:
        sys.exit(str(error))
    app = http_app(make_app(engine or _engine(), settings))
    # No access log: a line a request is noise, and addresses are nobody's business.
    uvicorn.run(app, host=host, port=port, access_log=False, ws="none", timeout_graceful_shutdown=10)


def _engine() -> Engine:
    from bot.engine import build  # noqa: PLC0415 - opens the store and the benchmarks

    engine = build()
    tidy_hourly(engine)
    return engine
