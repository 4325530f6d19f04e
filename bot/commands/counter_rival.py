"""Another offer that a person says they hold: put beside the one at hand, with the sentence for it."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.base import Ask, Outcome
from bot.commands.counter_facts import CounterFacts
from bot.commands.judging import Judged, company_of, job_of, slots_of
from bot.commands.shelf import MOST
from bot.memory.case import Case, Shelved
from bot.offers.offer import Offer
from bot.offers.reader import read
from bot.turn import Button, Reply
from bot.understand.text import fold
from bot.voice import render


def beside(ask: Ask, company: str, case: Case) -> tuple[Offer, Case]:
    """That company's offer as the words give it, and the case with it on the shelf where it has a base."""
    found = (ask.found if ask.found and ask.found.offers else read(ask.words)).offers
    other = replace(found[0], company=company) if found else Offer(company=company)
    if other.base_amount is None and other.base_low is None:
        held = next((each for each in case.shelf if _is(each.offer, company)), None)
        return (held.offer if held else other), case
    rest = tuple(each for each in case.shelf if not _is(each.offer, company))
    others = tuple(each for each in case.others if not _is(each, company))
    shelf = (Shelved(other, job_of(other).over(case.me)), *rest)[:MOST]
    return other, replace(case, shelf=shelf, others=others)


def noted(other: Offer, judged: Judged, case: Case) -> Outcome:
    """That it was taken in, which offer stays at hand, and how to name the other truthfully."""
    name = company_of(other) or ""
    held = any(_is(each.offer, other.company or "") for each in case.shelf)
    text = render(
        "counter_rival",
        other=other,
        company=name,
        offer=judged.offer,
        at_hand=company_of(judged.offer),
        held=held,
    )
    facts = CounterFacts(None, judged.quote, judged.critique, scene="rival", mentioned=other)
    actions = (
        Button("Compare them", "compare.show"),
        Button(f"Work on {name}"[:75], "compare.take", name[:60]),
    )
    slots = slots_of(judged.offer, judged.about)
    return Outcome(Reply(text, "counter", slots, facts, actions if held else ()), case)


def _is(offer: Offer, company: str) -> bool:
    return bool(offer.company) and fold(offer.company or "") == fold(company)
