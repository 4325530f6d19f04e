"""Notes on one's work as sentences of a letter: articles, tools, what a thing does."""

from __future__ import annotations

import pytest

from bot.playbook.prose import own_words


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (
            "Built prompt-driven prototype generator in figma",
            "I built a prompt-driven prototype generator in Figma",
        ),
        (
            "i made a chatbot for tickets w/ langchain, deflects 30%",
            "I made a chatbot for tickets with LangChain, which deflects 30%",
        ),
        ("wrote python script, saves 3 hours a week", "I wrote a Python script, which saves 3 hours a week"),
        ("built LLM pipeline for contracts", "I built an LLM pipeline for contracts"),
        ("tested on 500 tickets, 94% accuracy", "I tested it on 500 tickets, 94% accuracy"),
        ("built a bot, cut waiting by 40%", "I built a bot and cut waiting by 40%"),
        ("built internal tools for 4 teams", "I built internal tools for 4 teams"),
        ("ran model evals on 500 tickets", "I ran model evals on 500 tickets"),
    ],
)
def test_a_note_reads_as_a_sentence(said: str, text: str) -> None:
    assert own_words(said).text == text


def test_what_is_no_sentence_stays_a_line() -> None:
    assert own_words("An email scoring tool with claude, ranks leads").lines == (
        "An email scoring tool with Claude, ranks leads",
    )
