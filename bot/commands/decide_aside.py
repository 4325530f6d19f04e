"""What is said to `/decide` in the place of an answer: "later", or what puts right the offer at hand."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.commands.amend import amendment
from bot.commands.amending.shapes import Amendment
from bot.commands.base import Ask, Outcome, Setting
from bot.commands.correct import correcting
from bot.commands.decide_facts import ANSWER, UNREAD, DecideFacts
from bot.commands.replying.deadline import moved_deadline
from bot.memory.case import Case
from bot.turn import Reply
from bot.understand.leaving import leaves
from bot.voice import render

# What puts right what I hold, and is nobody's answer: "no, the base is 182".
_PUTS_RIGHT = re.compile(
    r"(?:no|nope|wait|sorry|actually|correction|i (?:meant|mean))\b(?!.{0,60}\b(?:they|he|she|hr)\b)",
    re.IGNORECASE,
)
_FEW = 16  # words


def aside_of(ask: Ask, case: Case, setting: Setting) -> Outcome | None:
    """What is said in the place of an answer: "later", or what puts right the offer I hold."""
    if ask.known in (ANSWER, UNREAD) and _over(ask.text):
        return Outcome(
            Reply(render("decide_left"), "decide", facts=DecideFacts()), replace(case, question=None)
        )
    right = _put_right(ask, case)
    return correcting(right)(ask, replace(case, question=None), setting) if right is not None else None


def _put_right(ask: Ask, case: Case) -> Amendment | None:
    """What words put right and do not answer: a figure, after an answer that was not read, or a deadline.

    "They said I have until December 9" moves the deadline.
    """
    at_once = ask.known == ANSWER and not ask.text.lower().startswith("no")
    if (ask.known == UNREAD or at_once) and _PUTS_RIGHT.match(ask.text):
        return amendment(ask.text, case)
    return moved_deadline(ask.words, case, alone=True) if len(ask.words.split()) <= _FEW else None


def _over(said: str) -> bool:
    return leaves(said) in ("stop", "later") or said.strip(" .!").lower() in ("skip", "done")
