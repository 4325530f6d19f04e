"""What the scripted engines share: real declarations, and a memory of what was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import NoReturn

from bot.commands.base import Ask, Command, Option, Setting
from bot.memory.case import Case
from bot.turn import Choice, Event, Form, Reply, Turn


def _nobody(_ask: Ask, _case: Case, _setting: Setting) -> NoReturn:
    raise AssertionError("a scripted engine answers itself")


def command(name: str, summary: str, *options: Option, form: Form | None = None) -> Command:
    """A declaration that nothing stands behind."""
    return Command(name, summary, _nobody, options, form=form)


class ScriptedEngine:
    """Answers as it is told to, and remembers every turn and the threads they came in."""

    def __init__(self, answer: Callable[[Turn], Reply], *commands: Command) -> None:
        self.answer = answer
        self.commands: Mapping[str, Command] = {each.name: each for each in commands}
        self.turns: list[Turn] = []
        self.threads: set[str] = set()
        self._seen: set[str] = set()
        self._lock = threading.Lock()

    @property
    def events(self) -> list[Event]:
        return [turn.event for turn in self.turns]

    def respond(self, turn: Turn) -> Reply:
        self.turns.append(turn)
        self.threads.add(threading.current_thread().name)
        return self.answer(turn)

    def complete(self, kind: str, prefix: str) -> list[Choice]:
        raise LookupError(f"{kind} {prefix}")

    def take_once(self, key: str) -> bool:
        with self._lock:
            first = key not in self._seen
            self._seen.add(key)
            return first
