"""Demands of one to three sentences, without headings: what they ask of AI.

The texts were made up and labelled before they were read; `set` is the round, `apart` says what is beyond
the reader: such a text counts in the total only.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from data.classify.ai_text import read_text, title_of
from data.classify.lines import ai_lines

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "made_up_ai_demands.jsonl").read_text(encoding="utf-8").splitlines()
]
DEMANDS = (
    "You must have hands-on experience with large language models.",
    "Must know LLMs.",
    "AI fluency expected.",
    "You use Claude Code daily.",
)
TALK = "We sell shoes online and have done so for years. " * 8


def _asks(tmp_path: Path, text: str) -> str:
    file = tmp_path / "posting.txt"
    file.write_text(text, encoding="utf-8")
    return next(ai_lines([file]))["ai"]


@pytest.mark.parametrize(
    "row", [row for row in ROWS if not row["apart"]], ids=lambda row: f"{row['set']} {row['text'][:40]}"
)
def test_a_short_text_asks_what_a_reader_would_say(row: dict[str, str], tmp_path: Path) -> None:
    assert _asks(tmp_path, row["text"]) == row["asks"]


def test_short_texts_with_the_hard_ones(tmp_path: Path) -> None:
    assert len(ROWS) == 124
    assert sum(_asks(tmp_path, row["text"]) == row["asks"] for row in ROWS) >= 0.95 * len(ROWS)


@pytest.mark.parametrize("demand", DEMANDS)
@pytest.mark.parametrize(
    "around",
    [
        "{demand}",
        "Backend Engineer\n{demand}",
        "{talk}{demand} {talk}",
        "About us\n{talk}\nThe role\n{talk}{demand} {talk}\nBenefits\nDental.",
        "{talk}\n{demand}\n{talk}\nRequirements\n- Go",
        "The team\n{talk}{demand}",
    ],
    ids=["alone", "titled", "within", "role", "before headings", "team"],
)
def test_a_demand_is_heard_wherever_it_stands(demand: str, around: str) -> None:
    assert read_text(around.format(demand=demand, talk=TALK)) == "required"


@pytest.mark.parametrize("demand", DEMANDS)
def test_no_demand_is_heard_in_talk_of_the_company(demand: str) -> None:
    assert read_text(f"About us\n{TALK}{demand}") == "none"


@pytest.mark.parametrize(
    "text",
    [
        "Applicants must not use AI in interviews.",
        "Candidates should tell us where ChatGPT wrote their cover letter.",
        "We use AI to screen applications; every candidate must be reviewed by a human, too.",
        "Candidates are required to disclose use of AI.",
        "You get free access to ChatGPT.",
        "You may have heard of our AI.",
        "You rack servers for AI training clusters.",
        "We need to make AI safe.",
    ],
)
def test_notices_offers_and_talk_ask_nothing(text: str) -> None:
    assert read_text(text) == "none"


@pytest.mark.parametrize("text", ["Requirements\n- {}", "{}"])
def test_what_applicants_must_know_is_no_notice(text: str) -> None:
    assert read_text(text.format("Candidates must have experience with LLMs")) == "required"


@pytest.mark.parametrize(
    "line",
    [
        "AI experience is a plus for an analyst",
        "No AI skills needed for this engineer",
        "You train AI, writer",
    ],
)
def test_a_sentence_is_no_title(line: str) -> None:
    assert title_of(line) == ""


@pytest.mark.parametrize(
    "part", ["you ", "Must AI ", "we want a ", "a b c d AI with ", "5-10+ years AI. ", "AI\n5 "]
)
def test_a_megabyte_is_read_in_little_time(part: str) -> None:
    text = part * (1_000_000 // len(part))
    start = time.process_time()
    read_text(text)
    title_of(text)
    assert time.process_time() - start < 2
