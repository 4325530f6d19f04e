"""The Discord client: events become turns, replies become messages."""

from __future__ import annotations

import asyncio
import logging
import sys
import weakref
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import discord
import yarl
from discord import app_commands

from adapters.discord import limits, quiet
from adapters.discord.deliver import Gone, defer, deliver, in_channel
from adapters.discord.draw import clicked, form_asked, form_sent, modal
from adapters.discord.settings import Settings
from adapters.discord.tree import critique_menu, slash_command, suggestions, sync_if_changed
from adapters.door import Engine
from adapters.refused import refused
from bot.commands.base import Command
from bot.turn import Event, Form, Invoked, Reply, Said, Submitted, Turn, Uploaded, Where, Who
from bot.voice import render

Interaction = discord.Interaction[Any]

_THREADS = 8
_LAST_ANSWERS_SECONDS = 5.0
_log = logging.getLogger(__name__)


class ParleyTree(app_commands.CommandTree["ParleyClient"]):
    """A tree whose errors are answered and logged without a person's words."""

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Answer a command Discord still shows and this version no longer has."""
        quiet.report("command tree", error)
        if (
            not interaction.response.is_done()
            and interaction.type is not discord.InteractionType.autocomplete
        ):
            await deliver(interaction, Reply(text=render("discord/stale"), intent="other"))


class ParleyClient(discord.AutoShardedClient):
    """Parley on Discord. Keeps nothing between turns but the threads that think."""

    def __init__(self, engine: Engine, settings: Settings, patience: float) -> None:
        intents = discord.Intents.none()
        intents.guilds = True
        intents.dm_messages = True
        super().__init__(
            intents=intents,
            shard_ids=list(settings.shard_ids) if settings.shard_ids else None,  # type: ignore[arg-type]
            shard_count=settings.shard_count,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self._engine = engine
        self._gateway_url = settings.gateway_url
        self._patience = patience
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="parley-discord")
        # One turn at a time a person: a second message must find what the first one left.
        self._queues: weakref.WeakValueDictionary[int, asyncio.Lock] = weakref.WeakValueDictionary()
        self._open: set[asyncio.Task[Any]] = set()
        self.tree = ParleyTree(
            self,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        for command in list(engine.commands.values())[: limits.COMMANDS]:
            self.tree.add_command(slash_command(command, self._invoked, self._suggest))
        if "offer" in engine.commands:
            self.tree.add_command(critique_menu(self._critique))

    async def setup_hook(self) -> None:
        """Bring the commands to Discord; serving goes on with the standing ones where that fails."""
        try:
            await sync_if_changed(self.tree)
        except (discord.HTTPException, app_commands.CommandSyncFailure) as error:
            quiet.report("command sync", error)

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect a shard, to the gateway of the settings where one is named."""
        named = yarl.URL(self._gateway_url) if self._gateway_url else gateway
        await super().launch_shard(named, shard_id, initial=initial)

    async def close(self) -> None:
        """Let the answers under way finish (five seconds at most), then leave."""
        waiting = {task for task in self._open if task is not asyncio.current_task()}
        if waiting:
            await asyncio.wait(waiting, timeout=_LAST_ANSWERS_SECONDS)
        await super().close()
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:  # noqa: ARG002
        """Log an event handler's error without what it was handling."""
        error = sys.exc_info()[1]
        if error is not None:
            quiet.report(event_method, error)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer buttons, selects and forms by their id, whoever drew them and however long ago."""
        data: Mapping[str, Any] = interaction.data or {}
        custom_id = str(data.get("custom_id", ""))
        if interaction.type is discord.InteractionType.component:
            form = self._form(form_asked(custom_id))
            click = clicked(custom_id, data.get("values") or ())
            if form is not None:
                await self._open_form(interaction, form)
            elif click is not None:
                await self._answer(interaction, click)
        elif interaction.type is discord.InteractionType.modal_submit:
            sent = form_sent(custom_id)
            if sent is not None:
                await self._answer(interaction, Submitted(sent, _values(data.get("components") or ())))

    async def on_message(self, message: discord.Message) -> None:
        """Answer what a person writes to the bot alone; other rooms are not read."""
        if message.author.bot or message.guild is not None or message.type not in _TYPED:
            return
        if isinstance(message.channel, discord.GroupChannel):
            return
        with self._counted():
            for event in await self._events(message):
                reply = (
                    event if isinstance(event, Reply) else await self._think(message.author.id, "dm", event)
                )
                # "Here is my letter" asks for nothing that the letter's own answer does not say.
                if message.attachments and isinstance(event, Said) and reply.intent == "other":
                    continue
                await in_channel(message.channel, reply, form_opens=self._opens(reply))

    async def _invoked(self, interaction: Interaction, command: Command, options: Mapping[str, str]) -> None:
        await self._answer(interaction, Invoked(command.name, options=options))

    async def _critique(self, interaction: Interaction, message: discord.Message) -> None:
        if message.content.strip() or not message.attachments:
            await self._answer(interaction, Invoked("offer", text=message.content))
            return
        with self._counted():
            try:
                await defer(interaction)
                event = await _upload(message.attachments[0])
                reply = event if isinstance(event, Reply) else await self._turn(interaction, event)
                await deliver(interaction, reply, late=True, form_opens=self._opens(reply))
            except Gone:
                _log.info("an interaction had ended before its answer")

    async def _suggest(self, interaction: Interaction, kind: str, typed: str) -> None:
        """Offer completions, or none where they come too late or not at all."""
        choices: list[app_commands.Choice[str]] = []
        try:
            running = asyncio.get_running_loop().run_in_executor(
                self._pool, self._engine.complete, kind, typed[: limits.CHOICE_VALUE]
            )
            choices = suggestions(await asyncio.wait_for(running, limits.FIRST_RESPONSE_SECONDS / 2))
        except Exception as error:
            quiet.report("completion", error)
        try:
            await interaction.response.autocomplete(choices)
        except (discord.HTTPException, discord.InteractionResponded):
            # The person typed on: the next keystroke asks again.
            _log.info("a completion came too late")

    async def _answer(self, interaction: Interaction, event: Event) -> None:
        """Answer an interaction: at once, or after deferring it where thinking takes longer."""
        with self._counted():
            thinking = asyncio.ensure_future(self._turn(interaction, event))
            if self._patience > 0:
                await asyncio.wait({thinking}, timeout=self._patience)
            late = not thinking.done()
            try:
                if late:
                    await defer(interaction)
                reply = await thinking
                await deliver(interaction, reply, late=late, form_opens=self._opens(reply))
            except Gone:
                _log.info("an interaction had ended before its answer")
                await thinking

    async def _turn(self, interaction: Interaction, event: Event) -> Reply:
        alone = interaction.guild_id is None and not interaction.context.private_channel
        return await self._think(interaction.user.id, "dm" if alone else "channel", event)

    async def _think(self, user: int, where: Where, event: Event) -> Reply:
        """Ask the engine in a thread; an error becomes an apology with a reference."""
        turn = Turn(Who("discord", str(user)), where, event)
        queue = self._queues.setdefault(user, asyncio.Lock())
        async with queue:
            # Whatever goes wrong, the person gets an answer.
            try:
                return await asyncio.get_running_loop().run_in_executor(self._pool, self._respond, turn)
            except Exception as error:
                reference = quiet.report("turn", error)
        return Reply(text=render("error", id=reference), intent="other")

    def _respond(self, turn: Turn) -> Reply:
        """The engine's reply with its picture drawn; one that cannot be drawn is left out."""
        reply = self._engine.respond(turn)
        if reply.chart is None:
            return reply
        try:
            return replace(reply, chart=reply.chart.drawn())
        except (OSError, ValueError, ImportError) as error:
            quiet.report("picture", error)
            return replace(reply, chart=None)

    async def _open_form(self, interaction: Interaction, form: Form) -> None:
        try:
            await interaction.response.send_modal(modal(form))
        except discord.HTTPException as error:
            quiet.report("form", error)

    async def _events(self, message: discord.Message) -> list[Event | Reply]:
        """Read a direct message: its words, then its files (a long paste arrives as message.txt)."""
        events: list[Event | Reply] = [Said(message.content)] if message.content.strip() else []
        return events + [await _upload(file) for file in message.attachments[:3]]

    def _form(self, asked: str | None) -> Form | None:
        forms = (command.form for command in self._engine.commands.values())
        return next((form for form in forms if form is not None and form.id == asked), None)

    def _opens(self, reply: Reply) -> bool:
        """Whether a button can bring this reply's form back: a declared one, found by its id."""
        return reply.form is not None and self._form(reply.form.id) is not None

    @contextmanager
    def _counted(self) -> Iterator[None]:
        task = asyncio.current_task()
        if task is None or task in self._open:
            yield
            return
        self._open.add(task)
        try:
            yield
        finally:
            self._open.discard(task)


_TYPED = (discord.MessageType.default, discord.MessageType.reply)


def make_client(
    engine: Engine, settings: Settings, *, patience: float = limits.PATIENCE_SECONDS
) -> ParleyClient:
    """Make the client, its commands taken from the engine's declarations.

    `patience` is how many seconds an answer may take before it is deferred (0: every answer is);
    Discord gives three.
    """
    quiet.hush()
    return ParleyClient(engine, settings, patience)


async def _upload(file: discord.Attachment) -> Uploaded | Reply:
    """Fetch a file, or say why not."""
    if file.size > limits.UPLOAD_BYTES:
        return refused("too_large")
    try:
        content = await file.read()
    except discord.DiscordException as error:
        quiet.report("file", error)
        return refused("no_access")
    return Uploaded(file.filename, (file.content_type or "").partition(";")[0].strip(), content)


def _values(components: Any) -> dict[str, str]:
    """Collect a submitted form's values by field; inputs stand in rows or under labels."""
    found: dict[str, str] = {}
    for component in components:
        if "value" in component:
            found[str(component.get("custom_id", ""))] = str(component["value"] or "")
        inner = component.get("components") or ()
        found |= _values((*inner, component["component"]) if "component" in component else inner)
    return found
