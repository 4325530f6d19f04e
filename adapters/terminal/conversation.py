"""One person's side of the talk: which buttons the last reply offered, which form it opened.

A terminal has neither buttons nor forms. A button becomes a number to type, a form becomes
the next thing said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from adapters.door import Engine
from adapters.terminal.files import handed_over
from adapters.terminal.safe import heard
from bot.turn import Button, Clicked, Event, Field, Form, Reply, Said, Submitted, Turn, Who

# What a person types to pick: "3", never "165".
_NUMBER = re.compile(r"[0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing to pick by number: what a person reads and what is sent."""

    label: str
    click: Clicked


def picks(reply: Reply) -> tuple[Pick, ...]:
    """All that a reply lets a person press or choose, in order; numbers begin at 1."""
    found: list[Pick] = []
    for action in reply.actions:
        if isinstance(action, Button):
            found.append(Pick(action.label, Clicked(action.action, action.value)))
        else:
            found.extend(Pick(each.label, Clicked(action.action, each.value)) for each in action.choices)
    return tuple(found)


def wanted(form: Form) -> tuple[Field, ...]:
    """The fields a pipe answers, a block each: the required ones, or else the first."""
    return tuple(each for each in form.fields if each.required) or form.fields[:1]


def starts_command(text: str) -> bool:
    """Whether a line is a turn by itself, whatever stands around it."""
    return text.startswith("/")


@dataclass(slots=True)
class Conversation:
    """Turns what is typed into turns. `numbers` says whether a bare number picks a button."""

    engine: Engine
    who: Who
    numbers: bool = True
    _picks: tuple[Pick, ...] = ()
    _form: Form | None = None
    _values: dict[str, str] = field(default_factory=dict)

    def hear(self, text: str) -> Reply | None:
        """Answer one piece of text; None while a form still wants another of its fields."""
        text = heard(text).strip("\n")
        file = handed_over(text)
        if file is not None:
            return self.send(file)
        if self._form is not None and not starts_command(text):
            return self._fill(self._form, text)
        return self.send(self._picked(text) or Said(text))

    def send(self, event: Event | Reply) -> Reply:
        """Hand one event to the engine and remember what its reply offers; a reply is one already."""
        self._form, self._values = None, {}
        reply = event if isinstance(event, Reply) else self.engine.respond(Turn(self.who, "terminal", event))
        self._picks = picks(reply)
        self._form = reply.form if reply.form is not None and reply.form.fields else None
        return reply

    @property
    def form(self) -> Form | None:
        """The form the last reply opened, while it waits for its answer."""
        return self._form

    def leave_form(self) -> None:
        """Let the open form go unanswered."""
        self._form, self._values = None, {}

    def submit(self, form: Form, values: dict[str, str]) -> Reply:
        """Send a form back, filled; a file named in one of its fields is read instead."""
        files = (file for value in values.values() if (file := handed_over(heard(value))) is not None)
        if (file := next(files, None)) is not None:
            return self.send(file)
        return self.send(Submitted(form.id, {name: heard(value) for name, value in values.items()}))

    def _fill(self, form: Form, text: str) -> Reply | None:
        fields = wanted(form)
        self._values[fields[len(self._values)].name] = text
        if len(self._values) < len(fields):
            return None
        return self.submit(form, dict(self._values))

    def _picked(self, text: str) -> Clicked | None:
        number = text.strip()
        if not self.numbers or not _NUMBER.fullmatch(number):
            return None
        place = int(number) - 1
        return self._picks[place].click if 0 <= place < len(self._picks) else None
