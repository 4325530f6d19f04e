"""From words to a cell of the market, or to the question that settles it.

Shared by every command that needs a role, a place or a level: one way to read them, one way to
ask back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from bot.commands import words
from bot.commands.sums import yearly_dollars
from bot.market.quote import Asked
from bot.memory.case import About
from bot.turn import Button, Slots
from bot.understand import ai, gazetteer, ladder, levels, places, question, whose_pay
from bot.understand.callers import without_caller
from bot.understand.nearest import as_shown
from bot.understand.question import Question
from bot.understand.text import Token, tokens
from bot.understand.whose_pay import Figure, Whose
from bot.understand.writer import without_writer
from bot.voice import render

CHOICES = 5
_MANAGERS = "engineering-manager"  # the one role whose levels are all of the management track
_AI_FLAG = re.compile(r"(?<!\S)(?:--?|—|–)ai(?:-skilled)?(?!\S)", re.IGNORECASE)  # phones make -- a dash


@dataclass(frozen=True, slots=True)
class Pay:
    """A sum named in a question and whose pay it is; `low` to `high`, USD a year, alike for one figure."""

    whose: Whose
    low: float
    high: float

    @property
    def value(self) -> float:
        """The figure, or the middle of the range."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Heard:
    """What was understood: the cell so far, the question it came from, the sums named.

    `pay` are the sums in their order, `levels_said` the level ids in the words, `off_track` the one given
    up because the role has none of its name, and `city` the words for a place abroad that is only part of
    its country.
    """

    about: About
    question: Question
    pay: tuple[Pay, ...] = ()
    levels_said: tuple[str, ...] = ()
    off_track: str = ""
    city: str = ""

    @property
    def company(self) -> str | None:
        """The company named, else the one a button or an option stands for."""
        return self.question.company or self.about.company

    @property
    def slots(self) -> Slots:
        """The same as slots of a reply: only what was said, or carried from what was asked before."""
        return Slots(
            role=self.about.role,
            place=words.place_name(self.about.place) if self.about.place else None,
            level=self.about.level,
            ai=True if self.about.role in ai.AI_ROLES else self.about.ai,
            company=self.company,
            amount=self.question.amount,
        )


def hear(text: str, known: About, *, spoken: bool) -> Heard:
    """Read the words over what is known already; the newer word wins."""
    told = without_caller(without_writer(text))
    words_, flagged = _AI_FLAG.subn(" ", told)  # before "--ai swe" can be read as "AI swe"
    read = question.read(words_, spoken=spoken)
    implied = read.role in ai.AI_ROLES and not ai.ai_words(tokens(words_))
    said_ai = True if flagged else None if implied else read.ai
    if read.beyond and read.role is None:
        known = replace(known, role=None)  # "same for nurses" is not about the job before
    about = About(read.role, read.place, read.level, said_ai, known.company).over(known)
    said = tokens(words_, question.READ_AT_MOST)
    levels_said = tuple(i for found in levels.mentions(said, terse=not spoken) for i in found.ids)
    city = _city(said, read.place) if read.place else ""
    sums = _sums(words_, read)
    mine = next((each.amount.value for each in _newest_first(sums) if each.whose != "others"), read.amount)
    pay = tuple(found for each in sums if (found := _yearly(each)))
    return Heard(about, replace(read, amount=mine), pay, levels_said, city=city)


def _newest_first(sums: list[Figure]) -> list[Figure]:
    """The sums with what is offered before the wish it answers: "I asked for 43 and they offered me 41"."""
    if not sums or sums[0].whose != "wish":
        return sums
    return sorted(sums, key=lambda each: each.whose != "offered")


def _sums(text: str, read: Question) -> list[Figure]:
    """The sums of a question: the first that is pay, and of those after it what is said to be someone's."""
    if read.figure is None:
        return []
    first = read.figure.start
    after = [each for each in whose_pay.figures(text) if each.amount.start > first and each.whose]
    return [Figure(read.figure, whose_pay.whose(text, read.figure)), *after]


def _yearly(figure: Figure) -> Pay | None:
    middle, low = yearly_dollars(figure.amount), yearly_dollars(figure.amount, low_end=True)
    return None if middle is None or low is None else Pay(figure.whose, low, 2 * middle - low)


