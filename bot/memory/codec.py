"""A case as bytes and back: JSON by the fields of the dataclasses, so a new field needs no code.

Fields a newer version no longer knows are dropped and ones it added take their default, so a
case written yesterday opens today.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from bot.memory.case import About, Case, Draft, Question, Said
from bot.offers.offer import Doubt, Offer


def encode(case: Case) -> bytes:
    """A case as UTF-8 JSON; times as ISO 8601."""
    return json.dumps(asdict(case), default=_plain, separators=(",", ":")).encode()


def decode(payload: bytes) -> Case:
    """The case written by `encode`; what does not fit its shape any more is left out."""
    kept = json.loads(payload)
    question = kept.get("question")
    if question is not None:
        question["asked_at"] = datetime.fromisoformat(question["asked_at"])
        question["choices"] = tuple(question.get("choices") or ())
    return Case(
        me=_about(kept.get("me")),
        floor=kept.get("floor"),
        offer=_offer(kept.get("offer")),
        offer_about=_about(kept.get("offer_about")),
        work=kept.get("work") or "",
        proof=kept.get("proof") or "",
        looked_up=_about(kept["looked_up"]) if kept.get("looked_up") else None,
        looked_up_by=kept.get("looked_up_by") or "median",
        question=Question(**_known(Question, question)) if question is not None else None,
        said=_said(kept.get("said")),
        others=_offers(kept.get("others")),
        before=tuple(_draft(each) for each in kept.get("before") or ()),
    )


def _about(kept: dict[str, Any] | None) -> About:
    return About(**_known(About, kept or {}))


def _offer(kept: dict[str, Any] | None) -> Offer | None:
    if kept is None:
        return None
    spans = {name: (start, end) for name, (start, end) in kept.get("spans", {}).items()}
    doubts = tuple(Doubt(**_known(Doubt, each)) for each in kept.get("doubts") or ())
    return Offer(**{**_known(Offer, kept), "spans": spans, "doubts": doubts})


def _offers(kept: list[dict[str, Any]] | None) -> tuple[Offer, ...]:
    return tuple(offer for each in kept or () if (offer := _offer(each)) is not None)


def _said(kept: dict[str, Any] | None) -> dict[str, Said]:
    return {
        term: Said(each.get("values") or {}, tuple(each.get("readings") or ()), each.get("pasted") or {})
        for term, each in (kept or {}).items()
    }


def _draft(kept: dict[str, Any]) -> Draft:
    return Draft(
        _offer(kept.get("offer")),
        _about(kept.get("about")),
        _said(kept.get("said")),
        _offers(kept.get("others")),
    )


def _known(shape: Any, values: dict[str, Any]) -> dict[str, Any]:
    names = {field.name for field in fields(shape)}
    return {name: value for name, value in values.items() if name in names}


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"a case holds no {type(value).__name__}")
