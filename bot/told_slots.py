"""The slots of a reply: what a command took from the words, and what else they say."""

from __future__ import annotations

from dataclasses import fields, replace

from bot.commands.about import hear as hear_words
from bot.commands.base import Ask, Outcome, Respond, Setting
from bot.memory.case import About, Case
from bot.turn import Slots
from bot.understand.question import READ_AT_MOST as A_QUESTION

_WITHOUT_PAY = frozenset({"evidence", "help", "why", "export", "forget"})
"""What is said for these holds figures of other things: of work done, of age, of a figure asked about."""


def with_slots(respond: Respond) -> Respond:
    """The handler, its reply's slots filled with what the words say beside what it took from them."""

    def answer(ask: Ask, case: Case, setting: Setting) -> Outcome:
        outcome = respond(ask, case, setting)
        if not ask.text or len(ask.text.split()) > A_QUESTION or outcome.reply.intent == "other":
            return outcome
        told, taken = hear_words(ask.text, About(), spoken=True).slots, outcome.reply.slots
        left_out = getattr(outcome.reply.facts, "present_left_out", False)  # what one earns stands nowhere
        if outcome.reply.intent in _WITHOUT_PAY or left_out:
            told = replace(told, amount=None)
        if taken.level == "manager" and told.level is None:
            taken = replace(taken, level=None)  # "ops manager" names a job
        unsaid = {
            each.name: getattr(told, each.name) for each in fields(Slots) if getattr(taken, each.name) is None
        }
        return replace(outcome, reply=replace(outcome.reply, slots=replace(taken, **unsaid)))

    return answer
