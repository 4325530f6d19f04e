"""Slack's payloads read: who, where, and the words as a person would type them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.turn import Where, Who

Payload = Mapping[str, Any]

# Possessive and bounded by the next bracket, so a wall of "<" costs one pass.
_ENTITY = re.compile(r"<((?:[@#!]|[a-z]{1,12}:)[^<>|]*+)(?:\|([^<>]*+))?>")
_BRACKETS = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_ESCAPED = re.compile("|".join(_BRACKETS))


def words(text: str) -> str:
    """Slack's message text as plain words.

    Links become their label or address, mentions a name, and `&amp; &lt; &gt;` the characters
    they stand for; no other entity is touched.
    """
    return _ESCAPED.sub(lambda found: _BRACKETS[found[0]], _ENTITY.sub(_plain, text))


def _plain(found: re.Match[str]) -> str:
    target, label = found[1], (found[2] or "").strip()
    if target.startswith("@"):
        return f"@{label}" if label else "someone"
    if target.startswith("#"):
        return f"#{label}" if label else "a channel"
    if target.startswith("!"):
        return label or target[1:].partition("^")[0]
    return label or target.removeprefix("mailto:").removeprefix("tel:")


def who(payload: Payload) -> Who:
    """The person behind a slash command, an interaction or an event envelope."""
    user = payload.get("user")
    team = payload.get("team")
    event = payload.get("event")
    if isinstance(event, Mapping):
        person = str(event.get("user") or "")
        workspace = str(payload.get("team_id") or event.get("team") or "")
    elif isinstance(user, Mapping):
        person = str(user.get("id") or "")
        # An app installed for a whole organisation gets no team of its own.
        workspace = str((team or {}).get("id") or user.get("team_id") or "")
    else:
        person = str(payload.get("user_id") or "")
        workspace = str(payload.get("team_id") or "")
    return Who("slack", person, workspace)


def where(channel: str) -> Where:
    """Slack names direct messages D...; everything else may have others in it."""
    return "dm" if channel.startswith("D") else "channel"


def clicked(action: Payload) -> tuple[str, str]:
    """The engine's action and value from one element of a `block_actions` payload.

    Drawing numbers each `action_id` ("median.share#1") because Slack wants them unique.
    """
    raw = str(action.get("action_id") or "")
    name, mark, number = raw.rpartition("#")
    chosen = action.get("selected_option")
    value = chosen.get("value") if isinstance(chosen, Mapping) else action.get("value")
    return (name if mark and number.isdigit() else raw), str(value or "")


def submitted(view: Payload) -> dict[str, str]:
    """A form's values by field name; a field left empty is ""."""
    values = (view.get("state") or {}).get("values") or {}
    return {
        str(name): str((next(iter(inputs.values()), None) or {}).get("value") or "")
        for name, inputs in values.items()
    }


def message_text(message: Payload) -> str:
    """The words of a message a shortcut was used on, with those of anything forwarded in it."""
    parts = [str(message.get("text") or "")]
    parts += [
        str(each.get("text") or each.get("fallback") or "") for each in message.get("attachments") or ()
    ]
    return words("\n\n".join(part for part in parts if part.strip()))


def files(message: Payload) -> tuple[Payload, ...]:
    """The files shared with a message, as Slack describes them."""
    return tuple(each for each in message.get("files") or () if isinstance(each, Mapping))
