"""A small engine that answers from a script, with declarations of every kind of option."""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.commands.base import Command, Option
from bot.turn import Choice, Field, Form, Reply, Turn
from tests.adapters.scripting import ScriptedEngine, command

OFFER_FORM = Form(
    id="offer",
    title="Judge an offer",
    fields=(
        Field("text", "The offer, as you got it", multiline=True, max_length=6000),
        Field("floor", "Your floor", required=False, placeholder="150k"),
    ),
)
COMMANDS = (
    command(
        "median",
        "The median for a job, in a place, at a level",
        Option("level", "level", "What it says"),
        Option("role", "role", "What it says", required=True),
        Option("place", "place", "What it says"),
        Option("ai", "flag", "Only AI-skilled postings"),
        Option("per-hour", "flag", "What it says"),
    ),
    command("offer", "Judge an offer", Option("text", "text", "What it says"), form=OFFER_FORM),
    command("counter", "Write it", Option("tone", "choice", "What it says", choices=("warm", "plain"))),
    command("help", "What I can do"),
)


def hello(_turn: Turn) -> Reply:
    return Reply(text="Hello", intent="help")


class Scripted(ScriptedEngine):
    """Takes `seconds` over an answer; completes with what it is given, and fails with nothing."""

    def __init__(self, *commands: Command, answer: Callable[[Turn], Reply] = hello) -> None:
        super().__init__(answer, *(commands or COMMANDS))
        self.completions: list[Choice] = []
        self.seconds = 0.0

    def respond(self, turn: Turn) -> Reply:
        reply = super().respond(turn)
        time.sleep(self.seconds)
        return reply

    def complete(self, kind: str, prefix: str) -> list[Choice]:
        return self.completions or super().complete(kind, prefix)
