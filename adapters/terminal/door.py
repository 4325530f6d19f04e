"""What the terminal needs of the engine, and no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.turn import Choice, Reply, Turn


class DeclaredOption(Protocol):
    """One option of a command, as far as completion reads it."""

    @property
    def name(self) -> str:
        """What it is called: a flag is typed as `--name`."""

    @property
    def kind(self) -> str:
        """How it completes: role, place, level, flag, text or choice."""

    @property
    def summary(self) -> str:
        """What it means, in a line."""

    @property
    def choices(self) -> Sequence[str]:
        """The words a `choice` takes."""


class Declared(Protocol):
    """A command's declaration, as far as help and completion read it."""

    @property
    def summary(self) -> str:
        """What it does, in a line."""

    @property
    def options(self) -> Sequence[DeclaredOption]:
        """What it may be told, in order."""


class Engine(Protocol):
    """The one door, seen from a terminal."""

    @property
    def commands(self) -> Mapping[str, Declared]:
        """The declarations by name."""

    def respond(self, turn: Turn) -> Reply:
        """Answer one turn. Blocks; takes milliseconds."""

    def complete(self, kind: str, prefix: str) -> Sequence[Choice]:
        """Suggest words of a kind (role, place, level) that begin like `prefix`."""
