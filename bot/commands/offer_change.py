"""What a text with pay says of the offer at hand: a change of it, or an offer of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace

from bot.commands.about import hear
from bot.commands.amending.line import read_line
from bot.commands.base import Outcome, Setting
from bot.commands.correct import revising
from bot.commands.judging import job_of
from bot.commands.keeping import put_right, revised
from bot.commands.replied import only_revises, replied
from bot.commands.same_offer import same_company
from bot.memory.case import About, Case, Plain
from bot.offers.offer import Offer
from bot.offers.reader import Reading

A_CHANGE = 12  # words; a longer text is an offer of its own
_ANEW = re.compile(r"\b(?:new|another|other|second|different|offer from)\b", re.IGNORECASE)
_HEAD = re.compile(
    r"\s*(?!(?:Offer|New|Update|Updated|Edit|Final|Now|Pay|They|He|She|HR|Recruiter|Me|It|Latest|Yes|No|Ok)\b)"
    r"(?P<name>[A-Z][\w&.'-]{1,24}(?: [A-Z][\w&.'-]{1,24}){0,2}):\s"
)
# How what an employer now says begins.
_THEY_SAY = re.compile(
    r"(?:(?:so|ok(?:ay)?|well|update|news|now)[,:]? ){0,2}(?:they|he|she|hr|(?:the |my )?(?:recruiter"
    r"|hiring manager|manager|company))(?:'ve| have| has| just| now| then| finally| already){0,3}"
    r" (?:answer|repli|respond|said|say|told|wrote|came|come|got back|offer|rais|mov|went|agree|will|can"
    r"|could|would|increas|bump|are (?:now )?(?:at|offering)|is (?:now )?(?:at|offering))",
    re.IGNORECASE,
)
_BARE = re.compile(r"\D?[\d,.]+")  # no k, no period
_TIMES = (
    2.5  # how far a new base may lie from the one offered, as a multiple of it, to be paid by the same period
)


def revision(case: Case, now: Offer, text: str, setting: Setting) -> Outcome | None:
    """What a text changes in the offer at hand, told short; None where it is an offer of its own."""
    told = _told_by_them(text, now, case)
    if told:
        return revising(case, put_right(case, told), setting, tuple(told))
    changed = _changed(case, now, text)
    if case.offer is None or not changed:
        return None
    offer = replace(case.offer, **{name: getattr(now, name) for name in changed})
    kept = revised(replace(case, offer_about=job_of(now).over(case.offer_about)), offer)
    return revising(case, kept, setting, changed)


def named_at_its_head(found: Reading, text: str) -> Reading:
    """The reading of a line that begins with a name no list knows, "Acme: 150k base", with that company."""
    head = _HEAD.match(text)
    if head is None or len(found.offers) != 1 or found.offers[0].company or len(text.split()) > A_CHANGE:
        return found
    line, heard = read_line(head["name"]), hear(head["name"], About(), spoken=False).question
    if line is None or line.named or line.period or heard.role or heard.place or heard.level or heard.unsure:
        return found
    return replace(found, offers=(replace(found.offers[0], company=head["name"]),))


def in_its_period(now: Offer, before: Offer | None, text: str) -> Offer:
    """A base that names no period, in that of the offer at hand: "they said 43" of one by the hour."""
    base, had = now.base_amount, (before.base_amount or before.base_high) if before else None
    if before is None or base is None or had is None or len(text.split()) > A_CHANGE:
        return now
    if before.base_period in (None, "year") or now.base_period != "year":
        return now
    for written in (base, base / 1000):  # a bare "43" was read as thousands
        if had / _TIMES <= written <= had * _TIMES and _BARE.fullmatch(text[slice(*_base_span(now))]):
            return replace(now, base_amount=written, base_period=before.base_period)
    return now


def _changed(case: Case, now: Offer, text: str) -> tuple[str, ...]:
    """The terms a short line changes in the offer at hand: "actually it's 205k base", "plus 30k sign-on".

    A line that names another company or a job, or says it is new, is an offer of its own.
    """
    before, other = case.offer, now.company is not None and not same_company(case, now)
    if before is None or other or now.title or len(text.split()) > A_CHANGE or _ANEW.search(text):
        return ()
    return tuple(
        field.name
        for field in fields(Offer)
        if field.name not in ("spans", "doubts", "currency_explicit", "location", "company")
        and getattr(now, field.name) not in (None, getattr(before, field.name))
    )


def _told_by_them(text: str, now: Offer, case: Case) -> Mapping[str, Plain]:
    """The terms as they now are by what an employer said of the offer at hand: "they answered: ..."."""
    another = now.title is not None or _ANEW.search(text) is not None
    if another or not _THEY_SAY.match(text) or not only_revises(text, case):
        return {}
    return replied(text, case).values


def _base_span(offer: Offer) -> tuple[int, int]:
    return offer.spans.get("base_amount", (0, 0))
