"""Sending replies: the first response, follow-ups, and what Discord says when it is too late."""

from __future__ import annotations

from typing import Any, Final

import discord

from adapters.discord import quiet
from adapters.discord.draw import Drawn, draw, files, modal, view
from bot.turn import Reply
from bot.voice import render

Interaction = discord.Interaction[Any]

# Unknown interaction, unknown webhook, already acknowledged, and a token past its 15 minutes.
_ENDED: Final = frozenset({10062, 10015, 40060, 50027})
_CANNOT_WRITE_TO: Final = 50007


class Gone(Exception):  # noqa: N818 (not an error: the person closed it, or Discord did)
    """The interaction has ended; nothing can be said in it any more."""


async def defer(interaction: Interaction) -> None:
    """Ask Discord for time, privately. A pressed button waits without a message of its own.

    Raises:
        Gone: the interaction has ended.
    """
    pressed = interaction.type is discord.InteractionType.component
    try:
        await interaction.response.defer(ephemeral=True, thinking=not pressed)
    except discord.HTTPException as error:
        if error.code in _ENDED:
            raise Gone from None
        quiet.report("defer", error)
    except discord.InteractionResponded:
        raise Gone from None


async def deliver(
    interaction: Interaction, reply: Reply, *, late: bool = False, form_opens: bool = False
) -> None:
    """Send a reply in an interaction, its form first where a form can still open.

    A form cannot follow a deferral or another form: a button that opens it is drawn instead,
    where `form_opens`.

    Raises:
        Gone: the interaction has ended.
    """
    can_open = not late and interaction.type is not discord.InteractionType.modal_submit
    try:
        if reply.form is not None and can_open:
            await interaction.response.send_modal(modal(reply.form))
            return
        if late and not reply.private and interaction.type is not discord.InteractionType.component:
            # The deferral was private and its first follow-up inherits that.
            await _follow(interaction, Drawn(render("discord/shared")), private=True)
        for drawn in draw(reply, form_button=form_opens):
            await _send(interaction, drawn, private=reply.private)
    except discord.HTTPException as error:
        if error.code in _ENDED:
            raise Gone from None
        await _apologise(interaction, quiet.report("answer", error))
    except discord.InteractionResponded:
        raise Gone from None


async def in_channel(channel: discord.abc.Messageable, reply: Reply, *, form_opens: bool = False) -> None:
    """Send a reply to a direct message. A person who takes no messages is left alone."""
    try:
        for drawn in draw(reply, form_button=form_opens):
            await channel.send(**_message(drawn))
    except discord.HTTPException as error:
        reference = quiet.report("direct answer", error)
        if error.code == _CANNOT_WRITE_TO:
            return
        try:
            await channel.send(render("error", id=reference))
        except discord.HTTPException as again:
            quiet.report("apology", again)


async def _send(interaction: Interaction, drawn: Drawn, *, private: bool) -> None:
    if interaction.response.is_done():
        await _follow(interaction, drawn, private=private)
    else:
        await interaction.response.send_message(**_message(drawn), ephemeral=private)


async def _follow(interaction: Interaction, drawn: Drawn, *, private: bool) -> None:
    await interaction.followup.send(**_message(drawn), ephemeral=private)


async def _apologise(interaction: Interaction, reference: str) -> None:
    try:
        await _send(interaction, Drawn(render("error", id=reference)), private=True)
    except (discord.HTTPException, discord.InteractionResponded) as error:
        quiet.report("apology", error)


def _message(drawn: Drawn) -> dict[str, Any]:
    """Make the arguments every sending takes: no mention works, no link unfolds."""
    message: dict[str, Any] = {
        "allowed_mentions": discord.AllowedMentions.none(),
        "suppress_embeds": True,
    }
    if drawn.content:
        message["content"] = drawn.content
    if drawn.rows:
        message["view"] = view(drawn.rows)
    if drawn.files:
        message["files"] = files(drawn.files)
    return message
