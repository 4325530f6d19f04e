from __future__ import annotations

import io
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.input.base import PipeInput
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.renderer import Renderer
from rich.console import Console

from adapters.terminal.chat import Chat
from bot.turn import Clicked, Reply, Said, Submitted, Turn, Who
from tests.adapters.terminal.scripted import PASTE, Scripted

ENTER, CTRL_C, CTRL_D, ALT_ENTER = "\r", "\x03", "\x04", "\x1b\r"


def paste(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


class Typist(Scripted):
    """Types the next keys when it has answered, as a person who waits for the reply."""

    def __init__(self, keyboard: PipeInput, keys: list[str]) -> None:
        super().__init__()
        self.keyboard, self.keys = keyboard, keys

    def respond(self, turn: Turn) -> Reply:
        reply = super().respond(turn)
        if self.keys:
            self.keyboard.send_text(self.keys.pop(0))
        return reply


class Screen(io.StringIO):
    """Types keys once the words they wait for are shown."""

    def __init__(self, keyboard: PipeInput, cues: Mapping[str, str]) -> None:
        super().__init__()
        self.keyboard, self.cues = keyboard, dict(cues)

    def write(self, text: str) -> int:
        for cue in [cue for cue in self.cues if cue in text]:
            self.keyboard.send_text(self.cues.pop(cue))
        return super().write(text)


@dataclass
class Prompts:
    """What the prompts show while they wait, and what each leaves on the screen."""

    shown: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


@pytest.fixture
def prompts(monkeypatch: pytest.MonkeyPatch) -> Prompts:
    found = Prompts()
    render, reset = Renderer.render, Renderer.reset

    def text(renderer: Renderer) -> str:
        screen = renderer.last_rendered_screen
        rows = screen.data_buffer.values() if screen is not None else ()
        return "\n".join("".join(cell.char for cell in row.values()) for row in rows)

    def rendered(self: Renderer, *given: Any, **named: Any) -> None:
        render(self, *given, **named)
        found.shown.append(text(self))

    def done(self: Renderer, *given: Any, **named: Any) -> None:
        if hasattr(self, "_last_screen"):
            found.left.append(text(self))
        reset(self, *given, **named)

    monkeypatch.setattr(Renderer, "render", rendered)
    monkeypatch.setattr(Renderer, "reset", done)
    return found


def chat(first: str, *then: str, cues: Mapping[str, str] | None = None) -> tuple[Typist, str]:
    """Type `first`, then the next keys after each reply; what follows the last is Ctrl-D."""
    with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
        engine, screen = Typist(keyboard, [*then, CTRL_D]), Screen(keyboard, cues or {})
        # A test that waits for keys nobody sends fails instead of hanging.
        rescue = threading.Timer(10, keyboard.send_text, [CTRL_C * 8])
        rescue.start()
        keyboard.send_text(first)
        console = Console(file=screen, width=80, highlight=False)
        Chat(engine, Who("terminal", "ada"), console=console, source=keyboard, sink=DummyOutput()).run()
        rescue.cancel()
    return engine, screen.getvalue()


def test_a_line_is_a_turn_and_its_reply_is_drawn() -> None:
    engine, screen = chat("what do staff engineers make" + ENTER)
    assert engine.events == [Said("what do staff engineers make")]
    assert "You said: what do staff engineers make" in screen


def test_it_opens_with_what_it_is_and_what_to_type() -> None:
    _, screen = chat(CTRL_D)
    banner = [line for line in screen.splitlines() if line.strip()][:3]
    assert "Parley" in banner[0]
    assert "/median" in banner[1]
    assert "/help" in banner[2]


@pytest.mark.parametrize("leave", ["/quit" + ENTER, "/exit" + ENTER, CTRL_D, CTRL_C + CTRL_C])
def test_ways_to_leave(leave: str) -> None:
    engine, screen = chat(leave)
    assert engine.events == []
    assert "Good luck" in screen


def test_ctrl_c_clears_the_line_and_does_not_leave() -> None:
    engine, _ = chat("a wrong line" + CTRL_C + "right" + ENTER)
    assert engine.events == [Said("right")]


def test_ctrl_c_twice_leaves_a_begun_line() -> None:
    engine, screen = chat("a wrong line" + CTRL_C + CTRL_C)
    assert engine.events == []
    assert "Good luck" in screen


def test_a_pasted_offer_is_one_turn_blank_lines_and_all() -> None:
    offer = "Dear Ada,\n\nBase: $185,000\nBonus: 15%\n\nBest,\nSam"
    engine, _ = chat(paste(offer) + ENTER)
    assert engine.events == [Said(offer)]


def test_a_paste_without_brackets_is_one_turn_too() -> None:
    engine, _ = chat("Dear Ada,\r\rBase: $185,000\rBonus: 15%\r")
    assert engine.events == [Said("Dear Ada,\n\nBase: $185,000\nBonus: 15%")]


def test_commands_typed_ahead_stay_turns_of_their_own() -> None:
    engine, _ = chat("hello\r/median swe\r/counter\r")
    assert engine.events == [Said("hello"), Said("/median swe"), Said("/counter")]


def test_alt_enter_begins_a_new_line() -> None:
    engine, _ = chat("Base: 185k" + ALT_ENTER + "Bonus: 15%" + ENTER)
    assert engine.events == [Said("Base: 185k\nBonus: 15%")]


def test_a_number_presses_the_button_it_stands_at() -> None:
    engine, screen = chat("/buttons" + ENTER, "3" + ENTER)
    assert engine.events[1] == Clicked("median.level", "principal")
    assert "Clicked median.level principal" in screen


@pytest.mark.parametrize("said", ["4", "0", "165", "1k", "٣"])
def test_other_numbers_are_said(said: str) -> None:
    engine, _ = chat("/buttons" + ENTER, said + ENTER)
    assert engine.events[1] == Said(said)


def test_numbers_press_nothing_once_another_reply_came() -> None:
    engine, _ = chat("/buttons" + ENTER, "thanks" + ENTER, "1" + ENTER)
    assert engine.events[2] == Said("1")


def test_a_form_takes_lines_up_to_an_empty_one() -> None:
    engine, screen = chat("/offer" + ENTER, "Base: 185k" + ENTER + "Bonus: 15%" + ENTER + ENTER)
    assert engine.events[1] == Submitted("offer", {"offer": "Base: 185k\nBonus: 15%"})
    assert "empty line" in screen


def test_a_form_takes_a_paste_with_blank_lines_whole() -> None:
    engine, _ = chat("/offer" + ENTER, paste("Base: 185k\n\nBonus: 15%") + ENTER + ENTER)
    assert engine.events[1] == Submitted("offer", {"offer": "Base: 185k\n\nBonus: 15%"})


def skip_the_last() -> tuple[Typist, str]:
    """Fill in the form about a piece of work, but for its optional third field."""
    cues = {"piece of work": "a triage bot" + ENTER + ENTER, "Its outcome": "halved the queue" + ENTER}
    return chat("/evidence" + ENTER, "", cues=cues | {"A link": ENTER})


def test_a_form_asks_each_field_and_lets_an_optional_one_be_skipped() -> None:
    engine, screen = skip_the_last()
    values = {"workflow": "a triage bot", "outcome": "halved the queue", "link": ""}
    assert engine.events[1] == Submitted("evidence", values)
    assert "skip" in screen


def test_a_first_field_is_not_asked_for_twice() -> None:
    _, screen = chat("/offer" + ENTER, "Base: 185k" + ENTER + ENTER)
    assert "Paste the offer." in screen
    assert PASTE.fields[0].label not in screen.replace("Paste the offer.", "")


def test_a_form_opened_without_a_word_names_its_first_field() -> None:
    _, screen = chat("/silent" + ENTER, "Base: 185k" + ENTER + ENTER)
    assert PASTE.fields[0].label in screen


def test_an_example_stands_in_an_empty_field_and_is_not_left_behind(prompts: Prompts) -> None:
    skip_the_last()
    assert any("example.com/demo" in each for each in prompts.shown)
    assert any("halved" in each for each in prompts.left)
    assert not any("example.com/demo" in each for each in prompts.left)


@pytest.mark.parametrize("back", [CTRL_D, CTRL_C + CTRL_C])
def test_a_form_can_be_left(back: str) -> None:
    engine, _ = chat("/offer" + ENTER, back + "hello" + ENTER)
    assert engine.events == [Said("/offer"), Said("hello")]


def test_a_command_typed_into_a_form_is_answered_instead() -> None:
    engine, _ = chat("/offer" + ENTER, "/median swe" + ENTER)
    assert engine.events == [Said("/offer"), Said("/median swe")]


def test_quit_typed_into_a_form_leaves() -> None:
    engine, screen = chat("/offer" + ENTER, "/quit" + ENTER)
    assert engine.events == [Said("/offer")]
    assert "Good luck" in screen


def test_an_interrupted_answer_ends_the_turn_and_not_the_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    answer: Callable[[Scripted, Turn], Reply] = Scripted.respond

    def slow(self: Scripted, turn: Turn) -> Reply:
        if turn.event == Said("slow"):
            self.turns.append(turn)
            self.keyboard.send_text("hello" + ENTER)  # type: ignore[attr-defined]
            raise KeyboardInterrupt
        return answer(self, turn)

    monkeypatch.setattr(Scripted, "respond", slow)
    engine, screen = chat("slow" + ENTER)
    assert engine.events == [Said("slow"), Said("hello")]
    assert "Stopped." in screen


def test_twenty_thousand_characters_pasted_are_one_turn() -> None:
    text = "Base: $185,000 a year.\n" * 900
    engine, _ = chat(paste(text) + ENTER)
    assert engine.events == [Said(text.strip("\n"))]
