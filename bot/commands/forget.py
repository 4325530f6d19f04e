"""`/forget`: everything kept about a person, gone at once."""

from __future__ import annotations

from dataclasses import dataclass

from bot.commands.base import Ask, Command, Outcome, Setting
from bot.memory.case import Case
from bot.turn import Reply
from bot.voice import render


@dataclass(frozen=True, slots=True)
class ForgetFacts:
    """Whether there was anything to forget."""

    had: bool


def respond(_ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """Forget, without asking twice: what was kept can be pasted again."""
    had = case != Case()
    return Outcome(Reply(render("forgotten", had=had), "forget", facts=ForgetFacts(had)), None)


COMMAND = Command(
    name="forget",
    summary="Delete everything kept about you, at once",
    respond=respond,
    example="/forget",
    clicks={"now": respond},
)
