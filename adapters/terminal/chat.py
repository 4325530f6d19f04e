"""The terminal with a person at it: a prompt, answers in colour, buttons as numbers."""

from __future__ import annotations

from prompt_toolkit import PromptSession
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output
from prompt_toolkit.styles import Style
from rich.console import Console
from rich.text import Text

from adapters.door import Engine
from adapters.terminal.completion import OWN, ParleyCompleter
from adapters.terminal.conversation import Conversation, starts_command
from adapters.terminal.draw import draw, screen
from adapters.terminal.keys import Leaving, bindings
from adapters.terminal.safe import clean
from bot.turn import Field, Form, Reply, Who

BANNER = (
    "[bold]Parley[/] weighs your offer against real pay data and writes your counter.",
    "Try [cyan]/median software-engineer SF senior[/], or paste an offer as it is.",
    "[dim]/help lists the rest. What you paste is read and then dropped.[/]",
)

_NARROW = 60
_STYLE = Style.from_dict(
    {
        "bottom-toolbar": "noreverse fg:ansibrightblack",
        "placeholder": "fg:ansibrightblack",
        "prompt": "bold ansicyan",
    }
)
_FAREWELL = "Good luck. Take your time, and get it in writing."
_QUIT = {"/quit", "/exit", "/q", "quit", "exit", "bye", *(f"/{name}" for name in OWN)}


class Chat:
    """A talk at a terminal, until the person leaves it."""

    def __init__(
        self,
        engine: Engine,
        who: Who,
        *,
        console: Console | None = None,
        source: Input | None = None,
        sink: Output | None = None,
    ) -> None:
        self._console = console or screen()
        self._talk = Conversation(engine, who)
        self._leaving = Leaving()
        self._asked: Field | None = None
        self._over = False
        self._session: PromptSession[str] = PromptSession(
            # In memory only: a history file would keep pasted offers in the clear.
            history=InMemoryHistory(),
            completer=ParleyCompleter(engine),
            complete_while_typing=True,
            key_bindings=bindings(self._leaving, wants_lines=self._wants_lines),
            multiline=True,
            prompt_continuation="  ",
            bottom_toolbar=self._hint,
            style=_STYLE,
            reserve_space_for_menu=6,
            input=source,
            output=sink,
        )
        self._session.default_buffer.on_text_changed += lambda _: self._leaving.disarm()

    def run(self) -> None:
        """Talk until `/quit`, Ctrl-D, or Ctrl-C on an empty line twice."""
        self._console.print()
        for line in BANNER:
            self._console.print(f" {line}")
        self._console.print()
        while not self._over:
            try:
                text = self._ask("› ")
            except EOFError:
                break
            if text.strip().casefold() in _QUIT:
                break
            if text.strip():
                self._answer(text)
        self._console.print(f" [dim]{_FAREWELL}[/]")

    def _ask(self, mark: str, example: str = "") -> str:
        def shown() -> FormattedText:
            # Left on the screen, an example would look like what the person answered.
            over = self._session.app.is_done
            return FormattedText([("class:placeholder", "" if over else clean(example))])

        return self._session.prompt([("class:prompt", mark)], placeholder=shown)

    def _answer(self, text: str) -> None:
        try:
            reply: Reply | None = self._talk.hear(text)
            while reply is not None:
                draw(reply, self._console)
                form = self._talk.form
                reply = self._fill(form, asked=bool(reply.text.strip())) if form is not None else None
        except KeyboardInterrupt:
            self._talk.leave_form()
            self._console.print(" [dim]Stopped.[/]")

    def _fill(self, form: Form, *, asked: bool) -> Reply | None:
        """Ask field by field; a command typed instead is answered, Ctrl-D lets the form go.

        `asked` says whether the reply has asked for the first field in words of its own.
        """
        values: dict[str, str] = {}
        for number, field in enumerate(form.fields):
            try:
                value = self._ask_field(field, labelled=number > 0 or not asked)
            except EOFError:
                self._talk.leave_form()
                self._console.print(" [dim]All right, nothing was sent.[/]\n")
                return None
            if starts_command(value) and "\n" not in value.strip():
                self._talk.leave_form()
                self._over = value.strip().casefold() in _QUIT
                return None if self._over else self._talk.hear(value)
            values[field.name] = value
        return self._talk.submit(form, values)

    def _ask_field(self, field: Field, *, labelled: bool) -> str:
        label = f"{field.label}  " if labelled else ""
        how = ["An empty line sends it."] if field.multiline else []
        if not field.required:
            how.append("Leave it empty to skip.")
        if label or how:
            self._console.print(Text.assemble(" ", (label, "bold"), (" ".join(how), "dim")))
        self._asked = field
        try:
            value = self._ask("» ", field.placeholder).strip("\n")
            while field.required and not value.strip():
                value = self._ask("» ", field.placeholder).strip("\n")
            return value
        finally:
            self._asked = None

    def _wants_lines(self) -> bool:
        return self._asked is not None and self._asked.multiline

    def _hint(self) -> FormattedText:
        if self._leaving.armed:
            return FormattedText([("", " Ctrl-C again leaves.")])
        if self._asked is not None:
            sends = "An empty line" if self._asked.multiline else "Enter"
            return FormattedText([("", f" {sends} sends it · Ctrl-D goes back")])
        if self._console.width < _NARROW:
            return FormattedText([("", " Tab completes · Ctrl-D leaves")])
        words = " / commands · Tab completes · Alt-Enter a new line · paste freely · Ctrl-D leaves"
        return FormattedText([("", words)])
