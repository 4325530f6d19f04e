"""A letter for one of the smaller things: time off, title, start date, a review, the move, days at home."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.commands.base import Ask, Outcome, Setting
from bot.commands.counter_buttons import ANSWERED
from bot.commands.counter_facts import CounterFacts
from bot.commands.judging import judge, slots_of
from bot.commands.letter_names import company_said, title_said
from bot.commands.package import respond as package
from bot.commands.package_words import read_pulled
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.worth.table import worth_of
from bot.playbook.letter import length
from bot.playbook.lever_shapes import LeverKind
from bot.playbook.levers import NOTICE_MONTHS, REVIEW_MONTHS, SEVERANCE_MONTHS, levers
from bot.playbook.stuck import Further
from bot.turn import Button, File, Reply
from bot.understand.counter_talk import CounterTalk
from bot.understand.told import Told
from bot.voice import render

SMALL: Final[frozenset[LeverKind]] = frozenset(
    ("vacation", "title", "start_date", "review", "relocation", "severance", "remote", "refresh")
)
_DAYS = re.compile(
    r"\b(?P<number>\d{1,2}|an?|one|two|three|four|five|six)(?: more)? (?P<unit>days?|weeks?|months?)\b",
    re.IGNORECASE,
)


def small_letter(talk: CounterTalk, told: Told, case: Case, offer: Offer, setting: Setting) -> Outcome | None:
    """The letter that asks for the small thing few words name; None where they name none.

    What the job has no room for is told by `/package`. The letter is no counter on a sum, so nothing is kept
    to hold their answer against.
    """
    kind = read_pulled(talk.lever).lever if talk.lever else None
    named_sum = (told.amount is not None and _said(talk.rest) is None) or told.percent is not None
    if kind is None or kind not in SMALL or named_sum:
        return None
    judged = judge(case, offer, setting)
    lever = next(
        (each for each in levers(offer, worth_of(offer), judged.critique) if each.kind == kind), None
    )
    if lever is None:
        return package(Ask(text=talk.lever), case, setting)
    values = {
        "kind": kind,
        "lever": lever,
        "tone": talk.tone or "warm",
        "form": talk.form,
        "said": _said(talk.rest) if kind in ("vacation", "start_date") else None,
        "months": (NOTICE_MONTHS if offer.by_contract else SEVERANCE_MONTHS, REVIEW_MONTHS),
        "contract": offer.by_contract,
        "title": title_said(offer, judged.about),
        "company": company_said(offer),
    }
    letter = render("counter_small_letter", **values)
    week = lever.a_year[0] if kind == "vacation" and lever.a_year else None
    facts = CounterFacts(
        None,
        judged.quote,
        judged.critique,
        form=talk.form,
        tone=talk.tone or "warm",
        further=Further((kind,), week),
        words=length(letter),
    )
    text = render("counter_small", letter=letter, week=week, currency=offer.currency, **values)
    buttons = (ANSWERED, Button("What it is worth", "package.show"))
    reply = Reply(text, "counter", slots_of(offer, judged.about), facts, buttons)
    return Outcome(replace(reply, file=File("counter.txt", letter, shown=True)), case)


def _said(words: str) -> str | None:
    """So many days or weeks as the person names them: "25 days"; None where they name none."""
    found = _DAYS.search(words)
    return f"{found['number']} {found['unit']}".lower() if found else None
