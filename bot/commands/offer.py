"""`/offer`: read a pasted offer and hold it against the median, the employer type and the floor."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import Literal

from bot.commands import words
from bot.commands.about import Doubt, Heard, asked_of, doubt, hear, readings
from bot.commands.amend import amended
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.sums import DOLLARS
from bot.market.ladder import quote
from bot.market.quote import Quote
from bot.memory.case import About, Case, Question
from bot.offers.offer import Offer
from bot.offers.reader import Reading, read
from bot.offers.value import FourYears, four_year_total
from bot.playbook.critique import Critique, critique
from bot.turn import Button, Field, Form, Reply, Slots
from bot.understand import employers, levels, places, titles
from bot.understand.ai import in_title
from bot.understand.text import tokens
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


WhyNot = Literal["", "currency", "role", "abroad", "unknown"]


@dataclass(frozen=True, slots=True)
class Judged:
    """An offer with its benchmark; `why_not` says why there is none."""

    offer: Offer
    about: About
    quote: Quote | None
    beside: tuple[Quote, ...]
    critique: Critique
    why_not: WhyNot


def judge(case: Case, offer: Offer, setting: Setting) -> Judged:
    """Hold an offer against the market for the job it is for."""
    about = case.offer_about
    if about.ai is None and case.work and in_title(case.work):
        about = replace(about, ai=True)  # AI work is what the AI-skilled median pays for
    about = about.over(About(ai=case.me.ai))
    best: Quote | None = None
    beside: tuple[Quote, ...] = ()
    why_not: WhyNot = ""
    if offer.currency not in (None, DOLLARS):
        why_not = "currency"
    elif about.role is None:
        why_not = "role"
    else:
        answer = quote(setting.market, asked_of(about))
        best, beside, why_not = answer.quote, answer.beside, answer.note or ""
    floor = case.floor if offer.currency in (None, DOLLARS) else None
    return Judged(offer, about, best, beside, critique(offer, best, floor), why_not)


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


def job_of(offer: Offer) -> About:
    """The cell an offer is for, as its title, level and location name it."""
    title = titles.read_title(offer.title) if offer.title else None
    level = title.level if title else None
    if level is None and offer.level:
        found = levels.mentions(tokens(f"level {offer.level}"))
        level = found[0].ids[0] if found else None
    return About(
        role=title.role if title else None,
        place=_place_of(offer),
        level=level,
        ai=True if title and title.ai else None,
    )


def _place_of(offer: Offer) -> str | None:
    if not offer.location:
        return None
    where = places.read_location(offer.location)
    abroad = tuple(country for country in where.countries if country != "US")
    for ids in (where.metros, where.states, abroad):
        if ids:
            return ids[0]
    return "remote" if where.remote else None


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


def slots_of(offer: Offer, about: About) -> Slots:
    """An offer's job and base as the slots of a reply."""
    return Slots(
        role=about.role,
        place=words.place_name(about.place) if about.place else None,
        level=about.level,
        ai=about.ai,
        company=offer.company,
        amount=offer.base_amount,
    )


def title_of(offer: Offer, about: About) -> str | None:
    """The job's title for a letter: as the offer writes it, or in full where it was said in short."""
    if offer.title and not offer.title.islower():
        return offer.title
    return words.job(about.role, about.level) if about.role else offer.title


def company_of(offer: Offer) -> str | None:
    """The company's name as it writes it itself where known, else as read, with a capital."""
    known = employers.employer(offer.company)
    if known is not None and offer.company and offer.company.islower():
        return known.name
    return offer.company.title() if offer.company and offer.company.islower() else offer.company


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
