"""The command tree, made from the engine's declarations, and brought to Discord when it changed."""

from __future__ import annotations

import inspect
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any

import discord
from discord import app_commands

from adapters.discord import limits
from adapters.discord.limits import clip
from bot.commands.base import Command, Option
from bot.turn import Choice

CRITIQUE = "Critique this offer"

# Told the interaction, the command and the options by name.
Invoke = Callable[["discord.Interaction[Any]", Command, Mapping[str, str]], Awaitable[None]]
# Told the interaction, the option's kind and what was typed.
Suggest = Callable[["discord.Interaction[Any]", str, str], Awaitable[None]]
Critique = Callable[["discord.Interaction[Any]", discord.Message], Awaitable[None]]

_COMPLETED = ("role", "place", "level")
_log = logging.getLogger(__name__)


def slash_command(command: Command, invoke: Invoke, suggest: Suggest) -> app_commands.Command[Any, ..., Any]:
    """Make a slash command as declared; required options come first, as Discord wants."""
    options = sorted(command.options, key=lambda option: not option.required)[: limits.OPTIONS]
    # Parameters are numbered: an option's name need not be a Python name.
    named = {f"option_{number}": option for number, option in enumerate(options)}

    async def run(interaction: discord.Interaction[Any], **values: Any) -> None:
        told = {named[key].name: _told(value) for key, value in values.items() if value not in (None, False)}
        await invoke(interaction, command, told)

    first = inspect.Parameter(
        "interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction
    )
    rest = [_parameter(key, option) for key, option in named.items()]
    run.__signature__ = inspect.Signature([first, *rest])  # type: ignore[attr-defined]
    callback: Any = run
    if named:
        summaries = {key: clip(option.summary, limits.OPTION_SUMMARY) or "…" for key, option in named.items()}
        callback = app_commands.describe(**summaries)(callback)
        callback = app_commands.rename(**{key: option.name for key, option in named.items()})(callback)
    fixed = {key: _fixed(option) for key, option in named.items() if _is_fixed(option)}
    if fixed:
        callback = app_commands.choices(**fixed)(callback)
    completers = {key: _completer(o.kind, suggest) for key, o in named.items() if o.kind in _COMPLETED}
    if completers:
        callback = app_commands.autocomplete(**completers)(callback)
    summary = clip(command.summary, limits.COMMAND_SUMMARY) or "…"
    return app_commands.Command(name=command.name, description=summary, callback=callback)


def critique_menu(critique: Critique) -> app_commands.ContextMenu:
    """Make the entry of a message's menu that hands the message over as an offer."""

    async def run(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        await critique(interaction, message)

    return app_commands.ContextMenu(name=CRITIQUE, callback=run)


def suggestions(choices: list[Choice]) -> list[app_commands.Choice[str]]:
    """Make Discord's choices: 25 at most, each value once; a value too long to carry is left out."""
    kept: dict[str, app_commands.Choice[str]] = {}
    for choice in choices:
        name = clip(choice.label.strip(), limits.CHOICE_NAME)
        if name and 0 < len(choice.value) <= limits.CHOICE_VALUE:
            kept.setdefault(choice.value, app_commands.Choice(name=name, value=choice.value))
    return list(kept.values())[: limits.CHOICES]


async def sync_if_changed(tree: app_commands.CommandTree[Any]) -> bool:
    """Bring the tree to Discord where it differs from what stands there; True when it was brought.

    Discord counts command updates against a daily limit, and every replica starts this way.
    """
    wanted = [command.to_dict(tree) for command in tree.get_commands()]
    # Read as sent: discord.py 2.7.1 drops a context and an install kind when it parses them.
    application = tree.client.application_id or 0
    standing: list[Any] = await tree.client.http.get_global_commands(application)
    if _shape(wanted) == _shape(standing):
        return False
    await tree.sync()
    _log.info("commands brought to Discord: %d", len(wanted))
    return True


def _told(value: str | bool) -> str:
    return "true" if value is True else str(value)


def _parameter(key: str, option: Option) -> inspect.Parameter:
    kind = bool if option.kind == "flag" else str
    return inspect.Parameter(
        key,
        inspect.Parameter.KEYWORD_ONLY,
        annotation=kind if option.required else kind | None,
        default=inspect.Parameter.empty if option.required else None,
    )


def _is_fixed(option: Option) -> bool:
    return option.kind == "choice" and 0 < len(option.choices) <= limits.CHOICES


def _fixed(option: Option) -> list[app_commands.Choice[str]]:
    return suggestions([Choice(value, value) for value in option.choices])


def _completer(
    kind: str, suggest: Suggest
) -> Callable[[discord.Interaction[Any], str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]:
    async def complete(interaction: discord.Interaction[Any], current: str) -> list[app_commands.Choice[str]]:
        # Answered there, errors handled: the library adds nothing to an answered interaction.
        await suggest(interaction, kind, current)
        return []

    return complete


def _shape(payloads: list[dict[str, Any]]) -> str:
    """Reduce command payloads to what a person meets, in an order of our own, as text to compare."""
    commands = [
        {
            "name": command["name"],
            "type": command.get("type", 1),
            "description": command.get("description") or "",
            "contexts": sorted(command.get("contexts") or ()),
            "installs": sorted(command.get("integration_types") or ()),
            "options": [
                {
                    "name": option["name"],
                    "type": option["type"],
                    "description": option.get("description") or "",
                    "required": bool(option.get("required")),
                    "autocomplete": bool(option.get("autocomplete")),
                    "choices": [[choice["name"], choice["value"]] for choice in option.get("choices") or ()],
                }
                for option in command.get("options") or ()
            ],
        }
        for command in payloads
    ]
    return json.dumps(
        sorted(commands, key=lambda command: (command["type"], command["name"])), sort_keys=True
    )
