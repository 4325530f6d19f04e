from __future__ import annotations

import io

import pytest
from rich.console import Console

from adapters.terminal.draw import draw, pieces
from bot.turn import Chart, File, Reply, Said, Turn, Who
from tests.adapters.terminal.scripted import LETTER, Scripted


def drawn(reply: Reply, *, width: int = 80, color: bool = False, numbered: bool = True) -> str:
    out = io.StringIO()
    system = "truecolor" if color else None
    console = Console(file=out, width=width, force_terminal=color, color_system=system, highlight=False)  # type: ignore[arg-type]
    draw(reply, console, numbered=numbered)
    return out.getvalue()


def answer(text: str) -> Reply:
    return Scripted().respond(Turn(Who("terminal", "ada"), "terminal", Said(text)))


def test_a_letter_is_printed_with_its_own_lines_and_no_frame() -> None:
    assert f"\n{LETTER}\n" in drawn(answer("/counter"), width=50)


def test_prose_wraps_to_the_window_and_not_beyond_a_readable_width() -> None:
    reply = Reply("Pay in one metro area is not pay in the other. " * 20, "median")
    assert max(map(len, drawn(reply, width=34).splitlines())) <= 34
    assert max(map(len, drawn(reply, width=300).splitlines())) <= 92


def test_choices_are_numbered_in_order_through_selects() -> None:
    assert "1 Share · 2 Staff · 3 Principal" in drawn(answer("/buttons")).replace("\u00a0", " ")


def test_choices_are_left_out_where_nobody_can_type_a_number() -> None:
    assert "Share" not in drawn(answer("/buttons"), numbered=False)


def test_no_escape_sequence_of_a_reply_reaches_the_screen() -> None:
    assert "\x1b" not in drawn(answer("/evil"))
    coloured = drawn(answer("/evil"), color=True)
    assert "\x1b[31m" not in coloured
    assert "title" not in coloured


def test_square_brackets_are_text_not_style() -> None:
    assert "[bold]gap[/bold]" in drawn(Reply("Fill [bold]gap[/bold] here", "counter"))
    assert "[red]x" in drawn(Reply("```\n[red]x\n```", "counter"))


def test_a_chart_is_said_in_words() -> None:
    chart = Chart(b"", "Your base stands at the 40th percentile.", {"p50": 208000.0})
    assert "40th percentile" in drawn(Reply("See:", "offer", chart=chart))


def test_tables_fit_a_narrow_window() -> None:
    table = "| year | base | equity |\n|---|---|---|\n| 1 | $185,000 | $65,000 |\n| 2 | $185,000 | $65,000 |"
    shown = drawn(Reply(table, "package"), width=30)
    assert "$185,000" in shown
    assert max(map(len, shown.splitlines())) <= 30


def test_colour_is_off_when_no_color_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=80)
    draw(answer("/counter"), console)
    assert "\x1b[3" not in out.getvalue()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", [(False, "plain")]),
        ("a\n```\nb\n```\nc", [(False, "a"), (True, "b"), (False, "c")]),
        ("```text\nb\n", [(True, "b\n")]),
        ("~~~\n```\n~~~", [(True, "```")]),
        ("````\n```\n````", [(True, "```")]),
        ("```\na\n\nb\n```", [(True, "a\n\nb")]),
    ],
)
def test_fences_split_text_from_letters(text: str, expected: list[tuple[bool, str]]) -> None:
    assert list(pieces(text)) == expected


def test_a_file_stands_under_the_words_unless_they_hold_it() -> None:
    letter = "Dear Sam, write to b@example.com"
    words = "```\nDear Sam, write to b@ example.com\n```"
    assert letter in drawn(Reply("Here:", "counter", file=File("counter.txt", letter)))
    assert drawn(Reply(words, "counter", file=File("counter.txt", letter, shown=True))).count("Dear Sam") == 1
