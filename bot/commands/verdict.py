"""The reply that judges an offer: verdict, what was read, its years, what to ask; and the views behind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bot.commands import words
from bot.commands.base import Ask, Outcome, Setting
from bot.commands.doubt import DoubtShown, doubt_actions, doubts_of, other_actions
from bot.commands.judging import Judged, company_of, judge, slots_of, title_of
from bot.market.quote import Quote
from bot.memory.case import About, Case, Question
from bot.offers.offer import Offer
from bot.offers.sheet import Row, Years, rows_of, years_of
from bot.offers.worth.periods import WEEKS_A_YEAR, full_time
from bot.offers.worth.shapes import Worth
from bot.offers.worth.table import worth_of
from bot.playbook.critique import Critique
from bot.playbook.missing import missing
from bot.turn import Action, Button, Field, Form, Reply
from bot.voice import render

PASTE = Button("Paste an offer", "offer.open")
_COUNTER = Button("Write the counter", "counter.write", primary=True)
_YEARS = Button("Year by year", "offer.years")
_QUESTIONS = Button("Questions to send", "offer.questions")

FORM = Form(
    id="offer",
    title="Judge an offer",
    fields=(
        Field(
            "offer",
            "The offer, as you got it",
            multiline=True,
            placeholder="185k base, 15% target bonus, 20k sign-on, 120k RSUs over 4 years ...",
        ),
        Field(
            "job",
            "Role, level and city, if the text omits them",
            required=False,
            placeholder="Senior software engineer, Seattle",
            max_length=200,
        ),
    ),
    submit="Judge it",
)


@dataclass(frozen=True, slots=True)
class OfferFacts:
    """What was read and how it stands. The first offer is judged; `others` stood in the same text.

    `table` is what was read, a row a term, and `years` what it pays by year; `doubts` are the terms
    asked about. `full_time_hours` are those a week that the base is held against the market by, where
    the offer is for other hours. `other` is what a text without an offer was taken for.
    """

    offer: Offer | None
    others: tuple[Offer, ...]
    quote: Quote | None
    beside: tuple[Quote, ...]
    critique: Critique | None
    worth: Worth | None
    table: tuple[Row, ...] = ()
    years: Years | None = None
    doubts: tuple[DoubtShown, ...] = ()
    full_time_hours: float | None = None
    other: str | None = None


def no_offer(other: str | None = None) -> OfferFacts:
    """The facts where there is no offer; `other` is what the text was taken for."""
    return OfferFacts(None, (), None, (), None, None, other=other)


def judged_reply(
    case: Case,
    offer: Offer,
    setting: Setting,
    *,
    others: tuple[Offer, ...] = (),
    changed: tuple[str, ...] = (),
) -> Outcome:
    """The judged offer in words; `others` were read in the same text, `changed` are terms just corrected."""
    judged = judge(case, offer, setting)
    about, quote = judged.about, judged.quote
    wants = _wanting(judged)
    question = Question("offer", wants, words.pack(about), setting.now) if wants else None
    facts = _facts(judged, others, case)
    text = render(
        "offer",
        offer=offer,
        others=[(_named(other, at), other) for at, other in enumerate(others, 2)],
        quote=quote,
        beside=judged.beside,
        compared=[(other, words.job(other.role, other.level)) for other in judged.beside],
        critique=judged.critique,
        why_not=judged.why_not,
        wants=wants,
        job=words.job(quote.role, quote.level) if quote else None,
        asked_job=words.job(about.role, about.level) if about.role else None,
        role=words.job(about.role) if about.role else None,
        title=title_of(offer, about),
        company=company_of(offer),
        place=words.place_name(about.place) if about.place else None,
        where=_where(offer, about),
        worth=facts.worth,
        table=facts.table,
        years=facts.years,
        doubts=facts.doubts,
        full_time_hours=facts.full_time_hours,
        changed=bool(changed),
    )
    reply = Reply(text, "offer", slots_of(offer, about), facts, _actions(case, judged, facts))
    return Outcome(reply, replace(case, question=question))


def _facts(judged: Judged, others: tuple[Offer, ...], case: Case) -> OfferFacts:
    offer = judged.offer
    worth = worth_of(offer)
    return OfferFacts(
        offer=offer,
        others=others,
        quote=judged.quote,
        beside=judged.beside,
        critique=judged.critique,
        worth=worth,
        table=rows_of(offer, worth),
        years=years_of(worth),
        doubts=doubts_of(offer, case.said),
        full_time_hours=_held_at(offer),
    )


def _held_at(offer: Offer) -> float | None:
    """The hours a week that make a rate a year for the benchmark, where the offer is for others."""
    if offer.base_period != "hour" or offer.hours_per_week is None:
        return None
    hours = full_time(offer) / WEEKS_A_YEAR
    return hours if hours != offer.hours_per_week else None


def _named(offer: Offer, at: int) -> str:
    """An offer by its company, its title, or its number in the text."""
    return company_of(offer) or offer.title or f"Offer {at}"


def _where(offer: Offer, about: About) -> str | None:
    """Where the job is: the place as it is known in full, and the city of the offer in a country abroad."""
    place = words.place_name(about.place) if about.place else None
    abroad = about.place is not None and len(about.place) == 2  # noqa: PLR2004
    if abroad and offer.location and offer.location.isupper():
        return place
    if abroad and offer.location and "," in offer.location:
        return offer.location
    if abroad and offer.location and offer.location.casefold() != (place or "").casefold():
        return (
            offer.location
            if place and place.casefold() in offer.location.casefold()
            else f"{offer.location}, {place}"
        )
    return place or offer.location


def _wanting(judged: Judged) -> Literal["", "role", "place", "level"]:
    """What to ask about the job, if anything would sharpen the benchmark."""
    if judged.why_not == "currency":
        return ""
    if judged.why_not == "role":
        return "role"
    if judged.about.place is None:
        return "place"
    measured = judged.quote is not None and judged.quote.n is not None
    return "level" if measured and judged.about.level is None else ""


def _actions(case: Case, judged: Judged, facts: OfferFacts) -> tuple[Action, ...]:
    """What to press: an answer to a doubt first, then the counter and the views behind the reply."""
    actions: list[Action] = list(doubt_actions(judged.offer, case.said))
    if judged.critique.base_low is not None:
        actions.append(_COUNTER)
    actions += other_actions(facts.others)
    if facts.years is not None or (facts.worth and facts.worth.stake):
        actions.append(_YEARS)
    if judged.critique.missing:
        actions.append(_QUESTIONS)
    return (*actions, PASTE)


def show_years(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The offer at hand year by year: every figure with its arithmetic, every assumption in a line."""
    if case.offer is None:
        return ask_for_one(case)
    judged = judge(case, case.offer, setting)
    facts = _facts(judged, (), case)
    worth = facts.worth or worth_of(case.offer)
    facts = replace(facts, years=years_of(worth, whole=True))
    silent = missing(case.offer)
    text = render(
        "offer_years", worth=worth, years=facts.years, company=company_of(case.offer), missing=silent
    )
    slots = slots_of(case.offer, judged.about)
    questions = (_QUESTIONS,) if silent else ()
    return Outcome(Reply(text, "offer", slots, facts, _after(judged, *questions)), case)


def show_questions(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """All that the offer at hand does not say, as a note to send."""
    if case.offer is None:
        return ask_for_one(case)
    judged = judge(case, case.offer, setting)
    silent = missing(case.offer)
    text = render("offer_questions", missing=silent, company=company_of(case.offer))
    slots = slots_of(case.offer, judged.about)
    facts = _facts(judged, (), case)
    return Outcome(Reply(text, "offer", slots, facts, _after(judged)), case)


def _after(judged: Judged, *further: Action) -> tuple[Action, ...]:
    """What to press under a view: the counter where there is a base, and what else there is."""
    return (_COUNTER, *further) if judged.critique.base_low is not None else further


def ask_for_one(case: Case) -> Outcome:
    """The form to paste an offer into, and what to do where there are no forms."""
    return Outcome(Reply(render("offer_paste"), "offer", facts=no_offer(), form=FORM), case)
