"""`/range`: what to say in the first pay talk, whichever way they ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from bot.commands import words
from bot.commands.about import Heard, hear, readings
from bot.commands.anchor import anchored
from bot.commands.base import Ask, Command, Option, Outcome, Respond, Setting
from bot.commands.last_job import last_job, names_a_job
from bot.commands.lookup import Lookup
from bot.commands.range_facts import RangeFacts, facts_of, named_sum, plausible, told, typed_again
from bot.memory.case import About, Case, Question
from bot.playbook.pay_range import counts_commissions
from bot.turn import Action, Button, Reply, Slots
from bot.understand import pay_talk, places
from bot.understand.nearest import nearest_role
from bot.understand.pay_talk import PayTalk, Scene
from bot.voice import render


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Answer for the role said, else the one known; without any, with the lines that need no figure."""
    talk = pay_talk.read(ask.words, spoken=ask.spoken)
    if talk.lacks is not None or not plausible(talk):
        return _asked_for_a_number(talk, case)
    heard = hear(talk.rest, words.unpack(ask.known), spoken=talk.sentence)
    known = ask.known or ("" if names_a_job(heard) else words.pack(last_job(case)))
    heard = hear(talk.rest, words.unpack(known), spoken=talk.sentence)
    clear = not heard.question.unsure and (talk.sentence or not heard.question.unknown)
    if heard.question.beyond or (heard.about.role is None and clear):
        return _without_figures(talk, heard, case, setting)
    asked = replace(ask, text=talk.rest, options={}, known=known, spoken=talk.sentence)
    return _lookup(talk).respond(asked, case, setting)


def _asked_for_a_number(talk: PayTalk, case: Case) -> Outcome:
    """Ask for the number a question lacks, or for one that can be a year's pay."""
    named = named_sum(talk)
    unread = named[0] if named else None
    facts = RangeFacts(talk.lacks or talk.scene, unread=unread, present_left_out=talk.present)
    text = render("range_number", facts=facts)
    return Outcome(Reply(text, "range", facts=facts), case)


def _answer(talk: PayTalk, heard: Heard, case: Case, setting: Setting) -> Outcome:
    about, found = anchored(case, heard.about, setting.market)
    if found.quote is None:
        return _without_figures(talk, replace(heard, about=about), case, setting, found.note or "unknown")
    facts = facts_of(talk, found, found.quote, heard, case, setting)
    if facts.range is None:
        why = "commissions" if talk.scene == "posted" and counts_commissions(found.quote) else "levels"
        if talk.scene == "posted":  # the band stands by itself: no figure of mine is beside it
            facts = replace(facts, quote=None, beside=(), versus=None, own=None)
        return _without_figures(talk, replace(heard, about=about), case, setting, why, facts)
    text = render(_TEMPLATES[talk.scene], **_values(facts, about, heard))
    reply = Reply(text, "range", _slots(heard, talk), facts, _actions(about, facts))
    kept = replace(case, looked_up=replace(about, company=None), looked_up_by="range", question=None)
    return Outcome(reply, kept)


_TEMPLATES: Mapping[Scene, str] = {
    "range": "range",
    "current": "range_current",
    "form": "range_form",
    "accept": "range_accept",
    "posted": "range_posted",
}


def _values(facts: RangeFacts, about: About, heard: Heard) -> dict[str, Any]:
    role = about.role or ""
    best = facts.quote
    return {
        "facts": facts,
        "job": words.job(role, about.level) if role else "",
        "quoted": words.job(best.role, best.level) if best else "",
        "state": words.place_name(_state(about.place)) if facts.rules else "",
        "level": words.level_label(about.level).lower() if about.level else "",
        "cell": words.typed(about),
        "own_job": words.job(facts.own.band.role, facts.own.band.level)
        if facts.own and facts.own.band
        else "",
        "read_as": readings(heard),
    }


