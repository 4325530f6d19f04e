"""What Slack would refuse, and what must never reach it, checked on every outgoing payload."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema

SCHEMAS = Path(__file__).parents[4] / "shared" / "schemas"
BROADCASTS = (
    "<!channel",
    "<!here",
    "<!everyone",
    "<@U",
    "<#C",
    "<!subteam",
    "@everyone",
    "@channel",
    "@here",
)


@cache
def validator(name: str) -> jsonschema.Draft7Validator | None:
    """The compiled schema `blockkit_<name>`, or None where the shared folder is absent."""
    path = SCHEMAS / f"blockkit_{name}.schema.json"
    if not path.exists():
        return None
    return jsonschema.Draft7Validator(json.loads(path.read_text(encoding="utf-8")))


def message_faults(message: dict[str, Any]) -> list[str]:
    """Everything wrong with a message."""
    faults = _schema("blocks", message["blocks"]) if "blocks" in message else []
    blocks = message.get("blocks", [])
    if not message.get("text", "").strip():
        faults.append("no text for notifications")
    if len(message.get("text", "")) > 4_000:
        faults.append("text over 4,000")
    if len(blocks) > 50:
        faults.append("over 50 blocks")
    if sum(len(block["text"]) for block in blocks if block["type"] == "markdown") > 12_000:
        faults.append("markdown over 12,000")
    if len(json.dumps(blocks, ensure_ascii=False)) > 13_200:
        faults.append("msg_blocks_too_long")
    ids = [element["action_id"] for block in blocks for element in block.get("elements", ())]
    if len(ids) != len(set(ids)):
        faults.append("an action_id twice")
    for element in (element for block in blocks for element in block.get("elements", ())):
        faults += _element_faults(element)
    if message.get("unfurl_links") is not False or message.get("unfurl_media") is not False:
        faults.append("links would unfurl")
    return faults + broadcasts(message)


def broadcasts(payload: dict[str, Any]) -> list[str]:
    """Mentions that would take effect anywhere in a payload."""
    whole = json.dumps(payload, ensure_ascii=False).lower()
    return [f"it would mention {each}" for each in BROADCASTS if each.lower() in whole]


def view_faults(view: dict[str, Any]) -> list[str]:
    """Everything wrong with a modal."""
    faults = _schema("modal", view)
    if len(view["title"]["text"]) > 24 or len(view["submit"]["text"]) > 24:
        faults.append("title or submit over 24")
    if len(view.get("private_metadata", "")) > 3_000:
        faults.append("private_metadata over 3,000")
    for block in view["blocks"]:
        if not 1 <= block["element"].get("max_length", 1) <= 3_000:
            faults.append("max_length outside 1 to 3,000")
    return faults + broadcasts(view)


def _element_faults(element: dict[str, Any]) -> list[str]:
    faults = []
    if len(element["action_id"]) > 255 or len(element.get("value", "")) > 2_000:
        faults.append("action_id or value too long")
    if element["type"] == "button" and not 0 < len(element["text"]["text"]) <= 75:
        faults.append("button text empty or over 75")
    for option in element.get("options", ()):
        if not 0 < len(option["text"]["text"]) <= 75 or not 0 < len(option["value"]) <= 150:
            faults.append("option text or value empty or too long")
    if element["type"] == "static_select" and not 0 < len(element["options"]) <= 100:
        faults.append("no options or over 100")
    return faults


def _schema(name: str, value: Any) -> list[str]:
    found = validator(name)
    return [] if found is None else [f"schema: {error.message[:200]}" for error in found.iter_errors(value)]
