"""Views of the offer at hand behind its verdict: year by year, what to ask, what to look at twice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.commands.base import Ask, Outcome, Respond, Setting
from bot.commands.by_name import named_offer
from bot.commands.compare_words import names_of
from bot.commands.judging import company_of, judge, slots_of
from bot.commands.shelf import all_offers
from bot.commands.verdict import PASTE, QUESTIONS, after, ask_for_one, facts_of, no_offer
from bot.memory.case import Case
from bot.offers.sheet import years_of
from bot.offers.worth.table import worth_of
from bot.turn import Reply
from bot.voice import render


def show_years(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The offer at hand year by year: every figure with its arithmetic, every assumption in a line."""
    if case.offer is None:
        return ask_for_one(case)
    judged = judge(case, case.offer, setting)
    facts = facts_of(judged, (), case, setting)
    worth = facts.worth or worth_of(case.offer)
    facts = replace(facts, years=years_of(worth, whole=True))
    silent = judged.critique.missing
    text = render(
        "offer_years",
        worth=worth,
        years=facts.years,
        company=company_of(case.offer),
        missing=silent,
        judged=judged.quote is not None,
    )
    slots = slots_of(case.offer, judged.about)
    questions = (QUESTIONS,) if silent else ()
    return Outcome(Reply(text, "offer", slots, facts, after(judged, *questions)), case)


def show_questions(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """All that the offer at hand does not say, as a note to send."""
    if case.offer is None:
        return ask_for_one(case)
    judged = judge(case, case.offer, setting)
    silent = judged.critique.missing
    text = render(
        "offer_questions", missing=silent, company=company_of(case.offer), judged=judged.quote is not None
    )
    slots = slots_of(case.offer, judged.about)
    facts = facts_of(judged, (), case, setting)
    return Outcome(Reply(text, "offer", slots, facts, after(judged)), case)


def show_flags(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The terms of the offer at hand that cost people later, each with what to do about it."""
    if case.offer is None:
        return ask_for_one(case)
    judged = judge(case, case.offer, setting)
    facts = facts_of(judged, (), case, setting)
    text = render("offer_flags", flags=facts.flags, company=company_of(case.offer))
    questions = (QUESTIONS,) if judged.critique.missing else ()
    return Outcome(
        Reply(text, "offer", slots_of(case.offer, judged.about), facts, after(judged, *questions)), case
    )


# What may stand after `/offer` instead of an offer: a view of the one at hand, or of one by its name.
_VIEWS: Mapping[str, Respond] = {
    "years": show_years,
    "year by year": show_years,
    "questions": show_questions,
    "ask": show_questions,
    "flags": show_flags,
    "red flags": show_flags,
}
_OF_ONE = re.compile(
    r"(?P<view>years|year by year|questions|(?:red )?flags) (?:(?:for|from|at|of|to|about) )?(?:the )?"
    r"(?P<name>[^\W\d][^\d]{0,39}?)(?:'s)?(?: offer)?",
    re.IGNORECASE,
)
_MOST_WORDS = 4  # of a company's name


def view_of(text: str, case: Case) -> Respond | None:
    """The view of an offer that words after `/offer` ask for: "years", "questions openai"."""
    said = text.strip(" .!?")
    whole = _VIEWS.get(said.lower())
    found = _OF_ONE.fullmatch(said) if whole is None else None
    if found is None or len(found["name"].split()) > _MOST_WORDS:
        return whole
    show, named = _VIEWS[found["view"].lower()], named_offer(found["name"], case)
    if named is None or named.rest:
        return _not_held(found["name"])

    def of_that(ask: Ask, _case: Case, setting: Setting) -> Outcome:
        return show(ask, named.case, setting)

    return of_that


def _not_held(name: str) -> Respond:
    """The answer where no offer of that name was read: which there are, or that one is to be pasted."""

    def answer(_ask: Ask, case: Case, _setting: Setting) -> Outcome:
        text = render("offer_not_held", said=name, names=names_of(all_offers(case)))
        return Outcome(Reply(text, "offer", facts=no_offer(), actions=(PASTE,)), case)

    return answer