def _city(said: list[Token], place: str) -> str:
    """The words for a place abroad, where they name no country: "Toronto" for Canada."""
    if places.place(place).kind != "country":
        return ""
    named = [found for found in places.mentions(said) if place in found.ids]
    shown = [" ".join(word.raw for word in said[found.first : found.last]) for found in named]
    return next((each for each in shown if gazetteer.key(each) not in gazetteer.names()), "")


def on_its_track(heard: Heard) -> Heard:
    """The same with a level that the role has: an engineering manager's "senior" is a manager."""
    about = heard.about
    if about.role != _MANAGERS or about.level is None:
        return heard
    if levels.levels()[about.level].track == "ic":
        return replace(heard, about=replace(about, level="manager"), off_track=about.level)
    given_up = next((each for each in heard.levels_said if levels.levels()[each].track == "ic"), "")
    return replace(heard, off_track=given_up if about.level == "manager" else "")


def asked_of(about: About) -> Asked:
    """The cell to quote: an AI role is asked for as AI-skilled without a word.

    Raises:
        ValueError: no role is known yet.
    """
    if about.role is None:
        raise ValueError("a cell needs a role")
    return Asked(about.role, about.place, about.level, bool(about.ai) or about.role in ai.AI_ROLES)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reply that asks back: its text and the choices as buttons."""

    text: str
    actions: tuple[Button, ...]
    wants: str

    @property
    def choices(self) -> tuple[str, ...]:
        """The cells its buttons stand for, in their order."""
        return tuple(button.value for button in self.actions)


def doubt(heard: Heard, action: str, *, needs_role: bool = True, has_figures: bool = True) -> Doubt | None:
    """The first thing to settle before answering, or None when all is clear.

    Each choice is a button that sends the whole cell with that choice in it to `action`. Without
    `has_figures` the answer is more than a figure, and stands for an occupation that has none too.
    """
    if heard.question.beyond and has_figures:
        return Doubt(render("beyond", occupation=as_shown(heard.question.beyond)), (), "")
    for unsure in heard.question.unsure:
        ids = unsure.ids[:CHOICES]
        labels = tuple(label(unsure.slot, i) for i in ids)
        buttons = tuple(
            Button(name, action, words.pack(_with(heard.about, unsure.slot, i)))
            for name, i in zip(labels, ids, strict=True)
        )
        text = render("did_you_mean", said=unsure.said, slot=unsure.slot, choices=labels)
        return Doubt(text, buttons, unsure.slot)
    if heard.question.unknown and (heard.about.role or not needs_role):
        text = render("unknown_words", words=heard.question.unknown, understood=understood(heard.about))
        return Doubt(text, (), "")
    if heard.about.role is None and needs_role:
        place = words.place_name(heard.about.place) if heard.about.place else None
        level = words.level_label(heard.about.level) if heard.about.level else None
        text = render("ask_role", place=place, level=level, unknown=heard.question.unknown)
        return Doubt(text, (), "role")
    return None


def label(slot: str, id_: str) -> str:
    """An id as a person reads it."""
    if slot == "role":
        return words.job(id_)
    if slot == "level":
        return words.level_label(id_)
    place = places.place(id_)
    if place.kind == "state":
        return render("state", name=place.name)
    return render("country", name=place.name) if place.kind == "country" else place.name


def understood(about: About) -> str:
    """What was understood so far, in words: "Senior Software Engineer, San Francisco, CA"."""
    parts = [words.job(about.role, about.level)] if about.role else []
    if about.level and not about.role:
        parts.append(words.level_label(about.level))
    if about.place:
        parts.append(words.place_name(about.place))
    if about.ai:
        parts.append("AI-skilled")
    return ", ".join(parts)


def readings(heard: Heard) -> list[dict[str, Any]]:
    """The words taken for something they do not quite say, for the reply to own up to."""
    found: list[dict[str, Any]] = [
        {
            "said": read.said,
            "name": label(read.slot, read.id),
            "others": tuple(label(read.slot, other) for other in read.others[:3]),
            "off_track": False,
            "ladder": read.slot == "level" and bool(ladder.step(read.said)),
        }
        for read in heard.question.read_as
    ]
    if heard.off_track:
        said, taken = (words.level_label(each) for each in (heard.off_track, heard.about.level or "manager"))
        found.append({"said": said.lower(), "name": taken, "others": (), "off_track": True, "ladder": False})
    return found


def _with(about: About, slot: str, id_: str) -> About:
    if slot == "role":
        return replace(about, role=id_)
    return replace(about, place=id_) if slot == "place" else replace(about, level=id_)
