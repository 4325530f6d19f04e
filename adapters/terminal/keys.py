"""What Enter, Ctrl-C and Ctrl-D do at the prompt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from adapters.terminal.conversation import starts_command


@dataclass(slots=True)
class Leaving:
    """Whether the last key was a Ctrl-C: the next one leaves."""

    armed: bool = False

    def disarm(self) -> None:
        """Anything typed means staying."""
        self.armed = False


def bindings(leaving: Leaving, *, wants_lines: Callable[[], bool]) -> KeyBindings:
    """The keys. `wants_lines` says whether a form asks for a text of several lines."""
    keys = KeyBindings()

    @keys.add(Keys.ControlM)
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        leaving.disarm()
        more_of_a_form = wants_lines() and bool(buffer.document.current_line.strip())
        if (more_of_a_form or _pasting(event)) and not starts_command(buffer.text):
            buffer.newline(copy_margin=False)
        else:
            buffer.validate_and_handle()

    @keys.add(Keys.Escape, Keys.ControlM)
    def _line(event: KeyPressEvent) -> None:
        event.current_buffer.newline(copy_margin=False)

    @keys.add(Keys.ControlC)
    def _stop(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.text:
            buffer.reset()
        elif leaving.armed:
            event.app.exit(exception=EOFError)
        leaving.armed = True

    return keys


def _pasting(event: KeyPressEvent) -> bool:
    """Whether more keys arrived together with this one, as in a paste.

    Terminals without bracketed paste send an offer as keys in one burst; its line ends are
    not a person pressing Enter. A command in the burst still is a turn of its own.
    """
    waiting = event.app.key_processor.input_queue
    return bool(waiting) and waiting[0].data != "/"
