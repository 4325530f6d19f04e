"""`/help`: three ways to start, and every command."""

from __future__ import annotations

from dataclasses import dataclass

from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.memory.case import Case
from bot.turn import Button, Reply
from bot.voice import render


@dataclass(frozen=True, slots=True)
class HelpFacts:
    """The commands there are, by name."""

    commands: tuple[str, ...]


def respond(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """All commands, or one in full when it is named."""
    from bot.commands import COMMANDS  # noqa: PLC0415 - help describes the table it stands in

    facts = HelpFacts(tuple(COMMANDS))
    named = COMMANDS.get(ask.words.strip().lower().removeprefix("/"))
    if named is not None and not ask.spoken:
        return Outcome(Reply(render("help_command", command=named), "help", facts=facts), case)
    text = render("help", commands=tuple(COMMANDS.values()))
    return Outcome(Reply(text, "help", facts=facts, actions=(PASTE,)), case)


PASTE = Button("Paste an offer", "offer.open")

COMMAND = Command(
    name="help",
    summary="What I can do, and how to ask",
    respond=respond,
    options=(Option("command", "text", "A command to explain"),),
    example="/help median",
)
