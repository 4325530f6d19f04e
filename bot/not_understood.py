"""What is said where there is nothing to answer: words without a wish, an unknown command, a file unread."""

from __future__ import annotations

import re

from bot import meaning, proposing
from bot.commands import COMMANDS
from bot.commands.base import Ask, Outcome, Setting
from bot.memory.case import Case
from bot.offers.documents.document import READ_AT_MOST
from bot.turn import Reply
from bot.voice import render

NEAR = 70  # how alike, of 100, an unknown command must be to a known one to be suggested
_THANKS = re.compile(
    r"(?:(?:many |much )?(?:thanks|thank you|thx|ty|cheers)|great|perfect|awesome)\b.{0,20}", re.I
)


def other(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Say that nothing was found in the words, or propose what they may want."""
    aside = "thanks" if _THANKS.fullmatch(ask.text) else "other" if meaning.is_aside(ask.text) else ""
    if not aside and any(map(str.isalnum, ask.text)):
        proposed = proposing.proposing(ask, case, setting)
        if proposed is not None:
            return proposed
    text = render("other", empty=not ask.text, aside=aside, command=None, near=())
    return Outcome(Reply(text, "other"), case)


def no_such_choice(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """Say how many choices there are."""
    command = case.question.command if case.question else "other"
    return Outcome(Reply(render("no_such_choice", most=int(ask.known)), command), case)


def unknown_command(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """Say that there is no such command, and which are nearest."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only for a mistyped command

    typed = ask.text.lower()
    found = process.extract(typed, list(COMMANDS), score_cutoff=NEAR, limit=2)
    # What deletes is suggested only for itself misspelt, never for a word that is a part of it.
    near = tuple(name for name, *_ in found if name != "forget" or fuzz.ratio(typed, name) >= NEAR)
    text = render("other", empty=False, aside="", command=ask.text[:40], near=near)
    return Outcome(Reply(text, "other"), case)


def too_long(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """Say how long a text may be."""
    length = len(ask.text) + sum(len(value) for value in ask.options.values())
    return Outcome(Reply(render("too_long", length=length, limit=READ_AT_MOST), "other"), case)


def refuse_file(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """Say why a file could not be read."""
    text = render("cannot_read_file", reason=ask.known, attached=ask.spoken)
    return Outcome(Reply(text, "other"), case)
