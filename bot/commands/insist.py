"""A text taken for no offer that is one: the person says so, pastes it again, and it is read as one."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.commands.amending.aside import asks, names_floor
from bot.commands.base import Ask, Outcome, Setting
from bot.commands.verdict import no_offer
from bot.memory.case import Case, Question
from bot.offers.judged import NONE, NOT_OFFERED, Judged, judge
from bot.offers.layout import lay_out
from bot.offers.reader import Reading, offers_of, read
from bot.offers.source import LONGEST, read_source
from bot.turn import Button, Field, Form, Reply
from bot.understand.intent import intent
from bot.understand.money import read_amount
from bot.understand.writer import without_writer
from bot.voice import render

INSIST = Button("It is an offer", "offer.insist")
WANTS = "offer_again"  # the open question: the text once more, whatever it looks like

FORM = Form(
    id="offer",
    title="Read it as an offer",
    fields=(Field("insisted", "The offer, once more", multiline=True),),
    submit="Judge it",
)

_SAID = re.compile(
    r"(?:yes|no|but|it is)?[,.!]?\s{0,3}(?:it|this|that)(?:'s|’s| is| was) (?:really |actually )?"
    r"(?:an|my|the) (?:\w{1,20} )?offer[\s.!]{0,5}(?:$|:|\n)",
    re.IGNORECASE,
)
# A bare number under this is no pay: an hour of the day, a floor, a count.
_LEAST_PAY = 15
_PAID = NOT_OFFERED - {NONE}
# What a person may want while that question stands open, though a sum is in it.
_OTHER_WISHES = frozenset(
    ("profile", "forget", "export", "counter", "help", "range", "practice", "median", "premium", "check")
) | {"compare", "evidence", "targets", "package"}


def insisted(text: str) -> str | None:
    """What stands after "it is an offer", "" where nothing does; None where that was not said."""
    said = _SAID.match(text.strip())
    return text.strip()[said.end() :].strip() if said else None


def answers(text: str, asking: Question | None) -> Ask | None:
    """The ask that a text is when it insists on an offer, or is the text that was asked for once more."""
    if insisted(text) is not None:
        return Ask(text=text)
    again = asking is not None and asking.wants == WANTS and read_amount(text) is not None
    if asking is None or not again or intent(text) in _OTHER_WISHES or names_floor(text) or asks(text):
        return None
    job = {"job": asking.known} if asking.known else {}
    return Ask(options={"insisted": text, **job})


def ask_again(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Ask for the text once more: none is kept."""
    reply = Reply(render("offer_insist"), "offer", facts=no_offer(), form=FORM)
    return Outcome(reply, replace(case, question=Question("offer", WANTS, "", setting.now)))


def read_as_offer(text: str) -> Reading:
    """Read a text as an offer, whatever it looks like: today's pay, a hope or a posted range is its pay."""
    found = read(text)
    if found.offers:
        return found
    layout = lay_out(read_source(without_writer(text[:LONGEST])))
    judged = judge(layout)
    taken = [_offered(entry) for entry in judged]
    for kind, role in (("money", "base"), ("percent", "bonus_pct")):
        if not any(entry.role == role for entry in taken):
            first = next((at for at, entry in enumerate(judged) if _is_pay(entry, kind)), None)
            if first is not None:
                taken[first] = taken[first]._replace(role=role)
    offers = tuple(offers_of(layout, taken))
    return Reading(offers) if offers else Reading(other="nothing")


def _offered(entry: Judged) -> Judged:
    """A mention as a term of an offer, where there is another thing it may be."""
    small = entry.figure.bare and entry.figure.unit is None and entry.figure.high < _LEAST_PAY
    return entry if small or entry.role not in NOT_OFFERED else entry._replace(role=entry.instead)


def _is_pay(entry: Judged, kind: str) -> bool:
    """Whether a figure is somebody's pay, or a sum that may be."""
    figure = entry.figure
    if kind == "money" and figure.bare and figure.unit is None and figure.high < _LEAST_PAY:
        return False
    return figure.kind == kind and entry.role in (NOT_OFFERED if kind == "money" else _PAID)