def _state(place: str | None) -> str:
    metro = places.pooled(place or words.UNITED_STATES)[0]
    return metro if places.place(metro).kind == "state" else places.state_of(metro) or words.UNITED_STATES


def _without_figures(
    talk: PayTalk,
    heard: Heard,
    case: Case,
    setting: Setting,
    why: str = "",
    facts: RangeFacts | None = None,
) -> Outcome:
    """The lines that hold without a range, and what to do for one; a missing role is asked for.

    `facts` hold the figure there is where that is not to be said: it is of all levels (`why` is "levels"), or
    no base ("commissions") and a posted band stands by itself.
    """
    about, beyond = heard.about, heard.question.beyond
    facts = facts or told(talk, about.place, case)
    near = nearest_role(beyond) if beyond else None
    text = render(
        "range_none",
        **_values(facts, about, heard),
        why="beyond" if beyond else why or "role",
        beyond=beyond or "",
        place=words.place_name(about.place) if about.place else "",
        near=words.job(near) if near else "",
        near_cell=words.typed(About(near, about.place, about.level)) if near else "",
        home=words.typed(replace(about, place=None)),
        amount=named_sum(talk),
        said=typed_again(talk),
    )
    asking = not beyond and not why
    question = Question("range", "role", words.pack(about), setting.now) if asking else None
    kept = replace(case, question=question)
    if about.role is not None:  # their next question is about this job too
        kept = replace(kept, looked_up=replace(about, company=None), looked_up_by="range")
    return Outcome(Reply(text, "range", _slots(heard, talk), facts), kept)


def _slots(heard: Heard, talk: PayTalk) -> Slots:
    return replace(heard.slots, amount=talk.amount.value if talk.amount else None)


def _actions(about: About, facts: RangeFacts) -> tuple[Action, ...]:
    cell = words.pack(replace(about, company=None))
    others: dict[Scene, str] = {"current": "They ask what I make now", "form": "A form wants a number"}
    asks = tuple(
        Button(label, f"range.{scene}", cell) for scene, label in others.items() if scene != facts.scene
    )
    whole = (Button("The range", "range.pick", cell),) if facts.scene != "range" else ()
    if facts.versus is None:
        return (*whole, *asks)
    if facts.quote is not None and facts.quote.ai == "skilled":
        plain = words.pack(replace(about, company=None, ai=None))
        return (*whole, *asks, Button("All postings", "range.plain", plain))
    skilled = words.pack(replace(about, company=None, ai=True))
    return (*whole, *asks, Button("AI-skilled", "range.pick", skilled))


def _lookup(talk: PayTalk) -> Lookup:
    return Lookup("range", partial(_answer, talk), RangeFacts(talk.scene, present_left_out=talk.present))


def _clicked(scene: Scene) -> Respond:
    """The button that shows the answer to one of their questions, for the cell in its value."""

    def answer(ask: Ask, case: Case, setting: Setting) -> Outcome:
        return _lookup(PayTalk(scene)).pick(ask, case, setting)

    return answer


def _plain(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The range of all postings, though the person's work or profile is AI-skilled."""
    about = replace(words.unpack(ask.known), ai=False)
    return _answer(PayTalk(), hear("", about, spoken=False), case, setting)


COMMAND = Command(
    name="range",
    summary="What to say when a recruiter asks your range, or your pay today",
    respond=respond,
    options=(
        Option("role", "role", "The role, in your words: swe, pmm, data scientist"),
        Option("place", "place", "A US city, metro area or state, or remote"),
        Option("level", "level", "Entry, senior, staff, director"),
        Option("number", "text", "A number: your own (190k), posted 180-220k, or accept 185k"),
        Option("asked", "choice", "What they ask for", choices=("your range", "current pay", "a form")),
        Option("ai", "flag", "Begin at AI-skilled pay, where your work is AI work"),
    ),
    example="/range senior swe, Seattle",
    clicks={
        "pick": _clicked("range"),
        "current": _clicked("current"),
        "form": _clicked("form"),
        "plain": _plain,
    },
)
