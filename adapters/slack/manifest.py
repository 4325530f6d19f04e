"""The app manifest, made from the commands' declarations: paste it into Slack to create the app."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from adapters.slack.app import CRITIQUE
from adapters.slack.limits import LIMITS
from bot.commands.base import Command

PATH = "/slack/events"
"""Where signed HTTP is served unless told otherwise."""

SCOPES = ("chat:write", "commands", "files:read", "im:history")
"""The fewest that do the job: answer, take slash commands and the shortcut, read direct messages and the
offers shared in them as files."""


def manifest(
    commands: Mapping[str, Command], *, url: str | None = None, name: str = "Parley"
) -> dict[str, Any]:
    """The manifest for Socket Mode, or for signed HTTP at `url` where one is given.

    A `url` without a path ("https://parley.example.com") gets the path `http_app` serves.
    """
    request_url = url or ""
    if url and not urlsplit(url).path.strip("/"):
        request_url = url.rstrip("/") + PATH
    summary = "Know the median, judge your offer, write the counter."
    address = {"request_url": request_url} if request_url else {}
    shortcut = {
        "name": "Critique this offer",
        "type": "message",
        "callback_id": CRITIQUE,
        "description": "Judge the offer in this message; only you see the answer",
    }
    return {
        "_metadata": {"major_version": 1},
        "display_information": {
            "name": name[: LIMITS.app_name],
            "description": summary[: LIMITS.app_summary],
        },
        "features": {
            "app_home": {
                "home_tab_enabled": False,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": name[: LIMITS.app_name], "always_online": True},
            "slash_commands": [_slash(command, request_url) for command in commands.values()],
            "shortcuts": [shortcut],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {**address, "bot_events": ["message.im"]},
            "interactivity": {"is_enabled": True, **address},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not request_url,
            "token_rotation_enabled": False,
        },
    }


def _slash(command: Command, request_url: str) -> dict[str, Any]:
    slash: dict[str, Any] = {
        "command": f"/{command.name}"[: LIMITS.command_name],
        "description": command.summary[: LIMITS.command_summary],
        # Escaping would turn "@name" in a pasted line into ids the engine cannot read.
        "should_escape": False,
    }
    if command.usage:
        slash["usage_hint"] = command.usage[: LIMITS.usage_hint]
    if request_url:
        slash["url"] = request_url
    return slash
