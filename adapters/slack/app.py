"""The Slack app: each event acknowledged at once, made into a Turn, and its Reply delivered.

Bolt's asynchronous app, because an answer is mostly waiting on Slack: one loop holds any number
of these while a few threads run the engine. Listeners only acknowledge and start a job, so
`process_before_response` returns the acknowledgement without Bolt's polling for it.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.door import Engine
from adapters.slack import files, read
from adapters.slack.deliver import Address, Messenger
from adapters.slack.quiet import kind, log, sdk_logger
from adapters.slack.settings import Settings
from adapters.slack.work import Work
from bot.turn import Clicked, Event, Invoked, Reply, Said, Submitted, Turn, Who

CRITIQUE = "critique_offer"
"""The callback id of the message shortcut."""

_ANY = re.compile("")
_TIMEOUT = aiohttp.ClientTimeout(total=30)
_CONNECTIONS = 200
Ack = Callable[[], Awaitable[Any]]


class SlackApp:
    """Everything one serving process holds. Use it as an asynchronous context manager."""

    def __init__(self, engine: Engine, settings: Settings, threads: int = 8) -> None:
        logger = sdk_logger()
        self.engine = engine
        self.settings = settings
        self.client = AsyncWebClient(token=settings.bot_token, base_url=settings.api_url, logger=logger)
        self.work = Work(engine, threads)
        self._messenger = Messenger(self.client)
        self.bolt = AsyncApp(
            name="parley.slack.app",
            client=self.client,
            signing_secret=settings.signing_secret,
            logger=logger,
            process_before_response=True,
        )
        self.bolt.error(_failed)
        self.bolt.command(_ANY)(self._command)
        self.bolt.view(_ANY)(self._submission)
        self.bolt.action(_ANY)(self._click)
        self.bolt.shortcut(CRITIQUE)(self._shortcut)
        self.bolt.event("message")(self._message)

    async def __aenter__(self) -> Self:
        """Open the connections that every answer shares."""
        self.client.session = aiohttp.ClientSession(
            timeout=_TIMEOUT, connector=aiohttp.TCPConnector(limit=_CONNECTIONS)
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Finish the answers under way, then close the connections."""
        await self.work.drain()
        if self.client.session is not None:
            await self.client.session.close()

    async def _command(self, ack: Ack, body: dict[str, Any]) -> None:
        await ack()
        event = Invoked(
            str(body.get("command") or "").removeprefix("/"), read.words(str(body.get("text") or ""))
        )
        channel = str(body.get("channel_id") or "")
        person = read.who(body)
        to = Address(channel, person.user, str(body.get("response_url") or ""))
        self.work.start(self._answer(person, event, to, str(body.get("trigger_id") or "")))

    async def _submission(self, ack: Ack, body: dict[str, Any]) -> None:
        await ack()
        view = body.get("view") or {}
        event = Submitted(str(view.get("callback_id") or ""), read.submitted(view))
        person = read.who(body)
        to = Address.unpacked(str(view.get("private_metadata") or ""), person.user)
        self.work.start(self._answer(person, event, to, str(body.get("trigger_id") or "")))

    async def _click(self, ack: Ack, body: dict[str, Any]) -> None:
        await ack()
        person = read.who(body)
        container = body.get("container") or {}
        channel = str((body.get("channel") or {}).get("id") or container.get("channel_id") or "")
        to = Address(
            channel,
            person.user,
            str(body.get("response_url") or ""),
            str(container.get("thread_ts") or ""),
            # A message that stays in a D channel can only be the app's own conversation with them.
            lasting=channel.startswith("D") and not container.get("is_ephemeral"),
        )
        for element in body.get("actions") or ():
            event = Clicked(*read.clicked(element))
            self.work.start(self._answer(person, event, to, str(body.get("trigger_id") or "")))

    async def _shortcut(self, ack: Ack, body: dict[str, Any]) -> None:
        await ack()
        message = body.get("message") or {}
        text = read.message_text(message)
        offer = self.engine.commands.get("offer")
        form = offer.form if offer is not None else None
        event: Event = Submitted(form.id, {form.fields[0].name: text}) if form and form.fields else Said(text)
        person = read.who(body)
        channel = str((body.get("channel") or {}).get("id") or "")
        to = Address(channel, person.user, str(body.get("response_url") or ""))
        shared = read.files(message)
        if shared and not text.strip():
            self.work.start(self._answer_files(person, shared, to))
        else:
            self.work.start(self._answer(person, event, to, str(body.get("trigger_id") or "")))

    async def _message(self, body: dict[str, Any]) -> None:
        event = body.get("event") or {}
        kept = event.get("subtype") in (None, "file_share")
        if event.get("channel_type") != "im" or event.get("bot_id") or not event.get("user") or not kept:
            return
        key = str(body.get("event_id") or event.get("client_msg_id") or event.get("ts") or "")
        self.work.start(self._hear(read.who(body), event, f"slack:{body.get('team_id', '')}:{key}"))

    async def _hear(self, person: Who, event: dict[str, Any], key: str) -> None:
        to = Address(
            str(event.get("channel") or ""),
            person.user,
            thread=str(event.get("thread_ts") or ""),
            lasting=True,
        )
        text, shared = read.words(str(event.get("text") or "")), read.files(event)
        if text.strip():
            reply = await self.work.respond_once(Turn(person, read.where(to.channel), Said(text)), key)
            if reply is None:
                return
            # "Here is my letter" asks for nothing that the letter's own answer does not say.
            if not shared or reply.intent != "other":
                await self._messenger.deliver(reply, to)
        elif not await self.work.first_time(key):
            return
        await self._answer_files(person, shared, to)

    async def _answer_files(self, person: Who, shared: Sequence[Mapping[str, Any]], to: Address) -> None:
        for file in shared[: files.MOST]:
            event = await files.fetch(self.client, file)
            if isinstance(event, Reply):
                await self._messenger.deliver(event, to)
            else:
                await self._answer(person, event, to)

    async def _answer(self, person: Who, event: Event, to: Address, trigger: str = "") -> None:
        reply = await self.work.respond(Turn(person, read.where(to.channel), event))
        if not (reply.form and trigger and await self._messenger.open(reply.form, trigger, to)):
            await self._messenger.deliver(reply, to)


def make_app(engine: Engine, settings: Settings, threads: int = 8) -> SlackApp:
    """The app for one workspace's token; `serve_socket` or `http_app` serves it."""
    return SlackApp(engine, settings, threads)


async def _failed(error: Exception) -> None:
    log.error("a request from Slack could not be handled: %s", kind(error))
