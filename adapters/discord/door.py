"""What this adapter needs of the engine: the shapes of `bot.engine.Engine` it touches, no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.turn import Choice, Form, Reply, Turn


class Option(Protocol):
    """One declared option of a command; `kind` is role, place, level, flag, text or choice."""

    @property
    def name(self) -> str:
        """The option's name, as a person types it."""

    @property
    def kind(self) -> str:
        """How it is completed and drawn."""

    @property
    def summary(self) -> str:
        """One line a person reads while filling it in."""

    @property
    def required(self) -> bool:
        """Whether the command means nothing without it."""

    @property
    def choices(self) -> Sequence[str]:
        """The values of a `choice`; empty for the rest."""


class Declaration(Protocol):
    """One declared command (`bot.commands.base.Command` is one)."""

    @property
    def name(self) -> str:
        """The word after the slash."""

    @property
    def summary(self) -> str:
        """One line a person reads in the list of commands."""

    @property
    def options(self) -> Sequence[Option]:
        """What the command may be told."""

    @property
    def form(self) -> Form | None:
        """What opens when the command is called with nothing."""


class Engine(Protocol):
    """The one door. Every call is synchronous and made from a thread."""

    @property
    def commands(self) -> Mapping[str, Declaration]:
        """Every command by name."""

    def respond(self, turn: Turn) -> Reply:
        """Answer one turn."""

    def complete(self, kind: str, prefix: str) -> list[Choice]:
        """Suggest values of an option's kind for what was typed so far."""
