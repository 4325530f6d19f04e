"""Where an answer goes, and getting it there: response_url first, then the Web API."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackClientError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack.draw import Message, messages, view
from adapters.slack.limits import LIMITS
from adapters.slack.quiet import kind, log, sdk_logger
from bot.turn import Form, Reply

_FAILURES = (SlackClientError, aiohttp.ClientError, TimeoutError, OSError)
_OK = 200


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person is waiting for an answer.

    `lasting` marks the app's own direct message with them: an answer there is posted to stay,
    where anywhere else a private one is ephemeral.
    """

    channel: str
    user: str
    response_url: str = ""
    thread: str = ""
    lasting: bool = False

    def packed(self) -> str:
        """As a modal's `private_metadata`; the address of the answer is the first thing to give up."""
        whole = json.dumps([self.channel, self.thread, int(self.lasting), self.response_url])
        if len(whole) <= LIMITS.private_metadata:
            return whole
        return json.dumps([self.channel, self.thread, int(self.lasting), ""])

    @classmethod
    def unpacked(cls, packed: str, user: str) -> Address:
        """The address a modal carried, or the person's direct messages where it cannot be read."""
        try:
            channel, thread, lasting, url = json.loads(packed)
        except (TypeError, ValueError):
            return cls("", user)
        return cls(str(channel), user, str(url), str(thread), bool(lasting))


class ResponseUrlRefusedError(SlackClientError):
    """A response_url was used up, has expired, or did not take what was sent."""


class Messenger:
    """Sends what was drawn. A failure on one road is tried on the next, and never raised."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._logger = sdk_logger()
        self._retries = [AsyncRateLimitErrorRetryHandler(max_retry_count=1)]

    async def open(self, form: Form, trigger: str, to: Address) -> bool:
        """Open the form as a modal; False when Slack would not (a trigger lives three seconds)."""
        try:
            await self._client.views_open(trigger_id=trigger, view=view(form, to.packed()))
        except _FAILURES as error:
            log.warning("Slack did not open a form: %s", kind(error))
            return False
        return True

    async def deliver(self, reply: Reply, to: Address) -> None:
        """Send the reply: to its asker alone unless the reply itself says otherwise."""
        for message in messages(reply):
            await self._send(message, to, private=reply.private)

    async def _send(self, message: Message, to: Address, *, private: bool) -> None:
        for road in self._roads(message, to, private):
            try:
                await road()
            except _FAILURES as error:
                log.warning("a way to answer was closed: %s", kind(error))
            else:
                return
        log.error("an answer could not be delivered")

    def _roads(
        self, message: Message, to: Address, private: bool
    ) -> Iterator[Callable[[], Awaitable[object]]]:
        client = self._client
        if to.lasting:
            thread = to.thread or None
            yield lambda: client.chat_postMessage(channel=to.channel, thread_ts=thread, **message)
        if to.response_url:
            yield lambda: self._respond(to.response_url, message, private)
        if not private and to.channel:
            yield lambda: client.chat_postMessage(channel=to.channel, **message)
        if private and to.channel and not to.channel.startswith("D"):
            yield lambda: client.chat_postEphemeral(channel=to.channel, user=to.user, **message)
        # Posting to a person's id reaches the app's direct messages with them.
        yield lambda: client.chat_postMessage(channel=to.user, **message)

    async def _respond(self, url: str, message: Message, private: bool) -> None:
        webhook = AsyncWebhookClient(
            url,
            session=self._client.session,
            ssl=self._client.ssl,
            proxy=self._client.proxy,
            logger=self._logger,
            retry_handlers=list(self._retries),
        )
        answer = await webhook.send_dict(
            {
                **message,
                "response_type": "ephemeral" if private else "in_channel",
                "replace_original": False,
            }
        )
        if answer.status_code != _OK:
            raise ResponseUrlRefusedError
