"""The engine's door, as every adapter sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.commands.base import Command
from bot.turn import Choice, Reply, Turn


class Engine(Protocol):
    """What `bot.engine.Engine` offers. Every call blocks, and may be made from any thread."""

    @property
    def commands(self) -> Mapping[str, Command]:
        """The declarations by name."""

    def respond(self, turn: Turn) -> Reply:
        """Answer one turn."""

    def complete(self, kind: str, prefix: str) -> list[Choice]:
        """Suggest values of an option's kind (role, place, level) for what was typed so far."""

    def take_once(self, key: str) -> bool:
        """Say True the first time `key` is seen, by whichever replica."""
