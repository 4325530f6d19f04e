"""Views of the offer at hand behind its verdict: year by year, what to ask, what to look at twice."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.base import Ask, Outcome, Setting
from bot.commands.judging import company_of, judge, slots_of
from bot.commands.verdict import QUESTIONS, after, ask_for_one, facts_of
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
