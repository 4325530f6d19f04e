"""What Parley does not do, said kindly, with what it can do instead."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from bot.commands.base import Ask, Outcome, Respond, Setting
from bot.memory.case import Case
from bot.turn import Reply
from bot.understand.boundaries import Kind
from bot.voice import render


@dataclass(frozen=True, slots=True)
class BoundaryFacts:
    """What was asked for, by its kind. Nothing of the words is kept."""

    kind: Kind


def declining(kind: Kind) -> Respond:
    """The handler that says what Parley does not do; the case stays as it is."""
    return partial(_decline, kind)


def _decline(kind: Kind, _ask: Ask, case: Case, _setting: Setting) -> Outcome:
    text = render("boundary", kind=kind, has_offer=case.offer is not None)
    intent = "help" if kind in ("human", "maker") else "other"
    return Outcome(Reply(text, intent, facts=BoundaryFacts(kind)), case)
