"""How a story is told: turns in order, each with what must come of it.

A story is one person's talk with Parley from the first recruiter call to the signature. A turn is
something said, a button or choice pressed by its label, a form filled in or a file handed over. What is
expected of the reply stands beside it: the command that answered, figures and decisions in its facts
by path, a few words of the text or of the letter. A figure may be a number, or a function of the
reply's facts where it is arithmetic on a benchmark row ("the base less the median").
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.commands import COMMANDS
from bot.engine import Engine
from bot.memory.case import Case
from bot.proposing import WANTS
from bot.routing import DOUBT
from bot.turn import Button, Clicked, Event, Reply, Said, Select, Submitted, Turn, Uploaded, Who

Expected = Mapping[str, Any]
_NAMES = ("kind", "name", "code", "what", "term", "part")  # what an item of a list goes by


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button, or a choice of a menu, under the last reply, by the words on it."""

    label: str


@dataclass(frozen=True, slots=True)
class Told:
    """A turn of a story and what is expected of its reply.

    `facts` maps paths into the reply's facts ("critique.gap", "levers.sign_on.ask") to figures;
    `slots` does so for its slots. `shows` are words of the text, `letter` of the file to copy, `offers`
    the labels of buttons that must be there, `hides` words that must stand in neither text nor file.
    `kept` maps paths into the case ("offer.base_amount", "question") to what the turn leaves there.
    `key` names the turn for a variation. `stumbles` says what Parley gets wrong today: the expectation
    is then the right one, and the turn is expected to miss it.
    """

    event: Said | Submitted | Uploaded | Pressed
    intent: str
    facts: Expected = field(default_factory=dict)
    slots: Expected = field(default_factory=dict)
    shows: tuple[str, ...] = ()
    letter: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    kept: Expected = field(default_factory=dict)
    key: str = ""
    stumbles: str = ""


@dataclass(frozen=True, slots=True)
class Variation:
    """The same story with one input changed: `facts` of the turn `key` are then these, and were others."""

    name: str
    old: str
    new: str
    key: str
    facts: Expected


@dataclass(frozen=True, slots=True)
class Story:
    """One person's talk. `unsaid` stands in no reply and no letter, `unwritten` in no letter."""

    title: str
    turns: Sequence[Told]
    variations: Sequence[Variation] = ()
    unsaid: tuple[str, ...] = ()
    unwritten: tuple[str, ...] = ()


def said(text: str, intent: str, facts: Expected | None = None, **expected: Any) -> Told:
    """Something typed or pasted."""
    return Told(Said(text), intent, facts or {}, **expected)


def pressed(label: str, intent: str, facts: Expected | None = None, **expected: Any) -> Told:
    """A button or a choice under the last reply."""
    return Told(Pressed(label), intent, facts or {}, **expected)


def filled(form: str, values: Mapping[str, str], facts: Expected | None = None, **expected: Any) -> Told:
    """A form sent back; the command of its name answers."""
    return Told(Submitted(form, values), form, facts or {}, **expected)


def uploaded(name: str, type_: str, text: str, facts: Expected | None = None, **expected: Any) -> Told:
    """An offer handed over as a file."""
    return Told(Uploaded(name, type_, text.encode()), "offer", facts or {}, **expected)


def forgotten(words: str = "forget me") -> tuple[Told, Told]:
    """The last word: asked whether to forget, and everything gone."""
    asked = said(words, "forget", {"had": True, "gone": False}, offers=("Keep it",))
    return asked, pressed("Delete everything", "forget", {"gone": True})


def of(path: str) -> Callable[[Any], Any]:
    """A figure that must equal another of the same reply."""
    return lambda facts: at(facts, path)


def less(first: str, second: str) -> Callable[[Any], float]:
    """A figure that is the difference of two others of the same reply."""
    return lambda facts: float(at(facts, first) - at(facts, second))


def up(path: str, step: int = 1_000) -> Callable[[Any], float]:
    """A figure that is another of the same reply, rounded up to a round step."""
    return lambda facts: float(math.ceil(at(facts, path) / step) * step)


def at(facts: Any, path: str) -> Any:
    """The figure at a path; an item of a list by its place or by what it is called.

    Raises:
        AssertionError: nothing stands there.
    """
    here = facts
    for part in path.split("."):
        found = _part(here, part)
        assert found is not _NOTHING, f"no {part!r} on the way to {path!r} in {here!r}"
        here = found
    return here


_NOTHING = object()


