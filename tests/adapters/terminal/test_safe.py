from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.terminal.safe import clean, heard


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;new title\x07after", "after"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jcleared", "cleared"),
        ("bell\x07 and back\x08space", "bell and backspace"),
        ("reversed \u202e000,802$\u202c", "reversed 000,802$"),
        ("tab\tand\nnewline stay", "tab\tand\nnewline stay"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a family 👩‍👩‍👧 stays", "a family 👩‍👩‍👧 stays"),
        ("half a pair \ud83d", "half a pair \ufffd"),
        ("unfinished \x1b]0;title\nthe next line stays", "unfinished \nthe next line stays"),
    ],
)
def test_replies_cannot_steer_the_terminal(said: str, shown: str) -> None:
    assert clean(said) == shown


@given(st.text())
def test_nothing_but_tab_and_newline_controls_a_terminal_afterwards(text: str) -> None:
    shown = clean(text)
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\t\n"]
    shown.encode("utf-8")


@pytest.mark.parametrize("part", ["\x1b[", "\x1b]", "\x1b[1;", "\x1b]0;a", "\x9b ", "\x1b"])
def test_hostile_text_takes_linear_time(part: str) -> None:
    started = time.process_time()
    clean(part * 200_000)
    assert time.process_time() - started < 1.0


def test_bytes_that_are_no_text_are_heard_as_replacement_marks() -> None:
    assert heard("caf\udce9\r\nbar") == "caf\ufffd\nbar"
