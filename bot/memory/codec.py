"""A case as bytes and back: JSON by the fields of the dataclasses, so a new field needs no code.

Fields a newer version no longer knows are dropped and ones it added take their default, so a
case written yesterday opens today.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from bot.memory.case import About, Case, Question
from bot.offers.offer import Offer


def encode(case: Case) -> bytes:
    """A case as UTF-8 JSON; times as ISO 8601."""
    return json.dumps(asdict(case), default=_plain, separators=(",", ":")).encode()


def decode(payload: bytes) -> Case:
    """The case written by `encode`; what does not fit its shape any more is left out."""
    kept = json.loads(payload)
    question = kept.get("question")
    offer = kept.get("offer")
    if offer is not None:
        offer["spans"] = {name: (start, end) for name, (start, end) in offer.get("spans", {}).items()}
    if question is not None:
        question["asked_at"] = datetime.fromisoformat(question["asked_at"])
        question["choices"] = tuple(question.get("choices") or ())
    return Case(
        me=About(**_known(About, kept.get("me") or {})),
        floor=kept.get("floor"),
        offer=Offer(**_known(Offer, offer)) if offer is not None else None,
        offer_about=About(**_known(About, kept.get("offer_about") or {})),
        work=kept.get("work") or "",
        proof=kept.get("proof") or "",
        looked_up=About(**_known(About, kept["looked_up"])) if kept.get("looked_up") else None,
        looked_up_by=kept.get("looked_up_by") or "median",
        question=Question(**_known(Question, question)) if question is not None else None,
    )


def _known(shape: Any, values: dict[str, Any]) -> dict[str, Any]:
    names = {field.name for field in fields(shape)}
    return {name: value for name, value in values.items() if name in names}


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"a case holds no {type(value).__name__}")