def _part(here: Any, part: str) -> Any:
    if isinstance(here, Mapping):  # facts as `parley say --json` prints them
        return here.get(part, _NOTHING)
    return _item(here, part) if isinstance(here, tuple | list) else getattr(here, part, _NOTHING)


def _item(items: Sequence[Any], part: str) -> Any:
    if part.isdigit():
        return items[int(part)] if int(part) < len(items) else _NOTHING
    named = (each for each in items if any(_part(each, name) == part for name in _NAMES))
    return next(named, _NOTHING)


def run(story: Story, engine: Engine, who: Who) -> Iterator[tuple[Told, Reply]]:
    """Every turn with its reply, in order, said by one person in a DM."""
    last: Reply | None = None
    for told in story.turns:
        last = engine.respond(Turn(who, "dm", _event(told, last)))
        yield told, last


def _event(told: Told, last: Reply | None) -> Event:
    if not isinstance(told.event, Pressed):
        return told.event
    return _click(told.event.label, last)


def _click(label: str, last: Reply | None) -> Clicked:
    shown = last.actions if last is not None else ()
    for action in shown:
        if isinstance(action, Button) and action.label == label:
            return Clicked(action.action, action.value)
        if isinstance(action, Select):
            for choice in action.choices:
                if choice.label == label:
                    return Clicked(action.action, choice.value)
    raise AssertionError(f"no {label!r} to press among {[labels(each) for each in shown]}")


def labels(action: Button | Select) -> tuple[str, ...]:
    """What a person reads on a button, or on the choices of a menu."""
    if isinstance(action, Button):
        return (action.label,)
    return tuple(choice.label for choice in action.choices)


def check(told: Told, reply: Reply, story: Story) -> None:
    """What is expected of the turn's reply, and of every reply of the story.

    Raises:
        AssertionError: something else came of it.
    """
    file = reply.file.content if reply.file is not None else ""
    where = f"after {told.event!r}:\n{reply.text}"
    assert reply.intent == told.intent, where
    for path, expected in told.slots.items():
        assert getattr(reply.slots, path) == expected, f"{path} {where}"
    for path, expected in told.facts.items():
        wanted = expected(reply.facts) if callable(expected) else expected
        assert same(at(reply.facts, path), wanted), (
            f"{path} is {at(reply.facts, path)!r}, not {wanted!r} {where}"
        )
    for words in told.shows:
        assert words in reply.text, f"{words!r} is missing {where}"
    for words in told.letter:
        assert words in file, f"{words!r} is missing from the letter {where}"
    for words in (*told.hides, *story.unsaid):
        assert words not in reply.text + file, f"{words!r} was said {where}"
    shown = {label for action in reply.actions for label in labels(action)}
    assert set(told.offers) <= shown, f"{told.offers} are not all among {shown} {where}"


def check_kept(told: Told, case: Case) -> None:
    """What the turn leaves of the person's case.

    Raises:
        AssertionError: something else is kept.
    """
    for path, expected in told.kept.items():
        found = at(case, path)
        assert same(found, expected), f"{path} is kept as {found!r}, not {expected!r}, after {told.event!r}"


def holds_anyway(reply: Reply, story: Story) -> None:
    """What holds of every reply, understood or not: private, said, with buttons that somebody answers.

    Raises:
        AssertionError: it does not.
    """
    assert reply.private
    assert reply.text.strip()
    assert "broke on my side" not in reply.text
    for action in reply.actions:
        name, _, verb = action.action.partition(".")
        assert name in (DOUBT, WANTS) or verb in COMMANDS[name].clicks, action
    file = reply.file.content if reply.file is not None else ""
    for words in story.unwritten:
        assert words not in file, f"{words!r} stands in a letter:\n{file}"


def same(found: Any, wanted: Any) -> bool:
    """Whether two figures are one, up to the rounding of a computer."""
    if isinstance(found, int | float) and isinstance(wanted, int | float):
        return math.isclose(found, wanted, rel_tol=1e-9, abs_tol=1e-9)
    if isinstance(found, tuple) and isinstance(wanted, tuple):
        return len(found) == len(wanted) and all(map(same, found, wanted))
    return bool(found == wanted)


def figures(story: Story) -> int:
    """How many figures a story pins: numbers, or arithmetic on a row."""
    pinned = [value for told in story.turns for value in told.facts.values()]
    return sum(callable(each) or isinstance(each, int | float | tuple) for each in pinned)
