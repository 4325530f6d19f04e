from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from adapters.terminal.pipe import plain, run, turns
from bot.turn import Reply, Said, Submitted, Who
from tests.adapters.terminal.scripted import Scripted


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        ("", []),
        ("\n \n\n", []),
        ("/median swe\n/help\n", ["/median swe", "/help"]),
        ("one offer\nover two lines\n\nanother", ["one offer\nover two lines", "another"]),
        ("words\n/median swe\nmore\n", ["words", "/median swe", "more"]),
        ("\n\n\nlate\n\n\n\n", ["late"]),
        ("Base: 185k\r\nBonus: 15%\r\n\r\nthanks\r\n", ["Base: 185k\nBonus: 15%", "thanks"]),
        ("no newline at the end", ["no newline at the end"]),
    ],
)
def test_a_stream_splits_into_turns(stream: str, expected: list[str]) -> None:
    assert list(turns(stream.splitlines(keepends=True))) == expected


def talk(stream: str) -> tuple[Scripted, str]:
    engine, out = Scripted(), io.StringIO()
    run(engine, Who("terminal", "ada"), io.StringIO(stream), out)
    return engine, out.getvalue()


def test_replies_stand_a_blank_line_apart_and_nothing_else_is_printed() -> None:
    _, out = talk("hello\nthere\n\n/x\n")
    assert out == "You said: hello\nthere\n\nYou said: /x\n"


def test_every_turn_names_the_person_and_the_terminal() -> None:
    engine, _ = talk("hello\n")
    assert engine.turns[0].who == Who("terminal", "ada")
    assert engine.turns[0].where == "terminal"


def test_the_block_after_a_form_answers_it() -> None:
    engine, _ = talk("/offer\nBase: 185k\nBonus: 15%\n\nthanks\n")
    assert engine.events == [
        Said("/offer"),
        Submitted("offer", {"offer": "Base: 185k\nBonus: 15%"}),
        Said("thanks"),
    ]


def test_a_form_of_several_fields_takes_a_block_for_each_required_one() -> None:
    engine, out = talk("/evidence\nI built\na triage bot\n\nhalved the queue\n\nbye\n")
    assert engine.events[1:] == [
        Submitted("evidence", {"workflow": "I built\na triage bot", "outcome": "halved the queue"}),
        Said("bye"),
    ]
    assert out.count("\n\n") == 2


def test_a_command_leaves_an_open_form() -> None:
    engine, _ = talk("/offer\n/median swe\nhello\n")
    assert engine.events == [Said("/offer"), Said("/median swe"), Said("hello")]


def test_a_bare_number_is_something_said_because_no_numbers_are_shown() -> None:
    engine, out = talk("/buttons\n1\n")
    assert engine.events[1] == Said("1")
    assert "1 Share" not in out


def test_escape_sequences_do_not_reach_the_output() -> None:
    _, out = talk("/evil\n")
    assert out == "red bell back 000,1$\n"


def test_quit_ends_the_talk() -> None:
    engine, _ = talk("hello\n\n/quit\nmore\n")
    assert engine.events == [Said("hello")]


def test_an_answer_comes_before_the_next_line_is_read() -> None:
    out = io.StringIO()

    def stream() -> Iterator[str]:
        yield "/one\n"
        assert out.getvalue() == "You said: /one\n"
        yield "/two\n"

    run(Scripted(), Who("terminal", "ada"), stream(), out)
    assert out.getvalue().endswith("You said: /two\n")


def test_what_nothing_draws_is_not_escaped() -> None:
    text = "Gap: \\[GAP: your work\\], \\*so\\*\n\n```text\na\\_b\n```"
    assert plain(Reply(text, "check")) == "Gap: [GAP: your work], *so*\n\n```text\na\\_b\n```"
