"""`parley discord`: serve until told to stop."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from contextlib import suppress
from urllib.parse import urlsplit

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.client import make_client
from adapters.discord.settings import UNSET, Settings
from adapters.door import Engine
from adapters.housekeeping import tidy_hourly
from adapters.settings import SettingError

_log = logging.getLogger(__name__)


def main(settings: Settings | None = None, engine: Engine | None = None) -> None:
    """Serve Discord until SIGINT or SIGTERM.

    Reads the environment where no settings are given and builds the engine where none is.

    Raises:
        SystemExit: with a sentence saying what to set or check, where serving cannot begin.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        chosen = settings or Settings.from_env(os.environ)
    except SettingError as error:
        raise SystemExit(str(error)) from None
    if not chosen.token:
        raise SystemExit(UNSET)
    if engine is None:
        from bot.engine import build  # noqa: PLC0415 (a missing token is said before anything is loaded)

        built = build()
        tidy_hourly(built)
        engine = built
    try:
        asyncio.run(serve(chosen, engine))
    except discord.LoginFailure:
        raise SystemExit("Discord refused DISCORD_TOKEN. Reset the token and set the new one.") from None
    except (aiohttp.ClientError, discord.GatewayNotFound, discord.HTTPException, OSError) as error:
        where = urlsplit(chosen.api_url).netloc or "discord.com"
        raise SystemExit(f"Discord could not be reached at {where} ({type(error).__name__}).") from None


async def serve(settings: Settings, engine: Engine) -> None:
    """Log in, connect and answer until the process is asked to stop or this task is cancelled.

    Raises:
        discord.LoginFailure: the token was refused.
        discord.HTTPException: Discord answered the login with an error.
    """
    point_at(settings)
    client = make_client(engine, settings)
    loop = asyncio.get_running_loop()
    leaving: set[asyncio.Task[None]] = set()

    def leave() -> None:
        leaving.add(loop.create_task(client.close()))

    for name in (signal.SIGINT, signal.SIGTERM):
        # Not every platform has loop signals, and only the main thread may set them.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(name, leave)
    try:
        async with client:
            _log.info("serving Discord")
            await client.start(settings.token)
    finally:
        for name in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.remove_signal_handler(name)
        if leaving:
            await asyncio.wait(leaving)


def point_at(settings: Settings) -> None:
    """Turn the library to the addresses of the settings; they are the library's own for the process."""
    if settings.api_url:
        Route.BASE = settings.api_url
    if settings.gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.gateway_url)
