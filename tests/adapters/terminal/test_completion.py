from __future__ import annotations

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from adapters.terminal.completion import ParleyCompleter
from tests.adapters.terminal.scripted import Scripted


def after(line: str, *, tab: bool = False) -> list[str]:
    """The lines that choosing each suggestion would leave."""
    event = CompleteEvent(completion_requested=tab, text_inserted=not tab)
    found = ParleyCompleter(Scripted()).get_completions(Document(line), event)
    return [line[: len(line) + each.start_position] + each.text for each in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/m", ["/median"]),
        ("/q", ["/quit"]),
        ("/MED", ["/median"]),
        ("/nothing", []),
        ("/median sof", ["/median software-engineer"]),
        ("/median software eng", ["/median software-engineer"]),
        ("/median software-engineer san fr", ["/median software-engineer San Francisco, CA"]),
        ("/median swe se", ["/median swe Seattle, WA", "/median swe senior"]),
        ("/median swe --", ["/median swe --ai"]),
        ("/median ", ["/median software-engineer", "/median data-scientist"]),
        ("/decide fi", ["/decide firm"]),
        ("/offer sof", []),
        ("/unknown sof", []),
        ("what about sea", []),
        ("/median swe\nsea", []),
    ],
)
def test_suggestions_while_typing(line: str, expected: list[str]) -> None:
    assert after(line) == expected


def test_tab_completes_inside_a_sentence() -> None:
    assert after("what about sea", tab=True) == ["what about Seattle, WA"]


def test_a_long_pasted_line_is_not_searched_word_by_word() -> None:
    engine = Scripted()
    calls: list[str] = []
    engine.complete = lambda kind, prefix: calls.append(kind + prefix) or []  # type: ignore[method-assign,func-returns-value]
    event = CompleteEvent(completion_requested=True)
    assert not list(ParleyCompleter(engine).get_completions(Document("word " * 5000 + "x"), event))
    assert len(calls) <= 9
