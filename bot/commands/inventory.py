"""What a case holds, by kind and number: what `/forget` asks about and `/export` can hand over apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

from bot.memory.case import Case

Kind = Literal[
    "profile", "floor", "targets", "offers", "corrections", "states", "evidence", "practice", "counter",
    "lookup", "question", "last",
]  # fmt: skip
Part = Literal["profile", "offers", "history", "evidence", "practice", "counter", "other"]

CONFIRM = "forget"  # the command whose own question is no part of what is kept

# Which fields of a case make up a part that can be handed over by itself. A test finds one in none.
PARTS: Mapping[Part, tuple[str, ...]] = {
    "profile": ("me", "floor", "floor_currency", "floor_per", "targets"),
    "offers": ("offer", "offer_about", "said", "others", "shelf"),
    "history": ("before",),
    "evidence": ("pack",),
    "practice": ("drill",),
    "counter": ("sent", "answered"),
    "other": ("looked_up", "looked_up_by", "question", "last"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """How many there are of one kind; for a profile, the fields that are filled."""

    kind: Kind
    count: int
    fields: tuple[str, ...] = ()


def _floor(case: Case) -> tuple[object, ...]:
    return case.floor, case.floor_currency, case.floor_per


def held(case: Case) -> tuple[Held, ...]:
    """What a case holds, the kinds with nothing in them left out."""
    mine = tuple(field.name for field in fields(case.me) if getattr(case.me, field.name) is not None)
    offers = (case.offer is not None) + len(case.others) + len(case.shelf)
    asked = case.question is not None and case.question.command != CONFIRM
    fresh = Case()
    counts = (
        Held("profile", len(mine), mine),
        Held("floor", int(_floor(case) != _floor(fresh))),
        Held("targets", len(case.targets)),
        Held("offers", offers or int(case.offer_about != fresh.offer_about)),
        Held("corrections", len(case.said) + sum(len(each.said) for each in case.shelf)),
        Held("states", len(case.before)),
        Held("evidence", len(case.pack.workflows) + bool(case.pack.quality) + bool(case.pack.portability)),
        Held("practice", int(case.drill is not None)),
        Held("counter", int(case.sent is not None or case.answered is not None)),
        Held("lookup", int((case.looked_up, case.looked_up_by) != (fresh.looked_up, fresh.looked_up_by))),
        Held("question", int(asked)),
        Held("last", int(case.last is not None)),
    )
    return tuple(each for each in counts if each.count)
