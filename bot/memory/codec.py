"""A case as bytes and back: JSON by the types of the dataclasses, so a new field needs no code.

Fields a newer version no longer knows are dropped, ones it added take their default, and one whose
shape has changed is left out alone: a case written yesterday opens today.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

import msgspec

from bot.memory.case import Case


def encode(case: Case) -> bytes:
    """A case as UTF-8 JSON; times as ISO 8601."""
    return msgspec.json.encode(case)


def decode(payload: bytes) -> Case:
    """The case written by `encode`; what does not fit its shape any more is left out.

    Raises:
        msgspec.DecodeError: the bytes are no JSON.
    """
    kept = _renewed(msgspec.json.decode(payload))
    fitting: dict[str, Any] = {}
    for name, shape in _shapes().items():
        if kept.get(name) is not None:
            try:
                fitting[name] = msgspec.convert(kept[name], shape)
            except msgspec.ValidationError:
                continue
    return Case(**fitting)


def _renewed(kept: dict[str, Any]) -> dict[str, Any]:
    """What a version before the evidence pack kept as two sentences: its first workflow and its proof."""
    if "pack" in kept or not (kept.get("work") or kept.get("proof")):
        return kept
    work, proof = kept.get("work") or "", kept.get("proof") or ""
    return {**kept, "pack": {"workflows": [{"what": work}] if work else [], "quality": proof}}


@cache
def _shapes() -> dict[str, Any]:
    """The type of every field of a case, by name."""
    hints = get_type_hints(Case)
    return {field.name: hints[field.name] for field in fields(Case)}
