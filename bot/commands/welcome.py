"""The first thing a person hears, to a greeting or to words that are not understood: three ways to start."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.base import Ask, Outcome, Setting
from bot.commands.help import HelpFacts
from bot.commands.judging import company_of
from bot.commands.verdict import PASTE
from bot.memory.case import Case
from bot.turn import Button, Reply
from bot.voice import render


def is_new(case: Case) -> bool:
    """Whether nothing is known of a person yet."""
    return replace(case, question=None, last=None) == Case()


def greet(_ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """A greeting returned: who Parley is to somebody new, what stands to others, and three ways on."""
    from bot.commands import COMMANDS  # noqa: PLC0415 - help's facts are the table of commands

    text = render(
        "welcome",
        new=is_new(case),
        unclear=False,
        has_offer=case.offer is not None,
        company=company_of(case.offer) if case.offer else None,
    )
    return Outcome(Reply(text, "help", facts=HelpFacts(tuple(COMMANDS)), actions=starts(case)), case)


def introduced(case: Case) -> Outcome:
    """The same for a first text in which nothing was found."""
    text = render("welcome", new=True, unclear=True, has_offer=False, company=None)
    return Outcome(Reply(text, "other", actions=starts(case)), case)


def starts(case: Case) -> tuple[Button, ...]:
    """Three ways to start: with an offer at hand its counter, else an offer to paste."""
    third = Button(render("need", command="range", short=True), "wish.range")
    if case.offer is None:
        return (Button(render("need", command="median", short=True), "wish.median"), PASTE, third)
    counter = Button(render("need", command="counter", short=True), "wish.counter", primary=True)
    return (counter, Button(render("need", command="package", short=True), "wish.package"), PASTE)
