"""A question on the offer at hand, answered in a few lines from its own terms: no look-up, no verdict."""

from __future__ import annotations

from dataclasses import dataclass

from bot.commands.base import Ask, Outcome, Setting
from bot.commands.judging import company_of, slots_of
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.worth.periods import HOURS_A_WEEK, PERIODS_A_YEAR, WEEKS_A_YEAR
from bot.offers.worth.shapes import Worth
from bot.offers.worth.table import worth_of
from bot.turn import Button, Reply
from bot.understand.money import amounts, as_yearly
from bot.understand.offer_questions import Asked, OfferQuestion, offer_question
from bot.understand.question import read
from bot.voice import render

_YEARS = Button("Year by year", "offer.years")
_QUESTIONS = Button("Questions to send", "offer.questions")


@dataclass(frozen=True, slots=True)
class AboutOfferFacts:
    """What was asked of the offer and the figures that answer it.

    `base` is the base a full year, `times` what it is divided by for the period asked, `pay` what that
    makes, before tax; with weeks off, `off` is what they cost a year and `pay` what is left. `worth`
    holds the stake and how each figure was made.
    """

    asked: OfferQuestion
    offer: Offer
    worth: Worth
    base: float | None = None
    times: float = 1
    off: float = 0
    pay: float | None = None


def asks_of_offer(text: str, case: Case) -> bool:
    """Whether words ask something of the offer at hand: no other job, no sum, no look-up made since."""
    if case.offer is None:
        return False
    asked = offer_question(text)
    if asked is None:
        return False
    if asked.about != "pay":
        return True
    said = read(text, spoken=True)
    named = said.role or said.beyond or said.place or said.level or said.unsure
    sums = any(as_yearly(each) is not None for each in amounts(text))
    return case.looked_up is None and not named and not sums


def respond(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """The answer in its first line, how it was made under it, and the next step.

    Raises:
        ValueError: the words ask nothing of an offer at hand (see `asks_of_offer`).
    """
    asked = offer_question(ask.words)
    if asked is None or case.offer is None:
        raise ValueError("no question on an offer at hand")
    offer = case.offer
    facts = _facts(asked, offer)
    text = render(
        f"about_offer_{asked.about}",
        facts=facts,
        asked=asked,
        offer=offer,
        company=company_of(offer),
        worth=facts.worth,
        stake=facts.worth.stake,
        currency=offer.currency or "USD",
    )
    reply = Reply(text, "offer", slots_of(offer, case.offer_about), facts, (_YEARS, _QUESTIONS))
    return Outcome(reply, case)


def _facts(asked: OfferQuestion, offer: Offer) -> AboutOfferFacts:
    worth = worth_of(offer)
    if asked.about != "pay" or worth.yearly_base is None:
        return AboutOfferFacts(asked, offer, worth)
    base = worth.yearly_base.amount
    off = base * min(asked.weeks_off, WEEKS_A_YEAR) / WEEKS_A_YEAR
    times = _times(asked.per, offer)
    return AboutOfferFacts(asked, offer, worth, base, times, off, (base - off) / times)


def _times(per: Asked, offer: Offer) -> float:
    """How many of a period there are in a year, at the hours of the offer."""
    if per == "hour":
        return (offer.hours_per_week or HOURS_A_WEEK) * WEEKS_A_YEAR
    return PERIODS_A_YEAR[per]
