from __future__ import annotations

import pytest

from bot.playbook.tool_names import well_spelt, well_spelt_list, written_out


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("a macro with chatgpt help", "a macro with ChatGPT help"),
        ("any team with excel", "any team with Excel"),
        ("I excel at this", "I excel at this"),
        ("dashboards in power bi for the cfo", "dashboards in Power BI for the CFO"),
        ("figma make and claude code", "Figma Make and Claude Code"),
        ("Python and CLAUDE", "Python and CLAUDE"),
        ("see claude.example.org or ada@github", "see claude.example.org or ada@github"),
    ],
)
def test_tools_are_written_as_their_makers_write_them(said: str, written: str) -> None:
    assert well_spelt(said) == written


def test_in_a_list_every_word_is_a_tool() -> None:
    assert well_spelt_list("python, excel, word and our own form") == "Python, Excel, Word and our own form"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("tested w/ 20 users", "tested with 20 users"),
        ("reply rate 4% -> 9%", "reply rate 4% to 9%"),
        ("turnaround 5 days -> 1", "turnaround 5 days to 1"),
        ("intake -> triage", "intake -> triage"),
    ],
)
def test_notes_are_written_out(said: str, written: str) -> None:
    assert written_out(said) == written
