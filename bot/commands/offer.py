"""`/offer`: read a pasted offer and hold it against the median, the employer type and the floor."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import Literal

from bot.commands import words
from bot.commands.about import Doubt, Heard, doubt, hear, readings
from bot.commands.amend import amended
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.judging import Judged, company_of, job_of, judge, slots_of, title_of
from bot.market.quote import Quote
from bot.memory.case import About, Case, Question
from bot.offers.offer import Offer
from bot.offers.reader import Reading, read
from bot.offers.value import FourYears, four_year_total
from bot.playbook.critique import Critique
from bot.turn import Button, Field, Form, Reply
from bot.voice import render

A_CHANGE = 12  # words; a longer text is an offer of its own
_ANEW = re.compile(r"\b(?:new|another|other|second|different|offer from)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OfferFacts:
    """What was read and how it stands. The first offer is judged; `others` stood in the same text."""

    offer: Offer | None
    others: tuple[Offer, ...]
    quote: Quote | None
    beside: tuple[Quote, ...]
    critique: Critique | None
    worth: FourYears | None


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Read and judge what was pasted, answer an open question about it, or open the form."""
    if ask.known and case.offer is not None:
        return _answered(ask, case, setting)
    text = ask.options.get("offer", "") or ask.text
    if not text.strip():
        return Outcome(Reply(render("offer_paste"), "offer", form=FORM), case)
    found = ask.found or read(text)
    if not found.offers:
        return _none(found, ask, case, setting)
    offer = found.offers[0]
    changed = _changed(case.offer, offer, text) if len(found.offers) == 1 else ()
    if case.offer is not None and changed:
        offer = replace(case.offer, **{name: getattr(offer, name) for name in changed})
        kept = replace(case, offer=offer, offer_about=job_of(found.offers[0]).over(case.offer_about))
        return _reply(kept, offer, setting, changed=changed)
    told = hear(ask.options.get("job", ""), About(), spoken=False)
    about = told.about.over(job_of(offer)).over(case.me)
    kept = replace(case, offer=offer, offer_about=about, question=None, looked_up=None)
    if about.role is None and offer.title:  # a title of two letters is read as people type it
        told = hear(offer.title, about, spoken=False)
        about = told.about
        kept = replace(kept, offer_about=about)
    unclear = doubt(replace(told, about=about), "offer.pick", needs_role=False)
    if unclear is not None:
        return _asked_back(replace(told, about=about), unclear, kept, setting)
    return _owning_up(told, _reply(kept, offer, setting, others=found.offers[1:]))


def _none(found: Reading, ask: Ask, case: Case, setting: Setting) -> Outcome:
    """No offer in the words: those about the one at hand get it judged again, the rest are told so."""
    if case.offer is not None and ask.spoken and found.other in (None, "question", "nothing"):
        return _reply(case, case.offer, setting)
    reply = Reply(render("offer_none", other=found.other or "nothing"), "offer", facts=_nothing())
    return Outcome(replace(reply, actions=(PASTE,)), case)


def _changed(before: Offer | None, now: Offer, text: str) -> tuple[str, ...]:
    """The terms a short line changes in the offer at hand: "actually it's 205k base", "plus 30k sign-on".

    A line that names a company or a job, or says it is new, is an offer of its own.
    """
    if before is None or now.company or now.title or len(text.split()) > A_CHANGE or _ANEW.search(text):
        return ()
    return tuple(
        field.name
        for field in fields(Offer)
        if field.name not in ("spans", "currency_explicit", "location")
        and getattr(now, field.name) not in (None, getattr(before, field.name))
    )


def change(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """A line that puts the offer at hand right; what changes nothing gets the offer judged as it stands."""
    now = amended(ask.text, case) or case
    return _reply(now, _kept_offer(now), setting, changed=("offer",) if now != case else ())


def open_form(_ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """The button under help: open the form."""
    return Outcome(Reply(render("offer_paste"), "offer", form=FORM), case)


def pick(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """A choice made on a button, about the job an offer is for."""
    if case.offer is None:
        return Outcome(Reply(render("offer_paste"), "offer", form=FORM), case)
    kept = replace(case, offer_about=words.unpack(ask.known), question=None)
    return _reply(kept, case.offer, setting)


def _answered(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The answer to "which role, level and city?"."""
    heard = hear(ask.words, words.unpack(ask.known), spoken=ask.spoken)
    unclear = doubt(heard, "offer.pick")
    if unclear is not None:
        return _asked_back(heard, unclear, case, setting)
    kept = replace(case, offer_about=heard.about, question=None)
    return _owning_up(heard, _reply(kept, _kept_offer(case), setting))


def _asked_back(heard: Heard, unclear: Doubt, case: Case, setting: Setting) -> Outcome:
    """The question that settles the job, left open."""
    question = Question("offer", unclear.wants, words.pack(heard.about), setting.now, unclear.choices)
    reply = Reply(unclear.text, "offer", heard.slots, _nothing(), unclear.actions)
    return Outcome(reply, replace(case, question=question))


def _owning_up(heard: Heard, outcome: Outcome) -> Outcome:
    """The outcome, with the words that were taken for something else named under it."""
    owned = "".join(f"\n\n{render('read_as', read=read)}" for read in readings(heard))
    return replace(outcome, reply=replace(outcome.reply, text=outcome.reply.text + owned))


def _kept_offer(case: Case) -> Offer:
    if case.offer is None:
        raise ValueError("an answer about an offer, with no offer kept")
    return case.offer


def _reply(
    case: Case,
    offer: Offer,
    setting: Setting,
    *,
    others: tuple[Offer, ...] = (),
    changed: tuple[str, ...] = (),
) -> Outcome:
    """The judged offer in words; `others` were read in the same text, `changed` are terms just corrected."""
    judged = judge(case, offer, setting)
    about, quote_ = judged.about, judged.quote
    wants = _wanting(judged)
    question = Question("offer", wants, words.pack(about), setting.now) if wants else None
    worth = four_year_total(offer)
    text = render(
        "offer",
        offer=offer,
        others=[(company_of(other), other) for other in others],
        quote=quote_,
        beside=judged.beside,
        compared=[(other, words.job(other.role, other.level)) for other in judged.beside],
        critique=judged.critique,
        why_not=judged.why_not,
        wants=wants,
        job=words.job(quote_.role, quote_.level) if quote_ else None,
        asked_job=words.job(about.role, about.level) if about.role else None,
        role=words.job(about.role) if about.role else None,
        title=title_of(offer, about),
        company=company_of(offer),
        place=words.place_name(about.place) if about.place else None,
        worth=worth,
        read_any=bool(offer.spans),
        changed=bool(changed),
    )
    facts = OfferFacts(offer, others, quote_, judged.beside, judged.critique, worth)
    reply = Reply(text, "offer", slots_of(offer, about), facts, _actions(judged))
    return Outcome(reply, replace(case, question=question))


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


def _actions(judged: Judged) -> tuple[Button, ...]:
    if judged.critique.base_low is None:
        return (PASTE,)
    return (Button("Write the counter", "counter.write", primary=True), PASTE)


def _nothing() -> OfferFacts:
    return OfferFacts(None, (), None, (), None, None)


PASTE = Button("Paste an offer", "offer.open")

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

COMMAND = Command(
    name="offer",
    summary="Paste an offer and see how it stands",
    respond=respond,
    options=(Option("offer", "text", "The offer's text; leave it out to get a form to paste into"),),
    example="/offer 185k base, 15% bonus, 20k sign-on, senior swe at Stripe, Seattle",
    clicks={"open": open_form, "pick": pick},
    form=FORM,
)
