"""Outgoing request bodies against Discord's own OpenAPI description, and what it does not check."""

from __future__ import annotations

import copy
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

_OPENAPI = Path(__file__).resolve().parents[4] / "shared" / "schemas" / "discord_openapi.json"


@cache
def _description() -> dict[str, Any]:
    if not _OPENAPI.exists():
        pytest.skip("shared/schemas/discord_openapi.json is not here")
    loaded: dict[str, Any] = json.loads(_OPENAPI.read_text("utf-8"))
    return loaded


@cache
def _routes() -> list[tuple[re.Pattern[str], str]]:
    paths = sorted(_description()["paths"], key=lambda path: path.count("{"))
    return [(re.compile(re.sub(r"\{\w+\}", "[^/]+", path) + "$"), path) for path in paths]


@cache
def _validator(method: str, path: str) -> jsonschema.Draft202012Validator | None:
    body = _description()["paths"][path][method.lower()].get("requestBody")
    if body is None:
        return None
    schema = {**body["content"]["application/json"]["schema"], "components": _description()["components"]}
    return jsonschema.Draft202012Validator(schema)


def check(method: str, path: str, body: Any) -> None:
    """Fail unless Discord describes this request so; skip where its description is absent."""
    path = path.partition("?")[0]
    route = next((route for pattern, route in _routes() if pattern.match(path)), None)
    assert route is not None, f"Discord has no {method} {path}"
    validator = _validator(method, route)
    if validator is None or body is None:
        return
    body = copy.deepcopy(body)
    data = (body.get("data") or body) if isinstance(body, dict) else {}
    for attachment in data.get("attachments") or ():
        # Described as text; the library sends a number, which Discord takes.
        attachment["id"] = str(attachment["id"])
    errors = [error.message[:300] for error in validator.iter_errors(body)]
    assert not errors, f"{method} {path}: {errors}"
    beyond(data)


def beyond(data: dict[str, Any]) -> None:
    """Check what Discord refuses and its description lets pass."""
    choices = data.get("choices") or []
    assert len(choices) <= 25
    assert all(1 <= len(choice["name"]) <= 100 and 1 <= len(choice["value"]) <= 100 for choice in choices)
    if "content" in data and data["content"] is not None:
        assert 0 < len(data["content"]) <= 2000
        assert data["allowed_mentions"] == {"parse": []}
        assert data["flags"] & 4, "links must not unfurl"
    for embed in data.get("embeds") or ():
        assert all(entry["name"] and entry["value"] for entry in embed.get("fields") or ())
    rows = data.get("components") or []
    assert len(rows) <= 5
    ids = [item["custom_id"] for row in rows for item in row.get("components") or ()]
    assert len(ids) == len(set(ids)), "Discord refuses an id twice"
    assert all(len(custom_id) <= 100 for custom_id in ids)
