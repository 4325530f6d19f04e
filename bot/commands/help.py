"""`/help`: three ways to start, and every command."""

from __future__ import annotations

from dataclasses import dataclass

from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.memory.case import Case
from bot.turn import Button, Reply
from bot.understand.roles import roles
from bot.voice import render


@dataclass(frozen=True, slots=True)
class HelpFacts:
    """The commands there are, by name."""

    commands: tuple[str, ...]


def respond(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """All commands, or one in full when it is named."""
    from bot.commands import COMMANDS  # noqa: PLC0415 - help describes the table it stands in

    facts = HelpFacts(tuple(COMMANDS))
    topic = ask.words.strip().lower().removeprefix("/")
    if topic in ("role", "roles"):
        return Outcome(Reply(render("help_roles", families=_families()), "help", facts=facts), case)
    named = COMMANDS.get(topic)
    if named is not None and not ask.spoken:
        return Outcome(Reply(render("help_command", command=named), "help", facts=facts), case)
    text = render("help", commands=tuple(COMMANDS.values()))
    return Outcome(Reply(text, "help", facts=facts, actions=(PASTE,)), case)


def _families() -> dict[str, list[str]]:
    """The labels of all roles by family, in the table's order."""
    families: dict[str, list[str]] = {}
    for role in roles().values():
        families.setdefault(role.family, []).append(role.label)
    return families


PASTE = Button("Paste an offer", "offer.open")

COMMAND = Command(
    name="help",
    summary="What I can do, and how to ask",
    respond=respond,
    options=(Option("command", "text", "A command to explain, or roles for the list of roles"),),
    example="/help median",
)
