"""A small engine that answers from a script, with declarations of every kind of option."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.turn import Choice, Field, Form, Reply, Turn

OFFER_FORM = Form(
    id="offer",
    title="Judge an offer",
    fields=(
        Field("text", "The offer, as you got it", multiline=True, max_length=6000),
        Field("floor", "Your floor", required=False, placeholder="150k"),
    ),
)


@dataclass(frozen=True)
class Option:
    name: str
    kind: str
    summary: str = "What it says"
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Command:
    name: str
    summary: str
    options: tuple[Option, ...] = ()
    form: Form | None = None


MEDIAN = Command(
    "median",
    "The median for a job, in a place, at a level",
    (
        Option("level", "level"),
        Option("role", "role", required=True),
        Option("place", "place"),
        Option("ai", "flag", "Only AI-skilled postings"),
        Option("per-hour", "flag"),
    ),
)
OFFER = Command("offer", "Judge an offer", (Option("text", "text"),), OFFER_FORM)
COUNTER = Command("counter", "Write the counter", (Option("tone", "choice", choices=("warm", "plain")),))
HELP = Command("help", "What I can do")


def hello(_turn: Turn) -> Reply:
    return Reply(text="Hello", intent="help")


@dataclass
class ScriptedEngine:
    answer: Callable[[Turn], Reply] = hello
    commands: Mapping[str, Command] = field(
        default_factory=lambda: {c.name: c for c in (MEDIAN, OFFER, COUNTER, HELP)}
    )
    completions: list[Choice] = field(default_factory=list)
    seconds: float = 0.0
    turns: list[Turn] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)

    def respond(self, turn: Turn) -> Reply:
        self.turns.append(turn)
        self.threads.add(threading.current_thread().name)
        time.sleep(self.seconds)
        return self.answer(turn)

    def complete(self, kind: str, prefix: str) -> list[Choice]:
        if not self.completions:
            raise LookupError(f"{kind} {prefix}")
        return self.completions
