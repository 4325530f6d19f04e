"""The slots of a reply: what a command took from the words, and what else they say."""

from __future__ import annotations

from dataclasses import fields, replace

from bot.commands.about import hear as hear_words
from bot.commands.base import Ask, Outcome, Respond, Setting
from bot.memory.case import About, Case
from bot.turn import Slots
from bot.understand import aliases, roles
from bot.understand.known_companies import company
from bot.understand.question import READ_AT_MOST as A_QUESTION
from bot.understand.question import Question

_WITHOUT_PAY = frozenset({"evidence", "help", "why", "export", "forget"})
"""What is said for these holds figures of other things: of work done, of age, of a figure asked about."""

_ABOUT_AI_PAY = frozenset({"median", "premium", "targets", "counter"})
"""Only where pay is asked for do AI skills change what is meant; elsewhere they are work told."""


def with_slots(respond: Respond) -> Respond:
    """The handler, its reply's slots filled with what the words say beside what it took from them."""

    def answer(ask: Ask, case: Case, setting: Setting) -> Outcome:
        outcome = respond(ask, case, setting)
        if not ask.text or len(ask.text.split()) > A_QUESTION or outcome.reply.intent == "other":
            return outcome
        heard, taken = hear_words(ask.text, About(), spoken=True), outcome.reply.slots
        told = heard.slots
        if told.role is None and not _asks_for_role(outcome.case):
            told = replace(told, role=_likeliest_role(heard.question))
        if outcome.reply.intent not in _ABOUT_AI_PAY:
            told = replace(told, ai=None)
        left_out = getattr(outcome.reply.facts, "present_left_out", False)  # what one earns stands nowhere
        if outcome.reply.intent in _WITHOUT_PAY or left_out:
            told = replace(told, amount=None)
        if taken.level == "manager" and told.level is None:
            taken = replace(taken, level=None)  # "ops manager" names a job
        unsaid = {
            each.name: getattr(told, each.name) for each in fields(Slots) if getattr(taken, each.name) is None
        }
        slots = replace(taken, **unsaid)
        known = company(slots.company) if slots.company else None  # "Ernst and Young" is EY
        slots = replace(slots, company=known.name) if known else slots
        return replace(outcome, reply=replace(outcome.reply, slots=slots))

    return answer


def _asks_for_role(case: Case | None) -> bool:
    """Whether the reply asks which role is meant: then none is taken for granted."""
    return case is not None and case.question is not None and case.question.wants == "role"


def _likeliest_role(read: Question) -> str | None:
    """The role that a short form most likely means, of the several it may: "pm" is a Product Manager."""
    names = roles.spellings().aliases
    said = (names.get(aliases.words(each.said)) for each in read.unsure if each.slot == "role")
    return next((alias.ids[0] for alias in said if alias is not None), None)
