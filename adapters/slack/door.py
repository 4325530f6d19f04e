"""What the Slack adapter asks of the engine, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.turn import Form, Reply, Turn


class Declared(Protocol):
    """A command's declaration: enough for the manifest and the message shortcut."""

    @property
    def name(self) -> str:
        """Its name without a slash."""

    @property
    def summary(self) -> str:
        """One line on what it does."""

    @property
    def usage(self) -> str:
        """Its arguments as a hint."""

    @property
    def form(self) -> Form | None:
        """The form it opens when called with nothing."""


class Engine(Protocol):
    """The engine's door. Both methods block; both may be called from any thread."""

    @property
    def commands(self) -> Mapping[str, Declared]:
        """Declarations by name."""

    def respond(self, turn: Turn) -> Reply:
        """Answer one turn."""

    def take_once(self, key: str) -> bool:
        """Say True the first time `key` is seen, by whichever replica."""
