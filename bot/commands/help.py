"""`/help`: three ways to start, and every command."""

from __future__ import annotations

from dataclasses import dataclass

from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.memory.case import Case
from bot.memory.retention import keep_for
from bot.turn import Button, Reply
from bot.understand import glossary
from bot.understand.glossary import Term
from bot.understand.roles import roles
from bot.voice import render


@dataclass(frozen=True, slots=True)
class HelpFacts:
    """The commands there are, by name, and the `term` explained where one was asked for.

    `keep_days` is how long what is kept stays after its last use.
    """

    commands: tuple[str, ...]
    term: Term | None = None
    keep_days: int = 0


def respond(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """All commands, or one in full when it is named; a word of the field where that is asked for."""
    from bot.commands import COMMANDS  # noqa: PLC0415 - help describes the table it stands in

    facts = HelpFacts(tuple(COMMANDS), keep_days=keep_for().days)
    topic = ask.words.strip().lower().removeprefix("/")
    if topic in ("role", "roles"):
        return Outcome(Reply(render("help_roles", families=_families()), "help", facts=facts), case)
    if topic in ("word", "words", "terms", "glossary"):
        return Outcome(Reply(render("help_words", names=glossary.names()), "help", facts=facts), case)
    named = COMMANDS.get(topic)
    if named is not None and not ask.spoken:
        return Outcome(Reply(render("help_command", command=named), "help", facts=facts), case)
    has_offer = case.offer is not None
    asked = glossary.asked(ask.words, at_hand=has_offer) or (None if ask.spoken else glossary.term(topic))
    if asked is not None:
        text = render("help_term", term=asked, has_offer=has_offer)
        return Outcome(Reply(text, "help", facts=HelpFacts(tuple(COMMANDS), asked)), case)
    text = render("help", commands=tuple(COMMANDS.values()), days=facts.keep_days)
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
    options=(Option("command", "text", "A command or a word to explain (cliff, OTE), or roles, or words"),),
    example="/help median",
)
