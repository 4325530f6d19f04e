"""The reply that judges an offer: verdict, what was read, its years, what to ask; and the views behind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bot.commands import words
from bot.commands.about import Doubt
from bot.commands.base import Outcome, Setting
from bot.commands.counter_wish import base_to_ask
from bot.commands.doubt import DoubtShown, doubt_actions, doubts_of, other_actions
from bot.commands.judging import Judged, company_of, judge, name_of, slots_of, title_of
from bot.commands.pay_chart import pay_chart
from bot.market.quote import Quote
from bot.memory.case import About, Case, Question
from bot.offers.offer import Offer
from bot.offers.sheet import Row, Years, rows_of, years_of
from bot.offers.worth.periods import held_at
from bot.offers.worth.shapes import Worth
from bot.offers.worth.table import worth_of
from bot.playbook.critique import Critique
from bot.playbook.evidence import is_ai_work
from bot.playbook.flags import Flag, flags
from bot.playbook.open_to import gives_shares
from bot.playbook.pay_range import counts_commissions
from bot.playbook.points import Strong, Weak, strong, weak
from bot.turn import Action, Button, Field, Form, Reply
from bot.understand import employers
from bot.understand.ai import AI_ROLES
from bot.voice import render

PASTE = Button("Paste an offer", "offer.open")
_COMPARE = Button("Compare your offers", "compare.show")
_COUNTER = Button("Write the counter", "counter.write", primary=True)
_YEARS = Button("Year by year", "offer.years")
_FLAGS = Button("Look twice", "offer.flags")
QUESTIONS = Button("Questions to send", "offer.questions")

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
    the offer is for other hours. `flags` are the terms that cost later, `strong` and `weak` what else
    speaks for the offer and against it; `index` names the source of what employers post. `other` is what a
    text without an offer was taken for.
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
    flags: tuple[Flag, ...] = ()
    strong: tuple[Strong, ...] = ()
    weak: tuple[Weak, ...] = ()
    index: str = ""
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
    asks: Doubt | None = None,
    short: bool = False,
) -> Outcome:
    """The judged offer in words; `others` were read in the same text.

    `asks` is what is unclear of the job: the reply ends on it, and asks nothing else. A `short` reply has the
    verdict, what is strong and weak, and the next step, without the terms.
    """
    judged = judge(case, offer, setting)
    about, quote = judged.about, judged.quote
    wants = asks.wants if asks else _wanting(judged)
    choices = asks.choices if asks else ()
    question = Question("offer", wants, words.pack(about), setting.now, choices) if wants or asks else None
    facts = facts_of(judged, others, case, setting)
    if asks:
        facts = replace(facts, doubts=())
    text = render(
        "offer_short" if short else "offer",
        offer=offer,
        others=[(_named(other, at), other) for at, other in enumerate(others, 2)],
        quote=quote,
        beside=judged.beside,
        compared=[(other, words.job(other.role, other.level)) for other in judged.beside],
        critique=judged.critique,
        why_not=judged.why_not,
        outside=judged.outside,
        near=judged.near,
        near_role=words.job(judged.near.role) if judged.near else None,
        near_cell=words.typed(replace(about, role=judged.near.role, level=None)) if judged.near else None,
        ladder=judged.ladder if judged.critique.bar or (quote and quote.level == about.level) else "",
        level=words.level_label(about.level) if about.level else None,
        wants=wants,
        asks=bool(asks),
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
        flags=facts.flags,
        strong=facts.strong,
        weak=facts.weak,
        index=facts.index,
        asked_level=about.level not in (None, "all"),
        types=employers.type_labels(),
        shares=gives_shares(offer),
        buttons=setting.where != "terminal",
        ai=ai_at_play(judged, case),
        floor_currency=case.floor_currency if case.floor is not None else "",
        commissions=quote is not None and counts_commissions(quote),
    )
    actions = _actions(case, judged, facts)
    if asks:
        text, actions = f"{text}\n\n{asks.text}", (*asks.actions, *actions)
    chart = pay_chart(quote, judged.critique, base_to_ask(case, offer, judged.critique, quote))
    reply = Reply(text, "offer", slots_of(offer, about), facts, actions, chart=chart)
    return Outcome(reply, replace(case, question=question))


def ai_at_play(judged: Judged, case: Case) -> bool:
    """Whether AI skills may move this pay: by the role, the person's work, or as postings price the job."""
    about, quote = judged.about, judged.quote
    if about.ai or about.role in AI_ROLES or is_ai_work(case.pack):
        return True
    return quote is not None and quote.occupation is None


def facts_of(judged: Judged, others: tuple[Offer, ...], case: Case, setting: Setting) -> OfferFacts:
    """What a judged offer's reply rests on."""
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
        full_time_hours=held_at(offer),
        flags=flags(offer, setting.now.date()),
        strong=strong(offer, judged.critique),
        weak=weak(offer, judged.critique),
        index=setting.market.postings.name,
    )


def _named(offer: Offer, at: int) -> str:
    """An offer by its company, its title, or its number in the text."""
    return name_of(offer) or offer.title or f"Offer {at}"


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
    if judged.why_not in ("currency", "beyond"):
        return ""
    if judged.why_not == "role":
        return "role"
    if judged.about.place is None:
        return "place"
    measured = judged.quote is not None and judged.quote.n is not None
    return "level" if measured and judged.about.level is None else ""


def _actions(case: Case, judged: Judged, facts: OfferFacts) -> tuple[Action, ...]:
    """What to press: an answer to a doubt first, then the counter and the views behind the reply."""
    actions: list[Action] = list(doubt_actions(judged.offer, case.said)) if facts.doubts else []
    if judged.critique.base_low is not None:
        actions.append(_COUNTER)
    actions += other_actions(facts.others)
    if facts.others or case.shelf:
        actions.append(_COMPARE)
    if facts.years is not None or (facts.worth and facts.worth.stake):
        actions.append(_YEARS)
    if facts.flags:
        actions.append(_FLAGS)
    if judged.critique.missing:
        actions.append(QUESTIONS)
    return (*actions, PASTE)


def after(judged: Judged, *further: Action) -> tuple[Action, ...]:
    """What to press under a view: the counter where there is a base, and what else there is."""
    return (_COUNTER, *further) if judged.critique.base_low is not None else further


def ask_for_one(case: Case) -> Outcome:
    """The form to paste an offer into, and what to do where there are no forms."""
    return Outcome(Reply(render("offer_paste"), "offer", facts=no_offer(), form=FORM), case)
