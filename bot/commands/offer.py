"""`/offer`: read a pasted offer and hold it against the median, the employer type and the floor."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.commands import words
from bot.commands.about import Doubt, Heard, doubt, hear, readings, understood
from bot.commands.answering import taken_back
from bot.commands.base import Ask, Command, Option, Outcome, Respond, Setting
from bot.commands.by_name import named_offer
from bot.commands.insist import INSIST, ask_again, insisted, read_as_offer
from bot.commands.insist import WANTS as OFFER_AGAIN
from bot.commands.judging import outside
from bot.commands.keeping import taken_up
from bot.commands.offer_change import A_CHANGE, in_its_period, named_at_its_head, revision
from bot.commands.offer_job import job_heard
from bot.commands.offer_views import show_flags, show_questions, show_years, view_of
from bot.commands.several import read_each
from bot.commands.verdict import (
    FORM,
    PASTE,
    OfferFacts,
    ask_for_one,
    judged_reply,
    no_offer,
)
from bot.memory.case import About, Case, Question
from bot.offers.offer import Offer
from bot.offers.reader import NO_PAY, Reading
from bot.turn import Reply
from bot.understand.money import read_amount
from bot.understand.nearest import as_shown
from bot.understand.occupations import as_written
from bot.voice import render

__all__ = ["COMMAND", "FORM", "PASTE", "OfferFacts"]


# A clause asked about in a sentence of its own, with no figure that would change it.
_CLAUSE = re.compile(r"\b(?:claw[ -]?backs?|non[ -]?competes?|red flags?)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")

_JUDGE = re.compile(
    r"(?:judge|rate|review|assess|evaluate|show(?: me)?|look at"
    r"|(?:let'?s )?(?:work on|switch to|bring up|take up))\s+",
    re.IGNORECASE,
)
_IS_GOOD = re.compile(
    r"(?:(?:ok(?:ay)?|so|and|then),? ){0,3}(?:is|how(?:'?s| is| good is)) (?P<name>\S.{0,40}?)(?: offer)?"
    r"(?: any)?(?: good| ok(?:ay)?| fair| decent)?(?: enough| now| then)?[\s?.!]*",
    re.IGNORECASE,
)


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Read and judge what was pasted, answer an open question about it, or open the form."""
    if ask.known and case.offer is not None:
        return _answered(ask, case, setting)
    text = ask.options.get("offer", "") or ask.text
    again = ask.options.get("insisted") or insisted(text) or ""
    aside = None if again else _instead_of_an_offer(text, case, spoken=ask.spoken)
    if aside is not None:
        return aside(ask, case, setting)
    again_at_hand = taken_up_again(text, case)
    if again_at_hand is not None:
        return judged_reply(again_at_hand, _kept_offer(again_at_hand), setting)
    found = read_as_offer(again) if again else ask.found or read_each(text)
    if not found.offers:
        return _none(found, ask, case, setting)
    found = named_at_its_head(found, text)
    offer = in_its_period(found.offers[0], case.offer, text)
    change = revision(case, offer, text, setting) if len(found.offers) == 1 and not again else None
    return change or _taken_up(found, text, ask, case, setting)


def _instead_of_an_offer(text: str, case: Case, *, spoken: bool) -> Respond | None:
    """What the words ask for that are no offer: the one at hand or a view of it, the form, the text again."""
    if insisted(text) is not None:
        return ask_again
    if spoken and len(text.split()) <= A_CHANGE and _CLAUSE.search(text) and not _FIGURE.search(text):
        return show_flags
    if not text.strip():
        return open_form if case.offer is None else _whole
    return view_of(text, case)


def taken_up_again(text: str, case: Case) -> Case | None:
    """The case with the offer at hand few words name: "judge stripe", "the Stripe offer"; else None."""
    good = _IS_GOOD.fullmatch(text)
    verb = _JUDGE.match(text)
    name = good["name"] if good else text[verb.end() :] if verb else text
    named = named_offer(name, case) or (named_offer(name.removesuffix("s"), case) if good else None)
    return named.case if named is not None and not named.rest.strip(" ?!.") else None


def judges_another(text: str, case: Case) -> bool:
    """Whether few words ask for the verdict on an offer of the person's by its name: "judge stripe"."""
    asks = _JUDGE.match(text) or _IS_GOOD.fullmatch(text)
    return asks is not None and taken_up_again(text, case) is not None


def _whole(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The whole judgement of the offer at hand; a button under it opens the form for another."""
    return judged_reply(case, _kept_offer(case), setting, others=case.others)


def _taken_up(found: Reading, text: str, ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The offers just read, kept and judged, with what is unclear of the job asked under it."""
    read = (found.offers[0], text, ask.options.get("job", ""))
    told, before = job_heard(*read, case.me), _looked_up(case)
    as_before = before is not None and told.about.role is None and len(found.offers) == 1
    if as_before and before is not None:
        told = job_heard(*read, before)
    kept = taken_up(case, found.offers, told.about)
    kept = _named(kept, told, text)
    unclear = doubt(replace(told, about=kept.offer_about), "offer.pick", needs_role=False, has_figures=False)
    outcome = _owning_up(
        told, judged_reply(kept, _kept_offer(kept), setting, others=kept.others, asks=unclear)
    )
    if not as_before or told.about.role is None:
        return outcome
    return _noted(outcome, render("offer_looked_up", job=understood(kept.offer_about)))


def _looked_up(case: Case) -> About | None:
    """What a person without a role or an offer asked about before: likely the job they are now offered."""
    about = case.looked_up
    if case.offer is not None or case.me.role is not None or about is None or about.role is None:
        return None
    return case.me.over(replace(about, ai=None, company=None))


def _named(case: Case, heard: Heard, text: str = "") -> Case:
    """The case with the occupation the person names as the offer's title, where the title says none.

    In the words of `text` where it names it: "Line cook" and not "chef".
    """
    beyond = heard.question.beyond
    if case.offer is None or not beyond or heard.about.role or outside(case.offer):
        return case
    return replace(case, offer=replace(case.offer, title=as_written(beyond, text) or as_shown(beyond)))


def _none(found: Reading, ask: Ask, case: Case, setting: Setting) -> Outcome:
    """No offer in the words: those about the one at hand get its verdict in short, the rest are told so."""
    if case.offer is not None and ask.spoken and found.other in (None, "question", "nothing"):
        return judged_reply(case, case.offer, setting, short=True)
    other, money = found.other or "nothing", read_amount(ask.words) is not None
    case = taken_back(case, ask.words) if other == "rejection" else case
    text = render("offer_none", other=other, insist=money)
    actions = (INSIST, PASTE) if money else (PASTE,)
    if other in (NO_PAY, "job_ad") and len(ask.words.split()) > A_CHANGE:
        # What is said next of pay is of this text, never of the offer at hand before it.
        heard = hear(ask.words, About(), spoken=True)
        named = words.typed(heard.about) or heard.question.beyond or ""
        case = replace(case, question=Question("offer", OFFER_AGAIN, named, setting.now))
    return Outcome(Reply(text, "offer", facts=no_offer(other), actions=actions), case)


def open_form(_ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """The button under help: open the form."""
    return ask_for_one(case)


def pick(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """A choice made on a button, about the job an offer is for."""
    if case.offer is None:
        return ask_for_one(case)
    kept = replace(case, offer_about=words.unpack(ask.known), question=None)
    return judged_reply(kept, case.offer, setting)


def _answered(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The answer to "which role, level and city?"."""
    heard = hear(ask.words, words.unpack(ask.known), spoken=ask.spoken)
    if heard.question.beyond:
        named = _named(replace(case, offer_about=heard.about, question=None), heard)
        return judged_reply(named, _kept_offer(named), setting, others=named.others)
    unclear = doubt(heard, "offer.pick")
    if unclear is not None:
        return _asked_back(heard, unclear, case, setting)
    kept = replace(case, offer_about=heard.about, question=None)
    return _owning_up(heard, judged_reply(kept, _kept_offer(case), setting))


def _asked_back(heard: Heard, unclear: Doubt, case: Case, setting: Setting) -> Outcome:
    """The question that settles the job, left open."""
    question = Question("offer", unclear.wants, words.pack(heard.about), setting.now, unclear.choices)
    reply = Reply(unclear.text, "offer", heard.slots, no_offer(), unclear.actions)
    return Outcome(reply, replace(case, question=question))


def _owning_up(heard: Heard, outcome: Outcome) -> Outcome:
    """The outcome, with the words that were taken for something else named under it."""
    return _noted(outcome, *(render("read_as", read=read) for read in readings(heard)))


def _noted(outcome: Outcome, *notes: str) -> Outcome:
    text = "\n\n".join((outcome.reply.text, *notes))
    return replace(outcome, reply=replace(outcome.reply, text=text))


def _kept_offer(case: Case) -> Offer:
    if case.offer is None:
        raise ValueError("an answer about an offer, with no offer kept")
    return case.offer


COMMAND = Command(
    name="offer",
    summary="Paste an offer and see how it stands",
    respond=respond,
    options=(
        Option("offer", "text", "The offer's text, or nothing for a form; years, questions, flags show more"),
    ),
    example="/offer 185k base, 15% bonus, 20k sign-on, senior swe at Stripe, Seattle",
    clicks={
        "open": open_form,
        "pick": pick,
        "years": show_years,
        "questions": show_questions,
        "flags": show_flags,
        "insist": ask_again,
    },
    form=FORM,
)
